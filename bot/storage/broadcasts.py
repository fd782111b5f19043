"""Broadcasts: what was queued under one name, how far it is, and what is done to all of it at once.

Whoever pauses or cancels a broadcast marks its name; rows that wait are put aside in the same
transaction, in a turn so many of them as take little time (`IN_A_TURN`). The others, and a row that comes to
wait afterwards (queued late, or back from a failed send), are met by the mark when they are claimed
(`bot/delivery/picking.py`), so that after a mark only what was in flight is sent. What lies aside and no
longer should, `settle` takes up later. Whoever is planned and not in the outbox yet (`drawing.py`) is part of
the broadcast, and comes into the outbox only while it has no mark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, delete, distinct, func, literal_column, select, update

from bot.domain.tallies import Share
from bot.storage import audit, drawing
from bot.storage.deliveries import DeliveryState
from bot.storage.dialects import PerDialect
from bot.storage.rerouting import QUOTA
from bot.storage.surveys import survey
from bot.storage.tables import batches, deliveries

#: Rows that are put aside, or back, while somebody waits for the answer: some milliseconds.
IN_A_TURN = 1_000
#: More rows than a broadcast has.
EVERYTHING = 2**31 - 1
#: Over how long the present speed is measured.
LATELY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a broadcast is, in deliveries."""

    waiting: int = 0  #: in flight included
    in_flight: int = 0
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
_FROM = deliveries.c.state.in_(bindparam("from_states", expanding=True))
_SOME = (
    select(deliveries.c.id)
    .where(deliveries.c.batch == bindparam("of_batch"), _FROM)
    .order_by(deliveries.c.id)
    .limit(bindparam("most"))
)
#: The state is asked for twice: a row may be claimed between the choice and the change.
_MOVE = (
    update(deliveries)
    .where(deliveries.c.id.in_(_SOME), _FROM)
    .values(state=bindparam("to_state"), finished_at=bindparam("finished"))
)
#: Rows that lie aside, though theirs goes on, or was cancelled since.
_ASIDE = (
    select(deliveries.c.id)
    .outerjoin(batches, batches.c.name == deliveries.c.batch)
    .where(
        deliveries.c.state == literal_column("'paused'"),  # as the index has it
        batches.c.state.is_distinct_from(DeliveryState.PAUSED.value),
    )
    .limit(bindparam("most"))
)
_CANCELLED = deliveries.c.batch.in_(
    select(batches.c.name).where(batches.c.state == DeliveryState.CANCELLED.value)
)
_SETTLE = (
    update(deliveries)
    .where(deliveries.c.id.in_(_ASIDE), deliveries.c.state == DeliveryState.PAUSED.value)
    .values(
        state=case((_CANCELLED, DeliveryState.CANCELLED.value), else_=DeliveryState.WAITING.value),
        finished_at=case((_CANCELLED, bindparam("finished", type_=deliveries.c.finished_at.type))),
    )
)


def progress(conn: Connection, batch: str) -> Progress:
    """How far a broadcast is; to a turn that steers it, how far it was just before."""
    return survey(conn, ("progress", batch), lambda reader: _progress(reader, batch))


