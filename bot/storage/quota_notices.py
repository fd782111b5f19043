"""Who is told that a bot has little left of its month: whoever leads the people it serves.

The operator reads logs, and those who planned for the bot may not. They hear of it where they write to us.
"""

from datetime import date, datetime

from sqlalchemy import Connection, select

from bot.domain.announcing import goes_out_at
from bot.domain.deadlines import local
from bot.domain.holidays import is_holiday
from bot.domain.messages import Lane
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.quotas import month_of
from bot.storage import contacts as contact_store
from bot.storage import deliveries, units
from bot.storage.tables import contacts, memberships, persons, unit_parents
from bot.storage.unit_parents import Link, holds_on

_LEADERS = (Role.OFFICER, *HEAD_ROLES)


def kind_of(level: int) -> str:
    """The kind of a delivery that tells of it."""
    return f"quota:{level}"


def queue(conn: Connection, channel: str, level: int, now: datetime) -> int:
    """Tell those who lead the topmost unit whose people the bot serves; returns how many that are.

    It is worded when it leaves, and may use what is kept for conversations.
    """
    due_at = goes_out_at(now, _LEADERS, is_holiday, urgent=False)
    queued = 0
    for person_id, contact_id in leaders(conn, channel, local(now).date()):
        queued += deliveries.queue(
            conn,
            contact=contact_store.contact_by_id(conn, contact_id),
            body=None,
            lane=Lane.ANSWER,
            kind=kind_of(level),
            dedupe_key=f"quota:{channel}:{month_of(now)}:{level}:{person_id}",
            person_id=person_id,
            now=now,
            due_at=due_at,
        )
    return queued


def leaders(conn: Connection, channel: str, on: date) -> list[tuple[int, int]]:
    """Officers and heads of the topmost unit that has people on a channel, below it or in it, and somebody
    who can be written to; each with the chat they write from.
    """
    served = (
        select(memberships.c.unit_id)
        .join(contacts, contacts.c.person_id == memberships.c.person_id)
        .where(contacts.c.channel == channel, memberships.c.state == "active")
    )
    above = select(served.subquery().c.unit_id).distinct().cte("above", recursive=True)
    above = above.union(
        select(unit_parents.c.parent_id).where(
            unit_parents.c.unit_id == above.c.unit_id, holds_on(on, Link.ROLLUP)
        )
    )
    found = conn.execute(
        select(memberships.c.unit_id, memberships.c.person_id, persons.c.contact_id)
        .join(persons, persons.c.id == memberships.c.person_id)
        .join(contacts, contacts.c.id == persons.c.contact_id)
        .where(
            memberships.c.unit_id.in_(select(above.c.unit_id)),
            memberships.c.role.in_([role.value for role in _LEADERS]),
            memberships.c.state == "active",
            contacts.c.unreachable_at.is_(None),
        )
        .order_by(memberships.c.person_id)
    ).all()
    depths = {one: sum(1 for _ in units.upwards(conn, one, on)) for one in {row.unit_id for row in found}}
    top = min(depths.values(), default=0)
    return list(dict.fromkeys((row.person_id, row.contact_id) for row in found if depths[row.unit_id] == top))
