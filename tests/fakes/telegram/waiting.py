"""Waiting for something to have happened, without asking the time again and again."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Signal:
    """Wakes everybody who waits for a change; costs nothing while nobody waits."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def fire(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        for waiter in waiting:
            if not waiter.done():
                waiter.set_result(None)

    async def until(self, attempt: Callable[[], T | None], seconds: float, complaint: Callable[[], str]) -> T:
        """The first result of `attempt` that is not None, tried now and after every change.

        Raises AssertionError with the complaint when `seconds` have passed.
        """
        try:
            async with asyncio.timeout(seconds):
                while (found := attempt()) is None:
                    waiter = asyncio.get_running_loop().create_future()
                    self._waiting.append(waiter)
                    await waiter
                return found
        except TimeoutError:
            raise AssertionError(complaint()) from None
