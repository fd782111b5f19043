"""What spares questions: the same as last time, all zeros, the next step. Decides, and records nothing."""

from bot.dialogue.filling import fits, next_question, relevant
from bot.domain.forms import Answer, Answers, Form, Option, Question, QuestionKind


def repeatable(form: Form, earlier: Answers) -> bool:
    """Whether answers of an earlier round are a whole declaration of this form as it is now."""
    return (
        form.repeatable
        and relevant(form, earlier) == dict(earlier)
        and next_question(form, earlier, skipped=[question.id for question in form.questions]) is None
        and all(fits(form.question(name), value, earlier) for name, value in earlier.items())
    )


def zeros(form: Form, answers: Answers) -> tuple[Question, ...]:
    """The amounts that one "Tất cả bằng 0" would answer: those asked whatever the others are."""
    return tuple(
        question
        for question in form.questions
        if question.kind is QuestionKind.AMOUNT
        and question.slot is None
        and question.minimum == 0
        and question.required
        and question.id not in answers
        and question.ask_if is None  # "how many of those" is another matter
    )


def with_zeros(form: Form, answers: Answers) -> dict[str, Answer]:
    """The answers, and an explicit zero for every such amount."""
    return {**answers, **{question.id: 0 for question in zeros(form, answers)}}


def steps_ahead(form: Form, answers: Answers) -> tuple[Option, ...]:
    """The steps that come after the one declared, the next first; none where the form has no steps."""
    if form.steps is None:
        return ()
    options = form.question(form.steps).options
    place = next((at for at, option in enumerate(options) if option.id == answers.get(form.steps)), None)
    return () if place is None else options[place + 1 :]
