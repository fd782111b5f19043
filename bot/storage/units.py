"""Units and the dated tree they form.

Names are stored in `unit_names.py` and parents in `unit_parents.py`; `relations.py` says where a unit lies
seen from another, `unit_changes.py` merges and splits. What is asked for a day has the names of that day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal, select, update

from bot.domain.names import search_key
from bot.domain.units import CLASS, Unit
from bot.storage import lineages, unit_names, unit_parents
from bot.storage.prepared import Prepared
from bot.storage.tables import lineage, units
from bot.storage.tables import unit_parents as parents_table
from bot.storage.unit_names import NewName, name_on
from bot.storage.unit_parents import Link, Span, Spans, holds_on, left_of

_KEYS = (units.c.id, units.c.code, units.c.kind, units.c.level, units.c.sort_index)
_COLUMNS = (*_KEYS, units.c.name)
_DAY = timedelta(days=1)


def _unit(row: Any) -> Unit:
    return Unit(id=row.id, code=row.code, name=row.name, kind=row.kind, level=row.level, order=row.sort_index)


def _columns_on(day: Any) -> tuple[Any, ...]:
    return (*_KEYS, name_on(day))


_BY_ID = Prepared(select(*_COLUMNS).where(units.c.id == bindparam("id")))
#: Both sides are lowered by the database: SQLite knows the small letters of ASCII only.
_BY_CODE = select(*_COLUMNS).where(func.lower(units.c.code) == func.lower(bindparam("code")))
_NAMED_ON = select(*_columns_on(bindparam("day", type_=lineage.c.tree_on.type))).where(
    units.c.id == bindparam("id")
)


def get(conn: Connection, unit_id: int) -> Unit:
    """The unit with this id, which must exist."""
    return _unit(_BY_ID.one(conn, id=unit_id))


def named_on(conn: Connection, unit_id: int, day: date) -> Unit:
    """The unit with this id, which must exist, under the name it had on a day."""
    return _unit(conn.execute(_NAMED_ON, {"id": unit_id, "day": day}).one())


def by_code(conn: Connection, code: str) -> Unit | None:
    """The unit with this code, upper and lower case alike."""
    row = conn.execute(_BY_CODE, {"code": code.strip()}).one_or_none()
    return None if row is None else _unit(row)


def names_by_code(conn: Connection) -> dict[str, str]:
    """The names of all units, by code."""
    return {row.code: row.name for row in conn.execute(select(units.c.code, units.c.name))}


def ids_by_code(conn: Connection) -> dict[str, int]:
    """The ids of all units, by code in small letters."""
    return {row.code.lower(): row.id for row in conn.execute(select(units.c.code, units.c.id))}


# --- up and down -------------------------------------------------------------------------------


def parent(conn: Connection, unit_id: int, on: date) -> Unit | None:
    """The unit that this one is counted in on a day; None for the root."""
    row = conn.execute(
        select(*_columns_on(on))
        .join(parents_table, parents_table.c.parent_id == units.c.id)
        .where(parents_table.c.unit_id == unit_id, holds_on(on, Link.ROLLUP))
    ).first()
    return None if row is None else _unit(row)


def children(conn: Connection, unit_id: int, on: date) -> list[Unit]:
    """The units counted directly in this one on a day, in the official order."""
    return beside(conn, unit_id, on, Link.ROLLUP)


def beside(conn: Connection, unit_id: int, on: date, link: Link) -> list[Unit]:
    """The units that have this one as a parent of one kind on a day, in the official order."""
    rows = conn.execute(
        select(*_columns_on(on))
        .join(parents_table, parents_table.c.unit_id == units.c.id)
        .where(parents_table.c.parent_id == unit_id, holds_on(on, link))
        .order_by(units.c.sort_index, units.c.code)
    )
    return [_unit(row) for row in rows]


def root(conn: Connection, on: date) -> Unit | None:
    """The top of the tree on a day: the unit without a parent, rather one with units below it."""
    below = parents_table.alias()
    has_parent = select(literal(1)).where(parents_table.c.unit_id == units.c.id, holds_on(on, Link.ROLLUP))
    has_units = select(literal(1)).where(
        below.c.parent_id == units.c.id,
        below.c.relation == Link.ROLLUP.value,
        func.coalesce(below.c.valid_from, on) <= on,
        func.coalesce(below.c.valid_to, on) >= on,
    )
    row = conn.execute(
        select(*_columns_on(on))
        .where(~has_parent.exists(), units.c.kind != CLASS)
        .order_by(has_units.exists().desc(), units.c.id)
    ).first()
    return None if row is None else _unit(row)


def upwards(conn: Connection, unit_id: int, on: date) -> Iterator[Unit]:
    """The units above one on a day, nearest first."""
    above = parent(conn, unit_id, on)
    while above is not None:
        yield above
        above = parent(conn, above.id, on)


# --- the tree of a day, as `lineages.py` wrote it down ------------------------------------------

_ON = bindparam("on", type_=lineage.c.tree_on.type)
_BELOW = (
    select(*_columns_on(_ON))
    .join(lineage, lineage.c.unit_id == units.c.id)
    .where(
        lineage.c.tree_on == _ON,
        lineage.c.ancestor_id == bindparam("unit_id"),
        lineage.c.depth == 1,
    )
    .order_by(units.c.sort_index, units.c.code)
)
_ABOVE = (
    select(*_columns_on(_ON))
    .join(lineage, lineage.c.ancestor_id == units.c.id)
    .where(lineage.c.tree_on == _ON, lineage.c.unit_id == bindparam("unit_id"))
    .order_by(lineage.c.depth)
)


def below(conn: Connection, unit_id: int, on: date) -> list[Unit]:
    """The units directly below one in the tree of a day, in the official order."""
    return [_unit(row) for row in conn.execute(_BELOW, {"on": on, "unit_id": unit_id})]


def above(conn: Connection, unit_id: int, on: date) -> list[Unit]:
    """The unit itself and its ancestors in the tree of a day, nearest first."""
    return [_unit(row) for row in conn.execute(_ABOVE, {"on": on, "unit_id": unit_id})]


# --- writing ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """A unit as an import gives it; `parent` is the code of the unit it is counted in."""

    code: str
    name: str
    kind: str
    level: str = ""
    order: int = 0
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None  #: the last day
    viewers: tuple[str, ...] | None = None  #: codes of those that may look; None: the import does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCounts:
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    left_out: tuple[str, ...] = ()  #: of people: the names of those who had asked to be deleted


_INSERT = units.insert()
_UPDATE = (
    update(units)
    .where(units.c.id == bindparam("of"))
    .values(kind=bindparam("new_kind"), level=bindparam("new_level"), sort_index=bindparam("new_order"))
)


def save(conn: Connection, new: Sequence[NewUnit], today: date) -> ImportCounts:
    """Add units and change those whose code exists; the same list twice changes nothing the second time.

    A changed name keeps the old one as a former name until the day before. A changed parent without
    dates holds from today on; parents may also come in any order within the list. Raises InputError
    where a unit would become its own ancestor.
    """
    counts = write(conn, new, today)
    if counts.added or counts.changed:
        lineages.rebuild(conn)
    return counts


def write(conn: Connection, new: Sequence[NewUnit], today: date) -> ImportCounts:
    """What `save` does, without the trees of single days."""
    known = {row.code.lower(): _unit(row) for row in conn.execute(select(*_COLUMNS))}
    fresh = [unit for unit in new if unit.code.lower() not in known]
    if fresh:
        conn.execute(_INSERT, [_values(unit) for unit in fresh])
    ids = ids_by_code(conn)
    held = unit_parents.spans(conn, Link.ROLLUP)
    current = [unit for unit in new if not _tells_of_the_past(unit, ids, held, today)]
    touched = _change(conn, [(known[u.code.lower()], u) for u in current if u.code.lower() in known])
    touched |= unit_names.rename(conn, _names(new, known, {unit.code for unit in current}, today))
    placed = []
    for unit in new:
        if unit.parent is not None:
            unit_id, parent_id = ids[unit.code.lower()], ids[unit.parent.lower()]
            span = unit_parents.wanted(parent_id, unit.valid_from, unit.valid_to, held[unit_id], today)
            placed.append((unit_id, unit.code, span))
    touched |= unit_parents.count_in(conn, placed, held)
    touched |= _save_viewers(conn, new, ids, today)
    changed = len(touched - {ids[unit.code.lower()] for unit in fresh})
    return ImportCounts(added=len(fresh), changed=changed, unchanged=len(new) - len(fresh) - changed)


def _tells_of_the_past(unit: NewUnit, ids: Mapping[str, int], held: Spans, today: date) -> bool:
    """Whether a row says how a unit was until a day that is past, while the unit itself goes on."""
    if unit.valid_to is None or unit.valid_to >= today or unit.parent is None:
        return False
    said = Span(ids[unit.parent.lower()], unit.valid_from or date.min, unit.valid_to)
    known = held[ids[unit.code.lower()]]
    return any(piece.until > said.until for span in known for piece in left_of(span, said))


def _change(conn: Connection, pairs: Iterable[tuple[Unit, NewUnit]]) -> set[int]:
    differing = [
        {"of": old.id, "new_kind": unit.kind, "new_level": unit.level, "new_order": unit.order}
        for old, unit in pairs
        if (old.kind, old.level, old.order) != (unit.kind, unit.level, unit.order)
    ]
    if differing:
        conn.execute(_UPDATE, differing)
    return {row["of"] for row in differing if isinstance(row["of"], int)}


def _names(
    new: Iterable[NewUnit], known: Mapping[str, Unit], current: set[str], today: date
) -> dict[int, NewName]:
    """The names that differ from the present ones, and since when."""
    found: dict[int, NewName] = {}
    for unit in new:
        old = known.get(unit.code.lower())
        if old is None or old.name == unit.name:
            continue
        until = date.max if unit.code in current else unit.valid_to or date.max
        since = min(unit.valid_from or (today if until == date.max else date.min), today)
        found[old.id] = NewName(name=unit.name, since=since, until=until)
    return found


def _save_viewers(conn: Connection, new: Iterable[NewUnit], ids: Mapping[str, int], today: date) -> set[int]:
    """Who may look, from today on or from the day the list gives; whom it no longer names may not."""
    said = [(ids[unit.code.lower()], unit) for unit in new if unit.viewers is not None]
    if not said:
        return set()
    held = unit_parents.spans(conn, Link.VIEWER)
    wanted: dict[int, list[Span]] = {}
    for unit_id, unit in said:
        viewers = {ids[code.lower()] for code in unit.viewers or ()}
        kept = [span for span in held[unit_id] if span.until < today or span.parent_id in viewers]
        ended = [
            replace(span, until=today - _DAY)
            for span in held[unit_id]
            if span not in kept and span.since < today
        ]
        there = {span.parent_id for span in kept if span.until >= today}
        seen_before = {span.parent_id for span in held[unit_id]}
        begun = [
            Span(viewer, unit.valid_from or (today if viewer in seen_before else date.min), date.max)
            for viewer in sorted(viewers - there)
        ]
        wanted[unit_id] = kept + ended + begun
    differing = [unit_id for unit_id, spans in wanted.items() if set(spans) != set(held[unit_id])]
    unit_parents.write(conn, Link.VIEWER, differing, wanted)
    return set(differing)


def _values(unit: NewUnit) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        "level": unit.level,
        "sort_index": unit.order,
        "search_key": search_key(unit.name),
    }
