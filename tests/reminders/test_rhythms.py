"""Rounds that come again: written down ahead, opened on their day, spoken of once."""

from datetime import datetime

from bot.domain.people import Role
from bot.domain.rounds import RoundKind
from bot.reminders import planner
from bot.storage import Connection, Database, campaigns
from tests.reminders.school import HEAD, day_passes
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
    found = campaigns.rounds_of(conn, campaigns.every(conn)[0].id)
    return {
        f"{r.slot:%-d/%-m}": r.opened_at is not None for r in found if r.kind is RoundKind.SLOT and r.slot
    }


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

    assert {(kind, when) for _, kind, when in heard} >= {("reminder", "5/3 07:00")}
    assert len(heard) == 1  # a second message on the same day would be one too many


async def test_the_next_thing_that_is_due_is_known(database: Database):
    await database.write(month_of_slots)
    await planner.tick(database, at(4, month=3, year=2021))

    async def next_due(now: datetime) -> datetime | None:
        return await database.read(lambda conn: planner.next_due(conn, now))

    assert await next_due(at(4, 12, month=3, year=2021)) == at(5, 7, month=3, year=2021)
    await planner.tick(database, at(5, 7, month=3, year=2021))
    # The account is overdue: its next nudge is at 07:30.
    assert await next_due(at(5, 7, month=3, year=2021)) == at(5, 7, 30, month=3, year=2021)
