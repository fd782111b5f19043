"""What an update of Telegram says. Pure, and nothing that may stand in its JSON raises.

The fields are read by their names and types, whatever else stands beside them: python-telegram-bot's own
objects cost a good part of a turn, and a field that changed its shape would lose a person's message with
them. `tests/channels/` holds both readings against each other.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.channels.plain_text import clean, one_line, storable
from bot.channels.telegram.limits import FETCHED, GONE, MEDIA, WANTED
from bot.domain.channels import TELEGRAM, Update
from bot.domain.messages import FileRef, Incoming, IncomingKind

#: What a person who unblocks the bot says by it; buttons of most phones send it as a message as well.
_HELLO = "/start"
_LONGEST_NUMBER = 2**63


def to_update(payload: object) -> Update | None:
    """A raw update as the inbox keeps it; None if it is none, or of no private chat.

    What is said in groups and channels is nobody's answer and is not stored.
    """
    found = _private(payload)
    match payload:
        case {"update_id": int(number)} if found is not None and 0 <= number < _LONGEST_NUMBER:
            _kind, chat, _content = found
        case _:
            return None
    try:
        return Update(key=str(number), chat=chat, payload=storable(payload))
    except RecursionError:
        return None


def tap_of(payload: Mapping[str, Any]) -> str | None:
    """The id of the tap that waits for a sign of life; None if the update is no tap."""
    match payload:
        case {"callback_query": {"id": str(tap)}}:
            return tap
    return None


def parse(payload: Mapping[str, Any]) -> Incoming | None:
    """What a stored update says; None if it concerns nobody."""
    found = _private(payload)
    if found is None:
        return None
    kind, chat, content = found
    match kind, content:
        case "message" | "edited_message", {"text": str(text)}:
            # An edited text is a correction. Other edits (a place that moves, a caption) say nothing new.
            return Incoming(
                channel=TELEGRAM,
                chat=chat,
                kind=IncomingKind.TEXT,
                text=clean(text),
                sent_at=_moment(content.get("edit_date", content.get("date"))),
            )
        case "message", _:
            return _attachment(chat, content)
        case "callback_query", {"data": str(data), "message": {"message_id": int(number)}}:
            return Incoming(
                channel=TELEGRAM,
                chat=chat,
                kind=IncomingKind.ACTION,
                action=clean(data),
                message_ref=str(number),
            )
        case "my_chat_member", {"new_chat_member": {"status": str(status)}}:
            gone = status in GONE
            return Incoming(
                channel=TELEGRAM,
                chat=chat,
                kind=IncomingKind.STOPPED if gone else IncomingKind.TEXT,
                text="" if gone else _HELLO,
                sent_at=_moment(content.get("date")),
            )
    return None


def _private(payload: object) -> tuple[str, str, Mapping[str, Any]] | None:
    """Kind, chat and content of an update from a private chat."""
    if not isinstance(payload, Mapping):
        return None
    for kind in WANTED:
        content: Any = payload.get(kind)
        match content:
            case {"chat": {"type": "private", "id": int(chat)}} | {
                "message": {"chat": {"type": "private", "id": int(chat)}}
            } if 0 < chat < _LONGEST_NUMBER:
                return kind, str(chat), content
    return None


def _attachment(chat: str, message: Mapping[str, Any]) -> Incoming | None:
    """A message without text: a file that can be fetched, something else, or a note of Telegram's own."""
    caption = message.get("caption")
    file = None
    match message:
        case {"document": {"file_id": str(ref)} as about} if not MEDIA & message.keys():  # a GIF is both
            size = about.get("file_size")
            if not isinstance(size, int) or size <= FETCHED:
                file = FileRef(
                    ref=ref,
                    name=one_line(str(about.get("file_name", ""))),
                    size=size if isinstance(size, int) else 0,
                )
        case _ if not MEDIA & message.keys():
            return None
    return Incoming(
        channel=TELEGRAM,
        chat=chat,
        kind=IncomingKind.MEDIA if file is None else IncomingKind.DOCUMENT,
        text=clean(caption) if isinstance(caption, str) else "",
        file=file,
        sent_at=_moment(message.get("date")),
    )


def _moment(seconds: object) -> datetime | None:
    """Unix seconds as an instant; None for what is no date."""
    if isinstance(seconds, int) and 0 < seconds < 2**33:
        return datetime.fromtimestamp(seconds, UTC)
    return None
