"""How a campaign file writes a form: its questions, conditions, measures, rates and grades."""

from pydantic import Field

from bot.campaigns.schema_types import (
    AnswerValue,
    ButtonText,
    Condition,
    Id,
    Label,
    MeasurePart,
    Name,
    Part,
    Text,
    Wording,
)
from bot.domain.forms import QuestionKind, Slot


class OptionFile(Part):
    """One thing that can be chosen.

    On a yes/no question the ids `yes` and `no` word its two buttons; any other option has to say in
    `sets` which of the two it means.
    """

    id: Id
    label: ButtonText
    phrases: tuple[Text, ...] = ()
    sets: dict[str, AnswerValue] = Field(default_factory=dict)


class QuestionFile(Part):
    """One typed question."""

    id: Name
    kind: QuestionKind
    #: one text, or a text for each form of address, with `default` among them
    ask: Wording
    ask_with: dict[Name, Condition] = Field(default_factory=dict)
    label: Label
    slot: Slot | None = None
    options: tuple[OptionFile, ...] = ()
    ask_if: Condition | None = None
    minimum: int | None = Field(default=None, ge=0, le=1_000_000_000)
    maximum: int | None = Field(default=None, ge=0, le=1_000_000_000)
    confirm_above: int | None = Field(default=None, ge=0, le=1_000_000_000)
    at_most: str | None = None
    required: bool = True
    example: Text | None = None
    #: what a checklist says of it, a few words
    item: Label | None = None


class MeasureFile(Part):
    """A number that is summed: its parts are numbers, questions, `question=value`, `grade=id`, conditions."""

    id: Id
    label: Label
    of: tuple[MeasurePart, ...] = Field(min_length=1)


class RateFile(Part):
    """numerator ÷ (denominator − less)."""

    id: Id
    label: Label
    numerator: str
    denominator: str
    less: str | None = None


class GradeFile(Part):
    """A verdict: the first whose condition holds is given."""

    id: Id
    label: Label
    when: Condition


class ChecklistFile(Part):
    """Several yes/no questions shown as one numbered list, with one answer: "1-3, 5-15 đạt, 4 chưa"."""

    id: Name
    label: Label
    ask: Text
    questions: tuple[Name, ...] = Field(min_length=2)
    example: Text | None = None


class FormFile(Part):
    """The questions of one declaration, and what its answers amount to."""

    questions: tuple[QuestionFile, ...] = Field(min_length=1)
    complete_if: Condition
    settled_if: Condition | None = None
    alert_if: Condition | None = None
    measures: tuple[MeasureFile, ...] = ()
    rates: tuple[RateFile, ...] = ()
    grades: tuple[GradeFile, ...] = ()
    repeatable: bool = False
    one_tap: bool = False
    checklists: tuple[ChecklistFile, ...] = ()
    steps: Name | None = None
    funnel: tuple[Id, ...] = ()
