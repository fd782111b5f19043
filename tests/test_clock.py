"""Moments and seconds."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import SimulatedClock, SystemClock
from tests.fakes.clock import SIGNED

HOUR = timedelta(hours=1)


def test_the_system_clock_shows_the_moment_in_utc():
    clock = SystemClock()

    assert clock.now().tzinfo is UTC
    assert clock.after(5) - clock.now() > timedelta(seconds=4)


def test_a_simulated_clock_starts_where_it_is_told_and_runs_at_its_speed():
    clock = SimulatedClock(SIGNED, speed=3600)

    assert SIGNED <= clock.now() < SIGNED + HOUR
    assert SIGNED + HOUR <= clock.after(1) < SIGNED + 2 * HOUR


def test_a_simulated_clock_wants_to_know_its_zone():
    with pytest.raises(ValueError, match="time zone"):
        SimulatedClock(datetime(2020, 8, 18))  # noqa: DTZ001


def test_a_simulated_clock_can_be_set():
    clock = SimulatedClock(SIGNED, speed=0)

    clock.advance(HOUR)
    assert clock.now() == SIGNED + HOUR
    clock.advance_to(SIGNED + 3 * HOUR)
    assert clock.now() == SIGNED + 3 * HOUR


async def test_who_sleeps_until_a_moment_is_woken_by_a_jump():
    clock = SimulatedClock(SIGNED, speed=0)
    sleeper = asyncio.create_task(clock.sleep_until(SIGNED + HOUR))

    await asyncio.sleep(0)
    clock.advance(HOUR / 2)
    await asyncio.sleep(0)
    assert not sleeper.done()
    clock.advance(HOUR / 2)

    await asyncio.wait_for(sleeper, 5)


async def test_a_fast_clock_gets_there_by_itself():
    await asyncio.wait_for(SimulatedClock(SIGNED, speed=1_000_000).sleep_until(SIGNED + HOUR), 5)


@pytest.mark.parametrize("clock", [SystemClock(), SimulatedClock(SIGNED)], ids=["system", "simulated"])
async def test_a_wait_ends_with_its_signal_its_seconds_or_its_moment(clock: SystemClock | SimulatedClock):
    signal = asyncio.Event()
    asyncio.get_running_loop().call_soon(signal.set)

    await asyncio.wait_for(clock.wait(signal), 5)
    await asyncio.wait_for(clock.wait(asyncio.Event(), seconds=0.001), 5)
    await asyncio.wait_for(clock.wait(asyncio.Event(), until=clock.after(0.001)), 5)
    await asyncio.wait_for(clock.sleep_until(clock.after(0.001)), 5)
    await clock.sleep(0)
