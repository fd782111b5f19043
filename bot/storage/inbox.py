"""The inbox: every update as it came, committed before it is acknowledged, done in order per chat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, func, or_, select, update

from bot.domain.channels import Update
from bot.storage.prepared import Prepared
from bot.storage.states import waiting
from bot.storage.tables import inbox

_older = inbox.alias("older")
_RECEIVE = Prepared(
    lambda insert: (
        insert(inbox).on_conflict_do_nothing(index_elements=["channel", "update_key"]).returning(inbox.c.id)
    )
)
#: The row lock keeps a row to one process until the turn's transaction ends. SQLite has one writer
#: and leaves the clause out.
_CLAIM = Prepared(
    select(inbox.c.id, inbox.c.channel, inbox.c.chat, inbox.c.payload, inbox.c.attempts, inbox.c.received_at)
    .where(
        waiting(inbox),
        or_(inbox.c.retry_at.is_(None), inbox.c.retry_at <= bindparam("now")),
        ~exists().where(
            and_(
                waiting(_older),
                _older.c.channel == inbox.c.channel,
                _older.c.chat == inbox.c.chat,
                _older.c.id < inbox.c.id,
            )
        ),
    )
    .order_by(inbox.c.id)
    .limit(1)
    .with_for_update(of=inbox, skip_locked=True)
)
#: The same row, whatever was said of a later try.
_CLAIM_AGAIN = Prepared(
    select(inbox.c.id, inbox.c.channel, inbox.c.chat, inbox.c.payload, inbox.c.attempts, inbox.c.received_at)
    .where(waiting(inbox), inbox.c.id == bindparam("inbox_id"))
    .with_for_update(of=inbox, skip_locked=True)
)
_KEEP = Prepared(update(inbox).where(inbox.c.id == bindparam("inbox_id")).values(retry_at=bindparam("until")))
_DONE = Prepared(
    update(inbox).where(inbox.c.id == bindparam("inbox_id")).values(state="done", retry_at=None, reason=None)
)
_FAILED = (
    update(inbox)
    .where(inbox.c.id == bindparam("inbox_id"))
    .values(
        state=bindparam("state"),
        attempts=inbox.c.attempts + 1,
        retry_at=bindparam("retry_at"),
        reason=bindparam("reason"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """An update that waits to be handled."""

    id: int
    channel: str
    chat: str
    payload: Mapping[str, Any]
    attempts: int  #: how often handling it has failed
    received_at: datetime


def receive(conn: Connection, channel: str, updates: Sequence[Update], now: datetime) -> int:
    """Store updates in their order; returns how many are new. A key that is known is left alone."""
    rows = [
        {
            "channel": channel,
            "update_key": update.key,
            "chat": update.chat,
            "payload": dict(update.payload),
            "received_at": now,
        }
        for update in updates
    ]
    return len(_RECEIVE.rows_each(conn, rows))


def claim(conn: Connection, now: datetime) -> InboxRow | None:
    """The oldest waiting update whose chat has no older one, kept to this transaction until it ends.

    A chat whose oldest update waits for another try waits with it; other chats go on.
    """
    return _row(_CLAIM.first(conn, now=now))


def keep(conn: Connection, inbox_id: int, until: datetime) -> None:
    """Nobody else claims this update, nor a later one of its chat, before this moment."""
    _KEEP.run(conn, inbox_id=inbox_id, until=until)


def claim_kept(conn: Connection, inbox_id: int) -> InboxRow | None:
    """An update that was kept; None where somebody else has handled it, or is about to."""
    return _row(_CLAIM_AGAIN.first(conn, inbox_id=inbox_id))


def _row(row: Any) -> InboxRow | None:
    if row is None:
        return None
    return InboxRow(
        id=row.id,
        channel=row.channel,
        chat=row.chat,
        payload=row.payload,
        attempts=row.attempts,
        received_at=row.received_at,
    )


def done(conn: Connection, inbox_id: int) -> None:
    """This update is handled."""
    _DONE.run(conn, inbox_id=inbox_id)


def failed(conn: Connection, inbox_id: int, reason: str, retry_at: datetime | None) -> None:
    """Handling it failed: try again at `retry_at`, or (None) set it aside and let its chat go on."""
    conn.execute(
        _FAILED,
        {
            "inbox_id": inbox_id,
            "reason": reason[:80],
            "retry_at": retry_at,
            "state": "failed" if retry_at is None else "waiting",
        },
    )


_SET_ASIDE = select(func.count()).where(inbox.c.state == "failed")
_COUNT_WAITING = select(func.count()).select_from(inbox).where(waiting(inbox))


def count_waiting(conn: Connection) -> int:
    """How many updates have not been handled yet."""
    return conn.scalar(_COUNT_WAITING) or 0


def count_set_aside(conn: Connection) -> int:
    """How many updates could not be handled."""
    return conn.scalar(_SET_ASIDE) or 0
