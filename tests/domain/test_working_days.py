"""Working days: Monday to Friday, without public holidays."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.deadlines import last_valid_day
from bot.domain.holidays import is_holiday
from bot.domain.working_days import due_after


def at(*moment: int) -> datetime:
    """A moment on the clocks of Vietnam."""
    year, month, day, hour, minute = moment
    return datetime(year, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        pytest.param((2020, 8, 18, 9, 0), date(2020, 8, 20), id="on a Tuesday, by Thursday"),
        pytest.param((2020, 8, 20, 23, 59), date(2020, 8, 24), id="the weekend does not count"),
        pytest.param((2020, 8, 22, 9, 0), date(2020, 8, 25), id="asked on a Saturday"),
        pytest.param((2020, 9, 1, 9, 0), date(2020, 9, 4), id="2/9 is a public holiday"),
    ],
)
def test_two_working_days_end_with_the_second_one(asked: tuple[int, ...], last: date):
    due = due_after(at(*asked), 2, is_holiday)
    assert last_valid_day(due) == last
