"""Clauses that tell of other deeds, of rooms, or of a part only: nobody is counted by them."""

import pytest

from tests.language.judging import parsed


@pytest.mark.parametrize(
    "text",
    [
        "mẹ đi rồi",
        "chú Tư nghỉ hưu rồi",
        "má ra chợ bán rau rồi",
        "để em gọi hỏi ngoại đã",
        "em hướng dẫn ba má rồi",
    ],
)
@pytest.mark.parametrize("asked", ["family_total", "family_installed"])
def test_who_does_something_else_is_not_counted(text: str, asked: str):
    assert parsed(text, asked)["ask"]


@pytest.mark.parametrize("text", ["phòng em 4 người", "tổ 3 người", "ở ktx, phòng 6 bạn"])
def test_who_shares_a_room_is_no_household(text: str):
    assert parsed(text, "family_total")["ask"]


@pytest.mark.parametrize("text", ["người lớn cài hết rồi", "người già cài hết, em bé thì chưa"])
def test_all_of_a_part_is_not_all(text: str):
    assert parsed(text, "family_installed")["ask"]


@pytest.mark.parametrize("text", ["đúng phần em thôi", "khúc đầu đúng"])
def test_a_part_that_is_right_is_no_yes(text: str):
    found = parsed(text, "confirm")
    assert found["ask"]
    assert "confirm" not in found["slots"]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("em ở chung với ba má", {"family_total": 2}),
        ("ông bà nội, ba mẹ, bé Na học lớp 2", {"family_total": 5}),
        ("Tôi xác nhận không có chỗ nào sai", None),
    ],
)
def test_a_plain_list_is_one_still(text: str, slots: dict[str, int] | None):
    found = parsed(text, "family_total" if slots else "confirm")
    assert found["slots"] == (slots or {"confirm": True})
    assert not found["ask"]


def test_the_number_behind_a_slip_was_the_mistake():
    assert parsed("3 chứ, hồi nãy con gõ nhầm 2", "family_installed")["slots"] == {"family_installed": 3}
    assert parsed("nhầm, 2 người", "family_installed")["slots"] == {"family_installed": 2}


@pytest.mark.parametrize("text", ["thằng Đạt 9A3 cài rồi", "con Hân 7A1 nói nó cài rồi mà chưa"])
def test_a_name_with_its_class_is_one_of_the_school_s(text: str):
    found = parsed(text, None)
    assert found["ask"]
    assert found["slots"] == {}


@pytest.mark.parametrize("text", ["wifi nhà em hư chưa cài được", "em đang ở nhà, chưa cài"])
def test_a_house_that_is_only_a_place_is_no_household(text: str):
    assert parsed(text, "self_installed")["slots"].keys() <= {"self_installed", "reason"}
