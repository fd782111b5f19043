"""The units below a unit on a day, walked from link to link: that day's tree need not be written down."""

from datetime import date
from typing import Any

from sqlalchemy import literal, select

from bot.storage.tables import unit_parents
from bot.storage.unit_parents import Link, holds_on


def inside(unit_id: int, on: date, name: str = "inside") -> Any:
    """The ids of a unit and of everything below it on a day; `name` tells two of one statement apart."""
    top = select(literal(unit_id, unit_parents.c.unit_id.type).label("unit_id"))
    # Nested: at the head of an INSERT it would keep SQLite from telling how many rows there are.
    found = top.cte(name, recursive=True, nesting=True)
    found = found.union(
        select(unit_parents.c.unit_id).where(
            unit_parents.c.parent_id == found.c.unit_id, holds_on(on, Link.ROLLUP)
        )
    )
    return select(found.c.unit_id)
