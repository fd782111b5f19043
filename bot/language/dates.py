"""The deadline that somebody types: "đến hết 5/9", "trước ngày 6/9", "16h thứ Sáu", "thêm 3 ngày".

Official letters leave out the day or the hour that follows "trước" and include it after "chậm nhất" and
"đến hết"; a bare day is included too. Without a year the nearest day of that date is meant, so that
"27/8" typed on 28/8 is yesterday and not next year.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.domain.deadlines import VIETNAM, before_day, by_day, instant
from bot.domain.names import normalise, strip_marks

#: "27/8", "27-8-2020", "27.8", "ngày 27 tháng 8 năm 2020".
_DATE = re.compile(
    r"(?<![\d/.:h-])(?:ngay |mung )*(\d{1,2})(?: ?[/.-] ?| thang )(\d{1,2})"
    r"(?:(?: ?[/.-] ?| nam )(\d{4}|\d{2}))?(?![\d/:-])"
)
#: "16h", "16h30", "16 giờ 30", "16:30".
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}) ?(?:(?:h|gio)(?: ?(\d{2})(?!\d)| ?(ruoi))?|:(\d{2}))(?![\w/])")
_AFTERNOON = re.compile(r"\b(chieu|toi)\b")
_WEEKDAY = re.compile(r"\b(?:thu ?|t)([2-7]|hai|ba|tu|nam|sau|bay)\b|\b(chu nhat|cn)\b")
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_NEXT_WEEK = re.compile(r"\btuan (?:sau|toi)\b")
#: Days named by where they lie, the longest name first.
_NAMED_DAYS = (
    (re.compile(r"\bhom nay\b"), 0),
    (re.compile(r"\bmai\b"), 1),
    (re.compile(r"\b(?:mot|kia)\b"), 2),
)
#: "thêm 3 ngày", "+3", "3 ngày nữa".
_MORE = re.compile(r"(?:\bthem |\+ ?)(\d{1,3})(?: ngay)?\b|\b(\d{1,3}) ngay nua\b")
_BEFORE = re.compile(r"\btruoc\b")

#: Years that a deadline can lie in: four digits may be anything.
_YEARS = range(2000, 2100)
#: A sentence is read no further than this: deadlines are short.
LONGEST = 120


def read_deadline(text: str, now: datetime, current: datetime | None = None) -> datetime | None:
    """The first instant, UTC, that is late for what was typed; None where that is not exactly one.

    `current` is the deadline that "thêm 3 ngày" counts from; without one it counts from today.
    """
    said = strip_marks(normalise(text[:LONGEST])).lower()
    today = now.astimezone(VIETNAM).date()
    days = set(_days(said, today))
    clocks = set(_clocks(said))
    more = [int(found[1] or found[2]) for found in _MORE.finditer(said)]
    if more and not days and not clocks:
        return _later(current, today, more[0]) if len(more) == 1 else None
    if len(days) + len(more) > 1 or len(clocks) > 1:
        return None
    day = next(iter(days), today if clocks else None)
    if day is None:  # no day, or one that does not exist
        return None
    before = _BEFORE.search(said) is not None
    if clocks:
        late = instant(day, clocks.pop())
        return late if before else late + timedelta(minutes=1)
    return before_day(day) if before else by_day(day)


def _later(current: datetime | None, today: date, days: int) -> datetime:
    """A deadline moved by days; the hour of the day stays."""
    return by_day(today + timedelta(days=days)) if current is None else current + timedelta(days=days)


def _days(said: str, today: date) -> Iterator[date | None]:
    """Every day that is named, in whatever way; None for one that no calendar has."""
    for found in _DATE.finditer(said):
        yield _dated(int(found[1]), int(found[2]), found[3], today)
    rest = _DATE.sub(" ", said)
    for found in _WEEKDAY.finditer(rest):
        yield _weekday(found, rest, today)
    for name, ahead in _NAMED_DAYS:
        if name.search(_WEEKDAY.sub(" ", rest)):
            yield today + timedelta(days=ahead)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    """A day of the calendar; None for "31/6"."""
    if year is not None:
        return _day_of(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = [_day_of(today.year + shift, month, day) for shift in (-1, 0, 1)]
    return min((one for one in near if one is not None), key=lambda one: abs(one - today), default=None)


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _weekday(found: re.Match[str], said: str, today: date) -> date:
    """The next such day, today included; "tuần sau" is the week that begins on the next Monday."""
    name = found[1]
    wanted = 6 if name is None else _WEEKDAYS.get(name, -1)
    if wanted < 0:
        wanted = int(name) - 2  # thứ hai is day 2 of the Vietnamese week
    if _NEXT_WEEK.search(said):
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _clocks(said: str) -> Iterator[time]:
    """Every hour of the day that is named: "4h chiều" is 16:00."""
    for found in _CLOCK.finditer(_DATE.sub(" ", said)):
        hour = int(found[1])
        minute = 30 if found[3] else int(found[2] or found[4] or 0)
        if hour < 12 and _AFTERNOON.search(said):
            hour += 12
        if hour == 24 and minute == 0:
            hour, minute = 23, 59
        if hour < 24 and minute < 60:
            yield time(hour, minute)
