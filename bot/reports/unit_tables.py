"""Tables of one round with a line a unit: offices, schools; inside a school classes or staff groups."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.figures import SMALL_CELL, hidden, hidden_below
from bot.domain.forms import Question, Slot
from bot.domain.names import sort_key
from bot.domain.rounds import Round
from bot.domain.tallies import DECLARED, EXPECTED, contribution
from bot.domain.units import CLASS, SCHOOL
from bot.reports.columns import ROSTER, Layout, Tally, layout_of
from bot.reports.scope import REPORTING, Places, Scope
from bot.reports.spool import Spool
from bot.reports.tables import Cell, Table, numbered
from bot.storage import class_reports, export_people, exports, rollups, tallies
from bot.storage.exports import Reporting

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A line before its figures are worked out."""

    name: str
    tally: Tally
    hidden: bool = False
    teacher: str = ""
    reasons: str = ""
    by_teacher: bool = False  #: a homeroom teacher reported the class


def of_round(scope: Scope, round_: Round, sheet: str) -> Iterator[Table]:
    """The tables of a round, the sums of the units directly below first where there are deeper ones."""
    layout = layout_of(scope.texts, scope.running.campaign, scope.obligation(round_), scope.form(round_))
    total = tallies.of(scope.conn, round_.id, scope.unit.id)
    if scope.names and scope.unit.kind in (SCHOOL, CLASS) and not scope.by_units(round_):
        classes = _classes(scope, round_) if layout.by_class else []
        rows = classes or _groups(scope, round_, total)
        yield _table(scope, round_, sheet, layout, rows, total, classes=bool(classes))
        return
    places = Places.of(scope)
    if len(places.offices) > 1 and not scope.by_units(round_):
        title = scope.texts("export-direct", title=sheet)
        yield _table(scope, round_, title, layout, _direct(scope, round_, total), total)
    yield _table(scope, round_, sheet, layout, _reporting(scope, round_, layout, places), total)


def _table(
    scope: Scope,
    round_: Round,
    sheet: str,
    layout: Layout,
    rows: Iterable[_Row],
    total: Tally,
    *,
    classes: bool = False,
) -> Table:
    """`classes`: the lines are classes, and their homeroom teachers are named."""
    inside = scope.names and not scope.by_units(round_)
    subject = "export-class" if classes else "export-group" if inside else "export-unit"
    columns = [scope.place(), scope.text(scope.texts(SUBJECT_KEYS[subject]), 40)]
    columns += [scope.text(scope.texts("export-teacher"), 26)] if classes else []
    columns += [figure.column for figure in layout.figures]
    columns += [layout.reasons] if layout.reasons else []
    columns.append(scope.text(scope.texts("export-remarks"), 24))
    summed = {**total, ROSTER: _size(scope)} if layout.by_class else total
    last = _Row(name=scope.texts("export-total"), tally=summed)
    return Table(
        sheet=sheet,
        heading=scope.heading(scope.title(round_)),
        columns=tuple(columns),
        lines=numbered(
            ((*_cells(layout, row, classes=classes), _remark(scope, row)) for row in rows),
            (*_cells(layout, last, classes=classes), ""),
        ),
        notes=scope.notes(round_),
    )


SUBJECT_KEYS = {key: key for key in ("export-class", "export-group", "export-unit")}


def _size(scope: Scope) -> int:
    """How many pupils are on the rosters of the whole unit."""
    return export_people.size(scope.conn, scope.unit.id, scope.on)


def _cells(layout: Layout, row: _Row, *, classes: bool) -> tuple[Cell, ...]:
    return (
        row.name,
        *([row.teacher] if classes else []),
        *layout.cells(row.tally, hidden=row.hidden),
        *([row.reasons] if layout.reasons else []),
    )


def _remark(scope: Scope, row: _Row) -> str:
    declared, expected = row.tally.get(DECLARED, 0), row.tally.get(EXPECTED, 0)
    if row.hidden:
        return ""
    if not declared:
        return scope.texts("export-not-reported")
    words = [scope.texts("export-by-teacher")] if row.by_teacher else []
    if declared < expected:
        words.append(scope.texts("export-some-missing", count=expected - declared))
    return ", ".join(words)


# --- lines --------------------------------------------------------------------------------------


def _direct(scope: Scope, round_: Round, total: Tally) -> list[_Row]:
    """The units directly below, each with all that lies in it; the unit's own people last."""
    below = tallies.below(scope.conn, round_.id, scope.unit.id, scope.on)
    own = Counter(total)
    for _, tally in below:
        own.subtract(tally)
    cells = {scope.unit.id: own[EXPECTED], **{unit.id: tally.get(EXPECTED, 0) for unit, tally in below}}
    secret = frozenset() if scope.names else hidden(cells)
    names = rollups.named(scope.conn, [unit.id for unit, _ in below], scope.on)
    sizes = {unit.id: export_people.size(scope.conn, unit.id, scope.on) for unit, _ in below}
    rows = [
        _Row(name=names[unit.id].name, tally={**tally, ROSTER: sizes[unit.id]}, hidden=unit.id in secret)
        for unit, tally in below
        if tally.get(EXPECTED)
    ]
    if own[EXPECTED] > 0:
        name = scope.texts("export-own-people", unit=scope.unit.name)
        rows.append(_Row(name=name, tally=own, hidden=scope.unit.id in secret))
    return rows


