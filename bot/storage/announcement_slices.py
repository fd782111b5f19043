"""Announcements on their way into the outbox, a slice at a time.

A slice and how far it came are one transaction, so that a crash in the middle of queueing leaves nobody
out and nobody with two. No more rows wait than leave in some minutes, so that a pause is a short piece of
work, and a correction reaches most people as the only text they see.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, String, bindparam, cast, func, literal, select

from bot.domain.messages import Lane, Reply
from bot.storage import bodies, broadcasts
from bot.storage.announcements import Announcement, State, announcement_of, change, get, locked
from bot.storage.deliveries import LANES, DeliveryState
from bot.storage.dialects import PerDialect
from bot.storage.queueing import queue_people
from bot.storage.recipients import audience
from bot.storage.tables import announcements, batches, contacts, deliveries, persons

#: Rows in one slice: the writer is never held longer than some tens of milliseconds.
SLICE = 500
#: Rows of one broadcast that wait at once; more are queued when these have left.
MOST_WAITING = 20_000
#: How long after it was due an announcement is still news.
USEFUL = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What one person was sent, for whoever words its correction."""

    id: int
    announcement_id: int
    contact_id: int
    state: DeliveryState
    text: str
    edited: bool  #: it changed an earlier message, which is still the only one
    corrects: bool  #: it is a correction itself
    message_ref: str | None
    finished_at: datetime | None


_MARKED = select(batches.c.name)
_BATCH = literal("announcement:") + cast(announcements.c.id, String)
_QUEUEING = (
    select(announcements)
    .where(announcements.c.state == State.QUEUEING.value, _BATCH.not_in(_MARKED))
    .order_by(announcements.c.id)
)
_AMENDING = (
    select(announcements).where(announcements.c.amended_after.is_not(None)).order_by(announcements.c.id)
)
_WAITING = select(func.count()).where(
    deliveries.c.batch == bindparam("of_batch"), deliveries.c.state.in_(["waiting", "sending"])
)
_ORIGINAL = select(
    deliveries.c.id,
    deliveries.c.batch,
    deliveries.c.contact_id,
    deliveries.c.state,
    deliveries.c.body,
    deliveries.c.message_ref,
    deliveries.c.finished_at,
).where(deliveries.c.id == bindparam("delivery_id"))


# --- queueing -----------------------------------------------------------------------------------


def queueing(conn: Connection) -> list[Announcement]:
    """Those that are not wholly in the outbox, paused ones excepted."""
    return [announcement_of(row) for row in conn.execute(_QUEUEING)]


def coming(conn: Connection, announcement_id: int) -> list[int] | None:
    """The next people to be queued, as many as may wait; None where nobody may be queued now.

    Finding them among a nation takes long: for readers.
    """
    found = get(conn, announcement_id)
    marked = broadcasts.mark_of(conn, found.batch) is not None
    room = _room(conn, found.batch)
    if found.state is not State.QUEUEING or marked or room <= 0:
        return None
    some = audience(found, found.after_person_id).subquery()
    return list(conn.scalars(select(some.c.person_id).order_by(some.c.person_id).limit(room)))


def queue_slice(
    conn: Connection,
    announcement_id: int,
    ids: Sequence[int],
    due_at: datetime,
    now: datetime,
    metered: Collection[str] = (),
) -> int | None:
    """Queue it for some of those who are `coming`; how many rows that is, None where it may not go on.

    A frugal one goes through the `metered` channels only to those who can be written to nowhere else.
    """
    found = locked(conn, announcement_id)
    if found.state is not State.QUEUEING or broadcasts.mark_of(conn, found.batch) is not None:
        return None
    people = select(persons.c.id.label("person_id")).where(persons.c.id.in_(ids)).subquery()
    queued = queue_people(
        conn,
        people,
        lane=Lane.ANNOUNCEMENT,
        kind=f"news:{found.id}",
        key=literal(f"{found.batch}:") + cast(people.c.person_id, String),
        batch=found.batch,
        due_at=due_at,
        expires_at=due_at + USEFUL,
        now=now,
        sparing=metered if found.frugal else (),
    )
    # Another process may be further.
    change(conn, announcement_id, after_person_id=max(found.after_person_id, ids[-1]))
    return queued


