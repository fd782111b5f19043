"""Bringing in units and people, and inviting them."""

import json
import struct
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
        ["invite", "X9"],
        ["status", "X9"],
    ],
    ids=lambda words: words[0] + words[1],
)
def test_an_unknown_unit_is_named(khaibao: Khaibao, words: list[str]):
    found = khaibao(*words)

    assert (found.code, found.out) == (1, "")
    assert "X9" in found.err


def test_an_invite_has_a_code_and_links_and_stays_the_same(
    khaibao: Khaibao, province: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("KHAIBAO_PUBLIC_URL", "https://khaibao.example.vn")
    monkeypatch.setenv("KHAIBAO_TELEGRAM_BOT", "khaibao_bot")

    first = json.loads(khaibao("invite", "C", "--json").out)
    picture = khaibao("invite", "C", "--qr", province / "c.png")

    assert first["telegram"] == f"https://t.me/khaibao_bot?start={first['code']}"
    assert first["web"].startswith("https://khaibao.example.vn/")
    assert first["code"] in first["web"]
    assert json.loads(khaibao("invite", "c", "--json").out) == first
    assert json.loads(khaibao("invite", "C", "--role", "pupil", "--json").out) != first
    assert (picture.code, first["code"] in picture.out) == (0, True)
    png = (province / "c.png").read_bytes()
    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG")
    assert width == height > 200


@pytest.mark.usefixtures("province")
def test_an_invite_of_yesterday_that_ran_out_is_replaced(khaibao: Khaibao, monkeypatch: pytest.MonkeyPatch):
    first = json.loads(khaibao("invite", "C", "--days", 1, "--json").out)["code"]
    monkeypatch.setenv("KHAIBAO_SIMULATED_NOW", "2020-08-19T10:20:00+07:00")

    assert json.loads(khaibao("invite", "C", "--json").out)["code"] != first


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(
    ("words", "url"),
    [
        pytest.param(["--role", "hieu truong"], "https://k.vn", id="an unknown role"),
        pytest.param(["--qr", "c.png"], "", id="a picture of no link"),
        pytest.param(["--qr", "c.pdf"], "https://k.vn", id="a picture of another kind"),
        pytest.param(["--qr", "no/such/folder/c.png"], "https://k.vn", id="a folder that is not there"),
    ],
)
def test_an_invite_that_cannot_be_made_says_why(
    khaibao: Khaibao, monkeypatch: pytest.MonkeyPatch, words: list[str], url: str
):
    monkeypatch.setenv("KHAIBAO_PUBLIC_URL", url)

    found = khaibao("invite", "C", *words)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)
