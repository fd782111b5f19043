"""What people saw in the chat and in spreadsheets, beside what the tallies say."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from bot.domain.figures import SMALL_CELL, five_figures
from bot.domain.forms import Form
from bot.domain.rounds import Round
from bot.domain.tallies import COMPLETE, EXPECTED
from bot.domain.units import SCHOOL
from bot.storage import tallies
from bot.storage.campaigns import Running
from bot.storage.tables import persons, units
from tests.rehearsal.agents import Ledger, Shown
from tests.rehearsal.findings import CHAT, EXPORT, MASKED, Findings, opened
from tests.reports.files import sheets

_DECLARED = re.compile(r"([\d.]+)/([\d.]+) (?:người|đơn vị) đã khai báo")
_ON_TIME = re.compile(r"([\d.]+)/([\d.]+) khai báo đúng hạn")
_REACHED = re.compile(r"([\d.]+)/([\d.]+) đã hoàn thành")
_INDICATOR = re.compile(r"^- (.+?): ([\d.]+)(?:/([\d.]+))?(?: lượt)?(?: \(.*\))?$", re.MULTILINE)


def _number(text: str) -> int:
    return int(text.replace(".", ""))


def figures(findings: Findings, ledger: Ledger, slug: str, conn: Connection, now: datetime) -> None:
    """Status texts and spreadsheets that heads and officers got say what the tallies say."""
    rounds = [one for one in opened(conn) if one[0].campaign.slug == slug]
    ids: dict[str, int] = {row.code: row.id for row in conn.execute(select(units.c.code, units.c.id))}
    schools = set(conn.scalars(select(units.c.code).where(units.c.kind == SCHOOL)))
    seen: dict[str, set[int]] = defaultdict(set)
    for shown in ledger.shown:
        seen[shown.unit].add(shown.round_id)
    for shown in ledger.shown:
        fitting = [
            one
            for one in rounds
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
        mine = [one for one in rounds if one[0].id == int(campaign)]
        _workbook(findings, conn, unit, ids[unit], mine, content)
        if unit not in schools:
            _nothing_small(findings, conn, unit, mine, content)


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


def _nothing_small(
    findings: Findings,
    conn: Connection,
    unit: str,
    rounds: Sequence[tuple[Running, Round, Form]],
    content: bytes,
) -> None:
    """What an office got names nobody, and has no figures about fewer people than `SMALL_CELL`."""
    everybody = set(conn.scalars(select(persons.c.full_name)))
    named = conn.execute(select(units.c.name, units.c.id)).all()
    for title, rows in sheets(content).items():
        where = f"{unit}, sheet {title}"
        findings.compare(MASKED, where, sorted(everybody & {str(cell) for row in rows for cell in row}), [])
        above = " ".join(str(cell) for row in rows[:6] for cell in row)
        for running, round_, _ in rounds:
            obligation = running.campaign.obligation(round_.obligation)
            if obligation.audience.answered_by_units or obligation.title not in above:
                continue
            for row in rows:
                of = [one.id for one in named if len(row) > 1 and _speaks_of(str(row[1]), one.name)]
                asked = [tallies.of(conn, round_.id, unit_id).get(EXPECTED, 0) for unit_id in of]
                if asked and 0 < max(asked) < SMALL_CELL:
                    shown = [cell for cell in row[2:] if isinstance(cell, float | int)]
                    findings.compare(MASKED, f"{where}, {row[1]}", shown, [])


def _speaks_of(cell: str, name: str) -> bool:
    """Whether a line is that of a unit, whose name may be followed by that of the unit above it."""
    return cell == name or cell.startswith((f"{name},", f"{name} ("))


def _is_of(row: Sequence[Any], round_: Round) -> bool:
    """Whether a line is about this slot: it says the day."""
    if round_.slot is None:
        return True
    day = round_.slot
    return any(f"{day.day}/{day.month}/{day.year}" in str(cell) for cell in row)
