"""Working days: what a school has to settle in so many of them, pure."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.domain.deadlines import VIETNAM, by_day


def is_working_day(day: date, is_holiday: Callable[[date], bool]) -> bool:
    """Offices work from Monday to Friday, except on public holidays."""
    return day.weekday() < 5 and not is_holiday(day)


def due_after(now: datetime, days: int, is_holiday: Callable[[date], bool]) -> datetime:
    """The first late instant (UTC) of "within so many working days"; the day it begins on does not count."""
    day = now.astimezone(VIETNAM).date()
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day, is_holiday)
    return by_day(day)
