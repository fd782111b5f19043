"""What a message is, besides an answer."""

import pytest

from bot.domain.forms import Slot
from bot.domain.readings import Asked, Doubt, Intent
from bot.language import read
from bot.language.parsing import BLUEZONE, EXAMPLE_NOW

COMMANDS = {
    Intent.STATUS: ("trạng thái", "/trangthai", "tình hình trường mình sao rồi", "tiến độ tới đâu rồi"),
    Intent.MISSING: ("ai chưa báo", "danh sách chưa khai báo", "còn ai chưa khai báo?"),
    Intent.DECLARE: ("khai báo", "bắt đầu", "em muốn khai báo", "cho em khai báo"),
    Intent.HELP: ("hỗ trợ", "giúp em với"),
    Intent.INVITE: ("mời giáo viên", "cho xin mã mời", "mời phụ huynh tham gia", "em muốn mời thêm thầy cô"),
    Intent.OWN_DATA: ("dữ liệu của tôi", "xóa dữ liệu của tôi", "rút lại đồng ý"),
    Intent.STOP: ("tạm dừng nhắc", "đừng nhắn nữa", "thôi", "stop"),
    Intent.CANCEL: ("hủy", "/huy", "bỏ qua"),
    Intent.GREETING: ("chào cô", "alo"),
    Intent.QUESTION: ("có bắt buộc không ạ", "tải ở đâu vậy cô", "đã cài chưa?"),
    Intent.COMPLAINT: ("phiền quá", "nhắn hoài vậy"),
    Intent.FOR_OTHERS: ("lớp 8A 35/40 em cài rồi", "khai giùm bạn Minh với"),
    Intent.PROMISE: ("mai em cài",),
    Intent.REFUSAL: ("em không muốn cài",),
    Intent.CORRECTION: ("nhầm, em chưa cài",),
    Intent.SNOOZE: ("tối nay nhắc em lại nhé",),
}


@pytest.mark.parametrize(
    ("text", "intent"), [(text, intent) for intent, texts in COMMANDS.items() for text in texts]
)
def test_intent(text: str, intent: Intent):
    assert read(text, Asked(), BLUEZONE, EXAMPLE_NOW).intent is intent


def test_no_command_steals_an_answer():
    assert read("em khai báo rồi", Asked(), BLUEZONE, EXAMPLE_NOW).intent is not Intent.DECLARE
    everyone = read("moi giao vien cai roi", Asked(), BLUEZONE, EXAMPLE_NOW)  # mọi, not mời
    assert everyone.intent is Intent.FOR_OTHERS
    answer = read("cài rồi mà nhắn hoài", Asked(slot=Slot.SELF_DONE), BLUEZONE, EXAMPLE_NOW)
    assert answer.intent is Intent.COMPLAINT
    assert answer.slots == {Slot.SELF_DONE: True}


def test_stopping_in_the_middle_of_a_question_only_leaves_it():
    assert read("thôi", Asked(slot=Slot.SELF_DONE), BLUEZONE, EXAMPLE_NOW).intent is Intent.CANCEL


@pytest.mark.parametrize(
    ("text", "asked", "doubt", "number"),
    [
        ("nhà em 5 người cài 3", None, Doubt.INCLUSIVE, 3),
        ("4", None, Doubt.WHICH_SLOT, 4),
        ("khoảng năm sáu người", Slot.FAMILY_TOTAL, Doubt.VAGUE, None),
        ("1000 người", Slot.FAMILY_TOTAL, Doubt.OUT_OF_RANGE, 1000),
        ("không ai chưa cài", None, Doubt.DOUBLE_NEGATION, None),
        ("hình như rồi", Slot.SELF_DONE, Doubt.HEARSAY, None),
        ("trừ bà nội", Slot.FAMILY_DONE, Doubt.EXCEPT, None),
        ("em cài rồi, em chưa cài", None, Doubt.CONTRADICTION, None),
        ("em dùng chung máy với mẹ", None, Doubt.SHARED, None),
        ("lớp em 20 bạn cài rồi", None, Doubt.OTHER_PEOPLE, None),
        ("trời mưa quá", None, Doubt.NOT_AN_ANSWER, None),
    ],
)
def test_what_is_in_doubt_can_be_asked_about(text: str, asked: Slot | None, doubt: Doubt, number: int | None):
    reading = read(text, Asked(slot=asked), BLUEZONE, EXAMPLE_NOW)
    assert reading.ask
    assert doubt in reading.doubts
    assert reading.number == number
