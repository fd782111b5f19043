"""What an officer asks for at once: by when, of whom, and how it is answered."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deadlines import VIETNAM
from bot.domain.forms import QuestionKind
from bot.language.requests import kind_of, read_request

#: Monday 1/3/2021, 09:00 in Vietnam.
NOW = datetime(2021, 3, 1, 2, 0, tzinfo=UTC)


def due(text: str) -> str | None:
    found = read_request(text, NOW).due_before
    return f"{found.astimezone(VIETNAM):%d/%m %H:%M}" if found else None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("trước 14h: số học sinh nghỉ do sốt", "01/03 14:00"),
        ("truoc 14h: so hs nghi", "01/03 14:00"),
        ("chậm nhất 14h30: x", "01/03 14:30"),
        ("trước 16 giờ 00 ngày 02/3/2021, đề nghị báo số lớp nghỉ", "02/03 16:00"),
        ("trước 16h30 ngày mai", "02/03 16:30"),
        ("chậm nhất 10g15 sáng mai: x", "02/03 10:15"),
        ("trước 7h sáng thứ 4: x", "03/03 07:00"),
        ("trước 2h: sĩ số", "01/03 14:00"),
        ("trước 9h tối nay: x", "01/03 21:00"),
        ("hạn 17:00: x", "01/03 17:00"),
        ("trước thứ Sáu: x", "05/03 00:00"),
        ("trong 2 giờ: x", "01/03 11:00"),
        ("trong vòng 30 phút: x", "01/03 09:30"),
        ("trong nửa tiếng: x", "01/03 09:30"),
        ("trong 1 tiếng rưỡi: x", "01/03 10:30"),
        ("trước 8h: x", "01/03 08:00"),  # past: it is refused, not moved to tomorrow
    ],
)
def test_the_deadline_is_the_first_late_instant(text: str, moment: str):
    assert due(text) == moment


@pytest.mark.parametrize("text", ["", "số học sinh nghỉ", "trước 25h: x", "trước khi nghỉ: x", "14h"])
def test_without_a_deadline_there_is_none(text: str):
    assert due(text) is None


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("trước 14h: số lớp nghỉ", "", "số lớp nghỉ"),
        ("số lớp nghỉ, hạn 15h", "số lớp nghỉ", ""),
        ("Phòng GD&ĐT Vị Thanh trước 14h: đã khử khuẩn chưa?", "Phòng GD&ĐT Vị Thanh", "đã khử khuẩn chưa?"),
        ("trước 14h", "", ""),
    ],
)
def test_the_words_on_both_sides_are_kept(text: str, before: str, after: str):
    read = read_request(text, NOW)
    assert (read.before, read.after) == (before, after)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("số học sinh nghỉ do sốt", QuestionKind.AMOUNT),
        ("so hs nghi", QuestionKind.AMOUNT),
        ("có bao nhiêu lớp nghỉ không phép", QuestionKind.AMOUNT),
        ("mấy lớp nghỉ", QuestionKind.AMOUNT),
        ("sĩ số hôm nay", QuestionKind.AMOUNT),
        ("trường đã khử khuẩn chưa?", QuestionKind.YES_NO),
        ("Co to chuc hoc truc tuyen khong", QuestionKind.YES_NO),
        ("tình hình cơ sở vật chất", QuestionKind.TEXT),
        ("tinh hinh co so vat chat", QuestionKind.TEXT),
        ("số điện thoại trực", QuestionKind.TEXT),
        ("trường mấy giờ tan học", QuestionKind.TEXT),
        pytest.param(
            "số học sinh nghỉ, số giáo viên nghỉ", QuestionKind.TEXT, id="one number could be either"
        ),
    ],
)
def test_a_request_says_how_it_is_answered(asked: str, kind: QuestionKind):
    assert kind_of(asked) is kind


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_not(text: str):
    read = read_request(text, NOW)
    assert read.due_before is None or read.due_before.tzinfo is not None
    assert kind_of(text) in (QuestionKind.AMOUNT, QuestionKind.YES_NO, QuestionKind.TEXT)
