"""Work that one process at a time does: taken, kept, lost, and taken over."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.delivery.holding import LEASE, Holding
from bot.storage import Database
from tests.fakes.clock import FakeClock


class Work:
    """Notes who does it, until it is told to end or to fail."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.ends: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def __call__(self) -> None:
        self.begun.set()
        await self.ends


@pytest.fixture
def holding(database: Database, clock: FakeClock) -> Holding:
    return Holding(database, "poller:telegram", clock)


@pytest.fixture
def other(database: Database, clock: FakeClock) -> Holding:
    return Holding(database, "poller:telegram", clock)


async def test_work_is_done_by_one_and_then_by_the_other(
    holding: Holding, other: Holding, clock: FakeClock
) -> None:
    first, second = Work(), Work()
    doing = asyncio.create_task(holding.during(first))
    await first.begun.wait()
    waiting = asyncio.create_task(other.during(second))
    await asyncio.sleep(0.05)
    assert not second.begun.is_set()

    doing.cancel()  # the first is stopped: it gives the lease back
    await asyncio.gather(doing, return_exceptions=True)
    clock.advance(timedelta(seconds=1))
    await asyncio.wait_for(second.begun.wait(), 5)
    second.ends.set_result(None)
    await waiting


async def test_whoever_does_not_renew_loses_it_and_stops(
    holding: Holding, other: Holding, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    first = Work()
    doing = asyncio.create_task(holding.during(first))
    await first.begun.wait()
    # It slept, as a notebook does, and somebody else has taken over before it wakes.
    clock.elapsed += LEASE + 1
    assert await other.insist()
    clock.advance(timedelta(0))
    await asyncio.wait({asyncio.ensure_future(first.ends)}, timeout=5)
    assert first.ends.cancelled()
    assert "another process does it now" in caplog.text
    doing.cancel()
    await asyncio.gather(doing, return_exceptions=True)


async def test_what_the_work_raises_is_raised_and_the_lease_is_free(holding: Holding, other: Holding) -> None:
    work = Work()
    work.ends.set_exception(ValueError("second-poller"))
    with pytest.raises(ValueError, match="second-poller"):
        await holding.during(work)
    assert await other.insist()


async def test_a_holder_that_lives_is_not_taken_over(
    holding: Holding, other: Holding, clock: FakeClock
) -> None:
    assert await holding.insist()
    renewing = asyncio.create_task(other.insist())
    while not renewing.done():
        await holding.insist()
        await asyncio.sleep(0)
    assert not renewing.result()


async def test_a_database_that_is_away_for_a_moment_ends_nothing(
    database: Database,
    holding: Holding,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    work = Work()
    doing = asyncio.create_task(holding.during(work))
    await work.begun.wait()

    async def away(_work: object) -> None:
        raise OperationalError("SELECT 1", None, Exception("away"))

    with monkeypatch.context() as patch:
        patch.setattr(database, "write", away)
        clock.advance(timedelta(seconds=6))
        while "not renewed yet" not in caplog.text:  # noqa: ASYNC110 -- no event tells of a log
            await asyncio.sleep(0)
    assert not work.ends.done()
    work.ends.set_result(None)
    await doing
