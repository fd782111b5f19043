"""Finding the units whose names a whole sentence contains: "tình hình trường Lê Quý Đôn sao rồi"."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, and_, bindparam, case, func, literal, or_, select

from bot.domain.names import search_key
from bot.domain.units import CLASS
from bot.storage.tables import unit_parents, units

#: What stands before the name proper and is left out when people speak, as search keys; longest first.
_BEFORE = (
    "truong trung hoc pho thong ",
    "truong trung hoc co so ",
    "truong tieu hoc ",
    "truong mau giao ",
    "truong mam non ",
    "truong thpt ",
    "truong thcs ",
    "truong th ",
    "truong mn ",
    "truong ",
    "lop ",
)
_key = units.c.search_key
_proper = case(
    *((_key.startswith(words), func.substr(_key, len(words) + 1)) for words in _BEFORE), else_=_key
)
_MENTIONED = (
    select(units.c.id, _key.label("key"), _proper.label("proper"))
    .outerjoin(
        unit_parents,
        and_(
            unit_parents.c.unit_id == units.c.id,
            unit_parents.c.parent_id.in_(bindparam("schools", expanding=True)),
            unit_parents.c.relation == "rollup",
            or_(unit_parents.c.valid_from.is_(None), unit_parents.c.valid_from <= bindparam("day")),
            or_(unit_parents.c.valid_to.is_(None), unit_parents.c.valid_to >= bindparam("day")),
        ),
    )
    .where(
        func.length(_proper) > 1,
        bindparam("sentence", type_=_key.type).contains(literal(" ") + _proper + literal(" ")),
        or_(units.c.kind != CLASS, unit_parents.c.id.is_not(None)),
    )
    .order_by(units.c.sort_index, units.c.code)
    .limit(50)
)


def mentioned(conn: Connection, sentence: str, on: date, *, schools: Collection[int]) -> list[int]:
    """The ids of the units that a sentence may mean, in official order; unmarked letters do.

    Who is named in full (but for "trường") is meant, and not another that shares a part of the name.
    Classes are found only in the given schools: there are thousands of a 10A1.
    """
    said = f" {search_key(sentence)} "
    rows = conn.execute(_MENTIONED, {"sentence": said, "schools": list(schools), "day": on}).all()
    spoken = {row.id: row.key.removeprefix("truong ").removeprefix("lop ") for row in rows}
    in_full = {unit_id: key for unit_id, key in spoken.items() if f" {key} " in said}
    found = in_full or {row.id: row.proper for row in rows}
    longer = set(found.values())
    return [
        unit_id
        for unit_id, key in found.items()
        if not any(key != other and f" {key} " in f" {other} " for other in longer)
    ]
