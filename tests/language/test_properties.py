"""What must hold of every message, however it is typed."""

import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.forms import Slot
from bot.domain.names import strip_marks
from bot.domain.readings import Asked
from bot.language import read
from bot.language.parsing import BLUEZONE, EXAMPLE_NOW
from tests.language.judging import judge, parsed, rows_of

ROWS = [row for table in ("opening", "speaker", "household", "how_many", "summary") for row in rows_of(table)]
ASKED = st.sampled_from([None, Slot.SELF_DONE, Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.CONFIRM])
#: Without marks these say something else, or nobody can tell what they say.
OTHER_WITHOUT_MARKS = {
    "hôm bữa em có cài, nay vô lại thấy mất, chắc tại cập nhật máy",  # vô / vợ
    "Dạ em chưa. À em cài rồi, em nhầm.",  # à / anh
    "em cài rồi, à không, chưa cài",  # à / anh
    "1 nửa",  # nửa / nữa
    "mẹ cài rồi, bà cũng cài rồi",  # bà / ba
    "em nhờ con gái cài rồi",  # nhờ / nhớ / nhỏ
    "con nhờ mẹ cài giùm mà mẹ bận",  # nhờ / nhỏ
    "ngoài em thì mẹ em cũng cài rồi",  # ngoài / ngoại
    "Nhà có hai chị em, em cài rồi, chị em chưa",  # chị / chỉ
    "khoan, để em tìm lại cái máy",  # cái / cài
    "ai nói cài 3, có 2 à",  # à / anh
    "ông bà, cha mẹ, vợ chồng con cái em",  # cái / cài
    "em với anh trai cài rồi, ba má làm rẫy về tối mới cài",  # mới / mơi (mai)
    "cả nhà em cài hết rồi, mà em thì chưa",  # mà / má
    "mơi em cài nghen cô",  # mơi / mới
    "bố, dì và 2 em",  # dì / đi
    "bố em, dì và 3 đứa em cùng cha",  # dì / đi
    "đúng rồi nhưng má em mới cài thêm",  # má / mà
    "anh nhà em cài rồi, em cũng rồi",  # nhà / nha
    "con gái cài rồi nó còn chỉ tôi cài luôn",  # còn / con, chỉ / chị
}


def same(one: dict[str, object], other: dict[str, object]) -> bool:
    return one["slots"] == other["slots"] and one["ask"] == other["ask"]


HARMLESS: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "upper case": str.upper,
    "more space": lambda text: f"  {text.replace(' ', '   ')} ",
    "zero width": lambda text: text.replace(" ", " \u200b"),
}


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_unicode_form_case_and_space_change_nothing(change: Callable[[str], str]):
    assert [
        row.id for row in ROWS if not same(parsed(change(row.text), row.asked), parsed(row.text, row.asked))
    ] == []


@pytest.mark.parametrize("change", ["{} 🙏😊", "Cô ơi, {}", "Dạ thưa thầy, {}"])
def test_courtesy_and_emoji_make_no_reading_wrong(change: str):
    rows = [row for row in ROWS if row.asked != "confirm"]  # there "dạ" is an answer
    assert [row.id for row in rows if judge(row, parsed(change.format(row.text), row.asked)) == "wrong"] == []


def test_losing_the_marks_may_make_it_ask_but_never_wrong():
    rows = [row for row in ROWS if row.text not in OTHER_WITHOUT_MARKS]
    assert [row.id for row in rows if judge(row, parsed(strip_marks(row.text), row.asked)) == "wrong"] == []


@pytest.mark.parametrize(
    ("template", "asked", "slot", "less"),
    [
        ("{}", "family_total", "family_total", 0),
        ("dạ {} người ạ", "family_total", "family_total", 0),
        ("nhà em {} người", "family_total", "family_total", 1),
        ("ngoài em còn {} người", None, "family_total", 0),
        ("{} người cài rồi", "family_installed", "family_installed", 0),
        ("em và {} người nhà đã cài", None, "family_installed", 0),
        ("nhầm, {} người", "family_total", "family_total", 0),
    ],
)
@given(number=st.integers(min_value=2, max_value=50))
def test_another_number_changes_exactly_that_slot(
    template: str, asked: str | None, slot: str, less: int, number: int
):
    found = parsed(template.format(number), asked)
    assert found["slots"][slot] == number - less
    assert found["slots"].keys() == parsed(template.format(7), asked)["slots"].keys()


@given(number=st.one_of(st.integers(min_value=52, max_value=10**9), st.integers(max_value=-1)))
def test_a_number_no_household_has_is_never_booked(number: int):
    found = parsed(f"{number} người", "family_total")
    assert found["ask"]
    assert not found["slots"]


@given(text=st.text(max_size=10_000), slot=ASKED)
@example(text="H¯", slot=None)  # by itself the macron is a space and a mark
def test_any_text_is_read_without_an_error(text: str, slot: Slot | None):
    reading = read(text, Asked(slot=slot), BLUEZONE, EXAMPLE_NOW, explain=True)
    assert all(text[seen.start : seen.end] == seen.text for seen in reading.evidence)


SYLLABLES = st.sampled_from(
    ("em", "mẹ", "ba", "2", "con", "nhà", "5", "người", "cài", "rồi", "chưa", ",", ".", "?", "không", "còn")
)


@given(words=st.lists(SYLLABLES, max_size=40), slot=ASKED)
def test_any_row_of_words_gives_possible_numbers(words: list[str], slot: Slot | None):
    reading = read(" ".join(words), Asked(slot=slot), BLUEZONE, EXAMPLE_NOW)
    if not reading.ask:
        done, total = reading.slots.get(Slot.FAMILY_DONE), reading.slots.get(Slot.FAMILY_TOTAL)
        assert done is None or total is None or int(done) <= int(total)  # type: ignore[arg-type]
        assert reading.slots


@pytest.mark.parametrize(
    "text", ["ba má " * 1666, "em cài rồi " * 900, "5 " * 5000, "," * 10_000, "😀" * 10_000]
)
def test_ten_thousand_characters_take_no_longer_than_a_short_message(text: str):
    fastest = min(_seconds(text) for _ in range(5))
    assert fastest < 0.005


def test_a_long_message_within_bounds_is_read_in_time():
    fastest = min(_seconds("em cài rồi, mẹ em chưa cài. " * 16) for _ in range(5))
    assert fastest < 0.025  # 5 ms on an idle machine; the tests share theirs


def _seconds(text: str) -> float:
    start = time.perf_counter()
    read(text, Asked(), BLUEZONE, EXAMPLE_NOW)
    return time.perf_counter() - start
