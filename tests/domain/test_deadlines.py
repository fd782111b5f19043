"""Phrases of directives as instants, and the days on which a rhythm asks for a report."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.campaigns import Cadence, HolidayRule
from bot.domain.deadlines import VIETNAM, before_day, by_day, instant, last_valid_day, local, slots
from bot.domain.holidays import is_holiday


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first_late", "last_day"),
    [
        pytest.param(before_day(date(2020, 8, 30)), date(2020, 8, 29), id="trước ngày 30/8: hết ngày 29/8"),
        pytest.param(by_day(date(2020, 8, 30)), date(2020, 8, 30), id="đến hết ngày 30/8: cả ngày 30/8"),
        pytest.param(
            by_day(date(2020, 9, 2)), date(2020, 9, 2), id="đến hết Quốc khánh: a holiday moves nothing"
        ),
        pytest.param(before_day(date(2020, 8, 24)), date(2020, 8, 23), id="trước thứ Hai: the Sunday counts"),
        pytest.param(before_day(date(2020, 3, 1)), date(2020, 2, 29), id="a leap day"),
        pytest.param(before_day(date(2021, 1, 1)), date(2020, 12, 31), id="the turn of the year"),
        pytest.param(
            instant(date(2020, 8, 30), time(16)),
            date(2020, 8, 30),
            id="trước 16 giờ 00 ngày 30/8: until 15:59:59",
        ),
    ],
)
def test_a_phrase_has_a_last_valid_day(first_late: datetime, last_day: date):
    assert last_valid_day(first_late) == last_day


def test_a_day_of_vietnam_begins_seven_hours_before_that_of_greenwich():
    assert before_day(date(2020, 8, 30)) == utc(date(2020, 8, 29), 17)
    assert local(utc(date(2020, 8, 29), 16, 59)).date() == date(2020, 8, 29)


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_no_deadline_is_ever_moved(day: date):
    assert last_valid_day(before_day(day)) == day - timedelta(days=1)
    assert last_valid_day(by_day(day)) == day
    assert by_day(day) - before_day(day) == timedelta(days=1)


MONDAYS_AND_FRIDAYS = Cadence(weekdays=(0, 4), opens=time(7), closes=time(17))


def days(cadence: Cadence, start: date, end: date) -> list[date]:
    return [day for day, _, _ in slots(cadence, start, end, is_holiday)]


def test_a_rhythm_asks_on_its_weekdays_from_opening_to_closing():
    first, *_ = slots(MONDAYS_AND_FRIDAYS, date(2021, 3, 1), date(2021, 3, 14), is_holiday)

    assert first == (date(2021, 3, 1), utc(date(2021, 3, 1), 0), utc(date(2021, 3, 1), 10))
    assert days(MONDAYS_AND_FRIDAYS, date(2021, 3, 1), date(2021, 3, 14)) == [
        date(2021, 3, 1),
        date(2021, 3, 5),
        date(2021, 3, 8),
        date(2021, 3, 12),
    ]


#: Tết Tân Sửu: 10/2 (a Wednesday) to 16/2/2021 (a Tuesday).
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param(
            HolidayRule.SKIP,
            {date(2021, 2, 8): date(2021, 2, 8), date(2021, 2, 19): date(2021, 2, 19)},
            id="skip: nothing between 8/2 and 19/2",
        ),
        pytest.param(
            HolidayRule.NEXT_WORKING_DAY,
            {
                date(2021, 2, 8): date(2021, 2, 8),
                date(2021, 2, 12): date(2021, 2, 17),
                date(2021, 2, 15): date(2021, 2, 17),
                date(2021, 2, 19): date(2021, 2, 19),
            },
            id="next working day: both slots of Tết fall on Wednesday 17/2 and keep their names",
        ),
        pytest.param(
            HolidayRule.STILL_DUE,
            {day: day for day in (date(2021, 2, 8), date(2021, 2, 12), date(2021, 2, 15), date(2021, 2, 19))},
            id="still due: the rhythm goes on",
        ),
    ],
)
def test_what_becomes_of_slots_at_tet_is_the_campaigns_choice(rule: HolidayRule, expected: dict[date, date]):
    cadence = Cadence(weekdays=(0, 4), opens=time(7), closes=time(17), holidays=rule)

    found = {
        day: closes.astimezone(VIETNAM).date()
        for day, _, closes in slots(cadence, date(2021, 2, 6), date(2021, 2, 20), is_holiday)
    }

    assert found == expected


def test_a_slot_that_moves_from_a_friday_holiday_does_not_land_on_a_sunday():
    cadence = Cadence(
        weekdays=(5,), opens=time(7), closes=time(17), holidays=HolidayRule.NEXT_WORKING_DAY
    )  # Saturday 1/5/2021; Monday 3/5 is a holiday in lieu

    moved = [opens for _, opens, _ in slots(cadence, date(2021, 5, 1), date(2021, 5, 1), is_holiday)]

    assert moved == [utc(date(2021, 5, 4), 0)]


def test_rhythms_follow_one_another_each_in_its_own_days():
    daily = Cadence(weekdays=tuple(range(7)), opens=time(7), closes=time(17), until=date(2021, 3, 3))
    twice = Cadence(weekdays=(0, 4), opens=time(7), closes=time(17), since=date(2021, 3, 4))
    week = date(2021, 3, 1), date(2021, 3, 8)

    assert days(daily, *week) == [date(2021, 3, 1), date(2021, 3, 2), date(2021, 3, 3)]
    assert days(twice, *week) == [date(2021, 3, 5), date(2021, 3, 8)]


def test_a_span_that_ends_before_it_begins_asks_for_nothing():
    assert days(MONDAYS_AND_FRIDAYS, date(2021, 3, 8), date(2021, 3, 1)) == []
