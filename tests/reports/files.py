"""Reading back what was written."""

import csv
import io
import zipfile
from typing import Any

from python_calamine import CalamineWorkbook

from bot.reports.tables import Column, Kind, Line, Table


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """Every cell of every sheet of a workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def rows(content: bytes) -> list[list[str]]:
    """Every row of a CSV."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def part(content: bytes, name: str) -> str:
    """One of the XML files a workbook consists of."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def table(*lines: Line, heading: tuple[str, ...] = ("Trường THPT C",), notes: tuple[str, ...] = ()) -> Table:
    """A table of a place, a text, a count and a share."""
    return Table(
        sheet="Bluezone",
        heading=heading,
        columns=(
            Column(title="STT", kind=Kind.PLACE, width=6),
            Column(title="Đơn vị", kind=Kind.TEXT, width=40),
            Column(title="Số đã cài", kind=Kind.NUMBER, width=12),
            Column(title="Tỷ lệ %", kind=Kind.SHARE, width=12),
        ),
        lines=lines,
        notes=notes,
    )
