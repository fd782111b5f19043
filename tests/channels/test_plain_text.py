"""Texts in the shape that chat platforms take."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.plain_text import clean, one_line, split, units

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("Trường mình đã cài đủ ạ", "Trường mình đã cài đủ ạ", id="Vietnamese stays"),
        pytest.param(f"{FAMILY} 👍🏽\ttốt", f"{FAMILY} 👍🏽\ttốt", id="emoji and tabs stay"),
        pytest.param("một\r\nhai\rba", "một\nhai\nba", id="one kind of line end"),
        pytest.param("a\x00b\x1bc\x7fd\x9fe", "abcde", id="controls go"),
        pytest.param("a\ud83db\udc4d", "ab", id="halves of pairs go"),
    ],
)
def test_only_what_cannot_be_sent_is_left_out(text: str, cleaned: str):
    assert clean(text) == cleaned


def test_a_file_name_stays_on_one_line():
    assert one_line(" Danh sách\r\n lớp 9A.xlsx ") == "Danh sách lớp 9A.xlsx"


def test_platforms_count_an_emoji_as_two():
    assert [units("abc"), units("đủ"), units("👍")] == [3, 2, 2]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("vừa đủ mười", ["vừa đủ mười"], id="what fits stays whole"),
        pytest.param("dòng một\ndòng hai", ["dòng một", "dòng hai"], id="at a line end"),
        pytest.param("Đã xong. Cảm ơn nhé", ["Đã xong.", "Cảm ơn nhé"], id="at the end of a sentence"),
        pytest.param("một hai ba bốn", ["một hai ba", "bốn"], id="at a word"),
        pytest.param("abcdefghijklmno", ["abcdefghijkl", "mno"], id="nowhere else to cut"),
        pytest.param("", [""], id="nothing to say"),
    ],
)
def test_a_text_is_cut_where_a_reader_would_pause(text: str, pieces: list[str]):
    assert split(text, 12) == pieces


def test_an_emoji_of_several_characters_is_not_torn():
    assert split("a" * 10 + FAMILY + "b" * 10, 16) == ["a" * 10, FAMILY + "b" * 5, "b" * 5]


@settings(deadline=None)
@given(st.text(alphabet="aă👍\n .", max_size=200), st.integers(min_value=8, max_value=40))
def test_pieces_fit_and_nothing_but_white_space_is_lost(text: str, most: int):
    pieces = split(text, most)
    assert all(units(piece) <= most for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
