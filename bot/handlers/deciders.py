"""Who is asked to decide about people: the heads of a school, or the officers of the unit above it.

Names stay in the school: the unit above decides about its head only, and hears of others that somebody
waits, not who.
"""

from bot.domain.people import HEAD_ROLES, Person, Role
from bot.domain.permissions import Action
from bot.handlers.turn import Turn
from bot.storage import memberships, units

#: Roles that the unit above gives out, because nobody in the unit stands above them.
FROM_ABOVE = (Role.PRINCIPAL, Role.OFFICER)


def of(turn: Turn, unit_id: int, role: Role, *, but: int | None = None) -> list[Person]:
    """Those who can be asked now about somebody in this role, `but` one: they must be reachable."""
    school = turn.school_of(unit_id).id
    found = officers_above(turn, school, itself=role is Role.OFFICER) if role in FROM_ABOVE else []
    return [one for one in found or heads(turn, school) if one.id != but]


def heads(turn: Turn, unit_id: int) -> list[Person]:
    """The heads of a unit who write from a chat."""
    return _reachable(turn, unit_id, (Role.PRINCIPAL, Role.DEPUTY))


def officers_above(turn: Turn, unit_id: int, *, itself: bool = False) -> list[Person]:
    """The officers of the nearest unit above that has any who write from a chat."""
    above = [unit.id for unit in units.upwards(turn.conn, unit_id, turn.today)]
    for place in [unit_id, *above] if itself else above:
        if found := _reachable(turn, place, (Role.OFFICER,)):
            return found
    return []


def _reachable(turn: Turn, unit_id: int, roles: tuple[Role, ...]) -> list[Person]:
    found = memberships.holders(turn.conn, unit_id, roles)
    return list({person.id: person for person, _ in found if person.contact_id is not None}.values())


def may_decide(turn: Turn, unit_id: int, role: Role) -> bool:
    """Whether they may say who holds this role in a unit.

    About a principal: the unit above, or a principal of the school; nobody who acts for one.
    """
    if role in FROM_ABOVE and turn.may(Action.APPROVE_HEAD, unit_id):
        return True
    if role is Role.PRINCIPAL and not any(held.granted_by is None for held in turn.held(Role.PRINCIPAL)):
        return False
    return role is not Role.OFFICER and turn.may(Action.APPROVE, unit_id)


def is_leading(role: Role) -> bool:
    """Whether a role decides about others: nobody comes into it by a code that many have."""
    return role in (*HEAD_ROLES, Role.OFFICER)
