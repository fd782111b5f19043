"""Token buckets."""

import pytest

from bot.web import limits
from bot.web.limits import Limit, Rate


class Seconds:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def limit(seconds: Seconds) -> Limit:
    return Limit(Rate(per_second=2, burst=3), seconds)


def test_a_burst_is_let_through_and_then_one_waits_for_the_next_token(limit: Limit) -> None:
    assert [limit.take("a") for _ in range(4)] == [0, 0, 0, 0.5]


def test_tokens_come_back_at_the_rate_and_never_beyond_the_burst(limit: Limit, seconds: Seconds) -> None:
    for _ in range(3):
        limit.take("a")
    seconds.now = 1  # 2 a second
    assert [limit.take("a") > 0 for _ in range(3)] == [False, False, True]
    seconds.now = 100
    assert [limit.take("a") > 0 for _ in range(4)] == [False, False, False, True]


def test_one_key_does_not_use_up_another(limit: Limit) -> None:
    for _ in range(4):
        limit.take("a")

    assert limit.take("b") == 0


def test_full_buckets_are_forgotten_and_empty_ones_kept(
    limit: Limit, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MANY", 3)
    limit.take("old")
    seconds.now = 60
    for _ in range(4):
        limit.take("busy")
    limit.take("other")
    limit.take("new")

    assert limit.take("busy") > 0
    assert set(limit._buckets) == {"busy", "other", "new"}
