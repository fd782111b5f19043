"""What a sentence makes of the summary it answers."""

import pytest

from bot.domain.forms import Slot
from tests.language.judging import parsed

CONFIRM = Slot.CONFIRM.value

MEANT = {
    "a negation turns right round": (["chưa khớp", "đâu có đúng đâu", "không chuẩn lắm"], False),
    "a rhetorical yes is a no": (["có đúng đâu", "đúng gì mà đúng", "đúng đâu mà đúng"], False),
    "a negation turns wrong round": (["không thấy sai", "chẳng có chỗ nào sai", "không có gì sai sót"], True),
    "nothing to amend is a yes": (["không cần sửa gì thêm", "không có gì phải bổ sung", "khỏi chỉnh"], True),
    "an apology judges nothing": (["xin lỗi em trả lời trễ, đúng rồi", "đúng rồi, xin lỗi cô"], True),
    "a plan of relatives changes nothing": (["đúng, nhưng mai ba em cài", "đúng, còn mẹ tối nay cài"], True),
    "another question changes nothing": (["đúng ạ, mà bao giờ hết dịch vậy cô", "đúng, cô khỏe không"], True),
    "a signature changes nothing": (["Đúng. Tổ trưởng: Lê Thị Ba", "Đúng.\nPhan Văn Sáu"], True),
}


@pytest.mark.parametrize(
    ("text", "right"), [(text, right) for texts, right in MEANT.values() for text in texts], ids=str
)
def test_a_summary_is_judged_as_it_is_meant(text: str, right: bool):
    assert parsed(text, CONFIRM)["slots"].get(CONFIRM) is right


@pytest.mark.parametrize(
    "text",
    [
        "khoan đã cô",
        "đừng gửi",
        "không sửa được",
        "nhầm, đúng rồi",
        "chắc đúng",
        "xin lỗi cô",
        "đúng không ạ?",
    ],
)
def test_whoever_has_not_judged_is_asked_again(text: str):
    found = parsed(text, CONFIRM)
    assert found["ask"]
    assert CONFIRM not in found["slots"]


def test_the_rider_of_a_yes_counts_if_it_says_how_things_are():
    assert parsed("đúng nhưng mẹ em cài rồi", CONFIRM)["slots"].get(CONFIRM) is False
