"""What a transaction has read once and need not read again: rows that hardly ever change.

Forgotten when the next transaction begins on the connection, when a part of one is undone, and by
whoever changes such rows.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
_KEY = "khaibao memo"


def recall(conn: Connection, key: Any, find: Callable[[], T]) -> T:
    """What was found under this key in this transaction, else what is found now."""
    known: dict[Any, T] = conn.info.setdefault(_KEY, {})
    if key not in known:
        known[key] = find()
    return known[key]


def forget(conn: Connection) -> None:
    """Read everything anew from here on."""
    conn.info.pop(_KEY, None)
