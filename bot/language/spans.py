"""From words to spans: phrases of the tables, numbers, and what numbers stand beside."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.language.lexicon import Entry, Lexicon
from bot.language.numbers import NUMBER_WORDS, Spelt, spelt_number
from bot.language.tags import Tag
from bot.language.telling_apart import (
    MARKS,
    calls_before_home,
    child_or_but,
    counts_people,
    folded_at,
    is_a_name,
    is_a_school,
    is_addressed,
    is_an_aunt,
    is_called_by_place,
    is_old,
    is_still_a_child,
    loads_it,
    number_word,
    only_denies,
    three_or_father,
)
from bot.language.text import LABEL, NUMBER, Word
from bot.language.words.familiar import names
from bot.language.words.senses import COUNTABLE, SENSES

_BEFORE_PLACES = frozenset({"con", "o"})


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
    if (
        word.key in _BEFORE_PLACES
        and is_called_by_place(words, at)
        and (bare == 1 or (words[at + 1].capital and word.key == "con"))
    ):
        tag, value = (Tag.KIN, 1) if bare == 1 else (Tag.VAGUE, None)
        return Span(tag, value, at, at + 2)
    if word.key == "o" and is_an_aunt(words, at):
        return Span(Tag.KIN, 1, at, at + 1)
    matches = lexicon.matches(words, at, bare)
    if (matches or word.key == "ba") and (told := _told_by_neighbours(words, at, matches)) is not None:
        return told
    if (
        bare == 2
        and (word.key in _LOSE_MARKS or word.value)
        and (told := _without_marks(words, at, matches, lexicon)) is not None
    ):
        return told
    if matches and len(matches[0].keys) > 1:
        matches = _shortened(words, at, matches, lexicon, bare)
    longest = len(matches[0].keys) if matches else 0
    number = Spelt(word.value, 1) if word.value is not None else None
    if word.key in NUMBER_WORDS:
        number = number_word(words, at, bare)
    if number is not None and number.length >= longest:
        return Span(Tag.NUMBER, number.value, at, at + number.length)
    if matches:
        entry = _sense(words, at, matches)
        if bare == 2 and child_or_but(words, at):
            return Span(Tag.VAGUE, None, at, at + 2)
        value = _number_in(entry, words, at) if entry.value == "#" else entry.value
        return Span(entry.tag, value, at, at + len(entry.keys))
    if word.folded == LABEL:
        return Span(Tag.LABEL, None, at, at + 1)
    if word.key in MARKS:
        return Span(Tag.MARK, word.key, at, at + 1)
    return Span(Tag.UNKNOWN if word.key.isalnum() else Tag.POLITE, word.key, at, at + 1)


def _told_by_neighbours(words: Sequence[Word], at: int, matches: Sequence[Entry]) -> Span | None:
    """What a word is that its neighbours alone decide, whatever the tables say."""
    word = words[at]
    if word.key == "ba" and three_or_father(words, at):
        return Span(Tag.VAGUE, None, at, at + 1)
    if not matches:
        return None
    entry = matches[0]
    if len(entry.keys) == 1:
        name = at and is_a_name(words, at, matches)
        return Span(Tag.UNKNOWN, word.key, at, at + 1) if name else None
    if is_a_school(words, at, entry):
        return Span(Tag.LABEL, None, at, at + len(entry.keys))
    courtesy = (
        calls_before_home(words, at, entry) or is_addressed(words, at, entry) or only_denies(words, at, entry)
    )
    return Span(Tag.POLITE, word.key, at, at + 1) if courtesy else None


def _shortened(
    words: Sequence[Word], at: int, matches: Sequence[Entry], lexicon: Lexicon, bare: int
) -> Sequence[Entry]:
    """The phrases that begin here, without those whose last word belongs to what follows."""
    if is_still_a_child(words, at, matches[0]):
        return lexicon.matches(words, at, bare, below=2)
    if counts_people(words, at, matches[0]) or is_old(words, at, matches[0]):
        return lexicon.matches(words, at, bare, below=len(matches[0].keys))
    return matches


#: Words of one letter or two meanings that `_without_marks` looks at.
_LOSE_MARKS = frozenset({"con", "lan", "nguoi", "thang", "bon", "chi", "anh", "chu", "cau", "di"})


def _without_marks(words: Sequence[Word], at: int, matches: Sequence[Entry], lexicon: Lexicon) -> Span | None:
    """Words that only their neighbours tell apart once their marks are gone."""
    word, left, right = words[at], folded_at(words, at - 1, "^"), folded_at(words, at + 1, "$")
    after = folded_at(words, at + 2, "$")
    if word.key == "con" and loads_it(words, at):
        return Span(Tag.SELF, None, at, at + 1)
    if word.key == "lan" and words[at + 1 : at + 2] and words[at + 1].value and after in COUNTABLE:
        return Span(Tag.WITH, None, at, at + 1)  # "ong xa lan 2 dua con"
    if word.key == "nguoi" and right == "nha" and after in _OF_RELATIVES and not left.isdecimal():
        return Span(Tag.COUNTED, "rest", at, at + 2)  # "so nguoi nha tong 4"
    if word.value and right == "thang" and after in _BOYS:
        return Span(Tag.NUMBER, word.value, at, at + 1)  # "2 thang em trai"
    if (
        word.key == "thang"
        and not matches
        and at + 1 < len(words)
        and not left.isdecimal()
        and left != NUMBER
    ):
        name = words[at + 1]
        if name.key in names() and name.key not in NUMBER_WORDS and right not in _BOYS:
            return Span(Tag.KIN, 1, at, at + 2)  # "thang Ti"
    if word.key == "thang" and left != LABEL and right in _BOYS and not matches:
        boy = lexicon.matches(words, at + 1, 2)  # "thang em trai"
        if boy and boy[0].tag is Tag.KIN and boy[0].value == 1:
            return Span(Tag.KIN, 1, at, at + 1 + len(boy[0].keys))
    if word.key == "bon" and right in ("em", "chau") and left in ("va", "voi"):
        return Span(Tag.VAGUE, None, at, at + 2)  # "bo me va bon em": bốn, or bọn?
    if (
        word.key in _OLDER
        and words[at + 1 : at + 2]
        and words[at + 1].value
        and after in ("em", "toi", "con")
    ):
        return Span(Tag.VAGUE, None, at, at + 2)  # "chi 2 em cai roi": chị Hai, or chỉ hai em?
    return None


_OF_RELATIVES = frozenset({"roi", "tong", "la", "da", "deu", "chua", "cai"})
_BOYS = frozenset({"con", "em", "e", "nho", "cu", "lon", "chau", "ut"})
_OLDER = frozenset({"chi", "anh", "chu", "cau", "di"})


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
                if sense.tag is Tag.SELF and word.key == word.folded:
                    return Entry((word.key,), Tag.SELF, None)
    return matches[0]


def _neighbour(words: Sequence[Word], at: int, edge: str) -> tuple[str, str]:
    """The neighbour as typed and without marks."""
    if not 0 <= at < len(words) or not (words[at].folded == NUMBER or words[at].folded[0].isalnum()):
        return edge, edge * 2 if at < 0 else edge
    return words[at].key, words[at].folded


def _fits(wanted: frozenset[str] | None, neighbour: tuple[str, str]) -> bool:
    return wanted is None or neighbour[0] in wanted or neighbour[1] in wanted
