"""Positions open doors: what counts as a head is said plainly, and nothing else does."""

import pytest

from bot.domain.people import Role
from bot.rosters.positions import class_in_title, class_name, read_position


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Hiệu trưởng", Role.PRINCIPAL),
        ("HT", Role.PRINCIPAL),
        ("Q. Hiệu trưởng", Role.PRINCIPAL),
        ("Bí thư chi bộ - Hiệu trưởng", Role.PRINCIPAL),
        ("Giám đốc Trung tâm", Role.PRINCIPAL),
        ("Phó Hiệu trưởng", Role.DEPUTY),
        ("P.HT", Role.DEPUTY),
        ("Hiệu phó chuyên môn", Role.DEPUTY),
        ("Phó Hiệu trưởng phụ trách", Role.DEPUTY),
        ("Phó giám đốc, CTCĐ", Role.DEPUTY),
        ("Văn thư", Role.CLERK),
        ("Kế toán kiêm văn thư", Role.CLERK),
        ("NV văn thư - thủ quỹ", Role.CLERK),
        ("Giáo viên, GVCN", Role.HOMEROOM),
        ("Giáo viên chủ nhiệm", Role.HOMEROOM),
        ("Giáo viên", Role.STAFF),
        ("Tổ trưởng chuyên môn", Role.STAFF),
        ("Bảo vệ", Role.STAFF),
        ("Nhân viên nấu ăn (hợp đồng)", Role.STAFF),
        ("Tổng phụ trách Đội", Role.STAFF),
        ("", Role.STAFF),
    ],
)
def test_roles(printed, role):
    position = read_position(printed)
    assert (position.role, position.known) == (role, True)


@pytest.mark.parametrize("printed", ["Nguyên Hiệu trưởng", "Vợ Hiệu trưởng", "Giám đốc công ty", "Phi công"])
def test_what_is_not_plainly_a_head_opens_no_door(printed):
    position = read_position(printed)
    assert (position.role, position.known) == (Role.STAFF, False)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("GVCN 10A1", "10A1"),
        ("GV Toán, GVCN lớp 8/2", "8/2"),
        ("Giáo viên chủ nhiệm (10a2)", "10A2"),
        ("GVCN lớp Lá 1", "Lá 1"),
        ("GV dạy 12 năm, chủ nhiệm lớp 6.3", "6.3"),
        ("Giáo viên chủ nhiệm", ""),
        ("Giáo viên dạy lớp 10A1", ""),
    ],
)
def test_the_class_of_a_homeroom_teacher(printed, expected):
    assert read_position(printed).class_name == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("DANH SÁCH HỌC SINH LỚP 10A1 NĂM HỌC 2020-2021", "10A1"),
        ("Danh sách lớp: 6/1", "6/1"),
        ("DANH SÁCH TRẺ LỚP LÁ 1", "LÁ 1"),
        ("DANH SÁCH CÁC LỚP", ""),
        ("Năm học 2020-2021", ""),
    ],
)
def test_the_class_in_a_title(title, expected):
    assert class_in_title(title) == expected


@pytest.mark.parametrize(
    ("printed", "expected"), [("10a1", "10A1"), ("Lớp 12 C1", "12C1"), ("lớp Chồi 2", "Chồi 2"), ("9", "9")]
)
def test_class_names_have_one_spelling(printed, expected):
    assert class_name(printed) == expected
