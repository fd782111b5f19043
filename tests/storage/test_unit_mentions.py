"""Which unit a sentence speaks of."""

import pytest

from bot.storage import Connection, unit_mentions, units
from bot.storage.units import NewUnit
from tests.storage.world import TODAY, on_each_database, plant, unit_id

MORE = [
    NewUnit(code="D", name="Trường THCS Lê Quý Đôn", kind="school", parent="P1", order=7),
    NewUnit(code="E", name="Trường THPT Lê Quý Đôn", kind="school", parent="SO", order=8),
    NewUnit(code="F", name="Trường Tiểu học Lê Quý", kind="school", parent="P1", order=9),
    NewUnit(code="G", name="Trường Mầm non Hoa Sen", kind="school", parent="P1", order=10),
]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param("tình hình trường thcs lê quý đôn sao rồi", ["D"], id="in full"),
        pytest.param("THPT LE QUY DON", ["E"], id="without marks"),
        pytest.param("lê quý đôn tới đâu rồi", ["D", "E"], id="two of the same name"),
        pytest.param("trường lê quý sao rồi", ["F"], id="a name that begins another"),
        pytest.param("hoa sen thế nào", ["G"], id="as people say it"),
        pytest.param("hoa sennn thế nào", [], id="whole words only"),
        pytest.param("tình hình phòng gdđt vị thủy", ["P1"], id="an office"),
        pytest.param("tình hình lớp 10A1", [], id="a class of no school in particular"),
        pytest.param("trường mình sao rồi", [], id="none"),
    ],
)
@on_each_database
def test_the_units_a_sentence_may_mean(conn: Connection, sentence: str, codes: list[str]):
    plant(conn)
    units.save(conn, MORE, TODAY)

    found = unit_mentions.mentioned(conn, sentence, TODAY, schools=[])

    assert [units.get(conn, one).code for one in found] == codes


@on_each_database
def test_classes_are_found_in_the_schools_that_are_given(conn: Connection):
    plant(conn)

    def found(school: str) -> list[int]:
        return unit_mentions.mentioned(conn, "lớp 10a1 sao rồi", TODAY, schools=[unit_id(conn, school)])

    assert found("C") == [unit_id(conn, "C-10A1")]
    assert found("A") == []
