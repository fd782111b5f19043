"""Zalo sits the exam of every channel, by polls and by webhook."""

from collections.abc import Sequence
from typing import Any, ClassVar

import pytest

from bot.channels.zalo import Zalo
from bot.errors import (
    ChannelError,
    Misconfigured,
    OutcomeUnknown,
    QuotaSpent,
    Refused,
    Throttled,
    Unavailable,
    Unreachable,
)
from tests.channels.contract import Carrying, Reading
from tests.channels.zalo.conftest import channel_at
from tests.fakes.zalo.people import Shown
from tests.fakes.zalo_server import ZaloServer

#: Troubles by the double's name of them, with the code and words of a refusal.
TROUBLES: dict[str, type[ChannelError]] = {
    "forbidden": Unreachable,
    "too_many_requests": Throttled,
    "internal_error": Unavailable,
    "bad_gateway": Unavailable,
    "refusal 400 Bad Request: text is invalid": Refused,
    "refusal 400 Bad Request: chat not found": Unreachable,
    "refusal 401 Unauthorized": Misconfigured,
    "refusal 404 Not Found": Refused,
    "refusal 408 Request timeout": OutcomeUnknown,
    "refusal 426 Upgrade required": Refused,
    "refusal 429 Quota exceeded": QuotaSpent,
    "refusal 500 Internal Server Error": Unavailable,
    "not_ok 401 Unauthorized": Misconfigured,
    "not_ok 408 Request timeout": OutcomeUnknown,
    "not_ok 429 Quota exceeded": QuotaSpent,
    "not_ok 500 Internal Server Error": Unavailable,
    "reset_unread": OutcomeUnknown,
    "reset_delivered": OutcomeUnknown,
    "hang": OutcomeUnknown,
    "malformed": OutcomeUnknown,
}


class ZaloPlatform:
    """The double, and Lan."""

    troubles: ClassVar = TROUBLES
    hands_out_again: ClassVar = False  # getUpdates knows no confirmation: docs/zalo.md says what that means

    def __init__(self, server: ZaloServer, channel: Zalo) -> None:
        self.server = server
        self.channel = channel
        self.lan = server.bot.person("Lan", known=True)
        self.chat = self.lan.chat.chat_id
        server.bot.patience = 0.3

    async def says(self, text: str) -> None:
        await self.lan.says(text)

    async def chooses(self, label: str) -> None:
        await self.lan.chooses(label)

    async def blocks(self) -> None:
        await self.lan.blocks()

    async def unblocks(self) -> None:
        await self.lan.unblocks()

    async def screen(self) -> Sequence[Shown]:
        return self.lan.screen

    async def trouble(self, kind: str) -> None:
        name, _space, refusal = kind.partition(" ")
        code, _space, description = refusal.partition(" ")
        self.server.faults.next("sendMessage", kind=name, code=int(code or 400), description=description)

    async def unconfirmed(self) -> int:
        return self.server.bot.unconfirmed

    async def all_confirmed(self) -> None:
        await self.server.bot.all_confirmed()


class CalledPlatform(ZaloPlatform):
    """The double that brings its updates, and repeats a call that failed."""

    hands_out_again: ClassVar = True


class TestReading(Reading):
    platform = "zalo"

    def make(self) -> Zalo:
        return channel_at("http://localhost")

    def typed(self, text: str) -> dict[str, Any]:
        chat = {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"}
        return {
            "event_name": "message.text.received",
            "message": {"message_id": "1", "date": 1, "chat": chat, "text": text},
        }


class TestCarryingByPolls(Carrying):
    @pytest.fixture
    def platform(self, server: ZaloServer, zalo: Zalo) -> ZaloPlatform:
        return ZaloPlatform(server, zalo)


class TestCarryingByPollsThatBringLists(Carrying):
    @pytest.fixture
    def platform(self, server: ZaloServer, zalo: Zalo) -> ZaloPlatform:
        server.bot.lists = True
        server.errors_in_body = True
        return ZaloPlatform(server, zalo)


class TestCarryingByWebhook(Carrying):
    @pytest.fixture(params=[False, True], ids=["flat bodies", "wrapped bodies"])
    def platform(
        self, server: ZaloServer, called_zalo: Zalo, request: pytest.FixtureRequest
    ) -> CalledPlatform:
        server.bot.wrapped = request.param
        return CalledPlatform(server, called_zalo)
