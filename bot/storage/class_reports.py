"""Class reports: every revision of the numbers, and what the newest comes to beside the pupils' own.

`standings.py` records them and moves the tallies; here is what they are counted from.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select, update

from bot.domain import class_reports
from bot.domain.asking import form_of
from bot.domain.class_reports import Class
from bot.domain.people import MembershipState
from bot.domain.standings import State, Stopped
from bot.domain.tallies import DECLARED, EXPECTED
from bot.storage import campaigns, rounds, unlinked
from bot.storage.tables import class_reports as table
from bot.storage.tables import lineage, memberships, standings, submissions, units


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReport:
    """The newest revision of what was reported of a class."""

    round_id: int
    unit_id: int
    revision: int
    counts: Mapping[str, int]  #: how many pupils are in which state, as it was said
    counted: Mapping[str, int]  #: what the tallies hold of it now, by measure
    exempt: int  #: pupils of the class who were not asked when it was counted
    submitted_at: datetime


_OF_CLASS = (table.c.round_id == bindparam("round_id")) & (table.c.unit_id == bindparam("unit_id"))
_LATEST = select(table).where(_OF_CLASS).order_by(table.c.revision.desc()).limit(1)
_TIMELY = (
    select(table.c.counts)
    .where(_OF_CLASS, table.c.late.is_(False))
    .order_by(table.c.revision.desc())
    .limit(1)
)
_ADD = table.insert()
_COUNTED = (
    update(table)
    .where(
        table.c.round_id == bindparam("of_round"),
        table.c.unit_id == bindparam("of_unit"),
        table.c.revision == bindparam("newest"),
    )
    .values(counted=bindparam("new_counted", type_=table.c.counted.type), exempt=bindparam("now_exempt"))
)
#: FOR NO KEY UPDATE: others may go on writing rows that point to the class.
_LOCK = select(units.c.id).where(units.c.id == bindparam("unit_id")).with_for_update(key_share=True)
_REPORTED = (
    select(table.c.unit_id)
    .join(lineage, lineage.c.unit_id == table.c.unit_id)
    .where(
        table.c.round_id == bindparam("round_id"),
        lineage.c.tree_on == bindparam("on"),
        lineage.c.ancestor_id == bindparam("within"),
    )
    .distinct()
    .order_by(table.c.unit_id)
)
_EXPECTED = (
    select(standings.c.state, submissions.c.answers)
    .outerjoin(
        submissions,
        and_(submissions.c.standing_id == standings.c.id, submissions.c.revision == standings.c.revision),
    )
    .where(
        standings.c.round_id == bindparam("round_id"),
        standings.c.home_unit_id == bindparam("unit_id"),
        standings.c.membership_id.is_not(None),
        or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value),
    )
)
_EXEMPT = (
    select(func.count())
    .select_from(memberships)
    .outerjoin(
        standings,
        and_(
            standings.c.membership_id == memberships.c.id,
            standings.c.round_id == bindparam("round_id"),
            or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value),
        ),
    )
    .where(
        memberships.c.unit_id == bindparam("unit_id"),
        memberships.c.role.in_(bindparam("roles", expanding=True)),
        memberships.c.state.in_([MembershipState.ACTIVE.value, MembershipState.ON_LEAVE.value]),
        memberships.c.has_smartphone.is_(False),
        standings.c.id.is_(None),
    )
)


def latest(conn: Connection, round_id: int, unit_id: int) -> ClassReport | None:
    """What was reported of a class last; None where nothing was."""
    row = conn.execute(_LATEST, {"round_id": round_id, "unit_id": unit_id}).one_or_none()
    return None if row is None else _report(row)


def _report(row: Any) -> ClassReport:
    return ClassReport(
        round_id=row.round_id,
        unit_id=row.unit_id,
        revision=row.revision,
        counts=row.counts,
        counted=row.counted,
        exempt=row.exempt,
        submitted_at=row.submitted_at,
    )


def lock(conn: Connection, unit_id: int) -> None:
    """Have whoever else changes what is counted of a class wait for the end of this transaction."""
    conn.execute(_LOCK, {"unit_id": unit_id})


def add(
    conn: Connection,
    round_id: int,
    unit_id: int,
    counts: Mapping[str, int],
    *,
    late: bool,
    by: int,
    channel: str,
    now: datetime,
) -> None:
    """Write down a revision. What the tallies hold is, until they are settled, what they held before."""
    before = latest(conn, round_id, unit_id)
    conn.execute(
        _ADD,
        {
            "round_id": round_id,
            "unit_id": unit_id,
            "revision": before.revision + 1 if before else 1,
            "counts": dict(counts),
            "late": late,
            "counted": dict(before.counted) if before else {},
            "exempt": before.exempt if before else 0,
            "submitted_by": by,
            "submitted_at": now,
            "channel": channel,
        },
    )


def keep_counted(conn: Connection, report: ClassReport, counted: Mapping[str, int], exempt: int) -> None:
    """Write down what the tallies hold of a report now, and how many pupils were exempt for that."""
    conn.execute(
        _COUNTED,
        {
            "of_round": report.round_id,
            "of_unit": report.unit_id,
            "newest": report.revision,
            "new_counted": dict(counted),
            "now_exempt": exempt,
        },
    )


def reported(conn: Connection, round_id: int, within: int, on: date) -> list[int]:
    """The classes of a part of the tree of which something was reported."""
    return list(conn.scalars(_REPORTED, {"round_id": round_id, "within": within, "on": on}))


def pupils(conn: Connection, round_id: int, unit_id: int) -> Class:
    """What is known now of the pupils of a class themselves."""
    round_ = rounds.round_by_id(conn, round_id)
    audience = campaigns.get(conn, round_.campaign_id).campaign.obligation(round_.obligation).audience
    exempt = 0
    if audience.smartphone_only:
        roles = [role.value for role in audience.roles]
        exempt = conn.scalar(_EXEMPT, {"round_id": round_id, "unit_id": unit_id, "roles": roles}) or 0
        exempt += unlinked.of_class(conn, round_id, unit_id)[0][unlinked.EXEMPT]
    return _with_exempt(conn, round_id, unit_id, exempt)


def _with_exempt(conn: Connection, round_id: int, unit_id: int, exempt: int) -> Class:
    expected = conn.execute(_EXPECTED, {"round_id": round_id, "unit_id": unit_id}).all()
    own = [row.answers for row in expected if row.state != State.MISSING.value and row.answers is not None]
    gone, states = unlinked.of_class(conn, round_id, unit_id)
    silent = len(expected) - len(own) + gone[EXPECTED] - gone[DECLARED]
    return Class(own=own, silent=silent, exempt=exempt, erased=states)


def contribution(conn: Connection, report: ClassReport, pupils: Class) -> Counter[str]:
    """What a report adds to the tallies of its class, beside what its pupils declared."""
    round_ = rounds.round_by_id(conn, report.round_id)
    campaign = campaigns.get(conn, round_.campaign_id).campaign
    form = form_of(campaign, round_.obligation, round_.question, round_.label)
    timely = conn.scalar(_TIMELY, {"round_id": report.round_id, "unit_id": report.unit_id}) or {}
    return class_reports.contribution(form, report.counts, timely, pupils)


def contributions(conn: Connection, round_id: int) -> list[tuple[ClassReport, Counter[str]]]:
    """What every report of a round adds to the tallies of its class, reckoned anew.

    By those who were exempt when it was last counted: a roster goes on changing after a round is over.
    """
    classes = conn.scalars(select(table.c.unit_id).where(table.c.round_id == round_id).distinct()).all()
    reports = [report for unit_id in classes if (report := latest(conn, round_id, unit_id)) is not None]
    return [
        (report, contribution(conn, report, _with_exempt(conn, round_id, report.unit_id, report.exempt)))
        for report in reports
    ]


def forgive(conn: Connection, round_id: int, due_before: datetime) -> list[int]:
    """An extension makes what came before the new deadline timely; the classes that it was reported of."""
    late = and_(table.c.round_id == round_id, table.c.late, table.c.submitted_at < due_before)
    classes = list(conn.scalars(select(table.c.unit_id).where(late).distinct()))
    conn.execute(update(table).where(late).values(late=False))
    return classes
