"""From the model of a form, checked, to the form that people fill in."""

from collections.abc import Mapping

from bot.campaigns.form_schema import FormFile, GradeFile, MeasureFile, OptionFile, QuestionFile
from bot.campaigns.question_checks import YES_NO
from bot.domain.address import Address
from bot.domain.expressions import Expression, parse
from bot.domain.forms import (
    Answer,
    Checklist,
    Form,
    Grade,
    Measure,
    Option,
    Question,
    QuestionKind,
    Rate,
    Slot,
)

_NO_LIMIT = 1_000_000


def build_form(name: str, form: FormFile, reasons: tuple[Option, ...]) -> Form:
    """A form; its question for the reason offers the campaign's reasons unless it has options of its own."""
    return Form(
        id=name,
        questions=tuple(_question(question, reasons) for question in form.questions),
        complete_if=form.complete_if,
        settled_if=form.settled_if,
        alert_if=form.alert_if,
        measures=tuple(_measure(measure, form.grades) for measure in form.measures),
        rates=tuple(
            Rate(id=r.id, label=r.label, numerator=r.numerator, denominator=r.denominator, less=r.less)
            for r in form.rates
        ),
        grades=tuple(Grade(id=grade.id, label=grade.label, when=grade.when) for grade in form.grades),
        repeatable=form.repeatable,
        one_tap=form.one_tap,
        checklists=tuple(
            Checklist(id=c.id, label=c.label, ask=c.ask, questions=c.questions, example=c.example or "")
            for c in form.checklists
        ),
        steps=form.steps,
        funnel=form.funnel,
    )


def _question(question: QuestionFile, reasons: tuple[Option, ...]) -> Question:
    options = tuple(_option(question, option) for option in question.options)
    if question.slot is Slot.REASON and not options:
        options = reasons
    return Question(
        id=question.id,
        kind=question.kind,
        ask=_wording(question.ask),
        ask_with=question.ask_with,
        label=question.label,
        slot=question.slot,
        options=options,
        ask_if=question.ask_if,
        minimum=question.minimum or 0,
        maximum=_NO_LIMIT if question.maximum is None else question.maximum,
        confirm_above=question.confirm_above,
        at_most=question.at_most,
        required=question.required,
        example=question.example or "",
        item=question.item or "",
    )


def _wording(ask: Mapping[str, str]) -> dict[str, str]:
    """What is worded for "Thầy/Cô" is said to a Thầy and to a Cô too."""
    if Address.TEACHER not in ask:
        return dict(ask)
    teacher = ask[Address.TEACHER]
    return {Address.MALE_TEACHER.value: teacher, Address.FEMALE_TEACHER.value: teacher, **ask}


def _option(question: QuestionFile, option: OptionFile) -> Option:
    """An option that gives other answers also gives its own question's."""
    sets: dict[str, Answer] = dict(option.sets)
    if sets:
        is_yes_no = question.kind is QuestionKind.YES_NO
        sets.setdefault(question.id, YES_NO[option.id] if is_yes_no and option.id in YES_NO else option.id)
    return Option(id=option.id, label=option.label, phrases=option.phrases, sets=sets)


def _measure(measure: MeasureFile, grades: tuple[GradeFile, ...]) -> Measure:
    conditions = _grade_conditions(grades)
    parts = tuple(conditions.get(part, part) if isinstance(part, str) else part for part in measure.of)
    return Measure(id=measure.id, label=measure.label, of=parts)


def _grade_conditions(grades: tuple[GradeFile, ...]) -> dict[str, Expression]:
    """`grade=id` as a condition: that grade's holds and none before it does."""
    conditions: dict[str, Expression] = {}
    earlier: list[str] = []
    for grade in grades:
        condition = " and ".join((*(f"not ({source})" for source in earlier), f"({grade.when.source})"))
        conditions[f"grade={grade.id}"] = parse(condition)
        earlier.append(grade.when.source)
    return conditions
