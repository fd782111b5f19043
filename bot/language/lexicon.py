"""The word tables compiled for matching: a trie of folded words, each phrase with its marked spelling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from bot.language.spelling import fold, key
from bot.language.tags import Tag
from bot.language.words.answers import ANSWERS
from bot.language.words.macros import MACROS
from bot.language.words.people import PEOPLE
from bot.language.words.quantities import QUANTITIES
from bot.language.words.reasons import REASONS
from bot.language.words.shorthand import TRAPS
from bot.language.words.talk import TALK
from bot.language.words.times import TIMES
from bot.language.words.verbs import APPS, SYNONYMS, VERB_PATTERNS

_PIECES = re.compile(r"\{\w+\}|#/\{\w+\}|[\w/]+|\S")


_NOTHING: dict[str, Any] = {}


class Entry(NamedTuple):
    """One phrase of a table."""

    keys: tuple[str, ...]
    tag: Tag
    value: Any
    exact: bool = False  #: never read from letters without marks or misspelt


class Match(NamedTuple):
    """A phrase found in a message. Closer spelling first: 2 as written, 1 without marks, 0 misspelt."""

    length: int
    closeness: int
    entry: Entry


class Syllable(NamedTuple):
    """What the lexicon needs to know of a word of the message."""

    key: str
    folded: str


class Lexicon:
    """All phrases of the reader for one campaign."""

    def __init__(self, rows: Iterable[tuple[Tag, Any, str]]) -> None:
        self._root: dict[str, Any] = {}
        self.keys: set[str] = {key(word) for word in TRAPS.split()}
        self.folds: set[str] = set()
        for tag, value, phrases in rows:
            for phrase in phrases.split(","):
                for keys in expand(phrase.strip().removeprefix("=")):
                    self._add(Entry(keys, tag, value, "=" in phrase))

    def _add(self, entry: Entry) -> None:
        node = self._root
        for word in entry.keys:
            self.keys.add(word)
            folded = fold(word)
            self.folds.add(folded)
            node = node.setdefault(folded, {})
        node.setdefault("", []).append(entry)

    def matches(self, words: Sequence[Any], at: int, bare: int = 1, below: int = 99) -> list[Match]:
        """The longest phrases, shorter than `below`, that begin at this word; of these the closest spelt.

        `bare` is the closeness of a word without marks: 1 where the writer types marks, else 2.
        """
        node: dict[str, Any] = self._root
        found: list[Match] = []
        for end in range(at, min(len(words), at + below - 1)):
            node = node.get(words[end].folded, _NOTHING)
            if not node:
                break
            entries = node.get("")
            if entries:
                found = self._closest(entries, words[at : end + 1], bare) or found
        return found

    def _closest(self, entries: Sequence[Entry], words: Sequence[Any], bare: int) -> list[Match]:
        """Of phrases that agree without marks, those that agree best with them, in table order."""
        typed = tuple([word.key for word in words])
        found: list[Match] = []
        best = 0
        for entry in entries:
            closeness = 2 if entry.keys == typed else self._closeness(entry, words, bare)
            if closeness > best:
                found, best = [], closeness
            if closeness == best:
                found.append(Match(len(typed), closeness, entry))
        return found

    def _closeness(self, entry: Entry, words: Sequence[Any], bare: int) -> int:
        worst = 2
        for word, wanted in zip(words, entry.keys, strict=True):
            if word.key == wanted or wanted == "#":
                continue
            if entry.exact:
                return -1
            if word.key == word.folded and (bare == 2 or word.key not in self.keys):
                worst = min(worst, bare)
            elif word.key in self.keys:
                return -1  # another word in its own right
            else:
                worst = 0
        return worst


def expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """All spellings-out of a phrase with alternatives: "{no} có a/b" → không có a, không có b …"""
    choices = []
    for piece in _PIECES.findall(phrase):
        if piece.startswith("{"):
            choices.append([keys for word in MACROS[piece[1:-1]].split("/") for keys in expand(word)])
        elif piece.startswith("#/"):
            choices.append([("#",), *((key(word),) for word in MACROS[piece[3:-1]].split("/"))])
        elif "/" in piece and not piece.startswith("/"):
            choices.append([(key(word),) for word in piece.split("/")])
        elif len(piece) > 1 and piece.startswith("/"):
            choices.append([("/", key(piece[1:]))])
        else:
            choices.append([(key(piece),)])
    for chosen in product(*choices):
        yield tuple(word for keys in chosen for word in keys)


@lru_cache(maxsize=64)
def lexicon_for(
    apps: tuple[str, ...], verbs: tuple[str, ...], reasons: tuple[tuple[str, tuple[str, ...]], ...]
) -> Lexicon:
    """The lexicon of a campaign; compiled once per vocabulary."""
    own: list[tuple[Tag, Any, str]] = [(Tag.APP, None, ", ".join((*apps, APPS)).lower())]
    own += [(Tag.REASON, reason, ", ".join(phrases).lower()) for reason, phrases in reasons if phrases]
    for verb in verbs:
        for synonym in (verb, *SYNONYMS.get(verb, ())):
            own.append((Tag.VERB, None, synonym.lower()))
            own += [(tag, value, row.replace("VERB", synonym.lower())) for tag, value, row in VERB_PATTERNS]
    tables = (PEOPLE, ANSWERS, REASONS, QUANTITIES, TIMES, TALK)
    return Lexicon([*own, *(row for table in tables for row in table)])
