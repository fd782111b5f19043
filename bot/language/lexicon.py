"""The word tables compiled for matching: a trie of folded words, each phrase with its marked spelling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, product
from typing import Any, NamedTuple, TypeAlias

from bot.language.spelling import fold, key
from bot.language.tags import Tag
from bot.language.words.answers import ANSWERS
from bot.language.words.familiar import everyday_words, names
from bot.language.words.macros import MACROS
from bot.language.words.people import PEOPLE
from bot.language.words.quantities import QUANTITIES
from bot.language.words.reasons import REASONS
from bot.language.words.shorthand import TRAPS
from bot.language.words.talk import TALK
from bot.language.words.times import TIMES
from bot.language.words.verbs import APPS, OTHER_APPS, SYNONYMS, VERB_PATTERNS

_PIECES = re.compile(r"\{\w+\}|#/\{\w+\}|[\w/]+|\S")


class Entry(NamedTuple):
    """One phrase of a table."""

    keys: tuple[str, ...]
    tag: Tag
    value: Any
    exact: bool = False  #: never read from letters without marks or misspelt


#: What may follow, by the folded word: the phrases that end with it, or, where longer ones go on, a trie of
#: its own, with the phrases that end already under `_ENDING`. (Twenty thousand phrases: a simpler node for
#: both took 2 MiB more.)
Trie: TypeAlias = dict[Any, Any]
_ENDING: Any = None  # a word may be any text


class Lexicon:
    """Phrases of the reader: those of `rows`, and behind them those of another lexicon."""

    def __init__(self, rows: Iterable[tuple[Tag, Any, str]], base: "Lexicon | None" = None) -> None:
        self.phrases: Trie = {}
        self.keys: set[str] = set()
        self.folds: set[str] = set()
        for tag, value, phrases in rows:
            for phrase in phrases.split(","):
                for keys in expand(phrase.strip().removeprefix("=")):
                    self._add(Entry(keys, tag, value, "=" in phrase))
        if base is not None:
            self.phrases = _joined(self.phrases, base.phrases)
            self.keys |= base.keys
            self.folds |= base.folds

    def _add(self, entry: Entry) -> None:
        self.keys.update(entry.keys)
        *way, last = map(fold, entry.keys)
        self.folds.update(way)
        self.folds.add(last)
        trie = self.phrases
        for folded in way:
            node = trie.get(folded, ())
            if isinstance(node, tuple):
                node = trie[folded] = {_ENDING: node} if node else {}
            trie = node
        node = trie.get(last, ())
        if isinstance(node, dict):
            trie, last, node = node, _ENDING, node.get(_ENDING, ())
        trie[last] = (*node, entry)

    def matches(self, words: Sequence[Any], at: int, bare: int = 1, below: int = 99) -> Sequence[Entry]:
        """The longest phrases, shorter than `below`, that begin at this word; of these the closest spelt.

        `bare` is the closeness of a word without marks: 1 where the writer types marks, else 2.
        """
        trie = self.phrases
        found: Sequence[Entry] = ()
        for end in range(at, min(len(words), at + below - 1)):
            node = trie.get(words[end].folded)
            if node is None:
                break
            if isinstance(node, tuple):
                return self._closest(node, words[at : end + 1], bare) or found
            trie = node
            if _ENDING in trie:
                found = self._closest(trie[_ENDING], words[at : end + 1], bare) or found
        return found

    def _closest(self, entries: Sequence[Entry], words: Sequence[Any], bare: int) -> Sequence[Entry]:
        """Of phrases that agree without marks, those that agree best with them, in table order.

        How close a phrase is: 2 as written, 1 without marks, 0 misspelt, -1 another word.
        """
        typed = tuple([word.key for word in words])
        if bare == 1 and (as_written := [entry for entry in entries if entry.keys == typed]):
            return as_written
        found: list[Entry] = []
        best = 0
        for entry in entries:
            closeness = 2 if entry.keys == typed else self._closeness(entry, words, bare)
            if closeness > best:
                found, best = [], closeness
            if closeness == best:
                found.append(entry)
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


def _joined(first: Trie, second: Trie) -> Trie:
    """A trie of the phrases of both, of which what only one has is shared."""
    both = {**second, **first}
    for step in first.keys() & second.keys():
        ours, theirs = first[step], second[step]
        if isinstance(ours, tuple) and isinstance(theirs, tuple):
            both[step] = (*ours, *theirs)
        else:
            both[step] = _joined(_going_on(ours), _going_on(theirs))
    return both


def _going_on(node: tuple[Entry, ...] | Trie) -> Trie:
    return {_ENDING: node} if isinstance(node, tuple) else node


def expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """All spellings-out of a phrase with alternatives: "{no} có a/b" → không có a, không có b …"""
    if phrase.replace(" ", "").isalnum():  # most have no alternatives
        yield tuple(map(key, phrase.split()))
        return
    choices: list[Sequence[tuple[str, ...]]] = []
    for piece in _PIECES.findall(phrase):
        if piece.startswith("{"):
            choices.append(_macro(piece[1:-1]))
        elif piece.startswith("#/"):
            choices.append([("#",), *_macro(piece[3:-1])])
        elif "/" in piece and not piece.startswith("/"):
            choices.append([(key(word),) for word in piece.split("/")])
        elif len(piece) > 1 and piece.startswith("/"):
            choices.append([("/", key(piece[1:]))])
        else:
            choices.append([(key(piece),)])
    for chosen in product(*choices):
        yield tuple(chain.from_iterable(chosen))


@cache
def _macro(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(keys for word in MACROS[name].split("/") for keys in expand(word))


@cache
def _common() -> Lexicon:
    """What every campaign has; by far the most."""
    common = Lexicon(row for table in (PEOPLE, ANSWERS, REASONS, QUANTITIES, TIMES, TALK) for row in table)
    common.keys.update(map(key, TRAPS.split()), everyday_words(), names())
    return common


@lru_cache(maxsize=64)
def _with_verbs(verbs: tuple[str, ...]) -> Lexicon:
    """What everybody has who asks for deeds of these verbs."""
    own: list[tuple[Tag, Any, str]] = []
    for synonym in _synonyms(verbs):
        own.append((Tag.VERB, None, synonym))
        if len(synonym.split()) > 2:  # "cài ứng dụng": "không muốn cài" and "ứng dụng" say it
            continue
        own += [(tag, value, row.replace("VERB", synonym)) for tag, value, row in VERB_PATTERNS]
    return Lexicon(own, _common())


def _synonyms(verbs: Iterable[str]) -> list[str]:
    found = (synonym.lower() for verb in verbs for synonym in (verb, *SYNONYMS.get(verb, ())))
    return list(dict.fromkeys(found))  # a verb may be another's synonym too


@lru_cache(maxsize=64)
def lexicon_for(
    apps: tuple[str, ...], verbs: tuple[str, ...], reasons: tuple[tuple[str, tuple[str, ...]], ...]
) -> Lexicon:
    """The lexicon of a campaign: its own phrases before those that others have too. Compiled once."""
    own: list[tuple[Tag, Any, str]] = [(Tag.APP, None, ", ".join((*apps, APPS)).lower())]
    named = {app.lower() for app in apps}.intersection(OTHER_APPS.split("/"))
    own += [(Tag.VERB, None, f"{verb} {app}") for verb in _synonyms(verbs) for app in named]
    own += [(Tag.REASON, reason, ", ".join(phrases).lower()) for reason, phrases in reasons if phrases]
    return Lexicon(own, _with_verbs(verbs))
