"""A message and what was read from it, as the rules of doubt ask for them."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.domain.forms import Answer, Slot
from bot.language.spans import Span
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.text import Word

COUNTS = (Tag.PEOPLE, Tag.NUMBER)
PERSONS = (Tag.KIN, Tag.TOGETHER, Tag.SELF, Tag.PEOPLE)
NUMBERS = (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT, Slot.FAMILY_ALL)


class Seen:
    """What the rules compare: the words of every clause, helpers and all, and the slots proposed."""

    def __init__(
        self,
        asked: Slot | None,
        slots: Mapping[Slot, Answer],
        statements: Sequence[Statement],
        words: Sequence[Word],
        marked: bool,
    ) -> None:
        self.asked, self.slots, self.words = asked, slots, words
        self.marked = marked  #: whether its writer types diacritics
        self.said = [said for said in statements if said.clause.spans]
        self.told = [said for said in self.said if not said.question]
        self.total = _number(slots, Slot.FAMILY_TOTAL)
        self.done = _number(slots, Slot.FAMILY_DONE)
        self.exempt = _number(slots, Slot.FAMILY_EXEMPT)
        self.me = slots.get(Slot.SELF_DONE)
        self.all = Slot.FAMILY_ALL in slots

    @cached_property
    def spans(self) -> list[Span]:
        return [span for said in self.said for span in said.clause.spans]

    @cached_property
    def tags(self) -> frozenset[Tag]:
        return frozenset[Tag]().union(*[said.all_tags for said in self.said])

    def has(self, *tags: Tag) -> bool:
        return not self.tags.isdisjoint(tags)

    def folded(self, span: Span) -> list[str]:
        return [word.folded for word in self.words[span.first : span.last]]


def _number(slots: Mapping[Slot, Answer], slot: Slot) -> int | None:
    value = slots.get(slot)
    return value if isinstance(value, int) else None


def clause_has(said: Statement, *tags: Tag) -> bool:
    """Whether the words of a clause have one of these tags, helpers' words included."""
    return not said.all_tags.isdisjoint(tags)


def numbers_of(said: Statement) -> list[int]:
    """The numbers of people in a clause."""
    return [span.value for span in said.clause.spans if span.tag in COUNTS]


def persons_of(said: Statement) -> int:
    """How many besides the speaker a clause names."""
    persons = 0
    for span in said.clause.spans:
        if span.tag is Tag.KIN:
            persons += span.value
        elif span.tag is Tag.TOGETHER:
            persons += span.value - 1
    return persons
