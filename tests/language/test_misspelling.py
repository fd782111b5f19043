"""Slips of the finger in the words that decide."""

import pytest

from bot.language.misspelling import misspelt
from bot.language.spelling import key
from tests.language.judging import parsed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("cìa", "cài"), ("đúgn", "đúng"), ("hcưa", "chưa"), ("rìo", "rồi"), ("xog", "xong"), ("dugn", "dung")],
)
def test_two_letters_changed_about_or_one_left_out(typed: str, meant: str):
    assert misspelt(typed) == key(meant)


@pytest.mark.parametrize("typed", ["cai", "cái", "hôn", "chu", "cua", "rơi", "con", "xin", "tài", "a", "k5"])
def test_a_syllable_of_the_language_is_no_slip(typed: str):
    assert misspelt(typed) is None


@pytest.mark.parametrize("typed", ["bluzone", "xyz", "nghoém", "cáix"])
def test_nothing_further_off_is_a_slip(typed: str):
    assert misspelt(typed) is None


def test_a_slip_is_read_as_the_word():
    assert parsed("em cìa rồi cô", None)["slots"] == {"self_installed": True}
