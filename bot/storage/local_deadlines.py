"""Deadlines of units' own: written down, found for whoever they apply to, and for whom to remind."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from bot.domain.local_deadlines import LocalDeadline
from bot.storage.dialects import PerDialect
from bot.storage.tables import campaigns, lineage, local_deadlines, rounds

_PUT = PerDialect(
    lambda insert: (statement := insert(local_deadlines)).on_conflict_do_update(
        index_elements=["round_id", "unit_id"],
        set_={name: statement.excluded[name] for name in ("due_before", "set_by", "set_at")},
    )
)
_LIFT = delete(local_deadlines).where(
    local_deadlines.c.round_id == bindparam("of_round"), local_deadlines.c.unit_id == bindparam("of_unit")
)
_OF_ROUND = (
    select(local_deadlines)
    .where(local_deadlines.c.round_id == bindparam("round_id"))
    .order_by(local_deadlines.c.due_before, local_deadlines.c.unit_id)
)
_ABOVE = (
    select(local_deadlines)
    .join(lineage, lineage.c.ancestor_id == local_deadlines.c.unit_id)
    .where(
        local_deadlines.c.round_id == bindparam("round_id"),
        lineage.c.tree_on == bindparam("on"),
        lineage.c.unit_id == bindparam("unit_id"),
    )
    .order_by(local_deadlines.c.due_before, lineage.c.depth.desc())
)
#: What may have something due: in rounds that are asked, of campaigns that run.
_AT_WORK = (
    select(local_deadlines)
    .join(rounds, rounds.c.id == local_deadlines.c.round_id)
    .join(campaigns, campaigns.c.id == rounds.c.campaign_id)
    .where(
        campaigns.c.state == "running",
        rounds.c.opened_at.is_not(None),
        rounds.c.withdrawn_at.is_(None),
        local_deadlines.c.due_before > bindparam("since"),
    )
    .order_by(local_deadlines.c.round_id, local_deadlines.c.due_before, local_deadlines.c.unit_id)
)


def _deadline(row: Any) -> LocalDeadline:
    return LocalDeadline(
        round_id=row.round_id,
        unit_id=row.unit_id,
        due_before=row.due_before,
        set_at=row.set_at,
        set_by=row.set_by,
    )


def put(conn: Connection, deadline: LocalDeadline) -> None:
    """Set a deadline, in the place of the one that the unit had."""
    _PUT.run(
        conn,
        {
            "round_id": deadline.round_id,
            "unit_id": deadline.unit_id,
            "due_before": deadline.due_before,
            "set_by": deadline.set_by,
            "set_at": deadline.set_at,
        },
    )


def lift(conn: Connection, round_id: int, unit_id: int) -> bool:
    """Take a unit's deadline away; False where it had none."""
    return conn.execute(_LIFT, {"of_round": round_id, "of_unit": unit_id}).rowcount > 0


def of_unit(conn: Connection, round_id: int, unit_id: int) -> LocalDeadline | None:
    """The deadline that a unit itself has set."""
    return next((one for one in of_round(conn, round_id) if one.unit_id == unit_id), None)


def of_round(conn: Connection, round_id: int) -> list[LocalDeadline]:
    """Everything that units have set in a round, the earliest first."""
    return [_deadline(row) for row in conn.execute(_OF_ROUND, {"round_id": round_id})]


def above(conn: Connection, round_id: int, unit_id: int, on: date) -> list[LocalDeadline]:
    """What a unit and those above it in the tree of a day have set, the earliest first."""
    found = conn.execute(_ABOVE, {"round_id": round_id, "unit_id": unit_id, "on": on})
    return [_deadline(row) for row in found]


def at_work(conn: Connection, since: datetime) -> list[LocalDeadline]:
    """Deadlines that lie after a moment, of the rounds that are being asked."""
    return [_deadline(row) for row in conn.execute(_AT_WORK, {"since": since})]


def subtree(deadline: LocalDeadline, others: list[LocalDeadline], on: date) -> Any:
    """The ids of the units to which a deadline applies: its subtree, without those with an earlier one."""
    earlier = [one.unit_id for one in others if one.due_before < deadline.due_before]

    def under(unit_ids: list[int]) -> Any:
        return select(lineage.c.unit_id).where(lineage.c.tree_on == on, lineage.c.ancestor_id.in_(unit_ids))

    mine = under([deadline.unit_id])
    return mine.where(lineage.c.unit_id.not_in(under(earlier))) if earlier else mine
