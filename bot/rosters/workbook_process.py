"""Reads one workbook in a process of its own: bytes on stdin, JSON on stdout.

A damaged .xls can make the reader ask for gigabytes and abort the process it runs in, and a few
kilobytes of .xlsx can unfold into billions of cells. Here that ends a child with a memory limit, not
the bot. The file imports nothing of ours, so that it starts in a few hundredths of a second.
"""

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 20

Cell: TypeAlias = int | float | str | bool | date | datetime | time | timedelta


def text_of(cell: Cell) -> str:
    """A cell as a person reads it: whole numbers without ".0", days as 2020-08-30."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
    return str(cell)


def read(data: bytes, row_limit: int) -> dict[str, object]:
    """The visible sheets that hold anything; an error with the row count where it passes the limit."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    total = 0
    for metadata in workbook.sheets_metadata:
        # Hidden sheets hold lists for drop-down cells, not people.
        if metadata.visible is not SheetVisibleEnum.Visible:
            continue
        sheet = workbook.get_sheet_by_name(metadata.name)
        if sheet.start is None:
            continue
        total += sheet.height
        if total > row_limit:
            return {"error": "error-sheet-too-long", "rows": total}
        rows = [[text_of(cell) for cell in row] for row in sheet.to_python()]
        sheets.append({"name": metadata.name, "first_row": sheet.start[0] + 1, "rows": rows})
    return {"sheets": sheets}


def limit_resources() -> None:
    """Memory and processor time of this process; no memory image on disk when it is ended."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Prints the sheets, or the key of an error. Exit status other than 0: the workbook is damaged."""
    limit_resources()
    try:
        result = read(sys.stdin.buffer.read(), row_limit=int(sys.argv[1]))
    except CalamineError:
        result = {"error": "error-file-corrupt"}
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
