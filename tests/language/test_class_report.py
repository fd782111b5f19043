"""Reading what homeroom teachers write of a class; the first words say what kind of message it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.campaigns import load_campaign, shipped
from bot.language.class_report import LONGEST, read_class, same_class

CAMPAIGNS = {path.stem: load_campaign(path) for path in shipped()}
BLUEZONE = CAMPAIGNS["bluezone-hau-giang-2020"].vocabulary
VNEID = CAMPAIGNS["vneid-muc-2-2026"].vocabulary
NAMES = ("Lớp 8A2", "10.1", "8/2", "Lá 1")


@pytest.mark.parametrize(
    ("text", "size", "counts"),
    [
        ("lớp 8A2: 38 em có máy cài rồi, 4 em không có máy", None, {"yes": 38, "no_smartphone": 4}),
        ("8a2 sĩ số 42, 38 cài, 4 ko có đt", 42, {"yes": 38, "no_smartphone": 4}),
        ("8a2 si so 42 38 cai 4 ko co dt", 42, {"yes": 38, "no_smartphone": 4}),
        ("lớp em 35/40 em cài rồi", 40, {"yes": 35}),
        ("lớp em 35/40", 40, {"yes": 35}),
        ("lớp em 35 trên tổng số 40 em đã cài", 40, {"yes": 35}),
        ("lớp 8A2 đủ 42 em", None, {"yes": 42}),
        ("lop 8a2 38 em cai roi con 4 em chua", None, {"yes": 38, "no": 4}),
        ("lớp 8A2 42 em, 38 em cài, 4 em chưa", 42, {"yes": 38, "no": 4}),
        ("lớp 8A2: đã cài 38, chưa cài 4", None, {"yes": 38, "no": 4}),
        ("lớp 8A2: đã cài: 38 chưa cài: 4", None, {"yes": 38, "no": 4}),
        ("lớp 8A2:\n- 38 em đã cài\n- 4 em không có máy", None, {"yes": 38, "no_smartphone": 4}),
        ("lớp 8A2 38em cài 4hs chưa", None, {"yes": 38, "no": 4}),
        ("lớp 8A2 ba mươi tám em cài rồi, bốn em chưa", None, {"yes": 38, "no": 4}),
        ("38 hs cài r, 4 hs k có smartphone", None, {"yes": 38, "no_smartphone": 4}),
        ("lớp 8A2 có 38 em cài rồi", None, {"yes": 38}),
        ("lớp 10.1 có 38 em cài rồi", None, {"yes": 38}),
        ("lớp 8/2 38 em cài rồi", None, {"yes": 38}),
        ("lớp 8A2: 4 em chưa cài vì không có máy", None, {"no_smartphone": 4}),
        ("lớp 8A2 2 em máy cũ không cài được, 2 em chưa cài", None, {"incompatible": 2, "no": 2}),
        ("8A2 20 nam đã cài, 18 nữ đã cài", None, {"yes": 38}),
        ("lớp 8A2 0 em chưa cài", None, {"no": 0}),
    ],
)
def test_numbers_go_to_what_is_said_of_them(text: str, size: int | None, counts: dict[str, int]):
    found = read_class(text, BLUEZONE, NAMES)
    assert found is not None
    assert (found.size, found.counts, found.unclear) == (size, counts, False)


@pytest.mark.parametrize(
    ("text", "counts", "rest"),
    [
        ("lớp em cài hết rồi", {}, "yes"),
        ("cả lớp cài xong rồi ạ", {}, "yes"),
        ("ca lop chua cai", {}, "no"),
        ("lớp 8A2 38 em cài rồi, còn lại không có máy", {"yes": 38}, "no_smartphone"),
        ("lớp 8A2 38 em cài rồi", {"yes": 38}, None),
    ],
)
def test_all_and_the_others_are_said_without_a_number(text: str, counts: dict[str, int], rest: str | None):
    found = read_class(text, BLUEZONE, NAMES)
    assert found is not None
    assert (found.counts, found.rest) == (counts, rest)


@pytest.mark.parametrize(
    "text",
    [
        "lớp 8A2 khoảng 38 em cài",
        "lớp 8A2 gần 40 em cài rồi",
        "lớp 8A2 90% cài rồi",
        "lớp em hầu hết cài rồi",
        "lớp 8A2 -3 em cài",
        "lớp 8A2 2,5 em cài",
        "lớp em 40 em có máy",
        "lớp 8A2 38 em cài, 4 em học lớp bên",
        "lớp 8A2 có mấy em chưa cài",
    ],
)
def test_a_number_that_nobody_can_book_is_asked_about(text: str):
    found = read_class(text, BLUEZONE, NAMES)
    assert found is not None
    assert found.unclear


@pytest.mark.parametrize(
    "text",
    [
        "em cài rồi, nhà 4 người",
        "con em học lớp 8A2, nhà 4 người cài hết rồi",
        "em chủ nhiệm lớp 8A2, gia đình em 4 người cài 3",
        "cả nhà cài rồi",
        "38",
        "lớp 8A2 bao nhiêu em cài rồi?",
        "chào cô",
        "lớp 8A2 38 em cài " * LONGEST,
    ],
)
def test_what_is_about_something_else_is_no_report(text: str):
    assert read_class(text, BLUEZONE, NAMES) is None


@pytest.mark.parametrize(
    ("text", "counts", "number"),
    [("38", {}, 38), ("38 em", {}, 38), ("38 em cài rồi", {"yes": 38}, None), ("cài hết rồi", {}, None)],
)
def test_where_it_was_asked_for_no_word_of_a_class_is_needed(
    text: str, counts: dict[str, int], number: int | None
):
    found = read_class(text, BLUEZONE, asked=True)
    assert found is not None
    assert (found.counts, found.number) == (counts, number)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lớp 8A2: 38 em cài", "8A2"),
        ("8a2 38 em cài", "8a2"),
        ("lớp 8 a 2 38 em cài", "8 a 2"),
        ("lớp lá 1 đủ 20 em", "lá 1"),
        ("lớp 10.1 38 em cài", "10.1"),
        ("lớp 12C5 40 em cài", "12C5"),
        ("lớp em 38 em cài", ""),
    ],
)
def test_the_class_is_the_one_that_is_named(text: str, name: str):
    found = read_class(text, BLUEZONE, NAMES)
    assert found is not None
    assert found.class_name.removeprefix("lớp ") == name


@pytest.mark.parametrize(
    ("written", "name", "same"),
    [("8a2", "Lớp 8A2", True), ("LÁ 1", "Lá 1", True), ("8A2", "8A3", False), ("lớp 10.1", "10.1", True)],
)
def test_two_spellings_of_one_class(written: str, name: str, same: bool):
    assert same_class(written, name) is same


def test_every_campaign_has_its_own_verb():
    found = read_class("lớp 12A1 30 em kích hoạt rồi, 5 em chưa kích hoạt, 2 em không có thẻ", VNEID)
    assert found is not None
    assert found.counts["yes"] == 30


def test_a_campaign_s_own_reasons_are_told_apart():
    found = read_class("lớp 12A1 30 em kích hoạt rồi, 5 em chưa làm cccd", VNEID)
    assert found is not None
    assert found.counts == {"yes": 30, "no_card": 5}


@given(st.text(max_size=80), st.booleans())
def test_any_text_can_be_read(text: str, asked: bool):
    found = read_class(text, BLUEZONE, NAMES, asked=asked)
    assert found is None or all(number >= 0 for number in found.counts.values())


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from([", ", "; ", " còn ", "\n", " và "]))
def test_two_numbers_stay_with_their_words(done: int, lacking: int, between: str):
    found = read_class(f"lớp 8A2 {done} em đã cài{between}{lacking} em không có điện thoại", BLUEZONE, NAMES)
    assert found is not None
    assert found.counts == {"yes": done, "no_smartphone": lacking}
