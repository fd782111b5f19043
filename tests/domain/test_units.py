"""Names of units on buttons."""

import pytest

from bot.domain.units import short_name

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
