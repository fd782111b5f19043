"""How units stood when each day began: written once a day, for what is open, and kept for two months."""

from datetime import date, timedelta

from sqlalchemy import func, select

from bot.domain.people import Role
from bot.domain.rounds import Round
from bot.reminders import planner
from bot.storage import Connection, Database, campaigns, daily_tallies, standings
from bot.storage.campaigns import CampaignState
from bot.storage.tables import daily_tallies as table
from tests.storage.world import (
    AN_TOAN,
    COMPLETE,
    TODAY,
    at,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

TOMORROW = TODAY + timedelta(days=1)


def opened(conn: Connection) -> tuple[Round, list[tuple[int, int]]]:
    """The staff round with three teachers of C and a pupil, and (standing, person) of the teachers."""
    plant(conn)
    people = [member(conn, f"Người {number}", "C") for number in range(3)]
    member(conn, "Lê Em", "C-10A1", Role.PUPIL)
    round_ = round_of(conn, start(conn), "staff")
    owed = expected(conn, round_)
    return round_, [(owed[one.id].id, one.person_id) for one in people]


def declare(conn: Connection, who: tuple[int, int], day: int) -> None:
    standings.submit(conn, who[0], COMPLETE, by=who[1], channel="web", now=at(day, 9))


def keep(conn: Connection, day: date) -> int:
    """Write a day down, slice by slice; of how many rounds."""
    found = daily_tallies.unkept(conn, day)
    for one in found:
        after: int | None = 0
        while after is not None:
            after = daily_tallies.keep_slice(conn, one, day, after)
    daily_tallies.forget_slice(conn, day)
    return len(found)


def kept(conn: Connection, round_: Round, day: date, code: str = "SO") -> dict[str, int]:
    return dict(daily_tallies.of(conn, round_.id, unit_id(conn, code), day))


@on_each_database
def test_a_day_is_written_down_once_as_it_began(conn: Connection):
    round_, people = opened(conn)
    declare(conn, people[0], 18)

    assert keep(conn, TOMORROW) > 0
    declare(conn, people[1], 19)
    assert keep(conn, TOMORROW) == 0

    then = {"expected": 3, "declared": 1, "complete": 1, "on_time": 1}
    assert kept(conn, round_, TOMORROW) == kept(conn, round_, TOMORROW, "C") == then
    keep(conn, TOMORROW + timedelta(days=1))
    assert kept(conn, round_, TOMORROW + timedelta(days=1))["declared"] == 2


@on_each_database
def test_the_day_on_which_a_round_opens_has_no_yesterday(conn: Connection):
    opened(conn)

    assert keep(conn, TODAY) == 0


@on_each_database
def test_classes_are_left_out(conn: Connection):
    round_, _ = opened(conn)
    pupils = round_of(conn, campaigns.get(conn, round_.campaign_id), "pupils")
    keep(conn, TOMORROW)

    assert kept(conn, pupils, TOMORROW, "C") == {"expected": 1}
    assert kept(conn, pupils, TOMORROW, "C-10A1") == {}


@on_each_database
def test_only_what_is_open_is_written_down(conn: Connection):
    round_, _ = opened(conn)
    last = date(2020, 9, 12)  # two weeks after the last valid day

    assert keep(conn, last) > 0
    assert kept(conn, round_, last) != {}
    keep(conn, last + timedelta(days=1))
    assert kept(conn, round_, last + timedelta(days=1)) == {}, "late declarations have come by now"
    campaigns.set_state(conn, round_.campaign_id, CampaignState.PAUSED, at(20, month=9))
    assert keep(conn, date(2020, 9, 20)) == 0


@on_each_database
def test_slots_are_compared_with_the_slot_before_instead(conn: Connection):
    plant(conn)
    running = start(conn, AN_TOAN, now=at(1, 8, month=3, year=2021))  # a Monday
    day = date(2021, 3, 2)
    keep(conn, day)

    slot, account = round_of(conn, running, "situation"), round_of(conn, running, "account")
    assert slot.opened_at is not None
    assert (kept(conn, slot, day), kept(conn, account, day)) == ({}, {"expected": 3})


@on_each_database
def test_after_two_months_they_go(conn: Connection):
    opened(conn)
    campaign = campaigns.every(conn)[0]
    pupils = round_of(conn, campaign, "website-guide")  # has no deadline
    for day in (TOMORROW, TOMORROW + timedelta(days=60), TOMORROW + timedelta(days=61)):
        keep(conn, day)

    days = conn.scalars(
        select(table.c.day).where(table.c.round_id == pupils.id).distinct().order_by(table.c.day)
    ).all()
    assert days == [TOMORROW + timedelta(days=60), TOMORROW + timedelta(days=61)]


@on_each_database
def test_what_a_stop_cut_off_is_begun_anew_and_what_was_written_stays(conn: Connection):
    round_, people = opened(conn)
    declare(conn, people[0], 18)
    one = next(one for one in daily_tallies.unkept(conn, TOMORROW) if one.round_id == round_.id)
    daily_tallies.keep_slice(conn, one, TOMORROW, 0)
    declare(conn, people[1], 19)

    assert one in daily_tallies.unkept(conn, TOMORROW)
    keep(conn, TOMORROW)
    assert kept(conn, round_, TOMORROW, "C")["declared"] == 1
    assert daily_tallies.unkept(conn, TOMORROW) == []


async def test_the_planner_writes_each_day_down_however_often_it_looks(database: Database):
    await database.write(opened)

    for moment in (at(18, 11), at(19, 0), at(19, 0, 1), at(19, 23), at(20)):
        await planner.tick(database, moment)

    def days(conn: Connection) -> list[date]:
        return list(conn.scalars(select(table.c.day).distinct().order_by(table.c.day)))

    assert await database.read(days) == [TOMORROW, TOMORROW + timedelta(days=1)]
    assert await database.read(lambda conn: conn.scalar(select(func.count()).select_from(table))) == 2 * (
        2 * 1  # staff: the department and C
        + 2 * 1  # pupils
        + 5 * 1  # website: every unit but the class
    )
