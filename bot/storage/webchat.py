"""What both sides said in one web chat: the inbox and the outbox read as a conversation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.domain.channels import WEB
from bot.domain.messages import Lane, Reply
from bot.storage import bodies
from bot.storage.deliveries import LANES, DeliveryState
from bot.storage.tables import contacts, deliveries, inbox

#: On its way, or there; what was given up or came too late is not part of the conversation.
SHOWN = (DeliveryState.WAITING, DeliveryState.SENDING, DeliveryState.SENT)
#: Rows of each side that are read; older ones stay in the database and leave the page.
LATEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One message or tap of the person."""

    id: int
    key: str  #: as the channel names updates
    payload: Mapping[str, Any]
    state: str  #: waiting | done | failed
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """One message to the person: on its way or delivered."""

    id: int
    cause: int | None  #: the inbox row it answers, where it answers one
    reply: Reply
    state: DeliveryState
    is_answer: bool  #: to something the person wrote, not a reminder or an announcement
    at: datetime


_RECEIVED = (
    select(inbox.c.id, inbox.c.update_key, inbox.c.payload, inbox.c.state, inbox.c.received_at)
    .where(inbox.c.channel == WEB, inbox.c.chat == bindparam("chat"))
    .order_by(inbox.c.id.desc())
    .limit(LATEST)
)
_DELIVERED = (
    select(
        deliveries.c.id,
        deliveries.c.dedupe_key,
        deliveries.c.body,
        deliveries.c.state,
        deliveries.c.lane,
        deliveries.c.due_at,
        deliveries.c.created_at,
        deliveries.c.finished_at,
    )
    .join(contacts, contacts.c.id == deliveries.c.contact_id)
    .where(
        contacts.c.channel == WEB,
        contacts.c.chat == bindparam("chat"),
        deliveries.c.state.in_(SHOWN),
    )
    .order_by(deliveries.c.id.desc())
    .limit(LATEST)
)
_KNOWN = select(inbox.c.id).where(inbox.c.channel == WEB, inbox.c.update_key == bindparam("key"))


def received(conn: Connection, chat: str) -> list[Received]:
    """The latest messages of the person, oldest first."""
    return [
        Received(id=row.id, key=row.update_key, payload=row.payload, state=row.state, at=row.received_at)
        for row in reversed(conn.execute(_RECEIVED, {"chat": chat}).all())
    ]


def delivered(conn: Connection, chat: str) -> list[Delivered]:
    """The latest messages to the person that have a wording, oldest first, those still waiting included."""
    return [
        Delivered(
            id=row.id,
            cause=_cause(row.dedupe_key),
            reply=bodies.from_json(row.body),
            state=DeliveryState(row.state),
            is_answer=row.lane == LANES[Lane.ANSWER],
            # Planned long before it is due, or due long before it could go out: what counts is when it went.
            at=row.finished_at or max(row.created_at, row.due_at),
        )
        for row in reversed(conn.execute(_DELIVERED, {"chat": chat}).all())
        if row.body is not None
    ]


def is_known(conn: Connection, key: str) -> bool:
    """Whether an update of this key is already in the inbox."""
    return conn.scalar(_KNOWN, {"key": key}) is not None


def _cause(dedupe_key: str) -> int | None:
    """The inbox row that a delivery answers: "answer:17" → 17."""
    kind, _, rest = dedupe_key.partition(":")
    number = rest.partition(":")[0]
    return int(number) if kind == "answer" and number.isdigit() else None


def sent_since(conn: Connection, chat: str, after: int) -> list[tuple[int, Reply]]:
    """What a chat was sent after a delivery: (delivery, message), oldest first."""
    return [(row.id, row.reply) for row in delivered(conn, chat) if row.id > after and row.state == "sent"]
