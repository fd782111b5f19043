"""The methods of the Zalo Bot API (bot.zaloplatforms.com/docs), as strict as its documentation."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.telegram.refusals import Refusal, bad_request
from tests.fakes.zalo.bots import Bot
from tests.fakes.zalo.people import Chat, Shown

MOST_TEXT = 2000
#: The parameters of each method, the optional ones with a question mark.
PARAMETERS: Mapping[str, str] = {
    "getMe": "",
    "getUpdates": "timeout?",
    "setWebhook": "url secret_token",
    "deleteWebhook": "",
    "getWebhookInfo": "",
    "sendMessage": "chat_id text parse_mode? text_styles?",
    "sendPhoto": "chat_id photo caption?",
    "sendChatAction": "chat_id action",
}
SENDS = frozenset({"sendMessage", "sendPhoto"})


@dataclass(slots=True, kw_only=True)
class Call:
    """One request of a bot and what became of it."""

    bot: Bot
    method: str
    parameters: dict[str, Any]
    at: float  #: monotonic seconds
    delivered: bool = False
    status: int = 0  #: of the answer; 0 where none is given
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def chat_id(self) -> str:
        return str(self.parameters.get("chat_id", ""))

    @property
    def text(self) -> str:
        return str(self.parameters.get("text", self.parameters.get("caption", "")))


def check(call: Call) -> None:
    """Raises the Refusal of a call that the documentation does not know."""
    if call.method not in PARAMETERS:
        raise Refusal(404, "Not Found")
    names = PARAMETERS[call.method].split()
    for name in names:
        if not name.endswith("?") and call.parameters.get(name) in (None, ""):
            raise bad_request(f"{name} is required")
    if unknown := call.parameters.keys() - {name.rstrip("?") for name in names}:
        raise bad_request(f"unknown parameter {min(unknown)}")
    for name in ("text", "caption"):
        if len(str(call.parameters.get(name, "")).encode("utf-16-le")) // 2 > MOST_TEXT:
            raise bad_request(f"{name} is too long")


async def run(call: Call) -> Any:
    """Let a call take effect; returns its result. Raises Refusal."""
    return await _METHODS[call.method](call)


async def _get_me(call: Call) -> dict[str, Any]:
    bot = call.bot
    return {"id": bot.id, "account_name": f"bot.{bot.id}", "account_type": "BASIC", "can_join_groups": False}


async def _get_updates(call: Call) -> Any:
    if call.bot.url:
        raise bad_request("webhook is active")
    batch = await call.bot.poll(float(call.parameters.get("timeout", 30)))
    if not batch:
        raise Refusal(408, "Request timeout")
    return batch if call.bot.lists else batch[0]


async def _set_webhook(call: Call) -> dict[str, Any]:
    url, secret = str(call.parameters["url"]), str(call.parameters["secret_token"])
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.hostname in {None, "localhost", "127.0.0.1"}:
        raise bad_request("url is not a public https address")
    if not 8 <= len(secret) <= 256:
        raise bad_request("secret_token must be 8 to 256 characters")
    status = await _probe(call.bot.local(url))
    call.bot.set_webhook(url, secret)
    good = status == 200
    outcome = "webhook.ok" if good else f"webhook.http.{status or 'other'}"
    return {
        "url": url,
        "updated_at": int(call.bot.now() * 1000),
        "verification": {"ok": good, "outcome": outcome, "status_code": status, "latency_ms": 1, "hint": ""},
    }


async def _delete_webhook(call: Call) -> dict[str, Any]:
    call.bot.set_webhook("", "")
    return {"url": "", "updated_at": int(call.bot.now() * 1000)}


async def _get_webhook_info(call: Call) -> dict[str, Any]:
    if not call.bot.url:
        raise Refusal(404, "Not Found")
    return {"url": call.bot.url, "updated_at": int(call.bot.now() * 1000)}


async def _send_message(call: Call) -> dict[str, Any]:
    return _shown(call, _writable(call), None)


async def _send_photo(call: Call) -> dict[str, Any]:
    chat = _writable(call)
    photo = await _fetched(call.bot.local(str(call.parameters["photo"])))
    if photo is None:
        raise bad_request("photo cannot be fetched")
    return _shown(call, chat, photo)


async def _send_chat_action(call: Call) -> None:
    _writable(call)


def _writable(call: Call) -> Chat:
    """The chat that a message is for. How Zalo words these refusals is not published."""
    chat = call.bot.chats.get(call.chat_id)
    if chat is None or not chat.known:
        raise bad_request("chat not found")
    if chat.blocked:
        raise Refusal(403, "Forbidden: user has blocked the bot")
    return chat


def _shown(call: Call, chat: Chat, photo: bytes | None) -> dict[str, Any]:
    bot = call.bot
    if bot.monthly is not None and bot.sent >= bot.monthly:
        raise Refusal(429, "Quota exceeded")
    bot.sent += 1
    message_id = f"{bot.sent:020x}"
    chat.shows(Shown(message_id=message_id, said=call.text, photo=photo))
    return {"message_id": message_id, "date": int(bot.now() * 1000)}


async def _probe(url: str) -> int:
    """The status that an empty call of a webhook gets, 0 for none."""
    try:
        async with aiohttp.ClientSession() as session, session.post(url, data=b"") as response:
            return response.status
    except aiohttp.ClientError:
        return 0


async def _fetched(url: str) -> bytes | None:
    try:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return await response.read() if response.status == 200 else None
    except aiohttp.ClientError:
        return None


_METHODS: Mapping[str, Callable[[Call], Awaitable[Any]]] = {
    "getMe": _get_me,
    "getUpdates": _get_updates,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
    "sendMessage": _send_message,
    "sendPhoto": _send_photo,
    "sendChatAction": _send_chat_action,
}
