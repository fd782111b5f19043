"""A question whose answer is a day: said as people say days, kept as JSON, shown as a day."""

import json
from datetime import UTC, datetime

import pytest

from bot.dialogue import Declaring, Submit, Summarise, asked_of, begin, step
from bot.domain.expressions import parse
from bot.domain.forms import Form, Question, QuestionKind
from bot.domain.readings import Vocabulary
from bot.language import read
from bot.texts import Texts
from bot.texts.answers import answer_text

NOW = datetime(2021, 2, 19, 3, tzinfo=UTC)
FINISHED = Question(id="finished", kind=QuestionKind.DATE, ask={"default": "Ngày hoàn thành?"}, label="Ngày")
FORM = Form(id="training", questions=(FINISHED,), complete_if=parse("known(finished)"))


@pytest.mark.parametrize("said", ["29/1/2021", "ngày 29/1/2021 ạ", "dạ 29.1.2021"])
def test_a_day_is_understood_kept_and_shown(said: str):
    asked = begin(FORM, Declaring(standing_id=1))
    kept = Declaring.from_json(json.loads(json.dumps(asked.state.to_json())))
    told = step(FORM, kept, read(said, asked_of(FORM, kept), Vocabulary(), NOW))
    assert isinstance(told.outcome, Summarise)

    kept = Declaring.from_json(json.loads(json.dumps(told.state.to_json())))
    confirmed = step(FORM, kept, read("đúng rồi", asked_of(FORM, kept), Vocabulary(), NOW))

    assert isinstance(confirmed.outcome, Submit)
    assert confirmed.outcome.answers == {"finished": "2021-01-29"}
    assert answer_text(Texts.load("vi"), FINISHED, confirmed.outcome.answers["finished"]) == "29/1/2021"
