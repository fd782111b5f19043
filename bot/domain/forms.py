"""A form: the questions of one declaration, when each is asked, and what makes it complete.

Forms are data (the campaign file's `forms:`); this module says what such data means. Answers are
kept by question id. Some questions take their value from slots that the reader of messages fills
from one free sentence (`Question.slot`); the others are answered only when they are asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.domain.expressions import Expression

Answer: TypeAlias = bool | int | str | date
Answers: TypeAlias = Mapping[str, Answer]


class QuestionKind(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    AMOUNT = "amount"  #: a whole number
    CHOICE = "choice"  #: one of `Question.options`
    TEXT = "text"
    LINK = "link"  #: an http(s) address
    DATE = "date"
    PHOTO = "photo"


class Slot(StrEnum):
    """What a free sentence can state about the speaker and the speaker's household.

    "Done" is whatever the campaign asks for: installed, activated, registered, vaccinated.
    """

    SELF_DONE = "self_done"  #: bool: the speaker has done it, now
    FAMILY_TOTAL = "family_total"  #: int: the other members of the household, speaker excluded
    FAMILY_DONE = "family_done"  #: int: how many of those others have done it
    FAMILY_EXEMPT = "family_exempt"  #: int: how many of those others cannot
    FAMILY_ALL = "family_all"  #: True: all the others have, no number given
    REASON = "reason"  #: id of one of the campaign's reasons: why the speaker or a member has not
    CONFIRM = "confirm"  #: bool, only under a summary
    ANSWER = "answer"  #: the value of the question asked, when it is none of the above


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that can be chosen."""

    id: str
    label: str  #: what the button says, in the language of the campaign file
    phrases: tuple[str, ...] = ()  #: other words that mean the same, as people type them
    #: further answers that choosing this one gives ("no smartphone" also answers the reason)
    sets: Answers = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One typed question of a form."""

    id: str
    kind: QuestionKind
    #: wording by form of address (`bot.domain.address.Address` value, or "default")
    ask: Mapping[str, str]
    #: how the answer is named in summaries and reports
    label: str
    #: what else fills the wording besides earlier answers: placeholder → what it comes to
    ask_with: Mapping[str, Expression] = field(default_factory=dict)
    slot: Slot | None = None
    options: tuple[Option, ...] = ()
    ask_if: Expression | None = None  #: asked only where this holds
    minimum: int = 0
    maximum: int = 1_000_000
    confirm_above: int | None = None  #: larger amounts are believed only after a question
    at_most: str | None = None  #: id of the question whose answer this one may not exceed
    required: bool = True
    example: str = ""  #: a whole answer, shown when an answer was not understood
    item: str = ""  #: what a checklist says of it: "đủ thiết bị đo thân nhiệt, xà phòng"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number summed over submissions and up the tree, for instance people installed.

    `of` lists its parts: a whole number, a question id (yes counts 1, an amount counts itself),
    `question=value` (counts 1 where the answer is that value), or a condition (counts 1 where it holds).
    """

    id: str
    label: str
    of: tuple[str | int | Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A labelled share of two measures: numerator ÷ (denominator − less)."""

    id: str
    label: str
    numerator: str
    denominator: str
    less: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A verdict over a submission: the first grade whose condition holds is the one given."""

    id: str
    label: str
    when: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Several yes/no questions that are asked at once, as a numbered list with one answer."""

    id: str
    label: str
    ask: str
    questions: tuple[str, ...]  #: ids, in the order of their numbers
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The questions of one declaration."""

    id: str
    questions: tuple[Question, ...]
    complete_if: Expression  #: the target is reached
    settled_if: Expression | None = None  #: nothing more can be done, so nobody is chased for it
    measures: tuple[Measure, ...] = ()
    rates: tuple[Rate, ...] = ()
    grades: tuple[Grade, ...] = ()
    #: a declaration that somebody responsible has to see at once: "cần hỗ trợ" in a storm
    alert_if: Expression | None = None
    #: offer to repeat the last declaration with one tap ("không thay đổi"), as a declaration of its own
    repeatable: bool = False
    #: the tap that answers the last question declares it, without a summary: in a storm every message counts
    one_tap: bool = False
    checklists: tuple[Checklist, ...] = ()
    #: id of the choice whose options are steps, each after the one before: one tap goes on to the next
    steps: str | None = None
    #: ids of measures of which each is a part of the one before; a status shows them one below the other
    funnel: tuple[str, ...] = ()

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises KeyError."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def checklist(self, checklist_id: str | None) -> Checklist | None:
        """The checklist with this id, if it is one's."""
        return next((one for one in self.checklists if one.id == checklist_id), None)

    def checklist_of(self, question_id: str) -> Checklist | None:
        """The checklist that a question stands in."""
        return next((one for one in self.checklists if question_id in one.questions), None)

    def question_for(self, slot: Slot) -> Question | None:
        """The question that this slot answers, if the form asks it."""
        return next((q for q in self.questions if q.slot is slot), None)
