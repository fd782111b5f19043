"""Fonts of before Unicode are told from Vietnamese and from Western names."""

import pytest

from bot.rosters.legacy_fonts import legacy_font, looks_legacy


@pytest.mark.parametrize(
    "text",
    ["NguyÔn V¨n An", "Hä vµ tªn", "TrÇn ThÞ Thu Thñy", "Lª Hoµng", "Phã hiÖu tr­ëng"],
)
def test_tcvn3(text):
    assert looks_legacy(text) == "tcvn3"


@pytest.mark.parametrize(
    "text", ["Nguyeãn Vaên An", "Traàn Thò Höông", "Leâ Hoaøng", "Ñaëng Thuøy", "Giaùo vieân"]
)
def test_vni(text):
    assert looks_legacy(text) == "vni"


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An",
        "Lê Hoàng",
        "Trần Thị Thùy",
        "Huế",
        "Hoà",
        "Toán",
        "hoãn",
        "Lê Thị Loan",
        "José Peña",
        "Müller",
    ]
    + ["Chloé", "Thạch Sa Rươn", "Hoàng", "Khuê", "Tuấn", "Huân", "Quý", "Thuý", "Nguyen Van An", "10A1", ""],
)
def test_vietnamese_and_western_names_are_no_old_font(text):
    assert looks_legacy(text) is None


def test_the_font_is_that_of_most_texts():
    assert legacy_font(["NguyÔn", "V¨n", "Nguyễn"]) == "tcvn3"
    assert legacy_font(["NguyÔn", "Nguyễn", "Văn"]) is None
    assert legacy_font(["25°C"]) is None
    assert legacy_font([]) is None
