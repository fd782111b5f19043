"""Units and the dated tree they form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, literal, or_, select, update

from bot.domain.names import search_key
from bot.domain.permissions import Relation
from bot.domain.units import CLASS, SCHOOL, Unit
from bot.errors import InputError
from bot.storage.tables import lineage, unit_names, unit_parents, units

_COLUMNS = (units.c.id, units.c.code, units.c.name, units.c.kind, units.c.level, units.c.sort_index)


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
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCounts:
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def _unit(row: Any) -> Unit:
    return Unit(id=row.id, code=row.code, name=row.name, kind=row.kind, level=row.level, order=row.sort_index)


_BY_ID = select(*_COLUMNS).where(units.c.id == bindparam("id"))
#: Both sides are lowered by the database: SQLite knows the small letters of ASCII only.
_BY_CODE = select(*_COLUMNS).where(func.lower(units.c.code) == func.lower(bindparam("code")))


def get(conn: Connection, unit_id: int) -> Unit:
    """The unit with this id, which must exist."""
    return _unit(conn.execute(_BY_ID, {"id": unit_id}).one())


def by_code(conn: Connection, code: str) -> Unit | None:
    """The unit with this code, upper and lower case alike."""
    row = conn.execute(_BY_CODE, {"code": code.strip()}).one_or_none()
    return None if row is None else _unit(row)


def names_by_code(conn: Connection) -> dict[str, str]:
    """The names of all units, by code."""
    return {row.code: row.name for row in conn.execute(select(units.c.code, units.c.name))}


def _holds_on(day: date) -> Any:
    """The condition that a dated parent holds on a day."""
    parents = unit_parents.c
    return (
        (parents.relation == "rollup")
        & or_(parents.valid_from.is_(None), parents.valid_from <= day)
        & or_(parents.valid_to.is_(None), parents.valid_to >= day)
    )


def parent(conn: Connection, unit_id: int, on: date) -> Unit | None:
    """The unit that this one is counted in on a day; None for the root."""
    row = conn.execute(
        select(*_COLUMNS)
        .join(unit_parents, unit_parents.c.parent_id == units.c.id)
        .where(unit_parents.c.unit_id == unit_id, _holds_on(on))
    ).first()
    return None if row is None else _unit(row)


_VIEWED_BY = select(unit_parents.c.id).where(
    unit_parents.c.unit_id.in_(bindparam("above", expanding=True)),
    unit_parents.c.parent_id == bindparam("viewer_id"),
    unit_parents.c.relation == "viewer",
    or_(unit_parents.c.valid_from.is_(None), unit_parents.c.valid_from <= bindparam("day")),
    or_(unit_parents.c.valid_to.is_(None), unit_parents.c.valid_to >= bindparam("day")),
)


def children(conn: Connection, unit_id: int, on: date) -> list[Unit]:
    """The units counted directly in this one on a day, in the official order."""
    rows = conn.execute(
        select(*_COLUMNS)
        .join(unit_parents, unit_parents.c.unit_id == units.c.id)
        .where(unit_parents.c.parent_id == unit_id, _holds_on(on))
        .order_by(units.c.sort_index, units.c.code)
    )
    return [_unit(row) for row in rows]


def root(conn: Connection, on: date) -> Unit | None:
    """The top of the tree on a day: the unit without a parent that has units below it."""
    has_parent = select(literal(1)).where(unit_parents.c.unit_id == units.c.id, _holds_on(on)).exists()
    row = conn.execute(
        select(*_COLUMNS).where(~has_parent, units.c.kind != CLASS).order_by(units.c.id)
    ).first()
    return None if row is None else _unit(row)


# --- the tree of a day --------------------------------------------------------------------------


def build_lineage(conn: Connection, on: date) -> None:
    """Write down every unit's ancestors as of a day; done anew whenever the tree of that day changes."""
    conn.execute(delete(lineage).where(lineage.c.tree_on == on))
    above = select(
        units.c.id.label("unit_id"), units.c.id.label("ancestor_id"), literal(0).label("depth")
    ).cte("above", recursive=True)
    above = above.union_all(
        select(above.c.unit_id, unit_parents.c.parent_id, above.c.depth + 1).where(
            unit_parents.c.unit_id == above.c.ancestor_id,
            _holds_on(on),
            above.c.depth < 20,  # a circle must end somewhere; imports refuse circles
        )
    )
    conn.execute(
        lineage.insert().from_select(
            ["tree_on", "unit_id", "ancestor_id", "depth"],
            select(literal(on, lineage.c.tree_on.type), above.c.unit_id, above.c.ancestor_id, above.c.depth),
        )
    )


