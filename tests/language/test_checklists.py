"""One answer to a numbered list: what is read, and what is asked about instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.readings import Ticks
from bot.language.checklists import read_ticks

EVERY = frozenset(range(1, 16))


def ticks(yes: object = (), no: object = (), rest: bool | None = None, *, worded: bool = True) -> Ticks:
    return Ticks(yes=frozenset(yes), no=frozenset(no), rest=rest, worded=worded)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,2,3,5-15 đạt, 4 chưa", ticks(EVERY - {4}, {4})),
        ("1 - 3, 5 – 15 đạt; 4 chưa đạt", ticks(EVERY - {4}, {4})),
        ("đạt: 1,2,3. chưa: 4", ticks({1, 2, 3}, {4})),
        ("1-3 dat nhung 4 chua", ticks({1, 2, 3}, {4})),
        ("từ 1 đến 10 đạt, còn lại chưa", ticks(range(1, 11), rest=False)),
        ("đạt hết", ticks(rest=True)),
        ("dạ trường em đạt đủ 15 tiêu chí ạ", ticks(rest=True)),
        ("15/15", ticks(rest=True)),
        ("cả 15 tiêu chí đều đạt", ticks(rest=True)),
        ("đạt hết, trừ 4", ticks(no={4}, rest=True)),
        ("trừ tiêu chí 4 và 7 ra thì đạt hết", ticks(no={4, 7}, rest=True)),
        ("4 chưa", ticks(no={4}, rest=True)),
        ("chưa đạt tiêu chí 4", ticks(no={4}, rest=True)),
        ("thiếu 4, 7", ticks(no={4, 7}, rest=True)),
        ("1-14 đạt", ticks(range(1, 15), rest=False)),
        ("1, 2, 3", ticks({1, 2, 3}, rest=False, worded=False)),
        ("không đạt tiêu chí nào", ticks(rest=False)),
        ("nhầm rồi, 4 đạt", ticks({4})),
        ("nhầm, 4 đạt, 7 chưa", ticks({4}, {7})),
        ("còn lại đạt hết", ticks(rest=True)),
    ],
)
def test_an_answer_is_read_to_its_last_word(text: str, meant: Ticks):
    assert read_ticks(text, 15) == meant


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("12/15", id="a count does not say which"),
        pytest.param("đạt 12 tiêu chí", id="a count in words"),
        pytest.param("12", id="one number alone may count or name"),
        pytest.param("thiếu 4", id="four of them, or the fourth"),
        pytest.param("chưa đạt hết", id="some have, nobody knows which"),
        pytest.param("1-16 đạt", id="there is no 16"),
        pytest.param("5-1 đạt", id="a range the wrong way round"),
        pytest.param("4 đạt, 4 chưa", id="both"),
        pytest.param("1-3 đạt chưa", id="a question"),
        pytest.param("có bắt buộc không", id="another question"),
        pytest.param("đạt", id="one yes for fifteen"),
        pytest.param("1-3 đạt, lớp 5A chưa xong", id="a word that is not understood"),
        pytest.param("1, " * 200, id="far too long"),
    ],
)
def test_what_is_not_certain_is_not_read(text: str):
    assert read_ticks(text, 15) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_names_only_lines_there_are_and_none_twice(text: str):
    read = read_ticks(text, 15)
    assert read is None or (read.yes | read.no <= EVERY and not read.yes & read.no)


@given(st.sets(st.integers(1, 15), min_size=2, max_size=14))
def test_a_list_of_numbers_said_to_hold_is_that_list(lines: set[int]):
    text = ", ".join(map(str, sorted(lines)))
    assert read_ticks(f"{text} đạt", 15) == ticks(lines, rest=False)
    assert read_ticks(f"{text} chưa đạt", 15) == ticks(no=lines, rest=True)
