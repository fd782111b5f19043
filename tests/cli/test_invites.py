"""Inviting people from the command line: codes, links, QR pictures, posters."""

import json
import re
import struct
from pathlib import Path

import pytest

from tests.cli.conftest import Khaibao

PUPILS = "STT,Họ và tên,Lớp\n1,Danh Thị Út,10A1\n2,Lý Minh Khang,10A2\n3,Thạch Sa Rây,10A2\n"


@pytest.fixture(autouse=True)
def links(monkeypatch: pytest.MonkeyPatch, khaibao: Khaibao) -> None:
    """The addresses of a deployment; set after `khaibao` has cleared the environment."""
    monkeypatch.setenv("KHAIBAO_PUBLIC_URL", "https://khaibao.example.vn")
    monkeypatch.setenv("KHAIBAO_TELEGRAM_BOT", "khaibao_bot")


@pytest.fixture
def classes(province: Path, khaibao: Khaibao) -> Path:
    """The same folder; C has two classes."""
    (province / "pupils.csv").write_text(PUPILS)
    assert khaibao("roster", "import", province / "pupils.csv", "--unit", "C").code == 0
    return province


def pages(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


def test_an_invite_has_a_code_and_links_and_stays_the_same(khaibao: Khaibao, province: Path):
    first = json.loads(khaibao("invite", "C", "--json").out)
    picture = khaibao("invite", "C", "--qr", province / "c.png")

    assert first["unit"] == "C"
    assert first["telegram"] == f"https://t.me/khaibao_bot?start={first['code']}"
    assert first["web"] == f"https://khaibao.example.vn/i/{first['code']}"
    assert json.loads(khaibao("invite", "c", "--json").out) == first
    assert json.loads(khaibao("invite", "C", "--role", "pupil", "--json").out) != first
    assert (picture.code, first["code"] in picture.out) == (0, True)
    png = (province / "c.png").read_bytes()
    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG")
    assert width == height > 200


@pytest.mark.usefixtures("province")
def test_an_invite_that_ran_out_is_replaced(khaibao: Khaibao, monkeypatch: pytest.MonkeyPatch):
    def code(*words: object) -> str:
        return str(json.loads(khaibao("invite", "C", *words, "--json").out)["code"])

    first = code("--days", 1)
    monkeypatch.setenv("KHAIBAO_SIMULATED_NOW", "2020-08-19T23:59:59+07:00")
    assert code() == first
    monkeypatch.setenv("KHAIBAO_SIMULATED_NOW", "2020-08-20T00:00:00+07:00")
    assert code() != first


@pytest.mark.usefixtures("province")
def test_a_code_that_is_kept_can_be_given_other_terms(khaibao: Khaibao, monkeypatch: pytest.MonkeyPatch):
    first = json.loads(khaibao("invite", "C", "--json").out)
    again = json.loads(khaibao("invite", "C", "--days", 1, "--uses", 3, "--json").out)
    monkeypatch.setenv("KHAIBAO_SIMULATED_NOW", "2020-08-20T00:00:00+07:00")

    assert again == first
    assert json.loads(khaibao("invite", "C", "--json").out) != first


def test_a_poster_is_one_page_to_print(khaibao: Khaibao, province: Path):
    found = khaibao("invite", "C", "--poster", province / "c.pdf")

    assert (found.code, found.err) == (0, "")
    assert "c.pdf" in found.out
    assert pages(province / "c.pdf") == 1


def test_each_class_gets_a_code_and_a_page(khaibao: Khaibao, classes: Path):
    words = ("invite", "C", "--role", "pupil", "--each-class")
    found = khaibao(*words, "--poster", classes / "classes.pdf")
    told = json.loads(khaibao(*words, "--json").out)

    assert found.code == 0
    assert pages(classes / "classes.pdf") == 2
    assert [one["unit"] for one in told] == ["C-10A1", "C-10A2"]
    assert len({one["code"] for one in told}) == 2
    assert all(one["code"] in found.out for one in told)


@pytest.mark.usefixtures("classes")
def test_the_poster_of_a_class_can_be_had_alone(khaibao: Khaibao, classes: Path):
    found = khaibao("invite", "C-10A1", "--role", "parent", "--poster", classes / "10a1.pdf")

    assert (found.code, pages(classes / "10a1.pdf")) == (0, 1)


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(
    ("words", "url", "said"),
    [
        pytest.param(["X9"], "https://k.vn", "X9", id="an unknown unit"),
        pytest.param(["C", "--role", "hieu truong"], "https://k.vn", "hieu truong", id="an unknown role"),
        pytest.param(["A", "--each-class"], "https://k.vn", "A", id="a school without classes"),
        pytest.param(["C", "--qr", "c.png"], "", "KHAIBAO_PUBLIC_URL", id="a picture of no link"),
        pytest.param(["C", "--poster", "c.pdf"], "", "KHAIBAO_PUBLIC_URL", id="a poster without a link"),
        pytest.param(["C", "--qr", "c.pdf"], "https://k.vn", "c.pdf", id="a picture of another kind"),
        pytest.param(["C", "--qr", "no/c.png"], "https://k.vn", "no/c.png", id="a folder that is not there"),
        pytest.param(["C", "--poster", "no/c.pdf"], "https://k.vn", "no/c.pdf", id="nor one for a poster"),
    ],
)
def test_an_invite_that_cannot_be_made_says_why(
    khaibao: Khaibao, monkeypatch: pytest.MonkeyPatch, words: list[str], url: str, said: str
):
    monkeypatch.setenv("KHAIBAO_PUBLIC_URL", url)
    monkeypatch.setenv("KHAIBAO_TELEGRAM_BOT", "")

    found = khaibao("invite", *words)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)
    assert said in found.err
