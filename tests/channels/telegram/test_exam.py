"""Telegram sits the exam of every channel."""

from collections.abc import Sequence
from random import Random
from typing import Any, ClassVar

import pytest

from bot.channels.telegram import Telegram
from bot.errors import (
    ChannelError,
    Misconfigured,
    OutcomeUnknown,
    Refused,
    Throttled,
    Unavailable,
    Unreachable,
)
from tests.channels.contract import Carrying, Reading
from tests.fakes.clock import FakeClock
from tests.fakes.telegram.faults import Kind
from tests.fakes.telegram.world import Message
from tests.fakes.telegram_server import TelegramServer

#: Troubles by the double's name of them, with the code of a refusal.
TROUBLES: dict[str, type[ChannelError]] = {
    "forbidden": Unreachable,
    "too_many_requests": Throttled,
    "internal_error": Unavailable,
    "bad_gateway": Unavailable,
    "refusal 400": Refused,
    "refusal 401": Misconfigured,
    "refusal 404": Misconfigured,
    "refusal 413": Refused,
    "not_ok 400": Refused,
    "not_ok 500": Unavailable,
    "reset_unread": OutcomeUnknown,
    "reset_delivered": OutcomeUnknown,
    "hang": OutcomeUnknown,
    "malformed": OutcomeUnknown,
}


class TelegramPlatform:
    """The double, and Lan."""

    troubles: ClassVar = TROUBLES
    hands_out_again: ClassVar = True
    chat = "11"

    def __init__(self, server: TelegramServer, channel: Telegram) -> None:
        self.server = server
        self.channel = channel
        self.lan = server.person(11, known=True)

    async def says(self, text: str) -> None:
        await self.lan.says(text)

    async def chooses(self, label: str) -> None:
        await self.lan.taps(label)

    async def blocks(self) -> None:
        await self.lan.blocks()

    async def unblocks(self) -> None:
        await self.lan.unblocks()

    async def screen(self) -> Sequence[Message]:
        return [message for message in self.lan.chat if message.from_bot]

    async def trouble(self, kind: str) -> None:
        name, _space, code = kind.partition(" ")
        self.server.faults.next(
            "sendMessage", kind=Kind(name), code=int(code or 400), description="Bad Request: on order"
        )

    async def unconfirmed(self) -> int:
        return len(self.server.unacknowledged())

    async def all_confirmed(self) -> None:
        await self.server.all_acknowledged()


class TestReading(Reading):
    platform = "telegram"

    def make(self) -> Telegram:
        return Telegram(
            "1:a", "http://localhost", webhook=None, commands={}, clock=FakeClock(), chance=Random(0)
        )

    def typed(self, text: str) -> dict[str, Any]:
        chat = {"id": 11, "type": "private"}
        return {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": chat, "text": text}}


class TestCarrying(Carrying):
    @pytest.fixture
    def platform(self, server: TelegramServer, telegram: Telegram) -> TelegramPlatform:
        return TelegramPlatform(server, telegram)
