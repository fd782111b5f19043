"""What kind of list a file holds follows from its headings and from what its sender may bring in."""

from datetime import date

import pytest

from bot.errors import InputError
from bot.rosters.lists import ListKind, read_list
from bot.rosters.people import PeopleSheet
from bot.rosters.units import UnitsSheet
from tests.rosters.sheets import xlsx

PEOPLE = [["STT", "Họ và tên", "Chức vụ"], [1, "Trần Lan", "Hiệu trưởng"]]
STAFF_OF_UNITS = [
    ["STT", "Mã", "Họ và tên", "Chức vụ", "Đơn vị"],
    [1, "GV1", "Trần Lan", "Hiệu trưởng", "Trường A"],
]
UNITS = [["STT", "Mã đơn vị", "Tên đơn vị"], [1, "A", "Trường THCS A"]]
UNITS_WITH_HEADS = [
    ["Mã", "Tên đơn vị", "Cấp học", "Họ và tên"],
    ["A", "Trường THCS A", "THCS", "Trần Lan"],
]


@pytest.mark.parametrize(
    ("rows", "kind", "found"),
    [
        pytest.param(PEOPLE, ListKind.PEOPLE, PeopleSheet, id="people from a school"),
        pytest.param(UNITS, ListKind.UNITS, UnitsSheet, id="units from an office"),
        pytest.param(PEOPLE, ListKind.EITHER, PeopleSheet, id="people from somebody with two posts"),
        pytest.param(STAFF_OF_UNITS, ListKind.EITHER, PeopleSheet, id="people with their units"),
        pytest.param(UNITS, ListKind.EITHER, UnitsSheet, id="units from somebody with two posts"),
        pytest.param(UNITS_WITH_HEADS, ListKind.EITHER, UnitsSheet, id="units with their heads"),
        pytest.param(UNITS_WITH_HEADS, ListKind.UNITS, UnitsSheet, id="units with heads from an office"),
    ],
)
def test_the_headings_say_what_it_is(rows: list[list[object]], kind: ListKind, found: type):
    assert isinstance(read_list(xlsx(rows), "ds.xlsx", kind=kind, today=date(2020, 8, 18), known={}), found)


@pytest.mark.parametrize(
    ("rows", "kind", "key"),
    [
        pytest.param(PEOPLE, ListKind.UNITS, "error-list-of-people", id="people from an office"),
        pytest.param(STAFF_OF_UNITS, ListKind.UNITS, "error-list-of-people", id="people with their units"),
        pytest.param(UNITS, ListKind.PEOPLE, "error-sheet-no-header", id="units from a school"),
        pytest.param([["Kính gửi"]], ListKind.UNITS, "error-sheet-no-header", id="no list from an office"),
        pytest.param([["Kính gửi"]], ListKind.EITHER, "error-sheet-no-header", id="no list"),
    ],
)
def test_what_is_not_theirs_to_bring_in_is_refused(rows: list[list[object]], kind: ListKind, key: str):
    with pytest.raises(InputError, match=key):
        read_list(xlsx(rows), "ds.xlsx", kind=kind, today=date(2020, 8, 18), known={})
