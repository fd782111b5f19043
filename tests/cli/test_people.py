"""Bringing in units and people."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Khaibao
from tests.cli.test_campaign import BLUEZONE
from tests.rosters.sheets import xlsx

STAFF: list[list[object]] = [
    ["DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN"],
    ["STT", "Họ và tên", "Chức vụ"],
    [1, "Trần Lan", "Hiệu trưởng"],
    [2, "Lê Minh", "Giáo viên"],
]


def staff_of(khaibao: Khaibao, unit: str = "C") -> int:
    """How many of a unit a campaign would expect."""
    khaibao("campaign", "start", BLUEZONE)
    (row,) = [
        row for row in json.loads(khaibao("status", unit, "--json").out) if row["obligation"] == "staff"
    ]
    return int(row["tally"].get("expected", 0))


def test_the_same_lists_twice_change_nothing(khaibao: Khaibao, province: Path):
    units = khaibao("units", "import", province / "units.csv")
    staff = khaibao("roster", "import", province / "staff.csv", "--unit", "c")

    assert (units.code, units.out) == (0, "0 thêm mới, 0 có thay đổi, 4 giữ nguyên, 0 dòng cần xem lại.\n")
    assert (staff.code, staff.out) == (0, "0 thêm mới, 0 có thay đổi, 3 giữ nguyên, 0 dòng cần xem lại.\n")


def test_an_excel_file_is_read_as_the_school_has_it(khaibao: Khaibao, province: Path):
    (province / "ds.xlsx").write_bytes(xlsx(STAFF))

    found = khaibao("roster", "import", province / "ds.xlsx", "--unit", "A")

    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("2 thêm mới")


def test_bad_rows_are_named_and_good_rows_kept(khaibao: Khaibao, province: Path):
    (province / "ds.xlsx").write_bytes(xlsx([*STAFF, [3, "12345", "Giáo viên"], [4, "Ngô Thị Yến", ""]]))

    found = khaibao("roster", "import", province / "ds.xlsx", "--unit", "A")

    assert found.code == 1
    assert found.err.startswith("Dòng 5: ")
    assert len(found.err.splitlines()) == 1
    assert found.out.startswith("3 thêm mới")
    assert staff_of(khaibao, "A") == 3


def test_two_units_with_one_code_are_named(khaibao: Khaibao, province: Path):
    (province / "more.csv").write_text("Mã,Tên đơn vị,Mã cấp trên\nD,Trường TH D,P1\nd,Trường TH Đ,P1\n")

    found = khaibao("units", "import", province / "more.csv")

    assert (found.code, found.out.split(",")[0]) == (1, "1 thêm mới")
    assert found.err.startswith("Dòng 3: ")


def test_a_unit_below_itself_is_refused(khaibao: Khaibao, province: Path):
    (province / "circle.csv").write_text("Mã,Tên đơn vị,Mã cấp trên\nSO,Sở GDĐT Hậu Giang,A\n")

    found = khaibao("units", "import", province / "circle.csv")

    assert (found.code, len(found.err.splitlines())) == (1, 1)
    assert json.loads(khaibao("status", "A", "--json").out) == []


def test_a_new_school_owes_what_is_asked_already(khaibao: Khaibao, province: Path):
    staff_of(khaibao)
    (province / "more.csv").write_text("Mã,Tên đơn vị,Mã cấp trên\nD,Trường TH D,P1\n")
    khaibao("units", "import", province / "more.csv")

    rows = {row["obligation"]: row["tally"] for row in json.loads(khaibao("status", "D", "--json").out)}

    assert rows["website-guide"]["expected"] == 1


def test_who_left_is_counted_no_more(khaibao: Khaibao, province: Path):
    before = staff_of(khaibao)

    assert khaibao("roster", "leave", "le minh", "--unit", "C").code == 0

    assert (before, staff_of(khaibao)) == (3, 2)
    again = khaibao("roster", "leave", "le minh", "--unit", "C")
    assert (again.code, len(again.err.splitlines())) == (1, 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("missing.xlsx", None, id="no such file"),
        pytest.param("folder", "folder", id="a folder"),
        pytest.param("cv.pdf", b"%PDF-1.7\n" + bytes(range(256)), id="a PDF"),
        pytest.param("ds.xlsx", b"%PDF-1.7\n" + bytes(range(256)), id="a PDF, renamed"),
        pytest.param("ds.xlsx", xlsx(STAFF)[:300], id="half a workbook"),
        pytest.param("ds.csv", b"", id="empty"),
        pytest.param("ds.csv", b"\x00\xff\xfe\x00" * 50, id="bytes"),
        pytest.param("ds.csv", "Kính gửi các trường,\n".encode(), id="no list"),
        pytest.param("ds.csv", "STT,Họ và tên,Chức vụ\n".encode(), id="a heading only"),
        pytest.param("ds.csv", b"x" * 5_000_001, id="too large"),
    ],
)
@pytest.mark.parametrize("kind", ["units", "roster"])
def test_a_file_that_is_no_list_gets_one_sentence(
    khaibao: Khaibao, province: Path, kind: str, name: str, content: bytes | str | None
):
    path = province / "sent" / name
    path.parent.mkdir()
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)

    found = khaibao(kind, "import", path, *(["--unit", "C"] if kind == "roster" else []))

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)
    assert name in found.err or "tệp" in found.err.lower()


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(
    "words",
    [
        ["roster", "import", "staff.csv", "--unit", "X9"],
        ["roster", "leave", "Trần Lan", "--unit", "X9"],
        ["status", "X9"],
    ],
    ids=lambda words: words[0] + words[1],
)
def test_an_unknown_unit_is_named(khaibao: Khaibao, words: list[str]):
    found = khaibao(*words)

    assert (found.code, found.out) == (1, "")
    assert "X9" in found.err


def test_who_is_on_leave_is_counted_and_back_again(khaibao: Khaibao, province: Path):
    before = staff_of(khaibao)

    for command in ("on-leave", "on-leave", "back", "back"):
        assert khaibao("roster", command, "le minh", "--unit", "C").code == 0

    assert (before, staff_of(khaibao)) == (3, 3)


def test_who_moves_is_counted_in_the_other_school(khaibao: Khaibao, province: Path):
    staff_of(khaibao)

    moved = khaibao("roster", "move", "le minh", "--unit", "C", "--to", "a")

    assert (moved.code, moved.err) == (0, "")
    assert (staff_of(khaibao, "C"), staff_of(khaibao, "A")) == (2, 1)
    assert khaibao("roster", "move", "le minh", "--unit", "C", "--to", "A").code == 1
    assert khaibao("roster", "move", "le minh", "--unit", "A", "--to", "X9").code == 1


def test_somebody_acts_until_a_day_and_no_longer(khaibao: Khaibao, province: Path):
    granted = khaibao("roster", "delegate", "le minh", "--unit", "C", "--until", "30/9")
    again = khaibao("roster", "delegate", "le minh", "--unit", "C", "--until", "2020-09-30")
    ended = khaibao("roster", "delegate", "le minh", "--unit", "C", "--end")

    assert (granted.code, granted.out) == (0, again.out)
    assert "1/10/2020" in granted.out
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--until", "hom qua"], id="no day"),
        pytest.param(["--until", "2020-08-01"], id="a day gone by"),
        pytest.param([], id="no day at all"),
        pytest.param(["--until", "30/9", "--role", "principal"], id="a role nobody grants"),
    ],
)
def test_a_grant_that_cannot_be_says_why(khaibao: Khaibao, words: list[str]):
    found = khaibao("roster", "delegate", "le minh", "--unit", "C", *words)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)


def test_nobody_acts_where_there_is_no_head(khaibao: Khaibao, province: Path):
    khaibao("roster", "leave", "tran lan", "--unit", "C")

    found = khaibao("roster", "delegate", "le minh", "--unit", "C", "--until", "30/9")

    assert (found.code, len(found.err.splitlines())) == (1, 1)


def test_a_personal_link_is_printed_and_ended(
    khaibao: Khaibao, province: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("KHAIBAO_PUBLIC_URL", "https://khaibao.example")
    found = khaibao("roster", "link", "Trần Lan", "--unit", "C", "--days", "7")
    ended = khaibao("roster", "link", "Trần Lan", "--unit", "C", "--end")

    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("Liên kết riêng của Trần Lan, dùng được đến hết ")
    assert found.out.splitlines()[1].startswith("https://khaibao.example/me/1.")
    assert (ended.code, ended.out) == (0, "Đã thu hồi liên kết riêng của Trần Lan.\n")


def test_without_a_web_address_there_is_no_personal_link(khaibao: Khaibao, province: Path):
    found = khaibao("roster", "link", "Trần Lan", "--unit", "C")

    assert (found.code, found.out) == (1, "")
    assert "KHAIBAO_PUBLIC_URL" in found.err
