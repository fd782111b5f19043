"""Who writes, and whom he talks to, where an older person writes to a younger one."""

import pytest

from tests.language.judging import parsed


@pytest.mark.parametrize(
    ("text", "asked", "slots"),
    [
        ("chú cài rồi cháu nhé", "self_installed", {"self_installed": True}),
        ("Chị quên, em nhắc chị mới nhớ, chị chưa cài", None, {"self_installed": False}),
        ("ông xã chị cài rồi, chị thì chưa nghen em", None, {"self_installed": False, "family_installed": 1}),
        ("thầy với cô nhà cài rồi các em nhé", None, {"self_installed": True, "family_installed": 1}),
        ("bác Sáu bảo vệ đây, bác cài rồi", None, {"self_installed": True}),
        ("nhà anh 4 người em ạ", "family_total", {"family_total": 3}),
        ("trừ chị ra thì còn ba người", "family_total", {"family_total": 3}),
    ],
)
def test_an_older_person_is_who_writes_and_em_only_called(
    text: str, asked: str | None, slots: dict[str, object]
):
    found = parsed(text, asked)
    told = {slot: value for slot, value in found["slots"].items() if slot != "reason"}
    assert (told, found["ask"]) == (slots, False)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("chị cài rồi, em chưa", {"self_installed": False, "family_installed": 1}),
        ("ngoài tôi ra còn mẹ già, bà không có điện thoại", {"family_total": 1, "family_exempt": 1}),
        ("em với dì cài rồi chị ơi", {"self_installed": True, "family_installed": 1}),
    ],
)
def test_a_younger_one_who_speaks_of_herself_makes_the_older_a_relative(text: str, slots: dict[str, object]):
    found = parsed(text, None)["slots"]
    assert {slot: value for slot, value in found.items() if slot != "reason"} == slots


@pytest.mark.parametrize("text", ["chị làm rồi mà", "chị cài rồi đó cô"])
def test_one_title_alone_may_be_a_sister_and_is_asked_about(text: str):
    assert parsed(text, "self_installed")["ask"]
