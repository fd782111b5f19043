"""School years: which one ends, and what a class is called afterwards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school_years import ending_year, grade_of, last_grade, next_code, next_name


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2020, 5, 1), "2019–2020"),
        (date(2020, 8, 18), "2019–2020"),
        (date(2020, 12, 31), "2019–2020"),
        (date(2021, 1, 1), None),
        (date(2021, 4, 30), None),
    ],
)
def test_a_school_year_ends_from_may_on(day: date, year: str | None):
    assert ending_year(day) == year


@pytest.mark.parametrize(
    ("name", "last", "becomes"),
    [
        ("8A", 9, "9A"),
        ("Lớp 8A2", 9, "Lớp 9A2"),
        ("9A", 12, "10A"),
        ("8/2", 9, "9/2"),
        ("6 Chuyên Anh", 9, "7 Chuyên Anh"),
        ("9A", 9, None),
        ("12A10", 12, None),
        ("10A", 9, None),
        ("Mầm 1", 5, "Chồi 1"),
        ("Chồi", 5, "Lá"),
        ("lá 2", 5, None),
    ],
)
def test_a_class_goes_up_by_its_name(name: str, last: int, becomes: str | None):
    assert next_name(name, last) == becomes


@pytest.mark.parametrize("name", ["Nhóm trẻ", "Năng khiếu", "", "A8", "13A", "0B", "123"])
def test_of_a_class_without_a_grade_nobody_can_tell(name: str):
    assert grade_of(name) is None
    with pytest.raises(ValueError, match="no grade"):
        next_name(name, 9)


@pytest.mark.parametrize(
    ("level", "classes", "last"),
    [
        ("THPT", [], 12),
        ("THCS", ["6A", "9B"], 9),
        ("TH&THCS", ["1A"], 9),
        ("TH", ["5A"], 5),
        ("Trường Tiểu học Lê Lợi", [], 5),
        ("Trường Trung học phổ thông Vị Thanh", [], 12),
        ("Trường phổ thông dân tộc bán trú THCS Xà Phiên", [], 9),
        ("Trường phổ thông Thái Bình Dương", [], 12),
        ("", ["6A", "8A"], 9),
        ("", ["1A", "4B"], 5),
        ("THCS", ["10A"], 12),
        ("", ["Lá 1"], 5),
    ],
)
def test_the_last_grade_follows_from_the_level_or_from_the_classes(level: str, classes: list[str], last: int):
    assert last_grade(level, classes) == last


@pytest.mark.parametrize(
    ("code", "name", "new_name", "becomes"),
    [
        ("THCS-8A", "8A", "9A", "THCS-9A"),
        ("10a1", "Lớp 10A1", "Lớp 11A1", "11A1"),
        ("9310274", "8A", "9A", "9310274"),
        ("V-LA1", "Chồi 1", "Lá 1", "V-LA1"),
        ("V-CHOI1", "Chồi 1", "Lá 1", "V-LA1"),
    ],
)
def test_a_code_follows_the_name_it_was_made_of(code: str, name: str, new_name: str, becomes: str):
    assert next_code(code, name, new_name) == becomes


@given(grade=st.integers(1, 12), rest=st.text("ABC/ 123", max_size=4).filter(lambda s: not s[:1].isdigit()))
def test_every_class_leaves_in_the_end(grade: int, rest: str):
    name: str | None = f"{grade}{rest}".strip()
    for _ in range(12):
        name = next_name(name, 12) if name else None
    assert name is None
