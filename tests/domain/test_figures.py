"""DHIS2's five figures, medians that name no school, and numbers that nobody can work out."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.expressions import parse
from bot.domain.figures import (
    SMALL_CELL,
    FiveFigures,
    five_figures,
    hidden,
    hidden_below,
    is_hidden,
    may_overlap,
    middle,
    too_few,
)
from bot.domain.forms import Form, Measure, Question, QuestionKind
from bot.domain.tallies import Share


def test_the_five_figures_of_a_round():
    found = five_figures({"expected": 12, "declared": 10, "on_time": 9, "late": 1, "complete": 4})

    assert found == FiveFigures(actual=10, expected=12, on_time=9)
    assert (found.rate, found.rate_on_time) == (Share(part=10, whole=12), Share(part=9, whole=12))


def test_before_anything_is_expected_there_is_no_rate():
    assert five_figures({}).rate.hundredths_of_percent is None


@pytest.mark.parametrize(
    ("shares", "median"),
    [
        pytest.param([(1, 2)] * 4, None, id="four schools: it could be one school's own"),
        pytest.param([(1, 4), (1, 2), (3, 4), (0, 9), (9, 9)], 5_000, id="five: the one in the middle"),
        pytest.param([(0, 1), (0, 1), (0, 1), (1, 1), (1, 1), (1, 1)], 5_000, id="six: half way between"),
        pytest.param([(2, 3)] * 5, 6_666, id="rounded down"),
        pytest.param([(99_999, 100_000)] * 5, 9_999, id="never 100 % unless it is"),
        pytest.param([(3, 3)] * 5, 10_000, id="100 %"),
        pytest.param([(1, 2)] * 4 + [(0, 0)], None, id="who expects nobody does not count"),
    ],
)
def test_the_median_of_schools(shares: list[tuple[int, int]], median: int | None):
    found = middle(Share(part=part, whole=whole) for part, whole in shares)

    assert (found and found.part) == median
    assert found is None or found.whole == 10_000


def test_what_adds_up_households_is_counted_in_declarations():
    form = Form(
        id="f",
        questions=(
            Question(id="self", kind=QuestionKind.YES_NO, ask={}, label=""),
            Question(id="family", kind=QuestionKind.AMOUNT, ask={}, label=""),
        ),
        complete_if=parse("self"),
        measures=(
            Measure(id="people", label="", of=(1, "family")),
            Measure(id="done", label="", of=("self", parse("family > 3"))),
        ),
    )

    assert [may_overlap(form, measure) for measure in ("people", "done", "expected")] == [True, False, False]


# --- small cells --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "secret"),
    [
        pytest.param({}, "", id="nothing"),
        pytest.param({"a": 5, "b": 9}, "", id="none is small"),
        pytest.param({"a": 0, "b": 9}, "", id="nobody is no small number"),
        pytest.param({"a": 4, "b": 20, "c": 9}, "ac", id="one small: the next smallest with it"),
        pytest.param({"a": 2, "b": 2, "c": 9, "d": 30}, "abc", id="two small, together still small"),
        pytest.param({"a": 4, "b": 4, "c": 9}, "ab", id="two small are enough for each other"),
        pytest.param({"a": 1, "b": 7, "c": 7}, "ab", id="of two alike the first of the official order"),
        pytest.param({"a": 1}, "a", id="alone"),
        pytest.param({"a": 1, "b": 7}, "ab", id="all"),
    ],
)
def test_small_cells_are_hidden_with_the_next_smallest(cells: dict[str, int], secret: str):
    assert hidden(cells) == frozenset(secret)


CELLS = st.dictionaries(st.integers(0, 30), st.integers(0, 40), max_size=8)


@given(CELLS)
def test_what_is_hidden_is_many_people_in_several_cells(cells: dict[int, int]):
    secret = hidden(cells)

    assert {key for key, people in cells.items() if 0 < people < SMALL_CELL} <= secret
    if sum(cells.values()) >= SMALL_CELL and secret:
        assert sum(cells[key] for key in secret) >= SMALL_CELL
        assert len(secret) > 1


@given(CELLS, st.integers(0, 30), st.integers(5, 40))
def test_no_more_is_hidden_than_has_to_be(cells: dict[int, int], key: int, people: int):
    """Without its largest cell what is hidden would be too little, unless that cell is small itself."""
    cells = {**cells, key: people}
    secret = hidden(cells)
    large = [key for key in secret if cells[key] >= SMALL_CELL]
    if large:
        rest = secret - {max(large, key=lambda key: (cells[key], list(cells).index(key)))}
        assert len(rest) < 2 or sum(cells[key] for key in rest) < SMALL_CELL


@st.composite
def trees(draw: st.DrawFn) -> dict[int, dict[int, int]]:
    """Units below unit 0, each inner unit with its cells: its own people and each unit below."""
    parents = [draw(st.integers(0, number - 1)) for number in range(1, draw(st.integers(2, 9)))]
    own = [draw(st.integers(0, 12)) for _ in range(len(parents) + 1)]
    totals = own.copy()
    for unit in range(len(parents), 0, -1):
        totals[parents[unit - 1]] += totals[unit]
    below: dict[int, dict[int, int]] = {0: {0: own[0]}}
    for unit, parent in enumerate(parents, 1):
        below.setdefault(parent, {parent: own[parent]})[unit] = totals[unit]
    return below


def path_to(unit: int, below: dict[int, dict[int, int]]) -> list[int]:
    path = [unit]
    while path[0]:
        path.insert(
            0, next(parent for parent, cells in below.items() if path[0] in cells and parent != path[0])
        )
    return path


@given(trees())
def test_the_two_ways_to_ask_agree(below: dict[int, dict[int, int]]):
    """A list of everything hides what a look at one unit hides."""
    if sum(below[0].values()) < SMALL_CELL:
        return
    closed = {
        child
        for parent, cells in below.items()
        for child in cells
        if child != parent and is_hidden(path_to(child, below), below)
    }
    shut = hidden_below(0, below)

    assert {unit for unit in closed if unit not in below} == {unit for unit in shut if unit not in below}
    assert closed <= shut


@given(trees())
def test_nothing_hidden_can_be_worked_out_from_what_is_shown(below: dict[int, dict[int, int]]):
    """Every number that is shown is an equation; none that is hidden follows from all of them together."""
    people = [(parent, child) for parent, cells in below.items() for child in cells]
    leaves = [pair for pair in people if pair[0] == pair[1] or pair[1] not in below]

    def row(parent: int, child: int) -> list[Fraction]:
        inside = {child} if parent == child or child not in below else _all_below(child, below)
        whole = parent != child
        return [
            Fraction(leaf == (parent, child) or (whole and leaf[0] in inside and child in below))
            for leaf in leaves
        ]

    total = sum(below[0].values())
    if total < SMALL_CELL:
        assert hidden_below(0, below) >= {child for child, number in below[0].items() if number}
        return
    shown: list[list[Fraction]] = [[Fraction(1)] * len(leaves)]
    secret: list[list[Fraction]] = []
    for parent, child in people:
        if not below[parent][child]:
            shown.append(row(parent, child))  # nobody: known to whoever knows the school
        elif parent == child:
            (secret if _own_is_hidden(parent, below) else shown).append(row(parent, child))
        else:
            (secret if is_hidden(path_to(child, below), below) else shown).append(row(parent, child))
    for wanted in secret:
        assert _rank([*shown, wanted]) == _rank(shown) + 1


def _own_is_hidden(unit: int, below: dict[int, dict[int, int]]) -> bool:
    return (unit != 0 and is_hidden(path_to(unit, below), below)) or unit in hidden(below[unit])


def _all_below(unit: int, below: dict[int, dict[int, int]]) -> set[int]:
    found = {unit}
    for child in below.get(unit, {}):
        if child != unit:
            found |= _all_below(child, below)
    return found


def _rank(rows: list[list[Fraction]]) -> int:
    rows, rank = [row[:] for row in rows], 0
    for column in range(len(rows[0])):
        pivot = next((place for place in range(rank, len(rows)) if rows[place][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for place in range(rank + 1, len(rows)):
            if rows[place][column]:
                times = rows[place][column] / rows[rank][column]
                rows[place] = [a - times * b for a, b in zip(rows[place], rows[rank], strict=True)]
        rank += 1
    return rank


def test_what_lies_in_a_hidden_unit_is_hidden_too():
    below = {0: {0: 0, 1: 4, 2: 12, 3: 40}, 2: {2: 0, 4: 6, 5: 6}, 3: {3: 0, 6: 20, 7: 20}}

    assert hidden_below(0, below) >= {1, 2, 4, 5}
    assert is_hidden([0, 2, 4], below)
    assert not is_hidden([0, 3, 6], below)
    assert not is_hidden([2, 4], below), "whose own unit it is may see all of it"


def test_too_few_people_in_all_are_hidden_altogether():
    assert is_hidden([0], {0: {0: 4}})
    assert not is_hidden([0], {0: {0: 5}})


@pytest.mark.parametrize(
    ("people", "few"), [(0, False), (1, True), (SMALL_CELL - 1, True), (SMALL_CELL, False)]
)
def test_few_people_are_too_few_and_nobody_is_not(people: int, few: bool):
    assert too_few(people) is few
