"""How units stand, read from the tallies alone: however large the subtree, nobody is counted anew."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, exists, func, or_, select

from bot.domain.rounds import Round, RoundKind
from bot.domain.tallies import DECLARED, EXPECTED, ON_TIME, Share
from bot.domain.units import SCHOOL, Unit
from bot.storage import campaigns as campaign_store
from bot.storage.campaigns import Running
from bot.storage.rounds import round_of
from bot.storage.tables import campaigns, lineage, rounds, tallies, units
from bot.storage.unit_names import name_on

#: The current slot of a rhythm, and as many before it.
SLOTS = 4
#: How long after its deadline an ad hoc round is still news.
AD_HOC_FOR = timedelta(days=7)


def expected_in(unit_id: Any) -> Any:
    """The condition that in a row of `rounds` anybody of a unit is expected: one look-up a round."""
    return exists().where(
        tallies.c.round_id == rounds.c.id,
        tallies.c.unit_id == unit_id,
        tallies.c.measure == EXPECTED,
        tallies.c.value > 0,
    )


_place = (
    func.row_number()
    .over(
        partition_by=(rounds.c.campaign_id, rounds.c.obligation, rounds.c.label),
        order_by=(rounds.c.opens_at.desc(), rounds.c.id.desc()),
    )
    .label("place")
)
_expected_here = (
    select(rounds.c.id, _place)
    .join(campaigns, campaigns.c.id == rounds.c.campaign_id)
    .where(
        campaigns.c.state != "closed",
        rounds.c.opened_at.is_not(None),
        rounds.c.withdrawn_at.is_(None),
        expected_in(bindparam("unit_id")),
        or_(
            rounds.c.kind != RoundKind.AD_HOC.value,
            rounds.c.due_before.is_(None),
            rounds.c.due_before > bindparam("since", type_=rounds.c.due_before.type),
        ),
    )
    .subquery()
)
_CURRENT = (
    select(rounds)
    .join(_expected_here, _expected_here.c.id == rounds.c.id)
    .where(_expected_here.c.place <= SLOTS)
    .order_by(rounds.c.opens_at.desc(), rounds.c.id.desc())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """What a unit is asked now, with the slots before it, the latest first."""

    running: Running
    round: Round
    before: tuple[Round, ...]


def current(conn: Connection, unit_id: int, now: datetime) -> list[Current]:
    """The newest opened round of each thing that anybody of the unit is expected to declare.

    What is due next comes first, what has no deadline then, and what is overdue last, the newest first.
    """
    running = {one.id: (place, one) for place, one in enumerate(campaign_store.every(conn))}
    rows = conn.execute(_CURRENT, {"unit_id": unit_id, "since": now - AD_HOC_FOR})
    series: dict[tuple[int, str, str], list[Round]] = {}
    for row in rows:
        round_ = round_of(row)
        series.setdefault((round_.campaign_id, round_.obligation, round_.label), []).append(round_)
    found = [
        Current(running=running[key[0]][1], round=newest, before=tuple(before))
        for key, (newest, *before) in series.items()
    ]

    def urgency(one: Current) -> tuple[bool, bool, float, int, int]:
        due = one.round.due_before
        listed = [obligation.id for obligation in one.running.campaign.obligations]
        late = one.round.is_late(now)
        return (
            late,
            due is None,
            0 if due is None else -due.timestamp() if late else due.timestamp(),
            running[one.running.id][0],
            listed.index(one.round.obligation),
        )

    return sorted(found, key=urgency)


# --- counts -------------------------------------------------------------------------------------

_TALLIES = select(tallies.c.round_id, tallies.c.measure, tallies.c.value).where(
    tallies.c.unit_id == bindparam("unit_id"), tallies.c.round_id.in_(bindparam("rounds", expanding=True))
)


def tallies_of(conn: Connection, round_ids: Collection[int], unit_id: int) -> dict[int, dict[str, int]]:
    """The tallies of one unit's subtree in several rounds, by round and measure."""
    found: dict[int, dict[str, int]] = {round_id: {} for round_id in round_ids}
    for row in conn.execute(_TALLIES, {"rounds": list(round_ids), "unit_id": unit_id}):
        found[row.round_id][row.measure] = row.value
    return found


class Below(NamedTuple):  # a thousand of them are made for one page
    """A unit directly below another, by the counts that a list of them is sorted by."""

    unit_id: int
    expected: int
    declared: int
    on_time: int

    @property
    def rate(self) -> Share:
        return Share(part=self.declared, whole=self.expected)


