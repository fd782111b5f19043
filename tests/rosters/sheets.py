"""Sheets for the tests, built as offices build them."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

FILES = Path(__file__).with_name("files")


def workbook(build: Callable[[Any], None]) -> bytes:
    """An .xlsx that `build` fills; it is given the book."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        build(book)
    return data.getvalue()


def xlsx(*sheets: Sequence[Sequence[object]], names: Sequence[str] = ()) -> bytes:
    """An .xlsx with these rows on one sheet each."""

    def build(book: Any) -> None:
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet(names[number] if names else None)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)

    return workbook(build)


def ods(rows: Sequence[Sequence[str]]) -> bytes:
    """A LibreOffice sheet with these rows."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {namespaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="Danh sách">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return data.getvalue()


def csv_text(rows: Sequence[Sequence[str]], separator: str = ";") -> str:
    return "".join(separator.join(row) + "\r\n" for row in rows)
