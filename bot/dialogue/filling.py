"""Booking what was read into the answers of a form: what fits is taken, what does not is named."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.forms import Answer, Answers, Form, Option, Question, QuestionKind, Slot
from bot.domain.readings import Doubt, Reading

#: Slots that hold numbers of people: never booked from a reading that is in doubt.
NUMBERS = (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT, Slot.FAMILY_ALL)
#: Doubts under which something was said, but not for certain what.
_UNSURE = frozenset(
    {Doubt.HEARSAY, Doubt.DOUBLE_NEGATION, Doubt.CONTRADICTION, Doubt.EXCEPT, Doubt.INCLUSIVE, Doubt.SHARED}
)
#: Characters of a written answer: it has to fit into a summary, and into a cell of a report.
LONGEST_TEXT = 500


class Note(StrEnum):
    """Why something that was said could not be booked, or what was understood besides."""

    NOT_UNDERSTOOD = "not_understood"
    VAGUE = "vague"
    OUT_OF_RANGE = "out_of_range"
    TOO_MANY = "too_many"  #: more than the question it may not exceed
    UNSURE = "unsure"  #: hearsay, double negation, contradiction
    NOT_A_LINK = "not_a_link"
    TOO_LONG = "too_long"  #: more than LONGEST_TEXT characters
    WHICH = "which"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Answers after booking."""

    answers: Answers
    changed: frozenset[str] = frozenset()  #: ids of the questions whose answer is new or different
    note: Note | None = None
    #: an amount so large that it is believed only after a question: (question id, amount)
    unsure: tuple[str, int] | None = None
    all_done: bool = False  #: "cả nhà đã cài", the number to follow from the total


@dataclass(slots=True)
class _Booking:
    form: Form
    answers: dict[str, Answer]
    before: Mapping[str, Answer]
    note: Note | None = None
    unsure: tuple[str, int] | None = None
    touched: set[str] = field(default_factory=set)

    def book(self, question: Question, value: Answer) -> None:
        note = _objection(question, value, self.answers) or self._over_total(question, value)
        if note is not None:
            self.note = self.note or note
        elif question.confirm_above is not None and _amount(value) > question.confirm_above:
            self.unsure = (question.id, _amount(value))
        else:
            # Answers are kept as JSON: a day as its letters, "2020-08-29".
            self.answers[question.id] = value.isoformat() if isinstance(value, date) else value
            self.touched.add(question.id)

    def _over_total(self, question: Question, value: Answer) -> Note | None:
        """Those who have and those who cannot are different people: together no more than there are."""
        total, done = (self._amount(slot) for slot in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE))
        if question.slot is Slot.FAMILY_EXEMPT and total is not None and _amount(value) + (done or 0) > total:
            return Note.TOO_MANY
        return None

    def _amount(self, slot: Slot) -> int | None:
        question = self.form.question_for(slot)
        value = self.answers.get(question.id) if question else None
        return None if value is None else _amount(value)

    def filled(self, *, all_done: bool) -> Filled:
        for question in self.form.questions:
            # A total corrected downwards leaves numbers that can no longer be; ask them again.
            value = self.answers.get(question.id)
            if (
                question.id not in self.touched
                and value is not None
                and _objection(question, value, self.answers) is Note.TOO_MANY
            ):
                del self.answers[question.id]
        if all_done:
            total, done = self.form.question_for(Slot.FAMILY_TOTAL), self.form.question_for(Slot.FAMILY_DONE)
            if total and done and total.id in self.answers:
                self.answers[done.id] = self.answers[total.id]
                all_done = False
        changed = {
            key
            for key in self.answers.keys() | self.before.keys()
            if self.answers.get(key) != self.before.get(key)
        }
        return Filled(
            answers=self.answers,
            changed=frozenset(changed),
            note=self.note,
            unsure=self.unsure,
            all_done=all_done,
        )


def from_reading(
    form: Form, answers: Answers, reading: Reading, asked: Question | None, *, all_done: bool
) -> Filled:
    """Book every slot of a reading that the form asks for and that is not in doubt.

    The total is booked before what may not exceed it, whatever order they were said in.
    """
    booking = _Booking(form, dict(answers), answers)
    slots = {
        slot: value
        for slot, value in reading.slots.items()
        if slot is not Slot.CONFIRM and not (reading.ask and slot in NUMBERS)
    }
    if (value := slots.pop(Slot.ANSWER, None)) is not None and asked is not None:
        _book_answer(booking, asked, value)
    for slot in Slot:  # declared with totals before parts
        question = form.question_for(slot)
        if slot in slots and question is not None:
            value = slots[slot]
            if slot is Slot.REASON and not _is_option(question, value):
                continue
            booking.book(question, value)
    if not booking.touched and booking.note is None and not slots.get(Slot.FAMILY_ALL):
        booking.note = _note_for(reading, asked)
    return booking.filled(all_done=all_done or bool(slots.get(Slot.FAMILY_ALL)))


