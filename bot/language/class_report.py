"""Reading a homeroom teacher's numbers for a class: "8a2 sĩ số 42, 38 cài, 4 ko có đt".

A message about a household is none (`read_class` gives None), and neither is one without a word of a
class, unless it was asked for. Numbers that nobody can book ("khoảng 30 em", "-3") make a reading
unclear: whoever asked asks again. The words are in `words/classes.py`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from bot.domain.class_reports import NO, YES
from bot.domain.names import search_key
from bot.domain.readings import Vocabulary
from bot.language.lexicon import Lexicon, lexicon_for
from bot.language.numbers import spelt_number
from bot.language.spelling import fold, key
from bot.language.text import NUMBER, Word, words_of
from bot.language.words.classes import PHRASES, Kind

#: Characters; a longer text was pasted.
LONGEST = 600
#: Letters glued to a number that make it one of pupils: "38em", "4hs".
_GLUED = re.compile(r"(\d{1,3})(?:em|hs|hv|bạn|ban|bn|cháu|chau)$")
#: A class that is none of those the writer may mean: 8A2, 10C, 12A10.
_LABEL = re.compile(r"(?:[1-9]|1[0-2])[a-zđ]\d{0,2}$")
_DECIMAL = re.compile(r"\d[.,]\d")
#: Of several states said of one number, the one that tells most: "4 em chưa cài vì không có máy".
_TELLING = {YES: 1, NO: 2}
_PUPILS = frozenset({"em", "bạn", "cháu", "đứa"})
_SEPARATORS = frozenset({",", ";", ".", "\n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReading:
    """What a message says of a class."""

    class_name: str = ""  #: as it was typed
    size: int | None = None  #: how many pupils it is said to have
    #: how many pupils are in which state: "yes", "no", or the reason why they cannot
    counts: Mapping[str, int] = field(default_factory=dict)
    rest: str | None = None  #: the state of all others, "còn lại chưa cài"; without numbers, of all
    number: int | None = None  #: the only number, where nothing says what it counts
    unclear: bool = False  #: there is a number that cannot be booked


class _Piece(NamedTuple):
    kind: Kind
    state: str = ""
    number: int = 0


def read_class(
    text: str, vocabulary: Vocabulary, names: Iterable[str] = (), *, asked: bool = False
) -> ClassReading | None:
    """What a message says of a class; None for one that is about something else.

    `names` are the classes that the writer may mean. With `asked` the numbers were asked for, so that no
    word has to say that they are a class's.
    """
    if len(text) > LONGEST or "?" in text:
        return None
    lexicon = lexicon_for(vocabulary.apps, vocabulary.verbs, ())
    class_name, words = _without_class(text, names, lexicon)
    reasons = tuple(sorted((reason, tuple(words)) for reason, words in vocabulary.reasons.items()))
    pieces = list(_pieces(text, words, _table(vocabulary.verbs, reasons)))
    kinds = {piece.kind for piece in pieces}
    of_a_class = bool(class_name) or not kinds.isdisjoint({Kind.SIZE, Kind.PUPILS})
    of_a_class = of_a_class or any(word.folded == "lop" for word in words)
    if Kind.HOME in kinds or not (asked or of_a_class):
        return None
    decimal = _DECIMAL.search(text.replace(class_name, "") if class_name else text) is not None
    return _reading(class_name, pieces, unclear=decimal or Kind.VAGUE in kinds)


# --- the class ----------------------------------------------------------------------------------


def same_class(written: str, name: str) -> bool:
    """Whether two spellings mean one class: "lớp 8 a2" and "8A2"."""
    return _class_key(written) == _class_key(name)


def _class_key(name: str) -> str:
    return search_key(name).removeprefix("lop ").replace(" ", "")


def _without_class(text: str, names: Iterable[str], lexicon: Lexicon) -> tuple[str, list[Word]]:
    """The class that is named, and the words of the message without its name."""
    words = words_of(text, lexicon)
    wanted = {_class_key(name) for name in names}
    for at in range(len(words)):
        behind_class = at > 0 and words[at - 1].folded == "lop"
        for end in range(at + 1, min(len(words), at + 5) + 1):
            written = text[words[at].start : words[end - 1].end]
            if _class_key(written) in wanted and (behind_class or not written.isdigit()):
                return written, [*words[:at], *words[end:]]
    for at, word in enumerate(words):
        written = text[word.start : word.end]
        if word.folded != NUMBER and _LABEL.match(written.lower()):
            return written, [*words[:at], *words[at + 1 :]]
    return "", words


# --- words --------------------------------------------------------------------------------------

_Table = Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], bool, _Piece]]]


@lru_cache(maxsize=64)
def _table(verbs: tuple[str, ...], reasons: tuple[tuple[str, tuple[str, ...]], ...]) -> _Table:
    """The phrases with a campaign's verbs and reasons, under their letters without marks."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], bool, _Piece]]] = {}
    own = [(Kind.STATE, reason, ", ".join(phrases)) for reason, phrases in reasons if phrases]
    for kind, state, row in (*PHRASES, *own):
        for phrase in row.lower().split(", "):
            spelt = phrase.removeprefix("=").split()
            for verb in verbs if "v" in spelt else ("",):
                keys = tuple(key(word) for word in " ".join(verb if w == "v" else w for w in spelt).split())
                entry = (keys, phrase.startswith("="), _Piece(kind, state or ""))
                found.setdefault(tuple(map(fold, keys)), []).append(entry)
    return found


