"""Telegram's updates, read."""

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Update as TelegramUpdate

from bot.channels.telegram.updates import parse, to_update
from bot.domain.messages import IncomingKind
from tests.channels.contract import JSON, PAYLOADS

RECORDED = [
    json.loads(path.read_text(encoding="utf-8"))["payload"]
    for path in sorted((PAYLOADS / "telegram").glob("*.json"))
]


def test_our_reading_agrees_with_the_library(payload: dict[str, Any], incoming: dict[str, Any] | None):
    read = parse(payload)
    assert (read is not None) == (incoming is not None)
    if read is None:
        return
    update = TelegramUpdate.de_json(copy.deepcopy(payload), None)
    assert update.update_id == payload["update_id"]
    assert update.effective_chat is not None
    assert read.chat == str(update.effective_chat.id)
    if update.callback_query:
        assert read.action == update.callback_query.data
    message = update.edited_message or update.message
    if message is None:
        return
    assert read.sent_at == (message.edit_date or message.date)
    assert read.text == (message.text or message.caption or "")
    if read.file:
        assert message.document is not None
        assert read.file.ref == message.document.file_id


@settings(deadline=None)
@given(JSON)
def test_any_json_is_read_without_an_error(payload: Any):
    assert parse(payload) is None
    assert to_update(payload) is None


@settings(deadline=None)
@given(st.data())
def test_a_recorded_update_with_anything_in_any_field_is_read_without_an_error(data: st.DataObject):
    payload = copy.deepcopy(data.draw(st.sampled_from(RECORDED)))
    place, key = data.draw(st.sampled_from(list(_places(payload))))
    place[key] = data.draw(JSON)
    parse(payload)
    update = to_update(payload)
    if update is not None:
        json.dumps(update.payload, ensure_ascii=False, allow_nan=False).encode()


def _places(value: Any) -> Any:
    """Every field in an update: the object or list that holds it, and its name."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield value, key
        yield from _places(inner)


def test_what_no_database_takes_is_left_out_before_it_is_stored():
    update = to_update(_message(text="em\x00 cài\ud800 rồi", odd=[float("nan"), float("inf"), 1.5]))
    assert update is not None
    assert update.payload["message"]["text"] == "em cài rồi"
    assert update.payload["message"]["odd"] == [None, None, 1.5]


def test_what_is_said_in_a_group_is_not_stored():
    assert to_update(_message(text="/start", chat={"id": -100, "type": "supergroup"})) is None


def test_an_update_nested_too_deep_to_be_stored_is_none():
    nested: list[Any] = []
    for _ in range(100_000):
        nested = [nested]
    assert to_update(_message(text="?", odd=nested)) is None


def test_a_number_that_no_database_takes_is_no_update():
    assert to_update({**_message(text="?"), "update_id": 10**30}) is None


def test_a_gif_is_media_although_telegram_calls_it_a_document_as_well():
    incoming = parse(_message(animation={"file_id": "a"}, document={"file_id": "a"}))
    assert incoming is not None
    assert incoming.kind is IncomingKind.MEDIA


def _message(**content: Any) -> dict[str, Any]:
    return {
        "update_id": 7,
        "message": {"message_id": 1, "chat": {"id": 11, "type": "private"}, "date": 1597760700, **content},
    }
