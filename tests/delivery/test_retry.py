"""What a failed send leads to."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.retry import GiveUp, TryAgain, after_failure, backoff
from bot.domain.messages import Lane, Reply
from bot.errors import (
    ChannelError,
    Misconfigured,
    OutcomeUnknown,
    Refused,
    Throttled,
    Unavailable,
    Unreachable,
)
from bot.storage.deliveries import Delivery
from tests.fakes.clock import SIGNED


class Middle(Random):
    """Chance without chance."""

    def random(self) -> float:
        return 0.5


def delivery(lane: Lane = Lane.ANSWER, attempts: int = 0, possible_duplicates: int = 0) -> Delivery:
    return Delivery(
        id=1,
        contact_id=1,
        chat="lan",
        person_id=None,
        lane=lane,
        kind="answer",
        body=Reply(text="Dạ"),
        due_at=SIGNED,
        expires_at=None,
        attempts=attempts,
        possible_duplicates=possible_duplicates,
        unreachable=False,
    )


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Unreachable("blocked"), GiveUp(reason="blocked", contact_lost=True)),
        (Refused("http-400"), GiveUp(reason="http-400")),
        (Throttled("http-429", retry_after=7), TryAgain(after=7, reason="throttled")),
        (Misconfigured("http-401"), TryAgain(after=0, reason="http-401")),
        (Unavailable("http-502"), TryAgain(after=0.75, reason="http-502")),
        (OutcomeUnknown("timeout"), TryAgain(after=0.75, reason="timeout", perhaps_delivered=True)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_failure_has_its_consequence(error: ChannelError, outcome: TryAgain | GiveUp):
    assert after_failure(delivery(), error, SIGNED, Middle()) == outcome


@pytest.mark.parametrize(("lane", "repeats"), [(Lane.ANSWER, 3), (Lane.REMINDER, 3), (Lane.ANNOUNCEMENT, 1)])
def test_a_send_nobody_knows_the_outcome_of_is_repeated_a_few_times(lane: Lane, repeats: int):
    error = OutcomeUnknown("timeout")

    last = after_failure(delivery(lane, possible_duplicates=repeats - 1), error, SIGNED, Middle())
    beyond = after_failure(delivery(lane, possible_duplicates=repeats), error, SIGNED, Middle())

    assert isinstance(last, TryAgain)
    assert beyond == GiveUp(reason="timeout")


@pytest.mark.parametrize(("hours", "kind"), [(23, TryAgain), (24, GiveUp)])
def test_a_platform_that_is_away_is_waited_for_a_day(hours: int, kind: type):
    now = SIGNED + timedelta(hours=hours)

    assert isinstance(after_failure(delivery(), Unavailable("dns"), now, Middle()), kind)


@given(st.integers(0, 10_000), st.integers())
def test_the_wait_grows_up_to_five_minutes_and_is_never_nothing(failures: int, seed: int):
    assert 0.5 <= backoff(failures, Random(seed)) <= 300
    assert backoff(failures, Middle()) <= backoff(failures + 1, Middle())
