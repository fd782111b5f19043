"""Checking, starting and steering campaigns, and how a unit stands in them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.campaigns.samples import SMALL
from tests.cli.conftest import Khaibao

SHIPPED = sorted((Path(__file__).parents[2] / "campaigns").glob("*.yaml"))
BLUEZONE = next(path for path in SHIPPED if path.stem == "bluezone-hau-giang-2020")
SLUG = BLUEZONE.stem


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_campaign_is_right(khaibao: Khaibao, path: Path):
    found = khaibao("campaign", "check", path)

    assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(SMALL.replace("slug: small-2026", "slug: small 2026"), "dòng 1, mục slug:", id="a slug"),
        pytest.param(
            SMALL.replace("target", "tagret").replace("clause: 1", "clause: 1\n    tagret: 100"),
            "tagret",
            id="a word",
        ),
        pytest.param(
            SMALL.replace("title: Đăng", "title Đăng"), "dòng 3", id="YAML: a colon, missed on the next line"
        ),
        pytest.param("\tslug: a", "dòng 1", id="YAML: a tab"),
        pytest.param("", "small.yaml", id="empty"),
        pytest.param("- a\n- b\n", "small.yaml", id="a list"),
    ],
)
def test_a_mistake_is_named_with_its_line(khaibao: Khaibao, tmp_path: Path, text: str, where: str):
    (tmp_path / "small.yaml").write_text(text)

    found = khaibao("campaign", "check", "small.yaml")

    assert (found.code, found.out) == (1, "")
    assert found.err.startswith("small.yaml")
    assert where in found.err


@pytest.mark.parametrize("command", ["check", "start"])
@pytest.mark.parametrize("name", ["missing.yaml", "folder", "latin.yaml"])
def test_a_file_that_cannot_be_read_gets_one_sentence(
    khaibao: Khaibao, province: Path, command: str, name: str
):
    (province / "folder").mkdir()
    (province / "latin.yaml").write_bytes("slug: đợt".encode("utf-16"))

    found = khaibao("campaign", command, name)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)
    assert found.err.startswith(name)


def test_the_schema_is_json(khaibao: Khaibao):
    found = khaibao("campaign", "schema")

    schema = json.loads(found.out)
    assert (found.code, schema["type"]) == (0, "object")
    assert {"slug", "directive", "obligations", "forms"} <= set(schema["properties"])


@pytest.mark.usefixtures("province")
def test_a_campaign_from_its_start_to_its_close(khaibao: Khaibao):
    def state() -> list[str]:
        return [row["state"] for row in json.loads(khaibao("campaign", "list", "--json").out)]

    assert (khaibao("campaign", "list").code, state()) == (0, [])
    started = khaibao("campaign", "start", BLUEZONE)
    assert (started.code, SLUG in started.out, "Sở GDĐT Hậu Giang" in started.out) == (0, True, True)
    assert state() == ["running"]
    for command, then in (
        ("pause", "paused"),
        ("resume", "running"),
        ("close", "closed"),
        ("close", "closed"),
    ):
        assert khaibao("campaign", command, SLUG).code == 0
        assert state() == [then]
    reopened = khaibao("campaign", "resume", SLUG)
    assert (reopened.code, state(), len(reopened.err.splitlines())) == (1, ["closed"], 1)
    listed = khaibao("campaign", "list").out
    assert listed.startswith(SLUG)
    assert len(listed.splitlines()) == 1


@pytest.mark.usefixtures("province")
def test_a_campaign_is_started_once(khaibao: Khaibao):
    khaibao("campaign", "start", BLUEZONE)

    again = khaibao("campaign", "start", BLUEZONE)

    assert (again.code, len(again.err.splitlines())) == (1, 1)


@pytest.mark.usefixtures("province")
def test_the_heads_of_the_units_are_told_by_an_announcement_of_nobody_in_particular(
    khaibao: Khaibao, tmp_path: Path
):
    khaibao("campaign", "start", BLUEZONE)

    with closing(sqlite3.connect(tmp_path / "khaibao.db")) as conn:
        rows = conn.execute("SELECT author_id, state, roles, signed, text FROM announcements").fetchall()
    [(author, state, roles, signed, text)] = rows
    assert (author, state, signed) == (None, "queueing", "Sở GDĐT Hậu Giang")
    assert json.loads(roles) == ["deputy", "officer", "principal"]
    assert "Khoản 1, trách nhiệm của thủ trưởng đơn vị: Tăng cường vai trò" in text


@pytest.mark.usefixtures("province")
def test_a_campaign_may_be_that_of_one_district(khaibao: Khaibao):
    assert khaibao("campaign", "start", BLUEZONE, "--unit", "p1").code == 0

    def expected(unit: str) -> int:
        rows = json.loads(khaibao("status", unit, "--json", "--campaign", SLUG).out)
        return sum(row["tally"].get("expected", 0) for row in rows)

    assert (expected("P1"), expected("C")) == (2, 0)


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["campaign", "start", BLUEZONE, "--unit", "X9"], id="an unknown unit"),
        pytest.param(["campaign", "pause", "no-such"], id="an unknown campaign"),
        pytest.param(["status", "C", "--campaign", "no-such"], id="status of an unknown campaign"),
    ],
)
def test_what_is_not_known_is_said(khaibao: Khaibao, words: list):
    found = khaibao(*words)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)


def test_without_units_nothing_can_be_started(khaibao: Khaibao):
    found = khaibao("campaign", "start", BLUEZONE)

    assert (found.code, "units import" in found.err) == (1, True)


@pytest.mark.usefixtures("province")
def test_status_is_numbers_and_no_names(khaibao: Khaibao):
    assert khaibao("status", "SO").code == 0  # nothing has begun
    khaibao("campaign", "start", BLUEZONE)

    told, read = khaibao("status", "SO"), json.loads(khaibao("status", "so", "--json").out)

    assert "0/3" in told.out
    assert not any(name in told.out for name in ("Trần Lan", "Lê Minh", "Võ Thị Dung"))
    tallies = {row["obligation"]: row["tally"] for row in read}
    assert (tallies["staff"], tallies["pupils"]) == ({"expected": 3}, {})
    assert {row["campaign"] for row in read} == {SLUG}


@pytest.mark.usefixtures("province")
def test_a_deadline_is_extended_in_words(khaibao: Khaibao):
    khaibao("campaign", "start", BLUEZONE)

    found = khaibao("campaign", "extend", SLUG, "đến hết 5/9", "--obligation", "staff")

    assert (found.code, found.err) == (0, "")
    assert "trước ngày 30/8/2020, gia hạn đến hết thứ Bảy 5/9/2020" in found.out
    more = khaibao("campaign", "extend", SLUG, "thêm 2 ngày", "--obligation", "staff")
    assert "gia hạn đến hết thứ Hai 7/9/2020" in more.out
    earlier = khaibao("campaign", "extend", SLUG, "hết 1/9", "--obligation", "staff")
    assert (earlier.code, earlier.out, len(earlier.err.splitlines())) == (1, "", 1)


@pytest.mark.usefixtures("province")
def test_a_unit_gets_a_deadline_of_its_own_and_loses_it(khaibao: Khaibao):
    khaibao("campaign", "start", BLUEZONE)
    of_pupils = ("campaign", "deadline", SLUG, "p1", "--obligation", "pupils")

    found = khaibao(*of_pupils, "hết 27/8")

    assert (found.code, "Phòng GDĐT Vị Thủy" in found.out, "hết thứ Năm 27/8/2020" in found.out) == (
        0,
        True,
        True,
    )
    below = khaibao("campaign", "deadline", SLUG, "A", "hết 28/8", "--obligation", "pupils")
    assert (below.code, below.out) == (1, "")
    assert khaibao(*of_pupils, "--lift").code == 0
    assert khaibao("campaign", "deadline", SLUG, "A", "hết 28/8", "--obligation", "pupils").code == 0


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["extend", SLUG, "đến hết 5/9"], 1, id="which obligation?"),
        pytest.param(["extend", SLUG, "hôm nào rảnh", "--obligation", "staff"], 1, id="no deadline"),
        pytest.param(["extend", SLUG, "hết 5/9", "--obligation", "pupils"], 1, id="nothing to extend"),
        pytest.param(["extend", "no-such", "hết 5/9"], 1, id="an unknown campaign"),
        pytest.param(["deadline", SLUG, "X9", "hết 27/8", "--obligation", "staff"], 1, id="an unknown unit"),
        pytest.param(["deadline", SLUG, "A", "hết 30/8", "--obligation", "staff"], 1, id="later than 1510"),
        pytest.param(["deadline", SLUG, "A", "--obligation", "staff"], 2, id="neither set nor lifted"),
        pytest.param(
            ["deadline", SLUG, "A", "hết 27/8", "--lift", "--obligation", "staff"],
            2,
            id="both set and lifted",
        ),
    ],
)
def test_a_deadline_that_cannot_be_is_said(khaibao: Khaibao, words: list, code: int):
    khaibao("campaign", "start", BLUEZONE)

    found = khaibao("campaign", *words)

    assert (found.code, found.out) == (code, "")
    assert found.err
