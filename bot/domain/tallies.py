"""Counts per round and unit, and the two rates they give.

A unit's tally is the sum over its subtree. Every change of a standing is a set of differences that
is added to the unit and to each of its ancestors, in the transaction of the change; a recount from
the standings must always give the same.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.expressions import Expression
from bot.domain.forms import Answers, Form, Measure, Rate
from bot.domain.standings import Standing, State, Stopped

#: Measures that every round has, whatever its form asks.
EXPECTED, DECLARED, COMPLETE, ON_TIME, LATE, STOPPED = (
    "expected",
    "declared",
    "complete",
    "on_time",
    "late",
    "stopped",
)
OWN_MEASURES = (EXPECTED, DECLARED, COMPLETE, ON_TIME, LATE, STOPPED)


def amount(measure: Measure, answers: Answers) -> int:
    """What one submission adds to a measure."""
    total = 0
    for part in measure.of:
        if isinstance(part, int):
            total += part
            continue
        if isinstance(part, Expression):
            total += part.holds(answers)
            continue
        question, _, wanted = part.partition("=")
        answer = answers.get(question)
        if wanted:
            total += str(answer) == wanted
        elif isinstance(answer, int):  # a yes counts one
            total += int(answer)
    return total


def contribution(standing: Standing, form: Form, answers: Answers | None) -> Counter[str]:
    """What one respondent adds to the tallies of the round: nothing at all once they have left."""
    counts: Counter[str] = Counter()
    if standing.stopped is Stopped.LEFT:
        return counts
    counts[EXPECTED] = 1
    if standing.stopped is not None and standing.state is not State.COMPLETE:
        counts[STOPPED] = 1
    if standing.state is State.MISSING or answers is None:
        return counts
    counts[DECLARED] = 1
    counts[COMPLETE] = int(standing.state is State.COMPLETE)
    counts[LATE if standing.late else ON_TIME] = 1
    for measure in form.measures:
        counts[measure.id] = amount(measure, answers)
    return counts


def difference(old: Counter[str], new: Counter[str]) -> dict[str, int]:
    """What to add to each measure to get from `old` to `new`; measures that do not change are left out."""
    changes = {measure: new[measure] - old[measure] for measure in old.keys() | new.keys()}
    return {measure: change for measure, change in sorted(changes.items()) if change}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A numerator and a denominator that are shown together; 100 % only where they are equal."""

    part: int
    whole: int

    @property
    def hundredths_of_percent(self) -> int | None:
        """The share in 1/100 %, rounded down, so that 99.996 % reads 99,99 %; None for no denominator."""
        return None if self.whole <= 0 else max(0, self.part) * 10_000 // self.whole

    @property
    def fraction(self) -> float:
        return 0.0 if self.whole <= 0 else min(1.0, max(0.0, self.part / self.whole))


def share(rate: Rate, tally: Mapping[str, int]) -> Share:
    """A form's rate over a tally."""
    less = tally.get(rate.less, 0) if rate.less else 0
    return Share(part=tally.get(rate.numerator, 0), whole=tally.get(rate.denominator, 0) - less)


def completeness(tally: Mapping[str, int]) -> Share:
    """Reports received ÷ expected, late ones included (DHIS2's reporting rate)."""
    return Share(part=tally.get(DECLARED, 0), whole=tally.get(EXPECTED, 0))


def timeliness(tally: Mapping[str, int]) -> Share:
    """Reports received on time ÷ expected (DHIS2's reporting rate on time)."""
    return Share(part=tally.get(ON_TIME, 0), whole=tally.get(EXPECTED, 0))


def fulfilment(tally: Mapping[str, int]) -> Share:
    """Respondents who reached the target ÷ expected."""
    return Share(part=tally.get(COMPLETE, 0), whole=tally.get(EXPECTED, 0))
