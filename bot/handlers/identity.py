"""Who of the roster is writing: a name is looked for, shown, and confirmed.

name ──► pick ──► identity ──► registered (`settling.py`)
  ├► newcomer (`newcomers.py`): not on the list, waits for the school
  └► claim (`claims.py`): a name that is taken, or a head's, with a code that many have
"""

from bot.domain.messages import Choice, Reply
from bot.domain.names import search_key
from bot.domain.people import STAFF_ROLES, Membership, Person, Role
from bot.domain.units import CLASS, Unit
from bot.handlers import claims, invite_code
from bot.handlers.settling import settle_in
from bot.handlers.tries import locked, missed
from bot.handlers.turn import Turn
from bot.storage import audit, contacts, memberships, people, schools, units
from bot.storage.people import Candidate, NewMember
from bot.texts.answers import ROLE_KEYS
from bot.texts.unit_names import spoken

#: More people than this of one name are not listed: a fuller name is asked for.
SHOWN = 6


def ask_name(turn: Turn, role: Role) -> Reply:
    match role:
        case Role.PARENT:
            return Reply(text=turn.t("ask-name-child"))
        case Role.PUPIL:
            return Reply(text=turn.t("ask-name-pupil"))
        case Role.OFFICER:
            return Reply(text=turn.t("ask-name-officer"))
        case _:
            return Reply(text=turn.t("ask-name-staff"))


def search(turn: Turn, text: str) -> Reply:
    """Find the name on the roster of the unit that the code belongs to.

    A given name alone finds nobody: whoever has a leaked code is not shown who is there.
    """
    if (waiting := locked(turn)) is not None:
        return waiting
    data = turn.session.data
    unit, role = units.get(turn.conn, data["unit_id"]), Role(data["role"])
    if len(text.split()) < 2:
        data["stage"] = "name"
        return Reply(text=turn.t("err-name"))
    found = _candidates(turn, unit, role, text) if len(text) <= 120 else []
    if not found and (waiting := missed(turn)) is not None:
        return waiting
    if not found:
        choices = [turn.choice("button-type-again", "name")]
        if role in STAFF_ROLES or role in (Role.PUPIL, Role.OFFICER):
            choices.append(turn.choice("button-newcomer", "newcomer"))
        data["stage"] = "name"
        return Reply(text=turn.t("name-not-found", unit=spoken(turn.texts, unit)), choices=tuple(choices))
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
    classes = [u.id for u in schools.classes(turn.conn, unit.id, turn.today)]
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
        parts.append(turn.t("code-ending", ending=member.code[-3:]) if member.code else member.position)
    return " – ".join(part for part in parts if part)


def ask_newcomer(turn: Turn) -> Reply:
    """Not on the roster: ask for the name that the school shall approve."""
    data = turn.session.data
    data["stage"] = "newcomer"
    return Reply(text=turn.t("ask-newcomer-name"))


def pick(turn: Turn, membership_id: int) -> Reply:
    """One of the names shown was chosen."""
    data = turn.session.data
    member = memberships.membership(turn.conn, membership_id)
    unit, role = units.get(turn.conn, data["unit_id"]), Role(data["role"])
    person = people.person(turn.conn, member.person_id)
    # The button may be old or made up: only somebody whom this code could have found is taken.
    found = _candidates(turn, unit, role, person.full_name)
    candidate = next((c for c in found if c.membership.id == membership_id), None)
    if candidate is None:
        data["stage"] = "name"
        return ask_name(turn, role)
    return _ask_identity(turn, candidate)


def _ask_identity(turn: Turn, candidate: Candidate) -> Reply:
    data = turn.session.data
    member, role = candidate.membership, Role(data["role"])
    unit = units.get(turn.conn, member.unit_id)
    if role is not Role.PARENT and (claim := claims.needed(turn, candidate, role)) is not None:
        return claim
    data.update(stage="identity", membership_id=member.id)
    facts = {"name": candidate.full_name, "position": member.position or turn.t(ROLE_KEYS[member.role])}
    key_reply = (
        turn.t("confirm-child", name=candidate.full_name, unit=invite_code.place(turn, unit))
        if role is Role.PARENT
        else turn.t("confirm-identity", unit=invite_code.place(turn, unit), **facts)
    )
    return Reply(
        text=key_reply,
        choices=(turn.choice("button-right", "identity:yes"), turn.choice("button-wrong-name", "name")),
    )


def name_again(turn: Turn) -> Reply:
    data = turn.session.data
    data["stage"] = "name"
    return ask_name(turn, Role(data["role"]))


def confirmed(turn: Turn) -> Reply:
    """ "Yes, that is me": this chat is theirs from now on."""
    data = turn.session.data
    if data.get("stage") != "identity":  # a button of a question that was never asked
        return name_again(turn)
    member = memberships.membership(turn.conn, data["membership_id"])
    role = Role(data["role"])
    refused = _not_theirs(turn, member) if role is not Role.PARENT else None
    if refused is None:
        refused = invite_code.take_in(turn, data["invite_id"])
    if refused is not None:
        return refused
    if role is Role.PARENT:
        guardian_id = _become_guardian(turn, member)
        return settle_in(turn, guardian_id, unit_id=member.unit_id, child_id=member.person_id)
    if turn.person is not None and turn.person.id != member.person_id:
        return _second_post(turn, turn.person, member)
    if role is Role.OFFICER and member.role is not Role.OFFICER:
        memberships.add_membership(turn.conn, member.person_id, member.unit_id, Role.OFFICER, turn.now)
        audit.record(
            turn.conn,
            action="officer",
            subject=f"unit:{member.unit_id}",
            now=turn.now,
            person_id=member.person_id,
        )
    return settle_in(turn, member.person_id)


def _not_theirs(turn: Turn, member: Membership) -> Reply | None:
    """Why a name cannot be this account's; None where it can."""
    name = turn.name_of(member.person_id)
    # Between the question and the answer somebody else may have taken the name.
    if contacts.contacts_of(turn.conn, member.person_id) and turn.contact.person_id != member.person_id:
        return claims.taken(turn, member, name)
    # An account stays its owner's: under another name it is not handed on.
    if turn.person is not None and search_key(turn.person.full_name) != search_key(name):
        turn.session.end()
        return Reply(text=turn.t("identity-other-person", name=turn.person.full_name))
    return None


def _second_post(turn: Turn, person: Person, member: Membership) -> Reply:
    """Somebody who is known is on the list of another unit too: one person with two posts."""
    memberships.take_post(turn.conn, member.id, person.id)
    audit.record(
        turn.conn,
        action="second-post",
        subject=f"membership:{member.id}",
        now=turn.now,
        person_id=person.id,
    )
    return settle_in(turn, person.id, unit_id=member.unit_id)


def _become_guardian(turn: Turn, child: Membership) -> int:
    """A parent: a person of their own, known only as the guardian of this child."""
    child_name = turn.name_of(child.person_id)
    if turn.person is None:
        parent = NewMember(
            full_name=turn.t("parent-of", name=child_name), unit_id=child.unit_id, role=Role.PARENT
        )
        person_id = people.add_members(turn.conn, [parent], turn.now)[0].person_id
    else:
        person_id = turn.person.id
        if not any(m.unit_id == child.unit_id and m.role is Role.PARENT for m in turn.memberships):
            memberships.add_membership(turn.conn, person_id, child.unit_id, Role.PARENT, turn.now)
    people.add_guardian(turn.conn, person_id, child.person_id)
    audit.record(
        turn.conn,
        action="guardian",
        subject=f"person:{child.person_id}",
        now=turn.now,
        person_id=person_id,
    )
    return person_id
