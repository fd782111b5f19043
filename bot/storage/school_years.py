"""The end of a school year: classes go up, the last grade leaves, homeroom roles end.

A class is its pupils, so it goes up by being renamed: what was counted in 8A last year is told of "8A",
because numbers of a day have the names of that day, and pupils of 9A keep what they declared in whatever is
still open. The first grade of the next year comes with its list. A class that leaves stands in the tree
until the day before.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select, update

from bot.domain.people import MembershipState, Role
from bot.domain.rounds import Round, RoundKind
from bot.domain.school_years import ending_year, last_grade, next_code, next_name
from bot.domain.standings import Stopped
from bot.domain.tallies import difference
from bot.domain.units import Unit
from bot.errors import InputError
from bot.storage import (
    audit,
    campaigns,
    class_reports,
    invites,
    lineages,
    memberships,
    opening,
    posts,
    rounds,
    schools,
    standings,
    tallies,
    unit_names,
    unit_parents,
    units,
)
from bot.storage.campaigns import CampaignState, Running
from bot.storage.tables import memberships as memberships_table
from bot.storage.tables import standings as standings_table
from bot.storage.tables import units as units_table
from bot.storage.unit_names import NewName
from bot.storage.unit_parents import Link

#: What the audit calls it; its detail is the school year that ended.
ENDED = "school-year-end"
_DAY = timedelta(days=1)
#: Letters of a code before the year that a class left in; a code has 40 at most.
_CODE_LENGTH = 35
_HERE = (MembershipState.ACTIVE.value, MembershipState.ON_LEAVE.value, MembershipState.PENDING.value)
_PUPILS = (
    select(memberships_table.c.unit_id, func.count().label("pupils"))
    .where(
        memberships_table.c.unit_id.in_(bindparam("units", expanding=True)),
        memberships_table.c.role == Role.PUPIL.value,
        memberships_table.c.state.in_(_HERE),
    )
    .group_by(memberships_table.c.unit_id)
)
_GO = (
    update(memberships_table)
    .where(memberships_table.c.unit_id == bindparam("of_unit"), memberships_table.c.state.in_(_HERE))
    .values(state=MembershipState.LEFT.value, until=bindparam("at"))
)
#: What those who leave hold elsewhere, a parent of another child say: they owe it there from now on.
_others = memberships_table.alias()
_ELSEWHERE = (
    select(*memberships.COLUMNS)
    .where(
        memberships_table.c.state == MembershipState.ACTIVE.value,
        memberships_table.c.person_id.in_(
            select(_others.c.person_id).where(_others.c.unit_id.in_(bindparam("units", expanding=True)))
        ),
    )
    .order_by(memberships_table.c.id)
)
_STOP = (
    update(standings_table)
    .where(
        standings_table.c.round_id == bindparam("of_round"),
        standings_table.c.home_unit_id == bindparam("of_unit"),
        standings_table.c.membership_id.is_not(None),
    )
    .values(stopped=Stopped.LEFT.value)
)
_CODE = update(units_table).where(units_table.c.id == bindparam("of_unit")).values(code=bindparam("new_code"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What becomes of one class."""

    unit: Unit
    pupils: int
    new_name: str | None = None  #: None: it leaves, or nobody can tell
    unclear: bool = False  #: its name tells no grade: it stays as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The end of a school year in one school."""

    school: Unit
    year: str  #: "2019–2020"
    on: date  #: the first day of the new names
    steps: tuple[Step, ...]
    done: bool  #: it was ended before

    @property
    def going_up(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.new_name is not None)

    @property
    def leaving(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.new_name is None and not step.unclear)

    @property
    def unclear(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.unclear)


def plan(conn: Connection, school: Unit, on: date, today: date) -> Plan:
    """What the end of the school year would do in a school.

    Raises InputError: `error-year-not-over` before May, `error-year-to-come` for a day ahead.
    """
    year = ending_year(on)
    if year is None:
        raise InputError("error-year-not-over", year=f"{on.year - 1}–{on.year}")
    if on > today:
        raise InputError("error-year-to-come")
    before = audit.last(conn, f"unit:{school.id}", ENDED)
    classes = schools.classes(conn, school.id, today)
    counted = conn.execute(_PUPILS, {"units": [unit.id for unit in classes]})
    pupils = {row.unit_id: row.pupils for row in counted}
    last = last_grade(school.level or school.name, [unit.name for unit in classes])
    return Plan(
        school=school,
        year=year,
        on=on,
        steps=tuple(_step(unit, pupils.get(unit.id, 0), last) for unit in classes),
        done=before is not None and before.detail == year,
    )


