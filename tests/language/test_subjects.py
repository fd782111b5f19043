"""Which of several campaigns a message names, in the words of the shipped ones."""

import pytest

from bot.campaigns import load_campaign, shipped
from bot.domain.readings import Vocabulary
from bot.language.subjects import named

WORDS = {path.stem: load_campaign(path).vocabulary for path in shipped()}
SHORT = {
    "bluezone": "bluezone-hau-giang-2020",
    "covid": "an-toan-covid-19-2021",
    "storm": "an-toan-mua-bao-2026",
    "vneid": "vneid-muc-2-2026",
}


def named_by(text: str, *campaigns: str) -> set[str]:
    return {campaigns[place] for place in named(text, [WORDS[SHORT[name]] for name in campaigns])}


@pytest.mark.parametrize(
    ("text", "campaigns"),
    [
        ("em cài bluezone rồi", {"bluezone"}),
        ("e cai blue zone roi", {"bluezone"}),
        ("KÍCH HOẠT RỒI Ạ", {"vneid"}),
        ("mức 2 xong rồi", {"vneid"}),
        ("nhà em an toàn cả", {"storm"}),
        ("bão to quá", {"storm"}),
        ("mua bao qua roi e oi", {"storm"}),
        ("vneid với bluezone đều xong", {"vneid", "bluezone"}),
        ("rồi ạ", set()),
        ("4", set()),
        ("", set()),
    ],
)
def test_a_message_names_the_campaigns_whose_words_stand_in_it(text: str, campaigns: set[str]):
    assert named_by(text, *SHORT) == campaigns


def test_a_thing_says_more_than_what_is_done_with_it():
    assert named_by("em cài vneid rồi", "bluezone", "vneid") == {"vneid"}
    assert named_by("em cài rồi", "bluezone", "vneid") == {"bluezone"}
    assert named_by("em tải về rồi", "bluezone", "vneid") == {"bluezone"}, "another word for it"


def test_a_longer_name_hides_a_shorter_inside_it():
    two = [Vocabulary(apps=("An toàn",)), Vocabulary(apps=("An toàn COVID",))]
    assert named("an toàn covid xong", two) == {1}
    assert named("an toàn rồi", two) == {0}
    assert named("an toàn, còn an toàn covid chưa", two) == {0, 1}


@pytest.mark.parametrize("text", ["nha em bao nhieu nguoi a", "em báo rồi", "em bảo rồi", "e bao roi"])
def test_a_short_name_is_none_without_its_marks(text: str):
    assert named_by(text, "storm") == set()


def test_a_word_with_marks_is_only_itself():
    assert named_by("cái này em xong rồi", "bluezone") == set()
    assert named_by("em bluezonee rồi", "bluezone") == set(), "no word but a part of one"
