"""Finding a unit below another by what somebody types."""

import pytest

from bot.storage import Connection, unit_search, units
from bot.storage.units import NewUnit
from tests.storage.world import TODAY, on_each_database, plant, unit_id

MORE = (
    NewUnit(code="LQD", name="Trường THCS Lê Quý Đôn", kind="school", parent="P1", order=7),
    NewUnit(code="LQD-6A", name="6A", kind="class", parent="LQD", order=8),
    NewUnit(code="C-6A", name="6A", kind="class", parent="C", order=9),
    NewUnit(code="C-6A1", name="6A1", kind="class", parent="C", order=10),
    NewUnit(code="CT", name="Sở GDĐT Cần Thơ", kind="department", order=11),
    NewUnit(code="CT1", name="Trường THPT Lê Quý Đôn Cần Thơ", kind="school", parent="CT", order=12),
)


@pytest.mark.parametrize(
    ("root", "typed", "found"),
    [
        pytest.param("SO", "lqd", ["LQD"], id="a code"),
        pytest.param("SO", "Trường THCS A", ["A"], id="a whole name"),
        pytest.param("SO", "le quy don", ["LQD"], id="some words, without marks"),
        pytest.param("SO", "đôn thcs", ["LQD"], id="words in any order"),
        pytest.param("SO", "truong", ["A", "B", "C", "LQD"], id="what many have in common"),
        pytest.param("SO", "uong", [], id="the end of a word is no word"),
        pytest.param("SO", "vị thủy", ["P1"], id="an office"),
        pytest.param("SO", "hau giang", ["SO"], id="itself"),
        pytest.param("P1", "thpt c", [], id="another branch"),
        pytest.param("SO", "cần thơ", [], id="another tree"),
        pytest.param("SO", "10a1", [], id="a class, from an office"),
        pytest.param("C", "lớp 10a1", ["C-10A1"], id="a class, from its school"),
        pytest.param("C", "6A", ["C-6A"], id="a whole name that others begin with"),
        pytest.param("C", "lop 6", ["C-6A", "C-6A1"], id="the beginning of several"),
        pytest.param("SO", "…", [], id="no word at all"),
        pytest.param("SO", "50% _", [], id="signs that databases read as anything"),
    ],
)
@on_each_database
def test_units_are_found(conn: Connection, root: str, typed: str, found: list[str]):
    plant(conn)
    units.save(conn, MORE, TODAY)
    place = units.get(conn, unit_id(conn, root))

    assert [unit.code for unit in unit_search.find(conn, place, typed, TODAY, most=9)] == found
    assert [unit.code for unit in unit_search.find(conn, place, typed, TODAY, most=1)] == found[:1]