def queued_whole(conn: Connection, announcement_id: int) -> None:
    """Nobody is coming any more."""
    if locked(conn, announcement_id).state is State.QUEUEING:
        change(conn, announcement_id, state=State.QUEUED.value)


def _room(conn: Connection, batch: str) -> int:
    waiting: int = conn.execute(_WAITING, {"of_batch": batch}).scalar_one()
    return MOST_WAITING - waiting


# --- corrections --------------------------------------------------------------------------------


def amending(conn: Connection) -> list[Announcement]:
    """Those whose correction or withdrawal is not wholly in the outbox."""
    return [announcement_of(row) for row in conn.execute(_AMENDING)]


def changing(conn: Connection, announcement_id: int) -> list[int] | None:
    """The next messages to be corrected or withdrawn, as many as may wait; None where none may be now.

    All that were sent or are in flight. For readers, as `coming`.
    """
    found = get(conn, announcement_id)
    room = _room(conn, found.amending)
    if found.amended_after is None or room <= 0:
        return None
    some = (
        select(deliveries.c.id)
        .where(
            deliveries.c.batch.in_(_on_screens(found)),
            deliveries.c.state.in_(["sent", "sending"]),
            deliveries.c.id > found.amended_after,
        )
        .order_by(deliveries.c.id)
        .limit(room)
    )
    return list(conn.scalars(some))


def amend_slice(
    conn: Connection, announcement_id: int, ids: Sequence[int], amending: str, due_at: datetime, now: datetime
) -> int | None:
    """Queue a correction or withdrawal, by the name of its broadcast, of some of the messages that are
    `changing`; how many rows that is, None where another one has come since.

    Each stands behind the message in the outbox, and is worded when it leaves.
    """
    found = locked(conn, announcement_id)
    if found.amended_after is None or found.amending != amending:
        return None
    earlier = deliveries.alias("earlier")
    number = cast(earlier.c.id, String)
    values = {
        "dedupe_key": literal(f"{found.amending}:") + number,
        "channel": earlier.c.channel,
        "contact_id": earlier.c.contact_id,
        "person_id": earlier.c.person_id,
        "lane": literal(LANES[Lane.ANNOUNCEMENT]),
        "kind": literal("amend:") + number,
        "batch": literal(found.amending),
        "due_at": literal(due_at, deliveries.c.due_at.type),
        "expires_at": literal(due_at + USEFUL, deliveries.c.expires_at.type),
        "created_at": literal(now, deliveries.c.created_at.type),
    }
    rows = (
        select(*values.values())
        .select_from(earlier)
        .join(contacts, contacts.c.id == earlier.c.contact_id)
        .where(earlier.c.id.in_(ids), contacts.c.unreachable_at.is_(None))
    )
    queued = PerDialect(
        lambda insert: (
            insert(deliveries)
            .from_select(list(values), rows, include_defaults=False)
            .on_conflict_do_nothing(index_elements=["dedupe_key"])
        )
    ).run(conn)
    change(conn, announcement_id, amended_after=max(found.amended_after, ids[-1]))
    return queued.rowcount


def amended_whole(conn: Connection, announcement_id: int, amending: str) -> None:
    """No message is left to be changed by this correction or withdrawal."""
    if locked(conn, announcement_id).amending == amending:
        change(conn, announcement_id, amended_after=None)


def _on_screens(found: Announcement) -> list[str]:
    """The broadcasts whose messages are changed: all there were, where everything is taken back."""
    if found.state is not State.WITHDRAWN:
        return [found.batch]
    return [found.batch, *(f"{found.batch}:{revision}" for revision in range(1, found.revision))]


def original(conn: Connection, delivery_id: int) -> Original | None:
    """What a correction is about; None where that is no longer kept."""
    row = conn.execute(_ORIGINAL, {"delivery_id": delivery_id}).one_or_none()
    if row is None:
        return None
    reply = Reply(text="") if row.body is None else bodies.from_json(row.body)
    _, number, *revision = row.batch.split(":")
    return Original(
        id=row.id,
        announcement_id=int(number),
        contact_id=row.contact_id,
        state=DeliveryState(row.state),
        text=reply.text,
        edited=reply.edits is not None and reply.edits == row.message_ref,
        corrects=bool(revision),
        message_ref=row.message_ref,
        finished_at=row.finished_at,
    )
