"""Logs: one line an event, without tokens and telephone numbers, whoever wrote them."""

import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from bot.logs import Redacting, set_up_logging

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def record(message: str, *arguments: Any, failed: bool = False) -> logging.LogRecord:
    information = sys.exc_info() if failed else None
    return logging.LogRecord("bot.test", logging.WARNING, __file__, 1, message, arguments, information)


@pytest.mark.parametrize("shape", ["text", "json"])
@pytest.mark.parametrize(
    ("message", "argument"),
    [
        pytest.param("POST https://api.telegram.org/bot%s/getMe", TOKEN, id="a token in an address"),
        pytest.param("token is %s.", TOKEN, id="a token in a sentence"),
        pytest.param("call %s", "0912345678", id="a telephone number"),
        pytest.param("call %s", "+84912345678", id="with the country's code"),
    ],
)
def test_what_must_not_be_in_a_log_is_taken_out(shape: Any, message: str, argument: str):
    line = Redacting(shape).format(record(message, argument))

    assert argument not in line
    assert "…" in line


@pytest.mark.parametrize("shape", ["text", "json"])
def test_a_traceback_is_kept_without_its_secrets(shape: Any):
    try:
        raise ValueError(f"https://api.telegram.org/bot{TOKEN}/sendMessage")
    except ValueError:
        line = Redacting(shape).format(record("failed", failed=True))

    assert TOKEN not in line
    assert "ValueError" in line


def test_ordinary_numbers_stay():
    line = Redacting("text").format(record("%s of %s, chat %s", 10_000, 123456789, "987654321012"))

    assert "10000 of 123456789, chat 987654321012" in line


def test_json_is_one_object_a_line():
    line = Redacting("json").format(record("hai\ndòng: %s", "đã nhận"))

    assert "\n" not in line
    read = json.loads(line)
    assert (read["level"], read["logger"], read["message"]) == ("WARNING", "bot.test", "hai\ndòng: đã nhận")
    assert read["at"].endswith("+00:00")


def test_libraries_that_print_addresses_are_quiet(capsys: pytest.CaptureFixture[str]):
    set_up_logging("DEBUG", "text")

    logging.getLogger("aiohttp.access").info("POST https://example.vn/%s", "secret")
    logging.getLogger("uvicorn").debug("secret")
    logging.getLogger("bot.test").info("started")

    said = capsys.readouterr()
    assert said.out == ""
    assert "started" in said.err
    assert "secret" not in said.err
