"""What time it is, and waiting for it: the only place that asks the machine. (How long a slice of work took
is measured where it is taken: `reminders/slicing.py`.)

Two times are told apart. *Moments* (`now`, aware UTC) are what the directives, the tables and people
speak of; a simulated clock moves them as it likes. *Seconds* (`monotonic`, `sleep`) are the machine's
and never jump; whatever a platform counts (rates, back-off, leases) is counted in them.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

#: Longest wait on a real clock, seconds: how soon a clock that somebody set is noticed.
_LONGEST = 60.0


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds of a stopwatch that nobody sets."""
        ...

    def after(self, seconds: float) -> datetime:
        """The moment that this clock will show in so many real seconds."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait so many real seconds."""
        ...

    async def wait(
        self, signal: asyncio.Event, *, seconds: float | None = None, until: datetime | None = None
    ) -> None:
        """Wait for whatever comes first: the signal, the real seconds, or the moment.

        May return early (when the clock jumps), so callers look again at what is due.
        """
        ...

    async def sleep_until(self, moment: datetime) -> None:
        """Wait until the clock shows this moment, also when it gets there by a jump."""
        ...


class SimulatedClock:
    """A clock that starts at any moment, runs at any speed and can be set forward by hand.

    For demonstrations and tests. Speed 0 stands still until it is set.
    """

    def __init__(self, start: datetime, speed: float = 1.0) -> None:
        if start.tzinfo is None:
            raise ValueError(f"a clock starts at an instant, with its time zone: {start!r}")
        self._start = start.astimezone(UTC)
        self._speed = speed
        self._since = self.monotonic()
        self._waiting: list[asyncio.Timeout] = []

    def monotonic(self) -> float:
        return time.monotonic()

    def now(self) -> datetime:
        return self.after(0)

    def after(self, seconds: float) -> datetime:
        return self._start + timedelta(seconds=(self.monotonic() - self._since + seconds) * self._speed)

    def advance(self, delta: timedelta) -> None:
        """Set the clock by so much and wake everybody who waits for it."""
        self._start += delta
        for limit in self._waiting:
            if not limit.expired():  # an earlier jump has not been noticed yet
                limit.reschedule(asyncio.get_running_loop().time())

    def advance_to(self, moment: datetime) -> None:
        """Set the clock to this moment and wake everybody who waits for it."""
        self.advance(moment - self.now())

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def wait(
        self, signal: asyncio.Event, *, seconds: float | None = None, until: datetime | None = None
    ) -> None:
        if until is not None and self._speed > 0:
            left = (until - self.now()).total_seconds() / self._speed
            seconds = left if seconds is None else min(seconds, left)
        await _signal_or_seconds(signal, seconds, self._waiting)

    async def sleep_until(self, moment: datetime) -> None:
        while self.now() < moment:
            await self.wait(asyncio.Event(), until=moment)


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def after(self, seconds: float) -> datetime:
        return self.now() + timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def wait(
        self, signal: asyncio.Event, *, seconds: float | None = None, until: datetime | None = None
    ) -> None:
        if until is not None:
            left = min((until - self.now()).total_seconds(), _LONGEST)
            seconds = left if seconds is None else min(seconds, left)
        await _signal_or_seconds(signal, seconds)

    async def sleep_until(self, moment: datetime) -> None:
        while self.now() < moment:
            await self.wait(asyncio.Event(), until=moment)


async def _signal_or_seconds(
    signal: asyncio.Event, seconds: float | None, waiting: list[asyncio.Timeout] | None = None
) -> None:
    """`waiting` holds the limit meanwhile, so that somebody else may end the wait early."""
    if signal.is_set() or (seconds is not None and seconds <= 0):
        await asyncio.sleep(0)  # let others run: a caller that loops must not starve them
        return
    waiting = [] if waiting is None else waiting
    try:
        async with asyncio.timeout(seconds) as limit:
            waiting.append(limit)
            try:
                await signal.wait()
            finally:
                waiting.remove(limit)
    except TimeoutError:
        return
