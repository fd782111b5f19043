"""The tree of units from the command line: shown first, written, merged, split, moved and renamed."""

from pathlib import Path

import pytest

from tests.cli.conftest import Khaibao
from tests.rosters.sheets import xlsx

MORE = (
    "Mã,Tên đơn vị,Mã cấp trên\n"
    "N,Trường TH&THCS Mới,P1\n"
    "C-10A1,Lớp 10A1,C\n"
    "A,Trường THCS Vị Thủy,P1\n"
    "C,Trường THPT C,SO\n"
    ",Trường TH Hai,P1\n"
)


@pytest.fixture
def larger(khaibao: Khaibao, province: Path) -> Path:
    (province / "more.csv").write_text(MORE)
    khaibao("units", "import", province / "more.csv")
    return province


@pytest.fixture
def later(larger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day long after the province was written down."""
    monkeypatch.setenv("KHAIBAO_SIMULATED_NOW", "2021-09-05T10:20:00+07:00")


def test_a_list_is_shown_before_it_is_written(khaibao: Khaibao, province: Path):
    (province / "more.csv").write_text(MORE)

    shown = khaibao("units", "import", province / "more.csv", "--preview")
    again = khaibao("units", "import", province / "more.csv", "--preview")

    assert shown.code == 0
    assert shown.out == "Tệp more.csv: sẽ thêm 2 đơn vị, đổi 1, giữ nguyên 1, bỏ qua 1 dòng.\n"
    assert shown.err == "Dòng 6: Trường TH Hai thiếu mã đơn vị, dòng này chưa được nhập.\n"
    assert again == shown


def test_what_was_shown_is_what_is_written(khaibao: Khaibao, province: Path):
    (province / "more.csv").write_text(MORE)

    written = khaibao("units", "import", province / "more.csv")

    assert written.code == 1
    assert written.out == "2 thêm mới, 1 có thay đổi, 1 giữ nguyên, 1 dòng cần xem lại.\n"


@pytest.mark.parametrize(
    ("answer", "added"), [("c\n", 2), ("Có\n", 2), ("k\n", 0), ("\n", 0), ("", 0)], ids=repr
)
def test_somebody_at_a_terminal_is_asked(khaibao: Khaibao, province: Path, answer: str, added: int):
    (province / "more.csv").write_text(MORE)

    found = khaibao("units", "import", province / "more.csv", typed=answer)

    assert found.out.startswith("Tệp more.csv: sẽ thêm 2 đơn vị")
    assert ("Chưa ghi gì." in found.out) is (added == 0)
    assert (khaibao("status", "N").code == 0) is (added > 0)


def test_whoever_says_yes_beforehand_is_not_asked(khaibao: Khaibao, province: Path):
    (province / "more.csv").write_text(MORE)

    found = khaibao("units", "import", province / "more.csv", "--yes", typed="")

    assert found.out.startswith("2 thêm mới")


def test_every_bad_row_of_a_long_list_is_named(khaibao: Khaibao, province: Path):
    rows: list[list[object]] = [["DANH SÁCH ĐƠN VỊ"], ["Mã", "Tên đơn vị", "Mã cấp trên"]]
    rows += [[f"S{n}", f"Trường TH {n}", "P1" if n % 10 else "P9"] for n in range(3_000)]
    (province / "long.xlsx").write_bytes(xlsx(rows))

    found = khaibao("units", "import", province / "long.xlsx")

    assert found.out == "2.700 thêm mới, 0 có thay đổi, 0 giữ nguyên, 300 dòng cần xem lại.\n"
    assert len(found.err.splitlines()) == 300
    assert found.err.startswith("Dòng 3: ")


@pytest.mark.usefixtures("later")
def test_schools_are_merged_and_their_people_go_on(khaibao: Khaibao, larger: Path):
    shown = khaibao("units", "merge", "C", "A", "--into", "N", "--on", "1/9/2021", "--preview")
    merged = khaibao("units", "merge", "C", "A", "--into", "N", "--on", "2021-09-01")
    again = khaibao("units", "merge", "C", "A", "--into", "N", "--on", "2021-09-01")
    old = khaibao("units", "import", larger / "units.csv")

    assert shown.out == "Sẽ chuyển 3 người, 1 lớp và đơn vị trực thuộc, 0 mã mời.\n"
    assert (merged.code, merged.err) == (0, "")
    assert merged.out == (
        "C sáp nhập vào N từ ngày 1/9/2021.\nA sáp nhập vào N từ ngày 1/9/2021.\n"
        "Đã chuyển 3 người, 1 lớp và đơn vị trực thuộc, 0 mã mời.\n"
    )
    assert again.out.endswith("Đã chuyển 0 người, 0 lớp và đơn vị trực thuộc, 0 mã mời.\n")
    assert "Trường THPT C đã sáp nhập vào Trường TH&THCS Mới" in old.err
    assert old.out.startswith("0 thêm mới, 0 có thay đổi")


def test_a_merger_of_a_day_to_come_says_when_people_go_on(khaibao: Khaibao, larger: Path):
    found = khaibao("units", "merge", "C", "--into", "N", "--on", "2020-09-01")

    assert found.out.splitlines()[1:] == [
        "Đã chuyển 0 người, 1 lớp và đơn vị trực thuộc, 0 mã mời.",
        "Những người còn lại được chuyển khi tới ngày 1/9/2020.",
    ]


@pytest.mark.usefixtures("later")
def test_a_class_and_some_people_go_on_to_another_school(khaibao: Khaibao, larger: Path):
    (larger / "go.csv").write_text("STT,Họ và tên,Chức vụ\n1,LÊ MINH,Giáo viên\n2,Võ Thị Dung,Văn thư\n")
    command = ("units", "split", "C", "--into", "N", "--on", "2021-09-01", "--unit", "C-10A1")

    gone = khaibao(*command, "--people", larger / "go.csv")
    again = khaibao(*command, "--people", larger / "go.csv")

    assert gone.out == (
        "Từ ngày 1/9/2021, N tiếp nhận từ C.\nĐã chuyển 2 người, 1 lớp và đơn vị trực thuộc, 0 mã mời.\n"
    )
    assert again.out.endswith("Đã chuyển 0 người, 0 lớp và đơn vị trực thuộc, 0 mã mời.\n")


@pytest.mark.usefixtures("later")
def test_people_whom_the_roster_does_not_know_are_named_and_nobody_goes(khaibao: Khaibao, larger: Path):
    (larger / "go.csv").write_text("STT,Họ và tên\n1,Lê Minh\n2,Ngô Thị Yến\n")

    found = khaibao("units", "split", "C", "--into", "N", "--on", "2021-09-01", "--people", larger / "go.csv")

    assert (found.code, found.out) == (1, "")
    assert found.err.splitlines() == [
        "Dòng 3: Ngô Thị Yến không có trong danh sách của C.",
        "1 dòng chưa khớp với danh sách, nên chưa chuyển ai. Hãy sửa tệp rồi chạy lại.",
    ]


@pytest.mark.usefixtures("larger", "later")
def test_a_unit_is_moved_and_renamed_once(khaibao: Khaibao):
    moves, renames = (
        [khaibao("units", *words) for _ in range(2)]
        for words in (
            ("move", "C", "--to", "P1", "--on", "2021-09-01"),
            ("rename", "C", "Trường  THPT Vị Thanh", "--on", "1/9/2021"),
        )
    )

    told = ("C trực thuộc P1 từ ngày 1/9/2021.\n", 'C mang tên "Trường THPT Vị Thanh" từ ngày 1/9/2021.\n')
    assert [one.out for one in moves] == [told[0], f"{told[0]}Không có gì thay đổi.\n"]
    assert [one.out for one in renames] == [told[1], f"{told[1]}Không có gì thay đổi.\n"]


@pytest.mark.usefixtures("larger")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["merge", "--into", "N", "--on", "2020-08-19"], id="merge nothing"),
        pytest.param(["merge", "A", "--on", "2020-08-19"], id="merge into nothing"),
        pytest.param(["merge", "A", "--into", "N"], id="merge without a day"),
        pytest.param(["merge", "A", "--into", "N", "--on", "hôm nay"], id="merge on no day"),
        pytest.param(["merge", "A", "--into", "N", "--on", "2020"], id="merge on a year"),
        pytest.param(["merge", "X9", "--into", "N", "--on", "2020-08-19"], id="merge the unknown"),
        pytest.param(["merge", "A", "--into", "X9", "--on", "2020-08-19"], id="merge into the unknown"),
        pytest.param(["merge", "A", "--into", "a", "--on", "2020-08-19"], id="merge into itself"),
        pytest.param(["merge", "P1", "--into", "A", "--on", "2020-08-19"], id="merge into its part"),
        pytest.param(["split", "C", "--into", "N", "--on", "2020-08-18"], id="split off nothing"),
        pytest.param(["split", "C", "--unit", "C-10A1", "--on", "2020-08-18"], id="split into nothing"),
        pytest.param(["split", "C", "--into", "N", "--unit", "A", "--on", "1/8/2020"], id="split a stranger"),
        pytest.param(
            ["split", "C", "--into", "N", "--people", "no.csv", "--on", "1/8/2020"], id="split by no file"
        ),
        pytest.param(["move", "C", "--on", "2020-08-18"], id="move to nothing"),
        pytest.param(["move", "C", "--to", "P1"], id="move without a day"),
        pytest.param(["move", "C", "--to", "C", "--on", "2020-08-18"], id="move into itself"),
        pytest.param(["move", "SO", "--to", "A", "--on", "2020-08-18"], id="move below itself"),
        pytest.param(["move", "X9", "--to", "P1", "--on", "2020-08-18"], id="move the unknown"),
        pytest.param(["rename", "C", " ", "--on", "2020-08-18"], id="rename to nothing"),
        pytest.param(["rename", "C", "Trường Mới"], id="rename without a day"),
        pytest.param(["rename", "C", "Trường Mới", "--on", "2030-01-01"], id="rename in days to come"),
        pytest.param(["rename", "X9", "Trường Mới", "--on", "2020-08-18"], id="rename the unknown"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(khaibao: Khaibao, words: list[str]):
    found = khaibao("units", *words)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)
    assert found.err.rstrip().endswith(".")
