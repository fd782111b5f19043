"""Which columns a table by unit has, in the order in which schools hand such tables in.

Staff and their families, pupils by class, and whatever else a form counts: the columns follow from what
the form asks (its slots, measures and rates), so no campaign is known here by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.domain.campaigns import Campaign, Obligation
from bot.domain.figures import five_figures
from bot.domain.forms import Form, Measure, Rate, Slot
from bot.domain.people import Role
from bot.domain.tallies import COMPLETE, DECLARED, EXPECTED, ON_TIME, Share, fulfilment, share
from bot.reports.tables import HIDDEN, Cell, Column, Kind
from bot.texts import Texts

Tally = Mapping[str, int]
#: A measure that no form has: how many pupils are on the roster (sĩ số).
ROSTER = "roster"
#: The measure by which a form counts pupils who have no smartphone: a directive for those with one
#: (Công văn 1510, clause 3) does not ask them.
NO_SMARTPHONE = "no-smartphone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A column that follows from a tally."""

    column: Column
    of: Callable[[Tally], Cell]
    known: bool = False  #: also where nothing is declared yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns between the name of a unit and the remarks."""

    figures: tuple[Figure, ...]
    by_class: bool = False  #: inside a school its lines are classes, with their homeroom teachers
    reasons: Column | None = None  #: why some have not, where the form asks it

    def cells(self, tally: Tally, *, hidden: bool = False) -> tuple[Cell, ...]:
        """A tally's figures. Silence is no zero: what nobody has reported is not known."""
        if hidden:
            return (HIDDEN,) * len(self.figures)
        silent = not tally.get(DECLARED)
        return tuple(None if silent and not figure.known else figure.of(tally) for figure in self.figures)


def layout_of(texts: Texts, campaign: Campaign, obligation: Obligation, form: Form) -> Layout:
    """The layout of an obligation's tables, answered by this form."""
    roles, verb = obligation.audience.roles, campaign.vocabulary.verbs[0]
    own, total, done = (
        _measure(form, slot) for slot in (Slot.SELF_DONE, Slot.FAMILY_TOTAL, Slot.FAMILY_DONE)
    )
    if Role.STAFF in roles and own and total and done:
        return _staff(texts, verb, own, total, done)
    able = next((rate for rate in form.rates if own and rate.numerator == own.id and rate.less), None)
    if Role.PUPIL in roles and own and able:
        return _pupils(texts, verb, obligation, form, own, able, done)
    return _everything(texts, obligation, form)


def _measure(form: Form, slot: Slot) -> Measure | None:
    """The measure that adds up the answers of one slot and nothing else."""
    question = form.question_for(slot)
    return next((measure for measure in form.measures if question and measure.of == (question.id,)), None)


def _number(title: str, of: Callable[[Tally], Cell], *, known: bool = False) -> Figure:
    return Figure(column=Column(title=title, kind=Kind.NUMBER, width=13), of=of, known=known)


def _sum(title: str, measure: str) -> Figure:
    return _number(title, lambda tally: tally.get(measure, 0))


def _share(title: str, of: Callable[[Tally], Share]) -> Figure:
    return Figure(column=Column(title=title, kind=Kind.SHARE, width=11), of=of)


def _staff(texts: Texts, verb: str, own: Measure, total: Measure, done: Measure) -> Layout:
    return Layout(
        figures=(
            _number(texts("export-staff"), lambda tally: tally.get(EXPECTED, 0), known=True),
            _sum(texts("export-staff-done", verb=verb), own.id),
            _share(
                texts("export-rate-own"),
                lambda tally: Share(part=tally.get(own.id, 0), whole=tally.get(EXPECTED, 0)),
            ),
            _sum(texts("export-family"), total.id),
            _sum(texts("export-family-done", verb=verb), done.id),
            _number(
                texts("export-family-left", verb=verb),
                lambda tally: tally.get(total.id, 0) - tally.get(done.id, 0),
            ),
            _share(
                texts("export-rate-family"),
                lambda tally: Share(part=tally.get(done.id, 0), whole=tally.get(total.id, 0)),
            ),
        ),
        reasons=Column(title=texts("export-reasons", verb=verb), kind=Kind.TEXT, width=32),
    )


def _pupils(
    texts: Texts,
    verb: str,
    obligation: Obligation,
    form: Form,
    own: Measure,
    able: Rate,
    done: Measure | None,
) -> Layout:
    """By class: of those who are asked, how many have."""
    counted = {measure.id for measure in form.measures}
    with_phone = obligation.audience.smartphone_only and NO_SMARTPHONE in counted
    asked = replace(able, less=NO_SMARTPHONE) if with_phone else able
    family = [_sum(texts("export-relatives-done", verb=verb), done.id)] if done else []
    return Layout(
        figures=(
            _number(texts("export-class-size"), lambda tally: tally.get(ROSTER), known=True),
            _number(
                texts("export-pupils-with-phone" if with_phone else "export-pupils-able"),
                lambda tally: share(asked, tally).whole,
            ),
            _sum(texts("export-pupils-done", verb=verb), own.id),
            _share(texts("export-rate-with-phone" if with_phone else "export-rate-able"), _of(asked)),
            *family,
        ),
        by_class=True,
    )


def _everything(texts: Texts, obligation: Obligation, form: Form) -> Layout:
    """DHIS2's five figures, and all that the form counts."""
    by_units = obligation.audience.answered_by_units
    figures = [
        _number(
            texts("export-expected-units" if by_units else "export-expected"),
            lambda tally: tally.get(EXPECTED, 0),
            known=True,
        ),
        _number(texts("export-actual"), lambda tally: tally.get(DECLARED, 0), known=True),
        _share(texts("export-reporting-rate"), lambda tally: five_figures(tally).rate),
        _sum(texts("export-on-time"), ON_TIME),
        _share(texts("export-rate-on-time"), lambda tally: five_figures(tally).rate_on_time),
        _sum(texts("export-complete"), COMPLETE),
        _share(texts("export-rate-complete"), fulfilment),
    ]
    figures += [_sum(measure.label, measure.id) for measure in form.measures]
    figures += [_share(rate.label, _of(rate)) for rate in form.rates]
    return Layout(figures=tuple(figures))


def _of(rate: Rate) -> Callable[[Tally], Share]:
    return lambda tally: share(rate, tally)
