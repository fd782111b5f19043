"""A unit in mid-sentence: classes with the word for them, everything else by its name."""

import pytest

from bot.domain.units import CLASS, SCHOOL, Unit
from bot.texts import Texts
from bot.texts.unit_names import spoken


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        pytest.param("10A1", CLASS, "lớp 10A1", id="a class"),
        pytest.param("Lớp 10A1", CLASS, "lớp 10A1", id="a class that says so"),
        pytest.param("Nhóm trẻ 1", CLASS, "nhóm trẻ 1", id="a group of infants"),
        pytest.param("Lá 1", CLASS, "lớp Lá 1", id="a class of a nursery school"),
        pytest.param("Trường THPT Vị Thanh", SCHOOL, "Trường THPT Vị Thanh", id="a school"),
    ],
)
def test_a_class_is_spoken_of_as_a_class(name: str, kind: str, said: str):
    assert spoken(Texts.load("vi"), Unit(id=1, code="x", name=name, kind=kind)) == said
