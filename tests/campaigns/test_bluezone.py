"""Công văn 1510 as a form: when a household is complete, when nobody can do more, and what is counted."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.campaigns import load_campaign, shipped
from bot.dialogue.filling import next_question
from bot.domain.deadlines import last_valid_day
from bot.domain.forms import Answers
from bot.domain.standings import State, judge
from bot.domain.tallies import amount, share

CAMPAIGN = load_campaign(next(path for path in shipped() if path.stem == "bluezone-hau-giang-2020"))
STAFF = CAMPAIGN.forms["install-self-and-family"]
PUPIL = CAMPAIGN.forms["install-pupil"]


def household(
    done: bool,
    total: int | None = None,
    installed: int | None = None,
    exempt: int | None = None,
    reason: str | None = None,
) -> Answers:
    """The answers of a declaration, as far as they are given."""
    answers = {
        "self_installed": done,
        "family_total": total,
        "family_installed": installed,
        "family_exempt": exempt,
        "reason": reason,
    }
    return {key: value for key, value in answers.items() if value is not None}


@pytest.mark.parametrize(
    ("answers", "state", "settled"),
    [
        pytest.param(household(True), State.PARTIAL, False, id="self only: the family is not known"),
        pytest.param(household(True, 0), State.COMPLETE, False, id="lives alone"),
        pytest.param(household(True, 4, 4), State.COMPLETE, False, id="everybody"),
        pytest.param(household(True, 4), State.PARTIAL, False, id="how many have is not known"),
        pytest.param(household(True, 4, 3), State.PARTIAL, False, id="one is left"),
        pytest.param(household(True, 4, 3, 0, "later"), State.PARTIAL, False, id="one is left and can"),
        pytest.param(household(True, 4, 3, 1, "too_young"), State.PARTIAL, True, id="one is left and cannot"),
        pytest.param(household(True, 4, 2, 1, "too_young"), State.PARTIAL, False, id="two are left, one can"),
        pytest.param(household(False, 0), State.PARTIAL, False, id="alone, not yet"),
        pytest.param(household(False, 0, reason="later"), State.PARTIAL, False, id="alone, will"),
        pytest.param(household(False, 0, reason="no_smartphone"), State.PARTIAL, True, id="alone, cannot"),
        pytest.param(household(False, 4, 4, reason="incompatible"), State.PARTIAL, True, id="self cannot"),
        pytest.param(household(False, 4, 4, reason="later"), State.PARTIAL, False, id="self will"),
        pytest.param(household(False, 4, 3, 1, "no_smartphone"), State.PARTIAL, True, id="nobody left can"),
        pytest.param(household(False, 4, 3, 0, "no_smartphone"), State.PARTIAL, False, id="a relative can"),
        pytest.param({}, State.PARTIAL, False, id="nothing"),
    ],
)
def test_a_household_is_complete_when_everybody_has_and_settled_when_whoever_is_left_cannot(
    answers, state, settled
):
    verdict = judge(STAFF, answers)
    assert (verdict.state, verdict.settled) == (state, settled)


def _asked(answers: Answers, **replies: object) -> list[str]:
    """Ids of the questions that are asked, in order, when each is given its reply."""
    asked = []
    answers = dict(answers)
    while (question := next_question(STAFF, answers)) is not None:
        asked.append(question.id)
        answers[question.id] = replies[question.id]  # type: ignore[assignment]
    return asked


@pytest.mark.parametrize(
    ("known", "replies", "asked"),
    [
        pytest.param(
            {},
            {"self_installed": True, "family_total": 0},
            ["self_installed", "family_total"],
            id="lives alone",
        ),
        pytest.param(
            {},
            {"self_installed": True, "family_total": 4, "family_installed": 4},
            ["self_installed", "family_total", "family_installed"],
            id="everybody",
        ),
        pytest.param(household(True, 3, 3), {}, [], id="all of it in one sentence"),
        pytest.param(
            household(True, None, 3), {"family_total": 3}, ["family_total"], id="the total is missing"
        ),
        pytest.param(
            household(True, 4, 3),
            {"family_exempt": 1, "reason": "too_young"},
            ["family_exempt", "reason"],
            id="one is left",
        ),
        pytest.param(
            household(False, 0),
            {"reason": "later"},
            ["reason"],
            id="alone and not yet: only the reason is missing",
        ),
        pytest.param(
            household(False, reason="no_smartphone"),
            {"family_total": 0},
            ["family_total"],
            id="no smartphone, alone",
        ),
    ],
)
def test_only_what_is_missing_is_asked(known, replies, asked):
    assert _asked(known, **replies) == asked


def test_no_smartphone_answers_the_reason_too():
    option = STAFF.question("self_installed").options[2]
    assert option.sets == {"self_installed": False, "reason": "no_smartphone"}


def test_the_number_of_those_left_is_in_the_question():
    question = STAFF.question("family_exempt")
    assert question.ask_with["con_lai"].value({"family_total": 4, "family_installed": 1}) == 3
    assert question.ask_with["con_lai"].value({"family_total": 4}) is None


def _tally(*declared: Answers) -> Counter[str]:
    """Sums of the form's measures over declarations."""
    return Counter({m.id: sum(amount(m, answers) for answers in declared) for m in STAFF.measures})