def lineage_days(conn: Connection) -> list[date]:
    """The days whose trees are written down."""
    return list(conn.scalars(select(lineage.c.tree_on).distinct()))


_BELOW = (
    select(*_COLUMNS)
    .join(lineage, lineage.c.unit_id == units.c.id)
    .where(
        lineage.c.tree_on == bindparam("on"),
        lineage.c.ancestor_id == bindparam("unit_id"),
        lineage.c.depth == 1,
    )
    .order_by(units.c.sort_index, units.c.code)
)
_ABOVE = (
    select(*_COLUMNS)
    .join(lineage, lineage.c.ancestor_id == units.c.id)
    .where(lineage.c.tree_on == bindparam("on"), lineage.c.unit_id == bindparam("unit_id"))
    .order_by(lineage.c.depth)
)


def below(conn: Connection, unit_id: int, on: date) -> list[Unit]:
    """The units directly below one in the tree of a day, in the official order."""
    return [_unit(row) for row in conn.execute(_BELOW, {"on": on, "unit_id": unit_id})]


def above(conn: Connection, unit_id: int, on: date) -> list[Unit]:
    """The unit itself and its ancestors in the tree of a day, nearest first."""
    return [_unit(row) for row in conn.execute(_ABOVE, {"on": on, "unit_id": unit_id})]


def relation(conn: Connection, held_in: int, other: int, on: date) -> Relation:
    """Where a unit lies on a day, seen from the unit in which a role is held."""
    if held_in == other:
        return Relation.OWN
    path = [unit.id for unit in upwards(conn, other, on)]
    if held_in in path:
        inside = get(conn, held_in).kind == SCHOOL
        return Relation.INSIDE_SCHOOL if inside else Relation.BELOW
    viewed = conn.scalar(_VIEWED_BY, {"above": [other, *path], "viewer_id": held_in, "day": on})
    return Relation.ELSEWHERE if viewed is None else Relation.VIEWED


def upwards(conn: Connection, unit_id: int, on: date) -> Iterator[Unit]:
    """The units above one on a day, nearest first."""
    above = parent(conn, unit_id, on)
    for _ in range(20):  # a circle must end somewhere; imports refuse circles
        if above is None:
            return
        yield above
        above = parent(conn, above.id, on)


# --- import -------------------------------------------------------------------------------------

_DAY = timedelta(days=1)
_INSERT = units.insert()
_FORGET_PARENTS = delete(unit_parents).where(
    unit_parents.c.unit_id == bindparam("of"), unit_parents.c.relation == "rollup"
)
_UPDATE = (
    update(units)
    .where(units.c.id == bindparam("unit_id"))
    .values(
        name=bindparam("new_name"),
        kind=bindparam("new_kind"),
        level=bindparam("new_level"),
        sort_index=bindparam("new_order"),
        search_key=bindparam("new_key"),
    )
)


def save(conn: Connection, new: Sequence[NewUnit], today: date) -> ImportCounts:
    """Add units and change those whose code exists; the same list twice changes nothing the second time.

    A changed name keeps the old one as a former name until yesterday. A changed parent without
    dates holds from today on; parents may also come in any order within the list. Raises InputError
    where a unit would become its own ancestor.
    """
    known = {row.code.lower(): row for row in conn.execute(select(*_COLUMNS))}
    added = changed = 0
    fresh = [unit for unit in new if unit.code.lower() not in known]
    if fresh:
        conn.execute(_INSERT, [_values(unit) for unit in fresh])
        added = len(fresh)
    touched: set[str] = set()
    for unit in new:
        row = known.get(unit.code.lower())
        if row is None or (row.name, row.kind, row.level, row.sort_index) == (
            unit.name,
            unit.kind,
            unit.level,
            unit.order,
        ):
            continue
        if row.name != unit.name:
            conn.execute(unit_names.insert(), {"unit_id": row.id, "name": row.name, "valid_to": today - _DAY})
        conn.execute(
            _UPDATE,
            {
                "unit_id": row.id,
                "new_name": unit.name,
                "new_kind": unit.kind,
                "new_level": unit.level,
                "new_order": unit.order,
                "new_key": search_key(unit.name),
            },
        )
        touched.add(unit.code.lower())
    ids = {row.code.lower(): row.id for row in conn.execute(select(units.c.code, units.c.id))}
    touched |= _save_parents(conn, new, ids, today)
    changed = len(touched - {unit.code.lower() for unit in fresh})
    if added or changed:
        for day in lineage_days(conn):
            build_lineage(conn, day)
    return ImportCounts(added=added, changed=changed, unchanged=len(new) - added - changed)


