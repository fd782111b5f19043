"""Which units of a part of the tree have answered a round, and what they said."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select

from bot.domain.forms import Answers
from bot.domain.standings import State, Stopped
from bot.storage.tables import lineage, standings, submissions, units

_HERE = (
    standings.c.round_id == bindparam("round_id"),
    standings.c.unit_id.is_not(None),
    lineage.c.tree_on == bindparam("on"),
    lineage.c.ancestor_id == bindparam("within"),
    or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value),
)


def _units(*columns: Any) -> Any:
    return (
        select(*columns)
        .select_from(standings)
        .join(units, units.c.id == standings.c.unit_id)
        .join(lineage, lineage.c.unit_id == standings.c.home_unit_id)
        .where(*_HERE)
    )


_MISSING = standings.c.state == State.MISSING.value
_SILENT = (
    _units(units.c.name).where(_MISSING).order_by(units.c.sort_index, units.c.code).limit(bindparam("up_to"))
)
_HOW_MANY_SILENT = _units(func.count()).where(_MISSING)
_SAID = (
    _units(units.c.name, submissions.c.answers)
    .join(
        submissions,
        (submissions.c.standing_id == standings.c.id) & (submissions.c.revision == standings.c.revision),
    )
    .order_by(submissions.c.submitted_at.desc(), submissions.c.id.desc())
    .limit(bindparam("up_to"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """Units that have not answered: the first by name, and how many there are."""

    names: tuple[str, ...]
    count: int


def silent(conn: Connection, round_id: int, within: int, on: date, *, most: int) -> Silent:
    """The units below one that have not answered a round, in the official order."""
    asked = {"round_id": round_id, "within": within, "on": on}
    count: int = conn.execute(_HOW_MANY_SILENT, asked).scalar_one()
    return Silent(names=tuple(conn.scalars(_SILENT, asked | {"up_to": most})), count=count)


def said(conn: Connection, round_id: int, within: int, on: date, *, most: int) -> list[tuple[str, Answers]]:
    """What units below one answered, the latest first."""
    asked = {"round_id": round_id, "within": within, "on": on, "up_to": most}
    return [(row.name, row.answers) for row in conn.execute(_SAID, asked)]
