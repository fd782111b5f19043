"""How many an obligation would bind, before it is put to work."""

from datetime import date

from sqlalchemy import Connection, func, select

from bot.domain.campaigns import Audience
from bot.storage.bound import EXPECTED_STATES, audience_roles
from bot.storage.subtrees import inside
from bot.storage.surveys import survey
from bot.storage.tables import memberships, units


def count(conn: Connection, audience: Audience, scope_unit_id: int, on: date) -> int:
    """People, or units, of an audience in a unit and everything below it on a day.

    The tree of that day need not be written down yet: it is walked.
    """
    return survey(
        conn,
        ("expected", audience, scope_unit_id, on),
        lambda reader: _count(reader, audience, scope_unit_id, on),
    )


def _count(conn: Connection, audience: Audience, scope_unit_id: int, on: date) -> int:
    below = inside(scope_unit_id, on)
    if audience.answered_by_units:
        bound = select(func.count()).where(units.c.id.in_(below), units.c.kind.in_(audience.units))
    else:
        bound = select(func.count(memberships.c.person_id.distinct())).where(
            memberships.c.unit_id.in_(below),
            memberships.c.role.in_([role.value for role in audience_roles(audience)]),
            memberships.c.state.in_(EXPECTED_STATES),
        )
        if audience.smartphone_only:
            bound = bound.where(memberships.c.has_smartphone.is_not(False))
    found: int = conn.execute(bound).scalar_one()
    return found
