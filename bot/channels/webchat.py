"""The web chat, our own platform: its updates arrive at `bot/web/`, its messages are read from our tables.

A payload is what `bot/web/` put into the inbox:

    {"type": "text", "chat": …, "text": …}
    {"type": "action", "chat": …, "action": …, "ref": id of the message whose button was tapped or null}
    {"type": "document", "chat": …, "file": {"ref": id of a stored file, "name": …, "size": bytes}}
    {"type": "media", "chat": …}                      a photo or a recording: it was not kept
    {"type": "form", "chat": …, "text": what the page calls it, "standing": …, "revision": …,
     "fields": {question id: what was typed}}         from `bot/web/forms.py`

Nothing has to be carried anywhere: a message to the web is delivered when it is in the outbox, and
sending it only wakes the pages that look at this chat.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self

from bot.domain.channels import WEB, Capabilities, Receive
from bot.domain.messages import FileRef, FilledForm, Incoming, IncomingKind, Reply
from bot.errors import Refused


class Wakes:
    """The chats in which something happened, as they happen; several wakes of one chat become one."""

    def __init__(self, chat: str | None) -> None:
        self._chat = chat
        self._woken: dict[str, None] = {}  # a set that keeps the order
        self._closed = False
        self._changed = asyncio.Event()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        while not self._woken:
            if self._closed:
                raise StopAsyncIteration
            self._changed.clear()
            await self._changed.wait()
        chat = next(iter(self._woken))
        del self._woken[chat]
        return chat

    def wake(self, chat: str) -> None:
        if self._chat is None or self._chat == chat:
            self._woken[chat] = None
            self._changed.set()

    def close(self) -> None:
        self._closed = True
        self._changed.set()


class Hub:
    """Who looks at which chat at this moment. Lives in one event loop."""

    def __init__(self) -> None:
        self._listeners: set[Wakes] = set()
        self._closed = False

    @contextmanager
    def subscribe(self, chat: str | None) -> Iterator[Wakes]:
        """The wakes of one chat, or of all (None), until the block is left or the hub is closed."""
        wakes = Wakes(chat)
        if self._closed:
            wakes.close()
        self._listeners.add(wakes)
        try:
            yield wakes
        finally:
            self._listeners.discard(wakes)

    def wake(self, chat: str) -> None:
        """Something happened in this chat."""
        for listener in self._listeners:
            listener.wake(chat)

    def close(self) -> None:
        """End every subscription: a stream that nobody ends would hold a shutdown for ever."""
        self._closed = True
        for listener in self._listeners:
            listener.close()


class WebChat:
    """The web chat as a channel: see `bot.domain.channels.Channel`."""

    name = WEB
    capabilities = Capabilities(
        buttons=True,
        edits=False,  # nothing that was said vanishes: an answer stands below the question
        deletes=True,
        files=True,
        text_units=4096,
        # Waking a page costs next to nothing; the pace keeps a broadcast from crowding out the turns.
        per_second=500,
        chat_interval=0.05,
        chat_burst=20,
    )

    def __init__(self, load: Callable[[int], Awaitable[bytes | None]]) -> None:
        """`load` gives the bytes of a stored file by its id, None when it is no longer kept."""
        self.hub = Hub()
        self._load = load

    async def identify(self) -> str:
        """Its name: it is there whenever we are."""
        return self.name

    def parse(self, payload: Mapping[str, Any]) -> Incoming | None:
        """What a stored payload says; None for a type that a later version wrote."""
        chat = str(payload["chat"])
        match payload["type"]:
            case "text":
                return Incoming(channel=WEB, chat=chat, kind=IncomingKind.TEXT, text=payload["text"])
            case "action":
                return Incoming(
                    channel=WEB,
                    chat=chat,
                    kind=IncomingKind.ACTION,
                    action=payload["action"],
                    message_ref=payload.get("ref"),
                )
            case "document":
                file = payload["file"]
                return Incoming(
                    channel=WEB,
                    chat=chat,
                    kind=IncomingKind.DOCUMENT,
                    file=FileRef(ref=file["ref"], name=file["name"], size=file["size"]),
                )
            case "media":
                return Incoming(channel=WEB, chat=chat, kind=IncomingKind.MEDIA)
            case "form":
                form = FilledForm(
                    standing_id=payload["standing"],
                    revision=payload["revision"],
                    fields=dict(payload["fields"]),
                )
                return Incoming(channel=WEB, chat=chat, kind=IncomingKind.FORM, form=form)
        return None

    async def send(self, chat: str, reply: Reply, content: bytes | None = None) -> str | None:
        """Wake the pages of this chat; the message is already in the table they read."""
        self.hub.wake(chat)
        return None

    def costs(self, reply: Reply) -> int:
        return 1

    async def fetch(self, file: FileRef) -> bytes:
        """The bytes of an uploaded file. Raises Refused when it is no longer kept."""
        content = await self._load(int(file.ref))
        if content is None:
            raise Refused("file-expired")
        return content

    @property
    def fetches(self) -> bool:
        return False

    async def run(self, receive: Receive) -> None:
        """Wait until cancelled: the web server receives."""
        await asyncio.Event().wait()
