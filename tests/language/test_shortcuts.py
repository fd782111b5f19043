"""A few words for a whole declaration, and nothing else beside them."""

import pytest

from bot.domain.names import strip_marks
from bot.language.shortcuts import says_none, says_unchanged, spelt_out


@pytest.mark.parametrize(
    "text",
    [
        "không thay đổi",
        "Dạ không thay đổi ạ",
        "k thay đổi",
        "như kỳ trước",
        "Tình hình không thay đổi.",
        "nhu cu",
    ],
)
def test_nothing_has_changed(text: str):
    assert says_unchanged(text)


@pytest.mark.parametrize(
    "text", ["", "không", "không thay đổi gì, có 2 ca", "có thay đổi", "như kỳ trước nhưng thêm 1"]
)
def test_other_news_is_no_repetition(text: str):
    assert not says_unchanged(text)


@pytest.mark.parametrize(
    "text",
    [
        "không có ca nào",
        "Không có ca nào ạ",
        "tất cả bằng 0",
        "0 hết",
        "bằng 0 hết ạ",
        "ko có trường hợp nào",
    ],
)
def test_there_is_nothing_to_report(text: str):
    assert says_none(text)


@pytest.mark.parametrize("text", ["", "0", "không", "không có ca nào, cách ly 2", "bằng 0"])
def test_an_answer_to_one_question_says_nothing_of_the_others(text: str):
    assert not says_none(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("có bắt buộc ko ạ", "có bắt buộc không ạ"),
        ("k có đt thì sao", "không có điện thoại thì sao"),
        ("cai o dau z", "cài ở đâu vậy"),
        ("", ""),
    ],
)
def test_shorthand_is_spelt_out(typed: str, meant: str):
    assert spelt_out(typed) == spelt_out(meant) == strip_marks(meant).lower()
