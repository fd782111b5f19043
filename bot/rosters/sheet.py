"""A file somebody sent → its sheets as rows of text.

Takes .xlsx, .xlsm, .xlsb, .xls, .ods, and text with `;`, `,` or tabs in UTF-8, UTF-16 or
Windows-1258. What a file is called decides nothing; its first bytes do.
"""

import csv
import io
import json
import re
import subprocess  # nosec B404
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.names import normalise
from bot.errors import InputError
from bot.rosters.legacy_fonts import legacy_font

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 50_000
#: Seconds of waiting for the reader of workbooks; an honest 50,000 rows take about one.
WORKBOOK_TIMEOUT = 30.0

_READER = Path(__file__).with_name("workbook_process.py")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: First bytes → what the file is, for the sentence that refuses it.
_FOREIGN = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"{\\rtf", "word"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
#: Names of streams inside a compound file; they are stored as UTF-16.
_COMPOUND_STREAMS = (
    ("EncryptedPackage", "password"),
    ("WordDocument", "word"),
    ("PowerPoint Document", "slides"),
    ("Workbook", "workbook"),
    ("Book", "workbook"),
)
#: In an .xls with a password the record FILEPASS follows the first record, BOF ([MS-XLS] 2.1.7.20.1).
_FILEPASS = re.compile(rb"\x09\x08\x10\x00.{16}(\x86\x00..)?\x2f\x00", re.DOTALL)
#: Names of members inside a zip file.
_ZIP_MEMBERS = (
    (b"xl/workbook", "workbook"),
    (b"opendocument.spreadsheet", "workbook"),
    (b"word/", "word"),
    (b"opendocument.text", "word"),
    (b"ppt/", "slides"),
)
_WEB_PAGE = re.compile(rb"\s*<(!doctype|html|table|\?xml|meta|head)", re.IGNORECASE)
_VIETNAMESE_LETTERS = frozenset(
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYđĐ"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet as text, NFC, without spaces around; blank cells are ""."""

    name: str  #: "" for a text file
    first_row: int  #: the number of `rows[0]` in the spreadsheet program
    rows: tuple[tuple[str, ...], ...]


def read_sheets(data: bytes, file_name: str) -> tuple[Sheet, ...]:
    """The visible sheets of a file that hold anything, in their order.

    Raises InputError: `error-file-empty`, `error-file-too-large`, `error-file-not-a-sheet`,
    `error-file-password`, `error-file-corrupt`, `error-file-encoding`, `error-sheet-too-long`,
    `error-sheet-legacy-font`.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise InputError("error-file-empty", file=file_name)
    if len(data) > MAX_BYTES:
        raise InputError("error-file-too-large", file=file_name, limit_megabytes=MAX_BYTES // 1024**2)
    match kind_of(data):
        case "workbook":
            raw = _workbook_sheets(data, file_name)
        case "text":
            raw = (Sheet(name="", first_row=1, rows=tuple(_text_rows(data, file_name))),)
        case "password":
            raise InputError("error-file-password", file=file_name)
        case found:
            raise InputError("error-file-not-a-sheet", file=file_name, found=found)
    # Old fonts are looked for before normalising, which would drop some of their signs.
    font = legacy_font(cell for sheet in raw for row in sheet.rows for cell in row if cell)
    if font:
        raise InputError("error-sheet-legacy-font", file=file_name, font=font)
    sheets = tuple(_tidied(sheet) for sheet in raw)
    if not any(cell for sheet in sheets for row in sheet.rows for cell in row):
        raise InputError("error-file-empty", file=file_name)
    return sheets


def kind_of(data: bytes) -> str:
    """What bytes hold: "workbook" or "text", which can be read, or one of these, which cannot: "password",
    "pdf", "image", "word", "slides", "archive", "web-page", "other".
    """
    for start, kind in _FOREIGN:
        if data.startswith(start):
            return kind
    if data.startswith(_COMPOUND):
        if _FILEPASS.search(data):
            return "password"
        streams = (kind for name, kind in _COMPOUND_STREAMS if name.encode("utf-16-le") in data)
        return next(streams, "other")
    if data.startswith(b"PK"):
        return next((kind for name, kind in _ZIP_MEMBERS if name in data), "archive")
    if data[4:8] == b"ftyp" or data[8:12] == b"WEBP":  # HEIC photos of phones, WebP
        return "image"
    return "web-page" if _WEB_PAGE.match(data) else "text"


def _workbook_sheets(data: bytes, file_name: str) -> tuple[Sheet, ...]:
    # No shell, and nothing of the user's in the arguments; -I: the child reads neither our environment
    # nor the folder it is started in.
    command = [sys.executable, "-I", str(_READER), str(MAX_ROWS)]
    try:
        child = subprocess.run(  # nosec B603
            command, input=data, capture_output=True, timeout=WORKBOOK_TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        raise InputError("error-file-corrupt", file=file_name) from None
    if child.returncode != 0:
        raise InputError("error-file-corrupt", file=file_name)
    result = json.loads(child.stdout)
    match result.get("error"):
        case "error-sheet-too-long":
            raise InputError("error-sheet-too-long", file=file_name, rows=result["rows"], limit=MAX_ROWS)
        case str():
            raise InputError("error-file-corrupt", file=file_name)
    return tuple(
        Sheet(name=sheet["name"], first_row=sheet["first_row"], rows=tuple(map(tuple, sheet["rows"])))
        for sheet in result["sheets"]
    )


def _text_rows(data: bytes, file_name: str) -> Iterator[tuple[str, ...]]:
    text = _decode(data)
    if text is None:
        raise InputError("error-file-encoding", file=file_name)
    if _CONTROLS.search(text):
        raise InputError("error-file-not-a-sheet", file=file_name, found="other")
    lines = io.StringIO(text, newline="").readlines()
    if len(lines) > MAX_ROWS:
        raise InputError("error-sheet-too-long", file=file_name, rows=len(lines), limit=MAX_ROWS)
    separator = _separator(lines)
    if lines and lines[0].strip().lower() == f"sep={separator}":  # Excel's own note on the separator
        lines[0] = "\n"
    try:
        for row in csv.reader(lines, delimiter=separator):
            yield tuple(row)
    except csv.Error:
        raise InputError("error-file-corrupt", file=file_name) from None


def _decode(data: bytes) -> str | None:
    """The text of the bytes; None where no encoding of Vietnam fits."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try(data, "utf-16")
    # UTF-16 without its mark: every second byte of plain letters is zero.
    for zeros, encoding in ((data[1::2], "utf-16-le"), (data[0::2], "utf-16-be")):
        if zeros.count(0) * 3 > len(zeros):
            return _try(data, encoding)
    text = _try(data, "utf-8-sig")
    if text is not None:
        return text
    text = _try(data, "cp1258")
    if text is not None and _is_vietnamese(text):
        return text
    # Old 8-bit fonts: read as Western text, which the caller recognises and names.
    western = data.decode("cp1252", errors="replace")
    return western if legacy_font(western.split()) else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return unicodedata.normalize("NFC", data.decode(encoding))
    except UnicodeDecodeError:
        return None


def _is_vietnamese(text: str) -> bool:
    """Whether nearly all letters beyond ASCII are Vietnamese ones, and no old font shows."""
    foreign = [letter for letter in text if not letter.isascii()]
    known = sum(letter in _VIETNAMESE_LETTERS for letter in foreign)
    return known * 100 >= len(foreign) * 98 and legacy_font(text.split()) is None


def _separator(lines: list[str]) -> str:
    """The separator that splits most of the first lines; ties go to `;`, which Excel writes here."""
    sample = lines[:50]
    return max(";\t,", key=lambda separator: sum(line.count(separator) > 0 for line in sample))


def _tidied(sheet: Sheet) -> Sheet:
    rows = tuple(tuple(normalise(cell) if cell else "" for cell in row) for row in sheet.rows)
    return Sheet(name=sheet.name, first_row=sheet.first_row, rows=rows)
