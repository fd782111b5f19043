"""Numbers, shares, days and times as people read them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tallies import Share
from bot.texts import Formats, Texts
from bot.texts.formats import EMPTY, FULL

VI = Texts.load("vi").formats
EN = Texts.load("en").formats


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1355, "1.355", "1,355"),
        (-1000, "-1.000", "-1,000"),
        (25_255_251, "25.255.251", "25,255,251"),
    ],
)
def test_numbers_are_grouped_in_thousands(number: int, vietnamese: str, english: str) -> None:
    assert (VI.number(number), EN.number(number)) == (vietnamese, english)


SHARES = [
    # part, whole, text, bar
    (7, 8, "87,50%", "████████░░"),
    (1, 3, "33,33%", "███░░░░░░░"),
    (2, 3, "66,66%", "██████░░░░"),  # 66,666… is rounded down
    (24_999, 25_000, "99,99%", "█████████░"),  # 99,996 %
    (999_999, 1_000_000, "99,99%", "█████████░"),
    (8, 8, "100%", "██████████"),
    (0, 8, "0%", "░░░░░░░░░░"),
    (1, 1000, "0,10%", "█░░░░░░░░░"),  # something is never drawn as nothing
    (0, 0, "–", "░░░░░░░░░░"),
    (3, 0, "–", "░░░░░░░░░░"),
]


@pytest.mark.parametrize(("part", "whole", "text", "bar"), SHARES, ids=[f"{p} of {w}" for p, w, *_ in SHARES])
def test_shares_are_floored(part: int, whole: int, text: str, bar: str) -> None:
    share = Share(part=part, whole=whole)
    assert (VI.percent(share), VI.bar(share)) == (text, bar)


def test_english_writes_a_decimal_point() -> None:
    assert EN.percent(Share(part=7, whole=8)) == "87.50%"


@given(whole=st.integers(0, 10**18), data=st.data(), width=st.integers(2, 20))
def test_only_the_whole_is_shown_as_the_whole(whole: int, data: st.DataObject, width: int) -> None:
    share = Share(part=data.draw(st.integers(0, whole)), whole=whole)
    bar = VI.bar(share, width)
    assert len(bar) == width
    assert (VI.percent(share) == "100%") == (bar == FULL * width) == (share.part == whole > 0)
    assert (bar == EMPTY * width) == (share.part == 0)


DAYS = [
    (date(2020, 8, 29), "29/8/2020", "thứ Bảy 29/8/2020", "ngày 29 tháng 8 năm 2020"),
    (date(2020, 8, 30), "30/8/2020", "Chủ nhật 30/8/2020", "ngày 30 tháng 8 năm 2020"),
    (date(2026, 7, 5), "5/7/2026", "Chủ nhật 5/7/2026", "ngày 05 tháng 7 năm 2026"),
    (date(2026, 1, 2), "2/1/2026", "thứ Sáu 2/1/2026", "ngày 02 tháng 01 năm 2026"),
    (date(2021, 2, 22), "22/2/2021", "thứ Hai 22/2/2021", "ngày 22 tháng 02 năm 2021"),
    (date(2025, 12, 10), "10/12/2025", "thứ Tư 10/12/2025", "ngày 10 tháng 12 năm 2025"),
]


@pytest.mark.parametrize(("day", "short", "full", "official"), DAYS, ids=[str(day) for day, *_ in DAYS])
def test_days_in_chat_and_in_official_documents(day: date, short: str, full: str, official: str) -> None:
    assert (VI.short_day(day), VI.day(day), VI.official_day(day)) == (short, full, official)


@pytest.mark.parametrize(
    ("moment", "clock", "full"),
    [
        (datetime(2020, 8, 29, 9, 30, tzinfo=UTC), "16h30", "16h30 ngày 29/8/2020"),
        (datetime(2020, 8, 29, 0, 0, tzinfo=UTC), "7h00", "7h00 ngày 29/8/2020"),
        (datetime(2020, 8, 29, 17, 0, tzinfo=UTC), "0h00", "0h00 ngày 30/8/2020"),
    ],
    ids=["afternoon", "morning", "already tomorrow in Vietnam"],
)
def test_moments_are_shown_in_vietnam(moment: datetime, clock: str, full: str) -> None:
    assert (VI.clock(moment), VI.moment(moment)) == (clock, full)


LISTS = [
    ([], "–", "–"),
    (["a"], "a", "a"),
    (["a", "b"], "a và b", "a and b"),
    (["a", "b", "{c}"], "a, b và {c}", "a, b and {c}"),
]


@pytest.mark.parametrize(("items", "vietnamese", "english"), LISTS, ids=[str(len(row[0])) for row in LISTS])
def test_lists_are_joined(items: list[str], vietnamese: str, english: str) -> None:
    assert (VI.listing(items), EN.listing(items)) == (vietnamese, english)


SPANS = [
    (timedelta(0), "1 phút"),
    (timedelta(seconds=61), "2 phút"),  # rounded up: "try again in 1 minute" would be too early
    (timedelta(minutes=15), "15 phút"),
    (timedelta(hours=2), "2 giờ"),
    (timedelta(hours=2, minutes=30), "2 giờ 30 phút"),
    (timedelta(hours=23, minutes=59, seconds=30), "1 ngày"),
    (timedelta(days=3, hours=4, minutes=5), "3 ngày 4 giờ"),
    (timedelta(days=1200), "1.200 ngày"),
]


@pytest.mark.parametrize(("span", "text"), SPANS, ids=[str(span) for span, _ in SPANS])
def test_spans_of_time(span: timedelta, text: str) -> None:
    assert VI.duration(span) == text


def test_a_negative_span_is_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        VI.duration(timedelta(seconds=-1))


@pytest.mark.parametrize("formats", [VI, EN], ids=["vi", "en"])
def test_every_weekday_has_its_own_name(formats: Formats) -> None:
    assert len(set(formats.weekdays)) == 7
