"""Lists with a verdict beside every name."""

import pytest

from tests.language.judging import parsed

LISTS = {
    "behind colons": "Bản thân: có. Vợ: có. Con út: không.",
    "other words for yes": "Em: rồi, vợ: ok, con: chưa",
    "ticks behind": "em ✅ vợ ✅ con ❌",
    "ticks before": "✅ em\n✅ vợ\n❌ con",
    "colon and tick": "em: ✅ ; vợ: ✅ ; con: ❌",
    "parentheses": "em (rồi), vợ (đã cài), con trai (chưa)",
    "dashes": "em - rồi, vợ - rồi, con trai - chưa",
    "an aside": "em (33 tuổi): rồi, vợ (31 tuổi): rồi, con trai (4 tuổi): chưa",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_the_verdict_goes_with_the_name_beside_it(text: str):
    assert parsed(text, None)["slots"] == {"self_installed": True, "family_installed": 1}


@pytest.mark.parametrize(
    "text",
    [
        "Cả nhà: ok",  # no single person's verdict
        "Bản thân: đúng",  # of a summary
    ],
)
def test_a_household_or_a_summary_has_no_such_verdict(text: str):
    assert "family_installed" not in parsed(text, None)["slots"]
