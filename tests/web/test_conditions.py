"""Conditions as the page's script reads them."""

from typing import Any

import pytest

from bot.campaigns import load_campaign, shipped
from bot.domain.expressions import parse
from bot.web.conditions import as_json


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("not done", ["not", "done"]),
        ("total > 0", [">", "total", {"is": 0}]),
        ("a and (b or not c)", ["and", "a", ["or", "b", ["not", "c"]]]),
        ("0 < a <= 5", ["and", ["<", {"is": 0}, "a"], ["<=", "a", {"is": 5}]]),
        ('kind in ("x", "y")', ["in", "kind", ["all of", {"is": "x"}, {"is": "y"}]]),
        ("total - done * 2 == -1", ["==", ["-", "total", ["*", "done", {"is": 2}]], ["neg", {"is": 1}]]),
        ("known(a)", ["known", "a"]),
    ],
)
def test_a_condition_is_a_tree_of_lists(condition: str, expected: Any):
    assert as_json(parse(condition)) == expected


def test_every_condition_that_is_shipped_can_be_read():
    conditions = [
        question.ask_if
        for path in shipped()
        for form in load_campaign(path).forms.values()
        for question in form.questions
        if question.ask_if is not None
    ]
    assert {type(as_json(condition)) for condition in conditions} == {str, list}
