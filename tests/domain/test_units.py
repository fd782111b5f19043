"""Names of units: on buttons, and from one day to another."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.units import Named, renamed, short_name

SHORTER = {"Trung tâm Giáo dục Thường xuyên": "TTGDTX", "Giáo dục và Đào tạo": "GD&ĐT"}
NAMES = [
    ("Phòng Giáo dục và Đào tạo huyện Vị Thủy", "Phòng GD&ĐT huyện Vị Thủy"),
    ("Sở Giáo dục và đào tạo tỉnh Hậu Giang", "Sở GD&ĐT tỉnh Hậu Giang"),
    ("Trung tâm Giáo dục thường xuyên tỉnh Hậu Giang", "TTGDTX tỉnh Hậu Giang"),
    ("Phòng GD&ĐT huyện Vị Thủy", "Phòng GD&ĐT huyện Vị Thủy"),
    ("Trường THPT Vị Thanh", "Trường THPT Vị Thanh"),
]


@pytest.mark.parametrize(("name", "short"), NAMES, ids=[name for name, _ in NAMES])
def test_official_phrases_are_shortened_and_names_stay(name: str, short: str) -> None:
    assert short_name(name, SHORTER) == short


def test_a_short_form_is_taken_as_it_is_written() -> None:
    assert short_name("Phòng A", {"phòng": r"\1"}) == r"\1 A"


DAYS = st.dates(date(2015, 1, 1), date(2030, 1, 1))
SHORT_NAMES = st.sampled_from("ABC")


def name_on(names: list[Named], day: date) -> str:
    return next(named.name for named in names if named.until >= day)


@given(st.lists(st.tuples(SHORT_NAMES, DAYS, DAYS | st.just(date.max)), max_size=6), DAYS)
def test_every_day_has_the_name_that_was_said_of_it_last(
    said: list[tuple[str, date, date]], day: date
) -> None:
    names = [Named("Z", date.max)]
    expected = "Z"
    for name, since, until in said:
        if since <= until:
            names = renamed(names, name, since, until)
            expected = name if since <= day <= until else expected
            assert renamed(names, name, since, until) == names

    assert name_on(names, day) == expected
    assert names[-1].until == date.max
    assert all(one.until < later.until and one.name != later.name for one, later in pairwise(names))
