"""Opening a round: everybody who owes it is written down and counted, a slice at a time.

From the first slice on the round is open, so that newcomers come in by themselves; until the last one it
has the mark `FILLING` among its steps, and nobody is written to about it. Repeating a slice changes nothing.
"""

from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, func, select

from bot.domain.rounds import Round
from bot.storage import rungs as rung_store
from bot.storage import tallies
from bot.storage.bound import write_down
from bot.storage.campaigns import Running
from bot.storage.rounds import lock_round, mark_opened, round_of
from bot.storage.tables import lineage, memberships, rounds, rungs, standings

#: People or units in one slice: the writer is never held longer than some tens of milliseconds.
SLICE = 1_000
#: The mark of a round that is being filled.
FILLING = "filling"

_UNFINISHED = (
    select(rounds)
    .join(rungs, rungs.c.round_id == rounds.c.id)
    .where(rungs.c.rung == FILLING, rounds.c.withdrawn_at.is_(None))
    .order_by(rounds.c.opens_at, rounds.c.id)
)
_LAST_STANDING = select(func.coalesce(func.max(standings.c.id), 0))
_NEXT_PEOPLE = (
    select(memberships.c.person_id.label("id"))
    .where(memberships.c.person_id > bindparam("after"))
    .distinct()
    .order_by(memberships.c.person_id)
    .limit(bindparam("most"))
)
_NEXT_UNITS = (
    select(lineage.c.unit_id.label("id"))
    .where(
        lineage.c.tree_on == bindparam("on", type_=lineage.c.tree_on.type),
        lineage.c.unit_id > bindparam("after"),
    )
    .distinct()
    .order_by(lineage.c.unit_id)
    .limit(bindparam("most"))
)


def begin(conn: Connection, round_: Round, now: datetime) -> None:
    """The round is open from now on; those who owe it are still to be written down."""
    lock_round(conn, round_.id)
    mark_opened(conn, round_.id, now)
    rung_store.mark(conn, round_.id, FILLING, round_.opens_at, "begun", now)


def unfinished(conn: Connection) -> list[Round]:
    """Rounds that are being filled, perhaps by a program that was stopped in the middle of it."""
    return [round_of(row) for row in conn.execute(_UNFINISHED)]


def fill_slice(conn: Connection, running: Running, round_: Round, after: int) -> int | None:
    """Write down and count the next slice, of those after an id; the last id of it, None at the end."""
    lock_round(conn, round_.id)
    last = _end_of_slice(conn, running, round_, after)
    if last is None:
        rung_store.forget(conn, round_.id, frozenset({FILLING}))
        return None
    known: int = conn.scalar(_LAST_STANDING) or 0
    write_down(conn, running, round_, lambda id_: and_(id_ > after, id_ <= last))
    tallies.count_new(conn, round_.id, running.tree_on, after=known)
    return last


def open_round(conn: Connection, running: Running, round_: Round, now: datetime) -> None:
    """All slices at once."""
    begin(conn, round_, now)
    after: int | None = 0
    while after is not None:
        after = fill_slice(conn, running, round_, after)


def _by_units(running: Running, round_: Round) -> bool:
    return running.campaign.obligation(round_.obligation).audience.answered_by_units


def _end_of_slice(conn: Connection, running: Running, round_: Round, after: int) -> int | None:
    by_units = _by_units(running, round_)
    some = (_NEXT_UNITS if by_units else _NEXT_PEOPLE).subquery()
    given = {"after": after, "most": SLICE} | ({"on": running.tree_on} if by_units else {})
    last: int | None = conn.scalar(select(func.max(some.c.id)), given)
    return last
