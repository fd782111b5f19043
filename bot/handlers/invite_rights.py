"""Who may bring whom into which unit: a school its own people, an office the heads of what is below it."""

from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.domain.units import CLASS, SCHOOL, Unit
from bot.handlers.turn import Turn
from bot.storage import units

_CLASS_ROLES = (Role.PUPIL, Role.PARENT)


def may_invite(turn: Turn, unit_id: int, role: Role) -> bool:
    """Whether they may give out, limit and revoke codes that bring this role into the unit."""
    if not turn.may(Action.INVITE, unit_id):
        return False
    return role in roles_of(units.get(turn.conn, unit_id), at_school=is_of_own_school(turn, unit_id))


def is_of_own_school(turn: Turn, unit_id: int) -> bool:
    """Whether they invite as one of the school, not as the office above it."""
    own = {held.unit_id for held in turn.held(*HEAD_ROLES, Role.HOMEROOM)}
    return bool(own & {unit_id, turn.school_of(unit_id).id})


def roles_of(unit: Unit, *, at_school: bool) -> tuple[Role, ...]:
    """The roles that a unit's codes are for, where they may be given out at all."""
    if at_school:
        return _CLASS_ROLES if unit.kind == CLASS else (Role.STAFF, *_CLASS_ROLES)
    if unit.kind == CLASS:
        return ()
    return (Role.PRINCIPAL,) if unit.kind == SCHOOL else (Role.OFFICER,)
