"""How much of a long piece of work one transaction takes: what holds the writer for some ten milliseconds.

A small computer, or one that is busy, takes smaller slices, and people wait no longer for their answers.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

#: Seconds that a slice is to take: a fifth of what it may, for a moment may be slow.
AIM = 0.010
#: Rows of the smallest and of the largest slice.
LEAST, MOST = 500, 30_000
#: From one slice to the next it grows by no more than this.
GROWTH = 2.0


@dataclass(slots=True)
class Slices:
    """The slices of one piece of work, in the order in which they are taken."""

    rows: int  #: that the next one takes

    def take(self, work: Callable[[int], T]) -> T:
        """Do the work for so many rows, and choose by the time it took how many are next."""
        began = time.perf_counter()
        done = work(self.rows)
        self.took(time.perf_counter() - began)
        return done

    def took(self, seconds: float) -> None:
        fitting = min(AIM / max(seconds, 1e-6), GROWTH)
        self.rows = max(LEAST, min(MOST, int(self.rows * fitting)))
