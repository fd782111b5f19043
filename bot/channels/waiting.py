"""How long to wait before a platform is asked again."""

from random import Random

#: Seconds to the next try after a failure, doubled with each up to the longest.
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0


def backoff(failures: int, chance: Random) -> float:
    """Seconds to wait after so many failures in a row: between half and all of an ever longer time."""
    longest: float = min(FIRST_WAIT * 2 ** min(failures - 1, 10), LONGEST_WAIT)
    return longest * (0.5 + chance.random() / 2)
