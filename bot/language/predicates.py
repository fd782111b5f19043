"""What a clause says of its people, and its spans as the rules that find this out ask for them."""

from collections.abc import Sequence
from enum import StrEnum

from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word


class State(StrEnum):
    """What is said of somebody."""

    DONE = "done"
    NOT = "not"
    PROMISE = "promise"
    ONGOING = "ongoing"
    GONE = "gone"  #: done once, no longer


class Predicate:
    """The spans of a clause as the rules ask for them."""

    def __init__(self, spans: Sequence[Span], words: Sequence[Word]) -> None:
        self.spans = spans
        self.words = words
        self.tags = [span.tag for span in spans]
        self.kinds = frozenset(self.tags)
        self.verb = self.tags.index(Tag.VERB) if Tag.VERB in self.kinds else -1
        self.reasons = [
            span.value for span in spans if span.tag in (Tag.REASON, Tag.FORBID, Tag.UNABLE) and span.value
        ]

    def has(self, *tags: Tag) -> bool:
        return not self.kinds.isdisjoint(tags)

    def first(self, tag: Tag) -> int:
        """Where the first span of this tag is, or behind the last span."""
        return self.tags.index(tag) if tag in self.kinds else len(self.tags)

    def head(self, at: int) -> str:
        """The first word of a span, folded."""
        return self.words[self.spans[at].first].folded
