"""Mistakes within a form: what its questions, conditions and measures refer to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.campaigns.common_checks import check_condition, check_placeholders, twice
from bot.campaigns.form_schema import FormFile, MeasureFile
from bot.campaigns.problems import Mistake, Path, listed, mistake
from bot.campaigns.question_checks import RESERVED, check_question
from bot.domain.expressions import Expression
from bot.domain.forms import QuestionKind, Slot
from bot.domain.tallies import OWN_MEASURES


def options_of(form: FormFile, reasons: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Each question of a form with what may be chosen; a question for the reason offers the campaign's."""
    return {
        question.id: frozenset(
            (option.id for option in question.options)
            if question.options or question.slot is not Slot.REASON
            else reasons
        )
        if question.kind is QuestionKind.CHOICE
        else frozenset()
        for question in form.questions
    }


def check_form(at: Path, form: FormFile, reasons: tuple[str, ...]) -> Iterator[Mistake]:
    """Every mistake of a form, by itself of the right shape."""
    options = options_of(form, reasons)
    questions = (*at, "questions")
    yield from twice((((*questions, i, "id"), q.id) for i, q in enumerate(form.questions)))
    yield from twice(
        (((*questions, i, "slot"), q.slot.value) for i, q in enumerate(form.questions) if q.slot is not None),
        "slot",
    )
    for i in range(len(form.questions)):
        yield from check_question((*questions, i), form, i, options)
    for name in ("complete_if", "settled_if", "alert_if"):
        yield from check_condition((*at, name), getattr(form, name), options)
    yield from twice((((*at, "grades", i, "id"), grade.id) for i, grade in enumerate(form.grades)))
    for i, grade in enumerate(form.grades):
        yield from check_condition((*at, "grades", i, "when"), grade.when, options)
    yield from _checklists(at, form)
    yield from _steps((*at, "steps"), form)
    yield from _Measures(at, form, options).mistakes()


def _checklists(at: Path, form: FormFile) -> Iterator[Mistake]:
    """A list holds yes/no questions of its own, and its id is no question's."""
    asked = {question.id: question for question in form.questions}
    at = (*at, "checklists")
    ids = [((*at, i, "id"), checklist.id) for i, checklist in enumerate(form.checklists)]
    yield from twice([*(((), name) for name in asked), *ids])
    listed_twice: list[tuple[Path, str]] = []
    for i, checklist in enumerate(form.checklists):
        if checklist.id in RESERVED:
            yield mistake((*at, i, "id"), "campaign-reserved-id", value=checklist.id)
        yield from check_placeholders((*at, i, "ask"), checklist.ask)
        for j, name in enumerate(checklist.questions):
            place = (*at, i, "questions", j)
            listed_twice.append((place, name))
            if name not in asked:
                yield mistake(place, "campaign-unknown-question", value=name, allowed=listed(asked))
            elif asked[name].kind is not QuestionKind.YES_NO or asked[name].slot is not None:
                yield mistake(place, "campaign-checklist-kind", value=name)
    yield from twice(listed_twice)


def _steps(at: Path, form: FormFile) -> Iterator[Mistake]:
    choices = [question.id for question in form.questions if question.kind is QuestionKind.CHOICE]
    if form.steps is not None and form.steps not in choices:
        yield mistake(at, "campaign-steps-choice", value=form.steps, allowed=listed(choices))


@dataclass(frozen=True, slots=True)
class _Measures:
    """A form's measures and the rates made of them."""

    at: Path
    form: FormFile
    options: Mapping[str, frozenset[str]]

    def mistakes(self) -> Iterator[Mistake]:
        at = (*self.at, "measures")
        yield from twice((((*at, i, "id"), measure.id) for i, measure in enumerate(self.form.measures)))
        for i, measure in enumerate(self.form.measures):
            if measure.id in OWN_MEASURES:
                yield mistake((*at, i, "id"), "campaign-reserved-id", value=measure.id)
            yield from self._parts((*at, i, "of"), measure)
        yield from self._rates()

    def _parts(self, at: Path, measure: MeasureFile) -> Iterator[Mistake]:
        kinds = {question.id: question.kind for question in self.form.questions}
        countable = [
            name for name, kind in kinds.items() if kind in {QuestionKind.YES_NO, QuestionKind.AMOUNT}
        ]
        grades = [grade.id for grade in self.form.grades]
        for i, part in enumerate(measure.of):
            match part:
                case Expression():
                    yield from check_condition((*at, i), part, self.options)
                case str() if "=" not in part:
                    if part not in countable:
                        yield mistake(
                            (*at, i), "campaign-not-countable", value=part, allowed=listed(countable)
                        )
                case str():
                    name, _, value = part.partition("=")
                    known = grades if name == "grade" else sorted(self.options.get(name, ()))
                    if name != "grade" and name not in kinds:
                        yield mistake(
                            (*at, i), "campaign-unknown-question", value=name, allowed=listed(kinds)
                        )
                    elif value not in known:
                        facts = {"value": value, "question": name, "allowed": listed(known)}
                        yield mistake((*at, i), "campaign-unknown-option", **facts)

    def _rates(self) -> Iterator[Mistake]:
        at = (*self.at, "rates")
        yield from twice((((*at, i, "id"), rate.id) for i, rate in enumerate(self.form.rates)))
        known = [*(measure.id for measure in self.form.measures), *OWN_MEASURES]
        for i, step in enumerate(self.form.funnel):
            if step not in known:
                place = (*self.at, "funnel", i)
                yield mistake(place, "campaign-unknown-measure", value=step, allowed=listed(known))
        for i, rate in enumerate(self.form.rates):
            for name in ("numerator", "denominator", "less"):
                measure = getattr(rate, name)
                if measure is not None and measure not in known:
                    place = (*at, i, name)
                    yield mistake(place, "campaign-unknown-measure", value=measure, allowed=listed(known))
