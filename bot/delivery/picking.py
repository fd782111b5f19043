"""What is sent next: one transaction that claims what may go now and words what has no words yet."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.delivery.faults import describe
from bot.delivery.metering import Meter
from bot.domain.messages import Lane, Reply
from bot.domain.quotas import Allowance
from bot.storage import Connection, deliveries, outcomes
from bot.storage.deliveries import Delivery, DeliveryState
from bot.storage.failures import of_the_database
from bot.storage.savepoints import savepoint
from bot.storage.told import ANSWER

_log = logging.getLogger(__name__)

#: Words a delivery whose body is empty, at the moment of sending: None when nothing is left to say,
#: a moment to be asked again then.
Compose = Callable[[Connection, Delivery, datetime], Reply | datetime | None]

#: Claims in one lane and one transaction, so that a heap of expired rows holds the writer briefly.
CLAIMS = 50
#: How often wording a delivery may fail before it is given up.
WORDINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What is asked for."""

    channel: str
    now: datetime
    places: int  #: sends that may start
    bulk_places: int  #: how many of them may be reminders or announcements
    cooling: Mapping[str, datetime]  #: chats that have to wait, and until when
    compose: Compose
    reword_at: datetime  #: when a wording that failed is tried again
    meter: Meter
    in_flight: int  #: messages of the quota that are under way


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message that is sent now."""

    delivery: Delivery
    reply: Reply
    cost: int  #: messages that it takes of the quota

    @property
    def is_bulk(self) -> bool:
        return self.delivery.lane is not Lane.ANSWER


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What was claimed, ready to be sent."""

    ready: Sequence[Outgoing]
    bulk_count: int  #: how many of them are reminders or announcements
    exhausted: bool  #: nothing else may be sent now, whatever places were left
    next_due: datetime | None  #: if exhausted: when that changes by itself


def pick(conn: Connection, request: Pick) -> Picked:
    """Claim what may be sent now: answers first, then reminders, then announcements."""
    allowed = request.meter.allowance(conn, request.now, request.in_flight)
    answers, exhausted = _fill(conn, request, Lane.ANSWER, request.places, allowed)
    bulk: list[Outgoing] = []
    places = min(request.bulk_places, request.places - len(answers))
    for lane in (Lane.REMINDER, Lane.ANNOUNCEMENT):
        more, empty = _fill(conn, request, lane, places - len(bulk), allowed)
        bulk += more
        exhausted = exhausted and empty
    return Picked(
        ready=[*answers, *bulk],
        bulk_count=len(bulk),
        exhausted=exhausted,
        next_due=_next_due(conn, request) if exhausted else None,
    )


def _next_due(conn: Connection, request: Pick) -> datetime | None:
    moments = (
        deliveries.next_due(conn, request.channel, request.now),
        request.meter.changes_at(request.now),
    )
    return min((moment for moment in moments if moment is not None), default=None)


def _fill(
    conn: Connection, request: Pick, lane: Lane, places: int, allowed: Allowance | None
) -> tuple[list[Outgoing], bool]:
    """Deliveries of one lane for so many places, and whether there are no more."""
    ready: list[Outgoing] = []
    for _ in range(CLAIMS):
        if allowed is not None and not allowed.left(lane):
            return ready, request.meter.settle(conn, lane, request.now, allowed.under_way)
        wanted = places - len(ready)
        if wanted <= 0:
            return ready, False
        if allowed is not None:
            wanted = min(wanted, allowed.left(lane))
        claimed = deliveries.claim(conn, request.channel, lane, request.now, wanted)
        worded = [(row, reply) for row in claimed if (reply := _prepare(conn, request, row)) is not None]
        for row, reply in worded:
            cost = request.meter.cost(reply)
            if allowed is None or allowed.take(lane, cost):
                ready.append(Outgoing(delivery=row, reply=reply, cost=cost))
            else:
                outcomes.put_back(conn, row.id, reword=row.body is None)
        # One that fell out may have made room for the next of its contact: then look again.
        if not claimed or len(worded) == len(claimed) < wanted:
            return ready, True
    return ready, False


def _prepare(conn: Connection, request: Pick, delivery: Delivery) -> Reply | None:
    """What to send for a claimed delivery; None if it is not to be sent now, which is written down."""
    if delivery.stopped is DeliveryState.PAUSED:
        outcomes.paused(conn, delivery.id)
    elif delivery.stopped is not None:
        outcomes.cancelled(conn, delivery.id, request.now)
    elif delivery.unreachable:
        outcomes.given_up(conn, delivery.id, "unreachable", request.now)
    elif delivery.expires_at is not None and delivery.expires_at <= request.now:
        outcomes.expired(conn, delivery.id, request.now)
    elif (until := request.cooling.get(delivery.chat)) is not None:
        outcomes.held(conn, delivery.id, until)
    else:
        reply = delivery.body or _word(conn, request, delivery)
        return reply if delivery.kind == ANSWER or reply is None else _unasked(reply)
    return None


def _unasked(reply: Reply) -> Reply:
    """Where choices are lines, those of a message that nobody asked for carry no numbers: a number that is
    typed answers the question that is open, or chooses of what it offered."""
    return replace(reply, number_expected=True) if reply.choices else reply


def _word(conn: Connection, request: Pick, delivery: Delivery) -> Reply | None:
    try:
        with savepoint(conn):
            wording = request.compose(conn, delivery, request.now)
    except Exception as error:
        if of_the_database(error):
            raise
        _log.error("delivery %d: wording failed: %s", delivery.id, describe(error))
        reason = type(error).__name__
        if delivery.attempts + 1 >= WORDINGS:
            outcomes.given_up(conn, delivery.id, reason, request.now)
        else:
            outcomes.failed(conn, delivery.id, request.reword_at, reason)
        return None
    match wording:
        case Reply():
            deliveries.worded(conn, delivery.id, wording)
            return wording
        case datetime():
            outcomes.postponed(conn, delivery.id, wording)
        case None:
            outcomes.cancelled(conn, delivery.id, request.now)
    return None
