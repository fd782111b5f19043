"""Finding the table inside a sheet: titles above it, headings over one or two rows, notes below it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from bot.domain.names import search_key
from bot.rosters.sheet import Sheet

#: Column → what its heading looks like as a `search_key`; earlier entries win.
Headings: TypeAlias = Mapping[str, re.Pattern[str]]
Cells: TypeAlias = tuple[str, ...]

#: "(1) (2) (3)" or "A B 1 2": the row under the headings that numbers the columns.
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2}|[A-Z])\)?(\s?=.*)?")
#: A heading is short; sentences that begin like one are titles or notes.
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row under the headings."""

    number: int  #: as the spreadsheet program numbers it
    cells: Cells

    def at(self, index: int | None) -> str:
        """The cell in this column; "" where the row is too short or there is no such column."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""

    def first(self) -> str:
        """The first cell that is not blank, or ""."""
        return next((cell for cell in self.cells if cell), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Headings with the rows under them, down to the next headings or the end of the sheet."""

    sheet: str
    title: tuple[str, ...]  #: the texts above the first table of a sheet
    heading: Cells  #: as printed; of two rows, the lower where it says something
    columns: Mapping[str, int]  #: column → index of its cell
    lines: tuple[Line, ...]

    def printed(self, *columns: str) -> str:
        """The heading of the first of these columns that the table has; "" where it has none."""
        return next((self.heading[self.columns[c]] for c in columns if c in self.columns), "")


def find_tables(
    sheet: Sheet, headings: Headings, complete: Callable[[Mapping[str, int]], bool]
) -> Iterator[Table]:
    """The tables of a sheet. `complete` says whether the columns found are enough for one."""
    found: list[tuple[int, int, Cells, dict[str, int]]] = []
    index = 0
    while index < len(sheet.rows):
        height, heading, columns = _heading_at(sheet.rows, index, headings, complete)
        if height:
            found.append((index, index + height, heading, columns))
        index += height or 1
    ends = [start for start, *_ in found[1:]] + [len(sheet.rows)]
    for (start, body, heading, columns), end in zip(found, ends, strict=False):
        above = sheet.rows[:start] if start == found[0][0] else ()
        yield Table(
            sheet=sheet.name,
            title=tuple(cell for row in above for cell in row if cell),
            heading=heading,
            columns=columns,
            lines=tuple(
                Line(number=sheet.first_row + row, cells=sheet.rows[row])
                for row in range(body, end)
                if any(sheet.rows[row]) and not (row == body and _numbers_columns(sheet.rows[row]))
            ),
        )


def _heading_at(
    rows: Sequence[Cells], index: int, headings: Headings, complete: Callable[[Mapping[str, int]], bool]
) -> tuple[int, Cells, dict[str, int]]:
    """How many rows of headings begin at this row (0: none), their texts, and the columns in them.

    Two rows are tried first: "Năm sinh" merged over "Nam" and "Nữ", or "Họ và tên" over "Họ" and "Tên".
    """
    top = rows[index]
    # Most rows are entries, and most entries begin with a number: no need to look closer.
    if next((cell for cell in top if cell), "0").isdigit():
        return 0, (), {}
    columns = _columns(top, headings)
    if index + 1 < len(rows) and _is_second_row(top, rows[index + 1], headings):
        both = tuple(low or high for high, low in zip_longest(top, rows[index + 1], fillvalue=""))
        wider = _columns(both, headings)
        if complete(wider) and len(wider) > len(columns):
            return 2, both, wider
    # One column alone is a heading only where the row says nothing else.
    if complete(columns) and (len(columns) > 1 or sum(map(bool, top)) == 1):
        return 1, top, columns
    return 0, (), {}


def _columns(row: Cells, headings: Headings) -> dict[str, int]:
    columns: dict[str, int] = {}
    for index, cell in enumerate(row):
        if not cell or len(cell) > _LONGEST_HEADING or cell.endswith(":"):
            continue
        key = search_key(cell)
        for column, pattern in headings.items():
            if column not in columns and pattern.fullmatch(key):
                columns[column] = index
                break
    return columns


def _is_second_row(top: Cells, below: Cells, headings: Headings) -> bool:
    """Whether the row below continues headings: it names columns, and leaves the first one blank."""
    first = next((index for index, cell in enumerate(top) if cell), len(below))
    return first < len(below) and not below[first] and bool(_columns(below, headings))


def _numbers_columns(row: Cells) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) > 1 and all(_COLUMN_NUMBER.fullmatch(cell) for cell in filled)
