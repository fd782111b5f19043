"""Statements that the two databases spell differently, built once for both."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite

Parameters = dict[str, Any] | Sequence[dict[str, Any]]


class PerDialect:
    """One statement in two spellings; `run` picks the connection's."""

    def __init__(self, build: Callable[[Callable[[Table], Any]], Executable]) -> None:
        self._statements = {"sqlite": build(sqlite.insert), "postgresql": build(postgresql.insert)}

    def run(self, conn: Connection, parameters: Parameters | None = None) -> CursorResult[Any]:
        return conn.execute(self._statements[conn.dialect.name], parameters)


def inserted_id(result: CursorResult[Any]) -> int:
    """The id that the database gave the one row just inserted."""
    key = result.inserted_primary_key
    if key is None:
        raise LookupError("nothing was inserted")
    return int(key[0])
