"""Finding a unit below another by what somebody types: its code, or words of its name."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, literal, or_, select

from bot.domain.names import search_key
from bot.domain.units import SCHOOL, Unit
from bot.storage.tables import unit_parents, units

#: Words of a name that are looked for; nobody types more to tell units apart.
_WORDS = 8
_HOLDS = and_(
    unit_parents.c.relation == "rollup",
    or_(unit_parents.c.valid_from.is_(None), unit_parents.c.valid_from <= bindparam("day")),
    or_(unit_parents.c.valid_to.is_(None), unit_parents.c.valid_to >= bindparam("day")),
)


def find(conn: Connection, root: Unit, typed: str, on: date, *, most: int) -> list[Unit]:
    """The unit and those below it on a day that somebody may mean, `most` at the most, in official order.

    A whole code or name means one unit, however many others contain it. What lies inside a school is
    found only from there: there are thousands of a 10A1 below an office.
    """
    words = search_key(typed).removeprefix("lop ").split()[:_WORDS]
    if not words:
        return []
    is_code = func.lower(units.c.code) == typed.strip().lower()
    is_name = units.c.search_key.in_([" ".join(words), search_key(typed)])
    return _matching(conn, root, or_(is_code, is_name), on, most) or _matching(
        conn,
        root,
        # Each word begins a word of the name: "q don" is Quý Đôn, "em" is not Kiểm.
        and_(*((literal(" ") + units.c.search_key).contains(f" {word}") for word in words)),
        on,
        most,
    )


def _matching(conn: Connection, root: Unit, names: ColumnElement[bool], on: date, most: int) -> list[Unit]:
    inside = (
        select(units.c.id.label("unit_id"), units.c.kind)
        .where(units.c.id == root.id)
        .cte("inside", recursive=True)
    )
    deeper = (
        select(unit_parents.c.unit_id, units.c.kind)
        .join(inside, inside.c.unit_id == unit_parents.c.parent_id)
        .join(units, units.c.id == unit_parents.c.unit_id)
        .where(_HOLDS, or_(inside.c.kind != SCHOOL, inside.c.unit_id == root.id))
    )
    inside = inside.union(deeper)  # not "union all": a circle must end somewhere
    rows = conn.execute(
        select(units.c.id, units.c.code, units.c.name, units.c.kind, units.c.level, units.c.sort_index)
        .join(inside, inside.c.unit_id == units.c.id)
        .where(names)
        .order_by(units.c.sort_index, units.c.code)
        .limit(most),
        {"day": on},
    )
    return [
        Unit(id=row.id, code=row.code, name=row.name, kind=row.kind, level=row.level, order=row.sort_index)
        for row in rows
    ]
