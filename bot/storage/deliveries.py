"""The outbox: every message to somebody, until it is sent or it is known why not.

A delivery is *waiting*, then *sending* (claimed: its send is about to leave or under way), and ends as
*sent*, *given_up* (with the reason), *expired* or *cancelled*; *paused* is set aside until its broadcast
goes on (`broadcasts.py`). Only the one dispatcher that holds the
channel's lease claims; what a dead one left *sending* is taken back by `recover`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    text,
    update,
)

from bot.domain.messages import Lane, Reply
from bot.domain.people import Contact
from bot.storage import bodies
from bot.storage.prepared import Prepared
from bot.storage.states import under_way, waiting
from bot.storage.tables import batches, contacts, deliveries


class DeliveryState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    GIVEN_UP = "given_up"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


#: Why something was not sent: another message said it.
MERGED = "merged"
#: How the tables write the lanes: the lower goes first.
LANES = {Lane.ANSWER: 0, Lane.REMINDER: 1, Lane.ANNOUNCEMENT: 2}
_LANE_OF = {number: lane for lane, number in LANES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A message that was claimed."""

    id: int
    contact_id: int
    chat: str
    person_id: int | None
    lane: Lane
    kind: str  #: who words it, if `body` is empty
    body: Reply | None
    due_at: datetime
    expires_at: datetime | None
    attempts: int  #: how many sends have failed
    possible_duplicates: int  #: how many of those may have arrived all the same
    unreachable: bool  #: the contact cannot be written to any more
    #: what becomes of it because its broadcast was paused or cancelled
    stopped: DeliveryState | None = None


# --- statements ---------------------------------------------------------------------------------


def is_in(state: DeliveryState) -> ColumnElement[bool]:
    """Spelled out, not bound: only then do the databases use the small indexes of this state."""
    return deliveries.c.state == text(f"'{state}'")


_OPEN = under_way(deliveries)
_WAITING = and_(_OPEN, waiting(deliveries))
_MINE = deliveries.c.channel == bindparam("on_channel")
_ID = deliveries.c.id == bindparam("delivery_id")
_ahead = deliveries.alias("ahead")

_QUEUE = Prepared(
    lambda insert: (
        insert(deliveries).on_conflict_do_nothing(index_elements=["dedupe_key"]).returning(deliveries.c.id)
    )
)
_DUE = Prepared(
    select(
        deliveries.c.id,
        deliveries.c.contact_id,
        contacts.c.chat,
        deliveries.c.person_id,
        deliveries.c.lane,
        deliveries.c.kind,
        deliveries.c.body,
        deliveries.c.due_at,
        deliveries.c.expires_at,
        deliveries.c.attempts,
        deliveries.c.possible_duplicates,
        contacts.c.unreachable_at,
        select(batches.c.state)
        .where(batches.c.name == deliveries.c.batch)
        .scalar_subquery()
        .label("stopped"),
    )
    .join(contacts, contacts.c.id == deliveries.c.contact_id)
    .where(
        _WAITING,
        _MINE,
        deliveries.c.lane == bindparam("in_lane"),
        deliveries.c.due_at <= bindparam("now"),
        or_(deliveries.c.retry_at.is_(None), deliveries.c.retry_at <= bindparam("now")),
        # Of one contact only the oldest that is due: a retry keeps its place, nothing overtakes it.
        ~exists().where(
            and_(
                _ahead.c.contact_id == deliveries.c.contact_id,
                under_way(_ahead),
                _ahead.c.id < deliveries.c.id,
                _ahead.c.lane <= deliveries.c.lane,
                # What was due when it was queued is, also where another machine's clock runs ahead.
                or_(_ahead.c.due_at <= bindparam("now"), _ahead.c.due_at <= _ahead.c.created_at),
            )
        ),
    )
    .order_by(deliveries.c.due_at, deliveries.c.id)
    .limit(bindparam("up_to"))
    .with_for_update(of=deliveries, skip_locked=True)
)
_KNOWN = select(deliveries.c.dedupe_key).where(
    deliveries.c.dedupe_key.in_(bindparam("dedupe_keys", expanding=True))
)
_SENDING = Prepared(update(deliveries).where(_ID).values(state="sending"))
_WORDED = update(deliveries).where(_ID).values(body=bindparam("worded"))
_IN_FLIGHT = select(deliveries.c.body).where(
    _MINE, is_in(DeliveryState.SENDING), deliveries.c.body.is_not(None)
)
_THROTTLED_UNTIL = select(func.max(deliveries.c.retry_at)).where(
    _MINE,
    is_in(DeliveryState.WAITING),
    deliveries.c.retry_at.is_not(None),
    deliveries.c.reason == "throttled",
)
#: One question per lane and one for the retries, each answered by the first entry of an index.
_NEXT_DUE = Prepared(
    select(
        *(
            select(func.min(deliveries.c.due_at))
            .where(_WAITING, _MINE, deliveries.c.lane == number, deliveries.c.due_at > bindparam("now"))
            .scalar_subquery()
            for number in LANES.values()
        ),
        select(func.min(deliveries.c.retry_at))
        .where(
            _MINE,
            is_in(DeliveryState.WAITING),
            deliveries.c.retry_at.is_not(None),
            deliveries.c.retry_at > bindparam("now"),
        )
        .scalar_subquery(),
    )
)


