"""What a class report adds to what the pupils declared themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.campaigns import load_campaign, shipped
from bot.domain.class_reports import Class, added, contribution, pupil_states, rest
from bot.domain.forms import Answers, Form

CAMPAIGNS = {path.stem: load_campaign(path) for path in shipped()}
INSTALL = CAMPAIGNS["bluezone-hau-giang-2020"].forms["install-pupil"]
SAFETY = CAMPAIGNS["an-toan-mua-bao-2026"].forms["safety"]
WEBSITE = CAMPAIGNS["bluezone-hau-giang-2020"].forms["website-guide"]

HAS: Answers = {"self_installed": True, "family_installed": 2}
HAS_NOT: Answers = {"self_installed": False, "reason": "later"}
CANNOT: Answers = {"self_installed": False, "reason": "no_smartphone"}


def of(*own: Answers, silent: int = 0, exempt: int = 0) -> Class:
    return Class(own=own, silent=silent, exempt=exempt)


@pytest.mark.parametrize(
    ("said", "pupils", "adds"),
    [
        pytest.param(
            {"yes": 38, "no_smartphone": 4},
            of(silent=42),
            {"yes": 38, "no_smartphone": 4},
            id="nobody has declared",
        ),
        pytest.param(
            {"yes": 38, "no_smartphone": 4},
            of(HAS, HAS, CANNOT, silent=39),
            {"yes": 36, "no_smartphone": 3},
            id="those who have declared are among the numbers",
        ),
        pytest.param({"yes": 2}, of(HAS, HAS, HAS, silent=5), {}, id="more have declared than were reported"),
        pytest.param({"yes": 5}, of(silent=3), {"yes": 3}, id="never more than are silent"),
        pytest.param(
            {"yes": 38, "no_smartphone": 4},
            of(CANNOT, CANNOT, CANNOT, CANNOT, CANNOT, CANNOT, silent=36),
            {"yes": 36},
            id="where the numbers contradict, the good ones give way",
        ),
        pytest.param(
            {"yes": 38, "no_smartphone": 4},
            of(silent=38, exempt=4),
            {"yes": 38},
            id="those without a smartphone are on the roster already",
        ),
        pytest.param(
            {"yes": 38, "no": 4},
            of(CANNOT, silent=41),
            {"yes": 38, "no": 3},
            id="a reason that the report does not tell apart is a no",
        ),
        pytest.param({"yes": 0}, of(silent=3), {}, id="a nought adds nothing"),
        pytest.param({}, of(silent=3), {}, id="nor does silence"),
    ],
)
def test_a_report_stands_for_those_who_are_silent(said: dict, pupils: Class, adds: dict):
    assert added(INSTALL, said, pupils) == adds


def test_it_is_counted_as_the_same_answers_of_so_many_pupils_would_be():
    counted = contribution(INSTALL, {"yes": 38, "no": 1, "no_smartphone": 3}, {}, of(HAS, silent=41))

    assert counted == {
        "declared": 41,
        "late": 41,
        "complete": 37,
        "pupils": 41,
        "installed": 37,
        "unable": 3,
        "no-smartphone": 3,
    }


def test_what_was_reported_by_the_deadline_is_on_time_and_the_rest_late():
    counted = contribution(SAFETY, {"safe": 40}, {"safe": 30}, of({"status": "safe"}, silent=41))

    assert (counted["declared"], counted["on_time"], counted["late"]) == (39, 29, 10)


@pytest.mark.parametrize(
    ("form", "states"),
    [
        pytest.param(INSTALL, ["yes", "no", "no_smartphone"], id="yes, no, and a reason that has a button"),
        pytest.param(SAFETY, ["safe", "need_help"], id="the options of a choice"),
        pytest.param(WEBSITE, [], id="nothing that could be counted"),
    ],
)
def test_a_class_is_counted_by_the_answers_of_the_leading_question(form: Form, states: list[str]):
    assert [state.id for state in pupil_states(form) if state.offered] == states


def test_a_reason_without_a_button_is_a_state_too():
    states = {state.id: state for state in pupil_states(INSTALL)}
    assert states["incompatible"].answers == {"self_installed": False, "reason": "incompatible"}
    assert not states["incompatible"].offered


@pytest.mark.parametrize(("said", "left"), [({"yes": 38}, 4), ({"yes": 38, "no": 4}, 0), ({"yes": 46}, -4)])
def test_what_the_numbers_leave_open_is_the_rest_of_the_class(said: dict, left: int):
    assert rest(said, 42) == left


counts = st.dictionaries(st.sampled_from(["yes", "no", "no_smartphone", "incompatible"]), st.integers(0, 50))
classes = st.builds(
    Class,
    own=st.lists(st.sampled_from([HAS, HAS_NOT, CANNOT]), max_size=20),
    silent=st.integers(0, 20),
    exempt=st.integers(0, 5),
)


@given(counts, counts, classes)
def test_no_report_counts_more_pupils_than_are_silent(said: dict, timely: dict, pupils: Class):
    counted = contribution(INSTALL, said, timely, pupils)

    assert counted["declared"] <= pupils.silent
    assert counted["on_time"] + counted["late"] == counted["declared"] == counted["pupils"]
    assert counted["installed"] <= said.get("yes", 0)
    assert all(value > 0 for value in counted.values())
