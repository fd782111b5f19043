"""`khaibao export`: a unit's tables as a file."""

from pathlib import Path

import pytest

from tests.cli.conftest import Khaibao
from tests.reports.files import rows, sheets

BLUEZONE = Path(__file__).parents[2] / "campaigns" / "bluezone-hau-giang-2020.yaml"
SLUG = BLUEZONE.stem


@pytest.fixture
def running(khaibao: Khaibao, province: Path) -> Path:
    assert khaibao("campaign", "start", BLUEZONE).code == 0
    return province


def test_a_workbook_of_a_school_names_who_has_not(khaibao: Khaibao, running: Path):
    found = khaibao("export", "C", "--campaign", SLUG, "-o", "c.xlsx")

    assert (found.code, found.err, "c.xlsx" in found.out) == (0, "", True)
    book = sheets((running / "c.xlsx").read_bytes())
    listed = {row[1] for row in book["Còn thiếu – Bluezone của CBGVNV"]}
    assert {"Trần Lan", "Lê Minh", "Võ Thị Dung"} <= listed


def test_a_csv_of_a_department_holds_numbers_and_no_names(khaibao: Khaibao, running: Path):
    found = khaibao("export", "so", "--campaign", SLUG, "-o", "so.csv")

    assert (found.code, found.err) == (0, "")
    content = (running / "so.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert not any(name in content.decode() for name in ("Trần Lan", "Lê Minh", "Võ Thị Dung"))
    assert ["1", "Sở GDĐT Hậu Giang", "chưa báo cáo", "", ""] in rows(content)


def test_only_the_rounds_that_are_wanted(khaibao: Khaibao, running: Path):
    khaibao("export", "SO", "--campaign", SLUG, "-o", "one.xlsx", "--round", "website-guide")

    assert list(sheets((running / "one.xlsx").read_bytes())) == ["Tổng hợp", "Chỉ tiêu", "Đăng tải hướng dẫn"]


@pytest.mark.usefixtures("running")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["SO", "--campaign", SLUG, "-o", "x.pdf"], id="another kind of file"),
        pytest.param(["SO", "--campaign", SLUG, "-o", "x"], id="no kind of file"),
        pytest.param(["X9", "--campaign", SLUG, "-o", "x.xlsx"], id="an unknown unit"),
        pytest.param(["SO", "--campaign", "no-such", "-o", "x.xlsx"], id="an unknown campaign"),
        pytest.param(["SO", "--campaign", SLUG, "-o", "x.csv", "--round", "no-such"], id="an unknown round"),
        pytest.param(["SO", "--campaign", SLUG, "-o", "none/x.csv"], id="a folder that is not there"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(khaibao: Khaibao, words: list[str]):
    found = khaibao("export", *words)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)
    assert not Path(words[-1]).exists()


@pytest.mark.parametrize("words", [["SO"], ["SO", "-o", "x.csv"], ["SO", "--campaign", SLUG]])
def test_without_a_campaign_or_a_file_it_is_wrong_usage(khaibao: Khaibao, words: list[str]):
    assert khaibao("export", *words).code == 2
