"""A second opinion: what in a message should make the reader ask, although it has read it.

Every rule compares the words of a message with the reading that is proposed and looks for evidence that was
trusted too much: a number without a role, a person who may be somebody else, a verdict that reaches too far,
a moment that does not fit. None of them reads anything; what a rule objects to is asked about.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from bot.domain.forms import Answer, Slot
from bot.domain.readings import Doubt
from bot.language.doubts import counting, identity, matters, numbers, verdicts
from bot.language.doubts.seen import NUMBERS, Seen
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.text import Word


class Objection(NamedTuple):
    """Why a reading is not to be trusted."""

    rule: str
    doubt: Doubt
    slots: tuple[Slot, ...]  #: of these nothing may be kept, not even beside a question


Rule = Callable[[Seen], bool]
_SELF = (Slot.SELF_DONE, Slot.REASON)
_ALL = (*_SELF, *NUMBERS)
_KIN = frozenset({Tag.KIN})
_NOBODY = frozenset({Tag.NOBODY, Tag.DENY, Tag.QUESTION})
_LEFT = frozenset({Tag.KIN, Tag.VAGUE, Tag.ONLY})
_NAMED = frozenset({Tag.KIN, Tag.TOGETHER})
_COUNTED = frozenset({Tag.NUMBER, Tag.PEOPLE})
_ASSENT = frozenset({Tag.RIGHT, Tag.YES, Tag.DID, Tag.RESPECT})
_ANY = frozenset({Tag.KIN, Tag.TOGETHER, Tag.SELF, Tag.NUMBER, Tag.PEOPLE, Tag.REASON, Tag.NOT})
Row = tuple[Rule, Set[Tag], Doubt, tuple[Slot, ...]]
#: Where numbers are proposed: rule, the tags of which a message must have one, what becomes doubtful, and
#: the slots that fall with it.
OF_NUMBERS: tuple[Row, ...] = (
    (numbers.number_without_role, _COUNTED, Doubt.WHICH_SLOT, ()),
    (numbers.two_roles_for_a_number, _COUNTED, Doubt.WHICH_SLOT, ()),
    (numbers.speaker_not_taken_off, frozenset({Tag.INCLUDING, Tag.PLUS, Tag.TOGETHER}), Doubt.WHICH_SLOT, ()),
    (numbers.counted_both_ways, frozenset({Tag.INCLUDING}), Doubt.WHICH_SLOT, _SELF),
    (numbers.part_beside_whole, frozenset({Tag.FRACTION, Tag.OF}), Doubt.WHICH_SLOT, ()),
    (numbers.number_beside_names, _COUNTED, Doubt.WHICH_SLOT, ()),
    (numbers.more_ages_than_persons, frozenset({Tag.AGE, Tag.LABEL}), Doubt.WHICH_SLOT, ()),
    (counting.recounted_otherwise, _NAMED, Doubt.CONTRADICTION, ()),
    (counting.verdict_not_read, _NAMED, Doubt.NOT_UNDERSTOOD, ()),
    (counting.side_by_side, _KIN, Doubt.WHICH_SLOT, ()),
    (counting.child_named_twice, _KIN, Doubt.WHICH_SLOT, ()),
    (counting.named_twice_at_once, _KIN, Doubt.WHICH_SLOT, ()),
    (counting.named_behind_verdict, _KIN, Doubt.WHICH_SLOT, ()),
    (counting.member_of_a_group, frozenset({Tag.TOGETHER}), Doubt.WHICH_SLOT, ()),
    (identity.lives_away, _KIN, Doubt.OTHER_PEOPLE, NUMBERS),
    (numbers.father_or_three, _KIN, Doubt.WHICH_SLOT, NUMBERS),
    (identity.parent_by_another_word, _KIN, Doubt.WHICH_SLOT, NUMBERS),
    (numbers.number_or_name, _KIN, Doubt.WHICH_SLOT, ()),
    (identity.perhaps_addressed, _KIN, Doubt.WHICH_SLOT, ()),
    (identity.couple_of_whom, _KIN, Doubt.WHICH_SLOT, _SELF),
    (identity.child_or_but, _KIN, Doubt.WHICH_SLOT, ()),
    (identity.relative_without_marks, _KIN | _COUNTED, Doubt.WHICH_SLOT, ()),
    (identity.child_or_speaker, _KIN, Doubt.WHICH_SLOT, _SELF),
    (identity.speaks_of_herself, _KIN, Doubt.WHICH_SLOT, ()),
    (identity.old_couple, _KIN, Doubt.WHICH_SLOT, ()),
    (matters.presents_himself, _NAMED, Doubt.WHICH_SLOT, _ALL),
    (matters.old_or_done, frozenset({Tag.EVERY, Tag.DID}), Doubt.WHICH_SLOT, (Slot.FAMILY_DONE,)),
    (matters.total_or_done, _COUNTED, Doubt.WHICH_SLOT, (Slot.FAMILY_DONE,)),
    (matters.left_over, _KIN, Doubt.EXCEPT, NUMBERS),
    (matters.old_telephone, _KIN, Doubt.WHICH_SLOT, _ALL),
    (matters.child_and_whose_parents, frozenset({Tag.LABEL}), Doubt.WHICH_SLOT, _ALL),
    (verdicts.exempt_without_reason, _ANY, Doubt.WHICH_SLOT, _SELF),
    (verdicts.none_or_some, frozenset({Tag.ONGOING, Tag.PERCENT}), Doubt.WHICH_SLOT, ()),
    (verdicts.all_but_some, frozenset({Tag.WHOLE, Tag.EVERY, Tag.REST, Tag.PERCENT}), Doubt.EXCEPT, ()),
)  # fmt: skip
#: Of any reading.
OF_EVERYTHING: tuple[Row, ...] = (
    (matters.reports_a_class, frozenset({Tag.LABEL}), Doubt.OTHER_PEOPLE, _ALL),
    (matters.left_out_and_done, frozenset({Tag.EXCLUDING}), Doubt.EXCEPT, _SELF),
    (matters.deleted_something_else, frozenset({Tag.GONE}), Doubt.WHICH_SLOT, _ALL),
    (matters.it_or_somebody, frozenset({Tag.THEY}), Doubt.WHICH_SLOT, _ALL),
    (matters.shy_of_it, frozenset({Tag.REASON}), Doubt.NOT_AN_ANSWER, _ALL),
    (numbers.telephones_counted, frozenset({Tag.DEVICES}), Doubt.WHICH_SLOT, (*_SELF, Slot.CONFIRM)),
    (numbers.answers_another_question, _ANY, Doubt.WHICH_SLOT, ()),
    (verdicts.nobody_who_has_not, _NOBODY, Doubt.DOUBLE_NEGATION, _ALL),
    (verdicts.only_if, frozenset({Tag.ONLY}), Doubt.CONTRADICTION, _SELF),
    (verdicts.just_now_or_today, frozenset({Tag.PAST, Tag.NOW}), Doubt.CONTRADICTION, _SELF),
    (identity.too_small_to_write, frozenset({Tag.AGE}), Doubt.WHICH_SLOT, _SELF),
    (identity.pieces_or_installed, frozenset({Tag.LABEL}), Doubt.NOT_UNDERSTOOD, _ALL),
    (identity.child_or_left, _LEFT, Doubt.EXCEPT, _ALL),
    (identity.mother_or_but, frozenset({Tag.NOT}), Doubt.WHICH_SLOT, NUMBERS),
    (verdicts.then_or_done, frozenset({Tag.THEN}), Doubt.CONTRADICTION, _SELF),
    (verdicts.only_or_tomorrow, frozenset({Tag.ONLY}), Doubt.CONTRADICTION, _SELF),
    (identity.nobody_named_before, frozenset({Tag.THEY}), Doubt.WHICH_SLOT, _SELF),
    (identity.called_by_name, frozenset({Tag.UNKNOWN}), Doubt.WHICH_SLOT, _SELF),
    (identity.parent_or_child, frozenset({Tag.INTRO}), Doubt.WHICH_SLOT, _SELF),
    (verdicts.too_young_for_it, frozenset({Tag.REASON}), Doubt.WHICH_SLOT, _SELF),
    (verdicts.two_verdicts_in_one_clause, verdicts.BAD | verdicts.COMING, Doubt.CONTRADICTION, _SELF),
    (verdicts.two_negations, verdicts.NEGATIONS, Doubt.DOUBLE_NEGATION, (*_SELF, Slot.CONFIRM)),
    (verdicts.done_and_to_come, verdicts.TO_COME, Doubt.CONTRADICTION, _SELF),
    (verdicts.promised_for_the_past, frozenset({Tag.CLOCK}), Doubt.CONTRADICTION, _SELF),
    (verdicts.asks_whether_to, frozenset({Tag.QUESTION}), Doubt.NOT_AN_ANSWER, _SELF),
    (verdicts.approved_and_amended, _ASSENT, Doubt.CONTRADICTION, (Slot.CONFIRM,)),
)  # fmt: skip


def objections(
    asked: Slot | None,
    slots: Mapping[Slot, Answer],
    statements: Sequence[Statement],
    words: Sequence[Word],
    *,
    marked: bool,
) -> list[Objection]:
    """Everything that speaks against a reading; nothing, if it may be booked. `marked`: with diacritics."""
    if not slots or asked is Slot.ANSWER:
        return []
    tags = frozenset[Tag]().union(*[said.all_tags for said in statements])
    rules = _rules_for(tags, not slots.keys().isdisjoint(NUMBERS))
    if not rules:
        return []
    seen = Seen(asked, slots, statements, words, marked)
    return [Objection(rule.__name__, doubt, falls) for rule, _, doubt, falls in rules if rule(seen)]


@lru_cache(maxsize=4096)
def _rules_for(tags: frozenset[Tag], numeric: bool) -> tuple[Row, ...]:
    """The rules that have anything to say about words of these kinds."""
    rules = OF_NUMBERS + OF_EVERYTHING if numeric else OF_EVERYTHING
    return tuple(row for row in rules if not tags.isdisjoint(row[1]))
