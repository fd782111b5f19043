"""Deadlines and rhythms of a campaign file in the values of the domain."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.campaigns.obligation_schema import WEEKDAYS, CadenceFile, DueFile
from bot.campaigns.schema_types import Moment
from bot.domain.deadlines import before_day, by_day, instant


def first_late(due: DueFile, zone: ZoneInfo) -> datetime:
    """The first instant, UTC, that is late for a deadline that gives one of `before` and `by`.

    "trước 16 giờ 00" leaves out the minute it names, "chậm nhất 16 giờ 00" includes it.
    """
    match due.before, due.by:
        case Moment(day=day, at=None), _:
            return before_day(day, zone)
        case Moment(day=day, at=time() as at), _:
            return instant(day, at, zone)
        case _, Moment(day=day, at=None):
            return by_day(day, zone)
        case _, Moment(day=day, at=time() as at):
            return instant(day, at, zone) + timedelta(minutes=1)
    raise ValueError("a deadline is before or by something")


def phrase(due: DueFile) -> str:
    """The deadline in the words of official letters: "trước 16 giờ 00 ngày 30/8/2020"."""
    if due.phrase is not None:
        return due.phrase
    word, moment = ("chậm nhất", due.by) if due.before is None else ("trước", due.before)
    return f"{word} {_worded(moment)}" if moment is not None else word


def _worded(moment: Moment) -> str:
    hour = f"{moment.at:%H} giờ {moment.at:%M} " if moment.at is not None else ""
    return f"{hour}ngày {moment.day.day}/{moment.day.month}/{moment.day.year}"


def weekdays_of(cadence: CadenceFile) -> tuple[int, ...]:
    """The days of a rhythm, 0 = Monday."""
    if cadence.daily:
        return tuple(range(7))
    return tuple(sorted({WEEKDAYS.index(day) for day in cadence.weekdays}))
