"""One JSON line in, one JSON object out."""

import json

import pytest

from bot.language.parsing import parse_line


def test_a_line_is_read():
    line = '{"id": "a", "asked": "family_total", "text": "nhầm, 4 người"}'
    assert parse_line(line) == {"id": "a", "slots": {"family_total": 4}, "ask": False}


def test_the_question_of_the_line_goes_before_the_argument():
    assert parse_line('{"id": 1, "asked": null, "text": "4"}', "family_total")["slots"] == {"family_total": 4}
    line = '{"id": 1, "asked": "family_installed", "text": "4"}'
    assert parse_line(line, "family_total")["slots"] == {"family_installed": 4}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{", "not a JSON object"),
        ("[]", "not a JSON object"),
        ('{"id": 7}', 'no "text"'),
        ('{"id": 7, "text": 5}', 'no "text"'),
        ('{"id": 7, "text": "4", "asked": "nonsense"}', "unknown slot asked: 'nonsense'"),
    ],
)
def test_a_bad_line_says_what_is_wrong(line: str, error: str):
    assert parse_line(line)["error"] == error


def test_explaining_names_the_words_and_the_rules():
    line = json.dumps({"id": 1, "text": "mai em cài, mẹ cài rồi"})
    found = parse_line(line, explain=True)
    assert found["intent"] == "promise"
    assert found["when"] == "2020-08-21T00:30:00+00:00"
    assert {"soon: mai", "verb: cài", "kin: mẹ", "clause:finished: mẹ cài rồi"} <= set(found["evidence"])
