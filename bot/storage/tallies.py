"""Counts per round and unit, kept in step with the standings they count."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, literal, or_, select

from bot.domain.forms import Form
from bot.domain.standings import Stopped
from bot.domain.tallies import contribution
from bot.domain.units import Unit
from bot.storage import class_reports, unlinked
from bot.storage.dialects import PerDialect
from bot.storage.prepared import Prepared
from bot.storage.rows import standing_of
from bot.storage.tables import lineage, standings, submissions, tallies, units
from bot.storage.unit_names import name_on


def _add(insert: Any) -> Any:
    statement = insert(tallies).from_select(
        ["round_id", "unit_id", "measure", "value"],
        select(
            bindparam("round_id", type_=tallies.c.round_id.type),
            lineage.c.ancestor_id,
            bindparam("measure", type_=tallies.c.measure.type),
            bindparam("change", type_=tallies.c.value.type),
        )
        .where(lineage.c.tree_on == bindparam("on"), lineage.c.unit_id == bindparam("unit_id"))
        .order_by(lineage.c.depth.desc()),  # always from the root down, so that writers never deadlock
    )
    return statement.on_conflict_do_update(
        index_elements=["round_id", "unit_id", "measure"],
        set_={"value": tallies.c.value + statement.excluded.value},
    )


_ADD = Prepared(_add)
#: What is counted of everybody who owes a round, whatever they declare.
_EXPECTED = {
    "expected": or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value),
    "stopped": and_(
        standings.c.stopped.is_not(None),
        standings.c.stopped != Stopped.LEFT.value,
        standings.c.state != "complete",
    ),
}
_OF = Prepared(
    select(tallies.c.measure, tallies.c.value).where(
        tallies.c.round_id == bindparam("round_id"), tallies.c.unit_id == bindparam("unit_id")
    )
)
_ON = bindparam("on", type_=lineage.c.tree_on.type)
_BELOW = (
    select(
        units.c.id,
        units.c.code,
        units.c.kind,
        units.c.level,
        units.c.sort_index,
        name_on(_ON),
        tallies.c.measure,
        tallies.c.value,
    )
    .join(lineage, lineage.c.unit_id == units.c.id)
    .join(tallies, tallies.c.unit_id == units.c.id)
    .where(
        tallies.c.round_id == bindparam("round_id"),
        lineage.c.tree_on == _ON,
        lineage.c.ancestor_id == bindparam("unit_id"),
        lineage.c.depth == 1,
    )
    .order_by(units.c.sort_index, units.c.code)
)


def add(conn: Connection, round_id: int, home_unit_id: int, on: date, changes: Mapping[str, int]) -> None:
    """Add differences to a unit and each of its ancestors."""
    _ADD.run_each(
        conn,
        [
            {"round_id": round_id, "unit_id": home_unit_id, "on": on, "measure": measure, "change": change}
            for measure, change in changes.items()
        ],
    )


def of(conn: Connection, round_id: int, unit_id: int) -> dict[str, int]:
    """The tally of a unit's whole subtree, by measure; empty where nobody is expected."""
    return {row.measure: row.value for row in _OF.rows(conn, round_id=round_id, unit_id=unit_id)}


def below(conn: Connection, round_id: int, unit_id: int, on: date) -> list[tuple[Unit, dict[str, int]]]:
    """The tallies of the units directly below one, in the official order, under their names of that day."""
    found: dict[int, tuple[Unit, dict[str, int]]] = {}
    for row in conn.execute(_BELOW, {"round_id": round_id, "unit_id": unit_id, "on": on}):
        unit = Unit(
            id=row.id, code=row.code, name=row.name, kind=row.kind, level=row.level, order=row.sort_index
        )
        found.setdefault(row.id, (unit, {}))[1][row.measure] = row.value
    return list(found.values())


