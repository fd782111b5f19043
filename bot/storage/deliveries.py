"""The outbox: every message to somebody, until it is sent or it is known why not.

A delivery is *waiting*, then *sending* (claimed: its send is about to leave or under way), and ends as
*sent*, *given_up* (with the reason), *expired* or *cancelled*. Only the one dispatcher that holds the
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
    null,
    or_,
    select,
    text,
    update,
)

from bot.domain.messages import Lane, Reply
from bot.domain.people import Contact
from bot.storage import bodies
from bot.storage.dialects import PerDialect
from bot.storage.states import under_way, waiting
from bot.storage.tables import contacts, deliveries


class DeliveryState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    GIVEN_UP = "given_up"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A platform's word that it took a message."""

    delivery_id: int
    message_ref: str | None  #: what the platform calls it
    at: datetime


# --- statements ---------------------------------------------------------------------------------


def _state(state: DeliveryState) -> ColumnElement[bool]:
    """Spelled out, not bound: only then do the databases use the small indexes of this state."""
    return deliveries.c.state == text(f"'{state}'")


_OPEN = under_way(deliveries)
_WAITING = and_(_OPEN, waiting(deliveries))
_MINE = deliveries.c.channel == bindparam("on_channel")
_ID = deliveries.c.id == bindparam("delivery_id")
_ahead = deliveries.alias("ahead")

_QUEUE = PerDialect(
    lambda insert: (
        insert(deliveries).on_conflict_do_nothing(index_elements=["dedupe_key"]).returning(deliveries.c.id)
    )
)
_DUE = (
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
                _ahead.c.due_at <= bindparam("now"),
            )
        ),
    )
    .order_by(deliveries.c.due_at, deliveries.c.id)
    .limit(bindparam("up_to"))
    .with_for_update(of=deliveries, skip_locked=True)
)
_SENDING = update(deliveries).where(_ID).values(state="sending")
_WORDED = update(deliveries).where(_ID).values(body=bindparam("worded"))
_FINISH = (
    update(deliveries)
    .where(_ID, _OPEN)
    .values(
        state=bindparam("to_state"),
        reason=bindparam("because"),
        message_ref=bindparam("ref"),
        finished_at=bindparam("now"),
    )
)
_TRY_AGAIN = (
    update(deliveries)
    .where(_ID, _OPEN)
    .values(
        state="waiting",
        retry_at=bindparam("at"),
        reason=bindparam("because"),
        attempts=deliveries.c.attempts + bindparam("failures"),
        possible_duplicates=deliveries.c.possible_duplicates + bindparam("perhaps"),
    )
)
#: The same for a kind that is worded at the moment of sending: it will be worded afresh.
_TRY_AGAIN_UNWORDED = _TRY_AGAIN.values(body=null())
_POSTPONE = update(deliveries).where(_ID, _OPEN).values(state="waiting", due_at=bindparam("to"))
_GIVE_UP_CONTACT = (
    update(deliveries)
    .where(deliveries.c.contact_id == bindparam("contact"), _WAITING)
    .values(state="given_up", reason=bindparam("because"), finished_at=bindparam("now"))
)
_CANCEL_REMINDERS = (
    update(deliveries)
    .where(
        deliveries.c.person_id == bindparam("person"),
        _state(DeliveryState.WAITING),
        deliveries.c.kind == "reminder",  # a head's digest tells of others, and goes out all the same
    )
    .values(state="cancelled", finished_at=bindparam("now"))
)
_RECOVER = (
    update(deliveries)
    .where(_MINE, _state(DeliveryState.SENDING))
    .values(
        state="waiting",
        retry_at=None,
        attempts=deliveries.c.attempts + 1,
        possible_duplicates=deliveries.c.possible_duplicates + 1,
    )
)
_THROTTLED_UNTIL = select(func.max(deliveries.c.retry_at)).where(
    _MINE,
    _state(DeliveryState.WAITING),
    deliveries.c.retry_at.is_not(None),
    deliveries.c.reason == "throttled",
)
#: One question per lane and one for the retries, each answered by the first entry of an index.
_NEXT_DUE = select(
    *(
        select(func.min(deliveries.c.due_at))
        .where(_WAITING, _MINE, deliveries.c.lane == number, deliveries.c.due_at > bindparam("now"))
        .scalar_subquery()
        for number in LANES.values()
    ),
    select(func.min(deliveries.c.retry_at))
    .where(
        _MINE,
        _state(DeliveryState.WAITING),
        deliveries.c.retry_at.is_not(None),
        deliveries.c.retry_at > bindparam("now"),
    )
    .scalar_subquery(),
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
    return _QUEUE.run(conn, row).first() is not None


# --- taking out ---------------------------------------------------------------------------------


def claim(conn: Connection, channel: str, lane: Lane, now: datetime, limit: int) -> list[Delivery]:
    """What may be sent now in one lane, earliest due first, marked *sending*.

    Of each contact only the oldest due delivery of this or a more urgent lane, so that messages
    arrive in their order.
    """
    rows = conn.execute(
        _DUE, {"on_channel": channel, "in_lane": LANES[lane], "now": now, "up_to": limit}
    ).all()
    if rows:
        conn.execute(_SENDING, [{"delivery_id": row.id} for row in rows])
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
        )
        for row in rows
    ]


