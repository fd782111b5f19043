"""The reader knows Vietnamese; what the campaign is about it learns from the campaign."""

import pytest

from bot.domain.forms import Slot
from bot.domain.readings import Asked, Vocabulary
from bot.language import read
from bot.language.parsing import EXAMPLE_NOW

VNEID = Vocabulary(apps=("VNeID",), verbs=("kích hoạt", "đăng ký"))
VACCINE = Vocabulary(verbs=("tiêm",), reasons={"allergy": ("dị ứng", "cơ địa dị ứng")})


@pytest.mark.parametrize(
    ("text", "vocabulary", "slots"),
    [
        ("em kích hoạt rồi", VNEID, {Slot.SELF_DONE: True}),
        (
            "nhà em 4 người đăng ký hết rồi",
            VNEID,
            {Slot.SELF_DONE: True, Slot.FAMILY_TOTAL: 3, Slot.FAMILY_DONE: 3},
        ),
        ("em có vneid rồi", VNEID, {Slot.SELF_DONE: True}),
        ("em kích hoạt vneid rồi", VNEID, {Slot.SELF_DONE: True}),
        ("em kich hoat VNeID roi a", VNEID, {Slot.SELF_DONE: True}),
        ("em chưa kích hoạt vneid", VNEID, {Slot.SELF_DONE: False}),
        ("chưa đăng ký được", VNEID, {Slot.SELF_DONE: False, Slot.REASON: "trouble"}),
        ("con tiêm rồi ạ", VACCINE, {Slot.SELF_DONE: True}),
        ("em chưa tiêm vì bị dị ứng", VACCINE, {Slot.SELF_DONE: False, Slot.REASON: "allergy"}),
    ],
)
def test_verbs_names_and_reasons_come_from_the_campaign(
    text: str, vocabulary: Vocabulary, slots: dict[Slot, object]
):
    assert read(text, Asked(), vocabulary, EXAMPLE_NOW).slots == slots


def test_an_app_of_another_campaign_says_nothing():
    assert not read("em kích hoạt vssid rồi", Asked(), VNEID, EXAMPLE_NOW).slots


def test_another_campaigns_verb_says_nothing():
    assert not read("em tiêm rồi", Asked(), VNEID, EXAMPLE_NOW).slots
