"""Single cells of people's lists."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import AgeBand, Gender
from bot.rosters.cells import age_band_of, birthday_of, gender_of, tidy_name, yes_or_no

TODAY = date(2020, 8, 18)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("05/09/2010", date(2010, 9, 5)),
        ("5-9-2010", date(2010, 9, 5)),
        ("5.9.2010", date(2010, 9, 5)),
        ("2010-09-05", date(2010, 9, 5)),
        ("40426", date(2010, 9, 5)),
        ("2010", date(2010, 12, 31)),
        ("31/02/2010", None),
        ("12/25/2010", None),
        ("khoảng 2010", None),
        ("", None),
    ],
)
def test_birthdays_as_lists_have_them(cell, expected):
    assert birthday_of(cell) == expected


@given(st.dates(date(1925, 1, 1), TODAY))
def test_every_written_day_is_read_back(day):
    assert birthday_of(f"{day.day}/{day.month}/{day.year}") == day
    assert birthday_of(day.isoformat()) == day


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2013, 8, 19), AgeBand.UNDER_7),
        (date(2013, 8, 18), AgeBand.FROM_7_TO_15),
        (date(2004, 8, 19), AgeBand.FROM_7_TO_15),
        (date(2004, 8, 18), AgeBand.FROM_16),
        (date(2000, 8, 19), AgeBand.FROM_16),
        (date(2000, 8, 18), AgeBand.ADULT),
        (date(2020, 12, 31), AgeBand.UNDER_7),
        (date(2021, 1, 1), None),
        (date(1919, 1, 1), None),
    ],
)
def test_bands_change_on_the_birthday(born, band):
    assert age_band_of(born, TODAY) == band


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("x", True), ("X", True), ("Có", True), ("✓", True), ("TRUE", True), ("1", True)]
    + [("không", False), ("Ko", False), ("-", False), ("0", False), ("FALSE", False)]
    + [("Samsung", None), ("", None), ("có thể", None)],
)
def test_yes_and_no(cell, expected):
    assert yes_or_no(cell) is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("Nam", Gender.MALE), ("NỮ", Gender.FEMALE), ("nu", Gender.FEMALE), ("?", None), ("", None)],
)
def test_genders(cell, expected):
    assert gender_of(cell) is expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("NGUYỄN THỊ ÁNH", "Nguyễn Thị Ánh"),
        ("thạch sa rươn", "Thạch Sa Rươn"),
        ("K'BRỂ", "K'Brể"),
        ("Lê Văn Tám (hợp đồng)", "Lê Văn Tám"),
        ("- Lê Văn Tám *", "Lê Văn Tám"),
        ("Tôn Nữ Thị Ninh", "Tôn Nữ Thị Ninh"),
    ],
)
def test_names_are_written_as_in_a_sentence(printed, expected):
    assert tidy_name(printed) == expected
