"""Whom of several a sentence is about: a child by name ("con Ngọc cài rồi"), or whoever writes.

A parent says of a child what the child would say of itself: `as_themself` puts the child in the place of
the speaker, so that the reader reads both alike.
"""

import re
from collections.abc import Sequence

from bot.domain.names import normalise, search_key, sort_key, strip_marks

#: Words before a given name that make it a child's.
_CHILD = r"(?:con|chau|be|em|ban|nhoc|cu|thang|nho|dua|hoc sinh|hs)"
_WHICH = r"(?:trai|gai|ut|lon|nho|dau|thu|ten|la)"
_WHOSE = r"(?:em|toi|tui|minh|anh|chi|co|thay)"
#: "con em", "bé nhà mình", "cháu trai của tôi": a child of the speaker; with a number before it, several.
_OWN_CHILD = re.compile(
    rf"(?<!\d )(?<!hai )(?<!ba )(?<!em )\b(?:con|chau|be|nhoc)(?: {_WHICH})?"
    rf"(?:(?: cua| nha)* {_WHOSE})?\b(?! \d)"
)
_POSSESSED = re.compile(rf"\b(?:con|chau|be|nhoc)(?: {_WHICH})?(?: cua| nha)* {_WHOSE}\b")
_SIBLING = re.compile(r"\bem (?:be|gai|trai|ut)\b")
_SELF = re.compile(r"\b(?:em|toi|tui|minh|ban than|nha|gia dinh)\b")
#: "Ngọc nhà em".
_AFTER = re.compile(r"^ (?:nhà|của|nha|cua) (?:em|tôi|tui|mình|toi|minh)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
#: Letters of a given name that may stand alone: "Ba" and "An" are words, too.
_TELLING = 3


def mentioned(text: str, names: Sequence[str]) -> list[int]:
    """The places in `names` of those whom a sentence names; "Gia Bảo" is no mention of Minh Bảo.

    Words typed with marks mean just these ("Ngọc" is no "Ngóc"), words without marks any.
    """
    said = normalise(text)
    found = [(span, place) for place, name in enumerate(names) if (span := _mention(said, name)) is not None]
    return [
        place
        for span, place in found
        if not any(other[2] > span[2] and other[0] < span[1] and span[0] < other[1] for other, _ in found)
    ]


def as_themself(text: str, name: str) -> str:
    """The sentence as the one who is named would say it: "con Ngọc cài rồi ạ" → "em cài rồi ạ"."""
    text = normalise(text)
    span = _mention(text, name)
    if span is not None:
        return f"{text[: span[0]]}em{_AFTER.sub('', text[span[1] :], count=1)}"
    folded = strip_marks(text).lower()
    child = _OWN_CHILD.search(folded)
    if child is None or len(folded) != len(text):
        return text
    return f"{text[: child.start()]}em{text[child.end() :]}"


def speaks_of_self(text: str) -> bool:
    """Whether the speaker is in it: "em cài rồi", "nhà em 4 người"; not in "con em cài rồi"."""
    folded = strip_marks(normalise(text)).lower()
    return _SELF.search(_SIBLING.sub(" ", _POSSESSED.sub(" ", folded))) is not None


def _mention(text: str, name: str) -> tuple[int, int, int] | None:
    """Where a name stands in a text, from where to where, and how much of it (3: all, 1: the given name)."""
    words = normalise(name).split()
    spoken = list(_WORD.finditer(text))
    for much, part in ((3, words), (2, words[-2:])):
        if len(part) > 1 and (at := _find(spoken, part)) is not None:
            first = _with_child(text, spoken, at)
            return first, spoken[at + len(part) - 1].end(), much
    for at, word in enumerate(spoken):
        if not _same(word[0], words[-1]):
            continue
        first = _with_child(text, spoken, at)
        alone = word[0] == words[-1] and len(word[0]) >= _TELLING
        if first < word.start() or alone:
            return first, word.end(), 1
    return None


def _find(spoken: list[re.Match[str]], part: Sequence[str]) -> int | None:
    for at in range(len(spoken) - len(part) + 1):
        if all(_same(spoken[at + place][0], word) for place, word in enumerate(part)):
            return at
    return None


def _same(typed: str, word: str) -> bool:
    if strip_marks(typed) != typed:
        return sort_key(typed) == sort_key(word)
    return search_key(typed) == search_key(word)


def _with_child(text: str, spoken: list[re.Match[str]], at: int) -> int:
    """Where the mention begins with "con", "bé" … and "nhà em" before the name."""
    before = strip_marks(text[: spoken[at].start()]).lower()
    child = re.search(rf"\b{_CHILD}(?: {_WHICH})*(?:(?: cua| nha)* {_WHOSE})?(?: {_WHICH})* $", before)
    return spoken[at].start() if child is None or len(before) != spoken[at].start() else child.start()
