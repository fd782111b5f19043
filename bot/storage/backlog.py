"""How far the outbox is: what waits, what of a batch was sent, and what was given up and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.messages import Lane
from bot.storage.deliveries import LANES, DeliveryState
from bot.storage.states import under_way, waiting
from bot.storage.tables import deliveries

_LANE_OF = {number: lane for lane, number in LANES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a batch is, in deliveries."""

    waiting: int = 0  #: in flight included
    sent: int = 0
    expired: int = 0
    cancelled: int = 0
    given_up: Mapping[str, int]  #: by reason
    possible_duplicates: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """What waits in one lane of one channel and is due."""

    channel: str
    lane: Lane
    count: int
    oldest_due_at: datetime


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
_QUEUES = (
    select(deliveries.c.channel, deliveries.c.lane, func.count(), func.min(deliveries.c.due_at))
    .where(under_way(deliveries), waiting(deliveries), deliveries.c.due_at <= bindparam("now"))
    .group_by(deliveries.c.channel, deliveries.c.lane)
    .order_by(deliveries.c.channel, deliveries.c.lane)
)


def progress(conn: Connection, batch: str) -> Progress:
    """How far a batch is."""
    counts = dict.fromkeys(DeliveryState, 0)
    given_up: dict[str, int] = {}
    duplicates = 0
    for state, reason, count, perhaps in conn.execute(_PROGRESS, {"of_batch": batch}):
        counts[DeliveryState(state)] += count
        duplicates += perhaps
        if state == DeliveryState.GIVEN_UP:
            given_up[reason] = count
    return Progress(
        waiting=counts[DeliveryState.WAITING] + counts[DeliveryState.SENDING],
        sent=counts[DeliveryState.SENT],
        expired=counts[DeliveryState.EXPIRED],
        cancelled=counts[DeliveryState.CANCELLED],
        given_up=given_up,
        possible_duplicates=duplicates,
    )


def queues(conn: Connection, now: datetime) -> list[Queued]:
    """What is due and waits, by channel and lane."""
    return [
        Queued(channel=channel, lane=_LANE_OF[lane], count=count, oldest_due_at=oldest)
        for channel, lane, count, oldest in conn.execute(_QUEUES, {"now": now})
    ]
