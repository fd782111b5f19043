"""The one table of who may do what to whom: role × action × relation of units."""

from enum import StrEnum

from bot.domain.people import Role


class Action(StrEnum):
    SEE_NUMBERS = "see_numbers"
    SEE_NAMES = "see_names"
    NUDGE = "nudge"
    INVITE = "invite"
    APPROVE = "approve"
    IMPORT_ROSTER = "import_roster"
    DECLARE_FOR_UNIT = "declare_for_unit"


class Relation(StrEnum):
    """Where the other unit lies, seen from the unit in which the role is held."""

    OWN = "own"  #: the same unit
    INSIDE_SCHOOL = "inside_school"  #: a class of the school
    BELOW = "below"  #: a unit of the subtree, across the school's door
    ELSEWHERE = "elsewhere"


_A, _R = Action, Relation
_HEAD: frozenset[tuple[Action, Relation]] = frozenset(
    (action, relation)
    for action in (_A.SEE_NUMBERS, _A.SEE_NAMES, _A.NUDGE, _A.INVITE, _A.APPROVE, _A.IMPORT_ROSTER)
    for relation in (_R.OWN, _R.INSIDE_SCHOOL)
)

#: Names never leave the school: no role outside it has SEE_NAMES for anything BELOW.
PERMISSIONS: dict[Role, frozenset[tuple[Action, Relation]]] = {
    Role.OFFICER: frozenset(
        {
            (_A.SEE_NUMBERS, _R.OWN),
            (_A.SEE_NUMBERS, _R.BELOW),
            (_A.NUDGE, _R.OWN),
            (_A.NUDGE, _R.BELOW),
            (_A.INVITE, _R.OWN),
            (_A.INVITE, _R.BELOW),
            (_A.DECLARE_FOR_UNIT, _R.OWN),
        }
    ),
    Role.PRINCIPAL: _HEAD | {(_A.DECLARE_FOR_UNIT, _R.OWN)},
    Role.DEPUTY: _HEAD | {(_A.DECLARE_FOR_UNIT, _R.OWN)},
    Role.CLERK: _HEAD - {(_A.APPROVE, _R.OWN), (_A.APPROVE, _R.INSIDE_SCHOOL)}
    | {(_A.DECLARE_FOR_UNIT, _R.OWN)},
    Role.HOMEROOM: frozenset(
        {
            (_A.SEE_NUMBERS, _R.OWN),
            (_A.SEE_NAMES, _R.OWN),
            (_A.NUDGE, _R.OWN),
            (_A.INVITE, _R.OWN),
            (_A.APPROVE, _R.OWN),
        }
    ),
    Role.STAFF: frozenset(),
    Role.PUPIL: frozenset(),
    Role.PARENT: frozenset(),
}


def may(role: Role, action: Action, relation: Relation) -> bool:
    """Whether a holder of `role` may do `action` to a unit in this relation to theirs."""
    return (action, relation) in PERMISSIONS[role]
