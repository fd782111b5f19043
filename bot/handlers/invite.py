"""Inviting people: for which unit and role, and the code that brings them in.

offer ──► unit (tapped, or typed by name or code) ──► role ──► code (`invite_code.py` changes it)
"""

from collections.abc import Sequence

from bot.domain.invites import CODE_LENGTH
from bot.domain.messages import Choice, Reply
from bot.domain.names import search_key
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.domain.readings import Asked, Intent, Vocabulary
from bot.domain.units import SCHOOL, Unit, short_name
from bot.handlers import invite_code
from bot.handlers.invite_rights import is_of_own_school, may_invite, roles_of
from bot.handlers.turn import INVITE, Turn
from bot.storage import invites, unit_mentions, unit_search, units
from bot.texts.answers import ROLE_KEYS

#: Units on one page: what a phone shows at once.
PAGE = 8
#: What a name of a unit may be read as; anything else leaves the question.
_MAY_BE_A_NAME = frozenset({Intent.UNKNOWN, Intent.ANSWER, Intent.FOR_OTHERS})
#: The roles that can be named in a sentence.
_NAMED = (Role.STAFF, Role.PUPIL, Role.PARENT)
#: Buttons under a question of ours.
_ASKING = ("inviting:", "invite:", "code-days:")


def offer(turn: Turn) -> Reply:
    """Whom shall they invite, and where?"""
    places = _places(turn)
    if not places:
        return Reply(text=turn.t("err-not-allowed"))
    if len(places) == 1:
        return inside(turn, places[0].id)
    turn.session.begin(INVITE)
    return Reply(text=turn.t("invite-where"), choices=_units(turn, places))


def asked(turn: Turn, sentence: str) -> Reply:
    """ "mời phụ huynh": the code at once, where it says for whom and there is one place; else it is asked."""
    said, places = f" {search_key(sentence)} ", _places(turn)
    roles = {role for role in _NAMED if any(f" {name} " in said for name in _names(turn, role))}
    if len(roles) != 1 or len(places) != 1:
        return offer(turn)
    [role], place = roles, places[0]
    classes = unit_mentions.mentioned(turn.conn, sentence, turn.today, schools=[place.id])
    unit_id = classes[0] if len(classes) == 1 else place.id
    return give(turn, unit_id, role) if len(classes) < 2 and may_invite(turn, unit_id, role) else offer(turn)


def _names(turn: Turn, role: Role) -> list[str]:
    """What a role's button calls those who hold it, one by one: "Học sinh, học viên"."""
    return [search_key(name) for name in turn.t(ROLE_KEYS[role]).split(",")]


def _places(turn: Turn) -> list[Unit]:
    """The units they invite people into, or below; a class of a school that they lead is found there."""
    held = dict.fromkeys(m.unit_id for m in turn.held(Role.OFFICER, *HEAD_ROLES, Role.HOMEROOM))
    return [
        units.get(turn.conn, place)
        for place in held
        if (school := turn.school_of(place).id) == place or school not in held
    ]


def inside(turn: Turn, unit_id: int, page: int | None = None) -> Reply:
    """A unit: the roles to invite into it, and the units below it, a page at a time.

    Classes are a step of their own (`page` given): a school is asked for as a whole first.
    """
    if not turn.may(Action.INVITE, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit, at_school = units.get(turn.conn, unit_id), is_of_own_school(turn, unit_id)
    roles = roles_of(unit, at_school=at_school)
    children = units.children(turn.conn, unit_id, turn.today)
    below = [child for child in children if roles_of(child, at_school=at_school)]
    if not roles and not below:
        return Reply(text=turn.t("err-not-allowed"))
    if not below and len(roles) == 1:
        return give(turn, unit_id, roles[0])
    turn.session.begin(INVITE)
    choices = [
        Choice(label=turn.t(ROLE_KEYS[role]), action=f"invite:{unit_id}:{role.value}") for role in roles
    ]
    whom = turn.t("invite-whom", unit=invite_code.place(turn, unit))
    if unit.kind == SCHOOL and below and page is None:
        choices.append(turn.choice("button-by-class", f"inviting:{unit_id}:0"))
        return Reply(text=whom, choices=tuple(choices))
    first = (page or 0) * PAGE
    if page is not None:
        choices = []
    choices += _units(turn, below[first : first + PAGE])
    if len(below) > first + PAGE:
        choices.append(turn.choice("button-more", f"inviting:{unit_id}:{first // PAGE + 1}"))
    where = turn.t("invite-which-class" if unit.kind == SCHOOL else "invite-where")
    return Reply(text=where if below else whom, choices=tuple(choices))


def _units(turn: Turn, found: Sequence[Unit]) -> tuple[Choice, ...]:
    shorter = dict(line.split(" = ") for line in turn.t("unit-short-names").splitlines())
    return tuple(Choice(label=short_name(unit.name, shorter), action=f"inviting:{unit.id}") for unit in found)


def give(turn: Turn, unit_id: int, role: Role) -> Reply:
    """The code that brings people of this role into the unit: the same one as long as it lets them in."""
    if not may_invite(turn, unit_id, role):
        return Reply(text=turn.t("err-not-allowed"))
    turn.session.put_aside()
    [invite] = invites.of_each(
        turn.conn,
        [unit_id],
        role,
        turn.now,
        draw=lambda: turn.draw(CODE_LENGTH),
        created_by=turn.person_id,
    )
    return invite_code.card(turn, invite)


# --- typed --------------------------------------------------------------------------------------


def handle(turn: Turn, text: str) -> Reply | None:
    """Free text while a unit or the terms of a code are asked for; None where it is about something else."""
    if not any(action.startswith(_ASKING) for _, action in turn.session.offered):
        turn.session.end()  # the talk has moved on: a number said now is about something else
        return None
    if "invite_id" in turn.session.data:
        return invite_code.terms_typed(turn, text)
    reading = turn.read(text, Asked(), Vocabulary())
    if reading.intent not in _MAY_BE_A_NAME or reading.slots:
        return None
    places = _places(turn)
    found = [
        unit
        for place in places
        for unit in unit_search.find(turn.conn, place, text, turn.today, most=PAGE + 1)
    ]
    if len(found) == 1:
        return inside(turn, found[0].id)
    if found:
        text = turn.t("invite-which") if len(found) <= PAGE else turn.t("invite-too-many", shown=PAGE)
        return Reply(text=text, choices=_units(turn, found[:PAGE]))
    if not places:
        return None
    return Reply(text=turn.t("invite-not-found", unit=places[0].name), choices=offer(turn).choices)
