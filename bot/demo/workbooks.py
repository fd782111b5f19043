"""The sample province as the spreadsheets that a department and a school would send."""

from pathlib import Path
from typing import Any

import xlsxwriter

from bot.demo.province import SamplePerson, SampleProvince, load_plan
from bot.domain.people import STAFF_ROLES, Role
from bot.domain.units import CLASS

#: Names are text, whatever they begin with.
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbooks(province: SampleProvince, folder: Path) -> tuple[Path, Path]:
    """Write the list of units and one school's staff list into a folder; returns the two files.

    The staff list is as schools have it: merged titles, a head with the state's motto, signatures below,
    and two rows that need a second look. `read_people` and `read_units` give the sample back.
    """
    plan = load_plan()["workbooks"]
    return _write_units(province, plan["units"], folder), _write_staff(province, plan["staff"], folder)


def _write_units(province: SampleProvince, plan: dict[str, Any], folder: Path) -> Path:
    path = folder / str(plan["file"])
    with xlsxwriter.Workbook(path, _OPTIONS) as book:
        styles = _Styles(book)
        sheet = book.add_worksheet(plan["sheet"])
        _set_widths(sheet, plan["widths"])
        last = len(plan["headings"]) - 1
        for row, title in enumerate(plan["title"]):
            sheet.merge_range(row, 0, row, last, title, styles.title)
        first = len(plan["title"]) + 1
        sheet.write_row(first, 0, plan["headings"], styles.heading)
        units = [unit for unit in province.units if unit.kind != CLASS]
        for number, unit in enumerate(units, start=1):
            cells = [number, unit.code, unit.name, unit.level, unit.parent_code or ""]
            sheet.write_row(first + number, 0, cells, styles.cell)
    return path


def _write_staff(province: SampleProvince, plan: dict[str, Any], folder: Path) -> Path:
    path = folder / str(plan["file"])
    staff = [
        person
        for person in province.people
        if person.unit_code == plan["school"] and person.role in STAFF_ROLES | {Role.HOMEROOM}
    ]
    with xlsxwriter.Workbook(path, _OPTIONS) as book:
        styles = _Styles(book)
        sheet = book.add_worksheet(plan["sheet"])
        _set_widths(sheet, plan["widths"])
        last = len(plan["headings"]) - 1
        for row, (office, motto) in enumerate(zip(plan["office"], plan["motto"], strict=True)):
            sheet.merge_range(row, 0, row, 2, office, styles.title)
            sheet.merge_range(row, 3, row, last, motto, styles.title)
        for row, title in enumerate(plan["title"], start=3):
            sheet.merge_range(row, 0, row, last, title, styles.title)
        row = 6
        sheet.write_row(row, 0, plan["headings"], styles.heading)
        lines = [_staff_line(person, plan["genders"]) for person in staff]
        lines += [[name, "", position, "", ""] for name, position in plan["unclear"]]
        for number, line in enumerate(lines, start=1):
            sheet.write_row(row + number, 0, [number, *line, ""], styles.cell)
        row += len(lines) + 1
        sheet.merge_range(row, 0, row, last, plan["total"].format(count=len(lines)), styles.title)
        sheet.merge_range(row + 2, 3, row + 2, last, plan["place_and_date"], styles.title)
        for column, signer in zip((1, 3), plan["signers"], strict=True):
            sheet.write(row + 3, column, signer, styles.title)
        head = next(person.full_name for person in staff if person.role is Role.PRINCIPAL)
        clerk = next(person.full_name for person in staff if person.role is Role.CLERK)
        sheet.write(row + 7, 1, clerk, styles.title)
        sheet.write(row + 7, 3, head, styles.title)
    return path


def _staff_line(person: SamplePerson, genders: dict[str, str]) -> list[str]:
    gender = genders[person.gender] if person.gender else ""
    return [person.full_name, gender, person.position, person.group, person.class_name]


def _set_widths(sheet: Any, widths: list[int]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


class _Styles:
    """The few looks that such sheets have."""

    def __init__(self, book: Any) -> None:
        font = {"font_name": "Times New Roman", "font_size": 12}
        self.title = book.add_format({**font, "bold": True, "align": "center"})
        self.heading = book.add_format({**font, "bold": True, "align": "center", "border": 1})
        self.cell = book.add_format({**font, "border": 1})
