"""Tables as an Excel workbook (XLSX), written row by row so that memory stays flat.

Text is text, whatever it begins with: nothing that people type ever becomes a formula or a link.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.domain.tallies import Share
from bot.reports.tables import Cell, Column, Kind, Line, Table
from bot.texts.formats import UNKNOWN

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
#: As Vietnam writes them (1.355 and 98,75%) wherever the program goes by the locale 042A; "100%" is
#: written of the whole alone, because shares are rounded down.
_NUMBER, _SHARE = "[$-42A]#,##0", '[=1]"100%";[=0]"0%";[$-42A]0.00%'
#: Excel's number of A4.
_A4 = 9
#: Points of a line of text.
_LINE = 16


class Workbook:
    """One file with a sheet a table. `finish` or `discard` it: until then it lies in a temporary folder."""

    def __init__(self) -> None:
        import xlsxwriter  # 3 MiB that a program holds only once somebody has exported

        self._folder = TemporaryDirectory(prefix="khaibao-")
        self._path = Path(self._folder.name, "export.xlsx")
        self._book = xlsxwriter.Workbook(self._path, {**_OPTIONS, "tmpdir": self._folder.name})
        self._looks = _Looks(self._book)

    def add(self, table: Table) -> None:
        """Write a table as the next sheet, reading its lines as they come."""
        sheet = self._book.add_worksheet(table.sheet)
        first = len(table.heading) + 1  # the row of the column titles, after an empty one
        self._set_page(sheet, table, first)
        width = sum(column.width for column in table.columns)
        for row, words in enumerate(table.heading):
            self._across(sheet, row, table, words, self._looks.heading[row > 1], width)
        sheet.set_row(first, 3 * _LINE)
        for place, column in enumerate(table.columns):
            sheet.write_string(first, place, column.title, self._looks.title)
        row = first
        for line in table.lines:
            row += 1
            self._write(sheet, row, table.columns, line)
        for below, words in enumerate(table.notes, row + 2):
            self._across(sheet, below, table, words, self._looks.note, width)

    def finish(self) -> bytes:
        """The file."""
        try:
            self._book.close()
            return self._path.read_bytes()
        finally:
            self._folder.cleanup()

    def discard(self) -> None:
        """Leave nothing behind of a file that is not to be."""
        self.finish()

    def _set_page(self, sheet: Any, table: Table, first: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)  # one page wide, as many as it takes
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.set_footer("&C&P/&N")
        sheet.repeat_rows(first)
        sheet.freeze_panes(first + 1, min(2, len(table.columns) - 1))
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, column.width)

    @staticmethod
    def _across(sheet: Any, row: int, table: Table, words: str, look: Any, width: int) -> None:
        """Words over the whole width of the table, on as many lines as they take."""
        sheet.set_row(row, _LINE * (1 + len(words) // max(1, width)))
        last = len(table.columns) - 1
        if last:
            sheet.merge_range(row, 0, row, last, "", look)
        sheet.write_string(row, 0, words, look)

    def _write(self, sheet: Any, row: int, columns: tuple[Column, ...], line: Line) -> None:
        for place, (column, cell) in enumerate(zip(columns, line.cells, strict=True)):
            look = self._looks.cell(column.kind, cell, total=line.total)
            match cell:
                case None:
                    sheet.write_string(row, place, UNKNOWN, look)
                case str():
                    sheet.write_string(row, place, cell, look)
                case Share():
                    hundredths = cell.hundredths_of_percent
                    if hundredths is None:
                        sheet.write_string(row, place, UNKNOWN, look)
                    else:
                        sheet.write_number(row, place, hundredths / 10_000, look)
                case int():
                    sheet.write_number(row, place, cell, look)


class _Looks:
    """The few looks that such sheets have."""

    def __init__(self, book: Any) -> None:
        middle = {**_FONT, "align": "center", "text_wrap": True}
        self.heading = (
            book.add_format({**middle, "bold": True, "font_size": 13}),
            book.add_format({**middle, "italic": True}),
        )
        self.title = book.add_format({**middle, "bold": True, "border": 1, "bg_color": "#EDEDED"})
        self.note = book.add_format({**_FONT, "italic": True, "text_wrap": True})
        self._cells = {
            (look, total): book.add_format({**_FONT, "border": 1, "bold": total, **what})
            for total in (False, True)
            for look, what in (
                (Kind.PLACE, {"align": "center"}),
                (Kind.TEXT, {"align": "left", "text_wrap": True}),
                (Kind.NUMBER, {"align": "right", "num_format": _NUMBER}),
                (Kind.SHARE, {"align": "right", "num_format": _SHARE}),
            )
        }

    def cell(self, kind: Kind, cell: Cell, *, total: bool) -> Any:
        """Words in a column of figures ("–", "*") stand in the middle."""
        words = cell is None or isinstance(cell, str)
        return self._cells[Kind.PLACE if words and kind is not Kind.TEXT else kind, total]
