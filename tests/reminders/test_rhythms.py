"""Rounds that come again: written down ahead, opened on their day, spoken of once."""

from datetime import datetime

import pytest

from bot.domain.people import Role
from bot.domain.rounds import RoundKind
from bot.reminders import planner
from bot.storage import Connection, Database, campaigns, follow_ups, tasks
from bot.storage.rounds import rounds_of
from tests.reminders.school import HEAD, OFFICER, day_passes, heard, person_id
from tests.storage.world import (
    AN_TOAN,
    at,
    chatting,
    member,
    plant,
    start,
)


def month_of_slots(conn: Connection) -> None:
    plant(conn)
    chatting(conn, member(conn, HEAD, "C", Role.PRINCIPAL))
    start(conn, AN_TOAN, now=at(1, 8, month=3, year=2021))  # a Monday


def slots(conn: Connection) -> dict[str, bool]:
    """The slots written down, and whether each is open."""
    found = rounds_of(conn, campaigns.every(conn)[0].id)
    return {
        f"{r.slot:%-d/%-m}": r.opened_at is not None for r in found if r.kind is RoundKind.SLOT and r.slot
    }


def snooze(conn: Connection, until: datetime) -> None:
    """The head asks to be left in peace about everything until a moment."""
    head = person_id(conn, HEAD)
    owed = [task.standing.id for task in tasks.tasks_of(conn, head) if task.standing.owes]
    follow_ups.promise(conn, head, owed, until)


async def test_slots_are_known_a_week_ahead_and_open_on_their_day(database: Database):
    await database.write(month_of_slots)
    assert await database.read(slots) == {"1/3": True, "5/3": False, "8/3": False}

    await planner.tick(database, at(5, 6, 59, month=3, year=2021))
    assert (await database.read(slots))["5/3"] is False
    await planner.tick(database, at(5, 7, month=3, year=2021))

    assert await database.read(slots) == {"1/3": True, "5/3": True, "8/3": False, "12/3": False}


async def test_a_school_hears_of_its_slot_when_it_opens_and_once_more_before_it_closes(database: Database):
    await database.write(month_of_slots)
    await planner.tick(database, at(4, month=3, year=2021))
    heard = []
    for hour in (7, 8, 14, 15, 18):
        heard += list((await day_passes(database, at(5, hour, month=3, year=2021))).elements())

    # In the morning with whatever else is owed, in the afternoon by itself, and not a third time.
    assert [(kind.partition(":")[0], when) for _, kind, when in heard] == [
        ("reminder", "5/3 07:00"),
        ("round", "5/3 14:00"),
    ]


@pytest.mark.parametrize(
    ("until", "wanted"),
    [
        pytest.param(
            at(5, 13, 50, 3, 2021), ["reminder 5/3 13:50"], id="before the last call: instead of it"
        ),
        pytest.param(at(5, 16, 0, 3, 2021), ["reminder 5/3 16:00"], id="after it"),
        pytest.param(at(6, 7, 0, 3, 2021), [], id="another day"),
    ],
)
async def test_a_snoozed_slot_reminds_once_more_on_its_last_day(
    database: Database, until: datetime, wanted: list[str]
):
    """By the moment they named, and not by the steps of the slot besides."""
    await database.write(month_of_slots)
    await heard(database, at(5, 7, month=3, year=2021))
    await database.write(lambda conn: snooze(conn, until))

    found = []
    for hour, minute in ((13, 50), (14, 0), (14, 30), (16, 0), (16, 30)):
        found += await heard(database, at(5, hour, minute, month=3, year=2021))

    assert found == wanted


async def test_a_last_call_that_waits_to_be_sent_heeds_a_snooze(database: Database):
    await database.write(month_of_slots)
    assert await heard(database, at(5, 7, month=3, year=2021)) == ["reminder 5/3 07:00"]
    await planner.tick(database, at(5, 14, month=3, year=2021))
    await database.write(lambda conn: snooze(conn, at(5, 16, month=3, year=2021)))

    assert await heard(database, at(5, 14, 10, month=3, year=2021)) == []


async def test_however_long_the_program_was_down_no_slot_is_left_out(database: Database):
    await database.write(month_of_slots)

    await planner.tick(database, at(29, 8, month=3, year=2021))  # down for four weeks

    found = await database.read(slots)
    assert [day for day, is_open in found.items() if is_open] == [
        *("1/3", "5/3", "8/3", "12/3", "15/3", "19/3", "22/3", "26/3", "29/3"),
    ]


async def test_the_officer_hears_at_the_close_who_is_missing(database: Database):
    def with_officer(conn: Connection) -> None:
        month_of_slots(conn)
        chatting(conn, member(conn, OFFICER, "SO", Role.OFFICER))

    await database.write(with_officer)
    await planner.tick(database, at(4, month=3, year=2021))
    heard = []
    for hour in (7, 14, 17, 18):
        heard += [
            one for one in (await day_passes(database, at(5, hour, month=3, year=2021))) if one[0] == OFFICER
        ]

    assert [(kind.partition(":")[0], when) for _, kind, when in heard] == [("result", "5/3 17:00")]


async def test_the_next_thing_that_is_due_is_known(database: Database):
    await database.write(month_of_slots)
    await planner.tick(database, at(4, month=3, year=2021))

    async def next_due(now: datetime) -> datetime | None:
        return await database.read(lambda conn: planner.next_due(conn, now))

    assert await next_due(at(4, 12, month=3, year=2021)) == at(5, 7, month=3, year=2021)
    await planner.tick(database, at(5, 7, month=3, year=2021))
    # The account is overdue: its next nudge is at 07:30.
    assert await next_due(at(5, 7, month=3, year=2021)) == at(5, 7, 30, month=3, year=2021)
