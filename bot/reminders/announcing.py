"""Announcements into the outbox: asked at any moment, queues whatever may be queued by then."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

from bot.domain.announcing import goes_out_at
from bot.domain.holidays import is_holiday
from bot.storage import Connection, Database, announcement_slices
from bot.storage.announcements import Announcement, State

_Slice = Callable[[Connection, int, datetime, datetime], int | None]


async def queue(database: Database, now: datetime, metered: Collection[str] = ()) -> int:
    """Queue what was confirmed, corrected or withdrawn, in short transactions; returns how many rows.

    `metered`: the channels that have a quota.
    """
    queued = 0
    take = partial(announcement_slices.queue_slice, metered=metered)
    for found in await database.read(announcement_slices.queueing):
        queued += await _slices(database, take, found, _starts_at(found, now), now)
    for found in await database.read(announcement_slices.amending):
        # What is taken back is taken back at once: mostly nothing rings.
        due_at = now if found.state is State.WITHDRAWN else _starts_at(found, now)
        queued += await _slices(database, announcement_slices.amend_slice, found, due_at, now)
    return queued


def _starts_at(found: Announcement, now: datetime) -> datetime:
    return goes_out_at(now, found.roles, is_holiday, urgent=found.urgent)


async def _slices(
    database: Database, take: _Slice, found: Announcement, due_at: datetime, now: datetime
) -> int:
    queued = 0
    work = partial(_one, take, found.id, due_at, now)
    while (more := await database.write(work)) is not None:
        queued += more
    return queued


def _one(take: _Slice, announcement_id: int, due_at: datetime, now: datetime, conn: Connection) -> int | None:
    return take(conn, announcement_id, due_at, now)
