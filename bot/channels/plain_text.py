"""Text as chat platforms take it: without characters that break JSON or screens, in pieces they accept.

Platforms count UTF-16 code units: a letter counts one, an emoji two or more.
"""

import math
import re
import unicodedata
from typing import Any

#: C0 and C1 controls but tab and line feed, and halves of surrogate pairs, which UTF-8 cannot carry.
_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_OTHER_LINE_ENDS = re.compile("\r\n?")
#: Where a text may be cut, the best place first: between paragraphs, lines, sentences, words.
_BREAKS = tuple(re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"[.!?…;:]\s", r"\s"))
#: Characters that a phone shows as part of the one before: an emoji's joiner, its colour and style.
_ATTACHED = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
#: Longest run of such characters that is kept together.
_LONGEST_CLUSTER = 32


def clean(text: str) -> str:
    """The text without what cannot be sent or stored; everything else stays as it is."""
    if text.isprintable():  # most texts: no controls, no halves
        return text
    return _UNSENDABLE.sub("", _OTHER_LINE_ENDS.sub("\n", text))


def storable(value: Any) -> Any:
    """JSON that every database takes: no NUL, no half of a surrogate pair, no number without a value.

    Raises RecursionError for what is nested too deep.
    """
    kind = type(value)  # of what JSON was read into: a `match` costs more than the rest
    if kind is str:
        return clean(value)
    if kind is dict:
        return {clean(name): storable(item) for name, item in value.items()}
    if kind is list:
        return [storable(item) for item in value]
    return None if kind is float and not math.isfinite(value) else value


def one_line(text: str) -> str:
    """A cleaned text without line breaks: labels and file names."""
    return " ".join(clean(text).split())


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def fits(text: str, most: int) -> bool:
    """Whether a text has at most so many units. No character has more than two."""
    return 2 * len(text) <= most or units(text) <= most


def split(text: str, most: int) -> list[str]:
    """The text in pieces of at most `most` units, cut at the end of a paragraph, line, sentence or word.

    White space at a cut is left out. A text that fits is one piece, unchanged.
    """
    pieces = []
    while not fits(text, most):
        cut = _cut(text, most)
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [piece for piece in (*pieces, text) if piece] or [""]


def _cut(text: str, most: int) -> int:
    """Where the first piece ends: in the second half of what fits, so that pieces are not crumbs."""
    longest = _fitting(text, most)
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(text, longest // 2, longest)]
        if ends:
            return ends[-1]
    for cut in range(longest, max(longest - _LONGEST_CLUSTER, 1), -1):
        if not _joined(text[cut - 1], text[cut]):
            return cut
    return longest


def _fitting(text: str, most: int) -> int:
    """How many characters fit into `most` units."""
    count = min(len(text), most)
    while (excess := units(text[:count]) - most) > 0:
        count -= (excess + 1) // 2
    return max(count, 1)


def _joined(before: str, after: str) -> bool:
    """Whether a phone shows the two as one character."""
    return before == "\u200d" or bool(_ATTACHED.match(after)) or unicodedata.combining(after) != 0
