"""Tables as CSV for spreadsheet programs: UTF-8 with its mark, so that Excel reads the letters right."""

import csv
from tempfile import TemporaryFile

from bot.domain.tallies import Share
from bot.reports.tables import Cell, Table
from bot.texts.formats import UNKNOWN, Formats

#: A cell that begins so is read as a formula by spreadsheet programs; an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Csv:
    """One file with the tables one below the other, an empty line between them."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._file = TemporaryFile("w+", encoding="utf-8-sig", newline="")  # noqa: SIM115 - until `finish`
        self._writer = csv.writer(self._file)
        self._tables = 0

    def add(self, table: Table) -> None:
        """Write a table, reading its lines as they come."""
        if self._tables:
            self._writer.writerow([])
        self._tables += 1
        self._writer.writerows([_harmless(words)] for words in table.heading)
        self._writer.writerow([_harmless(column.title) for column in table.columns])
        for line in table.lines:
            self._writer.writerow([self._cell(cell) for cell in line.cells])
        self._writer.writerows([_harmless(words)] for words in table.notes)

    def finish(self) -> bytes:
        """The file."""
        with self._file as file:
            file.flush()
            file.seek(0)
            return bytes(file.buffer.read())

    def discard(self) -> None:
        """Leave nothing behind of a file that is not to be."""
        self._file.close()

    def _cell(self, cell: Cell) -> str:
        match cell:
            case None:
                return UNKNOWN
            case str():
                return _harmless(cell)
            case Share():
                return self._formats.percent(cell)
            case int():
                return self._formats.number(cell)


def _harmless(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words
