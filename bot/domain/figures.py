"""The figures of a report: DHIS2's five, medians, and which numbers are too small to be shown. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TypeVar

from bot.domain.forms import Form, QuestionKind
from bot.domain.tallies import DECLARED, EXPECTED, ON_TIME, Share

K = TypeVar("K")

#: Above the school's door, counts of fewer people than this could point at somebody.
SMALL_CELL = 5
#: The median of fewer schools than this could be one school's own figure.
MEDIAN_OF = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FiveFigures:
    """What DHIS2 says of a round: actual and expected reports, reports on time, and the two rates."""

    actual: int
    expected: int
    on_time: int

    @property
    def rate(self) -> Share:
        return Share(part=self.actual, whole=self.expected)

    @property
    def rate_on_time(self) -> Share:
        return Share(part=self.on_time, whole=self.expected)


def five_figures(tally: Mapping[str, int]) -> FiveFigures:
    return FiveFigures(
        actual=tally.get(DECLARED, 0), expected=tally.get(EXPECTED, 0), on_time=tally.get(ON_TIME, 0)
    )


def middle(shares: Iterable[Share]) -> Share | None:
    """The median of shares, rounded down to 1/100 %; None for too few to hide one among them."""
    found = [hundredths for one in shares if (hundredths := one.hundredths_of_percent) is not None]
    return Share(part=int(median(found)), whole=10_000) if len(found) >= MEDIAN_OF else None


def may_overlap(form: Form, measure_id: str) -> bool:
    """Whether a measure adds up how many people are spoken for, so that one may be counted twice ("lượt").

    Two teachers who are married both declare their household (Công văn 1510).
    """
    amounts = {question.id for question in form.questions if question.kind is QuestionKind.AMOUNT}
    return any(measure.id == measure_id and amounts & set(measure.of) for measure in form.measures)


# --- small cells --------------------------------------------------------------------------------


def too_few(people: int) -> bool:
    """Whether a count of so many people could point at somebody; that nobody is there points at nobody."""
    return 0 < people < SMALL_CELL


def hidden(cells: Mapping[K, int]) -> frozenset[K]:
    """Which cells of a total that is shown must not be, by how many people each counts.

    All that count fewer than `SMALL_CELL`, and the next smallest with them until what is left when
    the others are taken from the total is at least two cells and `SMALL_CELL` people.
    """
    secret = {key for key, people in cells.items() if too_few(people)}
    if not secret:
        return frozenset()
    others = sorted((people, place, key) for place, (key, people) in enumerate(cells.items()) if people)
    covered = sum(cells[key] for key in secret)
    for people, _, key in others:
        if len(secret) > 1 and covered >= SMALL_CELL:
            break
        if key not in secret:
            secret.add(key)
            covered += people
    return frozenset(secret)


def is_hidden(path: Sequence[K], below: Mapping[K, Mapping[K, int]]) -> bool:
    """Whether the last unit of a path must not be shown to somebody who may see its first.

    `below` gives, for each unit of the path, the cells that its total consists of: the units below it,
    and its own people under its own key. What lies in a hidden unit is hidden too: it would add up to it.
    """
    if sum(below[path[0]].values()) < SMALL_CELL:
        return True
    return any(child in hidden(below[parent]) for parent, child in pairwise(path))


def hidden_below(top: K, below: Mapping[K, Mapping[K, int]]) -> frozenset[K]:
    """Every cell of a subtree that must not be shown; `below` as for `is_hidden`, for each inner unit."""
    secret: set[K] = set()
    waiting = [(top, False)]
    while waiting:
        parent, closed = waiting.pop()
        cells = below[parent]
        found = frozenset(cells) if closed else hidden(cells)
        secret |= found
        waiting += [(child, child in found) for child in cells if child in below and child != parent]
    return frozenset(secret)
