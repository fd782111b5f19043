"""Everything counted anew: tallies, rosters, and what people are sure to have said."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, literal, or_, select

from bot.domain.campaigns import Obligation
from bot.domain.deadlines import VIETNAM
from bot.domain.rounds import Round, RoundKind
from bot.domain.tallies import EXPECTED
from bot.storage import bound, campaigns, tallies
from bot.storage.campaigns import Running
from bot.storage.tables import (
    class_reports,
    deliveries,
    inbox,
    lineage,
    memberships,
    persons,
    standings,
    submissions,
    units,
)
from tests.rehearsal.agents import Ledger
from tests.rehearsal.findings import CLASSES, HEARD, INBOX, ROSTER, TALLY, TRUTH, Findings, opened
from tests.rehearsal.reminded import reminders

# --- every evening ------------------------------------------------------------------------------


def denominators(findings: Findings, conn: Connection, now: datetime) -> None:
    """In every round that goes on, whoever is on the roster today is expected, and nobody else."""
    for running, round_, _ in opened(conn):
        if running.state is not campaigns.CampaignState.RUNNING or not _goes_on(round_, now):
            continue
        found = {
            unit: count
            for (unit, measure), count in tallies.everything(conn, round_.id).items()
            if measure == EXPECTED
        }
        obligation = running.campaign.obligation(round_.obligation)
        wanted = _roster(conn, running, obligation)
        where = f"{now.astimezone(VIETNAM):%d/%m/%Y}, {round_.obligation} {round_.slot or ''}"
        findings.compare(ROSTER, where, found, wanted)


def _goes_on(round_: Round, now: datetime) -> bool:
    if round_.kind is RoundKind.SLOT and round_.slot is not None:
        return round_.slot == now.astimezone(VIETNAM).date()
    return round_.kind is RoundKind.SINGLE or not round_.is_late(now)


def _roster(conn: Connection, running: Running, obligation: Obligation) -> dict[int, int]:
    """How many are to be expected, by unit, counted from the roster as it is now."""
    audience = obligation.audience
    above = select(lineage.c.ancestor_id, func.count().label("n")).where(lineage.c.tree_on == running.tree_on)
    if audience.answered_by_units:
        kinds = list(audience.units)
        below = select(lineage.c.unit_id).where(
            lineage.c.tree_on == running.tree_on, lineage.c.ancestor_id == running.scope_unit_id
        )
        found = above.join(units, units.c.id == lineage.c.unit_id).where(
            units.c.kind.in_(kinds), units.c.id.in_(below)
        )
    else:
        roles = [role.value for role in bound.audience_roles(audience)]
        first = (
            select(memberships.c.person_id, func.min(memberships.c.id).label("id"))
            .where(
                memberships.c.role.in_(roles),
                memberships.c.state.in_(["active", "on_leave"]),
                or_(memberships.c.has_smartphone.is_not(False), literal(not audience.smartphone_only)),
            )
            .group_by(memberships.c.person_id)
            .subquery()
        )
        below = select(lineage.c.unit_id).where(
            lineage.c.tree_on == running.tree_on, lineage.c.ancestor_id == running.scope_unit_id
        )
        found = (
            above.join(memberships, memberships.c.unit_id == lineage.c.unit_id)
            .join(first, first.c.id == memberships.c.id)
            .where(memberships.c.unit_id.in_(below))
        )
    return {row.ancestor_id: row.n for row in conn.execute(found.group_by(lineage.c.ancestor_id))}


# --- at the end ---------------------------------------------------------------------------------


def everything(findings: Findings, ledger: Ledger, conn: Connection, now: datetime) -> None:
    found = opened(conn)
    findings.rounds = len(found)
    findings.submissions = conn.scalar(select(func.count()).select_from(submissions)) or 0
    for running, round_, form in found:
        counted = tallies.recount(conn, round_.id, form, running.tree_on)
        kept = tallies.everything(conn, round_.id)
        where = f"round {round_.id} {round_.obligation} {round_.slot or ''}"
        differing = {key: (kept.get(key), counted.get(key)) for key in kept.keys() | counted.keys()}
        differing = {key: pair for key, pair in differing.items() if pair[0] != pair[1]}
        findings.compare(TALLY, where, differing, {})
    reminders(findings, ledger, conn)
    for said, answer in ledger.heard:
        findings.compare(HEARD, said, answer, "")
    _answers(findings, ledger, conn)
    states = conn.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state)).all()
    findings.compare(INBOX, "inbox", {row[0]: row[1] for row in states if row[0] != "done"}, {})
    outcomes = select(deliveries.c.kind, deliveries.c.state, func.count()).group_by(
        deliveries.c.kind, deliveries.c.state
    )
    for kind, state, number in conn.execute(outcomes):
        findings.deliveries[kind.partition(":")[0], state] += number


def _answers(findings: Findings, ledger: Ledger, conn: Connection) -> None:
    """What stands in the books is what people know they said, and nothing else stands there."""
    recorded: dict[tuple[str, ...], Mapping[str, Any]] = {}
    obligations = {round_.id: round_ for _, round_, _ in opened(conn)}
    latest = and_(submissions.c.standing_id == standings.c.id, submissions.c.revision == standings.c.revision)
    people = (
        select(
            standings.c.round_id, units.c.code, memberships.c.code, persons.c.full_name, submissions.c.answers
        )
        .join(submissions, latest)
        .join(memberships, memberships.c.id == standings.c.membership_id)
        .join(persons, persons.c.id == memberships.c.person_id)
        .join(units, units.c.id == memberships.c.unit_id)
    )
    for round_id, unit, code, name, answers in conn.execute(people):
        recorded[obligations[round_id].obligation, unit, code or name] = answers
    own = (
        select(standings.c.round_id, units.c.code, submissions.c.answers)
        .join(submissions, latest)
        .join(units, units.c.id == standings.c.unit_id)
    )
    for round_id, unit, answers in conn.execute(own):
        round_ = obligations[round_id]
        if round_.kind is RoundKind.AD_HOC:
            recorded["asked", unit] = answers
        elif round_.slot is not None:
            recorded[round_.obligation, unit, round_.slot.isoformat()] = answers
        else:
            recorded[round_.obligation, unit] = answers
    for key in recorded.keys() | ledger.answers.keys():
        findings.compare(TRUTH, ":".join(key), recorded.get(key), ledger.answers.get(key))
    for unit, counts in ledger.classes.items():
        newest = conn.execute(
            select(class_reports.c.counts)
            .join(units, units.c.id == class_reports.c.unit_id)
            .where(units.c.code == unit)
            .order_by(class_reports.c.revision.desc())
            .limit(1)
        ).scalar()
        found = {state: number for state, number in (newest or {}).items() if number}
        findings.compare(CLASSES, unit, found, {s: n for s, n in counts.items() if n})
