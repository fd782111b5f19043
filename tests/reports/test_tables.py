"""Tables as values."""

import pytest

from bot.reports.tables import Line, numbered, sheet_title


def test_lines_are_numbered_and_the_total_is_not():
    found = list(numbered([("a", 1), ("b", 2)], ("Tổng cộng", 3)))

    assert found == [
        Line(cells=(1, "a", 1)),
        Line(cells=(2, "b", 2)),
        Line(cells=("", "Tổng cộng", 3), total=True),
    ]


@pytest.mark.parametrize(
    ("title", "taken", "made"),
    [
        pytest.param("Tổng hợp", [], "Tổng hợp", id="as it is"),
        pytest.param("a" * 40, [], "a" * 31, id="31 characters at most"),
        pytest.param(
            "Còn thiếu – Bluezone của học sinh",
            [],
            "Còn thiếu – Bluezone của học",
            id="cut behind a word",
        ),
        pytest.param("[T2] 8:00 a/b\\c*?", [], "-T2- 8-00 a-b-c--", id="none of the signs Excel refuses"),
        pytest.param("'tốc mái'", [], "tốc mái", id="no apostrophe around it"),
        pytest.param("", [], "1", id="never empty"),
        pytest.param("A", ["a"], "A (2)", id="another one than those taken, in whatever case"),
        pytest.param("b" * 31, ["b" * 31], "b" * 27 + " (2)", id="also where it is long"),
        pytest.param("A", ["A", "A (2)"], "A (3)", id="a third"),
    ],
)
def test_sheets_get_titles_that_excel_takes(title: str, taken: list[str], made: str):
    assert sheet_title(title, taken) == made
