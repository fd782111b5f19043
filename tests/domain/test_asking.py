"""A question that an officer asks of their own: one question, complete with any answer."""

from datetime import date

import pytest

from bot.domain.asking import form_of
from bot.domain.campaigns import Audience, Campaign, Directive, Obligation
from bot.domain.expressions import parse
from bot.domain.forms import Answer, Form, QuestionKind
from bot.domain.standings import State, judge
from bot.domain.tallies import amount

OWN = Form(id="situation", questions=(), complete_if=parse("True"))


def campaign() -> Campaign:
    day = date(2021, 2, 19)
    return Campaign(
        slug="c",
        title="C",
        directive=Directive(number="614", issued_on=day, issuer="Bộ", subject="khai báo"),
        obligations=(
            Obligation(
                id="o", clause="1", title="khai báo", audience=Audience(units=("school",)), form="situation"
            ),
        ),
        forms={"situation": OWN},
    )


def test_without_a_question_of_its_own_a_round_is_answered_by_the_obligations_form():
    assert form_of(campaign(), "o", None, "") is OWN


@pytest.mark.parametrize(
    ("kind", "answer", "counts"),
    [
        (QuestionKind.AMOUNT, 0, [0]),
        (QuestionKind.AMOUNT, 12, [12]),
        (QuestionKind.YES_NO, True, [1]),
        (QuestionKind.YES_NO, False, [0]),
        (QuestionKind.TEXT, "Mất điện từ 9h", []),
    ],
)
def test_any_answer_completes_it_and_is_added_up(kind: QuestionKind, answer: Answer, counts: list[int]):
    form = form_of(campaign(), "o", kind, "số học sinh nghỉ do sốt")

    assert judge(form, {"asked": answer}).state is State.COMPLETE
    assert [amount(measure, {"asked": answer}) for measure in form.measures] == counts


def test_what_an_officer_types_holds_no_placeholders():
    form = form_of(campaign(), "o", QuestionKind.TEXT, "tình hình {xung_ho}")

    assert form.questions[0].ask["default"] == "tình hình (xung_ho)?"
