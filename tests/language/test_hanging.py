"""How the statements of one message hang together."""

import pytest

from tests.language.judging import parsed


@pytest.mark.parametrize(
    ("text", "installed"),
    [
        ("Ông xã em chạy xe, ổng cài rồi", 1),  # he is the husband
        ("Bà ngoại em bán vé số, bả cài rồi", 1),
        ("Ông xã em chạy xe, ông cài rồi", 1),  # called for short
        ("Anh Hai, chị Ba cài rồi", 2),  # two names
        ("Bố, mẹ, em gái đã cài", 3),  # a predicate for several
    ],
)
def test_a_relative_counts_once(text: str, installed: int):
    assert parsed(text, None)["slots"] == {"family_installed": installed}


@pytest.mark.parametrize(
    "text",
    ["Má em bán ngoài chợ chưa về, em cài rồi", "bố em làm công an, em cài rồi", "ba má ngủ rồi, em cài rồi"],
)
def test_what_was_said_of_them_alone_is_not_shared(text: str):
    assert parsed(text, None)["slots"] == {"self_installed": True}


def test_ong_who_may_be_either_is_asked_about():
    assert parsed("Ông bà ngoại em ở quê, ổng cài rồi", None)["ask"]


@pytest.mark.parametrize(
    "text",
    [
        "Chị Tư em cài rồi, nhưng chỉ ra riêng rồi",
        "anh trai ở riêng cũng cài rồi",
        "dì cài rồi mà ko ở cùng nhà",
    ],
)
def test_who_lives_apart_is_asked_about(text: str):
    assert parsed(text, None)["ask"]


def test_names_in_parentheses_are_those_just_counted():
    text = "2 người cài rồi (ba, má), chị hai chưa"
    assert parsed(text, "family_installed")["slots"] == {"family_installed": 2}
    assert parsed("Nhà em 5 người: 3 người cài (em, chồng, con lớn), 2 bé nhỏ chưa", None)["ask"]
