"""To have the app is to have installed it, and to use it too; another app, or not using it, says nothing."""

import pytest

from tests.language.judging import parsed


@pytest.mark.parametrize("text", ["em có Bluezone rồi", "máy em có app rồi ạ", "em đang xài Bluezone rồi"])
def test_who_has_or_uses_it_has_installed_it(text: str):
    assert parsed(text, None)["slots"]["self_installed"] is True


def test_who_has_it_not_has_not_installed_it():
    assert parsed("em chưa có app", None)["slots"]["self_installed"] is False


@pytest.mark.parametrize("text", ["có app nào khác không cô", "em dùng app điểm danh rồi"])
def test_another_app_or_a_question_says_nothing(text: str):
    assert parsed(text, None)["slots"] == {}


def test_who_has_not_switched_it_on_may_have_it_all_the_same():
    assert parsed("em cài rồi mà chưa bật bluezone", None)["slots"] == {"self_installed": True}
