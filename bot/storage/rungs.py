"""Which rungs of a round's ladder are done with: each is planned once, or skipped for good."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from bot.storage.dialects import PerDialect
from bot.storage.tables import rungs

_MARK = PerDialect(lambda insert: insert(rungs).on_conflict_do_nothing())
_DONE = select(rungs.c.rung).where(rungs.c.round_id == bindparam("round_id"))
_FORGET = delete(rungs).where(
    rungs.c.round_id == bindparam("of_round"), rungs.c.rung.in_(bindparam("taken", expanding=True))
)


def done(conn: Connection, round_id: int) -> frozenset[str]:
    """The rungs of a round that were planned or skipped."""
    return frozenset(conn.scalars(_DONE, {"round_id": round_id}))


def mark(conn: Connection, round_id: int, rung: str, due_at: datetime, outcome: str, now: datetime) -> None:
    _MARK.run(
        conn,
        {"round_id": round_id, "rung": rung, "due_at": due_at, "planned_at": now, "outcome": outcome},
    )


def forget(conn: Connection, round_id: int, taken: frozenset[str]) -> None:
    """Let these rungs of a round be planned once more."""
    conn.execute(_FORGET, {"of_round": round_id, "taken": sorted(taken)})
