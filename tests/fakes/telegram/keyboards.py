"""Keyboards under messages: what Telegram accepts (core.telegram.org/bots/api#inlinekeyboardmarkup)."""

from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.refusals import bad_request

CALLBACK_DATA_BYTES = 64
MOST_BUTTONS = 100

_WAYS_TO_ACT = {
    *("url", "callback_data", "web_app", "login_url", "copy_text", "callback_game", "pay"),
    *("switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"),
}


@dataclass(frozen=True, slots=True)
class Button:
    """A button on somebody's screen: inline where it has data or a link, else of the reply keyboard."""

    label: str
    data: str | None = None
    url: str | None = None
    asks_for_contact: bool = False


def check(markup: Any) -> dict[str, Any] | None:
    """The markup as it was given. Raises Refusal where Telegram would refuse it."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "inline keyboard")
        for button in (button for row in rows for button in row):
            _check_inline(button)
    elif "keyboard" in markup:
        for button in (button for row in _rows(markup["keyboard"], "keyboard") for button in row):
            if not (button if isinstance(button, str) else button.get("text")):
                raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
    return markup


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f"object expected as {what}: an Array of Array of buttons")
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return rows


def _check_inline(button: Any) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    ways = _WAYS_TO_ACT & button.keys()
    if not ways:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in ways:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in ways and not str(button["url"]).startswith(("http://", "https://", "tg://", "t.me/")):
        raise bad_request("BUTTON_URL_INVALID")


def inline_buttons(payload: dict[str, Any]) -> list[list[Button]]:
    """The inline keyboard of a message as the Bot API shows it."""
    rows = payload.get("reply_markup", {}).get("inline_keyboard", [])
    return [[Button(b["text"], b.get("callback_data"), b.get("url")) for b in row] for row in rows]


def reply_buttons(markup: dict[str, Any]) -> list[list[Button]]:
    """The buttons of a reply keyboard."""
    return [
        [
            Button(button)
            if isinstance(button, str)
            else Button(button["text"], asks_for_contact=bool(button.get("request_contact")))
            for button in row
        ]
        for row in markup["keyboard"]
    ]
