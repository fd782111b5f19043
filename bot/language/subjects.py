"""Which of several campaigns a message names: by what it is about, else by what is done with it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.domain.names import normalise
from bot.domain.readings import Vocabulary
from bot.language.spelling import fold, key
from bot.language.text import writes_marks
from bot.language.words.verbs import SYNONYMS

_WORD = re.compile(r"\w+")
#: Letters of a thing of one word that is known without its marks: "bao" may be "báo" or "bao nhiêu",
#: and is taken for a storm (bão) only where it is written as one.
_TELLING = 4


def named(text: str, vocabularies: Sequence[Vocabulary]) -> frozenset[int]:
    """The places of the campaigns that a message names; empty where it names none of them.

    The thing itself says more than what is done with it: "cài VNeID" is about VNeID, and not about what
    is installed elsewhere. A longer name hides a shorter inside it: whoever writes of "An toàn COVID"
    says nothing of being safe.
    """
    typed, bare = _keys(text), not writes_marks(text)
    return _hit(typed, [_things(one.apps, bare=bare) for one in vocabularies]) or _hit(
        typed, [_deeds(one.verbs, bare=bare) for one in vocabularies]
    )


def _hit(typed: str, campaigns: Sequence[tuple[str, ...]]) -> frozenset[int]:
    found = [(*span, place) for place, phrases in enumerate(campaigns) for span in _spans(typed, phrases)]
    return frozenset(
        place
        for start, end, place in found
        if not any(s <= start and end <= e and e - s > end - start for s, e, _ in found)
    )


def _spans(typed: str, phrases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for phrase in phrases:
        at = typed.find(phrase)
        while at >= 0:
            yield at, at + len(phrase)
            at = typed.find(phrase, at + 1)


@lru_cache(maxsize=128)
def _things(apps: tuple[str, ...], *, bare: bool) -> tuple[str, ...]:
    """What a campaign is about, as it is looked for. `bare`: in a message whose writer types no marks."""
    exact = [_keys(app) for app in apps]
    telling = [app for app in exact if " " in app.strip() or len(_folded(app).strip()) >= _TELLING]
    return (*exact, *map(_folded, telling if bare else ()))


@lru_cache(maxsize=128)
def _deeds(verbs: tuple[str, ...], *, bare: bool) -> tuple[str, ...]:
    """What is done in a campaign, in all words for it."""
    exact = [_keys(phrase) for verb in verbs for phrase in (verb, *SYNONYMS.get(verb, ()))]
    return (*exact, *map(_folded, exact if bare else ()))


def _keys(text: str) -> str:
    """The keys of the words, with a space before and after each."""
    return f" {' '.join(map(key, _WORD.findall(normalise(text).lower())))} "


def _folded(keys: str) -> str:
    return f" {' '.join(map(fold, keys.split()))} "
