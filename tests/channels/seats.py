"""Somebody in front of a channel, as real as it gets without a network: replies are sent to the double of the
platform and read from its screen, what is typed or tapped comes back through the channel's own reading."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any, Protocol

from pydantic import SecretStr

from bot.channels.telegram import Telegram
from bot.channels.webchat import WebChat
from bot.channels.zalo import Zalo
from bot.domain.channels import Channel
from bot.domain.messages import Incoming, Reply
from bot.texts import Texts
from bot.web.history import Message
from bot.web.views import message_view
from tests.fakes.clock import FakeClock
from tests.fakes.telegram_server import TOKEN as TELEGRAM_TOKEN
from tests.fakes.telegram_server import TelegramServer
from tests.fakes.zalo_server import TOKEN as ZALO_TOKEN
from tests.fakes.zalo_server import ZaloServer


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One message on the screen."""

    text: str
    buttons: tuple[str, ...] = ()  #: what can be tapped; on Zalo it stands in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What somebody did, and what the channel made of it."""

    words: str
    tapped: bool
    incoming: Incoming


class Seat(Protocol):
    """One person on one channel."""

    @property
    def channel(self) -> Channel: ...

    @property
    def chat(self) -> str: ...

    async def shows(self, reply: Reply) -> Sequence[Seen]:
        """What appears on the screen for a reply."""
        ...

    async def types(self, text: str) -> Done: ...

    async def chooses(self, label: str) -> Done:
        """Tap the button of this label; where there are none, type what stands for it."""
        ...


class OnTelegram:
    def __init__(self, server: TelegramServer, channel: Telegram) -> None:
        self.channel = channel
        self.chat = "11"
        self._lan = server.person(11, known=True)
        self._unheard = server.world.chats[11].unheard

    async def shows(self, reply: Reply) -> Sequence[Seen]:
        self._unheard.clear()
        await self.channel.send(self.chat, reply, b"")
        return [Seen(text=shown.text, buttons=tuple(shown.buttons)) for shown in self._unheard]

    async def types(self, text: str) -> Done:
        return self._done(text, False, (await self._lan.says(text)).payload)

    async def chooses(self, label: str) -> Done:
        return self._done(label, True, (await self._lan.taps(label)).payload)

    def _done(self, words: str, tapped: bool, payload: dict[str, Any]) -> Done:
        incoming = self.channel.parse(payload)
        assert incoming is not None
        return Done(words=words, tapped=tapped, incoming=incoming)


class OnZalo:
    def __init__(self, server: ZaloServer, channel: Zalo) -> None:
        self.channel = channel
        self._server = server
        self._lan = server.bot.person("Lan", known=True)
        self.chat = self._lan.chat.chat_id

    async def shows(self, reply: Reply) -> Sequence[Seen]:
        before = len(self._lan.screen)
        await self.channel.send(self.chat, reply)
        return [Seen(text=shown.said) for shown in self._lan.screen[before:]]

    async def types(self, text: str) -> Done:
        await self._lan.says(text)
        [event] = await self._server.bot.poll(0)
        incoming = self.channel.parse(event)
        assert incoming is not None
        return Done(words=text, tapped=False, incoming=incoming)

    async def chooses(self, label: str) -> Done:
        newest = next(shown for shown in reversed(self._lan.screen) if label in shown.buttons)
        return await self.types(newest.typed(label))


class OnTheWeb:
    """The page is told messages as JSON (`bot/web/views.py`) and posts what `bot/web/chat.py` puts into the
    inbox."""

    def __init__(self, channel: WebChat) -> None:
        self.channel = channel
        self.chat = "c0ffee"
        self._texts = Texts.load("vi")
        self._offered: dict[str, str] = {}

    async def shows(self, reply: Reply) -> Sequence[Seen]:
        message = Message(
            id="b1",
            order=(0, 0, 1, 1),
            text=reply.text,
            at=datetime(2020, 8, 18, tzinfo=UTC),
            settled=True,
            choices=reply.choices,
            attachment=reply.attachment,
        )
        view = message_view(message, "/chat/c0ffee", self._texts)
        self._offered = {choice["label"]: choice["action"] for choice in view["choices"]}
        return [Seen(text=view["text"], buttons=tuple(self._offered))]

    async def types(self, text: str) -> Done:
        return self._done(text, False, {"type": "text", "text": text})

    async def chooses(self, label: str) -> Done:
        return self._done(label, True, {"type": "action", "action": self._offered[label], "ref": None})

    def _done(self, words: str, tapped: bool, payload: dict[str, Any]) -> Done:
        incoming = self.channel.parse({"chat": self.chat, **payload})
        assert incoming is not None
        return Done(words=words, tapped=tapped, incoming=incoming)


async def _no_file(_number: int) -> bytes | None:
    return None


@asynccontextmanager
async def seats() -> AsyncIterator[dict[str, Seat]]:
    """A seat on each channel, by the platform's name."""
    async with AsyncExitStack() as stack:
        telegram_server = await stack.enter_async_context(TelegramServer())
        zalo_server = await stack.enter_async_context(ZaloServer())
        clock, chance = FakeClock(), Random(0)
        telegram = Telegram(
            TELEGRAM_TOKEN, telegram_server.url, webhook=None, commands={}, clock=clock, chance=chance
        )
        zalo = Zalo(
            "zalo:77",
            SecretStr(ZALO_TOKEN),
            zalo_server.url,
            webhook=None,
            link=None,
            no_link=lambda name: name,
            clock=clock,
            chance=chance,
        )
        stack.push_async_callback(telegram.close)
        stack.push_async_callback(zalo.close)
        yield {
            "Telegram": OnTelegram(telegram_server, telegram),
            "Zalo": OnZalo(zalo_server, zalo),
            "web": OnTheWeb(WebChat(_no_file)),
        }
