"""Where a declaration stands, what can be said in it, and what can follow. Plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from bot.dialogue.checklists import Line
from bot.dialogue.filling import Note
from bot.domain.forms import Answers, Checklist, Question

#: What is asked when it is not a question of the form, or one of its checklists.
CONFIRM, INCLUSIVE, SURE, WHICH = "confirm", "inclusive", "sure", "which"
#: Options of a checklist: all of it holds; its lines shall be asked one by one.
ALL, EACH = "all", "each"
#: What a tap on "Tất cả bằng 0" answers.
ZEROS = "zeros"
#: What a tap on "Bỏ qua" answers to a question that needs no answer.
SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaring:
    """Where a declaration stands. Plain values only: it is stored between turns."""

    standing_id: int
    answers: Answers = field(default_factory=dict)
    before: Answers = field(default_factory=dict)  #: what was declared earlier, for "từ … thành …"
    revision: int = 0  #: how often it was declared before: another one meanwhile makes this out of date
    asked: str | None = None  #: id of the question asked, or one of the words above
    subject: str | None = None  #: question id that INCLUSIVE or SURE is about
    number: int | None = None  #: the number in doubt
    #: numbers by slot that came with the one in doubt, to be booked when that is settled
    pending: Mapping[str, int] = field(default_factory=dict)
    all_done: bool = False  #: said that everybody has; the number follows from the total
    misses: int = 0  #: answers in a row that were not understood
    one_by_one: bool = False  #: the lines of checklists are asked one by one
    skipped: Sequence[str] = field(default_factory=list)  #: questions that need no answer and were left out

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @classmethod
    def from_json(cls, state: Mapping[str, Any]) -> "Declaring":
        """Read back what an earlier version may have written: unknown keys are left out."""
        return cls(**{key: value for key, value in state.items() if key in cls.__dataclass_fields__})


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """A button of this declaration was tapped: an option of a question."""

    question: str
    option: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The whole form was filled in on a page: these answers, and none to what was left empty."""

    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Ask this question, after saying what could not be booked."""

    question: Question
    note: Note | None = None
    zeros: bool = False  #: this and other amounts may be answered with one "Tất cả bằng 0"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskList:
    """Ask the lines of a checklist at once; `again`: all have answers, and some shall be changed."""

    checklist: Checklist
    lines: tuple[Line, ...]
    note: Note | None = None
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskInclusive:
    """Does this number count the speaker?"""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSure:
    """Is this large amount really meant?"""

    question: Question
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhich:
    """Which answer shall be changed? Of a checklist the whole list."""

    questions: tuple[Question | Checklist, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarise:
    """Show what will be sent and ask whether it is right."""

    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    """Confirmed: record these answers."""

    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Not yet: come back at that time (None: they did not say when)."""

    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """They left the declaration; what was answered is kept for next time."""


Outcome: TypeAlias = Ask | AskList | AskInclusive | AskSure | AskWhich | Summarise | Submit | Promised | Left


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What follows from one message."""

    state: Declaring
    outcome: Outcome