def _pieces(text: str, words: Sequence[Word], table: _Table) -> Iterator[_Piece]:
    longest = max(map(len, table))
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + longest), at, -1):
            piece = _phrase(words[at:end], table)
            if piece is not None:
                yield piece
                at = end
                break
        else:
            found, length = _number(text, words, at)
            yield from found
            at += length


def _phrase(words: Sequence[Word], table: _Table) -> _Piece | None:
    """The phrase that these words are. Letters without marks stand for any; marks have to be the same."""
    for keys, exact, piece in table.get(tuple(word.folded for word in words), ()):
        typed = zip(words, keys, strict=True)
        if all(word.key == meant or (word.key == word.folded and not exact) for word, meant in typed):
            return piece
    return None


def _number(text: str, words: Sequence[Word], at: int) -> tuple[list[_Piece], int]:
    """A number or a sign that begins here, and how many words it takes."""
    word, written = words[at], text[words[at].start : words[at].end].lower()
    if word.folded == NUMBER:
        negative = re.search(r"(?:^|[\s,;:(])[-−]$", text[: word.start]) and not _is_bullet(text, word.start)
        found = [_Piece(Kind.VAGUE)] if negative else []
        return [*found, _Piece(Kind.NUMBER, number=word.value or 0)], 1
    if glued := _GLUED.match(written):
        return [_Piece(Kind.NUMBER, number=int(glued[1])), _Piece(Kind.PUPILS)], 1
    if written in _SEPARATORS:
        return [_Piece(Kind.BREAK)], 1
    spelt = spelt_number(words, at)
    following = words[at + spelt.length].key if spelt and at + spelt.length < len(words) else ""
    if spelt is not None and (spelt.length > 1 or following in _PUPILS):  # "hai em", not "năm học"
        return [_Piece(Kind.NUMBER, number=spelt.value)], spelt.length
    return [], 1


def _is_bullet(text: str, start: int) -> bool:
    """Whether the dash before a number opens a line of several, as lists are typed."""
    return "\n" in text and not text[:start].rpartition("\n")[2].strip(" -−")


# --- what they say ------------------------------------------------------------------------------


class _Figure(NamedTuple):
    """A number with the words that belong to it."""

    number: int
    whole: int | None  #: 42 of "38/42"
    is_size: bool
    states: frozenset[str]
    kinds: frozenset[Kind]


def _reading(class_name: str, pieces: Sequence[_Piece], *, unclear: bool) -> ClassReading:
    counts: Counter[str] = Counter()
    size: int | None = None
    rest: str | None = None
    unsaid: list[int] = []  # numbers of which nothing is said
    unclear = unclear and not _kinds(pieces).isdisjoint({Kind.NUMBER, Kind.STATE})
    for clause in _clauses(pieces):
        figures = list(_figures(clause))
        if not figures and _kinds(clause) & {Kind.ALL, Kind.REST}:
            rest = _telling(piece.state for piece in clause if piece.kind is Kind.STATE) or rest
        for figure in figures:
            size = figure.number if figure.is_size else figure.whole or size
            state = _telling(figure.states)
            if state is None and (figure.whole is not None or Kind.ALL in figure.kinds):
                state = YES  # "35/40", "đủ 42 em": what was asked for
            if state is not None:
                counts[state] += figure.number
            elif not figure.is_size:
                unclear = unclear or Kind.HAVING in figure.kinds
                unsaid.append(figure.number)
    number = None
    if len(unsaid) == 1 and size is None and counts and unsaid[0] >= counts.total():
        size = unsaid[0]  # "42 em, 38 em cài, 4 em chưa"
    elif len(unsaid) == 1 and not counts and rest is None:
        number = unsaid[0]
    elif unsaid:
        unclear = True
    return ClassReading(
        class_name=class_name, size=size, counts=dict(counts), rest=rest, number=number, unclear=unclear
    )


def _telling(states: Iterable[str]) -> str | None:
    return max(states, key=lambda state: _TELLING.get(state, 3), default=None)


def _kinds(pieces: Iterable[_Piece]) -> frozenset[Kind]:
    return frozenset(piece.kind for piece in pieces)


def _clauses(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    clause: list[_Piece] = []
    for piece in pieces:
        if piece.kind is Kind.BREAK:
            yield clause
            clause = []
        else:
            clause.append(piece)
    yield clause


def _figures(clause: Sequence[_Piece]) -> Iterator[_Figure]:
    """The numbers of a clause. What is said of one stands behind it, or before it all through the clause."""
    places = [
        at
        for at, piece in enumerate(clause)
        if piece.kind is Kind.NUMBER and not (at > 1 and clause[at - 1].kind is Kind.OF)
    ]
    states = [at for at, piece in enumerate(clause) if piece.kind is Kind.STATE]
    before = bool(places and states) and (len(places) == 1 or states[0] < places[0])
    for nth, at in enumerate(places):
        start = 0 if nth == 0 else (places[nth - 1] + 1 if before else at)
        end = len(clause) if nth == len(places) - 1 else (at + 1 if before else places[nth + 1])
        own = clause[start:end]
        is_fraction = at + 2 < len(clause) and clause[at + 1].kind is Kind.OF
        said = frozenset(piece.state for piece in own if piece.kind is Kind.STATE)
        yield _Figure(
            number=clause[at].number,
            whole=clause[at + 2].number if is_fraction and clause[at + 2].kind is Kind.NUMBER else None,
            # "lớp có 38 em cài" counts those who have.
            is_size=at > 0 and clause[at - 1].kind is Kind.SIZE and not said,
            states=said,
            kinds=_kinds(own),
        )
