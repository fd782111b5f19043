"""Vietnam's public holidays: data that changes every year (Tết is lunar, swaps are announced)."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays


@lru_cache(maxsize=8)
def _year(year: int) -> frozenset[date]:
    return frozenset(country_holidays("VN", years=year))


def is_holiday(day: date) -> bool:
    """Whether a local day is a public holiday."""
    return day in _year(day.year)
