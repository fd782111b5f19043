"""A loop whose waits cost nothing: when everybody waits, its clock stands at the next moment at once.

Unlike `FakeClock` it knows what happens meanwhile, so that an hour of sending is seen as it would be, the
same each time. Nothing in it may be done in another thread.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot.clock import SystemClock
from bot.storage import Connection
from bot.storage.engine import database_url, sync_engine
from tests.fakes.clock import SIGNED

T = TypeVar("T")
#: Seconds that pass at each turn of the loop, so that nobody waits for a last digit for ever.
INSTANT = 1e-6


class _Leap(selectors.SelectSelector):
    """Waits for nothing that is not there yet; the time it would have waited has passed."""

    def __init__(self) -> None:
        super().__init__()
        self.elapsed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "everybody waits for somebody else"
        self.elapsed += max(INSTANT, timeout)
        return super().select(0)


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._leap = _Leap()
        super().__init__(self._leap)

    def time(self) -> float:
        return self._leap.elapsed


class VirtualClock(SystemClock):
    """Shows the time of the loop it is asked in."""

    def now(self) -> datetime:
        return SIGNED + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()


class PromptDatabase:
    """SQLite without a thread of its own: work is done when it is asked for, and takes no time."""

    shared = False

    def __init__(self, setting: str) -> None:
        self._connection = sync_engine(database_url(setting)).connect()
        driver: Any = self._connection.connection.driver_connection
        driver.execute("PRAGMA synchronous=OFF")  # nothing of it is kept

    async def write(self, work: Callable[[Connection], T]) -> T:
        with self._connection.begin():
            return work(self._connection)

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self.write(work)

    async def close(self) -> None:
        self._connection.close()


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run to the end in a time of its own."""
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(main)
