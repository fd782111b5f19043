"""The trees of single days: every unit with all its ancestors, as campaigns add up by.

A campaign that starts has the tree of its day written down a slice at a time, outside of any turn; what
changes units or their parents writes the trees of all days anew.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, literal, select

from bot.storage.tables import campaigns, lineage, units
from bot.storage.tables import unit_parents as parents_table
from bot.storage.unit_parents import DEEPEST, Link, holds_on

#: Units in one slice: the writer is never held longer than some tens of milliseconds.
SLICE = 2_000

_DAY = bindparam("day", type_=lineage.c.tree_on.type)
_WRITTEN_TO = select(func.max(lineage.c.unit_id)).where(lineage.c.tree_on == _DAY)
_NEXT = (
    select(units.c.id).where(units.c.id > bindparam("after")).order_by(units.c.id).limit(bindparam("most"))
)
_END_OF_NEXT = select(func.max(_NEXT.subquery().c.id))


def build(conn: Connection, on: date) -> None:
    """Write down every unit's ancestors as of a day, in place of what is there."""
    conn.execute(delete(lineage).where(lineage.c.tree_on == on))
    _write(conn, on, literal(value=True))


def build_slice(conn: Connection, on: date) -> bool:
    """Write down some more units of a day; False where all of them are there."""
    after: int = conn.scalar(_WRITTEN_TO, {"day": on}) or 0
    last = conn.scalar(_END_OF_NEXT, {"after": after, "most": SLICE})
    if last is None:
        return False
    _write(conn, on, (units.c.id > after) & (units.c.id <= last))
    return True


def _write(conn: Connection, on: date, which: Any) -> None:
    above = (
        select(units.c.id.label("unit_id"), units.c.id.label("ancestor_id"), literal(0).label("depth"))
        .where(which)
        .cte("above", recursive=True)
    )
    above = above.union_all(
        select(above.c.unit_id, parents_table.c.parent_id, above.c.depth + 1).where(
            parents_table.c.unit_id == above.c.ancestor_id,
            holds_on(on, Link.ROLLUP),
            above.c.depth < DEEPEST,
        )
    )
    conn.execute(
        lineage.insert().from_select(
            ["tree_on", "unit_id", "ancestor_id", "depth"],
            select(literal(on, lineage.c.tree_on.type), above.c.unit_id, above.c.ancestor_id, above.c.depth),
        )
    )


def unwritten(conn: Connection) -> list[date]:
    """The days of campaigns whose trees are not, or not wholly, written down."""
    newest = conn.scalar(select(func.max(units.c.id)))
    wanted = conn.scalars(select(campaigns.c.tree_on).distinct())
    return [on for on in wanted if conn.scalar(_WRITTEN_TO, {"day": on}) != newest]


def rebuild(conn: Connection) -> None:
    """The trees of all days that campaigns add up by, after units or their parents changed."""
    for day in days(conn):
        build(conn, day)


def days(conn: Connection) -> list[date]:
    """The days whose trees are written down."""
    return list(conn.scalars(select(lineage.c.tree_on).distinct()))
