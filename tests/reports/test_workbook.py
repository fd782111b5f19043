"""The workbook, read back cell by cell."""

import re
import tracemalloc
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

import pytest

from bot.domain.tallies import Share
from bot.reports.tables import Line
from bot.reports.workbook import Workbook
from tests.reports.files import part, sheets, table

#: What spreadsheet programs would compute, open or run.
DANGEROUS = ["=1+1", "+84901", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://a.example", "\t=1", "0912"]


def written(*lines: Line, **more: tuple[str, ...]) -> bytes:
    book = Workbook()
    book.add(table(*lines, **more))
    return book.finish()


def test_every_cell_is_as_it_was_written():
    found = sheets(
        written(
            Line(cells=(1, "Tổ Toán", 1355, Share(part=79, whole=80))),
            Line(cells=(2, "Tổ Văn", 0, Share(part=0, whole=8))),
            Line(cells=(3, "Tổ Sử", None, None)),
            Line(cells=(4, "Tổ Địa", "*", "*")),
            Line(cells=("", "Tổng cộng", 1355, Share(part=0, whole=0)), total=True),
            heading=("Trường THPT C", "BIỂU TỔNG HỢP"),
            notes=("Số liệu lúc 7h00",),
        )
    )

    assert found == {
        "Bluezone": [
            ["Trường THPT C", "", "", ""],
            ["BIỂU TỔNG HỢP", "", "", ""],
            ["", "", "", ""],
            ["STT", "Đơn vị", "Số đã cài", "Tỷ lệ %"],
            [1.0, "Tổ Toán", 1355.0, 0.9875],
            [2.0, "Tổ Văn", 0.0, 0.0],
            [3.0, "Tổ Sử", "–", "–"],
            [4.0, "Tổ Địa", "*", "*"],
            ["", "Tổng cộng", 1355.0, "–"],
            ["", "", "", ""],
            ["Số liệu lúc 7h00", "", "", ""],
        ]
    }


@pytest.mark.parametrize(
    ("share", "value"),
    [
        pytest.param(Share(part=99_996, whole=100_000), 0.9999, id="99,996 % is not 100 %"),
        pytest.param(Share(part=5, whole=5), 1.0, id="all"),
        pytest.param(Share(part=2, whole=3), 0.6666, id="rounded down"),
    ],
)
def test_shares_are_rounded_down(share: Share, value: float):
    assert sheets(written(Line(cells=(1, "a", 1, share))))["Bluezone"][3][3] == value


@pytest.mark.parametrize("words", DANGEROUS)
def test_text_stays_text(words: str):
    content = written(Line(cells=(1, words, 1, None)), heading=(words,), notes=(words,))

    assert sheets(content)["Bluezone"][3][1] == words
    xml = part(content, "xl/worksheets/sheet1.xml")
    assert "<f>" not in xml
    assert "hyperlink" not in xml


def test_numbers_are_written_as_vietnam_writes_them():
    styles = part(written(Line(cells=(1, "a", 1355, Share(part=79, whole=80)))), "xl/styles.xml")

    formats = re.findall(r'formatCode="([^"]*)"', styles)
    assert "[$-42A]#,##0" in formats
    assert "[=1]&quot;100%&quot;;[=0]&quot;0%&quot;;[$-42A]0.00%" in formats


def test_a_page_is_ready_to_be_printed():
    xml = part(written(Line(cells=(1, "a", 1, None))), "xl/worksheets/sheet1.xml")

    assert 'orientation="landscape"' in xml
    assert 'paperSize="9"' in xml
    assert 'fitToHeight="0"' in xml
    assert re.search(r'<pane xSplit="2" ySplit="3"[^>]*state="frozen"', xml)
    assert 'customWidth="1"' in xml


def test_the_titles_of_the_columns_are_printed_on_every_page():
    content = written(Line(cells=(1, "a", 1, None)))

    assert "Bluezone!$3:$3" in part(content, "xl/workbook.xml")


def test_a_file_that_is_not_to_be_leaves_nothing_behind():
    before = set(Path(gettempdir()).glob("khaibao-*"))
    book = Workbook()
    book.add(table(Line(cells=(1, "a", 1, None))))

    book.discard()

    assert set(Path(gettempdir()).glob("khaibao-*")) <= before


def test_memory_stays_flat_however_long_a_table_is():
    def peak(length: int) -> int:
        lines = (
            Line(cells=(number, f"Trường số {number}", number, Share(part=1, whole=2)))
            for number in range(length)
        )
        book = Workbook()
        tracemalloc.start()
        book.add(replace(table(), lines=lines))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        book.discard()
        return most

    assert peak(6_000) < peak(1_000) + 200_000