def _reporting(scope: Scope, round_: Round, layout: Layout, places: Places) -> Iterable[_Row]:
    """Every unit that reports, however deep, in official order."""
    conn, on, top = scope.conn, scope.on, scope.unit.id
    counted_by_people = not scope.by_units(round_)
    secret: frozenset[int] = frozenset()
    if counted_by_people and not scope.names:
        secret = hidden_below(top, scope.cells([round_.id], places.offices)[round_.id])
    why = scope.form(round_).question_for(Slot.REASON)
    reasons = export_people.reasons(conn, round_.id, top, on, why.id) if layout.reasons and why else {}
    sizes = export_people.sizes(conn, top, on, SCHOOL) if layout.by_class else {}

    def row(one: Reporting) -> _Row:
        unit, name = one.unit, places.name(one.unit)
        if counted_by_people and unit.id in places.offices and len(places.offices) > 1:
            name = scope.texts("export-own-people", unit=unit.name)
        given = Counter[str]() if unit.id in secret else reasons.get(unit.id, Counter())
        return _Row(
            name=name,
            tally={**one.tallies[round_.id], ROSTER: sizes.get(unit.id, 0)},
            hidden=unit.id in secret,
            reasons=reason_words(why, given, least=SMALL_CELL),
        )

    return map(row, Spool(REPORTING, exports.reporting(conn, [round_.id], top, on)))


def _classes(scope: Scope, round_: Round) -> list[_Row]:
    """The classes of a school, or the one class; empty where the round counts none."""
    conn, on, unit = scope.conn, scope.on, scope.unit
    if unit.kind == CLASS:
        found = [(unit, tallies.of(conn, round_.id, unit.id))]
    else:
        found = [
            (below, tally)
            for below, tally in tallies.below(conn, round_.id, unit.id, on)
            if tally.get(EXPECTED)
        ]
    sizes = export_people.sizes(conn, unit.id, on, CLASS)
    teachers = export_people.homeroom_teachers(conn, unit.id, on)
    reported = set(class_reports.reported(conn, round_.id, unit.id, on))
    return [
        _Row(
            name=below.name,
            tally={**tally, ROSTER: sizes.get(below.id, 0)},
            teacher=", ".join(teachers.get(below.id, ())),
            by_teacher=below.id in reported,
        )
        for below, tally in sorted(found, key=lambda pair: (pair[0].order, _natural(pair[0].name)))
    ]


def _natural(name: str) -> list[tuple[int, str]]:
    """10A2 comes before 10A10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _DIGITS.split(name)]


def _groups(scope: Scope, round_: Round, total: Tally) -> list[_Row]:
    """The staff groups (tổ) of a school; whoever is in none, or has had themselves deleted, comes last."""
    form = scope.form(round_)
    why = form.question_for(Slot.REASON)
    sums: dict[str, Counter[str]] = {}
    given: dict[str, Counter[str]] = {}
    rest = Counter(total)
    for one in export_people.respondents(scope.conn, round_.id, scope.unit.id, scope.on):
        counts = contribution(one.standing, form, one.answers)
        sums.setdefault(one.group, Counter()).update(counts)
        rest.subtract(counts)
        if why and one.answers and why.id in one.answers:
            given.setdefault(one.group, Counter())[str(one.answers[why.id])] += 1
    if any(rest.values()):
        sums.setdefault("", Counter()).update(rest)
    return [
        _Row(
            name=group or scope.texts("export-no-group"),
            tally=counts,
            reasons=reason_words(why, given.get(group, Counter())),
        )
        for group, counts in sorted(sums.items(), key=lambda pair: (not pair[0], _in_dictionary(pair[0])))
    ]


def _in_dictionary(words: str) -> str:
    """Left to right, as dictionaries sort: names of people begin with the last word, these do not."""
    first, _, rest = words.partition(" ")
    return sort_key(f"{rest} {first}")


def reason_words(question: Question | None, given: Mapping[str, int], *, least: int = 1) -> str:
    """ "Trẻ nhỏ: 12; Máy không hỗ trợ: 5", the most frequent first, those given `least` times or more."""
    labels = {option.id: option.label for option in question.options} if question else {}
    found = sorted(given.items(), key=lambda pair: (-pair[1], labels.get(pair[0], pair[0])))
    return "; ".join(f"{labels.get(reason, reason)}: {count}" for reason, count in found if count >= least)