def from_option(
    form: Form, answers: Answers, question: Question, option: Option, *, all_done: bool
) -> Filled:
    """Book a choice, with the other answers it gives."""
    booking = _Booking(form, dict(answers), answers)
    _book_answer(booking, question, option.id)
    return booking.filled(all_done=all_done)


def from_amount(form: Form, answers: Answers, question: Question, amount: int, *, all_done: bool) -> Filled:
    """Book an amount that was confirmed to be as large as it is."""
    booking = _Booking(form, dict(answers), answers)
    note = _objection(question, amount, answers)
    if note is None:
        booking.answers[question.id] = amount
        booking.touched.add(question.id)
    booking.note = note
    return booking.filled(all_done=all_done)


def fits(question: Question, value: Answer, answers: Answers) -> bool:
    """Whether a value can be this question's answer, beside these other answers."""
    return _objection(question, value, answers) is None


def relevant(form: Form, answers: Answers) -> dict[str, Answer]:
    """The answers without those to questions that no longer apply."""
    kept: dict[str, Answer] = {}
    for question in form.questions:
        if question.id in answers and (question.ask_if is None or question.ask_if.holds({**answers, **kept})):
            kept[question.id] = answers[question.id]
    return kept


def next_question(form: Form, answers: Answers, skipped: Collection[str] = ()) -> Question | None:
    """The first question that applies and has no answer; those that may be left out and were, not again."""
    return next(
        (
            question
            for question in form.questions
            if question.id not in answers
            and (question.required or question.id not in skipped)
            and (question.ask_if is None or question.ask_if.holds(answers))
        ),
        None,
    )


def _book_answer(booking: _Booking, question: Question, value: Answer) -> None:
    option = next((option for option in question.options if option.id == value), None)
    if option is not None and option.sets:
        for question_id, answer in option.sets.items():
            booking.book(booking.form.question(question_id), answer)
    elif question.kind is QuestionKind.YES_NO and value in ("yes", "no"):
        booking.book(question, value == "yes")
    else:
        booking.book(question, value)


def _objection(question: Question, value: Answer, answers: Answers) -> Note | None:
    """Why a value cannot be this question's answer."""
    match question.kind:
        case QuestionKind.AMOUNT:
            return _amount_objection(question, _amount(value), answers)
        case QuestionKind.LINK:
            is_link = str(value).startswith(("http://", "https://")) and len(str(value)) <= LONGEST_TEXT
            return None if is_link else Note.NOT_A_LINK
        case QuestionKind.YES_NO:
            fits = isinstance(value, bool)
        case QuestionKind.CHOICE:
            fits = _is_option(question, value)
        case QuestionKind.TEXT:
            return Note.TOO_LONG if len(str(value)) > LONGEST_TEXT else None
        case _:
            fits = not isinstance(value, str) or len(value) <= LONGEST_TEXT
    return None if fits else Note.NOT_UNDERSTOOD


def _amount_objection(question: Question, amount: int, answers: Answers) -> Note | None:
    if not question.minimum <= amount <= question.maximum:
        return Note.OUT_OF_RANGE
    limit = answers.get(question.at_most) if question.at_most else None
    return Note.TOO_MANY if isinstance(limit, int) and amount > limit else None


def _amount(value: Answer) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _is_option(question: Question, value: Answer) -> bool:
    return any(option.id == value for option in question.options)


def _note_for(reading: Reading, asked: Question | None) -> Note:
    if Doubt.VAGUE in reading.doubts:
        return Note.VAGUE
    if Doubt.OUT_OF_RANGE in reading.doubts:
        return Note.OUT_OF_RANGE
    if _UNSURE & set(reading.doubts):
        return Note.UNSURE
    if Doubt.WHICH_SLOT in reading.doubts:
        return Note.WHICH
    if asked is not None and asked.kind is QuestionKind.LINK:
        return Note.NOT_A_LINK
    return Note.NOT_UNDERSTOOD
