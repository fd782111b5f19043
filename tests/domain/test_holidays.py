"""The table of holidays is that of the package that many keep up to date."""

from datetime import date

import pytest
from holidays import country_holidays

from bot.domain.holidays import TABLE, is_holiday


@pytest.mark.parametrize("line", TABLE.split("\n")[1:-1], ids=lambda line: line[:4])
def test_a_year_has_the_holidays_of_the_package(line: str):
    year = int(line[:4])

    days = sorted(country_holidays("VN", years=year))
    assert line == f"{year}: {' '.join(f'{day.day}/{day.month}' for day in days)}"


DAYS = [
    ("Tết", date(2026, 2, 17), True),
    ("the day before it", date(2026, 2, 15), False),
    ("the national day", date(2020, 9, 2), True),
    ("a Sunday", date(2020, 8, 30), False),
    ("New Year of a year that is not in the table", date(2051, 1, 1), False),
]


@pytest.mark.parametrize(("day", "expected"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_a_day_is_a_holiday_or_not(day: date, expected: bool):
    assert is_holiday(day) is expected
