"""Lists of units, as departments keep them, → the tree with its order and dates."""

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.names import search_key
from bot.domain.units import CLASS, SCHOOL
from bot.errors import InputError
from bot.rosters.cells import birthday_of as day_of
from bot.rosters.cells import yes_or_no
from bot.rosters.headings import Line, Table, find_tables
from bot.rosters.lines import is_list_number, is_signature, is_total
from bot.rosters.problems import Problem
from bot.rosters.sheet import read_sheets
from bot.rosters.unit_columns import KIND_WORDS, UNIT_HEADINGS, kind_of, level_of, names_units

#: Between two units of the second line in one cell.
_BETWEEN = re.compile(r"[;,\n]")
#: Why a row has no place in the tree.
LOST_KEYS = {"circle": "problem-circle", "orphan": "problem-unknown-parent"}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One unit of a list."""

    row: int  #: as the spreadsheet program numbers it
    code: str
    name: str
    kind: str  #: "ministry", "province", "department", "district", "commune", "school", "class", …
    level: str = ""  #: as printed, or as the name says: THPT, THCS, TH, MN …
    parent_code: str | None = None  #: of a unit in the same list or among those already known
    order: int = 0  #: place in the list, from 1
    valid_from: date | None = None
    valid_to: date | None = None  #: the last day it stood
    #: codes of units that may look and do not count it; empty: none; None: the list does not say
    viewers: tuple[str, ...] | None = None
    sheet: str = ""  #: name of the sheet; "" for a text file


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsSheet:
    """A list of units, read: every row's parent is known, and none is its own ancestor."""

    rows: tuple[UnitRow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A row before its parent is looked up."""

    row: UnitRow
    parent: str  #: code or name, as printed; "" for a root
    viewer: str  #: codes or names, as printed
    table: Table


def read_units(data: bytes, file_name: str, *, known: Mapping[str, str] | None = None) -> UnitsSheet:
    """The units of a list, in its order, and what is wrong with some of its rows.

    `known` are units that exist already, code → name: parents may be among them.

    Raises InputError: what `read_sheets` raises, `error-sheet-no-header` (kind="units"),
    `error-sheet-no-rows`.
    """
    sheets = read_sheets(data, file_name)
    tables = [table for sheet in sheets for table in find_tables(sheet, UNIT_HEADINGS, names_units)]
    if not tables:
        raise InputError("error-sheet-no-header", file=file_name, kind="units")
    problems: list[Problem] = []
    entries: dict[str, _Entry] = {}
    for table in tables:
        for line in _entry_lines(table):
            entry = _entry(line, table, len(entries) + 1, entries, problems)
            if entry:
                entries[entry.row.code.casefold()] = entry
    if not entries and not problems:
        raise InputError("error-sheet-no-rows", file=file_name)
    rows = _placed(entries, known or {}, problems)
    return UnitsSheet(rows=rows, problems=tuple(sorted(problems, key=lambda p: (p.sheet, p.row))))


def _entry_lines(table: Table) -> list[Line]:
    lines = []
    for line in table.lines:
        if not is_list_number(line.at(table.columns.get("number"))):
            if is_total(line):
                continue
            if is_signature(line, line.at(table.columns["code"])):
                break
        if line.at(table.columns["code"]) or line.at(table.columns["name"]):
            lines.append(line)
    return lines


def _entry(
    line: Line, table: Table, order: int, entries: Mapping[str, _Entry], problems: list[Problem]
) -> _Entry | None:
    def cell(column: str) -> str:
        return line.at(table.columns.get(column))

    code, name = cell("code").replace(" ", ""), cell("name")
    first = entries.get(code.casefold())
    if not name:
        problems.append(_problem(line.number, table, "problem-missing-name", "name"))
    elif not code:
        problems.append(_problem(line.number, table, "problem-missing-code", "code", {"name": name}))
    elif first:
        facts: dict[str, str | int] = {"name": name, "code": code, "first": first.row.row}
        problems.append(_problem(line.number, table, "problem-same-code", "code", facts))
    else:
        kind = KIND_WORDS.get(search_key(cell("kind")), search_key(cell("kind")).replace(" ", "-"))
        kind = kind or kind_of(name) or (SCHOOL if cell("level") else "unit")
        row = UnitRow(
            row=line.number,
            code=code,
            name=name,
            kind=kind,
            level=cell("level") or (level_of(name) if kind == SCHOOL else ""),
            order=order,
            valid_from=_day(line, table, "valid_from", problems),
            valid_to=_day(line, table, "valid_to", problems),
            sheet=table.sheet,
        )
        parent = cell("parent_code") or cell("parent") or cell("place")
        return _Entry(row=row, parent=parent, viewer=cell("viewer"), table=table)
    return None


def _day(line: Line, table: Table, column: str, problems: list[Problem]) -> date | None:
    text = line.at(table.columns.get(column))
    day = day_of(text)
    if text and day is None:
        problems.append(_problem(line.number, table, "problem-date", column, {"value": text}, kept=True))
    return day


def _problem(
    row: int,
    table: Table,
    key: str,
    column: str,
    facts: Mapping[str, str | int] | None = None,
    *,
    kept: bool = False,
) -> Problem:
    printed = table.printed(column)
    return Problem(row=row, sheet=table.sheet, column=printed, key=key, kept=kept, facts=facts or {})


def _placed(
    entries: Mapping[str, _Entry], known: Mapping[str, str], problems: list[Problem]
) -> tuple[UnitRow, ...]:
    """The rows with their parents; those whose way up does not end at a root are left out and named."""
    find = _Finder(entries, known)
    parents = {key: find(entry.parent) for key, entry in entries.items()}
    lost = _lost(entries, parents)
    for key, why in lost.items():
        entry = entries[key]
        facts = {"name": entry.row.name, "parent": entry.parent}
        columns = ("parent_code", "parent", "place")
        column = next(column for column in columns if column in entry.table.columns)
        problems.append(_problem(entry.row.row, entry.table, LOST_KEYS[why], column, facts))
    codes = {code.casefold(): code for code in known} | {key: e.row.code for key, e in entries.items()}
    rows = []
    for key, entry in entries.items():
        if key not in lost:
            parent = parents[key]
            viewers = _viewers(entry, find, lost.keys() | {key}, problems)
            rows.append(
                replace(
                    entry.row,
                    parent_code=codes[parent] if parent else None,
                    viewers=None if viewers is None else tuple(codes[viewer] for viewer in viewers),
                )
            )
    return tuple(rows)


def _lost(entries: Mapping[str, _Entry], parents: Mapping[str, str | None]) -> dict[str, str]:
    """Why some rows have no place: their way up leads back to them, or to nothing."""
    below: dict[str, list[str]] = defaultdict(list)
    ahead = []
    for key, entry in entries.items():
        parent = parents[key]
        if parent is not None and parent in entries:
            below[parent].append(key)
        elif parent is not None or not entry.parent:
            ahead.append(key)
    placed = set()
    while ahead:
        key = ahead.pop()
        placed.add(key)
        ahead += below[key]
    # What is left hangs below nothing, or goes round; taking off the ends leaves the circles.
    left = {key: sum(child not in placed for child in below[key]) for key in entries if key not in placed}
    ends = [key for key, count in left.items() if not count]
    circling = set(left)
    while ends:
        key = ends.pop()
        circling.discard(key)
        parent = parents[key]
        if parent is not None and parent in circling:
            left[parent] -= 1
            if not left[parent]:
                ends.append(parent)
    return {key: "circle" if key in circling else "orphan" for key in left}


def _viewers(
    entry: _Entry, find: "_Finder", never: Set[str], problems: list[Problem]
) -> tuple[str, ...] | None:
    """The units of the second line; None where the row does not say. Those that are not found are named."""
    if not entry.viewer:
        return None
    if yes_or_no(entry.viewer) is False:
        return ()
    whole = find(entry.viewer)
    parts = [entry.viewer] if whole else [part.strip() for part in _BETWEEN.split(entry.viewer)]
    found = []
    for part in filter(None, parts):
        key = find(part)
        if key is None or key in never:
            facts = {"name": entry.row.name, "viewer": part}
            row, table = entry.row.row, entry.table
            problems.append(_problem(row, table, "problem-unknown-viewer", "viewer", facts, kept=True))
        elif key not in found:
            found.append(key)
    return tuple(found) or None


class _Finder:
    """Finds a parent by its code, its name, or the place a department's name ends with ("Vị Thủy")."""

    def __init__(self, entries: Mapping[str, _Entry], known: Mapping[str, str]) -> None:
        self._codes = {code.casefold() for code in known} | entries.keys()
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_place: dict[str, set[str]] = defaultdict(set)
        named = [(code.casefold(), name, kind_of(name)) for code, name in known.items()]
        named += [(key, entry.row.name, entry.row.kind) for key, entry in entries.items()]
        for key, name, kind in named:
            words = search_key(name).split()
            self._by_name[" ".join(words)].add(key)
            if kind not in (SCHOOL, CLASS):
                for start in range(1, len(words)):
                    self._by_place[" ".join(words[start:])].add(key)

    def __call__(self, parent: str) -> str | None:
        """The key of the one unit meant; None where it is none, or more than one."""
        code = parent.replace(" ", "").casefold()
        if code in self._codes:
            return code
        for index in (self._by_name, self._by_place):
            candidates = index.get(search_key(parent), set())
            if len(candidates) == 1:
                return next(iter(candidates))
        return None
