"""When things are due: the arithmetic of local days, pure.

"trước ngày D" ends at 23:59:59 of D−1, "chậm nhất / đến hết ngày D" includes D; neither is moved
by weekends or holidays (administrative letters are not extended that way).
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.campaigns import Cadence, HolidayRule

#: Vietnam has kept UTC+7 without daylight saving since 1975, so weekday arithmetic never jumps.
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def instant(day: date, at: time, zone: ZoneInfo = VIETNAM) -> datetime:
    """The UTC instant of a local time on a local day."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def local(moment: datetime, zone: ZoneInfo = VIETNAM) -> datetime:
    """A UTC moment on the wall clock of the zone."""
    return moment.astimezone(zone)


def before_day(day: date, zone: ZoneInfo = VIETNAM) -> datetime:
    """The first late instant of "trước ngày `day`"."""
    return instant(day, time(0), zone)


def by_day(day: date, zone: ZoneInfo = VIETNAM) -> datetime:
    """The first late instant of "chậm nhất / đến hết ngày `day`"."""
    return instant(day + timedelta(days=1), time(0), zone)


def last_valid_day(before: datetime, zone: ZoneInfo = VIETNAM) -> date:
    """The last local day on which something due strictly before `before` is still on time."""
    return (before - timedelta(microseconds=1)).astimezone(zone).date()


def slots(
    cadence: Cadence,
    start: date,
    end: date,
    is_holiday: Callable[[date], bool],
    zone: ZoneInfo = VIETNAM,
) -> Iterator[tuple[date, datetime, datetime]]:
    """The rounds a cadence asks for in [start, end]: (slot day, opens, first late instant).

    The slot day names the round even where a holiday moves its instants to the next working day.
    """
    day = max(start, cadence.since or start)
    end = min(end, cadence.until or end)
    while day <= end:
        if day.weekday() in cadence.weekdays:
            due_on: date | None = day
            if is_holiday(day):
                match cadence.holidays:
                    case HolidayRule.SKIP:
                        due_on = None
                    case HolidayRule.NEXT_WORKING_DAY:
                        due_on = day + timedelta(days=1)
                        while due_on.weekday() == 6 or is_holiday(due_on):
                            due_on += timedelta(days=1)
                    case HolidayRule.STILL_DUE:
                        pass
            if due_on is not None:
                yield day, instant(due_on, cadence.opens, zone), instant(due_on, cadence.closes, zone)
        day += timedelta(days=1)
