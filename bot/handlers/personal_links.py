"""Personal links: an address that opens the web chat and the form for one person, without an app.

Who brings people into a unit gives them to its people, a parent to a child, anybody to themselves. Whoever
opens one is taken for that person, so nobody gives a link to somebody about whom they may not decide.
"""

from bot.domain.consent import Agreement, needed
from bot.domain.deadlines import last_valid_day
from bot.domain.messages import Choice, Reply
from bot.domain.people import Membership, MembershipState
from bot.domain.permissions import Action
from bot.domain.personal_links import PersonalLink
from bot.handlers import deciders, declare, invite_code
from bot.handlers import help as help_handler
from bot.handlers.settling import become, settle_in
from bot.handlers.turn import PEOPLE, Session, Turn, combine
from bot.storage import audit, contacts, memberships, people, personal_links, sessions, units

# --- giving -------------------------------------------------------------------------------------


def for_post(turn: Turn, membership_id: int) -> Reply:
    """The link of somebody on the roster, from their card: the one there is, or a new one."""
    held = memberships.membership(turn.conn, membership_id)
    if not _may_give(turn, held.person_id):
        return Reply(text=turn.t("err-not-allowed"))
    if turn.session.topic != PEOPLE:
        turn.session.begin(PEOPLE, stage="name")
    back = turn.choice("button-back-to-card", f"person:{held.id}")
    return _given(turn, held.person_id, back)


def own(turn: Turn, person_id: int | None = None) -> Reply:
    """One's own link, or that of a child; a parent who did not say whose is asked."""
    children = _children(turn)
    if children and person_id is None:
        return Reply(
            text=turn.t("link-for-whom"),
            choices=(
                turn.choice("button-link-own", f"my-link:{turn.person_id}"),
                *(Choice(label=name, action=f"my-link:{child_id}") for child_id, name in children.items()),
            ),
        )
    if person_id not in (None, turn.person_id, *children):
        return Reply(text=turn.t("err-not-allowed"))
    return _given(turn, person_id or turn.person_id)


def may_give_to_post(turn: Turn, held: Membership) -> bool:
    """Whether the card of a post offers a link: there are addresses, and they may give one."""
    return bool(turn.links.public_url) and _may_give(turn, held.person_id)


def address_of(turn: Turn, person_id: int, *, by: int) -> str:
    """The address of somebody's link, which is made where there is none; "" where there are no pages."""
    if not turn.links.public_url:
        return ""
    link = personal_links.lasting(turn.conn, person_id, turn.now, by=by)
    return turn.links.personal(personal_links.token_of(turn.conn, link))


def _may_give(turn: Turn, person_id: int) -> bool:
    if person_id == turn.person_id or person_id in _children(turn):
        return True
    held = _posts(turn, person_id)
    return bool(held) and all(_may_decide(turn, one) for one in held)


def _may_decide(turn: Turn, held: Membership) -> bool:
    """A link opens everything that somebody may do, so every role they hold is looked at."""
    if not (turn.may(Action.INVITE, held.unit_id) and turn.may(Action.SEE_NAMES, held.unit_id)):
        return False
    return not deciders.is_leading(held.role) or deciders.may_decide(turn, held.unit_id, held.role)


def _posts(turn: Turn, person_id: int) -> list[Membership]:
    """The roles that somebody holds now."""
    present = (MembershipState.ACTIVE, MembershipState.ON_LEAVE)
    return [
        one
        for one in memberships.memberships_of(turn.conn, person_id)
        if one.state in present and not one.has_lapsed(turn.now)
    ]


def _children(turn: Turn) -> dict[int, str]:
    """The children who are asked themselves, with a parent beside them: from 7 to 15 years."""
    both = {Agreement.OWN, Agreement.GUARDIAN}
    return {
        held.person_id: name
        for held, name in people.children_of(turn.conn, turn.person_id)
        if needed(people.person(turn.conn, held.person_id).age_band) == both
    }


def _given(turn: Turn, person_id: int, *choices: Choice) -> Reply:
    if not turn.links.public_url:
        return Reply(text=turn.t("link-no-pages"), choices=choices)
    link = personal_links.lasting(turn.conn, person_id, turn.now, by=turn.person_id)
    address = turn.links.personal(personal_links.token_of(turn.conn, link))
    day = turn.texts.formats.day(last_valid_day(link.expires_at))
    text = (
        turn.t("link-own", link=address, day=day)
        if person_id == turn.person_id
        else turn.t("link-of", name=_name(turn, person_id), link=address, day=day)
    )
    return Reply(
        text=text,
        choices=(turn.choice("button-link-revoke", f"link-revoke:{person_id}"), *choices),
        number_expected=turn.session.topic not in ("", PEOPLE),  # then it answers what is open
    )


# --- revoking -----------------------------------------------------------------------------------


def revoke(turn: Turn, person_id: int, *, sure: bool) -> Reply:
    """Somebody's links open nothing any more, after a yes. Pages that are open already stay theirs."""
    if not _may_give(turn, person_id):
        return Reply(text=turn.t("err-not-allowed"))
    if personal_links.of_person(turn.conn, person_id, turn.now) is None:
        return Reply(text=turn.t("link-none-left"))
    if not sure:
        return Reply(
            text=turn.t("link-revoke"),
            choices=(
                turn.choice("button-link-revoke", f"link-revoke:{person_id}:yes"),
                turn.choice("button-link-keep", "menu"),
            ),
        )
    personal_links.revoke(turn.conn, person_id, turn.now, by=turn.person_id)
    return Reply(text=turn.t("link-revoked"))


# --- opening ------------------------------------------------------------------------------------


def opened(turn: Turn, token: str) -> Reply | None:
    """A chat begins with the address of a link: it is that person's from now on. None for other texts."""
    link = personal_links.by_token(turn.conn, token)
    if link is None:
        return None
    if link.ended(turn.now) is not None or not _posts(turn, link.person_id):
        return Reply(text=turn.t("link-ended"))
    if turn.person is not None:
        if turn.person.id != link.person_id:
            return Reply(text=turn.t("link-of-another"))
        return help_handler.go_on(turn)
    return _welcome(turn, link)


def _welcome(turn: Turn, link: PersonalLink) -> Reply:
    """One more chat of the same person: what was open elsewhere goes on here, and there they hear of it."""
    before = contacts.contacts_of(turn.conn, link.person_id)
    audit.record(
        turn.conn,
        action="personal-link-opened",
        subject=f"person:{link.person_id}",
        now=turn.now,
        person_id=link.person_id,
        detail=f"contact:{turn.contact.id}",
    )
    if not before:
        return settle_in(turn, link.person_id)
    become(turn, link.person_id)
    turn.session = Session.from_json(sessions.load(turn.conn, f"person:{link.person_id}"))
    if any(chat.channel != turn.contact.channel for chat in before):
        told = Reply(text=turn.t("link-was-opened"))
        turn.tell(link.person_id, told, f"personal-link:{link.id}:{turn.contact.id}")
    unit = units.get(turn.conn, turn.memberships[0].unit_id)
    joined = turn.t("link-joined", unit=invite_code.place(turn, unit))
    if turn.session.topic and (asked := help_handler.ask_again(turn)) is not None:
        return combine(joined, asked)
    owed = any(task.standing.owes for task in turn.tasks())
    return combine(joined, declare.list_tasks(turn) if owed else help_handler.menu(turn))


def _name(turn: Turn, person_id: int) -> str:
    return turn.name_of(person_id)
