"""Ending a school year from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Khaibao


@pytest.fixture
def classes(khaibao: Khaibao, province: Path) -> None:
    """Two classes of school C, one of the last grade."""
    path = province / "pupils.csv"
    path.write_text("STT,Họ và tên,Lớp\n1,Em Một,10A1\n2,Em Hai,12A1\n3,Em Ba,12A1\n")
    assert khaibao("roster", "import", path, "--unit", "C").code == 0


@pytest.mark.usefixtures("classes")
def test_it_is_shown_then_done_once(khaibao: Khaibao):
    shown = khaibao("school-year", "end", "C", "--preview")
    done = khaibao("school-year", "end", "C")
    again = khaibao("school-year", "end", "c")

    assert (shown.code, shown.err) == (0, "")
    assert "10A1 → 11A1" in shown.out
    assert done.out.startswith(shown.out)
    assert (again.code, len(again.out.splitlines())) == (0, 1)
    assert "2019–2020" in again.out


@pytest.mark.usefixtures("classes")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["X9"], id="no such unit"),
        pytest.param(["SO"], id="no school"),
        pytest.param(["C", "--on", "2020-02-01"], id="before May"),
        pytest.param(["C", "--on", "2020-09-01"], id="a day to come"),
        pytest.param(["C", "--on", "thu hai"], id="no day"),
    ],
)
def test_what_cannot_be_ended_says_why(khaibao: Khaibao, words: list[str]):
    found = khaibao("school-year", "end", *words)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)
