"""Neighbouring spans, as the rules of `pairs.py` and `triples.py` look at them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word

#: What neighbours are together, and its value; None leaves them alone.
Joined = tuple[Tag, Any] | None


class Near(NamedTuple):
    """Two or three neighbouring spans, and the words they are made of."""

    spans: Sequence[Span]
    words: Sequence[Word]

    def folded(self, at: int) -> str:
        return self.words[self.spans[at].first].folded

    @property
    def adjacent(self) -> bool:
        """Whether not even courtesy stood between the last two."""
        return self.spans[-2].last == self.spans[-1].first

    @property
    def touching(self) -> bool:
        """Whether the second follows the first without a space."""
        return self.words[self.spans[0].last - 1].end == self.words[self.spans[1].first].start
