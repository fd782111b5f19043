"""Somebody's card: who they are, and what a head can do about their post; and what all that has in common."""

from bot.domain.deadlines import last_valid_day
from bot.domain.messages import Choice, Reply
from bot.domain.people import Membership, MembershipState, Role
from bot.domain.permissions import Action
from bot.domain.units import SCHOOL
from bot.handlers import personal_links
from bot.handlers.turn import PEOPLE, Turn
from bot.storage import contacts, memberships, transfers, units
from bot.texts.answers import ROLE_KEYS
from bot.texts.unit_names import spoken


def post_of(turn: Turn, held: Membership) -> str:
    """What somebody is and where, in a few words: "Lớp 10A1", "Tổ trưởng, Tổ Toán"."""
    unit = units.get(turn.conn, held.unit_id)
    if held.role is Role.PUPIL:
        return unit.name
    return ", ".join(part for part in (held.position or turn.t(ROLE_KEYS[held.role]), held.group) if part)


def card(turn: Turn, membership_id: int) -> Reply:
    """Somebody's post, and what can be done about it."""
    held = of(turn, membership_id, Action.CHANGE_ROSTER, Action.DELEGATE)
    if isinstance(held, Reply):
        return held
    turn.session.begin(PEOPLE, stage="name")
    name = turn.name_of(held.person_id)
    state = turn.t(STATE_OF_POST_KEYS[held.state.value])
    lines = [turn.t("people-card", name=name, post=post_of(turn, held), state=state)]
    leads = [m for m in others_of(turn, held) if m.role is Role.HOMEROOM]
    if leads:
        classes = ", ".join(spoken(turn.texts, units.get(turn.conn, m.unit_id)) for m in leads)
        lines.append(turn.t("people-leads", classes=classes))
    for granted in acts(turn, held):
        lines.append(turn.t("people-acts", **acting(turn, granted)))
    open_transfer = transfers.open_of(turn.conn, held.id)
    if open_transfer is not None:
        to = units.get(turn.conn, open_transfer.to_unit_id)
        lines.append(turn.t("people-going", unit=to.name))
    registered = bool(contacts.contacts_of(turn.conn, held.person_id))
    lines.append(turn.t("people-registered" if registered else "people-unregistered"))
    return Reply(text="\n".join(lines), choices=tuple(_choices(turn, held, registered=registered)))


STATE_OF_POST_KEYS = {
    MembershipState.ACTIVE.value: "post-active",
    MembershipState.PENDING.value: "post-pending",
    MembershipState.ON_LEAVE.value: "post-on-leave",
    MembershipState.LEFT.value: "post-left",
    MembershipState.REJECTED.value: "post-rejected",
}


def _choices(turn: Turn, held: Membership, *, registered: bool) -> list[Choice]:
    if held.state is MembershipState.PENDING:
        return [
            turn.choice("button-approve", f"approve:{held.id}"),
            turn.choice("button-reject", f"reject:{held.id}"),
        ]
    if held.state is not MembershipState.ACTIVE:
        return [turn.choice("button-back", f"back:{held.id}")]
    found: list[Choice] = []
    if turn.may(Action.CHANGE_ROSTER, held.unit_id):
        found += _changes(turn, held)
    if turn.may(Action.DELEGATE, held.unit_id) and held.role is not Role.PUPIL:
        granted = acts(turn, held)
        if granted:
            found.append(turn.choice("button-ungrant", f"withdraw:{granted[0].id}"))
        elif held.role not in (Role.PRINCIPAL, Role.OFFICER):
            found.append(turn.choice("button-grant", f"grant:{held.id}"))
    if personal_links.may_give_to_post(turn, held):
        found.append(turn.choice("button-link-of", f"link-of:{held.id}"))
    if registered and turn.may(Action.APPROVE, held.unit_id):
        found.append(turn.choice("button-release", f"release:{held.id}"))
    return found


def _changes(turn: Turn, held: Membership) -> list[Choice]:
    school = turn.school_of(held.unit_id)
    found: list[Choice] = []
    if held.role is Role.PUPIL and turn.may(Action.CHANGE_ROSTER, school.id):
        found.append(turn.choice("button-reclass", f"reclass:{held.id}"))
    if school.kind == SCHOOL:
        going = transfers.open_of(turn.conn, held.id)
        found.append(
            turn.choice("button-transfer", f"transfer:{held.id}")
            if going is None
            else turn.choice("button-transfer-back", f"transfer-back:{going.id}")
        )
    if held.role is not Role.PUPIL and school.kind == SCHOOL:
        found.append(turn.choice("button-homeroom", f"homeroom:{held.id}"))
    leaving = "button-leave-pupil" if held.role is Role.PUPIL else "button-leave-staff"
    found += [
        turn.choice("button-on-leave", f"on-leave:{held.id}"),
        turn.choice(leaving, f"leave:{held.id}"),
    ]
    return found


# --- what all that is done about a post has in common -------------------------------------------


def of(turn: Turn, membership_id: int, *actions: Action) -> Membership | Reply:
    """A post that they may do one of these things about; what to say instead where they may not.

    Nobody changes their own post, and a principal's is changed by another principal of the school only.
    Raises NotFound.
    """
    held = memberships.membership(turn.conn, membership_id)
    if not any(turn.may(action, held.unit_id) for action in actions):
        return Reply(text=turn.t("err-not-allowed"))
    if held.person_id == turn.person_id:
        return Reply(text=turn.t("people-self"))
    if held.role is Role.PRINCIPAL and not any(m.granted_by is None for m in turn.held(Role.PRINCIPAL)):
        return Reply(text=turn.t("people-head"))
    return held


def others_of(turn: Turn, held: Membership) -> list[Membership]:
    """The other active roles of the same person in the same school."""
    school = turn.school_of(held.unit_id).id
    return [
        m
        for m in memberships.memberships_of(turn.conn, held.person_id)
        if m.id != held.id and m.state is MembershipState.ACTIVE and turn.school_of(m.unit_id).id == school
    ]


def acts(turn: Turn, held: Membership) -> list[Membership]:
    """What was granted to them there and still holds."""
    return [m for m in others_of(turn, held) if m.granted_by is not None and not m.has_lapsed(turn.now)]


def acting(turn: Turn, granted: Membership) -> dict[str, str]:
    """Whom a grant is to, as what and until when, as facts of a text."""
    day = "" if granted.until is None else turn.texts.formats.day(last_valid_day(granted.until))
    name = turn.name_of(granted.person_id)
    return {"name": name, "role": turn.t(ROLE_KEYS[granted.role]), "day": day}


def changed(turn: Turn, text: str, *choices: Choice) -> Reply:
    """Done: said in one sentence, with the way to the next person."""
    turn.session.begin(PEOPLE, stage="name")
    return Reply(text=text, choices=(*choices, turn.choice("button-people", "people")))
