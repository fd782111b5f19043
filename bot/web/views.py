"""What a page is told about a conversation, as JSON and for its templates."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.deadlines import local
from bot.texts import Texts
from bot.web.history import History, Message

#: What the chat's script says by itself.
CHAT_KEYS = (
    "web-sending",
    "web-unsent",
    "web-failed",
    "web-offline",
    "web-error-too-large",
    "web-said-you",
    "web-said-us",
    "web-download",
)


def chat_words(texts: Texts) -> dict[str, str]:
    """The words of the chat's script."""
    return {key: texts(key) for key in CHAT_KEYS}


def clock(moment: datetime) -> str:
    """ "07:05" in Vietnam: the short form of phones, beside every bubble."""
    return f"{local(moment):%H:%M}"


def history_view(history: History, messages: Iterable[Message], base: str, texts: Texts) -> dict[str, Any]:
    """A conversation, or the part of it that is in `messages`; `base` is the address of the chat."""
    return {
        "messages": [message_view(message, base, texts) for message in messages],
        "cursor": history.cursor,
        "question": history.question,
        "waiting": history.waiting,
    }


def message_view(message: Message, base: str, texts: Texts) -> Mapping[str, Any]:
    """One bubble. The day and time are those of the server: its clock may be a simulated one."""
    file = message.attachment
    return {
        "id": message.id,
        "order": list(message.order),
        "ours": message.is_ours,
        "text": message.text,
        "time": clock(message.at),
        "day": texts.formats.day(local(message.at).date()),
        "key": message.key,
        "failed": message.failed,
        "choices": [{"label": choice.label, "action": choice.action} for choice in message.choices],
        "file": file
        and {
            "name": file.name or texts("web-photo"),
            "url": f"{base}/files/{file.ref}" if file.ref else "",
            "picture": file.mime.startswith("image/"),
        },
    }