def test_both_rates_are_counted_in_people():
    tally = _tally(
        household(True, 4, 4),  # 5 of 5
        household(True, 4, 2, 1, "too_young"),  # 3 of 5, one cannot
        household(False, 0, reason="no_smartphone"),  # 0 of 1, who cannot
    )
    rates = {rate.id: share(rate, tally) for rate in STAFF.rates}
    assert (rates["of-all"].part, rates["of-all"].whole) == (8, 11)
    assert (rates["of-able"].part, rates["of-able"].whole) == (8, 9)
    assert (rates["family"].part, rates["family"].whole) == (6, 8)


def test_the_reason_of_a_relative_does_not_make_the_speaker_unable():
    assert _tally(household(True, 1, 0, 1, "too_young"))["unable"] == 1


numbers = st.none() | st.integers(0, 6)


@given(
    st.booleans(), numbers, numbers, numbers, st.sampled_from([None, "later", "too_young", "no_smartphone"])
)
def test_whoever_is_complete_is_not_also_settled(done, total, installed, exempt, reason):
    verdict = judge(STAFF, household(done, total, installed, exempt, reason))
    assert not (verdict.settled and verdict.state is State.COMPLETE)
    if verdict.state is State.COMPLETE:
        assert done
        assert total == 0 or total == installed


@pytest.mark.parametrize(
    ("answers", "state", "settled"),
    [
        ({"self_installed": True, "family_installed": 0}, State.COMPLETE, False),
        ({"self_installed": True}, State.COMPLETE, False),
        ({"self_installed": False, "reason": "too_young"}, State.PARTIAL, True),
        ({"self_installed": False, "family_installed": 2, "reason": "later"}, State.PARTIAL, False),
        ({"self_installed": False, "reason": "no_smartphone"}, State.PARTIAL, True),
    ],
)
def test_a_pupil_owes_nothing_for_relatives(answers, state, settled):
    verdict = judge(PUPIL, answers)
    assert (verdict.state, verdict.settled) == (state, settled)


def test_only_staff_have_a_deadline_and_a_target():
    staff, pupils, website = CAMPAIGN.obligations
    assert staff.due is not None
    assert staff.due.before == datetime(2020, 8, 29, 17, tzinfo=UTC)
    assert last_valid_day(staff.due.before).isoformat() == "2020-08-29"
    assert [(o.due, o.target, o.ladder) for o in (pupils, website)] == [(None, None, None)] * 2
    assert pupils.audience.smartphone_only
    assert website.audience.answered_by_units


def test_what_pupils_are_asked_of_others_may_be_left_out():
    assert [q.id for q in PUPIL.questions if not q.required] == ["family_installed", "told_others"]


@pytest.mark.parametrize("reason", sorted(CAMPAIGN.unable_reasons))
@pytest.mark.parametrize("form", [STAFF, PUPIL], ids=["staff", "pupils"])
def test_every_reason_of_those_who_cannot_is_taken_off_the_rate_of_those_who_can(form, reason):
    answers = {"self_installed": False, "family_total": 0, "reason": reason}
    tally = Counter({m.id: amount(m, answers) for m in form.measures})
    rates = {rate.id: share(rate, tally) for rate in form.rates}
    assert (rates["of-all"].whole, rates["of-able"].whole) == (1, 0)


@pytest.mark.parametrize("form", [STAFF, PUPIL], ids=["staff", "pupils"])
def test_numbers_of_relatives_are_labelled_as_counts_of_declarations(form):
    labels = [m.label for m in (*form.measures, *form.rates) if "family" in m.id]
    assert labels
    assert all("(lượt)" in label for label in labels)
