"""The machine's clock is wrong for a while, and is set right."""

from datetime import timedelta

import pytest

from bot.storage import Database
from tests.faults.conftest import Bench, unhandled, unsent

pytestmark = pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)


@pytest.mark.parametrize("hours", [3, -3], ids=["forward", "back"])
async def test_a_clock_that_is_set_in_the_middle_delays_nobody_and_repeats_nothing(
    bench: Bench, school: Database, hours: int
) -> None:
    async with bench.running(school) as app:
        await bench.sends(6)
        bench.clock.advance(timedelta(hours=hours))
        await bench.side.says("/giupdo")
        await bench.side.hears("nhắn:")
        await app.tick()
    assert len(bench.side.sent()) == 7
    assert bench.sent_twice() == []
    assert await unsent(school) == []


async def test_what_a_clock_that_ran_ahead_put_off_is_done_when_it_is_set_right(
    bench: Bench, school: Database
) -> None:
    async with bench.running(school) as app:
        await bench.sends(6)
        bench.clock.advance(timedelta(hours=3))
        # The answer's first send fails, so that the next try is due by the wrong clock.
        bench.side.faults.next("sendMessage", kind="bad_gateway", times=1)
        await bench.side.says("/giupdo")
        await bench.side.was_asked("sendMessage", times=7)
        bench.clock.advance(timedelta(hours=-3))
        await app.mend_moments()
        await bench.side.hears("nhắn:")
    assert await unhandled(school) == []
    assert await unsent(school) == []
