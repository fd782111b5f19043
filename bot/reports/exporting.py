"""What an export holds, table by table, and its making just before it is sent.

A unit's export is what whoever asked may see: names only inside a school, above it nothing that counts
fewer than a handful of people. The same tallies are shown in the chat.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from bot.domain.figures import five_figures, is_hidden, too_few
from bot.domain.rounds import Round, RoundKind
from bot.domain.tallies import COMPLETE, DECLARED, EXPECTED, fulfilment, share
from bot.errors import InputError
from bot.reports import list_tables, unit_tables
from bot.reports.scope import Scope
from bot.reports.tables import HIDDEN, Cell, Column, Kind, Table, numbered, sheet_title
from bot.reports.workbook import Workbook
from bot.storage import Connection, campaigns, exports, rollups
from bot.texts import Texts

#: Ad hoc rounds of an obligation with tables of their own; the others are in the overview.
AD_HOC = 5


class Writer(Protocol):
    """A file that takes tables."""

    def add(self, table: Table) -> None: ...
    def finish(self) -> bytes: ...
    def discard(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporting:
    """Makes the spreadsheets that `bot/handlers/export.py` asks for (see `bot/delivery/papers.py`)."""

    texts: Texts
    now: Callable[[], datetime]

    def __call__(self, conn: Connection, request: Mapping[str, Any]) -> Callable[[], bytes]:
        """Read the rows onto the disk; words, cells and the workbook are made in the second half."""
        scope = scope_of(
            conn,
            self.texts,
            campaign_id=request["campaign"],
            unit_id=request["unit"],
            names=request["names"],
            path=request["path"],
            now=self.now(),
        )
        return write(scope, Workbook)


def scope_of(
    conn: Connection,
    texts: Texts,
    *,
    campaign_id: int,
    unit_id: int,
    names: bool,
    path: Sequence[int],
    now: datetime,
) -> Scope:
    """A unit in a campaign, called as it was called on the day whose tree the campaign rolls up by."""
    running = campaigns.get(conn, campaign_id)
    unit = rollups.named(conn, [unit_id], running.tree_on)[unit_id]
    return Scope(conn=conn, texts=texts, running=running, unit=unit, names=names, path=path, now=now)


def write(scope: Scope, writer: Callable[[], Writer], wanted: str | None = None) -> Callable[[], bytes]:
    """Read what all tables need; returns what writes the file, in whatever thread.

    `wanted` names rounds: by obligation, by the day of a slot, or by what an officer asked for.
    Raises InputError where there is nothing to write.
    """
    tables: list[Table] = []
    for table in _tables(scope, wanted):
        title = sheet_title(table.sheet, [other.sheet for other in tables])
        tables.append(replace(table, sheet=title))
    return lambda: _written(writer(), tables)


def _written(file: Writer, tables: Sequence[Table]) -> bytes:
    try:
        for table in tables:
            file.add(table)
    except BaseException:
        file.discard()
        raise
    return file.finish()


def _tables(scope: Scope, wanted: str | None) -> Iterator[Table]:
    rounds = exports.rounds_of(scope.conn, scope.running.id, scope.unit.id)
    if wanted is not None:
        rounds = [one for one in rounds if wanted in (one.obligation, one.label, str(one.slot))]
    if not rounds:
        raise InputError("export-nothing", unit=scope.unit.name)
    listed = [obligation.id for obligation in scope.running.campaign.obligations]
    rounds.sort(key=lambda one: listed.index(one.obligation))
    shown = _shown(rounds)
    hidden = _hidden(scope, rounds)
    yield _overview(scope, shown, hidden)
    yield _indicators(scope, shown, hidden)
    for obligation in dict.fromkeys(one.obligation for one in rounds):
        slots = [
            one
            for one in rounds
            if one.obligation == obligation and one.kind is RoundKind.SLOT and one.id not in hidden
        ]
        if slots:
            yield list_tables.slots(scope, slots, scope.texts("export-slots", title=scope.short(slots[-1])))
        for round_ in shown:
            if round_.obligation == obligation and round_.id not in hidden:
                yield from _of_round(scope, round_)


def _of_round(scope: Scope, round_: Round) -> Iterator[Table]:
    sheet = scope.short(round_)
    question = list_tables.worded(scope, round_)
    if question is not None:
        yield list_tables.answers(scope, round_, question, sheet)
        return
    yield from unit_tables.of_round(scope, round_, sheet)
    if scope.names and not scope.by_units(round_):
        table = list_tables.missing(scope, round_, scope.texts("export-missing", title=sheet))
        if table is not None:
            yield table


def _shown(rounds: Sequence[Round]) -> list[Round]:
    """The rounds with tables of their own: the newest slot of a rhythm, the last few that were asked for."""
    slots = {one.obligation: one for one in rounds if one.kind is RoundKind.SLOT}
    asked: dict[str, list[Round]] = {}
    for one in rounds:
        if one.kind is RoundKind.AD_HOC:
            asked.setdefault(one.obligation, []).append(one)
    kept = {one.id for found in asked.values() for one in found[-AD_HOC:]}
    kept |= {one.id for one in slots.values()}
    return [one for one in rounds if one.kind is RoundKind.SINGLE or one.id in kept]


def _hidden(scope: Scope, rounds: Sequence[Round]) -> frozenset[int]:
    """The rounds in which the whole unit counts too few people for whoever asked."""
    ids = [one.id for one in rounds if not (scope.names or scope.by_units(one))]
    if len(scope.path) > 1:
        cells = rollups.cells(scope.conn, ids, scope.path[:-1], scope.on)
        return frozenset(round_id for round_id in ids if is_hidden(scope.path, cells[round_id]))
    tallies = rollups.tallies_of(scope.conn, ids, scope.unit.id)
    return frozenset(round_id for round_id in ids if too_few(tallies[round_id].get(EXPECTED, 0)))


# --- overview -----------------------------------------------------------------------------------


def _overview(scope: Scope, rounds: Sequence[Round], hidden: frozenset[int]) -> Table:
    """DHIS2's five figures a round, and how many reached the target."""
    t = scope.texts
    tallies = rollups.tallies_of(scope.conn, [one.id for one in rounds], scope.unit.id)
    titles = (
        ("export-expected", Kind.NUMBER),
        ("export-actual", Kind.NUMBER),
        ("export-reporting-rate", Kind.SHARE),
        ("export-on-time", Kind.NUMBER),
        ("export-rate-on-time", Kind.SHARE),
        ("export-complete", Kind.NUMBER),
        ("export-rate-complete", Kind.SHARE),
    )

    def row(round_: Round) -> tuple[Cell, ...]:
        name = (round_.label or scope.obligation(round_).title, scope.slot(round_))
        if round_.id in hidden:
            return (*name, *[HIDDEN] * len(titles))
        figures = five_figures(tallies[round_.id])
        return (
            *name,
            figures.expected,
            figures.actual,
            figures.rate,
            figures.on_time,
            figures.rate_on_time,
            tallies[round_.id].get(COMPLETE, 0),
            fulfilment(tallies[round_.id]),
        )

    return Table(
        sheet=t("export-overview"),
        heading=scope.heading(scope.running.campaign.title),
        columns=(
            scope.place(),
            scope.text(t("export-subject"), 48),
            scope.text(t("export-round"), 24),
            *(Column(title=t(OVERVIEW_KEYS[key]), kind=kind, width=13) for key, kind in titles),
        ),
        lines=numbered(row(one) for one in rounds),
        notes=(*scope.notes(), *([t("export-hidden")] if hidden else [])),
    )


