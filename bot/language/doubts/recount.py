"""Counting once more, and otherwise: whoever is named, whatever is said of them.

`settling` follows a message and adds up as it goes. Here all who are named are written down first, and who
may be one and the same person second; what was read must lie between the fewest and the most they can be.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.language.spans import Span
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.text import Word

_OWNERS = frozenset({"em", "toi", "tui", "minh", "con", "chau", "nha", "cua", "anh", "chi"})
_SPOUSES = frozenset({"vo", "chong", "xa"})
#: "mẹ vợ" and "anh chồng" are no spouses.
_IN_LAW = frozenset({"me", "ma", "ba", "bo", "cha", "anh", "chi", "em", "con", "ong", "ba noi"})
_WORDS = {
    "father": "ba bo cha tia papa",
    "mother": "me ma bam mama mum",
    "child": "con chau be nhoc thang cu dua gai trai baby",
    "sibling": "anh chi em",
    "old": "noi ngoai ong ba",
}
_SHORTLY = frozenset({"he", "she"})
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}


class Named(NamedTuple):
    """One mention of relatives."""

    role: str
    which: frozenset[str]  #: words that tell them apart: lớn, út, nội
    number: int
    clause: int

    def may_be(self, other: "Named") -> bool:
        """Whether both can be the same: never in one clause, which names nobody twice."""
        if self.clause == other.clause:
            return False
        if "group" in (self.role, other.role):
            return True
        alike = self.which <= other.which or other.which <= self.which
        return self.role == other.role and self.number == other.number and alike


def named_in(said: Statement, at: int, words: Sequence[Word]) -> list[Named]:
    """Everybody besides the speaker that a clause names; `at` is its place."""
    spans = said.clause.spans
    named = [
        _named(span, spans[place + 1 : place + 2], at, words)
        for place, span in enumerate(spans)
        if span.tag in (Tag.KIN, Tag.TOGETHER)
    ]
    shortly = said.kin.keys() & _SHORTLY if Tag.THEY in said.all_tags else ()  # "má chồng chị, ổng, …"
    return named + [Named("spouse", frozenset(), 1, at) for _ in shortly]


def _named(span: Span, behind: Sequence[Span], at: int, words: Sequence[Word]) -> Named:
    if span.tag is Tag.TOGETHER:
        return Named("group", frozenset(), max(span.value - 1, 0), at)
    folded = [word.folded if word.value is None else word.key for word in words[span.first : span.last]]
    while len(folded) > 1 and folded[-1] in _OWNERS:
        folded.pop()
    if span.value > 1:
        return Named("group", frozenset(), span.value, at)
    if folded[0] not in _IN_LAW and not _SPOUSES.isdisjoint(folded):
        return Named("spouse", frozenset(), 1, at)
    aged = [
        word.key for age in behind if age.tag in (Tag.AGE, Tag.LABEL) for word in words[age.first : age.last]
    ]
    return Named(_ROLES.get(folded[0], folded[0]), frozenset(folded[1:] + aged), 1, at)


def fewest_and_most(named: Iterable[Named]) -> tuple[int, int]:
    """How many persons these are, if all that may be the same are, and if none are."""
    fewest: list[Named] = []
    most = 0
    for mention in sorted(named, key=lambda each: each.number, reverse=True):
        most += mention.number
        if not any(mention.may_be(earlier) for earlier in fewest):
            fewest.append(mention)
    return sum(each.number for each in fewest), most
