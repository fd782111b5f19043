"""A broadcast of reminders comes into the outbox as the messages before leave it."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import func, select

from bot.domain.people import Role
from bot.reminders import planner
from bot.storage import Connection, Database, broadcasts, drawing
from bot.storage.tables import deliveries
from tests.reminders.school import send_all
from tests.storage.world import at, chatting, member, plant, start

PEOPLE, ROOM = 8, 3


def large_school(conn: Connection) -> None:
    plant(conn)
    for n in range(PEOPLE - 1):
        chatting(conn, member(conn, f"Người {n}", "C"))
    chatting(conn, member(conn, "Hiệu Trưởng", "C", Role.PRINCIPAL))
    start(conn)


def times_queued(conn: Connection) -> Counter[int]:
    """How often each person is in the outbox, for a day on which nobody was told anything else."""
    key = deliveries.c.dedupe_key.like("%:2020-08-26")
    return Counter(conn.scalars(select(deliveries.c.person_id).where(key)))


def waiting(conn: Connection) -> int:
    count = select(func.count()).where(deliveries.c.state == "waiting")
    return int(conn.scalar(count) or 0)


async def test_a_step_is_told_to_everybody_once_however_little_room_there_is(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(drawing, "MOST_WAITING", ROOM)
    await database.write(large_school)
    for moment in (at(18, 10, 21), at(18, 10, 22), at(18, 10, 23), at(18, 10, 24)):  # the opening
        await planner.tick(database, moment)
        await database.write(send_all)

    new, left = [], []
    for minute in range(4):
        new.append(await planner.tick(database, at(26, 7, minute)))
        assert await database.read(waiting) <= ROOM
        progress = await database.read(lambda conn: broadcasts.progress(conn, "reminders:2020-08-26"))
        left.append(progress.waiting)
        await database.write(send_all)

    assert new == [PEOPLE, 0, 0, 0]
    assert left == [8, 5, 2, 0]
    assert set((await database.read(times_queued)).values()) == {1}
    assert len(await database.read(times_queued)) == PEOPLE


async def test_two_processes_that_plan_and_draw_at_once_leave_nobody_out_and_nobody_with_two(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(drawing, "SLICE", 1)
    await database.write(large_school)
    await planner.tick(database, at(18, 10, 21))
    await database.write(send_all)

    await asyncio.gather(*(planner.tick(database, at(26, 7, minute)) for minute in range(3)))
    await planner.tick(database, at(26, 7, 5))

    assert await database.read(waiting) == PEOPLE
    assert set((await database.read(times_queued)).values()) == {1}
    progress = await database.read(lambda conn: broadcasts.progress(conn, "reminders:2020-08-26"))
    assert progress.total == PEOPLE
