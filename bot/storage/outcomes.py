"""How deliveries end, or come to wait again: sent, given up, expired, cancelled, paused, tried again.

What is claimed, and in which order: `deliveries.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, null, or_, select, update

from bot.storage.deliveries import DeliveryState, is_in
from bot.storage.prepared import Prepared
from bot.storage.states import under_way, waiting
from bot.storage.tables import deliveries


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A platform's word that it took a message."""

    delivery_id: int
    message_ref: str | None  #: what the platform calls it
    at: datetime
    cost: int = 1  #: messages that it took of a monthly quota


_OPEN = under_way(deliveries)
_WAITING = and_(_OPEN, waiting(deliveries))
_MINE = deliveries.c.channel == bindparam("on_channel")
_ID = deliveries.c.id == bindparam("delivery_id")

_PAUSE = update(deliveries).where(_ID, _OPEN).values(state="paused")
_FINISH = Prepared(
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
_REMINDERS = and_(
    deliveries.c.person_id == bindparam("person"),
    or_(is_in(DeliveryState.WAITING), is_in(DeliveryState.PAUSED)),
    deliveries.c.kind == "reminder",  # a head's digest tells of others, and goes out all the same
)
_HAS_REMINDERS = Prepared(select(deliveries.c.id).where(_REMINDERS).limit(1))
_CANCEL_REMINDERS = Prepared(
    update(deliveries).where(_REMINDERS).values(state="cancelled", finished_at=bindparam("now"))
)
_RECOVER = (
    update(deliveries)
    .where(_MINE, is_in(DeliveryState.SENDING))
    .values(
        state="waiting",
        retry_at=None,
        attempts=deliveries.c.attempts + 1,
        possible_duplicates=deliveries.c.possible_duplicates + 1,
    )
)


def sent(conn: Connection, receipts: Sequence[Receipt]) -> None:
    """The platform took these."""
    _FINISH.run_each(
        conn,
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


def paused(conn: Connection, delivery_id: int) -> None:
    """Its broadcast was paused before it left."""
    conn.execute(_PAUSE, {"delivery_id": delivery_id})


def _finish(
    conn: Connection,
    delivery_id: int,
    state: DeliveryState,
    now: datetime,
    reason: str | None = None,
) -> None:
    _FINISH.run(
        conn,
        delivery_id=delivery_id,
        to_state=state,
        because=reason and reason[:80],
        ref=None,
        now=now,
    )


def held(conn: Connection, delivery_id: int, until: datetime) -> None:
    """Not tried, for a pause of its chat: it keeps its place and is not taken before `until`."""
    _again(conn, _TRY_AGAIN, delivery_id, until, reason=None, failures=0, perhaps=0)


def put_back(conn: Connection, delivery_id: int, *, reword: bool) -> None:
    """Claimed and not sent, for no fault of its own: it waits as before. `reword`: as in `failed`."""
    statement = _TRY_AGAIN_UNWORDED if reword else _TRY_AGAIN
    _again(conn, statement, delivery_id, None, reason=None, failures=0, perhaps=0)


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
    at: datetime | None,
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


def has_reminders(conn: Connection, person_id: int) -> bool:
    """Whether a reminder still waits for a person."""
    return _HAS_REMINDERS.first(conn, person=person_id) is not None


def cancel_reminders(conn: Connection, person_id: int, now: datetime) -> int:
    """The reminders that still wait for a person; returns how many."""
    return _CANCEL_REMINDERS.run(conn, person=person_id, now=now)


def recover(conn: Connection, channel: str) -> int:
    """Take back what a dispatcher that is no more had in flight; returns how many.

    Each may have arrived, and is counted as a possible duplicate.
    """
    return conn.execute(_RECOVER, {"on_channel": channel}).rowcount
