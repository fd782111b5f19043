"""What one respondent adds to the counts, and the rates that are shown."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.expressions import parse
from bot.domain.forms import Answers, Form, Measure, Question, QuestionKind, Rate
from bot.domain.standings import Standing, State, Stopped
from bot.domain.tallies import (
    Share,
    amount,
    completeness,
    contribution,
    difference,
    fulfilment,
    share,
    timeliness,
)

FORM = Form(
    id="install",
    questions=(Question(id="self", kind=QuestionKind.YES_NO, ask={}, label=""),),
    complete_if=parse("self"),
    measures=(
        Measure(id="people", label="", of=(1, "family")),
        Measure(id="installed", label="", of=("self",)),
    ),
)
ANSWERS: Answers = {"self": True, "family": 3}


def standing(state: State, stopped: Stopped | None = None, *, late: bool = False) -> Standing:
    return Standing(
        id=1, round_id=1, home_unit_id=1, membership_id=1, state=state, stopped=stopped, late=late
    )


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param((1,), 1, id="a number is itself"),
        pytest.param(("yes",), 1, id="a yes counts one"),
        pytest.param(("no",), 0, id="a no counts nothing"),
        pytest.param(("four",), 4, id="an amount counts itself"),
        pytest.param(("zero",), 0, id="an explicit zero"),
        pytest.param(("missing",), 0, id="what was not asked"),
        pytest.param(("word",), 0, id="a word is no amount"),
        pytest.param(("word=later",), 1, id="a choice that was made"),
        pytest.param(("word=never",), 0, id="a choice that was not made"),
        pytest.param(("missing=later",), 0, id="a choice that was not asked for"),
        pytest.param((parse("four > 3"),), 1, id="a condition that holds"),
        pytest.param((parse("four > 4"),), 0, id="a condition that does not"),
        pytest.param((1, "yes", "four", parse("no")), 6, id="parts are added up"),
    ],
)
def test_an_amount_is_the_sum_of_its_parts(of: tuple, expected: int):
    answers: Answers = {"yes": True, "no": False, "four": 4, "zero": 0, "word": "later"}

    assert amount(Measure(id="m", label="", of=of), answers) == expected


@pytest.mark.parametrize(
    ("respondent", "answers", "counts"),
    [
        pytest.param(standing(State.MISSING), None, {"expected": 1}, id="silence is not a zero"),
        pytest.param(
            standing(State.MISSING, Stopped.ON_LEAVE), None, {"expected": 1, "stopped": 1}, id="on leave"
        ),
        pytest.param(standing(State.MISSING, Stopped.LEFT), None, {}, id="who left is counted nowhere"),
        pytest.param(standing(State.COMPLETE, Stopped.LEFT), ANSWERS, {}, id="whatever they declared before"),
        pytest.param(
            standing(State.PARTIAL),
            {"self": False, "family": 0},
            {"expected": 1, "declared": 1, "on_time": 1, "people": 1},
            id="an explicit zero is a declaration",
        ),
        pytest.param(
            standing(State.COMPLETE),
            ANSWERS,
            {"expected": 1, "declared": 1, "complete": 1, "on_time": 1, "people": 4, "installed": 1},
            id="complete and on time",
        ),
        pytest.param(
            standing(State.COMPLETE, late=True),
            ANSWERS,
            {"expected": 1, "declared": 1, "complete": 1, "late": 1, "people": 4, "installed": 1},
            id="late counts as declared, not as on time",
        ),
        pytest.param(
            standing(State.COMPLETE, Stopped.ASKED),
            ANSWERS,
            {"expected": 1, "declared": 1, "complete": 1, "on_time": 1, "people": 4, "installed": 1},
            id="who is complete is not chased anyway",
        ),
    ],
)
def test_what_a_respondent_adds(respondent: Standing, answers: Answers | None, counts: dict[str, int]):
    assert +contribution(respondent, FORM, answers) == Counter(counts)


COUNTS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 5)).map(Counter)


@given(old=COUNTS, new=COUNTS)
def test_a_difference_leads_from_the_old_counts_to_the_new(old: Counter[str], new: Counter[str]):
    changes = difference(old, new)

    after = old.copy()
    after.update(changes)
    assert +after == +new
    assert 0 not in changes.values()


@pytest.mark.parametrize(
    ("part", "whole", "hundredths"),
    [
        pytest.param(52, 52, 10_000, id="everybody: 100 %"),
        pytest.param(99_996, 100_000, 9_999, id="99.996 % reads 99,99 %"),
        pytest.param(10**9 - 1, 10**9, 9_999, id="all but one of a billion is not all"),
        pytest.param(41, 52, 7_884, id="rounded down"),
        pytest.param(1, 3, 3_333, id="a third"),
        pytest.param(2, 3, 6_666, id="two thirds"),
        pytest.param(0, 52, 0, id="nobody"),
        pytest.param(0, 0, None, id="nobody of nobody is no share"),
        pytest.param(3, -1, None, id="nor is a denominator below zero"),
        pytest.param(-1, 4, 0, id="never below zero"),
    ],
)
def test_a_share_is_rounded_down(part: int, whole: int, hundredths: int | None):
    assert Share(part=part, whole=whole).hundredths_of_percent == hundredths


@given(part=st.integers(0, 10**7), whole=st.integers(1, 10**7))
def test_a_hundred_percent_is_shown_only_where_both_are_equal(part: int, whole: int):
    found = Share(part=min(part, whole), whole=whole)

    assert (found.hundredths_of_percent == 10_000) is (found.part == found.whole)
    assert 0 <= found.fraction <= 1


def test_both_rates_of_a_form_are_over_people_not_replies():
    tally = {
        "people": 10,
        "installed": 6,
        "unable": 2,
        "expected": 4,
        "declared": 3,
        "on_time": 2,
        "complete": 1,
    }
    of_all = Rate(id="all", label="", numerator="installed", denominator="people")
    of_able = Rate(id="able", label="", numerator="installed", denominator="people", less="unable")

    assert share(of_all, tally) == Share(part=6, whole=10)
    assert share(of_able, tally) == Share(part=6, whole=8)
    assert share(of_all, {}) == Share(part=0, whole=0)
    assert completeness(tally) == Share(part=3, whole=4)
    assert timeliness(tally) == Share(part=2, whole=4)
    assert fulfilment(tally) == Share(part=1, whole=4)
