"""Zalo's updates, read and kept."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.zalo.updates import parse, updates_of
from bot.domain.messages import IncomingKind
from tests.channels.contract import JSON, PAYLOADS

CHAT = "6ede9afa66b88fe6d6a9"
RECORDED = [
    json.loads(path.read_text(encoding="utf-8"))["payload"]
    for path in sorted((PAYLOADS / "zalo").glob("*.json"))
]


def event(name: str = "message.text.received", **message: Any) -> dict[str, Any]:
    about = {"date": 1750316131602, "chat": {"chat_type": "PRIVATE", "id": CHAT}, "message_id": "2d758c"}
    said = {field: value for field, value in (about | message).items() if value is not None}
    return {"event_name": name, "message": said}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(event(text="dạ"), id="flat, as live"),
        pytest.param({"ok": True, "result": event(text="dạ")}, id="wrapped, as documented"),
        pytest.param([event(text="dạ")], id="in a list"),
        pytest.param({"ok": True, "result": [event(text="dạ")]}, id="in a wrapped list"),
    ],
)
def test_every_shape_of_a_body_holds_the_same_update(body: Any):
    [update] = updates_of(body)
    assert (update.key, update.chat) == ("2d758c", CHAT)
    read = parse("zalo:77", update.payload)
    assert read is not None
    assert (read.kind, read.text, read.chat) == (IncomingKind.TEXT, "dạ", CHAT)


class TestStored:
    platform = "zalo"  # whose recorded payloads

    def test_it_is_read_like_what_was_sent(self, payload: dict[str, Any], incoming: dict[str, Any] | None):
        read = [parse("zalo:77", update.payload) for update in updates_of(payload)]
        assert read == ([parse("zalo:77", payload)] if incoming else [])


def test_an_update_without_an_id_of_its_own_has_the_same_key_each_time():
    hidden = event("message.unsupported.received", message_id=None)
    later = event("message.unsupported.received", message_id=None, date=1750316139000)
    keys = [updates_of(body)[0].key for body in (hidden, copy.deepcopy(hidden), later)]
    assert keys[0] == keys[1] != keys[2]
    assert all(len(key) <= 80 for key in keys)


def test_neither_names_nor_addresses_of_pictures_are_kept():
    [update] = updates_of(
        event(
            "message.image.received", photo_url="https://zdn.vn/cccd.jpg", **{"from": {"display_name": "Lan"}}
        )
    )
    assert "zdn.vn" not in str(update.payload)
    assert "Lan" not in str(update.payload)


@pytest.mark.parametrize(
    "date", [None, "hôm nay", -1, 0, 10**30, 1.5, True], ids=lambda date: f"dated {date!r:.12}"
)
def test_a_strange_date_loses_nothing_but_itself(date: Any):
    read = parse("zalo:77", event(text="dạ", date=date))
    assert read is not None
    assert read.text == "dạ"


@settings(deadline=None)
@given(JSON)
def test_any_json_is_read_without_an_error(payload: Any):
    assert updates_of(payload) == []
    if isinstance(payload, dict):
        assert parse("zalo:77", payload) is None


@settings(deadline=None)
@given(st.data())
def test_a_recorded_update_with_anything_in_any_field_is_read_without_an_error(data: st.DataObject):
    payload = copy.deepcopy(data.draw(st.sampled_from(RECORDED)))
    place, key = data.draw(st.sampled_from(list(_places(payload))))
    place[key] = data.draw(JSON)
    parse("zalo:77", payload)
    for update in updates_of(payload):
        assert 0 < len(update.key) <= 80
        json.dumps(update.payload, ensure_ascii=False, allow_nan=False).encode()


def _places(value: Any) -> Any:
    """Every field of a JSON value, with what holds it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield value, name
            yield from _places(inner)
