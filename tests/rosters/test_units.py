"""Lists of units, as departments have them."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InputError
from bot.rosters.unit_columns import kind_of, level_of
from bot.rosters.units import UnitsSheet, read_units
from tests.rosters.sheets import csv_text, xlsx

HEAD = ("STT", "Mã đơn vị", "Tên đơn vị", "Cấp học", "Đơn vị cấp trên")
DEPARTMENT = (1, "SGD-HG", "Sở Giáo dục và Đào tạo tỉnh Hậu Giang")
DISTRICT = (2, "PGD-VTHUY", "Phòng GD&ĐT huyện Vị Thủy", "", "SGD-HG")


def read(*rows: Sequence[object], known: dict[str, str] | None = None) -> UnitsSheet:
    return read_units(xlsx(rows), "don-vi.xlsx", known=known)


def problems(sheet: UnitsSheet) -> list[tuple[int, str, bool]]:
    return [(problem.row, problem.key, problem.kept) for problem in sheet.problems]


def test_a_list_as_a_department_has_it():
    sheet = read(
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH HẬU GIANG"],
        ["DANH SÁCH ĐƠN VỊ TRỰC THUỘC"],
        [],
        HEAD,
        DEPARTMENT,
        DISTRICT,
        (3, "THPT-VT", "Trường THPT Vị Thanh", "", "SGD-HG"),
        (4, 93000123.0, "Trường Tiểu học Vị Đông", "TH", "PGD-VTHUY"),
        ("", "Tổng cộng: 4 đơn vị"),
        ("", "Hậu Giang, ngày 05 tháng 8 năm 2020"),
        ("", "GIÁM ĐỐC", "Nguyễn Văn A"),
    )
    assert [(r.row, r.code, r.kind, r.level, r.parent_code, r.order) for r in sheet.rows] == [
        (5, "SGD-HG", "department", "", None, 1),
        (6, "PGD-VTHUY", "district", "", "SGD-HG", 2),
        (7, "THPT-VT", "school", "THPT", "SGD-HG", 3),
        (8, "93000123", "school", "TH", "PGD-VTHUY", 4),
    ]
    assert sheet.problems == ()


@pytest.mark.parametrize(
    "parent",
    [
        "PGD-VTHUY",
        "pgd-vthuy",
        "Phòng GD&ĐT huyện Vị Thủy",
        "phòng gd-đt huyện vị thuỷ",
        "huyện Vị Thủy",
        "Vị Thủy",
    ],
)
def test_a_parent_is_found_by_code_name_or_place(parent):
    sheet = read(HEAD, DEPARTMENT, DISTRICT, (3, "TH-VD", "Trường TH Vị Đông", "TH", parent))
    assert sheet.rows[2].parent_code == "PGD-VTHUY"


def test_a_place_that_two_units_end_with_is_not_guessed():
    sheet = read(
        HEAD,
        (1, "A", "Phòng GD&ĐT thị xã Long Mỹ"),
        (2, "B", "Phòng GD&ĐT huyện Long Mỹ"),
        (3, "C", "Trường TH Thuận An", "TH", "Long Mỹ"),
    )
    assert problems(sheet) == [(4, "problem-unknown-parent", False)]


def test_parents_may_be_known_from_before():
    sheet = read(
        HEAD,
        (1, "TH-VD", "Trường TH Vị Đông", "TH", "pgd-vthuy"),
        (2, "TH-VT", "Trường TH Vị Thắng", "TH", "Vị Thủy"),
        known={"PGD-VTHUY": "Phòng GD&ĐT huyện Vị Thủy"},
    )
    assert [row.parent_code for row in sheet.rows] == ["PGD-VTHUY", "PGD-VTHUY"]


def test_bad_rows_are_named_and_good_rows_kept():
    sheet = read(
        HEAD,
        DEPARTMENT,
        DISTRICT,
        (3, "TH-1", "", "TH", "PGD-VTHUY"),
        (4, "", "Trường TH Hai", "TH", "PGD-VTHUY"),
        (5, "pgd-vthuy", "Trường TH Ba", "TH", "PGD-VTHUY"),
        (6, "TH-4", "Trường TH Bốn", "TH", "PGD-XYZ"),
        (7, "LOP-4A", "Lớp 4A", "", "TH-4"),
        (8, "TH-5", "Trường TH Năm", "TH", "PGD-VTHUY"),
    )
    assert [row.code for row in sheet.rows] == ["SGD-HG", "PGD-VTHUY", "TH-5"]
    assert problems(sheet) == [
        (4, "problem-missing-name", False),
        (5, "problem-missing-code", False),
        (6, "problem-same-code", False),
        (7, "problem-unknown-parent", False),
        (8, "problem-unknown-parent", False),
    ]
    assert sheet.problems[2].facts == {"name": "Trường TH Ba", "code": "pgd-vthuy", "first": 3}
    assert sheet.problems[3].facts == {"name": "Trường TH Bốn", "parent": "PGD-XYZ"}
    assert sheet.problems[3].column == "Đơn vị cấp trên"


def test_units_that_lead_in_a_circle_are_all_named():
    sheet = read(
        HEAD,
        DEPARTMENT,
        (2, "A", "Phòng GD&ĐT huyện Một", "", "C"),
        (3, "B", "Phòng GD&ĐT huyện Hai", "", "A"),
        (4, "C", "Phòng GD&ĐT huyện Ba", "", "B"),
        (5, "D", "Phòng GD&ĐT huyện Bốn", "", "D"),
        (6, "E", "Trường TH Năm", "TH", "A"),
    )
    assert [row.code for row in sheet.rows] == ["SGD-HG"]
    assert problems(sheet) == [
        (3, "problem-circle", False),
        (4, "problem-circle", False),
        (5, "problem-circle", False),
        (6, "problem-circle", False),
        (7, "problem-unknown-parent", False),
    ]


def test_the_tree_is_dated():
    sheet = read(
        ["Mã", "Tên đơn vị", "Từ ngày", "Đến ngày"],
        ["PGD-VT", "Phòng GD&ĐT huyện Vị Thủy", "01/01/2004", "30/06/2025"],
        ["XA-VT", "UBND xã Vị Thủy", "1/7/2025", "không rõ"],
    )
    assert [(row.valid_from, row.valid_to) for row in sheet.rows] == [
        (date(2004, 1, 1), date(2025, 6, 30)),
        (date(2025, 7, 1), None),
    ]
    assert problems(sheet) == [(3, "problem-date", True)]


def test_a_column_of_kinds_wins_over_the_name():
    sheet = read(
        ["Mã", "Tên", "Loại"], ["A", "Hậu Giang", "Tỉnh"], ["B", "10A1", "Lớp"], ["C", "D", "Cụm thi đua"]
    )
    assert [row.kind for row in sheet.rows] == ["province", "class", "cum-thi-dua"]


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("Bộ Giáo dục và Đào tạo", "ministry", ""),
        ("UBND tỉnh Hậu Giang", "province", ""),
        ("Sở GD&ĐT Hậu Giang", "department", ""),
        ("PGD&ĐT Vị Thanh", "district", ""),
        ("UBND phường Vị Tân", "commune", ""),
        ("Trường THPT chuyên Vị Thanh", "school", "THPT"),
        ("Trường TH&THCS Vị Tân", "school", "TH&THCS"),
        ("THCS và THPT Tầm Vu", "school", "THCS&THPT"),
        ("Trường PTDT Nội trú tỉnh", "school", "PTDTNT"),
        ("Trung tâm GDNN - GDTX huyện Phụng Hiệp", "school", "GDTX"),
        ("Trường Tiểu học Nguyễn Huệ", "school", "TH"),
        ("Mầm non Sen Hồng", "school", "MN"),
        ("Lớp 10A1", "class", ""),
        ("Lớp mẫu giáo độc lập Hoa Mai", "school", "MN"),
        ("Ban chỉ đạo", None, ""),
    ],
)
def test_names_tell_kind_and_level(name, kind, level):
    assert (kind_of(name), level_of(name)) == (kind, level)


@pytest.mark.parametrize(
    ("rows", "key"),
    [([["Tên", "Địa chỉ"], ["A", "B"]], "error-sheet-no-header"), ([list(HEAD)], "error-sheet-no-rows")],
    ids=["no column of codes", "headings only"],
)
def test_a_sheet_without_units_is_refused(rows, key):
    with pytest.raises(InputError) as caught:
        read(*rows)
    assert caught.value.key == key


CODES = st.sampled_from(["A", "a", "B", "C", "D", "E", "", "Phòng GD&ĐT huyện A", "Tổng cộng"])


@given(rows=st.lists(st.tuples(CODES, CODES, CODES), max_size=10))
def test_whatever_the_list_says_the_result_is_a_tree(rows):
    data = csv_text([["Mã", "Tên", "Trực thuộc"], *rows]).encode()
    try:
        sheet = read_units(data, "dv.csv")
    except InputError:
        return
    assert read_units(data, "dv.csv") == sheet
    parents = {row.code: row.parent_code for row in sheet.rows}
    assert len(parents) == len(sheet.rows)
    for code in parents:
        steps, above = 0, parents[code]
        while above is not None:
            steps, above = steps + 1, parents[above]
            assert steps <= len(parents)


@pytest.mark.parametrize(
    "heading",
    [
        "Đơn vị theo dõi",
        "Đơn vị phối hợp quản lý",
        "Phối hợp quản lý",
        "Cơ quan phối hợp",
        "Mã đơn vị theo dõi",
        "Đơn vị quản lý chuyên môn",
        "Chỉ đạo chuyên môn",
        "Cơ quan hướng dẫn về chuyên môn",
    ],
)
def test_a_second_line_looks_and_is_no_parent(heading: str):
    sheet = read(
        (*HEAD, heading),
        DEPARTMENT,
        DISTRICT,
        (3, "TH-VD", "Trường TH Vị Đông", "TH", "Vị Thủy", "SGD-HG"),
        (4, "TH-VT", "Trường TH Vị Thắng", "TH", "Vị Thủy", ""),
        (5, "TH-VB", "Trường TH Vị Bình", "TH", "Vị Thủy", "Không"),
        (6, "TH-VX", "Trường TH Vị Xuân", "TH", "Vị Thủy", "SGD-HG; TH-VD"),
    )
    assert [(row.parent_code, row.viewers) for row in sheet.rows[2:]] == [
        ("PGD-VTHUY", ("SGD-HG",)),
        ("PGD-VTHUY", None),
        ("PGD-VTHUY", ()),
        ("PGD-VTHUY", ("SGD-HG", "TH-VD")),
    ]
    assert sheet.problems == ()


def test_a_viewer_that_is_not_found_is_named_and_the_unit_kept():
    sheet = read(
        (*HEAD, "Đơn vị theo dõi"),
        DEPARTMENT,
        (2, "TH-VD", "Trường TH Vị Đông", "TH", "SGD-HG", "UBND xã Vị Đông"),
        (3, "TH-VT", "Trường TH Vị Thắng", "TH", "SGD-HG", "TH-VT"),
    )
    assert [row.viewers for row in sheet.rows] == [None, None, None]
    assert problems(sheet) == [(3, "problem-unknown-viewer", True), (4, "problem-unknown-viewer", True)]


@pytest.mark.parametrize(
    "heading", ["Xã/phường", "Tên xã, phường, đặc khu", "UBND xã", "Huyện, thị xã, thành phố"]
)
def test_where_no_unit_above_is_named_the_place_is(heading: str):
    sheet = read(
        ["Mã", "Tên đơn vị", heading],
        ["XA-VT", "UBND xã Vị Thủy", ""],
        ["TH-VD", "Trường TH Vị Đông", "Vị Thủy"],
    )
    assert [row.parent_code for row in sheet.rows] == [None, "XA-VT"]


def test_a_chain_of_thousands_is_no_reason_to_wait():
    rows = [(n, f"U{n}", f"Đơn vị {n}", "", f"U{n + 1}") for n in range(5_000)]
    sheet = read(HEAD, *rows)
    assert len(sheet.problems) == 5_000  # it begins nowhere
