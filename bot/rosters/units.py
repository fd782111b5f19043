"""Lists of units, as departments keep them, → the tree with its order and dates."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.names import search_key
from bot.domain.units import CLASS, SCHOOL
from bot.errors import InputError
from bot.rosters.cells import birthday_of as day_of
from bot.rosters.headings import Headings, Line, Table, find_tables
from bot.rosters.lines import is_list_number, is_signature, is_total
from bot.rosters.problems import Problem
from bot.rosters.sheet import read_sheets

_HEADINGS: Headings = {
    column: re.compile(pattern)
    for column, pattern in {
        "number": r"stt|so tt|tt|so thu tu|thu tu|no",
        "parent_code": r"ma (don vi )?(cap tren|cha|quan ly|truc thuoc|phong|pgd)( .*)?|parent code",
        "code": r"ma|ma (so|truong|don vi|dv|co so|co quan|dinh danh|truong don vi|lop)( .*)?|code",
        "parent": r"(ten )?(don vi|co quan|cap) (cap tren|quan ly|chu quan|truc thuoc)( .*)?|truc thuoc( .*)?"
        r"|thuoc( .*)?|(ten )?(phong|phong gd|phong gd dt|phong giao duc( va dao tao)?|pgd|pgddt)|parent",
        "level": r"cap (hoc|truong)( .*)?|loai hinh( .*)?|bac hoc|level|cap hoc loai hinh",
        "kind": r"loai|loai (don vi|co quan)|kind",
        "valid_from": r"(hieu luc )?tu ngay|ngay (thanh lap|hieu luc|bat dau)|valid from",
        "valid_to": r"(hieu luc )?den( het)? ngay|ngay (giai the|ket thuc|het hieu luc)|valid to",
        "name": r"ten|name|ten (truong|don vi|co so|co quan|lop)( .*)?|truong( hoc| don vi)?"
        r"|don vi( truong)?|co quan|lop|co so( giao duc)?",
    }.items()
}
#: How a unit's name begins → its kind. Officials write both the long and the short forms.
_KINDS = (
    ("ministry", re.compile(r"bo\b.*")),
    ("department", re.compile(r"so (gd|giao duc).*")),
    ("district", re.compile(r"(phong|p) ?(gd|giao duc).*|pgd.*")),
    ("commune", re.compile(r"(ubnd|uy ban nhan dan) (xa|phuong|dac khu|thi tran)\b.*")),
    ("province", re.compile(r"((ubnd|uy ban nhan dan) )?(tinh|thanh pho)\b.*")),
    (CLASS, re.compile(r"lop\b(?!.*\bdoc lap\b).*")),
    (
        SCHOOL,
        re.compile(
            r"(truong|trung tam|tt ?gd|nhom tre|lop (mam non|mau giao) doc lap|mn|mg|mam non|mau giao|nha tre"
            r"|th|thcs|thpt|tieu hoc|ptdt|pho thong|trung hoc)\b.*"
        ),
    ),
)
_KIND_WORDS = {
    "bo": "ministry",
    "tinh": "province",
    "so": "department",
    "phong": "district",
    "huyen": "district",
    "xa": "commune",
    "phuong": "commune",
    "truong": SCHOOL,
    "trung tam": SCHOOL,
    "lop": CLASS,
}
#: Levels as schools abbreviate them, found in a name where the list has no column for them.
_LEVELS = (
    ("TH&THCS", re.compile(r".*\b(th|tieu hoc) (va |& )?(thcs|trung hoc co so)\b.*")),
    ("THCS&THPT", re.compile(r".*\b(thcs|trung hoc co so) (va )?(thpt|trung hoc pho thong)\b.*")),
    ("GDTX", re.compile(r".*\b(gdtx|giao duc thuong xuyen|gdnn|ttgdtx)\b.*")),
    ("PTDTNT", re.compile(r".*\b(ptdt|ptdtnt|dan toc noi tru)\b.*")),
    ("THPT", re.compile(r".*\b(thpt|trung hoc pho thong)\b.*")),
    ("THCS", re.compile(r".*\b(thcs|trung hoc co so)\b.*")),
    ("TH", re.compile(r".*\b(th|tieu hoc)\b.*")),
    ("MN", re.compile(r".*\b(mn|mg|mam non|mau giao|nha tre|nhom tre)\b.*")),
)


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
    table: Table


def read_units(data: bytes, file_name: str, *, known: Mapping[str, str] | None = None) -> UnitsSheet:
    """The units of a list, in its order, and what is wrong with some of its rows.

    `known` are units that exist already, code → name: parents may be among them.

    Raises InputError: what `read_sheets` raises, `error-sheet-no-header` (kind="units"),
    `error-sheet-no-rows`.
    """
    sheets = read_sheets(data, file_name)
    tables = [table for sheet in sheets for table in find_tables(sheet, _HEADINGS, _names_units)]
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


def kind_of(name: str) -> str | None:
    """The kind that a unit's name tells, or None: "Phòng GD&ĐT huyện Vị Thủy" → "district"."""
    key = search_key(name)
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(key)), None)


def level_of(name: str) -> str:
    """The school level that a name tells: "Trường TH&THCS Vị Tân" → "TH&THCS"; "" for none."""
    key = search_key(name)
    return next((level for level, pattern in _LEVELS if pattern.fullmatch(key)), "")


def _names_units(columns: Mapping[str, int]) -> bool:
    return {"code", "name"} <= columns.keys()


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
        kind = _KIND_WORDS.get(search_key(cell("kind")), search_key(cell("kind")).replace(" ", "-"))
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
        )
        return _Entry(row=row, parent=cell("parent_code") or cell("parent"), table=table)
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
    lost: dict[str, str] = {key: "circle" for key in entries if _comes_back(key, parents)}
    while True:
        orphans = [
            key
            for key, entry in entries.items()
            if key not in lost and entry.parent and (parents[key] is None or parents[key] in lost)
        ]
        if not orphans:
            break
        lost.update(dict.fromkeys(orphans, "orphan"))
    for key, why in lost.items():
        entry = entries[key]
        facts = {"name": entry.row.name, "parent": entry.parent}
        column = "parent_code" if "parent_code" in entry.table.columns else "parent"
        problems.append(_problem(entry.row.row, entry.table, LOST_KEYS[why], column, facts))
    codes = {code.casefold(): code for code in known} | {key: e.row.code for key, e in entries.items()}
    rows = []
    for key, entry in entries.items():
        if key not in lost:
            parent = parents[key]
            rows.append(replace(entry.row, parent_code=codes[parent] if parent else None))
    return tuple(rows)


def _comes_back(start: str, parents: Mapping[str, str | None]) -> bool:
    """Whether going up from a unit leads to that unit again."""
    key = parents[start]
    for _ in parents:
        if key is None or key == start:
            break
        key = parents.get(key)
    return key == start


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
