"""Which columns tables have, and what stands in them: a zero was reported, silence was not."""

import pytest

from bot.campaigns import campaign_from_json
from bot.domain.asking import form_of
from bot.domain.forms import QuestionKind
from bot.domain.tallies import Share
from bot.reports.columns import ROSTER, Layout, layout_of
from bot.texts import Texts
from tests.storage.world import DEFINITIONS

TEXTS = Texts.load("vi")


def layout(slug: str, obligation: str, question: QuestionKind | None = None, label: str = "") -> Layout:
    campaign = campaign_from_json(DEFINITIONS[slug])
    form = form_of(campaign, obligation, question, label)
    return layout_of(TEXTS, campaign, campaign.obligation(obligation), form)


def titles(found: Layout) -> list[str]:
    return [figure.column.title for figure in found.figures]


def test_staff_and_their_families():
    found = layout("bluezone-hau-giang-2020", "staff")

    assert titles(found) == [
        "Tổng số CBGVNV",
        "Số CBGVNV đã cài",
        "Tỷ lệ % (bản thân)",
        "Tổng số thành viên gia đình (lượt)",
        "Đã cài (lượt)",
        "Chưa cài (lượt)",
        "Tỷ lệ % (gia đình)",
    ]
    assert found.reasons is not None
    assert found.reasons.title == "Lý do chưa cài"
    assert not found.by_class


def test_pupils_of_those_with_a_smartphone():
    found = layout("bluezone-hau-giang-2020", "pupils")

    assert titles(found) == [
        "Sĩ số",
        "Số HS có điện thoại thông minh",
        "Số HS đã cài",
        "Tỷ lệ % (trên số có ĐTTM)",
        "Số người thân đã cài (lượt)",
    ]
    assert (found.by_class, found.reasons) == (True, None)


@pytest.mark.parametrize(
    ("slug", "obligation"),
    [
        ("an-toan-covid-19-2021", "situation"),
        ("an-toan-mua-bao-2026", "staff"),
        ("vneid-muc-2-2026", "staff"),
    ],
)
def test_anything_else_has_the_five_figures_and_all_that_its_form_counts(slug: str, obligation: str):
    found = titles(layout(slug, obligation))
    form = form_of(campaign_from_json(DEFINITIONS[slug]), obligation, None, "")

    assert found[1:5] == [
        "Số báo cáo đã nhận",
        "Tỷ lệ báo cáo",
        "Số báo cáo đúng hạn",
        "Tỷ lệ đúng hạn",
    ]
    assert found[7:] == [measure.label for measure in form.measures] + [rate.label for rate in form.rates]


def test_what_an_officer_asked_for_is_added_up():
    found = layout("an-toan-covid-19-2021", "situation", QuestionKind.AMOUNT, "Số phòng học tốc mái")

    assert titles(found)[-1] == "Số phòng học tốc mái"
    assert found.cells({"expected": 2, "declared": 2, "on_time": 2, "complete": 2, "asked": 0})[-1] == 0


STAFF = {
    "expected": 4,
    "declared": 3,
    "self-installed": 3,
    "family-total": 8,
    "family-installed": 8,
}


@pytest.mark.parametrize(
    ("tally", "cells"),
    [
        pytest.param(
            STAFF,
            (4, 3, Share(part=3, whole=4), 8, 8, 0, Share(part=8, whole=8)),
            id="declared",
        ),
        pytest.param({"expected": 4}, (4, None, None, None, None, None, None), id="silence is not known"),
        pytest.param(
            {"expected": 1, "declared": 1},
            (1, 0, Share(part=0, whole=1), 0, 0, 0, Share(part=0, whole=0)),
            id="an explicit zero is",
        ),
    ],
)
def test_figures_of_staff(tally: dict[str, int], cells: tuple):
    assert layout("bluezone-hau-giang-2020", "staff").cells(tally) == cells


def test_what_is_too_small_is_an_asterisk_in_every_column():
    assert set(layout("bluezone-hau-giang-2020", "staff").cells(STAFF, hidden=True)) == {"*"}


def test_figures_of_a_class():
    tally = {
        ROSTER: 42,
        "expected": 40,
        "declared": 30,
        "pupils": 30,
        "no-smartphone": 4,
        "installed": 20,
        "family-installed": 35,
    }

    assert layout("bluezone-hau-giang-2020", "pupils").cells(tally) == (
        42,
        26,
        20,
        Share(part=20, whole=26),
        35,
    )
