"""Calls for help: raised by a declaration, until a head of the school says that they are in touch."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select, update

from bot.domain.units import SCHOOL
from bot.storage.campaigns import Running
from bot.storage.dialects import PerDialect
from bot.storage.tables import alerts, lineage, rounds, standings, units

_RAISE = PerDialect(
    lambda insert: (statement := insert(alerts)).on_conflict_do_update(
        index_elements=["standing_id"],
        set_={"raised_at": statement.excluded.raised_at, "seen_at": None, "seen_by": None},
    )
)
_CLEAR = delete(alerts).where(alerts.c.standing_id == bindparam("of_standing"))
_SEE = (
    update(alerts)
    .where(alerts.c.standing_id == bindparam("of_standing"), alerts.c.seen_at.is_(None))
    .values(seen_at=bindparam("now"), seen_by=bindparam("person_id"))
)
_SEEN = (
    select(alerts, standings.c.unit_id, standings.c.home_unit_id)
    .join(standings, standings.c.id == alerts.c.standing_id)
    .where(alerts.c.standing_id == bindparam("of_standing"))
)
_inside = lineage.alias("inside")
_UNSEEN = (
    select(units.c.id, units.c.name, func.count().label("calls"))
    .select_from(alerts)
    .join(standings, standings.c.id == alerts.c.standing_id)
    .join(rounds, rounds.c.id == standings.c.round_id)
    .join(lineage, lineage.c.unit_id == standings.c.home_unit_id)
    .join(units, units.c.id == lineage.c.ancestor_id)
    .join(_inside, (_inside.c.unit_id == units.c.id) & (_inside.c.tree_on == lineage.c.tree_on))
    .where(
        alerts.c.seen_at.is_(None),
        standings.c.unit_id.is_(None),  # what a school reports of itself goes up at once
        rounds.c.campaign_id == bindparam("campaign_id"),
        rounds.c.withdrawn_at.is_(None),
        lineage.c.tree_on == bindparam("on"),
        _inside.c.ancestor_id == bindparam("unit_id"),
        units.c.kind == SCHOOL,
    )
    .group_by(units.c.id, units.c.name, units.c.sort_index, units.c.code)
    .order_by(units.c.sort_index, units.c.code)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call for help, and who is in touch since when."""

    home_unit_id: int
    of_unit: bool  #: a school's own, not a person's
    seen_at: datetime | None
    seen_by: int | None


def raise_(conn: Connection, standing_id: int, now: datetime) -> None:
    """Somebody needs help; a second call of theirs asks for attention anew."""
    _RAISE.run(conn, {"standing_id": standing_id, "raised_at": now, "seen_at": None, "seen_by": None})


def clear(conn: Connection, standing_id: int) -> None:
    """They need none any more."""
    conn.execute(_CLEAR, {"of_standing": standing_id})


def see(conn: Connection, standing_id: int, person_id: int, now: datetime) -> bool:
    """A head is in touch; False where another was before, or there is no call."""
    return conn.execute(_SEE, {"of_standing": standing_id, "now": now, "person_id": person_id}).rowcount > 0


def of_standing(conn: Connection, standing_id: int) -> Call | None:
    row = conn.execute(_SEEN, {"of_standing": standing_id}).one_or_none()
    if row is None:
        return None
    return Call(
        home_unit_id=row.home_unit_id,
        of_unit=row.unit_id is not None,
        seen_at=row.seen_at,
        seen_by=row.seen_by,
    )


def unseen(conn: Connection, running: Running, unit_id: int) -> dict[str, int]:
    """The schools below a unit with people's calls that nobody has taken up, by name, and how many each."""
    asked = {"campaign_id": running.id, "unit_id": unit_id, "on": running.tree_on}
    return {row.name: row.calls for row in conn.execute(_UNSEEN, asked)}
