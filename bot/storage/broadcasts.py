"""Broadcasts: what was queued under one name, how far it is, and what is done to all of it at once.

Whoever pauses or cancels a broadcast marks its name; rows that wait are put aside in the same
transaction. A row that comes to wait afterwards (queued late, or back from a failed send) is met by the
mark when it is claimed (`bot/delivery/picking.py`), so that after a mark only what was in flight is sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, delete, distinct, func, select, update

from bot.domain.tallies import Share
from bot.storage import audit
from bot.storage.deliveries import DeliveryState
from bot.storage.dialects import PerDialect
from bot.storage.rerouting import QUOTA
from bot.storage.tables import batches, deliveries

#: Over how long the present speed is measured.
LATELY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a broadcast is, in deliveries."""

    waiting: int = 0  #: in flight included
    paused: int = 0
    held: int = 0  #: of those that wait: until the next month, for want of messages
    sent: int = 0
    expired: int = 0
    cancelled: int = 0
    given_up: Mapping[str, int]  #: by reason
    possible_duplicates: int = 0

    @property
    def total(self) -> int:
        ended = self.sent + self.expired + self.cancelled + sum(self.given_up.values())
        return ended + self.waiting + self.paused


_PROGRESS = (
    select(
        deliveries.c.state,
        deliveries.c.reason,
        func.count(),
        func.sum(deliveries.c.possible_duplicates),
    )
    .where(deliveries.c.batch == bindparam("of_batch"))
    .group_by(deliveries.c.state, deliveries.c.reason)
)
#: Something of theirs is neither sent nor given up as needless.
_LEFT = deliveries.c.state.not_in([DeliveryState.SENT.value, DeliveryState.CANCELLED.value])
_PEOPLE = select(
    func.count(distinct(case((_LEFT, deliveries.c.person_id)))).label("ahead"),
    func.count(distinct(deliveries.c.person_id)).label("whole"),
).where(deliveries.c.batch == bindparam("of_batch"))
_WAITING = (
    select(deliveries.c.channel, func.count().label("rows"))
    .where(deliveries.c.batch == bindparam("of_batch"), deliveries.c.state.in_(["waiting", "paused"]))
    .group_by(deliveries.c.channel)
)
_LATELY = select(func.count()).where(
    deliveries.c.batch == bindparam("of_batch"),
    deliveries.c.state == DeliveryState.SENT.value,
    deliveries.c.finished_at > bindparam("since"),
)
_LATEST = (
    select(deliveries.c.batch)
    .where(deliveries.c.batch.is_not(None))
    .group_by(deliveries.c.batch)
    .order_by(func.max(deliveries.c.id).desc())
    .limit(bindparam("up_to"))
)
_MARK = PerDialect(
    lambda insert: (statement := insert(batches)).on_conflict_do_update(
        index_elements=["name"], set_={"state": statement.excluded.state}
    )
)
_MARKED = select(batches.c.state).where(batches.c.name == bindparam("of_batch"))
_UNMARK = delete(batches).where(batches.c.name == bindparam("of_batch"))
_MOVE = (
    update(deliveries)
    .where(
        deliveries.c.batch == bindparam("of_batch"),
        deliveries.c.state.in_(bindparam("from_states", expanding=True)),
    )
    .values(state=bindparam("to_state"), finished_at=bindparam("finished"))
)


def progress(conn: Connection, batch: str) -> Progress:
    """How far a broadcast is."""
    counts = dict.fromkeys(DeliveryState, 0)
    given_up: dict[str, int] = {}
    duplicates = held = 0
    for state, reason, count, perhaps in conn.execute(_PROGRESS, {"of_batch": batch}):
        counts[DeliveryState(state)] += count
        duplicates += perhaps
        if state == DeliveryState.GIVEN_UP:
            given_up[reason] = count
        elif state == DeliveryState.WAITING and reason == QUOTA:
            held = count
    return Progress(
        waiting=counts[DeliveryState.WAITING] + counts[DeliveryState.SENDING],
        paused=counts[DeliveryState.PAUSED],
        held=held,
        sent=counts[DeliveryState.SENT],
        expired=counts[DeliveryState.EXPIRED],
        cancelled=counts[DeliveryState.CANCELLED],
        given_up=given_up,
        possible_duplicates=duplicates,
    )


