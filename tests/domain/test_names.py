"""Vietnamese names: found however they are typed, sorted as school lists sort them."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names import normalise, search_key, sort_key, strip_marks

#: In the order of a school's list: given name, then the rest; each tone and letter at its place.
LISTED = (
    "Dương An",
    "Đỗ An",
    "Nguyễn An",
    "Nguyễn Văn An",
    "Trần Thị Ánh",
    "Lê Hoàng Ân",
    "Lê Thị Diệu",
    "Võ Thị Dung",
    "Võ Thị Dũng",
    "Phạm Đức Đạt",
    "Lý Hoa",
    "Nguyễn Thị Hòa",
    "Trần Hoàng",
    "Trần Kha",
    "Trần Khang",
    "Thạch Sa Rươn",
    "Danh Thị Út",
    "Huỳnh Ưng",
    "Ngô Thị Yến",
)


@pytest.mark.parametrize("seed", range(5))
def test_names_sort_as_in_a_school_list(seed: int):
    shuffled = random.Random(seed).sample(LISTED, len(LISTED))

    assert sorted(shuffled, key=sort_key) == list(LISTED)


def test_tones_sort_as_in_a_dictionary():
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]

    assert sorted(random.Random(1).sample(tones, len(tones)), key=sort_key) == tones


def test_letters_sort_as_in_the_alphabet():
    letters = ["a", "ă", "â", "b", "d", "đ", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]

    assert sorted(random.Random(1).sample(letters, len(letters)), key=sort_key) == letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Nguyễn Thị Hòa", "Nguyễn Thị Hoà", id="old and new place of the tone"),
        pytest.param("NGUYỄN THỊ HÒA", "Nguyễn Thị Hòa", id="capitals"),
        pytest.param("  Nguyễn\u00a0 Thị\tHòa ", "Nguyễn Thị Hòa", id="spaces"),
        pytest.param(unicodedata.normalize("NFD", "Nguyễn Thị Hòa"), "Nguyễn Thị Hòa", id="decomposed"),
        pytest.param("Nguyễn\u200b Thị Hòa", "Nguyễn Thị Hòa", id="zero width space"),
        pytest.param("\u00d0ỗ An", "Đỗ An", id="eth for Đ"),
    ],
)
def test_two_spellings_of_a_name_are_one_name(one: str, other: str):
    assert search_key(one) == search_key(other)
    assert sort_key(one) == sort_key(other)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Đỗ Thị Hòa", "do thi hoa"),
        ("do thi hoa", "do thi hoa"),
        ("  HOÀ–Bình", "hoa binh"),
        ("K'Brưm H_Liên", "k brum h lien"),
        ("", ""),
        ("🙂", ""),
    ],
)
def test_what_is_typed_without_marks_finds_the_name(typed: str, key: str):
    assert search_key(typed) == key


def test_different_letters_are_different_people():
    assert len({sort_key(name) for name in ("An", "Ân", "Ăn", "Ản", "Anh", "A n")}) == 6
    assert strip_marks("Đặng Ơn") == "Dang On"


@given(text=st.text(max_size=40))
def test_keys_of_any_text_are_plain_and_stable(text: str):
    once = normalise(text)

    assert normalise(once) == once
    assert sort_key(text).isascii()
    assert search_key(search_key(text)) == search_key(text)
