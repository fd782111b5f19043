"""The figures of a round in words: DHIS2's five, both rates, sums, the trend, and the slots before."""

from bot.domain.asking import form_of
from bot.domain.campaigns import Obligation
from bot.domain.figures import five_figures, may_overlap, middle
from bot.domain.forms import Form, Measure, QuestionKind, Rate
from bot.domain.rounds import Round, RoundKind
from bot.domain.tallies import COMPLETE, DECLARED, Share, fulfilment, share
from bot.domain.units import SCHOOL, Unit
from bot.handlers import deadline_words
from bot.handlers.status_units import Seen
from bot.handlers.turn import Turn
from bot.storage import daily_tallies, rollups
from bot.storage.rollups import Current

#: Rates shown in chat: over everybody, and over those who can; exports hold all of them.
RATES = 2
#: Sums shown in chat.
SUMS = 6


def obligation_of(one: Current) -> Obligation:
    return one.running.campaign.obligation(one.round.obligation)


def short_title(one: Current) -> str:
    """What a round asks for, in a few words."""
    return one.round.label or obligation_of(one).short or obligation_of(one).title


def whole(turn: Turn, unit: Unit, one: Current, seen: Seen) -> list[str]:
    """All that is shown of one round."""
    tally, obligation = seen.tallies[one.round.id], obligation_of(one)
    form = form_of(one.running.campaign, one.round.obligation, one.round.question, one.round.label)
    title = _title(turn, one)
    if one.round.id in seen.hidden:
        return [turn.t("status-masked", title=title)]
    figures = five_figures(tally)
    key = "status-units" if obligation.audience.answered_by_units else "status-people"
    lines = [
        turn.t(STATUS_KEYS[key], title=title, declared=figures.actual, expected=figures.expected),
        _bar(turn, unit, one, seen),
        *deadline_words.status_lines(turn, one.running, one.round, unit.id),
    ]
    if figures.actual:
        if one.round.due_before is not None:
            lines.append(
                turn.t(
                    "status-on-time",
                    count=figures.on_time,
                    expected=figures.expected,
                    share=figures.rate_on_time,
                )
            )
        reached = {
            "complete": tally.get(COMPLETE, 0),
            "expected": figures.expected,
            "share": fulfilment(tally),
        }
        if obligation.target is None:
            lines.append(turn.t("status-complete", **reached))
        else:
            lines.append(turn.t("status-complete-target", target=obligation.target, **reached))
        lines += _funnel(turn, form, seen, one) or [
            _rate(turn, rate, form, seen, one) for rate in form.rates[:RATES]
        ]
        lines += [
            turn.t("status-sum", label=measure.label, sum=tally.get(measure.id, 0))
            for measure in _sums(form, obligation, one.round)
        ]
    return [*lines, *_median(turn, unit, one), *_history(turn, one, seen)]


STATUS_KEYS = {key: key for key in ("status-units", "status-people")}


def brief(turn: Turn, others: list[Current], seen: Seen) -> list[str]:
    """The other rounds, a line each."""
    lines: list[str] = []
    for one in others:
        if one.round.id in seen.hidden:
            lines.append(turn.t("status-other-masked", title=short_title(one)))
            continue
        figures = five_figures(seen.tallies[one.round.id])
        lines.append(
            turn.t(
                "status-other",
                title=short_title(one),
                declared=figures.actual,
                expected=figures.expected,
                share=figures.rate,
            )
        )
    return ["", turn.t("status-others"), *lines] if lines else []


def _title(turn: Turn, one: Current) -> str:
    title = one.round.label or obligation_of(one).title
    return title if one.round.slot is None else f"{title}, {_slot(turn, one.round)}"


def _slot(turn: Turn, round_: Round) -> str:
    """A slot by its day and the hour at which it closes: there may be several a day."""
    formats = turn.texts.formats
    if round_.slot is None or round_.due_before is None:
        return ""
    return turn.t("status-slot", day=formats.day(round_.slot), clock=formats.clock(round_.due_before))


