"""The pace: never more than permitted in any second, hardly less, and a place for people."""

from bisect import bisect_left
from heapq import heappop, heappush
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacer import LONGEST_WAY, WAYS, YIELDED, Pacer
from bot.domain.channels import Capabilities
from tests.fakes.telegram.limits import Gate, Limits


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


def send(pacer: Pacer, now: float, *, answers: int = 0, bulk: int = 0) -> list[float]:
    """Start so many sends to a platform that answers at once."""
    pacer.reserve(now, answers=answers, bulk=bulk)
    for n in range(answers + bulk):
        pacer.answered(pacer.start(f"chat {n}", now), now)
    return [now] * (answers + bulk)


def send_bulk(pacer: Pacer, now: float) -> list[float]:
    """Start as many bulk sends as may start now."""
    return send(pacer, now, bulk=pacer.slots(now))


def broadcast(pacer: Pacer, seconds: float, lateness: list[float]) -> list[float]:
    """Bulk for so long, each wake-up late by the next of these times."""
    now, starts, n = 0.0, [], 0
    while now < seconds:
        starts += send_bulk(pacer, now)
        now += pacer.slot_in(now) + lateness[n % len(lateness)] + 1e-6
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
            starts += send(pacer, now, answers=1)
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
    send(pacer, 0, answers=30)

    starts = broadcast(pacer, 3, [0.001])

    assert most_in_a_second(starts, second=0.1) <= 4


def test_missed_slots_are_made_up_for_but_idle_time_is_not_saved_up():
    pacer = Pacer(limits(30))
    send_bulk(pacer, 0)

    assert pacer.slots(0.2) == 5
    assert pacer.slots(1000) == 1


def test_a_place_that_was_reserved_is_taken_and_one_that_was_cancelled_is_free():
    pacer = Pacer(limits(2))

    pacer.reserve(0, answers=2, bulk=0)
    assert pacer.free(0) == 0
    pacer.cancel()
    assert pacer.free(0) == 1


def test_one_chat_gets_its_burst_and_then_its_interval():
    pacer = Pacer(limits(30, chat_interval=1, chat_burst=3))
    for now in (0, 0.1, 0.2):
        assert pacer.cooling(now) == {}
        pacer.reserve(now, answers=1, bulk=0)
        pacer.start("lan", now)

    assert pacer.cooling(0.3) == {"lan": pytest.approx(0.72)}
    assert pacer.cooling(1.03) == {}


def test_a_message_that_was_long_on_its_way_keeps_its_place_for_as_long():
    pacer = Pacer(limits(1))
    for n in range(2 * WAYS):  # there and back takes 50 ms
        pacer.reserve(2 * n, answers=1, bulk=0)
        pacer.answered(pacer.start("lan", 2 * n), 2 * n + 0.05)
    now = 4 * WAYS
    pacer.reserve(now, answers=1, bulk=0)
    pacer.answered(pacer.start("lan", now), now + 0.45)

    assert not pacer.free(now + 1.39)
    assert pacer.free(now + 1.41)


def test_messages_that_hang_do_not_keep_their_places_for_good():
    pacer = Pacer(limits(30))
    pacer.reserve(0, answers=30, bulk=0)
    for n in range(30):
        pacer.start(f"chat {n}", 0)

    assert pacer.free_in(1) == pytest.approx(LONGEST_WAY, abs=0.01)
    assert not pacer.free(2.9)
    assert pacer.free(3.1) == 30


def test_while_people_write_a_place_is_kept_for_the_next_of_them():
    pacer, n = Pacer(limits(30)), 0
    bulk, waited = [], []
    for millisecond in range(30_000):
        now = millisecond / 1000
        if millisecond % 1000 == 500:
            waited.append(0.0 if pacer.free(now) else pacer.free_in(now) or 0.0)
            n += len(send(pacer, now, answers=1))
        bulk += send_bulk(pacer, now)

    assert max(waited[1:]) <= 0.01
    assert len(bulk) + n >= 0.98 * 30 * 30


def test_while_people_write_bulk_leaves_in_slots_further_apart():
    quiet, asked = Pacer(limits(30)), Pacer(limits(30))
    send(asked, 0, answers=3)
    for pacer in (quiet, asked):
        assert len(send_bulk(pacer, 0)) == 1

    assert quiet.slot_in(0) > 0
    assert asked.slot_in(0) == pytest.approx(quiet.slot_in(0) * 30 / (30 - 3 * YIELDED))

    for pacer in (quiet, asked):
        assert len(send_bulk(pacer, 2)) == 1

    assert asked.slot_in(2) == pytest.approx(quiet.slot_in(2))


def test_a_slow_platform_takes_bulk_though_somebody_was_answered():
    pacer = Pacer(limits(1))
    send(pacer, 0, answers=1)

    assert pacer.slot_in(1.01) == 0
    assert pacer.slots(1.01) == 1


@given(
    st.lists(st.tuples(st.floats(0.005, 0.4), st.floats(0.005, 0.4)), min_size=1, max_size=30),
    st.lists(st.floats(0, 8), max_size=60),
)
@settings(max_examples=50)
def test_a_strict_platform_refuses_nothing_however_long_messages_are_on_their_way(
    ways: list[tuple[float, float]], people: list[float]
):
    """Every second message takes the shortest way there and back; answers overtake each other."""
    pacer, gate, chance = Pacer(limits(30)), Gate(Limits(chat_burst=100)), Random(1)
    written = sorted(people)
    events: list[tuple[float, int, str]] = [(0.0, 0, "look")]
    sends = 0
    while events[0][0] < 8:
        now, number, what = heappop(events)
        if what == "arrives":
            assert gate.refusal(number, now) is None
            continue
        if what == "answered":
            pacer.answered(number, now)
        answers = 0
        while written and written[0] <= now and answers < pacer.free(now):
            written.pop(0)
            answers += 1
        pacer.reserve(now, answers=answers, bulk=0)
        bulk = pacer.slots(now)
        pacer.reserve(now, answers=0, bulk=bulk)
        for _ in range(answers + bulk):
            sends += 1
            there, back = (0.005, 0.005) if sends % 2 else chance.choice(ways)
            send_number = pacer.start(f"chat {sends}", now)
            heappush(events, (now + there, sends, "arrives"))
            heappush(events, (now + there + back, send_number, "answered"))
        if what == "look" or answers + bulk:
            heappush(events, (now + max(pacer.slot_in(now), 0.001), 0, "look"))


def test_a_quiet_channel_stays_quiet_for_the_longest_time_it_was_told():
    pacer = Pacer(limits())
    pacer.quiet(0, 10)
    pacer.quiet(1, 3)

    assert pacer.quiet_for(5) == pytest.approx(5, abs=0.1)
    assert pacer.quiet_for(11) == 0
