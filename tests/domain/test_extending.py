"""After an extension the ladder counts from the new last day; what went out early is not repeated."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deadlines import by_day
from bot.domain.extending import taken_again
from bot.domain.holidays import is_holiday
from bot.domain.ladder import due, rungs
from tests.domain.test_ladder import CAMPAIGN, STAFF, at, round_of_1510

OLD = round_of_1510()


def steps(until: date):
    return rungs(replace(OLD, due_before=by_day(until)), STAFF, CAMPAIGN, is_holiday)


def test_early_warnings_that_went_out_are_not_repeated():
    done = frozenset({"open", "t-7", "t-3"})

    assert taken_again(steps(date(2020, 9, 10)), done, at(27, 9)) == frozenset()


def test_the_last_warning_and_the_last_day_are_told_for_the_new_deadline():
    done = frozenset({"open", "t-7", "t-3", "t-1", "on-day", "overdue-1"})

    again = taken_again(steps(date(2020, 9, 10)), done, at(31, 9))

    assert again == {"t-1", "on-day", "overdue-1"}


def test_what_would_lie_in_the_past_stays_taken():
    done = frozenset({"open", "t-7", "t-3", "t-1", "on-day"})

    assert taken_again(steps(date(2020, 8, 30)), done, at(29, 12)) == frozenset({"on-day"})


@given(
    st.dates(min_value=date(2020, 8, 30), max_value=date(2020, 10, 30)),
    st.integers(min_value=18, max_value=31),
)
def test_nothing_is_due_at_once_because_of_an_extension(until, day):
    """No burst: whatever was done up to now stays done, and what is taken again lies ahead."""
    now = at(day, 12)
    done = frozenset(rung.key for rung in rungs(OLD, STAFF, CAMPAIGN, is_holiday) if rung.at <= now)
    later = steps(until)

    left = done - taken_again(later, done, now)

    assert due(later, left, now).now == ()
    assert "on-day" not in left or all(rung.at <= now for rung in later if rung.key == "on-day")
