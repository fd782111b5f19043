"""Choices laid out as buttons."""

import pytest

from bot.channels.telegram.keyboard import keyboard, layout
from bot.domain.messages import Choice

LONG = "Gửi danh sách giáo viên"


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        pytest.param(["Đúng", "Sửa"], [["Đúng", "Sửa"]], id="two short ones share a row"),
        pytest.param(["Một", "Hai", "Ba"], [["Một", "Hai"], ["Ba"]], id="an odd one stands alone"),
        pytest.param(["Đúng", LONG, "Sửa"], [["Đúng"], [LONG], ["Sửa"]], id="a long one stands alone"),
        pytest.param([], [], id="none"),
    ],
)
def test_short_labels_share_a_row_and_the_order_stays(labels: list[str], rows: list[list[str]]):
    laid_out = layout([Choice(label=label, action=f"a{at}") for at, label in enumerate(labels)])
    assert [[choice.label for choice in row] for row in laid_out] == rows


def test_no_choices_are_no_keyboard():
    assert keyboard([]) is None


def test_a_keyboard_has_at_most_a_hundred_buttons():
    markup = keyboard([Choice(label=str(number), action="a") for number in range(120)])
    assert markup is not None
    assert sum(len(row) for row in markup["inline_keyboard"]) == 100


def test_a_label_is_one_line_and_never_empty():
    markup = keyboard([Choice(label="Đúng\nrồi", action="a"), Choice(label=" \x00", action="b")])
    assert markup is not None
    assert [button["text"] for row in markup["inline_keyboard"] for button in row] == ["Đúng rồi", "…"]
