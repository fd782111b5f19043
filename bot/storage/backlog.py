"""What waits to be handled and to be sent. How far one broadcast is: `broadcasts.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.messages import Lane
from bot.storage import drawing, inbox, spending
from bot.storage.deliveries import LANES
from bot.storage.states import under_way, waiting
from bot.storage.tables import deliveries

_LANE_OF = {number: lane for lane, number in LANES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """What waits in one lane of one channel and is due."""

    channel: str
    lane: Lane
    count: int
    oldest_due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What waits to be handled and to be sent."""

    inbox_waiting: int
    inbox_set_aside: int
    queues: Sequence[Queued]
    planned: Mapping[str, int]  #: people who are to be reminded and not in the outbox yet, by channel
    sent: Mapping[str, int]  #: in this month, by channel, where it is counted


_QUEUES = (
    select(deliveries.c.channel, deliveries.c.lane, func.count(), func.min(deliveries.c.due_at))
    .where(under_way(deliveries), waiting(deliveries), deliveries.c.due_at <= bindparam("now"))
    .group_by(deliveries.c.channel, deliveries.c.lane)
    .order_by(deliveries.c.channel, deliveries.c.lane)
)


def queues(conn: Connection, now: datetime) -> list[Queued]:
    """What is due and waits, by channel and lane."""
    return [
        Queued(channel=channel, lane=_LANE_OF[lane], count=count, oldest_due_at=oldest)
        for channel, lane, count, oldest in conn.execute(_QUEUES, {"now": now})
    ]


def backlog(conn: Connection, now: datetime) -> Backlog:
    """Everything that waits at a moment."""
    return Backlog(
        inbox_waiting=inbox.count_waiting(conn),
        inbox_set_aside=inbox.count_set_aside(conn),
        queues=queues(conn, now),
        planned=drawing.left_by_channel(conn),
        sent=spending.sent(conn, now),
    )
