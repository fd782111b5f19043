"""Everything counted anew: tallies, rosters, reminders, answers, and what chat and export show."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, literal, or_, select

from bot.domain.asking import form_of
from bot.domain.campaigns import Obligation
from bot.domain.deadlines import VIETNAM
from bot.domain.figures import five_figures
from bot.domain.forms import Form
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import judge
from bot.domain.tallies import COMPLETE, EXPECTED
from bot.storage import campaigns, opening, rounds, tallies
from bot.storage.campaigns import Running
from bot.storage.tables import (
    class_reports,
    deliveries,
    guardians,
    inbox,
    lineage,
    memberships,
    persons,
    standings,
    submissions,
    units,
)
from tests.rehearsal.agents import Ledger, Shown
from tests.reports.files import sheets

#: Deliveries that remind somebody of what they owe, in one message a day.
REMINDERS = ("reminder", "digest")


@dataclass(slots=True)
class Findings:
    """How often each rule was looked at, and where it was broken."""

    looked: Counter[str] = field(default_factory=Counter)
    broken: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    deliveries: Counter[tuple[str, str]] = field(default_factory=Counter)
    rounds: int = 0
    submissions: int = 0

    def compare(self, rule: str, where: str, found: object, wanted: object) -> None:
        self.looked[rule] += 1
        if found != wanted:
            self.broken[rule].append(f"{where}: {found!r}, not {wanted!r}")


TALLY, ROSTER, DAILY, DONE, TRUTH, CLASSES, CHAT, EXPORT, INBOX = (
    "tallies = recount",
    "denominators = roster of the day",
    "at most one reminder a day",
    "no reminder after completing",
    "recorded answers = people's truth",
    "class reports = what teachers said",
    "figures in chat = tallies",
    "figures in export = tallies",
    "nothing waits or failed in the inbox",
)
RULES = (TALLY, ROSTER, DAILY, DONE, TRUTH, CLASSES, CHAT, EXPORT, INBOX)


def _opened(conn: Connection) -> list[tuple[Running, Round, Form]]:
    return [
        (running, one, form_of(running.campaign, one.obligation, one.question, one.label))
        for running in campaigns.every(conn)
        for one in rounds.rounds_of(conn, running.id)
        if one.opened_at is not None
    ]


# --- every evening ------------------------------------------------------------------------------


def denominators(findings: Findings, conn: Connection, now: datetime) -> None:
    """In every round that goes on, whoever is on the roster today is expected, and nobody else."""
    for running, round_, _ in _opened(conn):
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
        roles = [role.value for role in opening.audience_roles(audience)]
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
    opened = _opened(conn)
    findings.rounds = len(opened)
    findings.submissions = conn.scalar(select(func.count()).select_from(submissions)) or 0
    for running, round_, form in opened:
        counted = tallies.recount(conn, round_.id, form, running.tree_on)
        kept = tallies.everything(conn, round_.id)
        where = f"round {round_.id} {round_.obligation} {round_.slot or ''}"
        differing = {key: (kept.get(key), counted.get(key)) for key in kept.keys() | counted.keys()}
        differing = {key: pair for key, pair in differing.items() if pair[0] != pair[1]}
        findings.compare(TALLY, where, differing, {})
    _reminders(findings, conn)
    _answers(findings, ledger, conn)
    states = conn.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state)).all()
    findings.compare(INBOX, "inbox", {row[0]: row[1] for row in states if row[0] != "done"}, {})
    outcomes = select(deliveries.c.kind, deliveries.c.state, func.count()).group_by(
        deliveries.c.kind, deliveries.c.state
    )
    for kind, state, number in conn.execute(outcomes):
        findings.deliveries[kind.partition(":")[0], state] += number


def _reminders(findings: Findings, conn: Connection) -> None:
    sent = conn.execute(
        select(
            deliveries.c.id,
            deliveries.c.person_id,
            deliveries.c.kind,
            deliveries.c.dedupe_key,
            deliveries.c.finished_at,
        ).where(
            deliveries.c.state == "sent",
            deliveries.c.person_id.is_not(None),
            or_(deliveries.c.kind.in_(REMINDERS), deliveries.c.kind.like("round:%")),
        )
    ).all()
    a_day: Counter[tuple[int, str]] = Counter()
    owing = _Owing(conn)
    for row in sent:
        if row.dedupe_key.startswith("follow-up:"):
            continue
        if row.kind in REMINDERS:
            a_day[row.person_id, row.finished_at.astimezone(VIETNAM).date().isoformat()] += 1
        where = f"delivery {row.id} {row.kind} to person {row.person_id} at {row.finished_at}"
        if row.kind == "reminder":
            findings.compare(DONE, where, owing.at(row.person_id, row.finished_at), True)
        elif row.kind != "digest":
            round_id = int(row.kind.partition(":")[2])
            findings.compare(DONE, where, owing.at(row.person_id, row.finished_at, round_id), True)
    for (person, day), number in a_day.items():
        findings.compare(DAILY, f"person {person} on {day}", number <= 1, True)


class _Owing:
    """Whether somebody owed anything at a moment, from the history of what they answer for."""

    def __init__(self, conn: Connection) -> None:
        self._of: dict[int, list[int]] = defaultdict(list)
        self._round: dict[int, int] = {}
        self._history: dict[int, list[tuple[datetime, bool]]] = defaultdict(list)
        forms = {round_.id: form for _, round_, form in _opened(conn)}
        own = select(memberships.c.person_id, standings.c.id, standings.c.round_id).join(
            standings, standings.c.membership_id == memberships.c.id
        )
        heads = (
            select(memberships.c.person_id, standings.c.id, standings.c.round_id)
            .join(standings, standings.c.unit_id == memberships.c.unit_id)
            .where(memberships.c.role.in_([*(role.value for role in HEAD_ROLES), Role.OFFICER.value]))
        )
        children = (
            select(guardians.c.guardian_id, standings.c.id, standings.c.round_id)
            .join(memberships, memberships.c.person_id == guardians.c.child_id)
            .join(standings, standings.c.membership_id == memberships.c.id)
        )
        for statement in (own, heads, children):
            for person, standing, round_id in conn.execute(statement):
                self._of[person].append(standing)
                self._round[standing] = round_id
        made = select(submissions.c.standing_id, submissions.c.submitted_at, submissions.c.answers)
        for standing, at, answers in conn.execute(made.order_by(submissions.c.revision)):
            if standing in self._round:
                judged = judge(forms[self._round[standing]], answers)
                self._history[standing].append((at, judged.state.value == "complete" or judged.settled))

    def at(self, person: int, moment: datetime, round_id: int | None = None) -> bool:
        for standing in self._of.get(person, ()):
            if round_id is not None and self._round[standing] != round_id:
                continue
            done = [reached for at, reached in self._history.get(standing, ()) if at <= moment]
            if not (done and done[-1]):
                return True
        return False


def _answers(findings: Findings, ledger: Ledger, conn: Connection) -> None:
    """What stands in the books is what people know they said, and nothing else stands there."""
    recorded: dict[tuple[str, ...], Mapping[str, Any]] = {}
    obligations = {round_.id: round_ for _, round_, _ in _opened(conn)}
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


# --- what people see ----------------------------------------------------------------------------

_DECLARED = re.compile(r"([\d.]+)/([\d.]+) (?:người|đơn vị) đã khai báo")
_ON_TIME = re.compile(r"([\d.]+)/([\d.]+) đúng hạn")
_REACHED = re.compile(r"([\d.]+)/([\d.]+) đã hoàn thành")
_INDICATOR = re.compile(r"^- (.+?): ([\d.]+)(?:/([\d.]+))?(?: lượt)?(?: \(.*\))?$", re.MULTILINE)


def _number(text: str) -> int:
    return int(text.replace(".", ""))


def figures(findings: Findings, ledger: Ledger, slug: str, conn: Connection, now: datetime) -> None:
    """Status texts and spreadsheets that heads and officers got say what the tallies say."""
    opened = [one for one in _opened(conn) if one[0].campaign.slug == slug]
    ids: dict[str, int] = {row.code: row.id for row in conn.execute(select(units.c.code, units.c.id))}
    seen: dict[str, set[int]] = defaultdict(set)
    for shown in ledger.shown:
        seen[shown.unit].add(shown.round_id)
    for shown in ledger.shown:
        fitting = [
            one
            for one in opened
            if one[1].id == shown.round_id
            or (
                shown.round_id == 0
                and one[1].id not in seen[shown.unit]
                and f"Nội dung: {one[1].label or one[0].campaign.obligation(one[1].obligation).title}"
                in shown.text
            )
        ]
        if fitting:
            _status(findings, conn, shown, fitting[-1], ids[shown.unit])
    for place, content in ledger.exports.items():
        unit, campaign = place.split(":")
        mine = [one for one in opened if one[0].id == int(campaign)]
        _workbook(findings, conn, unit, ids[unit], mine, content)


def _status(
    findings: Findings,
    conn: Connection,
    shown: Shown,
    one: tuple[Running, Round, Form],
    unit_id: int,
) -> None:
    _, round_, form = one
    tally = tallies.of(conn, round_.id, unit_id)
    five = five_figures(tally)
    where = f"{shown.unit}, round {round_.id} {round_.obligation}"
    if (found := _DECLARED.search(shown.text)) is None:
        return  # too few to be shown
    findings.compare(CHAT, where, tuple(map(_number, found.groups())), (five.actual, five.expected))
    if found := _ON_TIME.search(shown.text):
        findings.compare(CHAT, where, tuple(map(_number, found.groups())), (five.on_time, five.expected))
    if found := _REACHED.search(shown.text):
        wanted = (tally.get(COMPLETE, 0), five.expected)
        findings.compare(CHAT, where, tuple(map(_number, found.groups())), wanted)
    labels = {rate.label: rate for rate in form.rates}
    sums = {measure.label: measure for measure in form.measures}
    for label, part, whole in _INDICATOR.findall(shown.text):
        if whole and (rate := labels.get(label)) is not None:
            less = tally.get(rate.less, 0) if rate.less else 0
            wanted = (tally.get(rate.numerator, 0), tally.get(rate.denominator, 0) - less)
            findings.compare(CHAT, f"{where} {label}", (_number(part), _number(whole)), wanted)
        elif not whole and (measure := sums.get(label)) is not None:
            findings.compare(CHAT, f"{where} {label}", _number(part), tally.get(measure.id, 0))


def _workbook(
    findings: Findings,
    conn: Connection,
    unit: str,
    unit_id: int,
    opened: Sequence[tuple[Running, Round, Form]],
    content: bytes,
) -> None:
    rows = sheets(content)["Tổng hợp"]
    head = next(place for place, row in enumerate(rows) if "Số báo cáo phải có" in row)
    columns = {str(title): place for place, title in enumerate(rows[head])}
    wanted = ("Số báo cáo phải có", "Số báo cáo đã nhận", "Số báo cáo đúng hạn", "Số đã hoàn thành")
    for running, round_, _ in opened:
        tally = tallies.of(conn, round_.id, unit_id)
        five = five_figures(tally)
        title = round_.label or running.campaign.obligation(round_.obligation).title
        mine = [row for row in rows[head + 1 :] if title in row and _is_of(row, round_)]
        for row in mine[:1]:
            found = [row[columns[name]] for name in wanted]
            if all(isinstance(cell, float | int) for cell in found):
                figures_of = [five.expected, five.actual, five.on_time, tally.get(COMPLETE, 0)]
                findings.compare(EXPORT, f"{unit} {title}", [int(cell) for cell in found], figures_of)


def _is_of(row: Sequence[Any], round_: Round) -> bool:
    """Whether a line is about this slot: it says the day."""
    if round_.slot is None:
        return True
    day = round_.slot
    return any(f"{day.day}/{day.month}/{day.year}" in str(cell) for cell in row)
