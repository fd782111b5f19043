"""Zalo's side of a run: updates are brought, because a poll of Zalo's hands each out once and for all."""

import socket
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from random import Random

from bot.channels.zalo.screens import screens
from bot.domain.channels import ZALO, channel_of
from bot.domain.messages import Reply
from tests.crash.platforms import BLOCKED, Accepted, Platform, Talker, troubles
from tests.fakes.telegram.faults import Kind
from tests.fakes.zalo.bots import Bot
from tests.fakes.zalo.people import Person
from tests.fakes.zalo_server import TOKEN, ZaloServer

#: What the status of an answer tells of what went wrong.
_KINDS = {
    0: Kind.RESET_DELIVERED,
    403: Kind.FORBIDDEN,
    429: Kind.TOO_MANY_REQUESTS,
    502: Kind.BAD_GATEWAY,
}
PUBLIC = "https://khaibao.example.vn"


def cast(recipients: int) -> tuple[str, list[str]]:
    """The channel, and the chats of so many people."""
    bot = Bot(TOKEN, now=float, routes={})
    chats = [bot.person(str(number)).chat.chat_id for number in range(recipients)]
    return channel_of(ZALO, bot.id), chats


class _Talker:
    def __init__(self, person: Person) -> None:
        self._person = person
        self.written = 0

    async def says(self, *texts: str) -> None:
        self.written += len(texts)
        await self._person.says(*texts)

    async def hears(self, containing: str = "", *, button: str = "", seconds: float) -> object:
        return await self._person.hears(containing, button=button, timeout=seconds)

    async def taps(self, button: str) -> None:
        self.written += 1
        await self._person.chooses(button)


class _Zalo:
    def __init__(self, server: ZaloServer, chats: Sequence[str], port: int) -> None:
        self._server = server
        self._talkers: list[_Talker] = []
        self._people: dict[str, Person] = {}
        self.channel = channel_of(ZALO, server.bot.id)
        self.settings = {
            "ZALO_TOKEN": server.bot.token,
            "ZALO_API_URL": server.url,
            "ZALO_PER_SECOND": "100000",
            "ZALO_MONTHLY_MESSAGES": "0",
            "ZALO_USERS": "0",
            "PUBLIC_URL": PUBLIC,
            "HTTP_PORT": str(port),
        }
        server.routes[PUBLIC] = f"http://127.0.0.1:{port}"
        server.bot.attempts = 1_000
        for number in range(len(chats)):
            person = server.bot.person(str(number), known=True)
            self._people[person.chat.chat_id] = person

    def trouble(self, seed: int, sends: int) -> None:
        chance = Random(seed)
        for person in self._people.values():
            person.chat.blocked = chance.random() < BLOCKED / 1000
        self._server.faults.share("sendMessage", troubles(sends), seed=seed)

    def calm(self) -> None:
        self._server.faults.clear()

    def blocked(self) -> set[str]:
        return {chat for chat, person in self._people.items() if person.chat.blocked}

    def talker(self, chat: str) -> Talker:
        self._talkers.append(_Talker(self._people[chat]))
        return self._talkers[-1]

    def calls(self) -> int:
        return len(self._server.calls)

    def accepted(self) -> list[Accepted]:
        found = [
            Accepted(chat=chat, text=message.said, ref=message.message_id)
            for chat, person in self._people.items()
            for message in person.screen
        ]
        return sorted(found, key=lambda one: one.ref)

    def shown(self, reply: Reply) -> Sequence[str]:
        return screens(reply)

    def given(self) -> int:
        return sum(talker.written for talker in self._talkers)

    def unfetched(self) -> int:
        return self._server.bot.unconfirmed

    def met(self) -> Counter[str]:
        """As far as the answers tell it: what was cut, hung or broken looks the same."""
        sends = [call for call in self._server.calls if call.method == "sendMessage"]
        return Counter(_KINDS.get(call.status, "") for call in sends if call.status != 200)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@asynccontextmanager
async def zalo(chats: Sequence[str]) -> AsyncIterator[Platform]:
    async with ZaloServer() as server:
        yield _Zalo(server, chats, _free_port())
