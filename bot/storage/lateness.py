"""Reports that an extension makes timely after all. Set-based, whatever the size."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, literal, select, update

from bot.domain.standings import Stopped
from bot.domain.tallies import LATE, ON_TIME
from bot.storage import class_reports
from bot.storage.dialects import PerDialect
from bot.storage.standings import settle_class
from bot.storage.tables import lineage, standings, tallies


def forgive(conn: Connection, round_id: int, due_before: datetime, on: date) -> None:
    """Count what came after the old deadline and before the new one as on time.

    The round is locked, and `on` is the day whose tree it rolls up by.
    """
    timely = and_(
        standings.c.round_id == round_id,
        standings.c.late,
        standings.c.revision > 0,
        standings.c.declared_at < due_before,
    )
    for measure, sign in ((LATE, -1), (ON_TIME, 1)):
        _count(timely, round_id, measure, sign, on).run(conn)
    conn.execute(update(standings).where(timely).values(late=False))
    for class_id in class_reports.forgive(conn, round_id, due_before):
        settle_class(conn, round_id, class_id, on)


def _count(timely: Any, round_id: int, measure: str, sign: int, on: date) -> PerDialect:
    changes = (
        select(
            literal(round_id, tallies.c.round_id.type),
            lineage.c.ancestor_id,
            literal(measure, tallies.c.measure.type),
            func.count() * sign,
        )
        .select_from(standings)
        .join(lineage, lineage.c.unit_id == standings.c.home_unit_id)
        .where(timely, standings.c.stopped.is_distinct_from(Stopped.LEFT.value), lineage.c.tree_on == on)
        .group_by(lineage.c.ancestor_id)
    )

    def statement(insert: Any) -> Any:
        new = insert(tallies).from_select(["round_id", "unit_id", "measure", "value"], changes)
        return new.on_conflict_do_update(
            index_elements=["round_id", "unit_id", "measure"],
            set_={"value": tallies.c.value + new.excluded.value},
        )

    return PerDialect(statement)
