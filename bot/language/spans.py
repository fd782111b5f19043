"""From words to spans: phrases of the tables, numbers, and what numbers stand beside."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.language.lexicon import Entry, Lexicon
from bot.language.numbers import NUMBER_WORDS, Spelt, spelt_number
from bot.language.spelling import key
from bot.language.tags import Tag
from bot.language.text import LABEL, NUMBER, Word
from bot.language.words.senses import AFTER_FATHER, AFTER_NUMBER, BEFORE_NUMBER, COUNTABLE, SENSES

#: Without marks, and not at the start: "con em" (my child) or "còn em" (but I), "má em" or "mà em"?
_CHILD_OR_BUT = (["con", "em"], ["con", "toi"], ["con", "minh"], ["con", "tui"])
#: With their marks left out six, five, seven and ten; as they stand words of their own.
_OTHER_WORDS = frozenset({"sau", "nam", "bay", "tam"})
_BEFORE_LATER = frozenset({"thanh", "cai", "tai", "lam", "xong", "khai", "bao"})
_PLACES = frozenset(map(key, ("hai", "ba", "tư", "sáu", "bảy", "tám", "chín", "út")))
_BEFORE_PLACES = frozenset({"con", "o"})
_COUNTED = frozenset({"nguoi", "dua", "mang", "thanh", "nhan", "khau"})
_MARKS = frozenset(',.;:!?\n()-–…/"“”*')


class Span(NamedTuple):
    """Some words, and what they are."""

    tag: Tag
    value: Any
    first: int  #: index of the first word
    last: int  #: index behind the last word


def spans_of(words: Sequence[Word], lexicon: Lexicon, *, marked: bool) -> list[Span]:
    """Every word of the message in exactly one span. `marked`: its writer types diacritics."""
    spans: list[Span] = []
    bare = 1 if marked else 2
    at = 0
    while at < len(words):
        span = _span_at(words, at, lexicon, bare)
        spans.append(span)
        at = span.last
    return _without_enumerators(spans)


def _without_enumerators(spans: list[Span]) -> list[Span]:
    """As in "1. Bản thân … 2. Gia đình …": numbers that count lines, not people."""
    dotted = [
        at
        for at in range(len(spans) - 1)
        if spans[at].tag is Tag.NUMBER and spans[at + 1].tag is Tag.MARK and spans[at + 1].value in ".)"
    ]
    if len(dotted) < 2 or [spans[at].value for at in dotted] != list(range(1, len(dotted) + 1)):
        return spans
    return [span._replace(tag=Tag.MARK, value=".") if at in dotted else span for at, span in enumerate(spans)]


def _span_at(words: Sequence[Word], at: int, lexicon: Lexicon, bare: int) -> Span:
    word = words[at]
    if word.key in _BEFORE_PLACES and _is_called_by_place(words, at):
        if bare == 1:
            return Span(Tag.KIN, 1, at, at + 2)
        if words[at + 1].capital and words[at].key == "con":
            return Span(Tag.VAGUE, None, at, at + 2)
    matches = lexicon.matches(words, at, bare)
    if matches and _counts_people(words, at, matches[0]):
        matches = lexicon.matches(words, at, bare, below=len(matches[0].keys))
    longest = len(matches[0].keys) if matches else 0
    number = Spelt(word.value, 1) if word.value is not None else None
    if word.key in NUMBER_WORDS:
        number = _number_word(words, at, bare)
    if number is not None and number.length >= longest:
        return Span(Tag.NUMBER, number.value, at, at + number.length)
    if matches:
        entry = _sense(words, at, matches)
        if bare == 2 and _child_or_but(words, at):
            return Span(Tag.VAGUE, None, at, at + 2)
        value = _number_in(entry, words, at) if entry.value == "#" else entry.value
        return Span(entry.tag, value, at, at + len(entry.keys))
    if word.folded == LABEL:
        return Span(Tag.LABEL, None, at, at + 1)
    if word.key in _MARKS:
        return Span(Tag.MARK, word.key, at, at + 1)
    return Span(Tag.UNKNOWN if word.key.isalnum() else Tag.POLITE, word.key, at, at + 1)


def _is_called_by_place(words: Sequence[Word], at: int) -> bool:
    """As in "con Hai", a southern child, "o Lan", an aunt of the centre; without marks, "còn hai"."""
    if at + 1 == len(words):
        return False
    name = words[at + 1]
    if words[at].key == "o":
        return name.capital
    counts = at + 2 < len(words) and (words[at + 2].folded in COUNTABLE or words[at + 2].value is not None)
    return name.key in _PLACES and not counts


def _child_or_but(words: Sequence[Word], at: int) -> bool:
    if words[at].folded not in ("con", "ma"):
        return False
    if at > 0 and (words[at - 1].value is not None or words[at - 1].key in NUMBER_WORDS):
        return False  # "hai con toi"
    pair = [word.folded for word in words[at : at + 2]]
    new_clause = at > 0 and words[at - 1].key in _MARKS
    return (at > 0 and pair in _CHILD_OR_BUT) or (new_clause and pair == ["ma", "em"])


def _counts_people(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """As in "anh 5 người", "cô năm người": before a counted noun a number is no birth-order name."""
    if entry.tag is not Tag.KIN or len(entry.keys) != 2:
        return False
    last, right = words[at + 1], _folded(words, at + 2, "$")
    return last.value == 1 or (
        right in _COUNTED and (last.value is not None or spelt_number(words, at + 1) is not None)
    )


def _number_in(entry: Entry, words: Sequence[Word], at: int) -> int | None:
    """What "#" as the value of a phrase means: the number that stood there."""
    here = words[at : at + len(entry.keys)]
    digits = [word.value for word in here if word.folded == NUMBER]
    spelt = [spelt_number(words, at + i) for i in range(len(entry.keys))]
    return digits[0] if digits else next((number.value for number in spelt if number), None)


def _sense(words: Sequence[Word], at: int, matches: Sequence[Entry]) -> Entry:
    """The entry meant by a word that has several readings here."""
    word = words[at]
    if word.folded in SENSES and len(matches[0].keys) == 1:
        left, right = _neighbour(words, at - 1, "^"), _neighbour(words, at + 1, "$")
        for sense in SENSES[word.folded]:
            if _fits(sense.left, left) and _fits(sense.right, right):
                for entry in matches:
                    if entry.tag is sense.tag:
                        return entry
                if sense.tag is Tag.UNKNOWN and word.key == word.folded:
                    return Entry((word.key,), Tag.UNKNOWN, word.key)
    return matches[0]


def _neighbour(words: Sequence[Word], at: int, edge: str) -> tuple[str, str]:
    """The neighbour as typed and without marks."""
    if not 0 <= at < len(words) or not (words[at].folded == NUMBER or words[at].folded[0].isalnum()):
        return edge, edge * 2 if at < 0 else edge
    return words[at].key, words[at].folded


def _fits(wanted: frozenset[str] | None, neighbour: tuple[str, str]) -> bool:
    return wanted is None or neighbour[0] in wanted or neighbour[1] in wanted


def _folded(words: Sequence[Word], at: int, edge: str) -> str:
    """The folded neighbour, or the edge where a clause begins or ends."""
    if not 0 <= at < len(words) or words[at].key in _MARKS:
        return edge
    return words[at].folded


def _number_word(words: Sequence[Word], at: int, bare: int) -> Spelt | None:
    """A number in words, where its neighbours show that it is one."""
    number = spelt_number(words, at)
    if number is None or number.length > 1:
        return number
    word, left, right = words[at], _folded(words, at - 1, "^"), _folded(words, at + 1, "$")
    if right in COUNTABLE:
        if word.key in ("ba", "mot", "bon") and right in AFTER_FATHER:
            return None
        return number
    if (bare == 1 and word.key in _OTHER_WORDS) or (word.key == "sau" and left in _BEFORE_LATER):
        return None  # "sẽ cài sau" by who types diacritics, "se cai sau"
    alone = left in BEFORE_NUMBER and right in AFTER_NUMBER
    if word.folded == "ba" and len(words) > 3 and right != "trong":
        return None  # in a list "ba" is the father
    return number if alone else None