def _progress(conn: Connection, batch: str) -> Progress:
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
    # Those who are not in the outbox yet fare as the broadcast does.
    counts[mark_of(conn, batch) or DeliveryState.WAITING] += drawing.left(conn, batch)
    return Progress(
        waiting=counts[DeliveryState.WAITING] + counts[DeliveryState.SENDING],
        in_flight=counts[DeliveryState.SENDING],
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

    def count(reader: Connection) -> Share:
        row = reader.execute(_PEOPLE, {"of_batch": batch}).one()
        return Share(part=row.whole - row.ahead, whole=row.whole)

    return survey(conn, ("people done", batch), count)


def waiting_by_channel(conn: Connection, batch: str) -> dict[str, int]:
    """What has not left yet, paused rows included."""

    def count(reader: Connection) -> dict[str, int]:
        return {row.channel: row.rows for row in reader.execute(_WAITING, {"of_batch": batch})}

    return survey(conn, ("waiting by channel", batch), count)


def pace(conn: Connection, batch: str, now: datetime) -> float:
    """Messages a second in the last minute."""
    sent: int = conn.execute(_LATELY, {"of_batch": batch, "since": now - LATELY}).scalar_one()
    return sent / LATELY.total_seconds()


def latest(conn: Connection, limit: int) -> list[str]:
    """The names of the broadcasts that were queued last, the newest first."""
    return [*drawing.unbegun(conn), *conn.scalars(_LATEST, {"up_to": limit})][:limit]


def mark_of(conn: Connection, batch: str) -> DeliveryState | None:
    """PAUSED or CANCELLED; None for a broadcast that goes out."""
    state = conn.scalar(_MARKED, {"of_batch": batch})
    return None if state is None else DeliveryState(state)


def pause(
    conn: Connection, batch: str, now: datetime, person_id: int | None = None, most: int | None = None
) -> int:
    """Nothing of it is sent from now on, what is in flight excepted; returns how many rows were put aside.

    0 where it is paused or cancelled already. `most`: so many at once, the others when they are met.
    """
    if mark_of(conn, batch) is not None:
        return 0
    _mark(conn, batch, DeliveryState.PAUSED)
    _record(conn, "broadcast-paused", batch, now, person_id)
    return _move(conn, batch, [DeliveryState.WAITING], DeliveryState.PAUSED, most)


def resume(
    conn: Connection, batch: str, now: datetime, person_id: int | None = None, most: int | None = None
) -> int:
    """A paused broadcast goes on with the rest; returns how many rows wait again, `most` of them at once."""
    if mark_of(conn, batch) is not DeliveryState.PAUSED:
        return 0
    conn.execute(_UNMARK, {"of_batch": batch})
    _record(conn, "broadcast-resumed", batch, now, person_id)
    return _move(conn, batch, [DeliveryState.PAUSED], DeliveryState.WAITING, most)


def cancel(
    conn: Connection, batch: str, now: datetime, person_id: int | None = None, most: int | None = None
) -> int:
    """The rest of it will never be sent; returns how many rows were ended, `most` of them at once.

    Cannot be taken back.
    """
    if mark_of(conn, batch) is DeliveryState.CANCELLED:
        return 0
    _mark(conn, batch, DeliveryState.CANCELLED)
    _record(conn, "broadcast-cancelled", batch, now, person_id)
    ahead = [DeliveryState.WAITING, DeliveryState.PAUSED]
    return _move(conn, batch, ahead, DeliveryState.CANCELLED, most, now)


def _mark(conn: Connection, batch: str, state: DeliveryState) -> None:
    _MARK.run(conn, {"name": batch, "state": state.value})


def _record(conn: Connection, action: str, batch: str, now: datetime, person_id: int | None) -> None:
    audit.record(conn, action=action, subject=f"batch:{batch}"[:80], now=now, person_id=person_id)


def _move(
    conn: Connection,
    batch: str,
    states: list[DeliveryState],
    to: DeliveryState,
    most: int | None,
    finished_at: datetime | None = None,
) -> int:
    moved = conn.execute(
        _MOVE,
        {
            "of_batch": batch,
            "from_states": [state.value for state in states],
            "to_state": to.value,
            "finished": finished_at,
            "most": EVERYTHING if most is None else most,
        },
    ).rowcount
    return moved + drawing.left(conn, batch)


def unsettled(conn: Connection) -> bool:
    """Whether rows lie aside that should not."""
    return conn.execute(_ASIDE, {"most": 1}).first() is not None


def settle(conn: Connection, now: datetime) -> int:
    """Let some of the rows go on that lie aside, or end with their broadcast; returns how many."""
    return conn.execute(_SETTLE, {"most": IN_A_TURN, "finished": now}).rowcount
