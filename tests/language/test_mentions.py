"""Which child a sentence names, and what the child would say of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.mentions import as_themself, mentioned, speaks_of_self

CHILDREN = ["Ngô Bảo Ngọc", "Đặng Gia Bảo"]


@pytest.mark.parametrize(
    ("text", "named", "meant"),
    [
        ("con Ngọc cài rồi ạ", "Ngô Bảo Ngọc", "em cài rồi ạ"),
        ("be ngoc cai roi", "Ngô Bảo Ngọc", "em cai roi"),
        ("Ngọc cài rồi", "Ngô Bảo Ngọc", "em cài rồi"),
        ("bé út Ngọc nhà mình chưa cài", "Ngô Bảo Ngọc", "em chưa cài"),
        ("cháu Ngô Bảo Ngọc chưa cài", "Ngô Bảo Ngọc", "em chưa cài"),
        ("Bảo Ngọc cài rồi", "Ngô Bảo Ngọc", "em cài rồi"),
        ("con trai em tên Bảo đã cài", "Đặng Gia Bảo", "em đã cài"),
        ("con em Bảo cài rồi nhé", "Đặng Gia Bảo", "em cài rồi nhé"),
    ],
)
def test_a_child_is_named(text: str, named: str, meant: str):
    assert [CHILDREN[place] for place in mentioned(text, CHILDREN)] == [named]
    assert as_themself(text, named) == meant


@pytest.mark.parametrize(
    "text",
    [
        "đã cài rồi ạ",
        "bảo cài rồi",  # "was told to"
        "cô bảo con cài rồi",
        "con Ngóc cài rồi",
        "con Hân cài rồi",
        "ngoc cai roi",
        "",
    ],
)
def test_nobody_is_named(text: str):
    assert mentioned(text, CHILDREN) == []


def test_two_children_can_be_named():
    assert mentioned("Gia Bảo cài rồi, Ngọc chưa", CHILDREN) == [0, 1]


def test_a_fuller_name_leaves_out_its_namesakes():
    assert mentioned("con Gia Bảo cài rồi", ["Trần Minh Bảo", "Đặng Gia Bảo"]) == [1]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("con em cài rồi", "em cài rồi"),
        ("cháu cài rồi", "em cài rồi"),
        ("bé nhà mình chưa cài", "em chưa cài"),
        ("2 con em cài rồi", "2 con em cài rồi"),
        ("em bé cài rồi", "em bé cài rồi"),
        ("cài rồi ạ", "cài rồi ạ"),
    ],
)
def test_a_child_without_a_name_is_the_one_who_was_chosen(text: str, meant: str):
    assert as_themself(text, "Ngô Bảo Ngọc") == meant


@pytest.mark.parametrize(
    ("text", "of_self"),
    [
        ("em cài rồi", True),
        ("nhà em 4 người", True),
        ("em cài rồi, ck với 2 con nữa", True),
        ("toi da cai", True),
        ("con em cài rồi", False),
        ("em gái cài rồi", False),
        ("đã cài rồi ạ", False),
        ("con cài rồi", False),
    ],
)
def test_whoever_speaks_of_themself_is_heard(text: str, of_self: bool):
    assert speaks_of_self(text) is of_self


@given(text=st.text(max_size=80), name=st.text(min_size=1, max_size=30))
def test_any_text_and_any_name_are_taken(text: str, name: str):
    places = mentioned(text, [name] if name.split() else [])
    assert places in ([], [0])
    assert isinstance(as_themself(text, name) if name.split() else "", str)
    assert isinstance(speaks_of_self(text), bool)
