"""Whatever file is sent, it becomes rows of text or one sentence about what is wrong with it."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import InputError
from bot.rosters import sheet as sheet_module
from bot.rosters.sheet import read_sheets
from bot.rosters.workbook_process import text_of
from tests.rosters.sheets import FILES, csv_text, ods, workbook, xlsx

ROWS = [["STT", "Họ và tên", "Tổ"], ["1", "Nguyễn Thị Hồng Nhung", "Toán - Tin"], ["2", "Đỗ Văn Ửng", "Sử"]]
TABLE = tuple(map(tuple, ROWS))
XLSX = xlsx(ROWS)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def refusal(data: bytes, name: str = "danh sách.xlsx") -> InputError:
    with pytest.raises(InputError) as caught:
        read_sheets(data, name)
    return caught.value


def zipped(*members: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for member in members:
            archive.writestr(member, "<x/>")
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(XLSX, id="xlsx"),
        pytest.param(ods(ROWS), id="ods"),
        pytest.param(csv_text(ROWS, ";").encode(), id="semicolons, UTF-8"),
        pytest.param(csv_text(ROWS, ",").encode("utf-8-sig"), id="commas, UTF-8 with BOM"),
        pytest.param(csv_text(ROWS, "\t").encode("utf-16"), id="tabs, UTF-16 (Excel's Unicode text)"),
        pytest.param(csv_text(ROWS, "\t").encode("utf-16-le"), id="UTF-16 without BOM"),
        pytest.param(csv_text(ROWS, "\t").encode("utf-16-be"), id="UTF-16 big-endian without BOM"),
        pytest.param(b"sep=,\r\n" + csv_text(ROWS, ",").encode(), id="with Excel's sep= line"),
    ],
)
def test_the_same_rows_from_every_format(data):
    (sheet,) = read_sheets(data, "danh sách.xlsx")
    assert tuple(row for row in sheet.rows if row) == TABLE or sheet.rows[1:] == TABLE


def test_windows_1258_is_read_as_vietnamese():
    # Windows-1258 writes a letter and then its tone, as this text does after decomposing the tones only.
    text = "STT;Họ và tên\r\n1;Nguyễn Thị Hồng\r\n2;Đỗ Văn Ửng\r\n"
    pairs = {"ọ": "o\u0323", "ễ": "ê\u0303", "ị": "i\u0323", "ồ": "ô\u0300", "ỗ": "ô\u0303", "Ử": "Ư\u0309"}
    data = "".join(pairs.get(letter, letter) for letter in text).encode("cp1258")
    (sheet,) = read_sheets(data, "ds.csv")
    assert sheet.rows == (("STT", "Họ và tên"), ("1", "Nguyễn Thị Hồng"), ("2", "Đỗ Văn Ửng"))


def test_an_old_xls_is_read():
    (sheet,) = read_sheets((FILES / "excel-97.xls").read_bytes(), "cũ.xls")
    assert sheet.rows[1] == ("1", "Trần Thị Bích Ngọc", "Hiệu trưởng", "2001-09-05")


def test_cells_come_as_people_read_them():
    def build(book):
        sheet = book.add_worksheet("Lớp 10A1")
        sheet.write("C3", 912345678.0)
        sheet.write("D3", 8.5)
        sheet.write("E3", True)
        sheet.write_datetime("F3", date(2005, 3, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write("G3", "  Nguye\u0302\u0303n  Va\u0306n\nAn ")

    (sheet,) = read_sheets(workbook(build), "ds.xlsx")
    assert (sheet.name, sheet.first_row) == ("Lớp 10A1", 3)
    assert sheet.rows == (("912345678", "8.5", "TRUE", "2005-03-01", "Nguyễn Văn An"),)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (912345678.0, "912345678"),
        (7, "7"),
        (7.25, "7.25"),
        (False, "FALSE"),
        (datetime(2020, 8, 30), "2020-08-30"),  # noqa: DTZ001
        (datetime(2020, 8, 30, 7, 30), "2020-08-30 07:30:00"),  # noqa: DTZ001
        (date(2020, 8, 30), "2020-08-30"),
        (time(7, 30), "07:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        ("Lá 1", "Lá 1"),
    ],
)
def test_cells_of_every_kind_have_a_text(cell, text):
    assert text_of(cell) == text


def test_hidden_sheets_are_not_read():
    def build(book):
        book.add_worksheet("Danh sách").write("A1", "Họ và tên")
        hidden = book.add_worksheet("Danh mục")
        hidden.write("A1", "Hiệu trưởng")
        hidden.hide()

    assert [sheet.name for sheet in read_sheets(workbook(build), "ds.xlsx")] == ["Danh sách"]


@pytest.mark.parametrize(
    ("data", "key", "found"),
    [
        pytest.param(b"", "error-file-empty", None, id="no bytes"),
        pytest.param(b" \r\n\r\n", "error-file-empty", None, id="blank lines"),
        pytest.param(xlsx([]), "error-file-empty", None, id="blank workbook"),
        pytest.param(b"%PDF-1.7 ...", "error-file-not-a-sheet", "pdf", id="PDF"),
        pytest.param(PNG, "error-file-not-a-sheet", "image", id="picture"),
        pytest.param(
            b"\x00\x00\x00\x18ftypheic" + bytes(9), "error-file-not-a-sheet", "image", id="HEIC photo"
        ),
        pytest.param(zipped("word/document.xml"), "error-file-not-a-sheet", "word", id="Word"),
        pytest.param(zipped("ppt/slides.xml"), "error-file-not-a-sheet", "slides", id="PowerPoint"),
        pytest.param(zipped("anh.jpg"), "error-file-not-a-sheet", "archive", id="zip"),
        pytest.param(b"<html><table></table></html>", "error-file-not-a-sheet", "web-page", id="web page"),
        pytest.param(b"abc\x00\x01\x02;d\x05", "error-file-not-a-sheet", "other", id="a program"),
        pytest.param(XLSX[: len(XLSX) // 2], "error-file-corrupt", None, id="half of a workbook"),
        pytest.param(zipped("xl/workbook.xml"), "error-file-corrupt", None, id="workbook without content"),
        pytest.param(b"Ho ten\r\n\x81\x8d\x8f\x90\x9d;", "error-file-encoding", None, id="no encoding fits"),
        pytest.param(b'Ho ten;"' + b"a" * 140_000, "error-file-corrupt", None, id="a quote never closed"),
    ],
)
def test_what_is_no_readable_sheet_is_refused_by_name(data, key, found):
    error = refusal(data)
    assert (error.key, error.facts.get("found")) == (key, found)


def test_a_reader_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(sheet_module, "WORKBOOK_TIMEOUT", 0.001)
    assert refusal(XLSX).key == "error-file-corrupt"


def test_a_password_is_named():
    assert refusal((FILES / "password.xlsx").read_bytes()).key == "error-file-password"
    # In an .xls the record FILEPASS follows the first one of the stream.
    old = (FILES / "excel-97.xls").read_bytes()
    locked = old.replace(b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00", 1)
    assert locked != old
    assert refusal(locked).key == "error-file-password"


def test_a_file_over_the_limit_is_refused_before_it_is_read():
    error = refusal(b"a;b\n" * (sheet_module.MAX_BYTES // 4 + 1))
    assert (error.key, error.facts["limit_megabytes"]) == ("error-file-too-large", 5)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_too_many_rows_are_refused(kind, monkeypatch):
    monkeypatch.setattr(sheet_module, "MAX_ROWS", 2)
    data = csv_text(ROWS).encode() if kind == "csv" else XLSX
    error = refusal(data)
    assert (error.key, error.facts["rows"], error.facts["limit"]) == ("error-sheet-too-long", 3, 2)


def test_a_small_file_that_unfolds_into_billions_of_cells_ends_its_reader_not_the_bot():
    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Họ và tên")
        sheet.write(1_048_575, 16_383, "x")

    assert refusal(workbook(build)).key == "error-file-corrupt"


@pytest.mark.parametrize(
    ("font", "rows"),
    [
        ("tcvn3", [["TT", "Hä vµ tªn", "Chøc vô"], ["1", "NguyÔn V¨n H¶i", "Phã hiÖu tr­ëng"]]),
        ("vni", [["TT", "Hoï vaø teân", "Chöùc vuï"], ["1", "Nguyeãn Vaên Haûi", "Giaùo vieân"]]),
    ],
)
@pytest.mark.parametrize("pack", [xlsx, lambda rows: csv_text(rows).encode("cp1252")], ids=["xlsx", "csv"])
def test_fonts_of_before_unicode_are_recognised(font, rows, pack):
    error = refusal(pack(rows))
    assert (error.key, error.facts["font"]) == ("error-sheet-legacy-font", font)


def test_a_few_odd_cells_among_vietnamese_are_no_old_font():
    rows = [*ROWS, ["3", "José Peña", "25°C, 12m²"]]
    (sheet,) = read_sheets(xlsx(rows), "ds.xlsx")
    assert len(sheet.rows) == 4


SIGNATURES = [b"", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"%PDF", b"sep=;\n", b'"']


@given(start=st.sampled_from(SIGNATURES), data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(start, data):
    try:
        sheets = read_sheets(start + data, "tệp")
    except InputError:
        return
    assert read_sheets(start + data, "tệp") == sheets


@settings(max_examples=40, deadline=None)
@given(
    source=st.sampled_from([XLSX, ods(ROWS), (FILES / "excel-97.xls").read_bytes()]),
    damage=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6
    ),
)
def test_a_damaged_workbook_is_read_or_refused(source, damage):
    data = bytearray(source)
    for place, byte in damage:
        data[int(place * len(data))] = byte
    with suppress(InputError):
        read_sheets(bytes(data), "hỏng.xlsx")
