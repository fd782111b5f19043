"""Lists of staff and pupils, as schools have them."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import AgeBand, Gender, Role
from bot.errors import InputError
from bot.rosters.people import PeopleSheet, read_people
from tests.rosters.sheets import FILES, csv_text, workbook, xlsx

TODAY = date(2020, 8, 18)


def read(*rows: Sequence[object], name: str = "ds.xlsx", role: Role | None = None) -> PeopleSheet:
    return read_people(xlsx(rows), name, today=TODAY, role=role)


def names(sheet: PeopleSheet) -> list[str]:
    return [row.full_name for row in sheet.rows]


def problems(sheet: PeopleSheet) -> list[tuple[int, str, bool]]:
    return [(problem.row, problem.key, problem.kept) for problem in sheet.problems]


def school_list(book):
    """Titles, headings over two rows, names over two columns, headings of groups, signatures."""
    sheet = book.add_worksheet("CBGVNV")
    sheet.merge_range("A1:C1", "SỞ GIÁO DỤC VÀ ĐÀO TẠO HẬU GIANG")
    sheet.merge_range("D1:H1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    sheet.merge_range("A4:H4", "DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN NĂM HỌC 2020 - 2021")
    sheet.merge_range("A6:A7", "STT")
    sheet.merge_range("B6:C7", "Họ và tên")
    sheet.merge_range("D6:E6", "Năm sinh")
    sheet.merge_range("F6:F7", "Chức vụ")
    sheet.merge_range("G6:G7", "Điện thoại")
    sheet.write_row("D7", ["Nam", "Nữ"])
    sheet.write_row("A8", ["(1)", "(2)", "", "(3)", "(4)", "(5)", "(6)"])
    rows = [
        ["I", "Ban giám hiệu"],
        [1, "Trần Thị Thu", "Thủy", "", 1970, "Bí thư chi bộ, Hiệu trưởng", 912345678.0],
        [2, "NGUYỄN VĂN", "HÙNG", 1975, "", "Phó Hiệu trưởng"],
        ["II", "Tổ Toán - Tin (3 người)"],
        [3, "Nguyễn Thị Hồng", "Nhung", "", 1985, "Giáo viên, GVCN lớp 10a1"],
        [4, "Thạch Sa", "Rươn", 1990, "", "Tổ trưởng"],
        ["III", "Tổ Văn phòng"],
        [5, "Danh Thị", "Út", "", 1988, "Kế toán kiêm văn thư"],
        [6, "Tống Văn", "Cộng", 1960, "", "Bảo vệ"],
        ["", "Tổng cộng: 6 người"],
        ["", "", "", "", "", "Vị Thanh, ngày 05 tháng 9 năm 2020"],
        ["", "NGƯỜI LẬP BẢNG", "", "", "", "HIỆU TRƯỞNG"],
        [],
        ["", "Danh Thị Út", "", "", "", "Trần Thị Thu Thủy"],
    ]
    for number, cells in enumerate(rows, start=8):
        sheet.write_row(number, 0, cells)


def test_a_staff_list_as_a_school_has_it():
    sheet = read_people(workbook(school_list), "CBGVNV 2020.xlsx", today=TODAY)
    assert [(r.row, r.full_name, r.role, r.group, r.code, r.gender) for r in sheet.rows] == [
        (10, "Trần Thị Thu Thủy", Role.PRINCIPAL, "Ban giám hiệu", "1", Gender.FEMALE),
        (11, "Nguyễn Văn Hùng", Role.DEPUTY, "Ban giám hiệu", "2", Gender.MALE),
        (13, "Nguyễn Thị Hồng Nhung", Role.HOMEROOM, "Tổ Toán - Tin", "3", Gender.FEMALE),
        (14, "Thạch Sa Rươn", Role.STAFF, "Tổ Toán - Tin", "4", Gender.MALE),
        (16, "Danh Thị Út", Role.CLERK, "Tổ Văn phòng", "5", Gender.FEMALE),
        (17, "Tống Văn Cộng", Role.STAFF, "Tổ Văn phòng", "6", Gender.MALE),
    ]
    assert sheet.rows[2].class_name == "10A1"
    assert sheet.rows[0].position == "Bí thư chi bộ, Hiệu trưởng"
    assert sheet.problems == ()


def test_reading_twice_gives_the_same():
    data = workbook(school_list)
    assert read_people(data, "a.xlsx", today=TODAY) == read_people(data, "a.xlsx", today=TODAY)


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["STT", "Họ và tên", "Chức vụ"], ["1", "Lê Thị Mai", "Giáo viên"]),
        (["stt", "ho ten", "chuc vu"], ["1", "Lê Thị Mai", "Giáo viên"]),
        (["TT", "HỌ VÀ TÊN GIÁO VIÊN", "NHIỆM VỤ ĐƯỢC GIAO"], ["1", "Lê Thị Mai", "Giáo viên"]),
        (["TT", "Họ đệm", "Tên", "Chức danh"], ["1", "Lê Thị", "Mai", "Giáo viên"]),
        (["TT", "Họ và chữ đệm", "Tên", "Vị trí việc làm"], ["1", "Lê Thị", "Mai", "Giáo viên"]),
        (["Số TT", "Tên giáo viên", "Chức vụ/chức danh"], ["1", "Lê Thị Mai", "Giáo viên"]),
        (["STT", "Họ tên CB, GV, NV", "Chức vụ"], ["1", "LÊ THỊ MAI", "Giáo viên"]),
    ],
)
def test_headings_as_schools_word_them(headings, cells):
    (row,) = read(headings, cells).rows
    assert (row.full_name, row.position, row.code) == ("Lê Thị Mai", "Giáo viên", "1")


def test_a_list_of_names_alone():
    assert names(read(["Họ và tên"], ["Lê Thị Mai"], ["Trần Văn Út"])) == ["Lê Thị Mai", "Trần Văn Út"]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_files_are_lists_too(separator):
    text = csv_text([["STT", "Họ và tên", "Tổ"], ["1", "Lê Thị Mai", "Toán"]], separator)
    (row,) = read_people(text.encode("utf-16"), "ds.csv", today=TODAY).rows
    assert (row.full_name, row.group) == ("Lê Thị Mai", "Toán")


def test_an_old_xls_is_a_list_too():
    sheet = read_people((FILES / "excel-97.xls").read_bytes(), "ds.xls", today=TODAY)
    assert [(row.full_name, row.role) for row in sheet.rows] == [
        ("Trần Thị Bích Ngọc", Role.PRINCIPAL),
        ("Danh Sa Rươn", Role.STAFF),
        ("Võ Minh Khang", Role.STAFF),
    ]


def test_bad_rows_are_named_and_good_rows_kept():
    sheet = read(
        ["STT", "Họ và tên", "Chức vụ", "Tổ"],
        [1, "Lê Thị Mai", "Giáo viên", "Toán"],
        [2, "", "Giáo viên", "Toán"],
        [3, "Nguyễn Văn 2", "Giáo viên", "Sử"],
        [4, "Nguy?n Văn Út", "Giáo viên", "Sử"],
        [5, "Võ " + "Thị " * 30 + "Dài", "Giáo viên", "Sử"],
        [6, "Trần Văn Bé", "Phi công", "Sử"],
        [7, "...", "Giáo viên", "Sử"],
        [8, "", "", ""],
    )
    assert names(sheet) == ["Lê Thị Mai", "Trần Văn Bé"]
    assert problems(sheet) == [
        (3, "problem-missing-name", False),
        (4, "problem-name-digits", False),
        (5, "problem-name-garbled", False),
        (6, "problem-name-too-long", False),
        (7, "problem-unknown-position", True),
        (8, "problem-missing-name", False),
    ]
    assert sheet.problems[0].column == "Họ và tên"
    assert sheet.problems[4].facts == {"position": "Phi công"}


class TestOnePersonTwice:
    """Full namesakes are common: a name alone never makes a duplicate."""

    HEAD = ("STT", "Họ và tên", "Tổ", "Ngày sinh", "Mã GV")

    @pytest.mark.parametrize(
        ("first", "second", "key", "kept"),
        [
            pytest.param([1, "Lê Mai", "Toán"], [2, "Lê Mai", "Sử"], None, True, id="in two groups"),
            pytest.param(
                [1, "Lê Mai", "Toán", "", "A1"], [2, "Lê Mai", "Toán", "", "A2"], None, True, id="own codes"
            ),
            pytest.param(
                [1, "Lê Mai", "Toán", "1/2/1980"],
                [2, "Lê Mai", "Toán", "3/2/1980"],
                None,
                True,
                id="birthdays",
            ),
            pytest.param(
                [1, "Lê Mai", "Toán"], [2, "Lê Mai", "Toán"], "problem-namesake", True, id="nothing tells"
            ),
            pytest.param(
                [1, "Lê Mai", "Toán", "1980"],
                [2, "LÊ MAI", "Toán", "1980"],
                "problem-namesake",
                True,
                id="year",
            ),
            pytest.param(
                [1, "Lê Mai", "Toán"], [1, "Lê Mai", "Toán"], "problem-duplicate-row", False, id="same number"
            ),
            pytest.param(
                ["", "Lê Hoà", "Toán"], ["", "Lê Hòa", "Toán"], "problem-duplicate-row", False, id="no number"
            ),
            pytest.param(
                [1, "Lê Mai", "Sử", "1/2/1980"],
                [2, "Lê Mai", "Sử", "1/2/1980"],
                "problem-duplicate-row",
                False,
                id="one birthday",
            ),
            pytest.param(
                [1, "Lê Mai", "Toán", "", "A1"],
                [2, "Lê Mai", "Sử", "", "a1"],
                "problem-duplicate-row",
                False,
                id="one code",
            ),
            pytest.param(
                [1, "Lê Mai", "Toán", "", "A1"],
                [2, "Võ Lan", "Sử", "", "A1"],
                "problem-same-code",
                False,
                id="one code, two people",
            ),
        ],
    )
    def test_only_what_certainly_repeats_is_left_out(self, first, second, key, kept):
        sheet = read(list(self.HEAD), first, second)
        assert len(sheet.rows) == 1 + kept
        assert problems(sheet) == ([(3, key, kept)] if key else [])
        assert all(problem.facts["first"] == 2 for problem in sheet.problems)


class TestPupils:
    def test_class_age_and_smartphone(self):
        sheet = read(
            ["TRƯỜNG THCS LÊ QUÝ ĐÔN"],
            ["DANH SÁCH HỌC SINH LỚP 8A1"],
            [],
            ["STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Giới tính", "Có điện thoại thông minh"],
            [1, "HS01", "Danh Thị Út", "18/08/2004", "Nữ", "x"],
            [2, "HS02", "Lý Minh", "19/08/2004", "Nam", ""],
            [3, "HS03", "Võ Na", 41000, "nữ", ""],
            [4, "HS04", "Kim Sơn", "1975", "Nam", "x"],
            [5, "HS05", "Tô Mai", "31/02/2010", "", ""],
        )
        assert [(r.role, r.class_name, r.code, r.age_band, r.has_smartphone) for r in sheet.rows] == [
            (Role.PUPIL, "8A1", "HS01", AgeBand.FROM_16, True),
            (Role.PUPIL, "8A1", "HS02", AgeBand.FROM_7_TO_15, False),
            (Role.PUPIL, "8A1", "HS03", AgeBand.FROM_7_TO_15, False),
            (Role.PUPIL, "8A1", "HS04", AgeBand.ADULT, True),
            (Role.PUPIL, "8A1", "HS05", None, False),
        ]
        assert problems(sheet) == [(9, "problem-birth-date", True)]

    def test_one_sheet_a_class(self):
        rows: list[list[object]] = [["STT", "Họ và tên học sinh"], [1, "Lê Mai"]]
        sheet = read_people(xlsx(rows, rows, names=["10A1", "10A2"]), "hs.xlsx", today=TODAY)
        assert [(row.sheet, row.class_name) for row in sheet.rows] == [("10A1", "10A1"), ("10A2", "10A2")]

    def test_several_classes_below_each_other(self):
        head = ["STT", "Họ và tên", "Giới tính"]
        sheet = read(
            ["DANH SÁCH HỌC SINH"],
            ["LỚP 6/1"],
            head,
            [1, "Lê Mai", "Nữ"],
            ["Cộng: 1 học sinh"],
            ["LỚP 6/2"],
            head,
            [1, "Võ Lan", "Nữ"],
        )
        assert [(row.full_name, row.class_name) for row in sheet.rows] == [
            ("Lê Mai", "6/1"),
            ("Võ Lan", "6/2"),
        ]

    def test_a_class_column_wins_over_everything_around(self):
        sheet = read(["Họ tên", "Lớp"], ["Lê Mai", "lớp 10a1"], ["Võ Lan", "Lá 2"])
        assert [row.class_name for row in sheet.rows] == ["10A1", "Lá 2"]

    def test_positions_in_a_class_are_no_roles(self):
        (row,) = read(["Họ tên", "Lớp", "Chức vụ"], ["Lê Mai", "10A1", "Lớp trưởng"], role=Role.PUPIL).rows
        assert (row.role, row.class_name, row.position) == (Role.PUPIL, "10A1", "Lớp trưởng")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["x", ""], [True, False]),
        (["có", ""], [True, None]),
        (["Có", "Không"], [True, False]),
        (["", ""], [None, None]),
        ([True, False], [True, False]),
        (["iPhone", "x"], [None, True]),
    ],
    ids=["ticks: blank is no", "words: blank is unknown", "words", "nobody filled it in", "boxes", "a model"],
)
def test_what_a_smartphone_column_says(cells, expected):
    pupils = [[name, "9A", cell] for name, cell in zip(("Lê Mai", "Võ Lan"), cells, strict=True)]
    sheet = read(["Họ tên", "Lớp", "ĐTTM"], *pupils)
    assert [row.has_smartphone for row in sheet.rows] == expected
    assert [problem.key for problem in sheet.problems] == ["problem-smartphone"] * cells.count("iPhone")


def test_a_column_of_ticks_under_nu_tells_the_gender_of_all():
    sheet = read(["Họ tên", "Nữ", "Tổ"], ["Lê Mai", "x", "Sử"], ["Lê An", "", "Sử"])
    assert [row.gender for row in sheet.rows] == [Gender.FEMALE, Gender.MALE]


def test_a_homeroom_column_makes_homeroom_teachers():
    sheet = read(
        ["Họ tên", "Chức vụ", "Lớp chủ nhiệm"],
        ["Lê Mai", "Giáo viên", "10A1"],
        ["Lê An", "Phó Hiệu trưởng", "10A2"],
        ["Lê Ba", "Giáo viên", ""],
    )
    assert [(row.role, row.class_name) for row in sheet.rows] == [
        (Role.HOMEROOM, "10A1"),
        (Role.DEPUTY, "10A2"),
        (Role.STAFF, ""),
    ]


def test_numbers_of_identity_papers_are_not_taken_for_codes():
    sheet = read(
        ["STT", "Họ tên", "Mã định danh", "Tổ"],
        [1, "Lê Mai", "093185001234", "Sử"],
        [2, "Lê An", "364123456", "Sử"],
        [3, "Lê Ba", "9300123456", "Sử"],
    )
    assert [row.code for row in sheet.rows] == ["1", "2", "9300123456"]


def test_birth_dates_of_staff_leave_no_trace():
    (row,) = read(["Họ tên", "Chức vụ", "Ngày sinh"], ["Lê Mai", "Giáo viên", "1/2/1980"]).rows
    assert row.age_band is None
    assert "1980" not in repr(row)


def test_only_the_first_list_of_a_staff_workbook_is_read_and_the_others_are_named():
    rows: list[list[object]] = [["STT", "Họ và tên", "Chức vụ"], [1, "Lê Mai", "Giáo viên"]]
    data = xlsx(rows, [["Ghi chú"]], rows, names=["2020-2021", "Hướng dẫn", "2019-2020"])
    sheet = read_people(data, "ds.xlsx", today=TODAY)
    assert [row.sheet for row in sheet.rows] == ["2020-2021"]
    assert [(problem.key, problem.sheet, problem.row) for problem in sheet.problems] == [
        ("problem-other-sheet", "2019-2020", 0)
    ]


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        pytest.param([["Ngày", "Món ăn"], ["2/9", "Cơm"]], "error-sheet-no-header", id="something else"),
        pytest.param([["Lê Mai", "Giáo viên"]], "error-sheet-no-header", id="names without headings"),
        pytest.param([["STT", "Họ và tên", "Tổ"]], "error-sheet-no-rows", id="headings only"),
    ],
)
def test_a_sheet_without_people_is_refused(rows, key):
    with pytest.raises(InputError) as caught:
        read(*rows)
    assert caught.value.key == key
    assert caught.value.facts["file"] == "ds.xlsx"


CELLS = st.one_of(
    st.sampled_from(
        [
            "STT",
            "Họ và tên",
            "Họ",
            "Tên",
            "Lớp",
            "Chức vụ",
            "Ngày sinh",
            "Nam",
            "Nữ",
            "1",
            "II",
            "x",
            "Lê Mai",
        ]
    ),
    st.sampled_from(["Lê Mai", "Tổ Toán", "Tổng cộng", "Hiệu trưởng", "Lớp 10A1", "2010", "", "Mã GV"]),
    st.text(max_size=12),
)


@given(rows=st.lists(st.lists(CELLS, max_size=6), max_size=12))
def test_any_table_is_read_or_refused_and_nobody_is_nameless(rows):
    text = csv_text([[cell.replace('"', "") for cell in row] for row in rows])
    try:
        sheet = read_people(text.encode("utf-8", "replace"), "ds.csv", today=TODAY)
    except InputError:
        return
    assert all(any(letter.isalpha() for letter in row.full_name) for row in sheet.rows)
    numbers = [row.row for row in sheet.rows]
    assert numbers == sorted(set(numbers))
    left_out = {problem.row for problem in sheet.problems if not problem.kept}
    assert left_out.isdisjoint(numbers)
