"""The names that units have had: what is told of a day is told with the names of that day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update

from bot.domain.names import search_key
from bot.domain.units import Named, renamed
from bot.storage.tables import unit_names, units

_FORGET = delete(unit_names).where(unit_names.c.unit_id == bindparam("of"))
_REMEMBER = unit_names.insert()
_UPDATE = (
    update(units)
    .where(units.c.id == bindparam("of"))
    .values(name=bindparam("new_name"), search_key=bindparam("new_key"))
)
#: Units in one statement: databases take only so many parameters.
_MANY = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """A name from one day until another, both included; `date.min` and `date.max` for always."""

    name: str
    since: date
    until: date = date.max


def name_on(day: Any) -> Any:
    """The name a row of `units` had on a day, as a column of a select; `day` may be a bound parameter."""
    former = (
        select(unit_names.c.name)
        .where(unit_names.c.unit_id == units.c.id, unit_names.c.valid_to >= day)
        .order_by(unit_names.c.valid_to)
        .limit(1)
        .correlate(units)
        .scalar_subquery()
    )
    return func.coalesce(former, units.c.name).label("name")


def of(conn: Connection, unit_id: int) -> list[Named]:
    """All names of a unit, the present one last."""
    return _names(conn, [unit_id])[unit_id]


def rename(conn: Connection, new: Mapping[int, NewName]) -> set[int]:
    """Give units names by their ids; returns the ids of those whose names differ from before."""
    held = _names(conn, list(new))
    wanted = {unit_id: renamed(held[unit_id], one.name, one.since, one.until) for unit_id, one in new.items()}
    differing = {unit_id for unit_id, names in wanted.items() if names != held[unit_id]}
    if not differing:
        return differing
    conn.execute(_FORGET, [{"of": unit_id} for unit_id in differing])
    former = [
        {"unit_id": unit_id, "name": named.name, "valid_to": named.until}
        for unit_id in differing
        for named, _ in pairwise(wanted[unit_id])
    ]
    if former:
        conn.execute(_REMEMBER, former)
    present = {unit_id: wanted[unit_id][-1].name for unit_id in differing}
    conn.execute(
        _UPDATE,
        [{"of": unit_id, "new_name": name, "new_key": search_key(name)} for unit_id, name in present.items()],
    )
    return differing


def _names(conn: Connection, unit_ids: list[int]) -> dict[int, list[Named]]:
    found: dict[int, list[Named]] = {unit_id: [] for unit_id in unit_ids}
    for start in range(0, len(unit_ids), _MANY):
        some = unit_ids[start : start + _MANY]
        former = select(unit_names).where(unit_names.c.unit_id.in_(some)).order_by(unit_names.c.valid_to)
        for row in conn.execute(former):
            found[row.unit_id].append(Named(row.name, row.valid_to))
        for row in conn.execute(select(units.c.id, units.c.name).where(units.c.id.in_(some))):
            found[row.id].append(Named(row.name, date.max))
    return found
