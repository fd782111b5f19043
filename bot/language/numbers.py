"""Number words, all or nothing: a run of words is a number only if every word of it fits."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.language.spelling import fold, key
from bot.language.text import Word


class Spelt(NamedTuple):
    """A number in words."""

    value: int
    length: int  #: words


def _keys(words: dict[str, int]) -> dict[str, int]:
    """The words with and without marks."""
    marked = {key(word): value for word, value in words.items()}
    return {fold(word): value for word, value in marked.items()} | marked


_UNIT = _keys(
    {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
)
#: Only behind a ten: hai mươi mốt, hai mươi tư, mười lăm. Without marks they are other words too.
_AFTER_TEN = _keys({"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5})
_AFTER_BARE_TEN = {key(word): value for word, value in (("mốt", 1), ("tư", 4), ("lăm", 5), ("nhăm", 5))}
_TEN = _keys({"mười": 10})
_TENS = _keys({"mươi": 10, "chục": 10})
_TWENTY = _keys({"hăm": 20})
#: What a number in words can begin with.
NUMBER_WORDS = frozenset(_UNIT) | frozenset(_TEN) | frozenset(_TWENTY)


def spelt_number(words: Sequence[Word], at: int) -> Spelt | None:
    """The number from 1 to 99 that begins here, with as many words as belong to it."""
    first = words[at].key
    if first not in NUMBER_WORDS:
        return None
    second, third = (words[i].key if i < len(words) else "" for i in (at + 1, at + 2))
    ten = _TEN.get(first) or _TWENTY.get(first)
    if ten is not None:
        unit = _UNIT.get(second) or _AFTER_TEN.get(second)
        if unit:
            return Spelt(ten + unit, 2)
        return Spelt(ten, 1) if first in _TEN else None
    tens = _UNIT.get(first)
    if tens is None:
        return None
    if second in _TENS:
        unit = _UNIT.get(third) or _AFTER_TEN.get(third)
        return Spelt(tens * 10 + unit, 3) if unit else Spelt(tens * 10, 2)
    if tens > 1 and second in _AFTER_BARE_TEN:  # "hai mốt", "ba tư"
        return Spelt(tens * 10 + _AFTER_BARE_TEN[second], 2)
    return Spelt(tens, 1)