def _step(unit: Unit, pupils: int, last: int) -> Step:
    try:
        return Step(unit=unit, pupils=pupils, new_name=next_name(unit.name, last))
    except ValueError:
        return Step(unit=unit, pupils=pupils, unclear=True)


def end(conn: Connection, plan: Plan, now: datetime, *, by: int | None) -> None:
    """Carry a plan out; `by` is None for the operator's command line. One that is done changes nothing."""
    if plan.done:
        return
    _end_homerooms(conn, plan, now)
    for step in plan.leaving:
        _leave(conn, step.unit, now)
    for row in conn.execute(_ELSEWHERE, {"units": [step.unit.id for step in plan.leaving]}).all():
        opening.expect_member(conn, memberships.membership_of(row), now)
    _close(conn, plan)
    _rename(conn, plan)
    audit.record(
        conn, action=ENDED, subject=f"unit:{plan.school.id}", now=now, person_id=by, detail=plan.year
    )


def _end_homerooms(conn: Connection, plan: Plan, now: datetime) -> None:
    classes = [step.unit.id for step in plan.steps]
    for state in (MembershipState.ACTIVE, MembershipState.ON_LEAVE):
        for _, held in memberships.within(conn, classes, [Role.HOMEROOM], state):
            posts.stop_leading(conn, held, now)


def _leave(conn: Connection, unit: Unit, now: datetime) -> None:
    """A whole class leaves: everybody in it, its parents too, and the ways into it. Set-based."""
    conn.execute(_GO, {"of_unit": unit.id, "at": now})
    for role in (Role.PUPIL, Role.PARENT):
        while (invite := invites.of_unit(conn, unit.id, role, now)) is not None:
            invites.revoke(conn, invite.id, now)
    for running in campaigns.every(conn):
        if running.state is CampaignState.CLOSED:
            continue
        for round_ in rounds.rounds_of(conn, running.id):
            past = round_.kind is not RoundKind.SINGLE and round_.is_late(now)
            if round_.opened_at is not None and not past:
                _uncount(conn, running, round_, unit)


def _uncount(conn: Connection, running: Running, round_: Round, unit: Unit) -> None:
    """Nobody of a class is expected in a round any more: what was counted of it goes from all above it."""
    class_reports.lock(conn, unit.id)
    report = class_reports.latest(conn, round_.id, unit.id)
    own = Counter(tallies.of(conn, round_.id, unit.id))
    own.subtract(report.counted if report else {})
    conn.execute(_STOP, {"of_round": round_.id, "of_unit": unit.id})
    tallies.add(conn, round_.id, unit.id, running.tree_on, difference(own, Counter()))
    standings.settle_class(conn, round_.id, unit.id, running.tree_on)


def _close(conn: Connection, plan: Plan) -> None:
    """Classes that leave stand until the day before, or as long as a campaign's own tree needs them."""
    leaving = [step.unit.id for step in plan.leaving]
    needed = [day for day in lineages.days(conn) if day >= plan.on]
    until = max([plan.on - _DAY, *needed])
    known = unit_parents.spans(conn, Link.ROLLUP)
    for unit_id in leaving:
        open_spans = [span for span in known[unit_id] if span.since <= until]
        known[unit_id] = [
            unit_parents.Span(span.parent_id, span.since, min(span.until, until)) for span in open_spans
        ]
    unit_parents.write(conn, Link.ROLLUP, leaving, known)


def _rename(conn: Connection, plan: Plan) -> None:
    """New names from the day on, and codes to match."""
    unit_names.rename(
        conn,
        {
            step.unit.id: NewName(name=step.new_name, since=plan.on)
            for step in plan.going_up
            if step.new_name is not None
        },
    )
    _recode(conn, plan)


def _recode(conn: Connection, plan: Plan) -> None:
    """Codes that were made of the names follow them, as far as nobody else has such a code."""
    wanted = {
        step.unit: next_code(step.unit.code, step.unit.name, step.new_name)
        for step in plan.going_up
        if step.new_name is not None
    }
    wanted |= {step.unit: f"{step.unit.code[:_CODE_LENGTH]}-{plan.year[-4:]}" for step in plan.leaving}
    wanted = {unit: code for unit, code in wanted.items() if code != unit.code}
    others = set(units.ids_by_code(conn)) - {unit.code.lower() for unit in wanted}
    while clashing := [unit for unit, code in wanted.items() if code.lower() in others]:
        for unit in clashing:
            del wanted[unit]
            others.add(unit.code.lower())
    for unit in wanted:  # codes are passed on from class to class: none may be held by two for a moment
        conn.execute(_CODE, {"of_unit": unit.id, "new_code": f"~{unit.id}"})
    for unit, code in wanted.items():
        conn.execute(_CODE, {"of_unit": unit.id, "new_code": code})
