"""Telegram's side of a run: updates are fetched."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from random import Random

from bot.channels.plain_text import clean
from bot.domain.messages import Reply
from tests.crash.platforms import BLOCKED, Accepted, Platform, Talker, troubles
from tests.fakes.telegram.faults import Kind
from tests.fakes.telegram_server import TelegramServer

FIRST_CHAT = 100_001
#: What goes wrong with the fetching of updates, and how often.
FETCHING: dict[Kind | str, float] = {
    Kind.BAD_GATEWAY: 0.02,
    Kind.RESET_DELIVERED: 0.04,
    Kind.MALFORMED: 0.01,
}


def cast(recipients: int) -> tuple[str, list[str]]:
    """The channel, and the chats of so many people."""
    return "telegram", [str(FIRST_CHAT + number) for number in range(recipients)]


class _Person:
    def __init__(self, server: TelegramServer, chat: str) -> None:
        self._person = server.person(int(chat))

    async def says(self, *texts: str) -> object:
        return await self._person.says(*texts)

    async def hears(self, containing: str = "", *, button: str = "", seconds: float) -> object:
        return await self._person.hears(containing, button=button, timeout=seconds)

    async def taps(self, button: str) -> object:
        return await self._person.taps(button)


class _Telegram:
    def __init__(self, server: TelegramServer, chats: Sequence[str]) -> None:
        self._server = server
        self._chats = chats
        self._seed = 0
        self.channel = "telegram"
        self.settings = {"TELEGRAM_TOKEN": server.token, "TELEGRAM_API_URL": server.url}
        for chat in chats:
            server.person(int(chat), known=True)

    def trouble(self, seed: int, sends: int) -> None:
        self._seed = seed
        blocked: dict[Kind | str, float] = {Kind.FORBIDDEN: BLOCKED / 1000}
        self._server.faults.share("sendMessage", blocked | troubles(sends), seed=seed)
        self._server.faults.share("getUpdates", FETCHING, seed=seed)

    def calm(self) -> None:
        self._server.faults.clear()
        self._server.faults.share("sendMessage", {Kind.FORBIDDEN: BLOCKED / 1000}, seed=self._seed)

    def blocked(self) -> set[str]:
        """As the double draws them."""
        return {chat for chat in self._chats if Random(f"{self._seed}:{chat}").random() < BLOCKED / 1000}

    def talker(self, chat: str) -> Talker:
        return _Person(self._server, chat)

    def calls(self) -> int:
        return len(self._server.journal.calls)

    def accepted(self) -> list[Accepted]:
        return [
            Accepted(
                chat=str(call.chat_id),
                text=call.text,
                ref=str(call.message_id),
                edits=call.method == "editMessageText",
            )
            for call in self._server.journal.calls
            if call.delivered and call.method in {"sendMessage", "editMessageText"}
        ]

    def shown(self, reply: Reply) -> Sequence[str]:
        return [clean(reply.text)]

    def given(self) -> int:
        return len(self._server.journal.updates)

    def unfetched(self) -> int:
        return len(self._server.updates)

    def met(self) -> Counter[str]:
        calls = self._server.journal.calls
        return Counter(call.fault for call in calls if call.fault and call.method == "sendMessage")


@asynccontextmanager
async def telegram(chats: Sequence[str]) -> AsyncIterator[Platform]:
    async with TelegramServer() as server:
        yield _Telegram(server, chats)
