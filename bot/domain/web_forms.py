"""What the page of a form shows: who made it knows the conversation, who draws it knows HTML."""

from dataclasses import dataclass

from bot.domain.expressions import Expression
from bot.domain.forms import Question
from bot.domain.messages import Reply


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a wording: plain words, or a number that follows from other answers."""

    text: str
    follows: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question on the page."""

    question: Question
    ask: tuple[Piece, ...]  #: its wording for this person
    options: tuple[tuple[str, str], ...]  #: id and label
    value: str  #: what stands in it
    only_if: str = ""  #: when it is to be filled in, in words; "" where always
    heading: str = ""  #: of the checklist that begins with it
    problem: str = ""  #: what is wrong with its value, in one sentence
    unusual: str = ""  #: an amount that has to be confirmed
    confirmed: bool = False  #: that amount was


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """The form of one declaration, or what has to be answered before it."""

    standing_id: int
    revision: int
    title: str
    whom: str  #: whom it is for where that is not oneself
    facts: tuple[str, ...]  #: by which directive, until when
    declared: str  #: when it was declared before; "" where it was not
    notice: Reply | None  #: the privacy notice, or why nothing can be asked; then there are no fields
    fields: tuple[Field, ...] = ()

    @property
    def problems(self) -> int:
        """How many fields hold something that cannot be sent."""
        return sum(bool(field.problem) for field in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One thing that somebody may declare."""

    standing_id: int
    label: str
    owed: bool
