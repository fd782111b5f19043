"""What tables are made of: the counts of every unit that reports. Inside a school: `export_people.py`.

Whatever may be as long as the country is read as a stream, so that memory stays flat. A unit that
reports is one that is no class: a school counts its classes, an office only its own people.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, or_, select

from bot.domain.forms import Answers
from bot.domain.rounds import Round
from bot.domain.standings import Stopped
from bot.domain.tallies import EXPECTED
from bot.domain.units import CLASS, Unit
from bot.storage import campaigns as campaign_store
from bot.storage.campaigns import Running
from bot.storage.rollups import expected_in
from bot.storage.rounds import round_of
from bot.storage.tables import (
    lineage,
    link_checks,
    rounds,
    standings,
    submissions,
    tallies,
    units,
)
from bot.storage.unit_names import name_on

#: Units sort by the level of the school, then by the official list; offices come first.
LEVELS = ("", "MN", "TH", "TH&THCS", "THCS", "THCS&THPT", "THPT", "PTDTNT", "GDTX")
#: Rows fetched at once; people's turns go on in between.
_SLICE = 500
_official = (
    case({level: place for place, level in enumerate(LEVELS)}, value=units.c.level, else_=len(LEVELS)),
    units.c.sort_index,
    units.c.code,
)
_on: Any = bindparam("on")
_top: Any = bindparam("top_id")
_rounds: Any = bindparam("rounds", expanding=True)


# --- what there is to export --------------------------------------------------------------------

_CAMPAIGNS = select(rounds.c.campaign_id).where(expected_in(bindparam("unit_id"))).distinct()
_ROUNDS = (
    select(rounds)
    .where(
        expected_in(bindparam("unit_id")),
        rounds.c.campaign_id == bindparam("campaign_id"),
        rounds.c.opened_at.is_not(None),
        rounds.c.withdrawn_at.is_(None),
    )
    .order_by(rounds.c.opens_at, rounds.c.id)
)


def campaigns_of(conn: Connection, unit_id: int) -> list[Running]:
    """The campaigns in which anybody of a unit is or was expected, the newest first, closed ones too."""
    found = set(conn.scalars(_CAMPAIGNS, {"unit_id": unit_id}))
    return [running for running in reversed(campaign_store.every(conn)) if running.id in found]


def rounds_of(conn: Connection, campaign_id: int, unit_id: int) -> list[Round]:
    """The opened rounds of a campaign in which anybody of a unit is expected, earliest first."""
    return [round_of(row) for row in conn.execute(_ROUNDS, {"campaign_id": campaign_id, "unit_id": unit_id})]


# --- units that report --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """A unit that reports, with what it counts itself, by round and measure."""

    unit: Unit
    tallies: Mapping[int, Mapping[str, int]]


_below, _below_unit, _below_tally = lineage.alias(), units.alias(), tallies.alias()
#: What a unit's tally holds of the units below it that report themselves.
_of_others = (
    select(
        _below.c.ancestor_id,
        _below_tally.c.round_id,
        _below_tally.c.measure,
        func.sum(_below_tally.c.value).label("value"),
    )
    .join(_below_unit, _below_unit.c.id == _below.c.unit_id)
    .join(_below_tally, _below_tally.c.unit_id == _below.c.unit_id)
    .where(
        _below.c.tree_on == _on,
        _below.c.depth == 1,
        _below_unit.c.kind != CLASS,
        _below_tally.c.round_id.in_(_rounds),
    )
    .group_by(_below.c.ancestor_id, _below_tally.c.round_id, _below_tally.c.measure)
    .subquery()
)
_unit_columns = (
    units.c.id,
    units.c.code,
    name_on(_on),
    units.c.kind,
    units.c.level,
    units.c.sort_index,
)
#: Units of a subtree that are no classes.
_in_subtree = (
    select(*_unit_columns)
    .select_from(units)
    .join(
        lineage,
        and_(lineage.c.unit_id == units.c.id, lineage.c.tree_on == _on, lineage.c.ancestor_id == _top),
    )
    .where(units.c.kind != CLASS)
)
_REPORTING = (
    _in_subtree.add_columns(
        tallies.c.round_id,
        tallies.c.measure,
        (tallies.c.value - func.coalesce(_of_others.c.value, 0)).label("value"),
    )
    .join(tallies, tallies.c.unit_id == units.c.id)
    .outerjoin(
        _of_others,
        and_(
            _of_others.c.ancestor_id == units.c.id,
            _of_others.c.round_id == tallies.c.round_id,
            _of_others.c.measure == tallies.c.measure,
        ),
    )
    .where(tallies.c.round_id.in_(_rounds))
    .order_by(*_official, tallies.c.round_id)
    .execution_options(yield_per=_SLICE)
)


def reporting(conn: Connection, round_ids: Collection[int], top_id: int, on: date) -> Iterator[Reporting]:
    """The units of a subtree that report in some rounds, in official order."""
    rows = conn.execute(_REPORTING, {"rounds": list(round_ids), "top_id": top_id, "on": on})
    for _, of_unit in groupby(rows, attrgetter("id")):
        first, counts = None, dict[int, dict[str, int]]()
        for row in of_unit:
            first = first or row
            counts.setdefault(row.round_id, {})[row.measure] = row.value
        expected = {key: tally for key, tally in counts.items() if tally.get(EXPECTED, 0) > 0}
        if first is not None and expected:
            yield Reporting(unit=_unit(first), tallies=expected)


def _unit(row: Any) -> Unit:
    return Unit(id=row.id, code=row.code, name=row.name, kind=row.kind, level=row.level, order=row.sort_index)


_up = lineage.alias("up")
_INNER = (
    select(_up.c.ancestor_id)
    .join(units, units.c.id == _up.c.unit_id)
    .join(
        lineage,
        and_(lineage.c.unit_id == _up.c.unit_id, lineage.c.tree_on == _on, lineage.c.ancestor_id == _top),
    )
    .where(_up.c.tree_on == _on, _up.c.depth == 1, lineage.c.depth > 0, units.c.kind != CLASS)
    .distinct()
)


def inner(conn: Connection, top_id: int, on: date) -> list[int]:
    """The units of a subtree that have others than classes below them, the top always among them."""
    return [
        top_id,
        *(found for found in conn.scalars(_INNER, {"top_id": top_id, "on": on}) if found != top_id),
    ]


_CHILDREN = select(lineage.c.unit_id).where(
    lineage.c.tree_on == _on, lineage.c.ancestor_id == _top, lineage.c.depth == 1
)


def parents(conn: Connection, unit_id: int, on: date) -> dict[int, int]:
    """The ids of the units directly below one, each with that one."""
    return dict.fromkeys(conn.scalars(_CHILDREN, {"top_id": unit_id, "on": on}), unit_id)


# --- what units answered ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAnswer:
    """What a unit declared itself; no answers where it has not."""

    unit: Unit
    answers: Answers | None
    declared_at: datetime | None
    outcome: str | None = None  #: what came of looking at the address; None: nobody has looked


_latest = and_(submissions.c.standing_id == standings.c.id, submissions.c.revision == standings.c.revision)
_expected = or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value)
_ANSWERS = (
    _in_subtree.add_columns(submissions.c.answers, standings.c.declared_at, link_checks.c.outcome)
    .join(standings, and_(standings.c.unit_id == units.c.id, standings.c.round_id == bindparam("round_id")))
    .outerjoin(submissions, _latest)
    .outerjoin(
        link_checks,
        and_(link_checks.c.standing_id == standings.c.id, link_checks.c.question == bindparam("question")),
    )
    .where(_expected)
    .order_by(*_official)
    .execution_options(yield_per=_SLICE)
)


def unit_answers(
    conn: Connection, round_id: int, top_id: int, on: date, question: str = ""
) -> Iterator[UnitAnswer]:
    """What each unit of a subtree declared, in official order, and what came of an address among it."""
    given = {"round_id": round_id, "top_id": top_id, "on": on, "question": question}
    for row in conn.execute(_ANSWERS, given):
        yield UnitAnswer(
            unit=_unit(row), answers=row.answers, declared_at=row.declared_at, outcome=row.outcome
        )
