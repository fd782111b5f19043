"""Telegram's side of a conversation: chats, the messages in them, files, taps on buttons."""

import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.keyboards import Button, inline_buttons
from tests.fakes.telegram.refusals import Refusal, bad_request, forbidden
from tests.fakes.telegram.waiting import Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file on Telegram's servers."""

    file_id: str
    name: str
    mime: str
    path: str  #: what getFile calls `file_path`
    content: bytes

    def as_json(self) -> dict[str, Any]:
        return {
            "file_id": self.file_id,
            "file_unique_id": hashlib.sha256(self.content).hexdigest()[:16],
            "file_size": len(self.content),
        }


@dataclass(slots=True, kw_only=True, eq=False)
class Message:
    """One message on a screen; an edit changes it in place."""

    payload: dict[str, Any]  #: as the Bot API shows it
    file: StoredFile | None = None
    earlier: list[dict[str, Any]] = field(default_factory=list)  #: payloads before each edit

    @property
    def message_id(self) -> int:
        return int(self.payload["message_id"])

    @property
    def from_bot(self) -> bool:
        return bool(self.payload["from"]["is_bot"])

    @property
    def text(self) -> str:
        """The text, or the caption of a file."""
        return str(self.payload.get("text", self.payload.get("caption", "")))

    @property
    def rows(self) -> list[list[Button]]:
        """The inline keyboard."""
        return inline_buttons(self.payload)

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline keyboard, row after row."""
        return [button.label for row in self.rows for button in row]

    def button(self, name: str, *, also_earlier: bool = False) -> Button | None:
        """The button of this label or data; `also_earlier`: even if an edit has removed it since."""
        for payload in [self.payload, *(reversed(self.earlier) if also_earlier else ())]:
            for button in (button for row in inline_buttons(payload) for button in row):
                if name in {button.label, button.data}:
                    return button
        return None

    def change(self, changes: dict[str, Any]) -> None:
        """Replace fields; None removes one."""
        self.earlier.append(self.payload)
        merged = self.payload | changes
        self.payload = {name: value for name, value in merged.items() if value is not None}

    def __str__(self) -> str:
        who = "bot" if self.from_bot else "person"
        name = f" <{self.file.name}>" if self.file else ""
        return f"{who}: {self.text}{name} {self.buttons or ''}".rstrip()


@dataclass(frozen=True, slots=True)
class Notice:
    """What answerCallbackQuery shows over the chat."""

    text: str
    alert: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Chat:
    """One chat as its people see it."""

    payload: dict[str, Any]
    known: bool = False  #: somebody has written to the bot here, so that it may write back
    forbidden: str = ""  #: why the bot may not write
    messages: dict[int, Message] = field(default_factory=dict)
    unheard: list[Message] = field(default_factory=list)  #: of the bot, new or edited, not yet heard
    notices: list[Notice] = field(default_factory=list)
    reply_keyboard: list[list[Button]] = field(default_factory=list)
    changed: Signal = field(default_factory=Signal)

    @property
    def chat_id(self) -> int:
        return int(self.payload["id"])

    def shows(self, message: Message) -> None:
        """The bot has written or edited something."""
        if message.earlier and message in self.unheard:
            self.unheard.remove(message)
        self.unheard.append(message)
        self.changed.fire()

    def refusal(self) -> Refusal | None:
        """Why the bot may not write here, if it may not."""
        if not self.known:
            return bad_request("chat not found")
        return forbidden(self.forbidden) if self.forbidden else None


@dataclass(slots=True, kw_only=True)
class Tap:
    """A tap on an inline button; the button spins until it is answered."""

    query_id: str
    chat: Chat
    answered: int = 0


class World:
    """All chats of one bot. `now`: Unix seconds."""

    def __init__(self, *, bot_id: int, now: Callable[[], float]) -> None:
        self.bot = {
            "id": bot_id,
            "is_bot": True,
            "first_name": "Khai báo",
            "username": "khai_bao_test_bot",
        }
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.taps: dict[str, Tap] = {}
        self.now = now
        self._last_message_id = 0

    def new_message(
        self, chat: Chat, author: dict[str, Any], content: dict[str, Any], file: StoredFile | None = None
    ) -> Message:
        """Put a message on the screens of a chat."""
        self._last_message_id += 1
        payload = {
            "message_id": self._last_message_id,
            "from": author,
            "chat": chat.payload,
            "date": int(self.now()),
            **content,
        }
        message = Message(payload=payload, file=file)
        chat.messages[self._last_message_id] = message
        return message

    def store(self, folder: str, name: str, mime: str, content: bytes) -> StoredFile:
        """Keep a file under a fresh id."""
        number = len(self.files) + 1
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        file = StoredFile(
            file_id=f"file-{number}-{hashlib.sha256(content).hexdigest()[:24]}",
            name=name,
            mime=mime,
            path=f"{folder}/file_{number}.{suffix}",
            content=content,
        )
        self.files[file.file_id] = file
        return file

    def file_at(self, path: str) -> StoredFile | None:
        return next((file for file in self.files.values() if file.path == path), None)

    def document(self, file: StoredFile) -> dict[str, Any]:
        return {"document": file.as_json() | {"file_name": file.name, "mime_type": file.mime}}

    def photo(self, file: StoredFile) -> dict[str, Any]:
        width, height = picture_size(file.content) or (320, 240)
        return {"photo": [file.as_json() | {"width": width, "height": height}]}


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG in pixels; None for what is no PNG."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height
