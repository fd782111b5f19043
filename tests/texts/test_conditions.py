"""Conditions in words, as a page without script says them beside a question."""

import pytest

from bot.campaigns import load_campaign, shipped
from bot.domain.expressions import parse
from bot.texts import Texts
from bot.texts.conditions import condition_text

FORMS = {path.stem: load_campaign(path).forms for path in shipped()}


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("family_total > 0", "“Số người còn lại trong nhà” lớn hơn 0"),
        ("not self_installed", "“Bản thân” là “Chưa cài”"),
        (
            "not self_installed or family_installed < family_total",
            "“Bản thân” là “Chưa cài” hoặc “Số người nhà đã cài” nhỏ hơn “Số người còn lại trong nhà”",
        ),
        (
            "not (self_installed and family_total >= 2)",
            "“Bản thân” là “Chưa cài” hoặc “Số người còn lại trong nhà” nhỏ hơn 2",
        ),
        (
            'reason in ("later", "other") and self_installed != True',
            "“Lý do chưa cài” là “Sẽ cài sau” hoặc “Lý do khác” và “Bản thân” khác “Đã cài”",
        ),
        (
            "family_total - family_installed <= 1",
            "“Số người còn lại trong nhà” − “Số người nhà đã cài” không lớn hơn 1",
        ),
        ("known(reason)", "“Lý do chưa cài” đã có câu trả lời"),
        ("not known(reason)", "“Lý do chưa cài” chưa có câu trả lời"),
    ],
)
def test_a_condition_reads_as_a_sentence(condition: str, words: str):
    form = FORMS["bluezone-hau-giang-2020"]["install-self-and-family"]

    assert condition_text(Texts.load("vi"), form, parse(condition)) == words


@pytest.mark.parametrize(
    ("campaign", "form"), [(name, form) for name, forms in FORMS.items() for form in sorted(forms)]
)
def test_every_condition_that_is_shipped_can_be_said(campaign: str, form: str):
    found = FORMS[campaign][form]
    for question in found.questions:
        if question.ask_if is not None:
            words = condition_text(Texts.load("vi"), found, question.ask_if)
            assert not any(sign in words for sign in ("_", "==", "(", "None"))
