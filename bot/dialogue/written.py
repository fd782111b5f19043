"""A form filled in as a whole: what was typed into its fields, booked as a conversation would book it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.dialogue.filling import Filled, Note, from_amount, from_reading
from bot.domain.forms import Answer, Answers, Form, Option, Question, QuestionKind, Slot
from bot.domain.readings import Intent, Reading

#: What stands before a question's id in the name of the field that confirms an unusually large amount.
SURE = "sure-"
#: "12", and "1.200" as it is written in Vietnam.
_AMOUNT = re.compile(r"\d{1,9}|\d{1,3}(\.\d{3}){1,2}", re.ASCII)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


class Fault(StrEnum):
    """Why what stands in a field is not this question's answer."""

    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    TOO_MANY = "too_many"  #: more than the answer it may not exceed
    UNUSUAL = "unusual"  #: so large that it is believed only when it is confirmed
    NOT_AN_OPTION = "not_an_option"
    NOT_A_LINK = "not_a_link"
    NOT_A_DATE = "not_a_date"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a filled form says: its answers, and what is wrong with which field."""

    answers: Answers
    faults: Mapping[str, Fault]


def read_fields(form: Form, fields: Mapping[str, str]) -> Sheet:
    """Book the fields in the order of the form.

    What stands in the field of a question that does not apply, or that a choice before it has answered,
    is left alone: a chat would not ask it.
    """
    answers: Answers = {}
    faults: dict[str, Fault] = {}
    for question in form.questions:
        applies = question.ask_if is None or question.ask_if.holds(answers)
        if not applies or question.id in answers:
            continue
        typed = fields.get(question.id, "").strip()
        if not typed:
            if question.required:
                faults[question.id] = Fault.MISSING
            continue
        booked = _book(form, answers, question, typed, sure=fields.get(f"{SURE}{question.id}", ""))
        if isinstance(booked, Fault):
            faults[question.id] = booked
        else:
            answers = booked
    return Sheet(answers=answers, faults=faults)


def typed_as(question: Question, answers: Answers) -> str:
    """What would have to stand in a question's field for it to have the answer it has; "" for none."""
    answer = answers.get(question.id)
    given = next((option.id for option in question.options if _gives(option, answers)), None)
    if given is not None:
        return given
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return "" if answer is None else str(answer)


def _gives(option: Option, answers: Answers) -> bool:
    """Whether an option that answers several questions at once has given these answers."""
    return bool(option.sets) and all(answers.get(key) == value for key, value in option.sets.items())


def _book(form: Form, answers: Answers, question: Question, typed: str, *, sure: str) -> Answers | Fault:
    value = _value(question, typed)
    if isinstance(value, Fault):
        return value
    said = Reading(slots={Slot.ANSWER: value}, intent=Intent.ANSWER)
    filled = from_reading(form, answers, said, question, all_done=False)
    if filled.unsure is not None:
        amount = filled.unsure[1]
        if sure != str(amount):
            return Fault.UNUSUAL
        filled = from_amount(form, answers, question, amount, all_done=False)
    return _fault(filled, question) or filled.answers


def _value(question: Question, typed: str) -> Answer | Fault:
    """What was typed, as a value of the kind that the question has."""
    match question.kind:
        case QuestionKind.AMOUNT:
            return int(typed.replace(".", "")) if _AMOUNT.fullmatch(typed) else Fault.NOT_A_NUMBER
        case QuestionKind.DATE:
            return _day(typed) or Fault.NOT_A_DATE
        case QuestionKind.YES_NO | QuestionKind.CHOICE:
            known = {option.id for option in question.options}
            if question.kind is QuestionKind.YES_NO and not known:
                known = {"yes", "no"}
            return typed if typed in known else Fault.NOT_AN_OPTION
    return typed


def _day(typed: str) -> date | None:
    """A day as a date field gives it, "2020-08-29", or as people type it where there is none: "29/8/2020"."""
    parts = _DAY.fullmatch(typed)
    try:
        return date(int(parts[3]), int(parts[2]), int(parts[1])) if parts else date.fromisoformat(typed)
    except ValueError:
        return None


def _fault(filled: Filled, question: Question) -> Fault | None:
    match filled.note:
        case None:
            return None
        case Note.OUT_OF_RANGE:
            return Fault.OUT_OF_RANGE
        case Note.TOO_MANY:
            return Fault.TOO_MANY
        case Note.NOT_A_LINK:
            return Fault.NOT_A_LINK
        case Note.TOO_LONG:
            return Fault.TOO_LONG
    return Fault.NOT_AN_OPTION
