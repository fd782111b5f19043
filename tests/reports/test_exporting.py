"""What an export holds, for whom, and that it says what the tallies say."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.domain.forms import Answers, QuestionKind
from bot.domain.people import Membership, Role
from bot.domain.tallies import Share
from bot.errors import InputError
from bot.reminders import planner
from bot.reports.exporting import Exporting, scope_of, write
from bot.reports.tables import Cell, Table
from bot.storage import Connection, filling, link_checks, memberships, rounds, standings, units
from bot.storage.campaigns import Running
from bot.storage.rounds import rounds_of
from bot.storage.units import NewUnit
from bot.texts import Texts
from tests.reports.files import sheets
from tests.storage.world import (
    AN_TOAN,
    COMPLETE,
    PARTIAL,
    STARTED,
    TODAY,
    at,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

TEXTS = Texts.load("vi")
NOW = at(20, 9)


class Kept:
    """A writer that keeps the tables as they come."""

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}
        self.lines: dict[str, list[tuple[Cell, ...]]] = {}

    def add(self, table: Table) -> None:
        self.tables[table.sheet] = table
        self.lines[table.sheet] = [line.cells for line in table.lines]

    def finish(self) -> bytes:
        return b""

    def discard(self) -> None:
        self.tables.clear()


def exported(
    conn: Connection,
    running: Running,
    code: str,
    *,
    names: bool = False,
    path: tuple[str, ...] = (),
    wanted: str | None = None,
) -> Kept:
    kept = Kept()
    scope = scope_of(
        conn,
        TEXTS,
        campaign_id=running.id,
        unit_id=unit_id(conn, code),
        names=names,
        path=[unit_id(conn, one) for one in path or (code,)],
        now=NOW,
    )
    write(scope, lambda: kept, wanted)()
    return kept


def declare(conn: Connection, running: Running, obligation: str, who: Membership, answers: Answers) -> None:
    owed = expected(conn, round_of(conn, running, obligation))
    standings.submit(conn, owed[who.id].id, answers, by=who.person_id, channel="web", now=at(19))


def staff(conn: Connection, code: str, size: int, group: str = "") -> list[Membership]:
    return [member(conn, f"Nguyễn {code} {n}", code, group=group) for n in range(size)]


def province(conn: Connection) -> tuple[Running, Mapping[str, list[Membership]]]:
    """Six teachers in A, seven in B, eight in C; two of A have declared, one of them with a reason."""
    plant(conn)
    found = {code: staff(conn, code, size) for code, size in {"A": 6, "B": 7, "C": 8}.items()}
    running = start(conn)
    declare(conn, running, "staff", found["A"][0], COMPLETE)
    declare(conn, running, "staff", found["A"][1], PARTIAL)
    return running, found


STAFF = "Bluezone của CBGVNV"


# --- an office ----------------------------------------------------------------------------------


@on_each_database
def test_a_department_gets_every_school_by_level_and_official_order_and_a_total_of_sums(conn: Connection):
    running, _ = province(conn)

    found = exported(conn, running, "SO")

    assert [column.title for column in found.tables[STAFF].columns] == [
        "STT",
        "Đơn vị",
        "Tổng số CBGVNV",
        "Số CBGVNV đã cài",
        "Tỷ lệ % (bản thân)",
        "Tổng số thành viên gia đình (lượt)",
        "Đã cài (lượt)",
        "Chưa cài (lượt)",
        "Tỷ lệ % (gia đình)",
        "Lý do chưa cài",
        "Ghi chú",
    ]
    unknown = (None,) * 6
    assert found.lines[STAFF] == [
        (1, "Trường TH B (Phòng GDĐT Vị Thủy)", 7, *unknown, "", "chưa báo cáo"),
        (
            2,
            "Trường THCS A (Phòng GDĐT Vị Thủy)",
            6,
            2,
            Share(part=2, whole=6),
            6,
            4,
            2,
            Share(part=4, whole=6),
            "",
            "còn 4 chưa báo cáo",
        ),
        (3, "Trường THPT C", 8, *unknown, "", "chưa báo cáo"),
        ("", "Tổng cộng", 21, 2, Share(part=2, whole=21), 6, 4, 2, Share(part=4, whole=6), "", ""),
    ]


@on_each_database
def test_offices_below_are_summed_on_a_sheet_of_their_own(conn: Connection):
    running, _ = province(conn)

    lines = exported(conn, running, "SO").lines[f"Cấp dưới – {STAFF}"]

    assert [(line[1], line[2]) for line in lines] == [
        ("Phòng GDĐT Vị Thủy", 13),
        ("Trường THPT C", 8),
        ("Tổng cộng", 21),
    ]
    assert f"Cấp dưới – {STAFF}" not in exported(conn, running, "P1").tables


@on_each_database
def test_an_offices_own_people_have_a_line_of_their_own(conn: Connection):
    plant(conn)
    for code, size in {"SO": 6, "P1": 5, "A": 9, "C": 7}.items():
        staff(conn, code, size)
    running = start(conn)

    found = exported(conn, running, "SO")

    assert [(line[1], line[2]) for line in found.lines[STAFF]] == [
        ("Sở GDĐT Hậu Giang (cơ quan)", 6),
        ("Phòng GDĐT Vị Thủy (cơ quan)", 5),
        ("Trường THCS A (Phòng GDĐT Vị Thủy)", 9),
        ("Trường THPT C", 7),
        ("Tổng cộng", 27),
    ]
    assert [(line[1], line[2]) for line in found.lines[f"Cấp dưới – {STAFF}"]] == [
        ("Phòng GDĐT Vị Thủy", 14),
        ("Trường THPT C", 7),
        ("Sở GDĐT Hậu Giang (cơ quan)", 6),
        ("Tổng cộng", 27),
    ]


@on_each_database
def test_small_schools_are_hidden_with_the_next_smallest(conn: Connection):
    plant(conn)
    for code, size in {"A": 3, "B": 6, "C": 9}.items():
        staff(conn, code, size)
    running = start(conn)

    found = exported(conn, running, "SO")

    cells = {str(line[1]): line[2] for line in found.lines[STAFF]}
    assert cells == {
        "Trường TH B (Phòng GDĐT Vị Thủy)": "*",
        "Trường THCS A (Phòng GDĐT Vị Thủy)": "*",
        "Trường THPT C": 9,
        "Tổng cộng": 18,
    }
    assert any("*" in note for note in found.tables[STAFF].notes)


@on_each_database
def test_a_unit_that_is_hidden_from_above_has_no_tables(conn: Connection):
    plant(conn)
    for code, size in {"A": 3, "B": 6, "C": 9}.items():
        staff(conn, code, size)
    running = start(conn)

    from_above = exported(conn, running, "B", path=("SO", "P1", "B"))
    inside = exported(conn, running, "B", names=True)

    assert STAFF not in from_above.tables
    assert from_above.lines["Tổng hợp"][0][3:] == ("*",) * 7
    assert inside.lines[STAFF][-1][2] == 6


@on_each_database
def test_reasons_are_told_above_the_school_only_where_many_gave_them(conn: Connection):
    plant(conn)
    teachers = staff(conn, "A", 9)
    staff(conn, "C", 9)
    running = start(conn)
    for one in teachers[:5]:
        declare(conn, running, "staff", one, PARTIAL)
    declare(conn, running, "staff", teachers[5], {**PARTIAL, "reason": "trouble"})

    above = exported(conn, running, "SO").lines[STAFF][0]
    inside = exported(conn, running, "A", names=True).lines[STAFF][0]

    assert above[9] == "Sẽ cài sau: 5"
    assert inside[9] == "Sẽ cài sau: 5; Gặp trục trặc khi cài: 1"


@on_each_database
def test_no_name_leaves_the_school(conn: Connection):
    running, _ = province(conn)

    found = exported(conn, running, "SO")

    assert "Nguyễn" not in repr([found.tables, found.lines])
    assert not any(sheet.startswith("Còn thiếu") for sheet in found.tables)


# --- a school -----------------------------------------------------------------------------------


@on_each_database
def test_a_school_gets_its_staff_by_group_in_vietnamese_order(conn: Connection):
    plant(conn)
    groups = ("Tổ Toán – Tin", "Tổ Đạo đức", "Tổ Anh", "Tổ Địa", "")
    found = {group: staff(conn, "C", 2, group) for group in groups}
    running = start(conn)
    declare(conn, running, "staff", found["Tổ Anh"][0], COMPLETE)

    lines = exported(conn, running, "C", names=True).lines[STAFF]

    assert [line[1] for line in lines] == [
        "Tổ Anh",
        "Tổ Đạo đức",
        "Tổ Địa",
        "Tổ Toán – Tin",
        "(chưa ghi tổ)",
        "Tổng cộng",
    ]
    assert lines[0][2:9] == (2, 1, Share(part=1, whole=2), 3, 3, 0, Share(part=3, whole=3))
    assert lines[-1][2] == 10


def school_with_classes(conn: Connection) -> Running:
    """10A1 with its homeroom teacher, 10A2 and 10A10; three pupils each, one of 10A1 without a smartphone."""
    plant(conn)
    units.save(
        conn,
        [NewUnit(code=f"C-{name}", name=name, kind="class", parent="C") for name in ("10A10", "10A2")],
        TODAY,
    )
    homeroom = member(conn, "Phan Thị Lan", "C")
    memberships.add_membership(conn, homeroom.person_id, unit_id(conn, "C-10A1"), Role.HOMEROOM, STARTED)
    for code in ("C-10A1", "C-10A2", "C-10A10"):
        for number in range(3):
            phone = None if number or code != "C-10A1" else False
            member(conn, f"Em {code} {number}", code, Role.PUPIL, has_smartphone=phone)
    return start(conn)


PUPILS = "Bluezone của học sinh"


@on_each_database
def test_a_school_gets_its_pupils_by_class_with_their_homeroom_teachers(conn: Connection):
    running = school_with_classes(conn)
    pupils = round_of(conn, running, "pupils")
    owed = expected(conn, pupils)
    first, second, *_ = (key for key, one in owed.items() if one.home_unit_id == unit_id(conn, "C-10A2"))
    said: dict[int, Answers] = {
        first: {"self_installed": True, "family_installed": 4},
        second: {"self_installed": False, "reason": "no_smartphone", "family_installed": 0},
    }
    for who, answers in said.items():
        standings.submit(conn, owed[who].id, answers, by=1, channel="web", now=at(19))

    found = exported(conn, running, "C", names=True)

    assert [column.title for column in found.tables[PUPILS].columns] == [
        "STT",
        "Lớp",
        "GVCN",
        "Sĩ số",
        "Số HS có điện thoại thông minh",
        "Số HS đã cài",
        "Tỷ lệ % (trên số có ĐTTM)",
        "Số người thân đã cài (lượt)",
        "Ghi chú",
    ]
    half = Share(part=1, whole=1)
    assert found.lines[PUPILS] == [
        (1, "10A2", "", 3, 1, 1, half, 4, "còn 1 chưa báo cáo"),
        (2, "10A10", "", 3, None, None, None, None, "chưa báo cáo"),
        (3, "Lớp 10A1", "Phan Thị Lan", 3, None, None, None, None, "chưa báo cáo"),
        ("", "Tổng cộng", "", 9, 1, 1, half, 4, ""),
    ]


@on_each_database
def test_a_class_that_its_homeroom_teacher_reported_says_so(conn: Connection):
    running = school_with_classes(conn)
    pupils = round_of(conn, running, "pupils")
    standings.report_class(
        conn,
        pupils.id,
        unit_id(conn, "C-10A1"),
        {"yes": 2, "no_smartphone": 1},
        by=1,
        channel="web",
        now=at(19),
    )

    lines = exported(conn, running, "C", names=True).lines[PUPILS]

    assert (lines[2][1], lines[2][5], lines[2][8]) == ("Lớp 10A1", 2, "GVCN báo cáo")
    assert lines[-1][5] == 2


@on_each_database
def test_a_homeroom_teacher_gets_the_class_alone(conn: Connection):
    running = school_with_classes(conn)

    found = exported(conn, running, "C-10A2", names=True)

    assert [line[1] for line in found.lines[PUPILS]] == ["10A2", "Tổng cộng"]
    assert STAFF not in found.tables


@on_each_database
def test_who_has_not_is_listed_inside_the_school(conn: Connection):
    running, found = province(conn)

    table = exported(conn, running, "A", names=True)

    sheet = f"Còn thiếu – {STAFF}"[:31]
    assert [column.title for column in table.tables[sheet].columns] == [
        "STT",
        "Họ và tên",
        "Tổ/Lớp",
        "Trạng thái",
        "Lý do",
        "Lần nhắc cuối",
    ]
    assert table.lines[sheet][0] == (1, "Nguyễn A 2", "", "chưa khai báo", "", "")
    assert table.lines[sheet][-1] == (5, "Nguyễn A 1", "", "chưa hoàn thành", "Sẽ cài sau", "")
    assert len(found["A"]) - 1 == 5


# --- what units answer --------------------------------------------------------------------------


@on_each_database
def test_addresses_are_listed_with_the_day_they_were_sent(conn: Connection):
    running, found = province(conn)
    owed = expected(conn, round_of(conn, running, "website-guide"))
    standings.submit(
        conn,
        owed[unit_id(conn, "A")].id,
        {"link": "https://a.example/bluezone"},
        by=found["A"][0].person_id,
        channel="web",
        now=at(19),
    )
    for code, outcome in (("A", link_checks.ANSWERS), ("B", "404"), ("C", None)):
        url, standing = f"https://{code.lower()}.example/bluezone", owed[unit_id(conn, code)].id
        if code != "A":
            link = {"link": url}
            standings.submit(conn, standing, link, by=found["A"][0].person_id, channel="web", now=at(20))
        link_checks.want(conn, standing, "link", url, at(20))
        wanted = link_checks.load(conn, standing, "link")
        if outcome is not None and wanted is not None:
            link_checks.was_checked(conn, wanted, outcome, at(20))

    table = exported(conn, running, "SO")

    assert [column.title for column in table.tables["Đăng tải hướng dẫn"].columns] == [
        "STT",
        "Đơn vị",
        "Đường dẫn đăng tải",
        "Ngày đăng",
        "Kiểm tra đường dẫn",
    ]
    assert table.lines["Đăng tải hướng dẫn"] == [
        (1, "Sở GDĐT Hậu Giang", "chưa báo cáo", "", ""),
        (2, "Phòng GDĐT Vị Thủy", "chưa báo cáo", "", ""),
        (
            3,
            "Trường TH B (Phòng GDĐT Vị Thủy)",
            "https://b.example/bluezone",
            "20/8/2020",
            "chưa mở được: trang báo lỗi 404",
        ),
        (4, "Trường THCS A (Phòng GDĐT Vị Thủy)", "https://a.example/bluezone", "19/8/2020", "mở được"),
        (5, "Trường THPT C", "https://c.example/bluezone", "20/8/2020", "chưa kiểm tra"),
    ]


def with_slots(conn: Connection) -> Running:
    """Monday 1/3/2021: A on time. Friday 5/3: A late, C on time."""
    plant(conn)
    running = start(conn, AN_TOAN, now=at(1, 8, month=3, year=2021))
    teacher = member(conn, "Hồ Thị Kiều", "A")
    planner.open_rounds(conn, at(5, 8, month=3, year=2021))
    monday, friday = [one for one in rounds_of(conn, running.id) if one.slot is not None and one.opened_at]
    for round_, code, day, hour in ((monday, "A", 1, 9), (friday, "A", 5, 18), (friday, "C", 5, 9)):
        standings.submit(
            conn,
            expected(conn, round_)[unit_id(conn, code)].id,
            {"symptoms": 0, "isolated": 2, "criteria": "all"},
            by=teacher.person_id,
            channel="web",
            now=at(day, hour, month=3, year=2021),
        )
    return running


@on_each_database
def test_a_rhythm_has_a_column_a_slot(conn: Connection):
    running = with_slots(conn)

    table = exported(conn, running, "SO")

    sheet = "Theo kỳ – Tình hình phòng dịch"[:31]
    assert [column.title for column in table.tables[sheet].columns] == [
        "STT",
        "Đơn vị",
        "Cấp học",
        "T2 01/03",
        "T6 05/03",
        "Tỷ lệ đúng hạn",
    ]
    assert table.lines[sheet] == [
        (1, "Trường TH B", "TH", "Chưa", "Chưa", Share(part=0, whole=2)),
        (2, "Trường THCS A", "THCS", "Đúng hạn", "Trễ", Share(part=1, whole=2)),
        (3, "Trường THPT C", "THPT", "Chưa", "Đúng hạn", Share(part=1, whole=2)),
        ("", "Tổng cộng", "", Share(part=1, whole=3), Share(part=1, whole=3), Share(part=2, whole=6)),
    ]


@on_each_database
def test_the_newest_slot_has_all_its_figures(conn: Connection):
    table = exported(conn, with_slots(conn), "SO")

    total = table.lines["Tình hình phòng dịch"][-1]

    titles = [column.title for column in table.tables["Tình hình phòng dịch"].columns]
    figures = dict(zip(titles, total, strict=True))
    assert (figures["Số đơn vị phải báo cáo"], figures["Số báo cáo đã nhận"]) == (3, 2)
    assert (figures["Số báo cáo đúng hạn"], figures["Tỷ lệ đúng hạn"]) == (1, Share(part=1, whole=3))
    assert (figures["Số người ho, sốt, khó thở"], figures["Số người đang cách ly y tế"]) == (0, 4)


@pytest.mark.parametrize(
    ("wanted", "subjects"),
    [
        pytest.param("account", ["account"], id="by its obligation"),
        pytest.param("2021-03-01", ["situation"], id="by the day of a slot"),
    ],
)
@on_each_database
def test_single_rounds_can_be_wanted(conn: Connection, wanted: str, subjects: list[str]):
    running = with_slots(conn)
    by_title = {one.title: one.id for one in running.campaign.obligations}

    found = exported(conn, running, "SO", wanted=wanted)

    assert [by_title[str(line[1])] for line in found.lines["Tổng hợp"]] == subjects


@on_each_database
def test_what_an_officer_asked_for_is_named_and_added_up(conn: Connection):
    running, found = province(conn)
    asked = rounds.ask(
        conn,
        campaign_id=running.id,
        obligation="website-guide",
        label="Số phòng học bị tốc mái",
        question=QuestionKind.AMOUNT,
        scope_unit_id=unit_id(conn, "SO"),
        asked_by=1,
        opens_at=at(19),
        due_before=at(19, 9),
    )
    filling.open_round(conn, running, asked, at(19))
    for code, number in (("A", 3), ("B", 0)):
        standings.submit(
            conn,
            expected(conn, asked)[unit_id(conn, code)].id,
            {"asked": number},
            by=found["A"][0].person_id,
            channel="web",
            now=at(19, 8),
        )

    table = exported(conn, running, "SO", wanted="Số phòng học bị tốc mái")

    lines = {line[1]: line[-2] for line in table.lines["Số phòng học bị tốc mái"]}
    assert lines["Trường THCS A (Phòng GDĐT Vị Thủy)"] == 3
    assert lines["Trường TH B (Phòng GDĐT Vị Thủy)"] == 0, "a zero that was declared"
    assert lines["Trường THPT C"] is None, "silence is not zero"
    assert lines["Tổng cộng"] == 3


# --- the whole ----------------------------------------------------------------------------------


@on_each_database
def test_the_overview_holds_the_five_figures_of_every_round(conn: Connection):
    running, _ = province(conn)

    table = exported(conn, running, "SO")

    assert [column.title for column in table.tables["Tổng hợp"].columns[3:8]] == [
        "Số báo cáo phải có",
        "Số báo cáo đã nhận",
        "Tỷ lệ báo cáo",
        "Số báo cáo đúng hạn",
        "Tỷ lệ đúng hạn",
    ]
    assert table.lines["Tổng hợp"][0][3:] == (
        21,
        2,
        Share(part=2, whole=21),
        2,
        Share(part=2, whole=21),
        1,
        Share(part=1, whole=21),
    )
    assert len(table.lines["Tổng hợp"]) == 2  # nobody is a pupil here


@on_each_database
def test_a_sheet_says_of_whom_of_what_and_as_of_when(conn: Connection):
    running, _ = province(conn)

    table = exported(conn, running, "SO").tables[STAFF]

    assert table.heading == (
        "Sở GDĐT Hậu Giang",
        "BIỂU TỔNG HỢP: cài đặt ứng dụng Bluezone cho bản thân và gia đình",
        "Văn bản số 1510/SGDĐT-GDTrH-GDTX ngày 18/8/2020 của Sở Giáo dục và Đào tạo tỉnh Hậu Giang về việc "
        "khẩn trương triển khai cài đặt và sử dụng ứng dụng Bluezone để phòng chống dịch COVID-19",
    )
    assert table.notes[0].startswith("Số liệu lúc 9h00 ngày 20/8/2020")
    assert any("lượt" in note for note in table.notes)


@on_each_database
def test_units_are_called_as_they_were_when_the_campaign_began(conn: Connection):
    running, _ = province(conn)
    units.save(
        conn,
        [NewUnit(code="C", name="Trường THPT Vị Thủy", kind="school", level="THPT", order=5)],
        at(20, month=9).date(),
    )

    assert exported(conn, running, "SO").lines[STAFF][2][1] == "Trường THPT C"
    assert exported(conn, running, "C", names=True).tables[STAFF].heading[0] == "Trường THPT C"


@on_each_database
def test_where_there_is_nothing_it_is_said(conn: Connection):
    running, _ = province(conn)

    for code, wanted in (("C-10A1", None), ("SO", "no-such-round")):
        with pytest.raises(InputError, match="export-nothing"):
            exported(conn, running, code, wanted=wanted)


@on_each_database
def test_a_request_is_made_into_a_workbook(conn: Connection):
    running, _ = province(conn)
    make = Exporting(texts=TEXTS, now=lambda: NOW)
    so = unit_id(conn, "SO")
    request: dict[str, Any] = {"unit": so, "campaign": running.id, "names": False, "path": [so]}

    found = sheets(make(conn, request)())

    assert list(found) == [
        "Tổng hợp",
        "Chỉ tiêu",
        f"Cấp dưới – {STAFF}",
        STAFF,
        "Đăng tải hướng dẫn",
    ]
    [total] = [row for row in found[STAFF] if row[1] == "Tổng cộng"]
    assert total[2:5] == [21.0, 2.0, 0.0952]
