"""The instant that a promise or a snooze names, as Vietnam's clocks show it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta, timezone

from bot.language.numbers import spelt_number
from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import NUMBER, Word

#: Asia/Ho_Chi_Minh has had no other offset since 1975.
VIETNAM = timezone(timedelta(hours=7))
_SATURDAY = 5


def instant(spans: Sequence[Span], words: Sequence[Word], now: datetime) -> datetime | None:
    """The first moment to come that the message names, in UTC; None if it names none.

    A moment that has passed already ("tối nay" typed at ten) is taken to be an hour from now.
    """
    local = now.astimezone(VIETNAM)
    moment = None
    for span in spans:
        if span.tag is Tag.SOON and span.value is not None:
            moment = _FINDERS[span.value[0]](span, words, local)
            break
    clock = next((span for span in spans if span.tag is Tag.CLOCK), None)
    if clock is not None:
        moment = _at_clock(clock, words, moment, local)
    if moment is None:
        return None
    if moment <= local:
        moment = local + timedelta(hours=1)
    return moment.astimezone(UTC)


def _on(local: datetime, days: int, clock: str) -> datetime:
    return datetime.combine(local.date() + timedelta(days=days), time.fromisoformat(clock), VIETNAM)


def _numbers(span: Span, words: Sequence[Word]) -> list[int]:
    here = words[span.first : span.last]
    digits = [word.value for word in here if word.folded == NUMBER and word.value is not None]
    if digits:
        return digits
    numbers, at = [], 0
    while at < len(here):
        spelt = spelt_number(here, at)
        numbers += [spelt.value] if spelt is not None else []
        at += spelt.length if spelt is not None else 1
    return numbers


def _day(span: Span, words: Sequence[Word], local: datetime) -> datetime:
    return _on(local, span.value[1], span.value[2])


def _weekday(span: Span, words: Sequence[Word], local: datetime) -> datetime:
    """Thứ hai is day 2 of the week, chủ nhật the last; always ahead, never today."""
    numbers = _numbers(span, words)
    folded = [word.folded for word in words[span.first : span.last]]
    number = 4 if "tu" in folded else (numbers[0] if numbers else 8)
    days = (min(number, 8) - 2 - local.weekday() - 1) % 7 + 1
    next_week = "tuan" in folded and days < 7 - local.weekday()
    return _on(local, days + 7 * next_week, span.value[1])


def _weekend(span: Span, words: Sequence[Word], local: datetime) -> datetime:
    return _on(local, (_SATURDAY - local.weekday()) % 7, span.value[1])


def _days(span: Span, words: Sequence[Word], local: datetime) -> datetime:
    return _on(local, _numbers(span, words)[0], "07:30")


def _hours(span: Span, words: Sequence[Word], local: datetime) -> datetime:
    return local + timedelta(hours=_numbers(span, words)[0])


def _minutes(span: Span, words: Sequence[Word], local: datetime) -> datetime:
    return local + timedelta(minutes=span.value[1] or _numbers(span, words)[0])


def _in_hours(span: Span, words: Sequence[Word], local: datetime) -> datetime:
    return local + timedelta(hours=span.value[1])


def _today_at(span: Span, words: Sequence[Word], local: datetime) -> datetime:
    """As in "mười giờ tối nay"."""
    return _at_clock(span, words, None, local) or local


_FINDERS: dict[str, Callable[[Span, Sequence[Word], datetime], datetime]] = {
    "day": _day,
    "weekday": _weekday,
    "weekend": _weekend,
    "days": _days,
    "hours": _hours,
    "minutes": _minutes,
    "in": _in_hours,
    "clock": _today_at,
}


def _at_clock(span: Span, words: Sequence[Word], day: datetime | None, local: datetime) -> datetime | None:
    """As in "tối 7h" is 19:00; a bare "7h" is the next seven o'clock."""
    numbers = _numbers(span, words)
    folded = [word.folded for word in words[span.first : span.last]]
    hour = numbers[0] if numbers else -1
    minute = 30 if "ruoi" in folded else (numbers[1] if len(numbers) > 1 else 0)
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return day
    late = not {"toi", "chieu", "dem", "khuya"}.isdisjoint(folded) or (day is not None and day.hour >= 12)
    if hour < 12 and (late or ("trua" in folded and hour < 4)):
        hour += 12
    if day is not None:
        return day.replace(hour=hour, minute=minute)
    moment = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    while moment <= local:
        moment += timedelta(hours=12 if hour < 12 else 24)
    return moment
