"""The second opinion, rule by rule: what each objects to, and the neighbour that it lets pass."""

import pytest

from bot.domain.forms import Slot
from bot.domain.readings import Asked
from bot.language import read
from bot.language.doubts import OF_EVERYTHING, OF_NUMBERS
from bot.language.parsing import BLUEZONE, EXAMPLE_NOW

TOTAL, DONE, SELF, CONFIRM = Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.SELF_DONE, Slot.CONFIRM

#: Rule → what was asked, what it objects to, and what it does not.
RULES: dict[str, tuple[Slot | None, str, str]] = {
    "number_without_role": (DONE, "Được hai, đang cài nốt cái thứ ba", "hôm qua 2, hôm nay thêm 1 nữa là 3"),
    "reports_a_class": (None, "lớp 8A2: 38 em cài rồi, 4 em không có máy", "em học lớp 8A2, em cài rồi"),
    "two_roles_for_a_number": (
        CONFIRM,
        "sai, phần gia đình là 3 người cài",
        "sai rồi, gia đình có 3 người",
    ),
    "speaker_not_taken_off": (DONE, "nhà tôi 6 cài được 4 tính cả tôi", "4 người, không tính tôi"),
    "counted_both_ways": (DONE, "không tính em thì 3, tính em là 4", "không tính em thì 3"),
    "part_beside_whole": (DONE, "1 trong số 2 đứa con, còn chồng thì đã cài", "1 trong số 3 người"),
    "number_beside_names": (DONE, "em cài cho 2 người, ông ngoại tự cài", "2 người rồi"),
    "telephones_counted": (None, "vợ chồng tui 2 cái máy đều cài rồi", "vợ chồng tui đều cài rồi"),
    "more_ages_than_persons": (
        None,
        "con gái tôi lớp 2 và lớp 6 chưa có máy, tôi cài rồi",
        "con gái tôi lớp 2 chưa có máy, tôi cài rồi",
    ),
    "answers_another_question": (TOTAL, "3 lớn 1 em bé 2 tháng", "Vợ em cài rồi"),
    "recounted_otherwise": (TOTAL, "vợ, má vợ và ba cháu", "vợ, má vợ và bà ngoại"),
    "verdict_not_read": (
        DONE,
        "chồng cài rồi, mẹ đeo kính cả buổi mới nhập xong",
        "chồng cài rồi, mẹ cũng cài xong",
    ),
    "side_by_side": (TOTAL, "chong me ba cu", "chong, me, ba cu"),
    "child_named_twice": (TOTAL, "chồng với con bé con, cháu mới 20 tháng", "chồng với con bé con"),
    "named_twice_at_once": (
        None,
        "em ở với dì dượng dượng cài rồi em cũng cài rồi",
        "em ở với dì dượng, dượng cài rồi, em cũng cài rồi",
    ),
    "named_behind_verdict": (
        DONE,
        "con trai lớn cài rồi con gái nhỏ mới 8 tuổi",
        "con trai lớn cài rồi, con gái nhỏ mới 8 tuổi",
    ),
    "member_of_a_group": (
        None,
        "nhà em chỉ có hai mẹ con em cài rồi mẹ em cũng cài rồi",
        "nhà em chỉ có hai mẹ con, em cài rồi, mẹ em cũng cài rồi",
    ),
    "number_or_name": (None, "nhà cháu 4 người cháu với bố cài rồi", "nhà cháu 4 người, cháu với bố cài rồi"),
    "perhaps_addressed": (
        None,
        "em với mẹ cài đầu tiên luôn rồi chị khỏi nhắc hoài",
        "em với mẹ cài đầu tiên luôn rồi",
    ),
    "couple_of_whom": (None, "Hai vợ chồng con cài rồi ạ", "Hai vợ chồng con trai em cài rồi ạ"),
    "child_or_but": (TOTAL, "ba me, vo, con", "ba me, vo, con gai"),
    "relative_without_marks": (TOTAL, "bo, di va 2 em", "bo, di Hai va 2 em"),
    "child_or_left": (None, "ca nha cai roi con minh toi", "ca nha cai roi"),
    "child_or_speaker": (
        None,
        "cháu cài rồi, vợ với ông nội cũng cài",
        "tôi cài rồi, vợ với ông nội cũng cài",
    ),
    "speaks_of_herself": (None, "chị cài rồi", "chị em cài rồi, em cũng cài rồi"),
    "old_couple": (None, "nhà giờ còn hai ông bà già, cài rồi", "hai ông bà ngoại cài rồi"),
    "exempt_without_reason": (
        TOTAL,
        "3 người: chồng, con trai, mẹ chồng. Mẹ chồng dùng máy bàn phím",
        "3 người, mẹ chồng dùng máy bàn phím",
    ),
    "none_or_some": (DONE, "được một nửa", "chưa ai cài"),
    "all_but_some": (DONE, "cả nhà cài rồi mà thằng út gỡ mất", "cả nhà cài rồi nhé"),
    "then_or_done": (None, "em cài rồi gửi cô hình", "em cài rồi, gửi cô hình"),
    "only_or_tomorrow": (None, "moi em cai nghen", "em moi cai xong nghen"),
    "nobody_named_before": (
        None,
        "Anh ấy cài rồi, tôi thì máy của cơ quan",
        "chồng em đi làm. Anh ấy cài rồi",
    ),
    "called_by_name": (None, "Hạnh cài rồi", "bé Hạnh nhà em cài rồi, em cũng rồi"),
    "parent_or_child": (
        None,
        "em là phụ huynh bé Na, 2 mẹ con em cài rồi",
        "em mới đi họp phụ huynh, 2 mẹ con em cài rồi",
    ),
    "too_young_for_it": (TOTAL, "2 người lớn 1 em bé 5 tháng", "2 người lớn 1 em bé"),
    "two_verdicts_in_one_clause": (
        DONE,
        "bố mẹ đã cài ông nội già rồi không biết dùng máy",
        "bố mẹ đã cài, ông nội già rồi không biết dùng máy",
    ),
    "two_negations": (SELF, "không thể không cài được", "chưa chưa chưa"),
    "done_and_to_come": (None, "nhà em sẽ cài hết, em cài xong mai", "tuần này em cài rồi"),
    "promised_for_the_past": (None, "em cài trưa nay 11h", "trưa mai 11h em cài"),
    "asks_whether_to": (SELF, "máy em đời cũ, có phải cài không ạ", "máy em đời cũ ạ"),
    "nobody_who_has_not": (None, "nhà tôi đâu có ai mà chưa tải", "nhà tôi chưa có ai cài"),
    "only_if": (SELF, "máy đòi Android 9 mới cho tải", "máy đòi Android 9, em nâng cấp rồi cài được rồi"),
    "just_now_or_today": (None, "nay em cai", "nay em cai roi"),
    "pieces_or_installed": (None, "ba cai ma chua", "ba em cai roi"),
    "mother_or_but": (None, "em cai roi, ong noi cai roi ma chua", "em cai roi, ong noi cai roi, me chua"),
    "lives_away": (None, "con ở nội trú, ba má ở nhà tải rồi", "con ở với ba má, ba má tải rồi"),
    "father_or_three": (
        DONE,
        "hom qua hai, nay them ma em nua la ba",
        "hôm trước hai người, giờ thêm em gái là ba",
    ),
    "parent_by_another_word": (None, "nhà có mẹ, bà cài rồi", "nhà có mẹ, mẹ cài rồi"),
    "too_small_to_write": (SELF, "em 3 tuổi chưa cài", "em 13 tuổi chưa cài"),
    "presents_himself": (
        None,
        "mo Tam bep day con, mo cai roi, cau thi chua",
        "mo Tam cai roi, con cung cai roi",
    ),
    "old_or_done": (TOTAL, "nhà 6 người, trong đó 2 người già rồi", "nhà 6 người, 2 người cài rồi"),
    "total_or_done": (CONFIRM, "sai, tổng cộng 3 người thôi", "sai, 3 người thôi"),
    "left_over": (DONE, "còn bé út nữa", "còn bé út cài rồi nữa"),
    "old_telephone": (SELF, "may con cu qua roi", "may con cai roi, ong cu cung cai roi"),
    "child_and_whose_parents": (
        None,
        "con gái mình lớp 6B đã cài, ba mẹ cũng cài rồi",
        "con gái mình lớp 6B đã cài, chồng mình cũng cài rồi",
    ),
    "left_out_and_done": (
        None,
        "nhà em năm người ngoài em ra mọi người cài hết rồi",
        "ngoài em ra còn 4 người, đều cài rồi",
    ),
    "deleted_something_else": (
        None,
        "thầy gửi lại link giúp em, em lỡ tay xóa mất",
        "em lỡ tay xóa app mất",
    ),
    "it_or_somebody": (None, "em điểm danh giùm nhỏ Mai, nó cài rồi", "em cài giùm nhỏ Mai, nó cài rồi"),
    "shy_of_it": (
        None,
        "app có tốn dung lượng không, em ngại lắm",
        "em ngại lắm nên không cài",
    ),
    "approved_and_amended": (CONFIRM, "đúng rồi, vợ em mới cài", "đúng rồi ạ"),
}


def objections(text: str, asked: Slot | None) -> set[str]:
    reading = read(text, Asked(slot=asked), BLUEZONE, EXAMPLE_NOW, explain=True)
    return {seen.rule.removeprefix("doubt:") for seen in reading.evidence if seen.rule.startswith("doubt:")}


def test_every_rule_has_its_examples():
    assert {row[0].__name__ for row in OF_NUMBERS + OF_EVERYTHING} == set(RULES)


@pytest.mark.parametrize(
    ("rule", "asked", "text"), [(rule, asked, text) for rule, (asked, text, _) in RULES.items()]
)
def test_a_rule_objects_and_makes_the_reader_ask(rule: str, asked: Slot | None, text: str):
    assert rule in objections(text, asked)
    assert read(text, Asked(slot=asked), BLUEZONE, EXAMPLE_NOW).ask


@pytest.mark.parametrize(
    ("rule", "asked", "text"), [(rule, asked, text) for rule, (asked, _, text) in RULES.items()]
)
def test_a_rule_lets_its_neighbour_pass(rule: str, asked: Slot | None, text: str):
    assert rule not in objections(text, asked)
