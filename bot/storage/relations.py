"""Where one unit lies, seen from another: what rights to it follow from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.domain.permissions import Relation
from bot.domain.units import SCHOOL, Unit
from bot.storage import units
from bot.storage.tables import unit_parents
from bot.storage.unit_parents import DEEPEST, Link, holds_on, way_up

_LINKS = select(
    unit_parents.c.unit_id,
    unit_parents.c.parent_id,
    unit_parents.c.relation,
    unit_parents.c.valid_from,
    unit_parents.c.valid_to,
).where(unit_parents.c.relation != Link.VIEWER.value)
_LINKS_OF = _LINKS.where(unit_parents.c.unit_id == bindparam("of"))
_VIEWED_BY = select(unit_parents.c.id).where(
    unit_parents.c.unit_id.in_(bindparam("above", expanding=True)),
    unit_parents.c.parent_id == bindparam("viewer_id"),
    holds_on(bindparam("day", type_=unit_parents.c.valid_to.type), Link.VIEWER),
)


def relation(conn: Connection, held_in: int, other: int, on: date) -> Relation:
    """Where a unit lies on a day, seen from the unit in which a role is held.

    A unit that was merged into another is that other; one that does not stand on the day lies where it
    lay last, so that whoever is above it still sees what was counted in it.
    """
    if held_in == other:
        return Relation.OWN
    way = way_up(conn.execute(_LINKS_OF, {"of": other}), on)
    if way is not None and way[0] is Link.SUCCESSOR:
        return relation(conn, held_in, way[1], on)
    path = [other]
    while way is not None and len(path) <= DEEPEST:
        _, above = way
        if above == held_in:
            inside = units.get(conn, held_in).kind == SCHOOL
            return Relation.INSIDE_SCHOOL if inside else Relation.BELOW
        path.append(above)
        way = way_up(conn.execute(_LINKS_OF, {"of": above}), on)
    seen = conn.scalar(_VIEWED_BY, {"above": path, "viewer_id": held_in, "day": on})
    return Relation.ELSEWHERE if seen is None else Relation.VIEWED


def reach(conn: Connection, unit_ids: Iterable[int], on: date) -> frozenset[int]:
    """These units and all that lie below them on a day, by the same ways as in `relation`."""
    links: dict[int, list[Any]] = {}
    for row in conn.execute(_LINKS):
        links.setdefault(row.unit_id, []).append(row)
    below: dict[int, list[int]] = {}
    for unit_id, rows in links.items():
        if (way := way_up(rows, on)) is not None:
            below.setdefault(way[1], []).append(unit_id)
    found: set[int] = set()
    ahead = list(unit_ids)
    while ahead:
        unit_id = ahead.pop()
        if unit_id not in found:
            found.add(unit_id)
            ahead += below.get(unit_id, ())
    return frozenset(found)


def viewed(conn: Connection, unit_id: int, on: date) -> list[Unit]:
    """The units that this one may look at as a second line on a day, in the official order."""
    return units.beside(conn, unit_id, on, Link.VIEWER)


def merged_into(conn: Connection, unit_id: int, on: date) -> list[Unit]:
    """The units that had been merged into this one by a day, in the official order."""
    return units.beside(conn, unit_id, on, Link.SUCCESSOR)
