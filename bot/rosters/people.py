"""Lists of staff and of pupils, as schools keep them, → people.

What a list says beyond what the bot needs stays in the file: no birth dates (only the band of age
that consent depends on, and only of learners), no telephone numbers, no numbers of identity papers.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.names import search_key
from bot.domain.people import AgeBand, Gender, Role
from bot.errors import InputError
from bot.rosters.cells import age_band_of, name_fault, tidy_name, yes_or_no
from bot.rosters.headings import Line, Table, find_tables
from bot.rosters.lines import is_list_number, is_signature, is_total, section_of
from bot.rosters.people_columns import PEOPLE_HEADINGS, PeopleColumns, names_people
from bot.rosters.positions import class_in_title, class_name, is_class_name, read_position
from bot.rosters.problems import Problem
from bot.rosters.sheet import read_sheets

_PUPIL_LIST = re.compile(r".*\b(hoc sinh|hoc vien|danh sach lop|danh sach (cac )?(tre|chau|be))\b.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person of a list."""

    row: int  #: as the spreadsheet program numbers it
    sheet: str = ""  #: name of the sheet; "" for a text file
    full_name: str
    #: HOMEROOM is a member of staff who also leads the class `class_name`
    role: Role
    group: str = ""  #: staff group (tổ), as printed
    class_name: str = ""
    #: the code of the employee or pupil where the list has one, else the list number, unique at most
    #: within its class or group
    code: str = ""
    gender: Gender | None = None
    age_band: AgeBand | None = None  #: of learners only
    has_smartphone: bool | None = None  #: None: the list does not say
    position: str = ""  #: as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSheet:
    """A list of people, read."""

    rows: tuple[PersonRow, ...]
    problems: tuple[Problem, ...]


def read_people(data: bytes, file_name: str, *, today: date, role: Role | None = None) -> PeopleSheet:
    """The people of a list and what is wrong with some of its rows.

    `today` (Vietnam's date) turns birth dates into bands of age. `role` is that of everybody in the
    list; without it, the list itself says whether it is one of pupils, and positions say the rest.
    Of a staff workbook only the first list is read (others tend to be older years or extracts);
    of a pupil workbook all are, one class a sheet.

    Raises InputError: what `read_sheets` raises, `error-sheet-no-header` (kind="people"),
    `error-sheet-no-rows`.
    """
    sheets = read_sheets(data, file_name)
    tables = [table for sheet in sheets for table in find_tables(sheet, PEOPLE_HEADINGS, names_people)]
    if not tables:
        raise InputError("error-sheet-no-header", file=file_name, kind="people")
    problems: list[Problem] = []
    pupils = role is Role.PUPIL if role else any(_lists_pupils(table, file_name) for table in tables)
    if not pupils:
        first = tables[0].sheet
        others = dict.fromkeys(table.sheet for table in tables if table.sheet != first)
        problems += [
            Problem(row=0, key="problem-other-sheet", sheet=other, facts={"sheet": other}) for other in others
        ]
        tables = [table for table in tables if table.sheet == first]
    people = _People(today, role or (Role.PUPIL if pupils else None), problems)
    for table in tables:
        people.read(table)
    if not people.rows and not problems:
        raise InputError("error-sheet-no-rows", file=file_name)
    return PeopleSheet(rows=tuple(people.rows), problems=tuple(problems))


def _lists_pupils(table: Table, file_name: str) -> bool:
    """Whether this is a list of pupils: its title or headings say so, or people have a class and no job."""
    if {"position", "title", "group"} & table.columns.keys():
        return False
    texts = (*table.title, *table.heading, file_name)
    return "class" in table.columns or any(_PUPIL_LIST.fullmatch(search_key(text)) for text in texts)


@dataclass(slots=True)
class _Place:
    """Where in a workbook we read: what headings between the rows said last. It outlives a heading that
    is repeated on every page."""

    sheet: str | None = None
    group: str = ""
    class_name: str = ""


