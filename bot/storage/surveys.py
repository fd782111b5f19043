"""Long counts of a turn: a reader takes them between two tries of the turn, so that none holds the writer.

    a turn asks for a count ──► `Unsurveyed`: the turn is undone ──► a reader counts ──► the turn once more

Outside a turn (the command line, the planner) it is counted on the spot.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection

from bot.errors import KhaiBaoError

T = TypeVar("T")
_KEY = "khaibao surveys"


class Unsurveyed(KhaiBaoError):
    """A turn needs what `count` finds; a reader may run it, for it only reads."""

    def __init__(self, key: Hashable, count: Callable[[Connection], Any]) -> None:
        super().__init__(key)
        self.key = key
        self.count = count


def survey(conn: Connection, key: Hashable, count: Callable[[Connection], T]) -> T:
    """What `count` finds; in a turn, what it found under this key just before. Raises Unsurveyed there.

    The key says everything that the count depends on besides the database, and stays the same when the turn
    is tried again a moment later.
    """
    found: Mapping[Hashable, T | Exception] | None = conn.info.get(_KEY)
    if found is None:
        return count(conn)
    if key not in found:
        raise Unsurveyed(key, count)
    result = found[key]
    if isinstance(result, Exception):  # counting failed, and so does the turn
        raise result
    return result


@contextmanager
def surveyed(conn: Connection, found: Mapping[Hashable, Any]) -> Iterator[None]:
    """A turn: whatever takes long was found before it, or is asked for."""
    conn.info[_KEY] = found
    try:
        yield
    finally:
        del conn.info[_KEY]