OVERVIEW_KEYS = {
    key: key
    for key in (
        "export-expected",
        "export-actual",
        "export-reporting-rate",
        "export-on-time",
        "export-rate-on-time",
        "export-complete",
        "export-rate-complete",
    )
}


def _indicators(scope: Scope, rounds: Sequence[Round], hidden: frozenset[int]) -> Table:
    """All rates and sums of a round's form, over the whole unit."""
    t = scope.texts
    tallies = rollups.tallies_of(scope.conn, [one.id for one in rounds], scope.unit.id)

    def rows() -> Iterator[tuple[Cell, ...]]:
        for round_ in rounds:
            if round_.id in hidden:
                continue
            tally, form = tallies[round_.id], scope.form(round_)
            name = (scope.title(round_),)
            silent = not tally.get(DECLARED)
            for rate in form.rates:
                found = share(rate, tally)
                yield *name, rate.label, *([None] * 3 if silent else [found.part, found.whole, found])
            for measure in form.measures:
                yield *name, measure.label, None if silent else tally.get(measure.id, 0), "", ""

    return Table(
        sheet=t("export-indicators"),
        heading=scope.heading(scope.running.campaign.title),
        columns=(
            scope.place(),
            scope.text(t("export-subject"), 48),
            scope.text(t("export-indicator"), 48),
            Column(title=t("export-number"), kind=Kind.NUMBER, width=13),
            Column(title=t("export-of"), kind=Kind.NUMBER, width=13),
            Column(title=t("export-rate"), kind=Kind.SHARE, width=11),
        ),
        lines=numbered(rows()),
        notes=scope.notes(),
    )
