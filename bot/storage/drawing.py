"""What is planned (`planned.py`) comes into the outbox: some thousands of messages ahead of what leaves.

Whoever has not come in yet is part of the broadcast all the same, and is counted here.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, String, and_, bindparam, cast, func, literal, select, update

from bot.domain.messages import Lane
from bot.storage.deliveries import LANES, DeliveryState
from bot.storage.planned import WHOM
from bot.storage.prepared import Prepared
from bot.storage.states import under_way
from bot.storage.tables import batches, contacts, deliveries, occasions, persons, planned

#: Messages that wait on a channel for one moment; more are drawn when these have left.
MOST_WAITING = 2_000
#: Messages that are drawn in one transaction; each may touch pages of its own in every index.
SLICE = 500
#: People that are looked at for them, most of whom may have been drawn before.
LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """An occasion with people who are not in the outbox yet."""

    occasion_id: int
    channel: str
    due_at: datetime
    room: int  #: how many messages may come in on this channel for that moment


_STEERED = occasions.c.batch.in_(select(batches.c.name))
_LEFT = Prepared(
    select(occasions.c.id, occasions.c.channel, occasions.c.due_at)
    .where(occasions.c.drawn_to.is_not(None), ~_STEERED)
    .order_by(occasions.c.due_at, occasions.c.kind, occasions.c.id)  # digests before reminders
)
_waiting = (
    select(deliveries.c.id)
    .where(
        under_way(deliveries),
        deliveries.c.channel == bindparam("on_channel"),
        deliveries.c.lane == LANES[Lane.REMINDER],
        deliveries.c.due_at == bindparam("due"),
    )
    .limit(bindparam("most"))
    .subquery()
)
_WAITING = Prepared(select(func.count()).select_from(_waiting))
_DRAWN_TO = Prepared(
    select(occasions.c.drawn_to)
    .where(occasions.c.id == bindparam("of_occasion"), ~_STEERED)
    .with_for_update()
)
_OF_OCCASION = planned.c.occasion_id == bindparam("of_occasion")
_AHEAD = and_(_OF_OCCASION, planned.c.person_id > bindparam("after"))
_NTH = (
    select(planned.c.person_id)
    .where(_AHEAD)
    .order_by(planned.c.person_id)
    .limit(1)
    .offset(bindparam("place"))
)
_LOOKED_TO = Prepared(_NTH)
_TAKEN_TO = Prepared(_NTH.where(~planned.c.drawn, planned.c.person_id <= bindparam("before")))
_LAST = Prepared(select(func.max(planned.c.person_id)).where(_OF_OCCASION))
_TAKEN = and_(_AHEAD, planned.c.person_id <= bindparam("last"), ~planned.c.drawn)
_MARK = Prepared(update(planned).where(_TAKEN).values(drawn=True))
_REACHED = Prepared(
    update(occasions).where(occasions.c.id == bindparam("of_occasion")).values(drawn_to=bindparam("to"))
)


def _into_outbox(where: Any, **ended: Any) -> Prepared:
    """Rows of the outbox for what is planned of a condition: to the chat that the person writes from now."""
    whom = cast(planned.c.person_id, String)
    values = {
        "dedupe_key": func.replace(occasions.c.intent, WHOM, whom),
        "channel": contacts.c.channel,
        "contact_id": contacts.c.id,
        "person_id": planned.c.person_id,
        "lane": literal(LANES[Lane.REMINDER]),
        "kind": occasions.c.kind,
        "batch": occasions.c.batch,
        "due_at": occasions.c.due_at,
        "expires_at": occasions.c.expires_at,
        "created_at": bindparam("now", type_=deliveries.c.created_at.type),
    } | ended
    rows = (
        select(*values.values())
        .select_from(planned)
        .join(occasions, occasions.c.id == planned.c.occasion_id)
        .join(persons, persons.c.id == planned.c.person_id)
        .join(contacts, contacts.c.id == persons.c.contact_id)
        .where(where)
    )
    return Prepared(
        lambda insert: (
            insert(deliveries)
            .from_select(list(values), rows, include_defaults=False)
            .on_conflict_do_nothing(index_elements=["dedupe_key"])
        )
    )


_QUEUE = _into_outbox(_TAKEN)


def ahead(conn: Connection) -> list[Ahead]:
    """The occasions with people who are not in the outbox, in their order; none of a broadcast that is paused
    or was cancelled.
    """
    return [
        Ahead(
            occasion_id=row.id,
            channel=row.channel,
            due_at=row.due_at,
            room=MOST_WAITING
            - _WAITING.scalar(conn, on_channel=row.channel, due=row.due_at, most=MOST_WAITING),
        )
        for row in _LEFT.rows(conn)
    ]


def draw(conn: Connection, occasion_id: int, most: int, now: datetime) -> int | None:
    """Take the next people of an occasion into the outbox, as far as one transaction goes; returns how many
    messages that is, None where nobody is left or may come.
    """
    after = _DRAWN_TO.scalar(conn, of_occasion=occasion_id)
    if after is None:
        return None
    beyond = {"of_occasion": occasion_id, "after": after}
    last: int | None = _LAST.scalar(conn, of_occasion=occasion_id)
    looked_to = _LOOKED_TO.scalar(conn, **beyond, place=LOOKED_AT - 1) or last
    to = looked_to and (
        _TAKEN_TO.scalar(conn, **beyond, before=looked_to, place=min(most, SLICE) - 1) or looked_to
    )
    queued = 0
    if to is not None:
        queued = _QUEUE.run(conn, **beyond, last=to, now=now)
        _MARK.run(conn, **beyond, last=to)
    _REACHED.run(conn, of_occasion=occasion_id, to=None if to == last else to)
    return queued


# --- what has not been drawn --------------------------------------------------------------------

_UNDRAWN = and_(
    planned.c.occasion_id == occasions.c.id,
    occasions.c.drawn_to.is_not(None),
    planned.c.person_id > occasions.c.drawn_to,
    ~planned.c.drawn,
)
_COUNT = (
    select(occasions.c.batch, occasions.c.channel, func.count().label("people"))
    .join(planned, _UNDRAWN)
    .group_by(occasions.c.batch, occasions.c.channel)
)
_OF_BATCH = Prepared(_COUNT.where(occasions.c.batch == bindparam("of_batch")))
_BY_CHANNEL = _COUNT.where(~_STEERED)
_UNBEGUN = Prepared(
    select(occasions.c.batch)
    .where(
        occasions.c.drawn_to.is_not(None),
        ~select(deliveries.c.id).where(deliveries.c.batch == occasions.c.batch).exists(),
    )
    .group_by(occasions.c.batch)
    .order_by(func.max(occasions.c.id).desc())
)
_theirs = and_(_UNDRAWN, planned.c.person_id == bindparam("person"))
_WAITS = Prepared(select(occasions.c.id).join(planned, _theirs).limit(1))
_CANCEL = _into_outbox(
    _theirs,
    state=literal(DeliveryState.CANCELLED.value),
    finished_at=bindparam("now", type_=deliveries.c.finished_at.type),
)
_DRAWN = Prepared(
    update(planned)
    .where(
        planned.c.person_id == bindparam("person"),
        planned.c.occasion_id.in_(select(occasions.c.id).where(occasions.c.drawn_to.is_not(None))),
    )
    .values(drawn=True)
)


def left(conn: Connection, batch: str) -> int:
    """How many people of a broadcast are not in the outbox yet."""
    return sum(row.people for row in _OF_BATCH.rows(conn, of_batch=batch))


def unbegun(conn: Connection) -> list[str]:
    """The names of the broadcasts of which nobody is in the outbox yet, the newest first."""
    return [row.batch for row in _UNBEGUN.rows(conn)]


def left_by_channel(conn: Connection, channels: Collection[str] | None = None) -> dict[str, int]:
    """How many people are not in the outbox yet on each channel, or on some, over all that goes out."""
    counted = _BY_CHANNEL if channels is None else _BY_CHANNEL.where(occasions.c.channel.in_(channels))
    found: dict[str, int] = {}
    for row in conn.execute(counted):
        found[row.channel] = found.get(row.channel, 0) + row.people
    return found


def waits(conn: Connection, person_id: int) -> bool:
    """Whether a reminder of a person has not come into the outbox yet."""
    return _WAITS.first(conn, person=person_id) is not None


def cancel(conn: Connection, person_id: int, now: datetime) -> None:
    """Take back what has not come into the outbox of a person; that they are not told stands there."""
    if waits(conn, person_id):
        _CANCEL.run(conn, person=person_id, now=now)
        _DRAWN.run(conn, person=person_id)