@dataclass(frozen=True, slots=True)
class _Span:
    """Days, both ends included, on which a unit is counted in a parent."""

    parent_id: int
    since: date
    until: date

    def without(self, other: "_Span") -> Iterator["_Span"]:
        """What is left of these days when the other's are taken away."""
        if other.until < self.since or self.until < other.since:
            yield self
            return
        if self.since < other.since:
            yield replace(self, until=other.since - _DAY)
        if other.until < self.until:
            yield replace(self, since=other.until + _DAY)


def _save_parents(conn: Connection, new: Iterable[NewUnit], ids: Mapping[str, int], today: date) -> set[str]:
    """Write the parents that differ from what is known; returns the codes they belong to.

    A unit is counted in one parent a day: new days take the place of what held on them.
    """
    spans: dict[int, list[_Span]] = {}
    for row in conn.execute(select(unit_parents).where(unit_parents.c.relation == "rollup")):
        span = _Span(row.parent_id, row.valid_from or date.min, row.valid_to or date.max)
        spans.setdefault(row.unit_id, []).append(span)
    touched: dict[str, int] = {}
    for unit in new:
        if unit.parent is None:
            continue
        unit_id = ids[unit.code.lower()]
        held = spans.get(unit_id, [])
        wanted = _wanted(unit, ids[unit.parent.lower()], held, today)
        if wanted not in held:
            spans[unit_id] = [piece for span in held for piece in span.without(wanted)] + [wanted]
            touched[unit.code.lower()] = unit_id
    if touched:
        _refuse_circles(touched, spans)
        _replace_parents(conn, touched.values(), spans)
    return set(touched)


def _wanted(unit: NewUnit, parent_id: int, held: Sequence[_Span], today: date) -> _Span:
    """The days for which a list gives a unit its parent; the very span that holds if it says nothing new."""
    if unit.valid_from is not None or unit.valid_to is not None:
        return _Span(parent_id, unit.valid_from or date.min, unit.valid_to or date.max)
    current = next((span for span in held if span.since <= today <= span.until), None)
    if current is not None and current.parent_id == parent_id:
        return current
    later = [span.since for span in held if span.since > today]
    return _Span(
        parent_id,
        date.min if len(later) == len(held) else today,
        min(later) - _DAY if later else date.max,
    )


def _refuse_circles(touched: Mapping[str, int], spans: Mapping[int, Sequence[_Span]]) -> None:
    days = {span.since for held in spans.values() for span in held}
    for code, start in touched.items():
        for day in days:
            unit_id: int | None = start
            for _ in spans:
                unit_id = next(
                    (s.parent_id for s in spans.get(unit_id or 0, ()) if s.since <= day <= s.until), None
                )
                if unit_id == start:
                    raise InputError("error-units-circle", code=code)


def _replace_parents(conn: Connection, unit_ids: Iterable[int], spans: Mapping[int, Sequence[_Span]]) -> None:
    conn.execute(_FORGET_PARENTS, [{"of": unit_id} for unit_id in unit_ids])
    conn.execute(
        unit_parents.insert(),
        [
            {
                "unit_id": unit_id,
                "parent_id": span.parent_id,
                "relation": "rollup",
                "valid_from": None if span.since == date.min else span.since,
                "valid_to": None if span.until == date.max else span.until,
            }
            for unit_id in unit_ids
            for span in spans[unit_id]
        ],
    )


def _values(unit: NewUnit) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        "level": unit.level,
        "sort_index": unit.order,
        "search_key": search_key(unit.name),
    }