# --- putting in ---------------------------------------------------------------------------------


def queue(
    conn: Connection,
    *,
    contact: Contact,
    body: Reply | None,
    lane: Lane,
    kind: str,
    dedupe_key: str,
    person_id: int | None,
    now: datetime,
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
    batch: str | None = None,
) -> bool:
    """Put a message into the outbox; False if its intent (`dedupe_key`) is there already.

    `body` None: it is worded at the moment of sending, by whoever words this `kind`. `due_at`: not
    sent before (now, if left out). `expires_at`: not sent from then on. `batch` names the broadcast
    whose progress it counts for.
    """
    row: dict[str, Any] = {
        "dedupe_key": dedupe_key,
        "channel": contact.channel,
        "contact_id": contact.id,
        "person_id": person_id,
        "lane": LANES[lane],
        "kind": kind,
        "due_at": due_at or now,
        "expires_at": expires_at,
        "batch": batch,
        "created_at": now,
    }
    if body is not None:  # left out, it is NULL; None would be JSON's null
        row["body"] = bodies.to_json(body)
    return _QUEUE.first(conn, **row) is not None


def known(conn: Connection, keys: Sequence[str]) -> set[str]:
    """Which of these intents are in the outbox already, whatever became of them."""
    return set(conn.scalars(_KNOWN, {"dedupe_keys": list(keys)}))


def told_in_another(
    conn: Connection, contact: Contact, dedupe_key: str, person_id: int, now: datetime
) -> None:
    """An intent that another message to the same person says too: it is not sent again by itself."""
    row: dict[str, Any] = {"dedupe_key": dedupe_key, "channel": contact.channel, "contact_id": contact.id}
    row |= {"person_id": person_id, "lane": LANES[Lane.ANSWER], "kind": "notice", "reason": MERGED}
    row |= {"state": DeliveryState.CANCELLED.value, "due_at": now, "created_at": now, "finished_at": now}
    _QUEUE.first(conn, **row)


# --- taking out ---------------------------------------------------------------------------------


def claim(conn: Connection, channel: str, lane: Lane, now: datetime, limit: int) -> list[Delivery]:
    """What may be sent now in one lane, earliest due first, marked *sending*.

    Of each contact only the oldest due delivery of this or a more urgent lane, so that messages
    arrive in their order.
    """
    rows = _DUE.rows(conn, on_channel=channel, in_lane=LANES[lane], now=now, up_to=limit)
    if rows:
        _SENDING.run_each(conn, [{"delivery_id": row.id} for row in rows])
    return [
        Delivery(
            id=row.id,
            contact_id=row.contact_id,
            chat=row.chat,
            person_id=row.person_id,
            lane=_LANE_OF[row.lane],
            kind=row.kind,
            body=None if row.body is None else bodies.from_json(row.body),
            due_at=row.due_at,
            expires_at=row.expires_at,
            attempts=row.attempts,
            possible_duplicates=row.possible_duplicates,
            unreachable=row.unreachable_at is not None,
            stopped=None if row.stopped is None else DeliveryState(row.stopped),
        )
        for row in rows
    ]


def worded(conn: Connection, delivery_id: int, body: Reply) -> None:
    """Keep what a delivery that is worded at the moment of sending says."""
    conn.execute(_WORDED, {"delivery_id": delivery_id, "worded": bodies.to_json(body)})


# --- looking ------------------------------------------------------------------------------------


def in_flight(conn: Connection, channel: str) -> list[Reply]:
    """What was claimed of a channel and has no outcome yet."""
    return [bodies.from_json(body) for body in conn.scalars(_IN_FLIGHT, {"on_channel": channel})]


def throttled_until(conn: Connection, channel: str) -> datetime | None:
    """Until when the platform asked the whole channel to be quiet, as far as it was written down."""
    until: datetime | None = conn.scalar(_THROTTLED_UNTIL, {"on_channel": channel})
    return until


def next_due(conn: Connection, channel: str, now: datetime) -> datetime | None:
    """The earliest moment after `now` at which something else of this channel becomes due."""
    moments = _NEXT_DUE.one(conn, on_channel=channel, now=now)
    return min((moment for moment in moments if moment is not None), default=None)
