"""The people's side: what somebody with a phone can do and see."""

import base64
from collections.abc import Awaitable
from typing import Any

from tests.fakes.telegram.formatting import commands_in
from tests.fakes.telegram.journal import QueuedUpdate
from tests.fakes.telegram.keyboards import Button
from tests.fakes.telegram.updates import UpdateQueue
from tests.fakes.telegram.world import Chat, Message, Notice, StoredFile, Tap, World

#: A picture of one pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Person:
    """One human in one chat. Every act begins a new listening: `hears` speaks of what came after it."""

    def __init__(self, world: World, updates: UpdateQueue, chat: Chat, user: dict[str, Any]) -> None:
        self._world = world
        self._updates = updates
        self._chat = chat
        self._user = user

    @property
    def chat_id(self) -> int:
        return self._chat.chat_id

    @property
    def chat(self) -> list[Message]:
        """What is on the screen now: own messages and the bot's, edits applied, deleted ones gone."""
        return list(self._chat.messages.values())

    @property
    def notices(self) -> list[Notice]:
        """What has popped up after taps."""
        return self._chat.notices

    @property
    def reply_keyboard(self) -> list[str]:
        """The labels below the input field."""
        return [button.label for row in self._chat.reply_keyboard for button in row]

    async def starts(self, payload: str = "") -> QueuedUpdate:
        """Open the bot, by a deep link where a payload is given."""
        return await self.says(f"/start {payload}".strip())

    async def says(self, *texts: str) -> QueuedUpdate:
        """Write one text, or several in a row; returns the last update."""
        assert texts, "nothing to say"
        self._acts()
        return [self._sends({"text": text, "entities": commands_in(text)}) for text in texts][-1]

    async def edits(self, message: Message, text: str) -> QueuedUpdate:
        """Change an own message."""
        self._acts()
        message.change({"text": text, "edit_date": int(self._world.now())})
        return self._updates.put("edited_message", self.chat_id, message.payload)

    async def taps(self, button: str, message: Message | int | None = None) -> QueuedUpdate:
        """Tap the button of this label or data.

        Without `message`: in the newest message that carries it, else on the reply keyboard. With it: in that
        message, even when an edit has just removed the button (the phone may not have shown that yet).
        """
        found, tapped = self._button(button, message)
        self._acts()
        if tapped is None:
            if found.asks_for_contact:
                return self._sends(
                    {
                        "contact": {
                            "phone_number": "+84900000000",
                            **self._names(),
                            "user_id": self._user["id"],
                        }
                    }
                )
            return self._sends({"text": found.label})
        assert found.data is not None, f"{found.label!r} opens {found.url}, no tap reaches the bot"
        tap = Tap(query_id=str(4_000_000_000 + len(self._world.taps)), chat=self._chat)
        self._world.taps[tap.query_id] = tap
        query = {
            "id": tap.query_id,
            "from": self._user,
            "message": tapped.payload,
            "chat_instance": str(self.chat_id),
            "data": found.data,
        }
        return self._updates.put("callback_query", self.chat_id, query)

    def _button(self, name: str, message: Message | int | None) -> tuple[Button, Message | None]:
        if message is not None:
            chosen = self._chat.messages[message] if isinstance(message, int) else message
            found = chosen.button(name, also_earlier=True)
            assert found, f"no button {name!r} in {chosen}"
            return found, chosen
        for candidate in reversed(self.chat):
            if found := candidate.button(name):
                return found, candidate
        for button in (button for row in self._chat.reply_keyboard for button in row):
            if button.label == name:
                return button, None
        raise AssertionError(f"no button {name!r} on the screen:\n{self._screen()}")

    async def sends_photo(self, content: bytes = PNG, caption: str = "") -> QueuedUpdate:
        self._acts()
        file = self._world.store("photos", "photo.jpg", "image/jpeg", content)
        return self._sends(self._world.photo(file) | ({"caption": caption} if caption else {}), file)

    async def sends_document(
        self, name: str, content: bytes, caption: str = "", mime: str = "application/octet-stream"
    ) -> QueuedUpdate:
        self._acts()
        file = self._world.store("documents", name, mime, content)
        return self._sends(self._world.document(file) | ({"caption": caption} if caption else {}), file)

    async def sends_sticker(self, emoji: str = "👍") -> QueuedUpdate:
        self._acts()
        file = self._world.store("stickers", "sticker.webp", "image/webp", b"RIFF")
        look = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._sends({"sticker": file.as_json() | look | {"emoji": emoji}}, file)

    async def sends_voice(self, seconds: int = 3) -> QueuedUpdate:
        self._acts()
        file = self._world.store("voice", "voice.oga", "audio/ogg", b"OggS")
        return self._sends({"voice": file.as_json() | {"duration": seconds, "mime_type": "audio/ogg"}}, file)

    async def blocks(self) -> QueuedUpdate:
        """From now on the bot's messages end in 403."""
        self._chat.forbidden = "bot was blocked by the user"
        return self._membership("member", "kicked")

    async def unblocks(self) -> QueuedUpdate:
        self._chat.forbidden = ""
        return self._membership("kicked", "member")

    def deletes_account(self) -> None:
        """The bot's messages end in 403; it is told nothing beforehand."""
        self._chat.forbidden = "user is deactivated"

    def hears(self, containing: str = "", *, button: str = "", timeout: float = 5.0) -> Awaitable[Message]:
        """Wait for a message of the bot, new or edited since the last act, and return it as it stands then.

        `containing`: within its text, caption or file name; `button`: it carries one of this label or data.
        Each is heard once. Raises AssertionError with the screen after `timeout` seconds.
        """

        def fits(message: Message) -> bool:
            told = f"{message.text}\n{message.file.name if message.file else ''}"
            return containing in told and (not button or message.button(button) is not None)

        def attempt() -> Message | None:
            for index, message in enumerate(self._chat.unheard):
                if fits(message):
                    return self._chat.unheard.pop(index)
            return None

        wanted = " ".join(
            part for part in (repr(containing), f"with button {button!r}" if button else "") if part
        )
        return self._chat.changed.until(
            attempt, timeout, lambda: f"nothing heard like {wanted} in {timeout} s:\n{self._screen()}"
        )

    def _acts(self) -> None:
        assert not self._chat.forbidden, f"{self.chat_id} cannot write: {self._chat.forbidden}"
        self._chat.known = True
        self._chat.unheard.clear()

    def _sends(self, content: dict[str, Any], file: StoredFile | None = None) -> QueuedUpdate:
        shown = {name: value for name, value in content.items() if value not in ("", [])}
        message = self._world.new_message(self._chat, self._user, shown, file)
        return self._updates.put("message", self.chat_id, message.payload)

    def _membership(self, before: str, after: str) -> QueuedUpdate:
        def member(status: str) -> dict[str, Any]:
            limit = {"until_date": 0} if status == "kicked" else {}
            return {"status": status, "user": self._world.bot, **limit}

        change = {
            "chat": self._chat.payload,
            "from": self._user,
            "date": int(self._world.now()),
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }
        return self._updates.put("my_chat_member", self.chat_id, change)

    def _names(self) -> dict[str, str]:
        return {"first_name": self._user["first_name"]}

    def _screen(self) -> str:
        return "\n".join(str(message) for message in self.chat[-8:]) or "(empty screen)"