def _bar(turn: Turn, unit: Unit, one: Current, seen: Seen) -> str:
    received = five_figures(seen.tallies[one.round.id]).rate
    bar = turn.texts.formats.bar(received)
    trend = _trend(turn, unit, one, seen)
    if trend is None:
        return turn.t("status-bar", bar=bar, share=received)
    return turn.t("status-bar-trend", bar=bar, share=received, trend=trend)


def _trend(turn: Turn, unit: Unit, one: Current, seen: Seen) -> str | None:
    """ "+12 so với hôm qua", or against the slot before; None where there is nothing to compare with."""
    if one.round.kind is RoundKind.SLOT:
        before = next(iter(one.before), None)
        if before is None or before.id in seen.hidden:
            return None
        since, then = turn.t("trend-since-slot"), seen.tallies[before.id].get(DECLARED, 0)
    else:
        kept = daily_tallies.of(turn.conn, one.round.id, unit.id, turn.today)
        if not kept:
            return None
        since, then = turn.t("trend-since-yesterday"), kept.get(DECLARED, 0)
    change = seen.tallies[one.round.id].get(DECLARED, 0) - then
    if change == 0:
        return turn.t("trend-same", since=since)
    return turn.t("trend-more" if change > 0 else "trend-fewer", count=abs(change), since=since)


def _rate(turn: Turn, rate: Rate, form: Form, seen: Seen, one: Current) -> str:
    found = share(rate, seen.tallies[one.round.id])
    # What is counted over declarations of households may count somebody twice, and is called so.
    key = "status-rate-turns" if may_overlap(form, rate.denominator) else "status-rate"
    return turn.t(RATE_KEYS[key], label=rate.label, part=found.part, whole=found.whole, share=found)


RATE_KEYS = {key: key for key in ("status-rate", "status-rate-turns")}


def _funnel(turn: Turn, form: Form, seen: Seen, one: Current) -> list[str]:
    """Steps of which each is a part of the one before, over everybody who is expected."""
    tally = seen.tallies[one.round.id]
    expected = five_figures(tally).expected
    labels = {measure.id: measure.label for measure in form.measures}
    return [
        turn.t(
            "status-rate",
            label=labels[step],
            part=tally.get(step, 0),
            whole=expected,
            share=Share(part=tally.get(step, 0), whole=expected),
        )
        for step in form.funnel
    ]


def _sums(form: Form, obligation: Obligation, round_: Round) -> list[Measure]:
    """What is added up where units answer, or where an officer asked for a number."""
    if not (obligation.audience.answered_by_units or round_.question):
        return []
    numbers = {
        question.id
        for question in form.questions
        if question.kind is QuestionKind.AMOUNT or round_.question is not None
    }
    return [measure for measure in form.measures if numbers & set(measure.of)][:SUMS]


def _median(turn: Turn, unit: Unit, one: Current) -> list[str]:
    """What the schools of the same level reach, of no school by name, to compare with."""
    if unit.kind != SCHOOL or not unit.level or obligation_of(one).audience.answered_by_units:
        return []
    scope = one.round.scope_unit_id or one.running.scope_unit_id
    found = middle(rollups.rates_of_level(turn.conn, one.round.id, scope, unit.level, one.running.tree_on))
    return [] if found is None else [turn.t("status-median", level=unit.level, share=found)]


def _history(turn: Turn, one: Current, seen: Seen) -> list[str]:
    """The slots before, the latest first."""
    lines: list[str] = []
    for before in one.before:
        if before.kind is not RoundKind.SLOT or before.id in seen.hidden:
            continue
        figures = five_figures(seen.tallies[before.id])
        lines.append(
            turn.t(
                "status-before",
                slot=_slot(turn, before),
                declared=figures.actual,
                expected=figures.expected,
                on_time=figures.on_time,
            )
        )
    return ["", turn.t("status-history"), *lines] if lines else []
