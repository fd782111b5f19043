"""Coming back to somebody at a moment they named: a promise, or "nhắc em tối nay" """

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, literal, select, update

from bot.storage.dialects import PerDialect
from bot.storage.prepared import Prepared
from bot.storage.reminders import queue
from bot.storage.tables import deliveries, follow_ups, standings

_PROMISE = PerDialect(
    lambda insert: (statement := insert(follow_ups)).on_conflict_do_update(
        index_elements=["person_id"], set_={"at": statement.excluded.at}
    )
)
_DUE = select(follow_ups).where(follow_ups.c.at <= bindparam("now")).order_by(follow_ups.c.at)
_SNOOZE = (
    update(standings)
    .where(standings.c.id.in_(bindparam("ids", expanding=True)))
    .values(snoozed_until=bindparam("until"))
)
_SNOOZED = select(standings.c.id).where(
    standings.c.id.in_(bindparam("ids", expanding=True)),
    standings.c.snoozed_until > bindparam("now", type_=standings.c.snoozed_until.type),
)

#: What was asked for has no end; what is planned for a day has.
_CAME_BACK = Prepared(
    select(deliveries.c.id)
    .where(
        deliveries.c.person_id == bindparam("person"),
        deliveries.c.state == "sent",
        deliveries.c.kind == "reminder",
        deliveries.c.expires_at.is_(None),
        deliveries.c.finished_at >= bindparam("since"),
    )
    .limit(1)
)


def promise(conn: Connection, person_id: int, standing_ids: Sequence[int], at: datetime) -> None:
    """Come back to somebody at a moment they named, and leave them in peace until then."""
    _PROMISE.run(conn, {"person_id": person_id, "at": at})
    conn.execute(_SNOOZE, {"ids": list(standing_ids), "until": at})


def snoozed(conn: Connection, standing_ids: Sequence[int], now: datetime) -> frozenset[int]:
    """Which of these somebody asked to be left in peace about until later."""
    return frozenset(conn.scalars(_SNOOZED, {"ids": list(standing_ids), "now": now}))


def wake(conn: Connection, person_id: int, standing_ids: Sequence[int]) -> None:
    """Somebody wants reminders again: neither these nor the person wait for a later moment."""
    conn.execute(_SNOOZE, {"ids": list(standing_ids), "until": None})
    conn.execute(delete(follow_ups).where(follow_ups.c.person_id == person_id))


def queue_due(conn: Connection, now: datetime) -> int:
    """Queue what people asked to be reminded of by now; asked for, so it is not held back by hours."""
    due = conn.execute(_DUE, {"now": now}).all()
    queued = 0
    for row in due:
        people = select(literal(row.person_id).label("person_id")).subquery()
        # A key of its own: it comes even if they heard of something that day before they asked for it.
        key = literal(f"follow-up:{row.person_id}:{row.at.isoformat()}")
        queued += queue(conn, people, "reminder", key, now, None, now)
        conn.execute(delete(follow_ups).where(follow_ups.c.person_id == row.person_id))
    return queued


def next_due(conn: Connection) -> datetime | None:
    """When the next of them is due."""
    found: datetime | None = conn.scalar(select(func.min(follow_ups.c.at)))
    return found


def came_back(conn: Connection, person_id: int, since: datetime) -> bool:
    """Whether we have come back to somebody, as they asked, since a moment."""
    return _CAME_BACK.first(conn, person=person_id, since=since) is not None
