"""How many an obligation would bind, before it is put to work."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, func, literal, select

from bot.domain.campaigns import Audience
from bot.storage.bound import EXPECTED_STATES, audience_roles
from bot.storage.tables import memberships, unit_parents, units
from bot.storage.unit_parents import DEEPEST, Link, holds_on

#: Units of a tree that is walked within a turn; a large province has some 1,400.
MOST_UNITS = 5_000
_ALL_UNITS = select(func.count()).select_from(units)


def count(conn: Connection, audience: Audience, scope_unit_id: int, on: date) -> int | None:
    """People, or units, of an audience in a unit and everything below it on a day.

    The tree of that day need not be written down yet: it is walked. None where that takes longer than a turn
    may: a nation is counted when its rounds open.
    """
    if (conn.scalar(_ALL_UNITS) or 0) > MOST_UNITS:
        return None
    inside = _below(scope_unit_id, on)
    if audience.answered_by_units:
        bound = select(func.count()).where(units.c.id.in_(inside), units.c.kind.in_(audience.units))
    else:
        bound = select(func.count(memberships.c.person_id.distinct())).where(
            memberships.c.unit_id.in_(inside),
            memberships.c.role.in_([role.value for role in audience_roles(audience)]),
            memberships.c.state.in_(EXPECTED_STATES),
        )
        if audience.smartphone_only:
            bound = bound.where(memberships.c.has_smartphone.is_not(False))
    found: int = conn.execute(bound).scalar_one()
    return found


def _below(unit_id: int, on: date) -> Any:
    """The ids of a unit and everything counted in it on a day."""
    tree = select(literal(unit_id, units.c.id.type).label("unit_id"), literal(0).label("depth")).cte(
        "below", recursive=True
    )
    tree = tree.union_all(
        select(unit_parents.c.unit_id, tree.c.depth + 1).where(
            unit_parents.c.parent_id == tree.c.unit_id,
            holds_on(on, Link.ROLLUP),
            tree.c.depth < DEEPEST,
        )
    )
    return select(tree.c.unit_id)
