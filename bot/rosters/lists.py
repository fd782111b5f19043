"""What kind of list a file holds: by its headings, and by what its sender may bring in."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from bot.errors import InputError
from bot.rosters.headings import find_tables
from bot.rosters.people import PeopleSheet, read_people
from bot.rosters.people_columns import PEOPLE_HEADINGS, names_people
from bot.rosters.sheet import Sheet, read_sheets
from bot.rosters.unit_columns import UNIT_HEADINGS, names_units
from bot.rosters.units import UnitsSheet, read_units

#: Columns that only lists of units have: a list of staff may well name a code and a unit.
_OF_UNITS_ONLY = frozenset({"parent_code", "parent", "viewer", "level", "kind", "valid_from", "valid_to"})


class ListKind(StrEnum):
    PEOPLE = "people"
    UNITS = "units"
    EITHER = "either"  #: the sender may bring in both: the headings decide


def read_list(
    data: bytes, file_name: str, *, kind: ListKind, today: date, known: Mapping[str, str]
) -> PeopleSheet | UnitsSheet:
    """The people or the units of a file. `known` are the units that exist, code → name.

    Raises InputError: what `read_people` and `read_units` raise, and `error-list-of-people` where only
    units may be brought in.
    """
    if kind is ListKind.PEOPLE:
        return read_people(data, file_name, today=today)
    found = _kind_of(read_sheets(data, file_name))
    if found is ListKind.PEOPLE and kind is ListKind.UNITS:
        raise InputError("error-list-of-people", file=file_name)
    if found is ListKind.UNITS or kind is ListKind.UNITS:
        return read_units(data, file_name, known=known)
    return read_people(data, file_name, today=today)


def _kind_of(sheets: tuple[Sheet, ...]) -> ListKind | None:
    """What the headings say; None where there are none."""
    units = [table for sheet in sheets for table in find_tables(sheet, UNIT_HEADINGS, names_units)]
    people = any(True for sheet in sheets for _ in find_tables(sheet, PEOPLE_HEADINGS, names_people))
    if units and (not people or any(_OF_UNITS_ONLY & table.columns.keys() for table in units)):
        return ListKind.UNITS
    return ListKind.PEOPLE if people else None
