"""Under a reminder a time alone puts it off; and how people ask to be reminded again."""

import pytest

from bot.language.putting_off import puts_off, wants_reminders


@pytest.mark.parametrize(
    "text",
    [
        "để mai",
        "30 phút nữa",
        "30p nữa nhé",
        "1 tiếng nữa",
        "cuối tuần",
        "tối nay ạ",
        "de mai nhe",
        "thứ 2",
        "lát nữa",
    ],
)
def test_a_time_and_nothing_else_puts_off(text: str):
    assert puts_off(text)


@pytest.mark.parametrize(
    "text", ["tối nay em cài", "mai khai", "nhà em 4 người", "không", "ok", "dạ", "cài rồi", ""]
)
def test_whatever_says_more_does_not(text: str):
    assert not puts_off(text)


@pytest.mark.parametrize(
    "text",
    ["bật nhắc lại", "bat lai nhac viec", "bật lại nhắc việc giúp em", "tiếp tục nhắc nhé", "nhắc việc lại"],
)
def test_reminders_are_asked_for_again(text: str):
    assert wants_reminders(text)


@pytest.mark.parametrize("text", ["tối nhắc em lại nhé", "đừng nhắc nữa", "bật máy lên rồi", "nhắc hoài"])
def test_other_talk_of_reminders_is_something_else(text: str):
    assert not wants_reminders(text)
