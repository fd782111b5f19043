"""Children told one by one, and sums told step by step: what was counted in is not counted again."""

from collections.abc import Sequence

from bot.language.numbers import NUMBER_WORDS, spelt_number
from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word

_COUNTS = (Tag.NUMBER, Tag.PEOPLE)
_IN_ALL = frozenset({"la", "thanh", "du"})
_PERSONS = frozenset({Tag.NUMBER, Tag.PEOPLE, Tag.KIN})


def adds_up(spans: Sequence[Span], words: Sequence[Word]) -> tuple[int, int] | None:
    """As in "hôm nay thêm cậu út nữa là ba": how many were added, and what it comes to.

    At the end of such a sum "ba" is three and no father.
    """
    last = spans[-1]
    if last.tag not in _PERSONS or last.first == 0 or words[last.first - 1].folded not in _IN_ALL:
        return None
    if not any(words[at].folded == "them" for at in range(spans[0].first, last.first)):
        return None
    sum_ = _number(last, words)
    added = sum(span.value for span in spans[:-1] if span.tag in _PERSONS)
    return (added, sum_) if sum_ is not None and 0 < added < sum_ else None


def _number(span: Span, words: Sequence[Word]) -> int | None:
    if span.tag in _COUNTS:
        return int(span.value)
    here = words[span.first : span.last]
    spelt = spelt_number(here, 0) if here[0].key in NUMBER_WORDS else None
    return spelt.value if spelt is not None and spelt.length == len(here) else None


_CHILD = frozenset({"con", "chau", "em", "dua", "be", "nhoc", "thang"})
#: How one of several is called, whatever they were called before.
_ANY = frozenset({"dua", "be", "nhoc", "thang", "nguoi", "trai", "gai", "cu"})
_TOLD = frozenset({Tag.VERB, Tag.DID, Tag.NOT, Tag.HAVE})


def with_parts(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "hai cháu, một cháu 15 tuổi, một cháu lớp 1": told apart, they are still two.

    Nobody is counted by the parts; where something is said of one of them that excuses her, it is vague.
    """
    for at, span in enumerate(spans):
        if span.tag not in (Tag.KIN, Tag.PEOPLE):
            continue
        three = span.value == 1 and words[span.first].key == "ba"  # "ba con: hai con trai, một con gái"
        if span.value < 2 and not three:
            continue
        named = {word.folded for word in words[span.first : span.last]}
        if named.isdisjoint(_CHILD):
            continue
        parts = _parts(spans, at, 3 if three else span.value, named, words)
        if parts and three:
            return [*spans[:at], span._replace(tag=Tag.VAGUE, value=None), *spans[at + 1 :]]
        if parts:
            behind = spans[at + 1 : parts[-1] + 3]
            if any(later.tag in _TOLD for later in behind):
                continue
            tag = Tag.VAGUE if any(later.tag is Tag.REASON for later in behind) else Tag.LABEL
            return [
                each._replace(tag=tag, value=None) if here in parts else each
                for here, each in enumerate(spans)
            ]
    return spans


def _parts(spans: Sequence[Span], at: int, left: int, named: set[str], words: Sequence[Word]) -> list[int]:
    """Where the members of a number of children are told one by one, if they make up the number."""
    parts: list[int] = []
    for here in range(at + 1, len(spans)):
        span = spans[here]
        if span.tag not in _PERSONS:
            continue
        first = words[span.first]
        called = {word.folded for word in words[span.first : span.last]} & (_CHILD | _ANY)
        numbered = first.value is not None or first.key in NUMBER_WORDS
        if (
            not numbered
            or not called
            or not called <= named | _ANY
            or (spans[here - 1].tag is Tag.WITH and not parts)
        ):
            return []
        parts.append(here)
        left -= span.value
        if left <= 0:
            return parts if not left else []
    return []
