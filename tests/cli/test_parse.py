"""`khaibao parse`: a line in, a line out, whatever the line before was."""

import json

import pytest

from tests.cli.conftest import Khaibao


def lines(*rows: object) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def test_every_line_is_answered_in_order(khaibao: Khaibao):
    found = khaibao(
        "parse",
        stdin=lines(
            {"id": 1, "text": "em và 3 người nhà cài rồi ạ"},
            "",
            {"id": "hai", "asked": "family_total", "text": "4"},
        ),
    )

    first, second = map(json.loads, found.out.splitlines())
    assert (found.code, first["id"], second["id"]) == (0, 1, "hai")
    assert (first["slots"]["self_installed"], first["slots"]["family_installed"]) == (True, 3)
    assert second["slots"] == {"family_total": 4}
    assert isinstance(first["ask"], bool)


def test_what_was_asked_may_be_said_once_for_all_lines(khaibao: Khaibao):
    row = {"id": 1, "text": "4"}

    asked = json.loads(khaibao("parse", "--asked", "family_total", stdin=lines(row)).out)
    not_asked = json.loads(khaibao("parse", stdin=lines(row)).out)

    assert asked["slots"] == {"family_total": 4}
    assert not_asked["slots"] != asked["slots"]


def test_the_words_that_led_there_can_be_shown(khaibao: Khaibao):
    row = {"id": 1, "text": "em cài rồi"}

    plain, explained = (
        json.loads(khaibao("parse", *word, stdin=lines(row)).out) for word in ([], ["--explain"])
    )

    assert set(plain) == {"id", "slots", "ask"}
    assert set(explained) > set(plain)


@pytest.mark.parametrize(
    "bad",
    ["em cài rồi", "{", "[]", "null", "7", '{"id": 1}', '{"id": 1, "text": 7}', '{"text": null}', "\ud800"],
    ids=repr,
)
def test_a_bad_line_is_named_and_the_next_one_read(khaibao: Khaibao, bad: str):
    found = khaibao("parse", stdin=lines(bad, {"id": 2, "text": "em cài rồi"}))

    assert found.code == 1
    assert len(found.err.splitlines()) == 1
    assert "1" in found.err
    assert [json.loads(line)["id"] for line in found.out.splitlines()] == [2]


def test_an_unknown_question_is_said(khaibao: Khaibao):
    found = khaibao("parse", "--asked", "no_such_slot", stdin=lines({"id": 1, "text": "4"}))

    assert found.code in (1, 2)
    assert found.out == ""


def test_nothing_in_nothing_out(khaibao: Khaibao):
    found = khaibao("parse")

    assert (found.code, found.out, found.err) == (0, "", "")
