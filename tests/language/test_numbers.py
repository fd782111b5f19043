"""Number words: all or nothing, with and without marks."""

import pytest

from bot.domain.forms import QuestionKind, Slot
from bot.domain.names import strip_marks
from bot.domain.readings import Asked
from bot.language import read
from bot.language.parsing import BLUEZONE, EXAMPLE_NOW

UNITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def in_words(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return UNITS[unit]
    head = "mười" if tens == 1 else f"{UNITS[tens]} mươi"
    tail = {0: "", 5: " lăm"}.get(unit, f" {UNITS[unit]}")
    if unit == 1 and tens > 1:
        tail = " mốt"
    return head + tail


def amount(text: str) -> object:
    asked = Asked(slot=Slot.ANSWER, kind=QuestionKind.AMOUNT)
    return read(text, asked, BLUEZONE, EXAMPLE_NOW).slots.get(Slot.ANSWER)


@pytest.mark.parametrize("number", range(1, 100))
def test_every_number_to_a_hundred_is_read_from_its_words(number: int):
    assert amount(f"{in_words(number)} người") == number
    assert amount(f"{strip_marks(in_words(number))} nguoi") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("hai mốt người", 21),
        ("ba tư người", 34),
        ("hăm mốt người", 21),
        ("hai mươi tư người", 24),
        ("bẩy", 7),
    ],
)
def test_short_and_regional_forms(text: str, number: int):
    assert amount(text) == number


@pytest.mark.parametrize(
    "text", ["năm sáu người", "hai ba người", "4 5 người", "4-5", "chục người", "khoảng 5"]
)
def test_a_guess_is_no_number(text: str):
    reading = read(text, Asked(slot=Slot.FAMILY_TOTAL), BLUEZONE, EXAMPLE_NOW)
    assert reading.ask
    assert Slot.FAMILY_TOTAL not in reading.slots


@pytest.mark.parametrize(
    "text", ["lớp 8A2", "20/8", "thứ 6", "8h", "0912345678", "em 15 tuổi", "số nhà 12", "iphone 6", "3 tầng"]
)
def test_digits_that_count_nobody(text: str):
    reading = read(text, Asked(slot=Slot.FAMILY_TOTAL), BLUEZONE, EXAMPLE_NOW)
    assert reading.ask
    assert not reading.slots
