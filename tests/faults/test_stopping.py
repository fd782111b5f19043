"""The program is told to stop in the middle of everything."""

import asyncio

import pytest

from bot import running
from bot.storage import Database
from tests.faults.conftest import HURRY, Bench, possible_duplicates, unhandled, unsent


async def test_a_stop_under_load_is_prompt_and_loses_nothing(
    bench: Bench, school: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "TICK", 0.05)
    monkeypatch.setattr(running, "GRACE", 8 * HURRY)  # seconds of the test
    bench.side.faults.next("sendMessage", kind="slow", seconds=0.2, times=3)
    async with bench.running(school):
        await bench.side.says(*["/giupdo"] * 10)
        await bench.side.was_asked("sendMessage", times=2)
        begun = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - begun < 10
    assert bench.told("CancelledError") == bench.told("stopped badly") == []
    assert {state for _, state in await unsent(school)} <= {"waiting"}

    async with bench.running(school):
        await bench.comes(lambda: len(bench.side.sent()) >= 6 + 10)
        await bench.settles(school)
    assert await unhandled(school) == []
    assert len(bench.side.sent()) - (6 + 10) <= await possible_duplicates(school)


async def test_a_stop_does_not_wait_for_a_platform_that_hangs(
    bench: Bench, school: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "GRACE", 2.0)
    bench.side.faults.next("sendMessage", kind="hang", times=3)
    async with bench.running(school):
        await bench.side.was_asked("sendMessage", times=3)
    assert {state for _, state in await unsent(school)} <= {"waiting", "sending"}
