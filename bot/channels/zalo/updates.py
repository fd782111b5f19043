"""What an update of Zalo says (bot.zaloplatforms.com/docs/webhook). Pure; no JSON makes it raise.

    {"event_name": "message.text.received",
     "message": {"date": 1750316131602, "chat": {"chat_type": "PRIVATE", "id": "6ede9afa66b88fe6d6a9"},
                 "message_id": "2d758cb5e222177a4e35", "from": {…}, "text": "Xin chào"}}

The documentation wraps that in {"ok": true, "result": …}, live traffic does not: both are read. Dates are in
milliseconds. Zalo does not hand out what protected senders (children, people with disabilities) and
unsupported attachments say: it is the event `message.unsupported.received`, for both.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.channels.plain_text import clean, storable
from bot.domain.channels import Update
from bot.domain.messages import Incoming, IncomingKind

_TEXT, _UNSUPPORTED = "message.text.received", "message.unsupported.received"
#: A link is a text on the phone; its fields are not documented.
_LINK = "message.link.received"
_KINDS: Mapping[str, IncomingKind] = {
    _TEXT: IncomingKind.TEXT,
    _LINK: IncomingKind.TEXT,
    "message.image.received": IncomingKind.MEDIA,
    "message.sticker.received": IncomingKind.MEDIA,
    "message.voice.received": IncomingKind.MEDIA,
    _UNSUPPORTED: IncomingKind.UNSUPPORTED,
}
#: Not kept: names, and addresses under which anybody can fetch what somebody photographed or said.
_FORGOTTEN = frozenset({"from", "photo", "photo_url", "voice_url"})
_PRIVATE = "PRIVATE"
#: What the inbox has room for.
_LONGEST = 80
#: Dates above are in milliseconds, dates below in seconds (the year 5138, or 1973).
_MILLISECONDS = 10**11


def updates_of(body: object) -> list[Update]:
    """What has to be stored of a webhook's body or a poll's result: one object, or a list of them.

    Events of unknown names, of groups and of nobody are left out.
    """
    body = _unwrapped(body)
    bodies = body if isinstance(body, list) else [body]
    return [update for one in bodies if (update := _update(one)) is not None]


def parse(channel: str, payload: Mapping[str, Any]) -> Incoming | None:
    """What a stored update says on this channel; None if it concerns nobody."""
    found = _private(_unwrapped(payload))
    if found is None:
        return None
    event, chat, message = found
    kind = _KINDS[event]
    text = next(_texts(event, message), "")
    if kind is IncomingKind.TEXT and not text:
        kind = IncomingKind.MEDIA  # a link without its address
    return Incoming(
        channel=channel, chat=chat, kind=kind, text=clean(text), sent_at=_moment(message.get("date"))
    )


def _update(body: object) -> Update | None:
    event = _unwrapped(body)
    found = _private(event)
    if found is None:
        return None
    name, chat, message = found
    kept = {field: value for field, value in message.items() if field not in _FORGOTTEN}
    kept["chat"] = {"id": chat, "chat_type": _PRIVATE}
    try:
        payload = storable({"event_name": name, "message": kept})
    except RecursionError:
        return None
    return Update(key=_key(name, chat, message), chat=chat, payload=payload)


def _key(event: str, chat: str, message: Mapping[str, Any]) -> str:
    """The same for every delivery of one message: its id, or else what happened where and when."""
    message_id = message.get("message_id")
    if isinstance(message_id, str) and 0 < len(clean(message_id)) <= _LONGEST:
        return clean(message_id)
    seen = f"{event}|{chat}|{message_id}|{message.get('date')}"
    return hashlib.sha256(seen.encode(errors="replace")).hexdigest()


def _unwrapped(body: object) -> object:
    match body:
        case {"event_name": _}:
            return body
        case {"result": event}:
            return event
    return body


def _private(event: object) -> tuple[str, str, Mapping[str, Any]] | None:
    """Name, chat and message of an event that a person caused in a private chat."""
    match event:
        case {
            "event_name": str(name),
            "message": {"chat": {"id": str(chat)} as place} as message,
        } if name in _KINDS and 0 < len(chat) <= _LONGEST and clean(chat) == chat:
            author = message.get("from")
            sender = author if isinstance(author, Mapping) else {}
            # In a private chat both ids are the same.
            kind = place.get("chat_type", _PRIVATE if sender.get("id") == chat else None)
            if kind == _PRIVATE and sender.get("is_bot") is not True:
                return name, chat, message
    return None


def _texts(event: str, message: Mapping[str, Any]) -> Iterator[str]:
    """Where an event may carry words, the likeliest first."""
    fields = ("text", "link", "url") if event == _LINK else ("text", "caption")
    for field in fields:
        if isinstance(text := message.get(field), str) and text:
            yield text


def _moment(date: object) -> datetime | None:
    """A date of Zalo's as an instant; None for what is none."""
    if not isinstance(date, int) or not 0 < date < 2**33 * 1000:
        return None
    return datetime.fromtimestamp(date / 1000 if date > _MILLISECONDS else date, UTC)
