"""Công văn 614: schools declare, their rhythm changes, a zero is a report, and 1467 grades them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.campaigns import load_campaign, shipped
from bot.domain.deadlines import slots
from bot.domain.forms import Answers
from bot.domain.standings import State, judge
from bot.domain.tallies import amount

CAMPAIGN = load_campaign(next(path for path in shipped() if path.stem == "an-toan-covid-19-2021"))
SITUATION = CAMPAIGN.forms["situation"]
NEEDED = {4, 5, 10, 11}
OTHERS = [number for number in range(1, 16) if number not in NEEDED]
NOBODY: Answers = {"symptoms": 0, "isolated": 0}


def criteria(*met: int) -> Answers:
    """A declaration of a school that meets these criteria."""
    return {**NOBODY, **{f"c{number}": number in met for number in range(1, 16)}}


@pytest.mark.parametrize(
    ("answers", "grade"),
    [
        pytest.param(criteria(*range(1, 16)), "good", id="all"),
        pytest.param(criteria(*NEEDED, *OTHERS[:7]), "good", id="11 with the four"),
        pytest.param(criteria(*NEEDED, *OTHERS[:6]), "fair", id="10 with the four"),
        pytest.param(criteria(*NEEDED, *OTHERS[:4]), "fair", id="8 with the four"),
        pytest.param(criteria(*NEEDED, *OTHERS[:3]), "unsafe", id="7 with the four"),
        *(
            pytest.param(criteria(*NEEDED - {number}, *OTHERS), "unsafe", id=f"14 without {number}")
            for number in sorted(NEEDED)
        ),
        pytest.param(criteria(), "unsafe", id="none"),
        pytest.param({**NOBODY, "c1": True}, None, id="not all answered"),
    ],
)
def test_a_school_is_graded_by_how_many_criteria_it_meets_and_which(answers, grade):
    assert judge(SITUATION, answers).grade == grade


@given(st.sets(st.integers(1, 15)))
def test_a_school_that_answered_everything_has_one_grade_and_is_counted_in_it(met):
    answers = criteria(*met)
    verdict = judge(SITUATION, answers)
    assert verdict.state is State.COMPLETE
    counted = {m.id for m in SITUATION.measures if m.id in {"good", "fair", "unsafe"} and amount(m, answers)}
    assert counted == {verdict.grade}


def test_a_zero_is_a_report_and_silence_is_not():
    met = criteria(*range(1, 16))
    assert judge(SITUATION, met).state is State.COMPLETE
    assert judge(SITUATION, {key: met[key] for key in met if key != "isolated"}).state is State.PARTIAL
    assert SITUATION.repeatable


def test_the_rhythm_is_daily_until_the_letter_and_monday_and_friday_from_it_on():
    obligation = CAMPAIGN.obligation("situation")
    days = [
        slot.isoformat()
        for cadence in obligation.cadences
        for slot, _, _ in slots(cadence, date(2021, 2, 17), date(2021, 3, 1), lambda _: False)
    ]
    assert days == ["2021-02-17", "2021-02-18", "2021-02-19", "2021-02-22", "2021-02-26", "2021-03-01"]
    assert obligation.ad_hoc
    assert obligation.audience.answered_by_units


@pytest.mark.parametrize(
    ("step", "counted"),
    [
        ("none", {"schools"}),
        ("received", {"schools", "received"}),
        ("logged_in", {"schools", "received", "logged-in"}),
        ("declared", {"schools", "received", "logged-in", "first-declared"}),
    ],
)
def test_a_step_of_the_account_counts_for_the_steps_before_it(step, counted):
    form = CAMPAIGN.forms["account"]
    assert {measure.id for measure in form.measures if amount(measure, {"step": step})} == counted
    assert (judge(form, {"step": step}).state is State.COMPLETE) == (step == "declared")