def _joined(statement: Any, first: Any, *measures: str) -> Any:
    """The counts of the units of a statement beside each other: an index look-up each, nothing is summed.

    Where nobody is expected there is no row; what was never counted is 0.
    """
    expected, *others = (tallies.alias() for _ in measures)

    def of(tally: Any, measure: str) -> Any:
        here = (tally.c.unit_id == first) & (tally.c.round_id == bindparam("round_id"))
        return here & (tally.c.measure == measure)

    statement = statement.join(expected, of(expected, measures[0]) & (expected.c.value > 0))
    for tally, measure in zip(others, measures[1:], strict=True):
        statement = statement.outerjoin(tally, of(tally, measure))
    return statement.add_columns(
        expected.c.value.label(measures[0]),
        *(
            func.coalesce(tally.c.value, 0).label(measure)
            for tally, measure in zip(others, measures[1:], strict=True)
        ),
    )


_BELOW = _joined(
    select(lineage.c.unit_id)
    .join(units, units.c.id == lineage.c.unit_id)
    .where(
        lineage.c.tree_on == bindparam("on"),
        lineage.c.ancestor_id == bindparam("unit_id"),
        lineage.c.depth == 1,
    )
    .order_by(units.c.sort_index, units.c.code),
    lineage.c.unit_id,
    EXPECTED,
    DECLARED,
    ON_TIME,
)


def below(conn: Connection, round_id: int, unit_id: int, on: date) -> list[Below]:
    """The units directly below one in which anybody is expected, in the official order."""
    rows = conn.execute(_BELOW, {"round_id": round_id, "unit_id": unit_id, "on": on})
    return [Below._make(row) for row in rows]


_NAMED = select(
    units.c.id,
    units.c.code,
    name_on(bindparam("on")),
    units.c.kind,
    units.c.level,
    units.c.sort_index,
).where(units.c.id.in_(bindparam("ids", expanding=True)))


def named(conn: Connection, unit_ids: Collection[int], on: date) -> dict[int, Unit]:
    """Units by their ids, called as they were called on a day."""
    rows = conn.execute(_NAMED, {"ids": list(unit_ids), "on": on})
    return {
        row.id: Unit(
            id=row.id, code=row.code, name=row.name, kind=row.kind, level=row.level, order=row.sort_index
        )
        for row in rows
    }


_CELLS = (
    select(tallies.c.round_id, lineage.c.ancestor_id, lineage.c.unit_id, tallies.c.value)
    .join(tallies, tallies.c.unit_id == lineage.c.unit_id)
    .join(units, units.c.id == lineage.c.unit_id)
    .where(
        lineage.c.tree_on == bindparam("on"),
        lineage.c.ancestor_id.in_(bindparam("parents", expanding=True)),
        lineage.c.depth <= 1,
        tallies.c.round_id.in_(bindparam("rounds", expanding=True)),
        tallies.c.measure == EXPECTED,
        tallies.c.value > 0,
    )
    .order_by(lineage.c.depth, units.c.sort_index, units.c.code)
)
#: Of what the total of a unit consists: each unit below it, and its own people under its own id.
Cells = dict[int, int]


def cells(
    conn: Connection, round_ids: Collection[int], parents: Collection[int], on: date
) -> dict[int, dict[int, Cells]]:
    """How many people are expected in each part of some units, by round and unit, in official order."""
    found: dict[int, dict[int, Cells]] = {
        round_id: {parent: {} for parent in parents} for round_id in round_ids
    }
    asked = {"rounds": list(round_ids), "parents": list(parents), "on": on}
    for round_id, parent, unit_id, people in conn.execute(_CELLS, asked):
        parts = found[round_id][parent]
        parts[unit_id] = people  # the unit itself comes first, with everybody in it
        if unit_id != parent:
            parts[parent] -= people
    return found


_LEVEL = _joined(
    select()
    .select_from(lineage)
    .join(units, units.c.id == lineage.c.unit_id)
    .where(
        lineage.c.tree_on == bindparam("on"),
        lineage.c.ancestor_id == bindparam("scope_id"),
        units.c.kind == SCHOOL,
        units.c.level == bindparam("level"),
    ),
    lineage.c.unit_id,
    EXPECTED,
    DECLARED,
)


def rates_of_level(conn: Connection, round_id: int, scope_id: int, level: str, on: date) -> list[Share]:
    """The reporting rates of the schools of a level in a part of the tree, of no school by name."""
    asked = {"round_id": round_id, "scope_id": scope_id, "level": level, "on": on}
    return [Share(part=row.declared, whole=row.expected) for row in conn.execute(_LEVEL, asked)]
