"""What spares questions: the same again, all zeros, one step further, one tap."""

import pytest

from bot.campaigns import load_campaign, shipped
from bot.dialogue import (
    Ask,
    AskList,
    Declaring,
    Picked,
    Submit,
    Summarise,
    begin,
    repeatable,
    step,
    steps_ahead,
)
from bot.domain.forms import Answer

FORMS = {path.stem: load_campaign(path).forms for path in shipped()}
SITUATION = FORMS["an-toan-covid-19-2021"]["situation"]
ACCOUNT = FORMS["an-toan-covid-19-2021"]["account"]
SAFETY = FORMS["an-toan-mua-bao-2026"]["safety"]
WHOLE: dict[str, Answer] = {"symptoms": 0, "isolated": 2, **{f"c{number}": True for number in range(1, 16)}}
NEW = Declaring(standing_id=1)


def test_a_whole_declaration_can_be_repeated():
    assert repeatable(SITUATION, WHOLE)


@pytest.mark.parametrize(
    "earlier",
    [
        pytest.param({"symptoms": 0}, id="a part of it"),
        pytest.param(WHOLE | {"gone": 1}, id="a question that is no more"),
        pytest.param(WHOLE | {"symptoms": 9000}, id="a number that is too large by now"),
        pytest.param(WHOLE | {"symptoms": "none"}, id="an answer of another kind"),
    ],
)
def test_what_does_not_fit_the_form_any_more_is_not_repeated(earlier: dict[str, Answer]):
    assert not repeatable(SITUATION, earlier)


def test_a_form_that_is_not_repeatable_is_not_repeated():
    assert not repeatable(ACCOUNT, {"step": "received"})


def test_one_tap_answers_the_amounts_with_zeros_and_nothing_else():
    asked = begin(SITUATION, NEW)
    assert isinstance(asked.outcome, Ask)
    assert asked.outcome.zeros
    after = step(SITUATION, asked.state, Picked(question="zeros", option="all"))
    assert after.state.answers == {"symptoms": 0, "isolated": 0}
    assert isinstance(after.outcome, AskList)


def test_a_single_amount_needs_no_such_tap():
    asked = begin(SITUATION, Declaring(standing_id=1, answers={"symptoms": 3}))
    assert isinstance(asked.outcome, Ask)
    assert not asked.outcome.zeros


@pytest.mark.parametrize(
    ("declared", "ahead"),
    [
        ("none", ["received", "logged_in", "declared"]),
        ("received", ["logged_in", "declared"]),
        ("declared", []),
    ],
)
def test_the_steps_after_the_one_declared_are_ahead(declared: str, ahead: list[str]):
    assert [option.id for option in steps_ahead(ACCOUNT, {"step": declared})] == ahead


def test_nothing_is_ahead_before_the_first_step_or_without_steps():
    assert not steps_ahead(ACCOUNT, {})
    assert not steps_ahead(SITUATION, WHOLE)


def test_in_a_storm_the_last_tap_declares():
    asked = begin(SAFETY, NEW)
    assert isinstance(step(SAFETY, asked.state, Picked(question="status", option="safe")).outcome, Submit)
    needs = step(SAFETY, asked.state, Picked(question="status", option="need_help"))
    assert isinstance(needs.outcome, Ask)
    assert isinstance(step(SAFETY, needs.state, Picked(question="need", option="medical")).outcome, Submit)


def test_a_tap_that_changes_nothing_declares_nothing():
    declared: dict[str, Answer] = {"status": "safe"}
    state = Declaring(standing_id=1, answers=declared, before=declared, revision=1)
    assert isinstance(step(SAFETY, state, Picked(question="status", option="safe")).outcome, Summarise)
