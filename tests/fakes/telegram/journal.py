"""Everything the double has seen, with monotonic times: the calls of the bot and the updates of people."""

import json
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fakes.telegram.limits import SENDS
from tests.fakes.telegram.parameters import Upload
from tests.fakes.telegram.waiting import Signal


@dataclass(slots=True, kw_only=True, eq=False)
class Call:
    """One request of the bot and what became of it."""

    at: float  #: when it was read; monotonic seconds
    method: str
    chat_id: int | None
    parameters: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)  #: parameters that the method does not know
    delivered: bool = False  #: it took effect, whatever was answered
    fault: str = ""  #: the scripted trouble it met
    status: int = 0  #: HTTP status of the answer; 0 where none is given
    description: str = ""  #: why it was refused
    message_id: int | None = None  #: of the message it made
    answered_at: float | None = None  #: monotonic seconds; None while, or because, nothing was answered

    @property
    def text(self) -> str:
        """The text or caption as the bot sent it."""
        return str(self.parameters.get("text", self.parameters.get("caption", "")))

    @property
    def content(self) -> tuple[object, ...]:
        """What a person would call the same message: chat, text, keyboard, file."""
        markup = self.parameters.get("reply_markup", "")
        files = tuple((name, upload.name, upload.content) for name, upload in self.files.items())
        shown = markup if isinstance(markup, str) else json.dumps(markup, sort_keys=True)
        return self.chat_id, self.method, self.text, shown, files

    def as_json(self) -> dict[str, Any]:
        files = {name: {"name": u.name, "size": len(u.content)} for name, u in self.files.items()}
        names = ["at", "method", "chat_id", "parameters", "warnings", "delivered", "fault"]
        names += ["status", "description", "message_id", "answered_at"]
        return {"files": files} | {name: getattr(self, name) for name in names}


@dataclass(slots=True, kw_only=True, eq=False)
class QueuedUpdate:
    """One update and how far it has come on its way to the bot."""

    update_id: int
    kind: str  #: message, callback_query, my_chat_member …
    chat_id: int
    payload: dict[str, Any]
    encoded: bytes  #: the payload as JSON
    at: float  #: when the person acted; monotonic seconds
    handed_out: int = 0  #: how often it was given to the bot
    acknowledged_at: float | None = None  #: monotonic seconds
    given_up: bool = False  #: the webhook refused it too often

    def as_json(self) -> dict[str, Any]:
        names = ("update_id", "kind", "chat_id", "payload", "at", "handed_out", "acknowledged_at", "given_up")
        return {name: getattr(self, name) for name in names}


class Journal:
    """In memory, and as JSON lines in a file where one is named."""

    def __init__(self, file: Path | None = None) -> None:
        self.calls: list[Call] = []
        self.updates: list[QueuedUpdate] = []
        self._counted: Counter[tuple[str, int | None]] = Counter()
        self._changed = Signal()
        self._file = file.open("a", encoding="utf-8", buffering=1) if file else None

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def begin(self, call: Call) -> None:
        self.calls.append(call)
        self._counted[call.method, None] += 1
        if call.chat_id is not None:
            self._counted[call.method, call.chat_id] += 1
        self._changed.fire()

    def note(self, call: Call) -> None:
        """What became of the call is settled; the answer may still be on its way."""
        self._write("call", call.as_json)

    def arrived(self, update: QueuedUpdate) -> None:
        self.updates.append(update)
        self._write("update", update.as_json)

    def acknowledged(self, update: QueuedUpdate) -> None:
        self._write("acknowledged", lambda: {"update_id": update.update_id, "at": update.acknowledged_at})

    def _write(self, event: str, content: Callable[[], dict[str, Any]]) -> None:
        if self._file is not None:
            self._file.write(json.dumps({"event": event} | content(), ensure_ascii=False, default=str) + "\n")

    def called(
        self, method: str, *, times: int = 1, chat_id: int | None = None, timeout: float = 5.0
    ) -> Awaitable[int]:
        """Wait until the bot has called `method` at least so often; returns how often.

        Raises AssertionError after `timeout` seconds.
        """

        def often_enough() -> int | None:
            count = self._counted[method, chat_id]
            return count if count >= times else None

        return self._changed.until(
            often_enough, timeout, lambda: f"{method}: {self._counted[method, chat_id]} of {times} calls"
        )

    def sent(self, chat_id: int | None = None) -> list[Call]:
        """The messages that reached people (or one chat), oldest first; edits are not among them."""
        return [
            call
            for call in self.calls
            if call.delivered and call.method in SENDS and chat_id in {None, call.chat_id}
        ]

    def duplicates(self, chat_id: int | None = None) -> list[list[Call]]:
        """Messages of the same content that reached the same chat more than once, each with its twins."""
        alike: dict[tuple[object, ...], list[Call]] = {}
        for call in self.sent(chat_id):
            alike.setdefault(call.content, []).append(call)
        return [twins for twins in alike.values() if len(twins) > 1]

    @property
    def warnings(self) -> list[str]:
        """Parameters that the real server would have ignored in silence."""
        return [warning for call in self.calls for warning in call.warnings]
