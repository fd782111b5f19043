"""A clock that a test sets, and that makes every wait of a stopwatch pass at once."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import SimulatedClock

#: 18 August 2020, 10:12 in Vietnam: the day the directive was signed.
SIGNED = datetime(2020, 8, 18, 3, 12, tzinfo=UTC)


class FakeClock(SimulatedClock):
    """Stands still. `advance` sets it; who waits for seconds gets them at once, and everybody with him."""

    def __init__(self, start: datetime = SIGNED) -> None:
        self.elapsed = 0.0
        super().__init__(start, speed=1.0)

    def monotonic(self) -> float:
        return self.elapsed

    def advance(self, delta: timedelta) -> None:
        """So much time passes: on the wall and on the stopwatch."""
        self.elapsed += delta.total_seconds()
        super().advance(timedelta(0))

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)  # what was just begun happens before, not after
        self.elapsed += seconds

    async def wait(
        self, signal: asyncio.Event, *, seconds: float | None = None, until: datetime | None = None
    ) -> None:
        if seconds is None:
            await super().wait(signal)
        else:
            await asyncio.sleep(0)
            if not signal.is_set():
                self.elapsed += seconds
