"""Reminders by deadlines of units' own, beside those of the directive."""

from datetime import date, datetime

import pytest

from bot.domain.deadlines import by_day
from bot.domain.people import Role
from bot.reminders import planner
from bot.storage import Connection, Database, campaign_changes, campaigns, opening
from bot.storage.campaigns import CampaignState
from tests.reminders.school import HEAD, LAN, MINH, day_passes, queued, school
from tests.storage.world import at, chatting, member, round_of, unit_id

HOA = "Hòa"


def school_and_another(conn: Connection) -> None:
    """Beside the school of Lan and Minh, one in the district where Hòa teaches."""
    school(conn)
    opening.expect_member(conn, chatting(conn, member(conn, HOA, "A")), at(18, 11))


def sets(unit: str, day: int, obligation: str = "staff", when: datetime = at(19)):
    """A unit sets its own deadline: to the end of a day of August."""

    def work(conn: Connection) -> None:
        running = campaigns.every(conn)[0]
        campaign_changes.set_local(
            conn,
            running,
            round_of(conn, running, obligation),
            unit_id(conn, unit),
            by_day(date(2020, 8, day)),
            when,
        )

    return work


async def names_on(database: Database, day: int, hour: int = 7) -> set[str]:
    return {name for name, _, _ in await day_passes(database, at(day, hour, 1))}


async def test_the_units_people_are_reminded_by_both_deadlines_and_nobody_else(database: Database):
    await database.write(school_and_another)
    await database.write(sets("A", 27))
    await day_passes(database, at(19))

    found = {day: await names_on(database, day) & {LAN, HOA} for day in range(20, 32)}

    assert {day for day, names in found.items() if LAN in names} == {22, 26, 28, 29, 31}
    assert {day for day, names in found.items() if HOA in names} == {20, 22, 24, 26, 27, 28, 29, 31}


async def test_heads_of_the_unit_get_the_numbers_instead_of_a_reminder(database: Database):
    await database.write(school)
    await database.write(sets("C", 27))
    await day_passes(database, at(19))

    assert await day_passes(database, at(24)) == queued("reminder", "24/8 07:00", LAN, MINH) + queued(
        "digest", "24/8 07:00", HEAD
    )


async def test_of_two_deadlines_the_earlier_is_the_one_that_counts(database: Database):
    await database.write(school_and_another)
    await database.write(sets("SO", 27))
    await database.write(sets("A", 25))
    await day_passes(database, at(19))

    assert await names_on(database, 24) == {LAN, MINH, HEAD, HOA}  # T-3 of the 27th, T-1 of the 25th
    assert await names_on(database, 25) == {HOA}
    assert await names_on(database, 27) == {LAN, MINH, HEAD}


async def test_a_first_deadline_where_the_directive_has_none(database: Database):
    def pupils(conn: Connection) -> None:
        school(conn)
        for name, unit in (("Em Một", "C-10A1"), ("Em Hai", "A")):
            one = chatting(conn, member(conn, name, unit, Role.PUPIL))
            opening.expect_member(conn, one, at(18, 11))

    await database.write(pupils)
    await day_passes(database, at(18, 18))
    await database.write(sets("C", 27, "pupils"))

    found = {day: await names_on(database, day, 18) & {"Em Một", "Em Hai"} for day in range(19, 32)}

    assert {day for day, names in found.items() if names} == {24, 26, 27}
    assert all("Em Hai" not in names for names in found.values())


async def test_what_lay_before_the_setting_is_not_made_up_for(database: Database):
    await database.write(school)
    await day_passes(database, at(25))
    await database.write(sets("C", 27, when=at(25, 9)))

    assert await names_on(database, 25, 9) == set()
    assert LAN in await names_on(database, 26)


async def test_looking_twice_plans_once(database: Database):
    await database.write(school)
    await database.write(sets("C", 27))
    await planner.tick(database, at(24))

    assert await planner.tick(database, at(24, 7, 1)) == 0


@pytest.mark.parametrize("state", [CampaignState.PAUSED, CampaignState.CLOSED])
async def test_nothing_is_due_of_a_campaign_that_rests(database: Database, state: CampaignState):
    await database.write(school)
    await database.write(sets("C", 27))
    await day_passes(database, at(19))
    await database.write(lambda conn: campaigns.set_state(conn, campaigns.every(conn)[0].id, state, at(20)))

    assert await names_on(database, 24) == set()
    assert await database.read(lambda conn: planner.next_due(conn, at(20))) is None


async def test_the_next_thing_due_may_be_a_units_own(database: Database):
    await database.write(school)
    await day_passes(database, at(22, 8))
    await database.write(sets("C", 27, when=at(22, 8)))

    assert await database.read(lambda conn: planner.next_due(conn, at(22, 9))) == at(24)
