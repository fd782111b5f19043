"""Announcements into the outbox: asked at any moment, queues whatever may be queued by then."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from bot.domain.announcing import goes_out_at
from bot.domain.holidays import is_holiday
from bot.storage import Connection, Database, announcement_slices, broadcasts
from bot.storage.announcements import Announcement, State


async def queue(database: Database, now: datetime, metered: Collection[str] = ()) -> int:
    """Queue what was confirmed, corrected, withdrawn or resumed, in short transactions; returns how many rows
    are new.

    `metered`: the channels that have a quota.
    """
    if await database.read(broadcasts.unsettled):
        while await database.write(partial(broadcasts.settle, now=now)):
            pass
    queued = 0
    for found in await database.read(announcement_slices.queueing):
        take = partial(
            announcement_slices.queue_slice, due_at=_starts_at(found, now), now=now, metered=metered
        )
        finish = announcement_slices.queued_whole
        queued += await _work_off(database, found.id, announcement_slices.coming, take, finish)
    for found in await database.read(announcement_slices.amending):
        # What is taken back is taken back at once: mostly nothing rings.
        due_at = now if found.state is State.WITHDRAWN else _starts_at(found, now)
        name = found.amending
        amend = partial(announcement_slices.amend_slice, amending=name, due_at=due_at, now=now)
        amended = partial(announcement_slices.amended_whole, amending=name)
        queued += await _work_off(database, found.id, announcement_slices.changing, amend, amended)
    return queued


def _starts_at(found: Announcement, now: datetime) -> datetime:
    return goes_out_at(now, found.roles, is_holiday, urgent=found.urgent)


async def _work_off(
    database: Database,
    announcement_id: int,
    ahead: Callable[[Connection, int], list[int] | None],
    take: Callable[[Connection, int, Sequence[int]], int | None],
    finish: Callable[[Connection, int], None],
) -> int:
    """Take what is ahead, a slice at a time, as long as there is any and it may go on."""
    queued = 0
    while some := await database.read(lambda conn: ahead(conn, announcement_id)):
        for start in range(0, len(some), announcement_slices.SLICE):
            ids = some[start : start + announcement_slices.SLICE]
            more = await database.write(partial(_take, take, announcement_id, ids))
            if more is None:
                return queued
            queued += more
    if some is not None:
        await database.write(lambda conn: finish(conn, announcement_id))
    return queued


def _take(
    take: Callable[[Connection, int, Sequence[int]], int | None],
    announcement_id: int,
    ids: Sequence[int],
    conn: Connection,
) -> int | None:
    return take(conn, announcement_id, ids)
