"""A unit's own deadline: which one applies, and the nudges that count back from it."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deadlines import VIETNAM, before_day, by_day
from bot.domain.holidays import is_holiday
from bot.domain.local_deadlines import LocalDeadline, earliest, steps
from bot.domain.rounds import Round
from tests.domain.test_ladder import CAMPAIGN, PUPILS, STAFF, at, round_of_1510

OFFICIAL = before_day(date(2020, 8, 30))


def own(
    due_before: datetime = by_day(date(2020, 8, 27)), unit: int = 7, set_at: datetime = at(19, 8)
) -> LocalDeadline:
    return LocalDeadline(round_id=1, unit_id=unit, due_before=due_before, set_at=set_at)


def nudges(deadline: LocalDeadline, round_: Round | None = None, obligation=STAFF) -> list[str]:
    found = steps(round_ or round_of_1510(), deadline, obligation, CAMPAIGN, is_holiday)
    return [f"{rung.key} {rung.at.astimezone(VIETNAM):%-d/%-m %H:%M}" for rung in found]


def test_steps_count_back_from_the_local_day_and_end_there():
    assert nudges(own()) == [
        "7.08280000.t-7 20/8 07:00",
        "7.08280000.t-3 24/8 07:00",
        "7.08280000.t-1 26/8 07:00",
        "7.08280000.on-day 27/8 07:00",
    ]


def test_what_lay_before_it_was_set_does_not_exist():
    assert [step.split()[1] for step in nudges(own(set_at=at(25, 9)))] == ["26/8", "27/8"]


def test_where_the_file_plans_no_reminders_there_are_three():
    silent = replace(PUPILS, ladder=None)

    found = nudges(own(), round_of_1510(due_before=None), silent)

    assert [step.split(maxsplit=1)[1] for step in found] == ["24/8 07:00", "26/8 07:00", "27/8 07:00"]


def test_a_deadline_set_anew_has_steps_of_its_own():
    first = {step.split()[0] for step in nudges(own())}
    second = {step.split()[0] for step in nudges(own(by_day(date(2020, 8, 26))))}

    assert not first & second


@pytest.mark.parametrize(
    ("found", "due_before", "wanted"),
    [
        pytest.param([], OFFICIAL, None, id="none was set"),
        pytest.param([own(unit=1), own(by_day(date(2020, 8, 25)), unit=2)], OFFICIAL, 2, id="the earliest"),
        pytest.param([own(unit=1)], None, 1, id="the directive has none"),
        pytest.param([own(OFFICIAL, unit=1)], OFFICIAL, None, id="the directive's is as early"),
    ],
)
def test_the_earliest_before_the_directives_applies(found, due_before, wanted):
    applying = earliest(found, due_before)

    assert (applying and applying.unit_id) == wanted


@given(st.integers(min_value=19, max_value=29), st.integers(min_value=18, max_value=30))
def test_no_step_is_after_the_deadline_or_before_it_was_set(day, set_on):
    deadline = own(by_day(date(2020, 8, day)), set_at=at(set_on, 12))

    for rung in steps(round_of_1510(), deadline, STAFF, CAMPAIGN, is_holiday):
        assert deadline.set_at < rung.at < deadline.due_before
        assert len(rung.key) <= 40