class _People:
    """Takes tables line by line; keeps what may come again: names, codes and where they stood."""

    def __init__(self, today: date, role: Role | None, problems: list[Problem]) -> None:
        self.rows: list[PersonRow] = []
        self._today = today
        self._role = role
        self._problems = problems
        self._here = _Place()
        self._by_code: dict[str, PersonRow] = {}
        self._alike: dict[tuple[object, ...], PersonRow] = {}

    def read(self, table: Table) -> None:
        columns = PeopleColumns(table)
        if table.sheet != self._here.sheet:
            named = class_name(table.sheet) if is_class_name(table.sheet) else ""
            self._here = _Place(sheet=table.sheet, class_name=named)
        self._here.class_name = class_in_title(" ".join(table.title)) or self._here.class_name
        signed = False
        for line in table.lines:
            name = columns.name(line)
            numbered = is_list_number(columns.cell(line, "number"))
            if not numbered:
                if is_total(line):
                    continue
                if section := section_of(line):
                    self._here.group = section.group or self._here.group
                    self._here.class_name = section.class_name or self._here.class_name
                    signed = False
                    continue
                signed = signed or is_signature(line, name)
                if signed:
                    continue
            if name:
                self._take(line, name, columns)
            elif columns.says_something(line, besides_number=1 if numbered else 2):
                self._complain(line, columns, "problem-missing-name", ("name", "given"))

    def _take(self, line: Line, printed: str, columns: PeopleColumns) -> None:
        name = tidy_name(printed)
        if key := name_fault(name):
            self._complain(line, columns, key, ("name", "given"))
            return
        position = columns.cell(line, "position") or columns.cell(line, "title")
        role, homeroom_of = self._role_of(line, columns, position)
        learner = role is Role.PUPIL
        born, born_text = columns.born(line)
        own_code = columns.own_code(line)
        learns_in = class_name(columns.cell(line, "class")) or self._here.class_name
        row = PersonRow(
            row=line.number,
            sheet=columns.table.sheet,
            full_name=name,
            role=role,
            group=columns.cell(line, "group") or self._here.group,
            class_name=learns_in if learner else homeroom_of,
            code=own_code or columns.cell(line, "number").strip("(). "),
            gender=columns.gender(line),
            age_band=age_band_of(born, self._today) if born and learner else None,
            has_smartphone=columns.has_smartphone(line),
            position=position,
        )
        if not self._is_new(row, own_code, born_text, line, columns):
            return
        if learner and born_text and row.age_band is None:
            where = ("born", "male", "female")
            self._complain(line, columns, "problem-birth-date", where, kept=True, facts={"value": born_text})
        smartphone = columns.cell(line, "smartphone")
        if smartphone and row.has_smartphone is None:
            facts = {"value": smartphone}
            self._complain(line, columns, "problem-smartphone", ("smartphone",), kept=True, facts=facts)
        self.rows.append(row)

    def _role_of(self, line: Line, columns: PeopleColumns, position: str) -> tuple[Role, str]:
        """The role, and the class that a homeroom teacher leads."""
        if self._role:
            return self._role, ""
        wording = ", ".join(filter(None, (columns.cell(line, "position"), columns.cell(line, "title"))))
        read = read_position(wording)
        if not read.known:
            facts = {"position": position}
            where = ("position", "title")
            self._complain(line, columns, "problem-unknown-position", where, kept=True, facts=facts)
        homeroom = columns.cell(line, "homeroom")
        if not homeroom or yes_or_no(homeroom) is False:
            leads = read.class_name
            if read.role is Role.HOMEROOM:
                leads = leads or class_name(columns.cell(line, "class"))
            return read.role, leads
        leads = class_name(columns.cell(line, "class") if yes_or_no(homeroom) else homeroom)
        return Role.HOMEROOM if read.role is Role.STAFF else read.role, leads

    def _is_new(self, row: PersonRow, own_code: str, born: str, line: Line, columns: PeopleColumns) -> bool:
        """Whether this is not a row we have. Full namesakes are common, so a name alone decides nothing."""

        def facts(first: PersonRow) -> dict[str, str | int]:
            return {"name": row.full_name, "first": first.row}

        name = search_key(row.full_name)
        if own_code:
            first = self._by_code.setdefault(own_code.casefold(), row)
            if first is row:
                return True
            same = search_key(first.full_name) == name
            key = "problem-duplicate-row" if same else "problem-same-code"
            self._complain(line, columns, key, ("name", "given") if same else ("code",), facts=facts(first))
            return False
        alike = (name, row.group, row.class_name, row.role, row.position, row.gender, born)
        first = self._alike.setdefault(alike, row)
        if first is row:
            return True
        # Another list number and nothing that tells them apart: two people, or one written twice.
        born_the_same_day = len(born) > len("1985")
        kept = bool(row.code) and row.code != first.code and not born_the_same_day
        key = "problem-namesake" if kept else "problem-duplicate-row"
        self._complain(line, columns, key, ("name", "given"), kept=kept, facts=facts(first))
        return kept

    def _complain(
        self,
        line: Line,
        columns: PeopleColumns,
        key: str,
        where: tuple[str, ...],
        *,
        kept: bool = False,
        facts: Mapping[str, str | int] | None = None,
    ) -> None:
        table = columns.table
        self._problems.append(
            Problem(
                row=line.number,
                sheet=table.sheet,
                column=table.printed(*where),
                key=key,
                kept=kept,
                facts=facts or {},
            )
        )
