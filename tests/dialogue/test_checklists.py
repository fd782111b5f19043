"""A checklist in a declaration: asked at once, answered in one message, corrected by number."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.campaigns import load_campaign, shipped
from bot.dialogue import (
    ALL,
    EACH,
    Ask,
    AskList,
    AskWhich,
    Declaring,
    Note,
    Picked,
    Step,
    Submit,
    Summarise,
    begin,
    step,
)
from bot.domain.forms import Answer
from bot.domain.readings import Intent, Reading, Ticks

FORM = load_campaign(next(path for path in shipped() if path.stem == "an-toan-covid-19-2021")).forms[
    "situation"
]
NOBODY: dict[str, Answer] = {"symptoms": 0, "isolated": 0}
MET: dict[str, Answer] = {f"c{number}": True for number in range(1, 16)}
YES = Picked(question="confirm", option="yes")


def after(*said: Reading | Picked | Ticks, answers: dict[str, Answer] = NOBODY) -> Step:
    result = begin(FORM, Declaring(standing_id=1, answers=answers))
    for one in said:
        result = step(FORM, result.state, one)
    return result


def numbers(result: Step) -> Sequence[int]:
    assert isinstance(result.outcome, AskList)
    return [number for number, _ in result.outcome.lines]


def test_fifteen_questions_are_asked_at_once():
    assert numbers(after()) == list(range(1, 16))
    assert after().state.asked == "criteria"


def test_one_message_answers_all_and_is_confirmed_before_it_counts():
    said = Ticks(yes=frozenset(range(1, 15)), rest=False)
    shown = after(said)
    assert isinstance(shown.outcome, Summarise)
    assert isinstance(step(FORM, shown.state, YES).outcome, Submit)
    assert shown.state.answers["c15"] is False


def test_what_was_not_spoken_of_is_asked_under_its_own_number():
    assert numbers(after(Ticks(yes=frozenset({1, 2}), no=frozenset({4})))) == [3, *range(5, 16)]


def test_one_line_that_is_left_is_asked_as_a_question():
    left = after(Ticks(yes=frozenset(range(1, 14)), no=frozenset({14})))
    assert isinstance(left.outcome, Ask)
    assert left.outcome.question.id == "c15"


def test_a_line_that_there_is_not_books_nothing():
    result = after(Ticks(yes=frozenset({1, 16}), rest=True))
    assert isinstance(result.outcome, AskList)
    assert (result.outcome.note, result.state.answers) == (Note.OUT_OF_RANGE, NOBODY)


def test_what_is_no_answer_leaves_the_list_open():
    result = after(Reading(intent=Intent.UNKNOWN))
    assert isinstance(result.outcome, AskList)
    assert result.outcome.note is not None


@pytest.mark.parametrize(
    "said", [Picked(question="criteria", option=ALL), Ticks(rest=True)], ids=["tap", "words"]
)
def test_all_of_it_is_one_tap_or_one_word(said: Picked | Ticks):
    assert after(said).state.answers == NOBODY | MET


def test_one_by_one_stays_possible():
    result = after(Picked(question="criteria", option=EACH))
    assert isinstance(result.outcome, Ask)
    assert result.outcome.question.id == "c1"
    second = step(FORM, result.state, Picked(question="c1", option="yes"))
    assert isinstance(second.outcome, Ask)
    assert second.outcome.question.id == "c2"


def test_a_correction_changes_the_lines_it_names():
    shown = after(Ticks(rest=True), Ticks(no=frozenset({4}), rest=True))
    assert {key for key, met in shown.state.answers.items() if met is False} == {"c4"}
    assert isinstance(shown.outcome, Summarise)


def test_the_list_is_one_of_the_things_that_can_be_changed():
    which = after(Ticks(rest=True), Picked(question="confirm", option="no"))
    assert isinstance(which.outcome, AskWhich)
    assert [one.id for one in which.outcome.questions] == ["symptoms", "isolated", "criteria"]
    again = step(FORM, which.state, Picked(question="which", option="criteria"))
    assert isinstance(again.outcome, AskList)
    assert again.outcome.again
    changed = step(FORM, again.state, Ticks(no=frozenset({7})))
    assert {key for key, met in changed.state.answers.items() if met is False} == {"c7"}


@given(st.sets(st.integers(1, 15)), st.sets(st.integers(1, 15)), st.sampled_from([True, False, None]))
def test_what_is_booked_is_what_was_said(yes: set[int], no: set[int], rest: bool | None):
    no -= yes
    answers = after(Ticks(yes=frozenset(yes), no=frozenset(no), rest=rest)).state.answers
    for number in range(1, 16):
        expected = True if number in yes else False if number in no else rest
        assert answers.get(f"c{number}") is expected
