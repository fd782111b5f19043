"""How numbers, shares, days and times are written in a locale.

The words and patterns come from `formats.ftl`; the arithmetic (rounding, zero-padding, time zone)
is here and the same in every locale. All moments are aware UTC and shown in Vietnam time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from bot.domain.deadlines import local
from bot.domain.tallies import Share

#: What a text can be told. An int is a quantity and gets thousands separators: years, codes and
#: phone numbers are given as str. A bool can only be selected on, as [true] and [false].
Fact: TypeAlias = str | int | bool | Share | date | datetime | timedelta

UNKNOWN = "–"
#: Both from the oldest PC character set (WGL4), so that every phone font draws them, equally wide.
FULL, EMPTY = "█", "░"

#: `date.weekday()` → its name.
WEEKDAY_KEYS = {
    0: "weekday-monday",
    1: "weekday-tuesday",
    2: "weekday-wednesday",
    3: "weekday-thursday",
    4: "weekday-friday",
    5: "weekday-saturday",
    6: "weekday-sunday",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The formats of one locale; the patterns are those of `str.format`."""

    thousands: str
    decimal: str
    date_pattern: str
    day_pattern: str
    clock_pattern: str
    moment_pattern: str
    official_day_pattern: str
    list_pattern: str
    list_end_pattern: str
    days_pattern: str
    hours_pattern: str
    minutes_pattern: str
    weekdays: tuple[str, ...]

    @classmethod
    def load(cls, texts: Callable[..., str]) -> "Formats":
        """Read the patterns from the catalogue: each placeable is given its own name in braces."""
        return cls(
            thousands=texts("format-thousands"),
            decimal=texts("format-decimal"),
            date_pattern=texts("format-date", day="{day}", month="{month}", year="{year}"),
            day_pattern=texts("format-day", weekday="{weekday}", date="{date}"),
            clock_pattern=texts("format-clock", hour="{hour}", minute="{minute}"),
            moment_pattern=texts("format-moment", clock="{clock}", date="{date}"),
            official_day_pattern=texts("format-official-day", day="{day}", month="{month}", year="{year}"),
            list_pattern=texts("format-list", items="{items}", item="{item}"),
            list_end_pattern=texts("format-list-end", items="{items}", item="{item}"),
            days_pattern=texts("format-days", count="{count}"),
            hours_pattern=texts("format-hours", count="{count}"),
            minutes_pattern=texts("format-minutes", count="{count}"),
            weekdays=tuple(texts(WEEKDAY_KEYS[weekday]) for weekday in range(7)),
        )

    def fact(self, value: Fact) -> str:
        """Any fact, by its type. Raises TypeError for what has no one obvious form (None, float …)."""
        match value:
            case str():
                return value
            case bool():
                return "true" if value else "false"
            case int():
                return self.number(value)
            case Share():
                return self.percent(value)
            case datetime():
                return self.moment(value)
            case date():
                return self.short_day(value)
            case timedelta():
                return self.duration(value)
        raise TypeError(f"a {type(value).__name__} cannot be said")

    def number(self, value: int) -> str:
        """A count, as "1.234"."""
        return f"{value:,}".replace(",", self.thousands)

    def percent(self, share: Share) -> str:
        """A share, as "87,50%", rounded down; "100%" only of the whole, "–" where there is no whole."""
        hundredths = share.hundredths_of_percent
        if hundredths is None:
            return UNKNOWN
        if share.part == share.whole:
            return "100%"
        if share.part <= 0:
            return "0%"
        return f"{self.number(hundredths // 100)}{self.decimal}{hundredths % 100:02}%"

    def bar(self, share: Share, width: int = 10) -> str:
        """A bar of `width` characters: full only at 100 %, empty only at nothing."""
        filled = 0
        if share.part > 0 and share.whole > 0:
            filled = min(width, max(1, share.part * width // share.whole))
        return FULL * filled + EMPTY * (width - filled)

    def short_day(self, day: date) -> str:
        """A day, as "29/8/2020"."""
        return self.date_pattern.format(day=day.day, month=day.month, year=day.year)

    def day(self, day: date) -> str:
        """A day with its weekday, as "thứ Bảy 29/8/2020"."""
        return self.day_pattern.format(weekday=self.weekdays[day.weekday()], date=self.short_day(day))

    def clock(self, moment: datetime) -> str:
        """The time in Vietnam, as "16h30". Raises ValueError for a naive datetime."""
        return self.hour(_in_vietnam(moment).time())

    def hour(self, hour: time) -> str:
        """A time of day in Vietnam, as "16h30"."""
        return self.clock_pattern.format(hour=hour.hour, minute=f"{hour.minute:02}")

    def moment(self, moment: datetime) -> str:
        """Time and day in Vietnam, as "16h30 ngày 29/8/2020". Raises ValueError for a naive datetime."""
        return self.moment_pattern.format(
            clock=self.clock(moment), date=self.short_day(_in_vietnam(moment).date())
        )

    def official_day(self, day: date) -> str:
        """A day in an official document, as "ngày 05 tháng 7 năm 2026".

        Days under 10 and the months 1 and 2 take a zero (Nghị định 30/2020/NĐ-CP), so that no digit
        can be written in front of them.
        """
        month = f"{day.month:02}" if day.month < 3 else str(day.month)
        return self.official_day_pattern.format(day=f"{day.day:02}", month=month, year=day.year)

    def listing(self, items: Sequence[str]) -> str:
        """A list, as "a, b và c"; "–" where there is nothing to list."""
        if not items:
            return UNKNOWN
        text, *rest = items
        for position, item in enumerate(rest, start=1):
            pattern = self.list_end_pattern if position == len(rest) else self.list_pattern
            text = pattern.format(items=text, item=item)
        return text

    def duration(self, span: timedelta) -> str:
        """A span of time, as "2 giờ 30 phút": whole minutes, rounded up, without the minutes from a day on.

        Raises ValueError for a negative span: "late by" and "still to go" are different sentences.
        """
        if span < timedelta(0):
            raise ValueError("a duration is not negative")
        minutes = max(1, -(-span // timedelta(minutes=1)))
        days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
        parts = (
            (self.days_pattern, days),
            (self.hours_pattern, hours),
            (self.minutes_pattern, 0 if days else minutes),
        )
        return " ".join(pattern.format(count=self.number(count)) for pattern, count in parts if count)


def _in_vietnam(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be shown")
    return local(moment)
