"""Joining: a code, one's own name on the roster, and a yes that it is oneself.

code ──► name ──► pick ──► identity ──► registered
          └► newcomer (`newcomers.py`): waits for the school's approval
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.domain.messages import Choice, Reply
from bot.domain.names import search_key
from bot.domain.people import STAFF_ROLES, Membership, MembershipState, Person, Role
from bot.domain.units import CLASS, Unit
from bot.handlers import help as help_handler
from bot.handlers import newcomers
from bot.handlers.turn import REGISTER, ROLE_KEYS, Turn, combine
from bot.storage import audit, invites, people, sessions, units
from bot.storage.people import Candidate, NewMember

#: Wrong codes before a chat has to wait, and for how long.
WRONG_CODES = 5
LOCKED_FOR = timedelta(minutes=15)
JOIN_CODE_FOR = timedelta(minutes=15)
JOIN_CODE_DIGITS = 6
#: More people than this of one name are not listed: a fuller name is asked for.
SHOWN = 6


def start(turn: Turn, code: str = "") -> Reply:
    """Somebody opened the bot, perhaps through an invite link."""
    if code:
        return enter_code(turn, code)
    if turn.person is not None:
        return help_handler.menu(turn)
    turn.session.begin(REGISTER, stage="code")
    return Reply(text=combine(turn.t("welcome-stranger"), turn.t("ask-code")).text)


def stale(turn: Turn) -> Reply:
    """A button of an earlier try, or one made up: the question that is open stays open."""
    if turn.person is not None:
        return help_handler.unknown(turn)
    return ask_name_again(turn) if "unit_id" in turn.session.data else start(turn)


def handle(turn: Turn, text: str) -> Reply:
    """Free text of somebody who is registering; digits alone are a one-time code at any stage."""
    if text.isdigit() and len(text) == JOIN_CODE_DIGITS:
        return enter_code(turn, text)
    match turn.session.data.get("stage"):
        case "name":
            return _search(turn, text)
        case "pick" | "identity":
            # Whatever is no button here is another try at the name.
            return _search(turn, text)
        case "newcomer":
            outcome = newcomers.named(turn, text)
            return outcome if isinstance(outcome, Reply) else settle_in(turn, outcome)
    # A sentence is no code, and asking where to find one must not close the chat.
    return start(turn) if len(text.split()) > 2 else enter_code(turn, text)


def enter_code(turn: Turn, text: str) -> Reply:
    """An invite code, or the one-time code of somebody who already writes from elsewhere."""
    contact, now = turn.contact, turn.now
    if contact.locked_until is not None and now < contact.locked_until:
        left = max(1, round((contact.locked_until - now) / timedelta(minutes=1)))
        return Reply(text=turn.t("err-locked", minutes=left))
    code = "".join(text.split())
    person_id = invites.use_join_code(turn.conn, code, now) if code.isdigit() else None
    if person_id is not None:
        return _join(turn, person_id)
    invite = invites.by_code(turn.conn, code, now) if 4 <= len(code) <= 40 else None
    if invite is None:
        return _wrong_code(turn)
    people.attempts(turn.conn, contact.id, 0, None)
    held = [m for m in turn.memberships if m.unit_id == invite.unit_id and m.role is invite.role]
    if held and invite.role is not Role.PARENT:
        return combine(turn.t("already-registered"), help_handler.menu(turn))
    turn.session.begin(
        REGISTER, stage="name", invite_id=invite.id, unit_id=invite.unit_id, role=invite.role.value
    )
    unit = units.get(turn.conn, invite.unit_id)
    welcome = turn.t(WELCOME_KEYS.get(invite.role, "welcome-staff"), unit=_where(turn, unit))
    return combine(None if turn.person else welcome, _ask_name(turn, invite.role))


WELCOME_KEYS: Mapping[Role, str] = {
    Role.OFFICER: "welcome-officer",
    Role.PUPIL: "welcome-pupil",
    Role.PARENT: "welcome-parent",
    Role.STAFF: "welcome-staff",
}


def _wrong_code(turn: Turn) -> Reply:
    wrong = turn.contact.wrong_codes + 1
    if wrong >= WRONG_CODES:
        people.attempts(turn.conn, turn.contact.id, 0, turn.now + LOCKED_FOR)
        return Reply(text=turn.t("err-locked", minutes=int(LOCKED_FOR / timedelta(minutes=1))))
    people.attempts(turn.conn, turn.contact.id, wrong, None)
    if turn.person is None and "unit_id" not in turn.session.data:
        turn.session.begin(REGISTER, stage="code")
    return Reply(text=turn.t("err-code", left=WRONG_CODES - wrong))


def _ask_name(turn: Turn, role: Role) -> Reply:
    match role:
        case Role.PARENT:
            return Reply(text=turn.t("ask-name-child"))
        case Role.PUPIL:
            return Reply(text=turn.t("ask-name-pupil"))
        case Role.OFFICER:
            return Reply(text=turn.t("ask-name-officer"))
        case _:
            return Reply(text=turn.t("ask-name-staff"))


def _search(turn: Turn, text: str) -> Reply:
    """Find the name on the roster of the unit that the code belongs to."""
    data = turn.session.data
    unit, role = units.get(turn.conn, data["unit_id"]), Role(data["role"])
    found = _candidates(turn, unit, role, text) if len(text) <= 120 else []
    if not found:
        choices = [turn.choice("button-type-again", "name")]
        if role in STAFF_ROLES or role in (Role.PUPIL, Role.OFFICER):
            choices.append(turn.choice("button-newcomer", "newcomer"))
        data["stage"] = "name"
        return Reply(text=turn.t("name-not-found", unit=unit.name), choices=tuple(choices))
    if len(found) > SHOWN:
        data["stage"] = "name"
        return Reply(text=turn.t("name-too-many", count=len(found)))
    if len(found) == 1:
        return _ask_identity(turn, found[0])
    data["stage"] = "pick"
    return Reply(
        text=turn.t("name-which"),
        choices=tuple(
            Choice(label=_label(turn, candidate, found), action=f"pick:{candidate.membership.id}")
            for candidate in found
        ),
    )


def _candidates(turn: Turn, unit: Unit, role: Role, words: str) -> list[Candidate]:
    classes = [u.id for u in units.children(turn.conn, unit.id, turn.today) if u.kind == CLASS]
    match role:
        case Role.PUPIL | Role.PARENT:
            return people.candidates(turn.conn, [unit.id, *classes], [Role.PUPIL], words)
        case Role.STAFF:
            return people.candidates(turn.conn, [unit.id], STAFF_ROLES, words)
        case Role.HOMEROOM:
            return people.candidates(turn.conn, [unit.id, *classes], [Role.HOMEROOM], words)
        case Role.OFFICER:
            # An office's list has positions, no officers: the invite says who may see the numbers.
            return people.candidates(turn.conn, [unit.id], [Role.OFFICER, *STAFF_ROLES], words)
        case _:
            return people.candidates(turn.conn, [unit.id], [role], words)


def _label(turn: Turn, candidate: Candidate, among: list[Candidate]) -> str:
    """A name with what tells namesakes apart: group or class, then the end of the code."""
    member = candidate.membership
    unit = units.get(turn.conn, member.unit_id)
    place = unit.name if unit.kind == CLASS else member.group or member.position
    same = [c for c in among if c.full_name == candidate.full_name and c is not candidate]
    parts = [candidate.full_name, place]
    if any((c.membership.group, c.membership.unit_id) == (member.group, member.unit_id) for c in same):
        parts.append(f"…{member.code[-3:]}" if member.code else member.position)
    return " – ".join(part for part in parts if part)


def ask_newcomer(turn: Turn) -> Reply:
    """Not on the roster: ask for the name that the school shall approve."""
    data = turn.session.data
    if turn.session.topic != REGISTER or "unit_id" not in data:
        return stale(turn)
    data["stage"] = "newcomer"
    return Reply(text=turn.t("ask-newcomer-name"))


def pick(turn: Turn, membership_id: int) -> Reply:
    """One of the names shown was chosen."""
    data = turn.session.data
    if turn.session.topic != REGISTER or "unit_id" not in data:
        return stale(turn)
    member = people.membership(turn.conn, membership_id)
    unit, role = units.get(turn.conn, data["unit_id"]), Role(data["role"])
    person = people.person(turn.conn, member.person_id)
    # The button may be old or made up: only somebody whom this code could have found is taken.
    found = _candidates(turn, unit, role, person.full_name)
    candidate = next((c for c in found if c.membership.id == membership_id), None)
    if candidate is None:
        data["stage"] = "name"
        return _ask_name(turn, role)
    return _ask_identity(turn, candidate)


def _ask_identity(turn: Turn, candidate: Candidate) -> Reply:
    data = turn.session.data
    member, role = candidate.membership, Role(data["role"])
    unit = units.get(turn.conn, member.unit_id)
    if candidate.taken and role is not Role.PARENT:
        data["stage"] = "name"
        return Reply(
            text=turn.t("identity-taken", name=candidate.full_name),
            choices=(turn.choice("button-type-again", "name"),),
        )
    data.update(stage="identity", membership_id=member.id)
    facts = {"name": candidate.full_name, "position": member.position or turn.t(ROLE_KEYS[member.role])}
    key_reply = (
        turn.t("confirm-child", name=candidate.full_name, unit=_where(turn, unit))
        if role is Role.PARENT
        else turn.t("confirm-identity", unit=_where(turn, unit), **facts)
    )
    return Reply(
        text=key_reply,
        choices=(turn.choice("button-right", "identity:yes"), turn.choice("button-wrong-name", "name")),
    )


def _where(turn: Turn, unit: Unit) -> str:
    """A class is named with its school: school names repeat all over the country, class names more so."""
    if unit.kind != CLASS:
        return unit.name
    school = units.parent(turn.conn, unit.id, turn.today)
    return f"{unit.name}, {school.name}" if school else unit.name


def ask_name_again(turn: Turn) -> Reply:
    data = turn.session.data
    if turn.session.topic != REGISTER or "unit_id" not in data:
        return stale(turn)
    data["stage"] = "name"
    return _ask_name(turn, Role(data["role"]))


def identity_confirmed(turn: Turn) -> Reply:
    """ "Yes, that is me": this chat is theirs from now on."""
    data = turn.session.data
    if turn.session.topic != REGISTER or data.get("stage") != "identity":
        return stale(turn)
    member = people.membership(turn.conn, data["membership_id"])
    role = Role(data["role"])
    invites.used(turn.conn, data["invite_id"])
    if role is Role.PARENT:
        person_id = _become_guardian(turn, member)
    else:
        person_id = member.person_id
        # Between the question and the answer somebody else may have taken the name.
        if people.contacts_of(turn.conn, person_id) and turn.contact.person_id != person_id:
            data["stage"] = "name"
            name = people.person(turn.conn, person_id).full_name
            return Reply(text=turn.t("identity-taken", name=name))
        if turn.person is not None and turn.person.id != person_id:
            return _second_post(turn, turn.person, member)
        if role is Role.OFFICER and member.role is not Role.OFFICER:
            people.add_membership(turn.conn, person_id, member.unit_id, Role.OFFICER, turn.now)
            audit.record(
                turn.conn,
                action="officer",
                subject=f"unit:{member.unit_id}",
                now=turn.now,
                person_id=person_id,
            )
    return settle_in(turn, person_id)


def _second_post(turn: Turn, person: Person, member: Membership) -> Reply:
    """Somebody who is known is on the list of another unit too: one person with two posts.

    An account stays its owner's: under another name it is not handed on.
    """
    other = people.person(turn.conn, member.person_id)
    if search_key(other.full_name) != search_key(person.full_name):
        turn.session.end()
        return Reply(text=turn.t("identity-other-person", name=person.full_name))
    people.take_post(turn.conn, member.id, person.id)
    audit.record(
        turn.conn,
        action="second-post",
        subject=f"membership:{member.id}",
        now=turn.now,
        person_id=person.id,
    )
    return settle_in(turn, person.id)


def _become_guardian(turn: Turn, child: Membership) -> int:
    """A parent: a person of their own, known only as the guardian of this child."""
    child_name = people.person(turn.conn, child.person_id).full_name
    if turn.person is None:
        parent = NewMember(
            full_name=turn.t("parent-of", name=child_name), unit_id=child.unit_id, role=Role.PARENT
        )
        person_id = people.add_members(turn.conn, [parent], turn.now)[0].person_id
    else:
        person_id = turn.person.id
        if not any(m.unit_id == child.unit_id and m.role is Role.PARENT for m in turn.memberships):
            people.add_membership(turn.conn, person_id, child.unit_id, Role.PARENT, turn.now)
    people.add_guardian(turn.conn, person_id, child.person_id)
    audit.record(
        turn.conn,
        action="guardian",
        subject=f"person:{child.person_id}",
        now=turn.now,
        person_id=person_id,
    )
    return person_id


def settle_in(turn: Turn, person_id: int) -> Reply:
    """Link the chat, move the conversation to the person, and open what they owe."""
    sessions.drop(turn.conn, sessions.owner_of(turn.contact))
    people.link(turn.conn, turn.contact.id, person_id)
    turn.contact = replace(turn.contact, person_id=person_id)
    turn.person = people.person(turn.conn, person_id)
    turn.memberships = people.memberships_of(turn.conn, person_id)
    turn.changed()
    turn.session.end()
    unit = units.get(turn.conn, turn.memberships[0].unit_id)
    if turn.memberships[0].state is MembershipState.PENDING:
        return Reply(text=turn.t("newcomer-waiting", unit=unit.name))
    return help_handler.welcome_in(turn, _where(turn, unit))


# --- a second chat of the same person -----------------------------------------------------------


def join_code(turn: Turn) -> Reply:
    """A one-time code to type into another app, so that both chats are one person."""
    code = "".join(str(ord(letter) % 10) for letter in turn.draw(JOIN_CODE_DIGITS))
    invites.add_join_code(turn.conn, code, turn.person_id, turn.now + JOIN_CODE_FOR)
    return Reply(text=turn.t("join-code", code=code, minutes=int(JOIN_CODE_FOR / timedelta(minutes=1))))


def _join(turn: Turn, person_id: int) -> Reply:
    people.attempts(turn.conn, turn.contact.id, 0, None)
    sessions.drop(turn.conn, sessions.owner_of(turn.contact))
    people.link(turn.conn, turn.contact.id, person_id)
    turn.contact = replace(turn.contact, person_id=person_id)
    turn.person = people.person(turn.conn, person_id)
    turn.memberships = people.memberships_of(turn.conn, person_id)
    turn.changed()
    # What was open in the other chat goes on here.
    turn.session = type(turn.session).from_json(sessions.load(turn.conn, f"person:{person_id}"))
    audit.record(
        turn.conn, action="join", subject=f"contact:{turn.contact.id}", now=turn.now, person_id=person_id
    )
    return combine(turn.t("joined", name=turn.person.full_name), help_handler.go_on(turn))
