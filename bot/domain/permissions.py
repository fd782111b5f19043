"""The one table of who may do what to whom: role × action × relation of units."""

from enum import StrEnum

from bot.domain.people import Role


class Action(StrEnum):
    SEE_NUMBERS = "see_numbers"  #: status, trend, five figures, exports without names
    SEE_NAMES = "see_names"  #: lists and exports with names
    NUDGE = "nudge"
    INVITE = "invite"  #: give, limit and revoke invites; posters
    APPROVE = "approve"  #: newcomers, and claims to a name, of the unit
    APPROVE_HEAD = "approve_head"  #: whoever comes, or claims, to be the head of the unit
    IMPORT_ROSTER = "import_roster"  #: staff and class lists
    IMPORT_UNITS = "import_units"  #: lists of units, merging and splitting them
    CHANGE_ROSTER = "change_roster"  #: somebody leaves, is on leave, moves; the end of the school year
    DELEGATE = "delegate"  #: let somebody act for the head until a day
    DECLARE_FOR_UNIT = "declare_for_unit"
    REPORT_CLASS = "report_class"  #: numbers of a whole class, or an answer for one of its pupils
    RUN_CAMPAIGN = "run_campaign"  #: start, pause, resume, extend, close
    SET_DEADLINE = "set_deadline"  #: an earlier deadline of the unit's own (hạn nội bộ)
    OPEN_ROUND = "open_round"  #: ask for something at once (đột xuất)
    ANNOUNCE = "announce"


class Relation(StrEnum):
    """Where the other unit lies, seen from the unit in which the role is held."""

    OWN = "own"  #: the same unit
    INSIDE_SCHOOL = "inside_school"  #: a grade or a class of the school
    BELOW = "below"  #: a unit of the subtree, across the school's door
    VIEWED = "viewed"  #: in the subtree of a unit that the other one answers to as a second line
    ELSEWHERE = "elsewhere"


_A, _R = Action, Relation


def _each(actions: frozenset[Action], *relations: Relation) -> frozenset[tuple[Action, Relation]]:
    return frozenset((action, relation) for action in actions for relation in relations)


#: What the head of a school does in it, whoever it is that acts as the head.
_LEADING = frozenset(
    {
        _A.SEE_NUMBERS,
        _A.SEE_NAMES,
        _A.NUDGE,
        _A.INVITE,
        _A.APPROVE,
        _A.IMPORT_ROSTER,
        _A.CHANGE_ROSTER,
        _A.REPORT_CLASS,
        _A.SET_DEADLINE,
        _A.ANNOUNCE,
    }
)
#: The whole unit, classes included, but not one class of it.
_WHOLE = frozenset({_A.DECLARE_FOR_UNIT, _A.RUN_CAMPAIGN})
_OVERSEEING = frozenset(
    {
        _A.SEE_NUMBERS,
        _A.NUDGE,
        _A.INVITE,
        _A.APPROVE_HEAD,
        _A.IMPORT_UNITS,
        _A.RUN_CAMPAIGN,
        _A.SET_DEADLINE,
        _A.OPEN_ROUND,
        _A.ANNOUNCE,
    }
)
_PRINCIPAL = _each(_LEADING, _R.OWN, _R.INSIDE_SCHOOL) | _each(_WHOLE, _R.OWN)

#: Names never leave the school: no role outside it has SEE_NAMES for anything BELOW.
PERMISSIONS: dict[Role, frozenset[tuple[Action, Relation]]] = {
    Role.OFFICER: _each(_OVERSEEING, _R.OWN, _R.BELOW)
    | _each(frozenset({_A.DECLARE_FOR_UNIT, _A.DELEGATE}), _R.OWN)
    | _each(frozenset({_A.SEE_NUMBERS}), _R.VIEWED),
    Role.PRINCIPAL: _PRINCIPAL | _each(frozenset({_A.DELEGATE}), _R.OWN, _R.INSIDE_SCHOOL),
    Role.DEPUTY: _PRINCIPAL,
    Role.CLERK: _each(_LEADING - {_A.APPROVE, _A.SET_DEADLINE}, _R.OWN, _R.INSIDE_SCHOOL)
    | _each(frozenset({_A.DECLARE_FOR_UNIT}), _R.OWN),
    Role.HOMEROOM: _each(_LEADING - {_A.SET_DEADLINE}, _R.OWN),
    Role.STAFF: frozenset(),
    Role.PUPIL: frozenset(),
    Role.PARENT: frozenset(),
}


#: Who of those with SEE_NAMES has it in sensitive campaigns too: health is nobody else's business.
SENSITIVE_VIEWERS = (Role.PRINCIPAL, Role.DEPUTY)


def may(role: Role, action: Action, relation: Relation) -> bool:
    """Whether a holder of `role` may do `action` to a unit in this relation to theirs."""
    return (action, relation) in PERMISSIONS[role]