def count_expected(conn: Connection, round_id: int, on: date) -> None:
    """Count who is expected in a round that is locked, and who of them is not chased. Set-based."""
    measures = list(_EXPECTED)
    conn.execute(delete(tallies).where(tallies.c.round_id == round_id, tallies.c.measure.in_(measures)))
    for measure, condition in _EXPECTED.items():
        conn.execute(
            tallies.insert().from_select(
                ["round_id", "unit_id", "measure", "value"],
                select(
                    literal(round_id, tallies.c.round_id.type),
                    lineage.c.ancestor_id,
                    literal(measure, tallies.c.measure.type),
                    func.count(),
                )
                .select_from(standings)
                .join(lineage, lineage.c.unit_id == standings.c.home_unit_id)
                .where(standings.c.round_id == round_id, lineage.c.tree_on == on, condition)
                .group_by(lineage.c.ancestor_id),
            )
        )
    for home_unit_id, kept in unlinked.of_round(conn, round_id).items():
        add(
            conn,
            round_id,
            home_unit_id,
            on,
            {measure: kept[measure] for measure in measures if kept[measure]},
        )


def count_new(conn: Connection, round_id: int, on: date, *, after: int) -> None:
    """Count those who were written down for a round since a standing, and who of them is not chased."""
    for measure, condition in _EXPECTED.items():
        new = (
            select(standings.c.home_unit_id, func.count().label("n"))
            # By id, and not by the units of the round: + 0 leaves that index out.
            .where(standings.c.id > after, standings.c.round_id + 0 == round_id, condition)
            .group_by(standings.c.home_unit_id)
            .subquery()
        )
        found = (
            select(
                literal(round_id, tallies.c.round_id.type),
                lineage.c.ancestor_id,
                literal(measure, tallies.c.measure.type),
                func.sum(new.c.n),
            )
            .join(new, new.c.home_unit_id == lineage.c.unit_id)
            .where(lineage.c.tree_on == on)
            .group_by(lineage.c.ancestor_id)
        )
        PerDialect(partial(_more, found)).run(conn)


def _more(found: Any, insert: Any) -> Any:
    """Add counts to those that are there."""
    statement = insert(tallies).from_select(["round_id", "unit_id", "measure", "value"], found)
    return statement.on_conflict_do_update(
        index_elements=["round_id", "unit_id", "measure"],
        set_={"value": tallies.c.value + statement.excluded.value},
    )


def everything(conn: Connection, round_id: int) -> dict[tuple[int, str], int]:
    """Every count of a round that is not zero, by (unit, measure)."""
    rows = conn.execute(select(tallies).where(tallies.c.round_id == round_id, tallies.c.value != 0))
    return {(row.unit_id, row.measure): row.value for row in rows}


_LATEST = (
    select(standings, submissions.c.answers)
    .outerjoin(
        submissions,
        (submissions.c.standing_id == standings.c.id) & (submissions.c.revision == standings.c.revision),
    )
    .where(standings.c.round_id == bindparam("round_id"))
)


def recount(conn: Connection, round_id: int, form: Form, on: date) -> dict[tuple[int, str], int]:
    """Count a round anew from its standings, submissions and class reports: what `everything` must equal.

    With them stands what is kept, unlinked, of people who had themselves deleted.
    """
    above: dict[int, list[int]] = {}
    for row in conn.execute(select(lineage.c.unit_id, lineage.c.ancestor_id).where(lineage.c.tree_on == on)):
        above.setdefault(row.unit_id, []).append(row.ancestor_id)
    counts: Counter[tuple[int, str]] = Counter()
    for row in conn.execute(_LATEST, {"round_id": round_id}):
        for measure, value in contribution(standing_of(row), form, row.answers).items():
            for unit_id in above.get(row.home_unit_id, ()):
                counts[unit_id, measure] += value
    kept = [(report.unit_id, added) for report, added in class_reports.contributions(conn, round_id)]
    for home_unit_id, added in [*kept, *unlinked.of_round(conn, round_id).items()]:
        for measure, value in added.items():
            for unit_id in above.get(home_unit_id, ()):
                counts[unit_id, measure] += value
    return {key: value for key, value in counts.items() if value}


def replace(conn: Connection, round_id: int, counts: Mapping[tuple[int, str], int]) -> None:
    """Put a recount in the place of what was kept."""
    conn.execute(delete(tallies).where(tallies.c.round_id == round_id))
    rows = [
        {"round_id": round_id, "unit_id": unit_id, "measure": measure, "value": value}
        for (unit_id, measure), value in counts.items()
        if value
    ]
    if rows:
        conn.execute(tallies.insert(), rows)
    for report, added in class_reports.contributions(conn, round_id):
        class_reports.keep_counted(conn, report, added, report.exempt)
