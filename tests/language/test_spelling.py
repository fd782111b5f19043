"""One key for every way a syllable is typed."""

import unicodedata

import pytest

from bot.domain.forms import Slot
from bot.domain.readings import Asked
from bot.language import read
from bot.language.parsing import BLUEZONE, EXAMPLE_NOW
from bot.language.spelling import fold, from_telex, from_vni, key


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("thuý", "thúy"), ("cài", "caì"), ("người", unicodedata.normalize("NFD", "người"))],
)
def test_tone_placement_and_unicode_form_do_not_matter(one: str, other: str):
    assert key(one) == key(other)


def test_different_tones_are_different_words():
    assert len({key(word) for word in ("ma", "mà", "mả", "mã", "má", "mạ")}) == 6


@pytest.mark.parametrize(("word", "folded"), [("người", "nguoi"), ("đã", "da"), ("ưng", "ung"), ("em", "em")])
def test_folding_leaves_the_bare_letters(word: str, folded: str):
    assert fold(key(word)) == folded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddax", "đã"),
        ("caif", "cài"),
        ("roofi", "rồi"),
        ("rooif", "rồi"),
        ("chuwa", "chưa"),
        ("nguwowif", "người"),
        ("nguowif", "người"),
        ("ddeeuf", "đều"),
        ("ddungs", "đúng"),
    ],
)
def test_telex_typed_with_the_input_method_off(typed: str, meant: str):
    assert from_telex(typed) == key(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("d9a4", "đã"),
        ("ca2i", "cài"),
        ("ro62i", "rồi"),
        ("ngu7o72i", "người"),
        ("ngu7o7i2", "người"),
        ("thu71", "thứ"),
    ],
)
def test_vni_typed_with_the_input_method_off(typed: str, meant: str):
    assert from_vni(typed) == key(meant)


def test_a_nought_before_a_digit_belongs_to_the_number_only_where_people_are_counted():
    found = read("03 người", Asked(slot=Slot.FAMILY_TOTAL), BLUEZONE, EXAMPLE_NOW)
    assert found.slots == {Slot.FAMILY_TOTAL: 3}
    assert not read("03", Asked(slot=Slot.FAMILY_TOTAL), BLUEZONE, EXAMPLE_NOW).slots


def test_a_digit_glued_inside_a_word_is_never_a_count():
    reading = read("co1 ngu7o7i2 d9a4 ca2i", Asked(), BLUEZONE, EXAMPLE_NOW)  # có người đã cài
    assert reading.ask
    assert not reading.slots
