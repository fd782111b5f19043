"""Questions of any form are answered in the same words."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.forms import Answer, Option, QuestionKind, Slot
from bot.domain.readings import Asked, Vocabulary
from bot.language import read

NOW = datetime(2020, 8, 20, 3, 0, tzinfo=UTC)
SAFETY = (
    Option(id="safe", label="An toàn", phrases=("ổn", "bình an")),
    Option(id="help", label="Cần hỗ trợ", phrases=("cần giúp",)),
    Option(id="lost", label="Chưa liên lạc được"),
)
REASONS = (
    Option(id="no_smartphone", label="Không có điện thoại thông minh"),
    Option(id="too_young", label="Trẻ nhỏ"),
    Option(id="later", label="Sẽ cài sau"),
    Option(id="other", label="Lý do khác"),
)


def answer(text: str, kind: QuestionKind, options: tuple[Option, ...] = ()) -> Answer | None:
    reading = read(text, Asked(slot=Slot.ANSWER, kind=kind, options=options), Vocabulary(), NOW)
    assert reading.ask is (Slot.ANSWER not in reading.slots)
    return reading.slots.get(Slot.ANSWER)


@pytest.mark.parametrize(
    "text", ["có", "dạ có", "rồi", "ok", "vâng", "đồng ý", "ừ", "đúng vậy", "em cài rồi"]
)
def test_a_yes(text: str):
    assert answer(text, QuestionKind.YES_NO) is True


@pytest.mark.parametrize("text", ["không", "chưa", "không đồng ý", "chưa có ạ", "mai em cài", "có cài đâu"])
def test_a_no(text: str):
    assert answer(text, QuestionKind.YES_NO) is False


@pytest.mark.parametrize("text", ["dạ", "không biết", "có không?", "chắc có", "alo"])
def test_neither_yes_nor_no(text: str):
    assert answer(text, QuestionKind.YES_NO) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("35", 35), ("lớp có 32 em", 32), ("1.250 học sinh", 1250), ("không có", 0), ("0", 0), ("hai mươi", 20)],
)
def test_an_amount(text: str, number: int):
    assert answer(text, QuestionKind.AMOUNT) == number


@pytest.mark.parametrize(
    "text", ["khoảng 30", "-3", "2,5", "12/8", "30 em nghỉ, 5 em ốm", "nhiều lắm", "mấy em?"]
)
def test_no_amount(text: str):
    assert answer(text, QuestionKind.AMOUNT) is None


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("An toàn", "safe"),
        ("an toan a", "safe"),
        ("cả nhà bình an", "safe"),
        ("1", "safe"),
        ("dạ số 2 ạ", "help"),
        ("cần hỗ trợ gấp", "help"),
        ("chưa liên lạc được với nhà", "lost"),
        ("lost", "lost"),
        ("4", None),
        ("em không an toàn", None),
        ("an toàn chưa?", None),
        ("an toàn nhưng cần hỗ trợ", None),
        ("bão to lắm", None),
    ],
)
def test_a_choice_by_label_number_id_or_phrase(text: str, chosen: str | None):
    assert answer(text, QuestionKind.CHOICE, SAFETY) == chosen


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("2", "too_young"),
        ("xài cục gạch", "no_smartphone"),
        ("bé còn nhỏ", "too_young"),
        ("để tối cài", "later"),
    ],
)
def test_a_reason_by_other_words(text: str, chosen: str):
    asked = Asked(slot=Slot.REASON, kind=QuestionKind.CHOICE, options=REASONS)
    assert read(text, asked, Vocabulary(), NOW).slots == {Slot.REASON: chosen}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("dạ đây https://thpt.edu.vn/huong-dan.", "https://thpt.edu.vn/huong-dan"),
        ("www.thpt.edu.vn/x", "https://www.thpt.edu.vn/x"),
        ("không có link", None),
        ("http://a.vn http://b.vn", None),
    ],
)
def test_a_link(text: str, link: str | None):
    assert answer(text, QuestionKind.LINK) == link


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20/8", date(2020, 8, 20)),
        ("ngày 20 tháng 8 ạ", date(2020, 8, 20)),
        ("1/1/2021", date(2021, 1, 1)),
        ("31/12", date(2020, 12, 31)),
        ("hôm qua", date(2020, 8, 19)),
        ("30/2", None),
        ("không nhớ", None),
    ],
)
def test_a_date(text: str, day: date | None):
    assert answer(text, QuestionKind.DATE) == day


def test_free_text_is_kept_as_it_is():
    assert answer("  Sân trường ngập 30 cm. ", QuestionKind.TEXT) == "Sân trường ngập 30 cm."
    assert answer("  ", QuestionKind.TEXT) is None
