"""The CSV, read back."""

import pytest

from bot.domain.tallies import Share
from bot.reports.csv import Csv
from bot.reports.tables import Line
from bot.texts import Texts
from tests.reports.files import rows, table

FORMATS = Texts.load("vi").formats


def written(*lines: Line, **more: tuple[str, ...]) -> bytes:
    file = Csv(FORMATS)
    file.add(table(*lines, **more))
    return file.finish()


def test_every_cell_is_as_the_chat_writes_it():
    found = rows(
        written(
            Line(cells=(1, "Tổ Toán", 1355, Share(part=79, whole=80))),
            Line(cells=(2, "Tổ Văn", 0, Share(part=8, whole=8))),
            Line(cells=(3, "Tổ Sử", None, Share(part=99_996, whole=100_000))),
            Line(cells=(4, "Tổ Địa", "*", Share(part=0, whole=0))),
            notes=("Số liệu lúc 7h00",),
        )
    )

    assert found == [
        ["Trường THPT C"],
        ["STT", "Đơn vị", "Số đã cài", "Tỷ lệ %"],
        ["1", "Tổ Toán", "1.355", "98,75%"],
        ["2", "Tổ Văn", "0", "100%"],
        ["3", "Tổ Sử", "–", "99,99%"],
        ["4", "Tổ Địa", "*", "–"],
        ["Số liệu lúc 7h00"],
    ]


def test_excel_is_told_that_it_is_utf_8():
    assert written().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("words", ["=1+1", "+84901", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_would_be_a_formula_is_made_text(words: str):
    found = rows(written(Line(cells=(1, words, 1, None)), heading=(words,), notes=(words,)))

    assert [found[0][0], found[2][1], found[3][0]] == [f"'{words}"] * 3


def test_several_tables_stand_one_below_the_other():
    file = Csv(FORMATS)
    for name in ("A", "B"):
        file.add(table(Line(cells=(1, name, 1, None)), heading=(name,)))

    found = rows(file.finish())

    assert [row[:1] for row in found] == [["A"], ["STT"], ["1"], [], ["B"], ["STT"], ["1"]]
