"""Token buckets: how much one chat and one address may ask of us."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """`burst` requests at once, then `per_second` on average."""

    per_second: float
    burst: int


#: A person types; a page that comes back online sends what it kept.
CHAT = Rate(per_second=1, burst=20)
#: A whole school sits behind one address, and opens the same link in the same minute.
ADDRESS = Rate(per_second=30, burst=600)
#: Buckets kept before the full ones, which say nothing, are thrown away.
MANY = 10_000


class Limit:
    """One bucket per key."""

    def __init__(self, rate: Rate, clock: Callable[[], float] | None = None) -> None:
        """`clock` gives seconds from any start; by default the running loop's."""
        self._rate = rate
        self._clock = clock or (lambda: asyncio.get_running_loop().time())
        self._buckets: dict[str, tuple[float, float]] = {}  # key → (tokens left, when)

    def take(self, key: str) -> float:
        """Take one token. Returns 0, or the seconds until there is one."""
        now = self._clock()
        if len(self._buckets) >= MANY:
            self._buckets = {
                name: bucket
                for name, bucket in self._buckets.items()
                if self._left(bucket, now) < self._rate.burst
            }
        left = self._left(self._buckets.get(key, (self._rate.burst, now)), now)
        if left < 1:
            self._buckets[key] = (left, now)
            return (1 - left) / self._rate.per_second
        self._buckets[key] = (left - 1, now)
        return 0

    def _left(self, bucket: tuple[float, float], now: float) -> float:
        tokens, then = bucket
        return min(self._rate.burst, tokens + (now - then) * self._rate.per_second)
