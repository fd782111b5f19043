"""The people's side: what somebody with Zalo on the phone can do and see."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.waiting import Signal

#: A list of what can be chosen: below an empty line, or all there is.
_CHOICES = re.compile(r"(?:^|\n\n)((?:(?:\d+\.|•) [^\n]+\n?)+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A message of the bot on the screen."""

    message_id: str
    said: str  #: all of its text, or of its caption
    photo: bytes | None = None  #: the picture, as Zalo fetched it

    @property
    def buttons(self) -> list[str]:
        """What its lines offer."""
        return [line.partition(" ")[2] for line in self._lines]

    @property
    def text(self) -> str:
        """What it says above them."""
        found = self._choices()
        return self.said[: found.start()] if found else self.said

    def typed(self, label: str) -> str:
        """What somebody types to choose: the number of the line, or its words where it has none."""
        line = next(line for line in self._lines if line.partition(" ")[2] == label)
        mark = line.partition(" ")[0]
        return label if mark == "•" else mark.rstrip(".")

    @property
    def _lines(self) -> list[str]:
        found = self._choices()
        return found[1].splitlines() if found else []

    def _choices(self) -> "re.Match[str] | None":
        """Numbers count on from 1: a list that does not is a part of the text."""
        found = _CHOICES.search(self.said)
        if found is None:
            return None
        marks = [line.partition(" ")[0] for line in found[1].splitlines()]
        counted = [f"{number}." for number in range(1, len(marks) + 1)]
        return found if marks == counted or set(marks) == {"•"} else None


@dataclass(slots=True, kw_only=True)
class Chat:
    """A private chat with one bot."""

    chat_id: str
    known: bool = False  #: somebody has written to the bot here, so that it may write back
    blocked: bool = False
    messages: list[Shown] = field(default_factory=list)
    unheard: list[Shown] = field(default_factory=list)
    changed: Signal = field(default_factory=Signal)

    def shows(self, message: Shown) -> None:
        self.messages.append(message)
        self.unheard.append(message)
        self.changed.fire()


#: Takes an event on its way to the bot.
Put = Callable[[dict[str, Any]], None]


class Person:
    """One human in the chat with one bot. Every act begins a new listening, as with Telegram's double."""

    def __init__(self, name: str, chat: Chat, put: Put, now: Callable[[], float]) -> None:
        self.name = name
        self.chat = chat
        #: Zalo hides what protected senders write: children, people with disabilities …
        self.protected = False
        self._put = put
        self._now = now
        self._written = 0

    @property
    def screen(self) -> list[Shown]:
        """What the bot has written, oldest first."""
        return self.chat.messages

    async def says(self, *texts: str) -> None:
        """Write one text, or several in a row."""
        self._acts()
        for text in texts:
            self._sends("message.text.received", text=text)

    async def chooses(self, label: str) -> None:
        """Type what stands for a label in the newest message that offers it."""
        message = next((shown for shown in reversed(self.screen) if label in shown.buttons), None)
        assert message is not None, f"{label!r} is not offered:\n{self._told()}"
        await self.says(message.typed(label))

    async def sends_photo(self, caption: str = "") -> None:
        self._acts()
        photo = "https://photo-stal-1.zdn.vn/anh-cua-toi.jpg"
        self._sends("message.image.received", photo_url=photo, caption=caption, message_type="CHAT_PHOTO")

    async def sends_sticker(self) -> None:
        self._acts()
        self._sends(
            "message.sticker.received", sticker="bfe458bf64fa8da4d4eb", url="https://zalo-api.zadn.vn/s"
        )

    async def sends_voice(self) -> None:
        self._acts()
        self._sends(
            "message.voice.received", voice_url="https://voice.zdn.vn/1.aac", message_type="CHAT_VOICE"
        )

    async def sends_document(self) -> None:
        """Zalo tells no more of it than of what a protected sender writes."""
        self._acts()
        self._sends("message.unsupported.received")

    async def blocks(self) -> None:
        """The bot is not told; its messages are refused from now on."""
        self.chat.blocked = True

    async def unblocks(self) -> None:
        self.chat.blocked = False

    def hears(self, containing: str = "", *, button: str = "", timeout: float = 5.0) -> Awaitable[Shown]:
        """Wait for a message of the bot since the last act; each is heard once.

        `containing`: within its text; `button`: it offers this. Raises AssertionError with the screen after
        `timeout` seconds.
        """

        def attempt() -> Shown | None:
            for index, shown in enumerate(self.chat.unheard):
                if containing in shown.said and (not button or button in shown.buttons):
                    return self.chat.unheard.pop(index)
            return None

        return self.chat.changed.until(
            attempt,
            timeout,
            lambda: f"{self.name} heard nothing like {containing or button!r}:\n{self._told()}",
        )

    def _acts(self) -> None:
        assert not self.chat.blocked, f"{self.name} has blocked the bot"
        self.chat.known = True
        self.chat.unheard.clear()

    def _sends(self, event: str, **content: Any) -> None:
        if self.protected:
            event, content = "message.unsupported.received", {}
        self._written += 1
        seed = f"{self.chat.chat_id}/{self._written}"
        message = {
            "date": int(self._now() * 1000),
            "chat": {"chat_type": "PRIVATE", "id": self.chat.chat_id},
            "message_id": hashlib.sha256(seed.encode()).hexdigest()[:20],
            "from": {"id": self.chat.chat_id, "is_bot": False, "display_name": self.name},
            **{name: value for name, value in content.items() if value != ""},
        }
        self._put({"event_name": event, "message": message})

    def _told(self) -> str:
        return "\n---\n".join(shown.said for shown in self.screen[-6:]) or "(empty screen)"
