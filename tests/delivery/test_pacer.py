"""The pace: never more than permitted in any second, hardly less, and a place for people."""

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacer import Pacer
from bot.domain.channels import Capabilities


def limits(per_second: float = 30, chat_interval: float = 0, chat_burst: int = 1) -> Capabilities:
    return Capabilities(
        buttons=True,
        deletes=True,
        edits=True,
        files=True,
        text_units=4096,
        per_second=per_second,
        chat_interval=chat_interval,
        chat_burst=chat_burst,
    )


def most_in_a_second(starts: list[float], second: float = 1.0) -> int:
    """The most starts in any window that is open at one end."""
    return max((bisect_left(starts, start + second) - n for n, start in enumerate(starts)), default=0)


def send_bulk(pacer: Pacer, now: float) -> list[float]:
    """Start as many bulk sends as may start now."""
    count = min(pacer.free(now), pacer.slots(now))
    pacer.reserve(answers=0, bulk=count)
    for n in range(count):
        pacer.start(f"chat {n}", now)
    return [now] * count


def broadcast(pacer: Pacer, seconds: float, lateness: list[float]) -> list[float]:
    """Bulk for so long, each wake-up late by the next of these times."""
    now, starts, n = 0.0, [], 0
    while now < seconds:
        starts += send_bulk(pacer, now)
        wait = pacer.slot_in(now) or pacer.free_in(now) or 0.0
        now += wait + lateness[n % len(lateness)] + 1e-6
        n += 1
    return starts


@pytest.mark.parametrize("per_second", [1, 5, 30, 500])
@pytest.mark.parametrize("late", [0.0, 0.002], ids=["timers on time", "timers 2 ms late"])
def test_a_broadcast_uses_nearly_the_whole_rate(per_second: int, late: float):
    starts = broadcast(Pacer(limits(per_second)), 60, [late])

    assert len(starts) >= 0.98 * 60 * per_second
    assert most_in_a_second(starts[-5 * per_second :]) <= per_second


@given(
    st.sampled_from([1.0, 5.0, 30.0]),
    st.lists(st.floats(0, 0.3), min_size=1, max_size=20),
    st.lists(st.floats(0, 5), max_size=40),
)
def test_no_second_ever_sees_more_than_permitted(
    per_second: float, lateness: list[float], answers: list[float]
):
    pacer, starts, now, n = Pacer(limits(per_second)), [], 0.0, 0
    while now < 5:
        while answers and answers[0] <= now and pacer.free(now):
            answers.pop(0)
            pacer.reserve(answers=1, bulk=0)
            pacer.start("lan", now)
            starts.append(now)
        starts += send_bulk(pacer, now)
        now += max(pacer.slot_in(now), 0.001) + lateness[n % len(lateness)]
        n += 1

    assert most_in_a_second(starts) <= per_second


@given(st.lists(st.floats(0, 0.02), min_size=1, max_size=50))
def test_during_a_broadcast_a_place_for_people_is_never_more_than_a_moment_away(lateness: list[float]):
    pacer = Pacer(limits(30))
    starts = broadcast(pacer, 5, lateness)

    now = starts[-1]
    assert pacer.free(now) or (pacer.free_in(now) or 0) <= 3 / 30 + 0.02


def test_a_burst_of_answers_does_not_come_back_as_bursts_of_bulk():
    pacer = Pacer(limits(30))
    pacer.reserve(answers=30, bulk=0)
    for n in range(30):
        pacer.start(f"chat {n}", 0)

    starts = broadcast(pacer, 3, [0.001])

    assert most_in_a_second(starts, second=0.1) <= 4


def test_missed_slots_are_made_up_for_but_idle_time_is_not_saved_up():
    pacer = Pacer(limits(30))
    send_bulk(pacer, 0)

    assert pacer.slots(0.2) == 5
    assert pacer.slots(1000) == 1


def test_a_place_that_was_reserved_is_taken_and_one_that_was_cancelled_is_free():
    pacer = Pacer(limits(2))

    pacer.reserve(answers=2, bulk=0)
    assert pacer.free(0) == 0
    pacer.cancel()
    assert pacer.free(0) == 1


def test_one_chat_gets_its_burst_and_then_its_interval():
    pacer = Pacer(limits(30, chat_interval=1, chat_burst=3))
    for now in (0, 0.1, 0.2):
        assert pacer.cooling(now) == {}
        pacer.reserve(answers=1, bulk=0)
        pacer.start("lan", now)

    assert pacer.cooling(0.3) == {"lan": pytest.approx(0.72)}
    assert pacer.cooling(1.03) == {}


def test_a_quiet_channel_stays_quiet_for_the_longest_time_it_was_told():
    pacer = Pacer(limits())
    pacer.quiet(0, 10)
    pacer.quiet(1, 3)

    assert pacer.quiet_for(5) == pytest.approx(5, abs=0.1)
    assert pacer.quiet_for(11) == 0
