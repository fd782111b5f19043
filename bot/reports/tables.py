"""Tables as values: columns, lines and notes, whatever they are written as. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.domain.tallies import Share

#: A text, a count, a share, or None for what nobody has reported: never the same as 0.
Cell: TypeAlias = str | int | Share | None
#: What stands in the place of a figure that is too small to be shown.
HIDDEN = "*"
#: Excel: a sheet's title has at most so many characters, none of those below, and no apostrophe around it.
SHEET_TITLE, _NOT_IN_A_TITLE = 31, str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


class Kind(StrEnum):
    """What a column holds: how it is aligned and written."""

    PLACE = "place"  #: a number in a list
    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    title: str
    kind: Kind
    width: int  #: in characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet. Its lines may be a stream: they are read once, in order."""

    sheet: str  #: its title, as `sheet_title` makes it
    heading: tuple[str, ...]  #: the unit's name, what the table shows, of which directive
    columns: tuple[Column, ...]
    lines: Iterable[Line]
    notes: tuple[str, ...] = ()


def numbered(rows: Iterable[tuple[Cell, ...]], total: tuple[Cell, ...] | None = None) -> Iterable[Line]:
    """Lines with their place in front, and the total below."""
    for place, cells in enumerate(rows, 1):
        yield Line(cells=(place, *cells))
    if total is not None:
        yield Line(cells=("", *total), total=True)


def sheet_title(title: str, taken: Sequence[str] = ()) -> str:
    """A sheet's title as a spreadsheet program takes it, other than those taken (in whatever case)."""
    clean = title.translate(_NOT_IN_A_TITLE).strip(" '") or "1"
    used = {other.lower() for other in taken}
    number, found = 1, _cut(clean, SHEET_TITLE)
    while found.lower() in used:
        number += 1
        ending = f" ({number})"
        found = _cut(clean, SHEET_TITLE - len(ending)) + ending
    return found


def _cut(title: str, most: int) -> str:
    """A title cut behind a word, where that leaves most of it."""
    cut = title[:most]
    if len(title) > most and title[most] != " " and len(whole := cut.rpartition(" ")[0]) > most // 2:
        cut = whole
    return cut.strip(" '")