def worded(conn: Connection, delivery_id: int, body: Reply) -> None:
    """Keep what a delivery that is worded at the moment of sending says."""
    conn.execute(_WORDED, {"delivery_id": delivery_id, "worded": bodies.to_json(body)})


def sent(conn: Connection, receipts: Sequence[Receipt]) -> None:
    """The platform took these."""
    conn.execute(
        _FINISH,
        [
            {
                "delivery_id": receipt.delivery_id,
                "to_state": DeliveryState.SENT,
                "because": None,
                "ref": receipt.message_ref,
                "now": receipt.at,
            }
            for receipt in receipts
        ],
    )


def given_up(conn: Connection, delivery_id: int, reason: str, now: datetime) -> None:
    """It will never be sent, for this reason (a short code)."""
    _finish(conn, delivery_id, DeliveryState.GIVEN_UP, now, reason=reason)


def expired(conn: Connection, delivery_id: int, now: datetime) -> None:
    """It came too late to be of use."""
    _finish(conn, delivery_id, DeliveryState.EXPIRED, now)


def cancelled(conn: Connection, delivery_id: int, now: datetime) -> None:
    """There is nothing left to say."""
    _finish(conn, delivery_id, DeliveryState.CANCELLED, now)


def _finish(
    conn: Connection,
    delivery_id: int,
    state: DeliveryState,
    now: datetime,
    reason: str | None = None,
) -> None:
    conn.execute(
        _FINISH,
        {
            "delivery_id": delivery_id,
            "to_state": state,
            "because": reason and reason[:80],
            "ref": None,
            "now": now,
        },
    )


def held(conn: Connection, delivery_id: int, until: datetime) -> None:
    """Not tried, for a pause of its chat: it keeps its place and is not taken before `until`."""
    _again(conn, _TRY_AGAIN, delivery_id, until, reason=None, failures=0, perhaps=0)


def failed(
    conn: Connection,
    delivery_id: int,
    retry_at: datetime,
    reason: str,
    *,
    perhaps_delivered: bool = False,
    reword: bool = False,
) -> None:
    """A send failed: it keeps its place and is tried again at `retry_at`.

    `reword`: it was worded at the moment of sending, so that what was said then is forgotten.
    """
    statement = _TRY_AGAIN_UNWORDED if reword else _TRY_AGAIN
    _again(conn, statement, delivery_id, retry_at, reason[:80], failures=1, perhaps=int(perhaps_delivered))


def _again(
    conn: Connection,
    statement: Any,
    delivery_id: int,
    at: datetime,
    reason: str | None,
    failures: int,
    perhaps: int,
) -> None:
    conn.execute(
        statement,
        {
            "delivery_id": delivery_id,
            "at": at,
            "because": reason,
            "failures": failures,
            "perhaps": perhaps,
        },
    )


def postponed(conn: Connection, delivery_id: int, due_at: datetime) -> None:
    """Not now but at `due_at`: others of the same contact may go first."""
    conn.execute(_POSTPONE, {"delivery_id": delivery_id, "to": due_at})


def give_up_contact(conn: Connection, contact_id: int, reason: str, now: datetime) -> int:
    """Everything that waits for a contact who cannot be written to; returns how many."""
    return conn.execute(
        _GIVE_UP_CONTACT, {"contact": contact_id, "because": reason[:80], "now": now}
    ).rowcount


def cancel_reminders(conn: Connection, person_id: int, now: datetime) -> int:
    """The reminders that still wait for a person; returns how many."""
    return conn.execute(_CANCEL_REMINDERS, {"person": person_id, "now": now}).rowcount


def recover(conn: Connection, channel: str) -> int:
    """Take back what a dispatcher that is no more had in flight; returns how many.

    Each may have arrived, and is counted as a possible duplicate.
    """
    return conn.execute(_RECOVER, {"on_channel": channel}).rowcount


# --- looking ------------------------------------------------------------------------------------


def throttled_until(conn: Connection, channel: str) -> datetime | None:
    """Until when the platform asked the whole channel to be quiet, as far as it was written down."""
    until: datetime | None = conn.scalar(_THROTTLED_UNTIL, {"on_channel": channel})
    return until


def next_due(conn: Connection, channel: str, now: datetime) -> datetime | None:
    """The earliest moment after `now` at which something else of this channel becomes due."""
    moments = conn.execute(_NEXT_DUE, {"on_channel": channel, "now": now}).one()
    return min((moment for moment in moments if moment is not None), default=None)