def people_done(conn: Connection, batch: str) -> Share:
    """Of those whom a broadcast is for, however many messages each gets, those for whom it is done."""
    row = conn.execute(_PEOPLE, {"of_batch": batch}).one()
    return Share(part=row.whole - row.ahead, whole=row.whole)


def waiting_by_channel(conn: Connection, batch: str) -> dict[str, int]:
    """What has not left yet, paused rows included."""
    return {row.channel: row.rows for row in conn.execute(_WAITING, {"of_batch": batch})}


def pace(conn: Connection, batch: str, now: datetime) -> float:
    """Messages a second in the last minute."""
    sent: int = conn.execute(_LATELY, {"of_batch": batch, "since": now - LATELY}).scalar_one()
    return sent / LATELY.total_seconds()


def latest(conn: Connection, limit: int) -> list[str]:
    """The names of the broadcasts that were queued last, the newest first."""
    return list(conn.scalars(_LATEST, {"up_to": limit}))


def mark_of(conn: Connection, batch: str) -> DeliveryState | None:
    """PAUSED or CANCELLED; None for a broadcast that goes out."""
    state = conn.scalar(_MARKED, {"of_batch": batch})
    return None if state is None else DeliveryState(state)


def pause(conn: Connection, batch: str, now: datetime, person_id: int | None = None) -> int:
    """Nothing of it is sent from now on, what is in flight excepted; returns how many rows wait aside.

    0 where it is paused or cancelled already.
    """
    if mark_of(conn, batch) is not None:
        return 0
    _mark(conn, batch, DeliveryState.PAUSED)
    _record(conn, "broadcast-paused", batch, now, person_id)
    return _move(conn, batch, [DeliveryState.WAITING], DeliveryState.PAUSED)


def resume(conn: Connection, batch: str, now: datetime, person_id: int | None = None) -> int:
    """A paused broadcast goes on with the rest; returns how many rows that is."""
    if mark_of(conn, batch) is not DeliveryState.PAUSED:
        return 0
    conn.execute(_UNMARK, {"of_batch": batch})
    _record(conn, "broadcast-resumed", batch, now, person_id)
    return _move(conn, batch, [DeliveryState.PAUSED], DeliveryState.WAITING)


def cancel(conn: Connection, batch: str, now: datetime, person_id: int | None = None) -> int:
    """The rest of it will never be sent; returns how many rows that is. Cannot be taken back."""
    if mark_of(conn, batch) is DeliveryState.CANCELLED:
        return 0
    _mark(conn, batch, DeliveryState.CANCELLED)
    _record(conn, "broadcast-cancelled", batch, now, person_id)
    return _move(conn, batch, [DeliveryState.WAITING, DeliveryState.PAUSED], DeliveryState.CANCELLED, now)


def _mark(conn: Connection, batch: str, state: DeliveryState) -> None:
    _MARK.run(conn, {"name": batch, "state": state.value})


def _record(conn: Connection, action: str, batch: str, now: datetime, person_id: int | None) -> None:
    audit.record(conn, action=action, subject=f"batch:{batch}"[:80], now=now, person_id=person_id)


def _move(
    conn: Connection,
    batch: str,
    states: list[DeliveryState],
    to: DeliveryState,
    finished_at: datetime | None = None,
) -> int:
    return conn.execute(
        _MOVE,
        {
            "of_batch": batch,
            "from_states": [state.value for state in states],
            "to_state": to.value,
            "finished": finished_at,
        },
    ).rowcount
