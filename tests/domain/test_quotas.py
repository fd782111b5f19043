"""Messages of a month: what is left for whom, when it is told, and when it begins anew."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.messages import Lane
from bot.domain.quotas import (
    Account,
    Quota,
    affordable,
    allowance,
    began,
    month_of,
    next_reset,
    quota,
    unsettled,
)

HUNDRED = Quota(monthly=100, reserve=10)


@pytest.mark.parametrize(
    ("sent", "answers", "bulk"),
    [(0, 100, 90), (89, 11, 1), (90, 10, 0), (99, 1, 0), (100, 0, 0), (130, 0, 0)],
    ids=["fresh", "one left for all", "the reserve", "the last", "spent", "more than granted"],
)
def test_conversations_may_use_everything_and_the_rest_stops_at_the_reserve(
    sent: int, answers: int, bulk: int
):
    assert HUNDRED.left(Lane.ANSWER, sent) == answers
    assert HUNDRED.left(Lane.REMINDER, sent) == HUNDRED.left(Lane.ANNOUNCEMENT, sent) == bulk


@pytest.mark.parametrize(
    ("monthly", "percent", "reserve"),
    [(3000, 10, 300), (15, 10, 2), (1, 0, 0), (7, 100, 7)],
)
def test_the_reserve_is_a_part_of_the_month_rounded_up(monthly: int, percent: int, reserve: int):
    assert quota(monthly, percent) == Quota(monthly=monthly, reserve=reserve)


@pytest.mark.parametrize(("monthly", "reserve"), [(0, 0), (10, 11), (10, -1)])
def test_nobody_can_keep_back_what_is_not_there(monthly: int, reserve: int):
    with pytest.raises(ValueError, match="cannot be kept back"):
        Quota(monthly=monthly, reserve=reserve)


@pytest.mark.parametrize(
    ("sent", "level"), [(0, 0), (79, 0), (80, 80), (94, 80), (95, 95), (100, 95), (140, 95)]
)
def test_people_are_told_at_80_and_95_percent(sent: int, level: int):
    assert HUNDRED.level(sent) == level


# --- months


@pytest.mark.parametrize(
    ("moment", "month", "reset"),
    [
        (datetime(2026, 11, 22, 3, tzinfo=UTC), "2026-11", datetime(2026, 11, 30, 17, tzinfo=UTC)),
        (datetime(2026, 11, 30, 16, 59, tzinfo=UTC), "2026-11", datetime(2026, 11, 30, 17, tzinfo=UTC)),
        (datetime(2026, 11, 30, 17, tzinfo=UTC), "2026-12", datetime(2026, 12, 31, 17, tzinfo=UTC)),
        (datetime(2024, 1, 31, 12, tzinfo=UTC), "2024-01", datetime(2024, 1, 31, 17, tzinfo=UTC)),
    ],
    ids=["in the middle", "a minute before midnight in Vietnam", "midnight, over the year", "the 31st"],
)
def test_a_month_is_one_of_vietnam(moment: datetime, month: str, reset: datetime):
    assert (month_of(moment), next_reset(moment)) == (month, reset)


@given(st.integers(0, 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_every_moment_lies_in_its_month(moment: datetime):
    assert began(moment) <= moment < next_reset(moment)
    assert month_of(began(moment)) == month_of(moment) != month_of(next_reset(moment))
    assert began(next_reset(moment)) == next_reset(moment)


def test_in_its_first_days_a_refusal_may_mean_the_month_before():
    assert unsettled(datetime(2026, 12, 2, 16, 59, tzinfo=UTC))
    assert not unsettled(datetime(2026, 12, 2, 17, tzinfo=UTC))


# --- handing out

LANES = st.sampled_from(list(Lane))


@given(
    quota=st.integers(1, 60).flatmap(
        lambda monthly: st.builds(Quota, monthly=st.just(monthly), reserve=st.integers(0, monthly))
    ),
    sent=st.integers(0, 80),
    in_flight=st.integers(0, 10),
    asked=st.lists(st.tuples(LANES, st.integers(1, 4)), max_size=80),
)
def test_no_answer_is_refused_below_the_quota_and_nothing_else_touches_the_reserve(
    quota: Quota, sent: int, in_flight: int, asked: list[tuple[Lane, int]]
):
    allowed, used = allowance(quota, sent, in_flight), sent + in_flight
    for lane, cost in asked:
        taken = allowed.take(lane, cost)
        if lane is Lane.ANSWER:
            assert taken == (used < quota.monthly)
        if taken:
            used += cost
            assert lane is Lane.ANSWER or used <= quota.monthly - quota.reserve
    assert allowed.under_way == used - sent


def test_a_bulk_message_that_does_not_fit_ends_the_bulk_of_the_moment():
    allowed = allowance(HUNDRED, 89, 0)

    assert not allowed.take(Lane.REMINDER, 2)
    assert not allowed.take(Lane.ANNOUNCEMENT, 1)
    assert allowed.take(Lane.ANSWER, 1)


def test_what_waits_already_is_not_free_for_another_announcement():
    accounts = {"zalo:1": Account(quota=HUNDRED, sent=40, waiting=30)}

    assert accounts["zalo:1"].free == 20
    assert affordable({"zalo:1": 20, "telegram": 5000}, accounts)
    assert not affordable({"zalo:1": 21}, accounts)
