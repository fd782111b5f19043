"""The platforms of the fault tests: each with its double, the channel to it, and three people.

Telegram is asked for updates, as is usual, or brings them; Zalo brings them, because what a poll of Zalo's
hands out it hands out once and for all.
"""

from collections.abc import Sequence
from random import Random
from typing import Any, ClassVar, Protocol

from pydantic import SecretStr

from bot.channels.telegram import Telegram
from bot.channels.telegram import receiving as telegram_receiving
from bot.channels.webhooks import Webhook
from bot.channels.zalo import Zalo
from bot.channels.zalo import receiving as zalo_receiving
from bot.clock import Clock
from bot.domain.channels import TELEGRAM, ZALO, channel_of
from tests.fakes.telegram.faults import Faults
from tests.fakes.telegram_server import TelegramServer
from tests.fakes.zalo_server import ZaloServer

PEOPLE = 3
PUBLIC = "https://khaibao.example.vn"
#: Where the platforms bring updates to.
WEBHOOK = Webhook(url=f"{PUBLIC}/called", secret="only-the-platform-knows")
#: Seconds of the test in which whatever is to happen has happened.
SOON = 15.0
#: Seconds of the test after which a request counts as unanswered.
PATIENCE = 0.6


class Sent(Protocol):
    """A message that reached somebody."""

    @property
    def text(self) -> str: ...


class Side(Protocol):
    """One platform; people are told by their number, from 0 on."""

    name: str  #: of the channel
    chats: list[str]  #: of the people
    called: bool  #: the platform brings updates
    asked: str  #: the method without which nothing comes in
    proof: str  #: the header that shows the webhook's secret
    faults: Faults
    url: str

    def channel(self, url: str, clock: Clock) -> Telegram | Zalo: ...

    def leads_to(self, address: str) -> None:
        """Whatever is brought is brought here from now on."""
        ...

    def update(self, number: int, person: int = 0) -> dict[str, Any]:
        """What the platform brings when somebody asks for help for the so-manieth time."""
        ...

    async def says(self, *texts: str, person: int = 0) -> None: ...

    async def hears(self, containing: str, person: int = 0) -> None: ...

    def sent(self, person: int | None = None) -> Sequence[Sent]:
        """The messages that reached people (or one of them), oldest first."""
        ...

    async def was_asked(self, method: str, times: int = 1) -> None:
        """Wait until a method was called so often."""
        ...

    def unconfirmed(self) -> int:
        """How many updates the program has not confirmed."""
        ...

    async def all_confirmed(self) -> None: ...


class OnTelegram:
    name = TELEGRAM
    proof = telegram_receiving.Receiver.proof
    _first: ClassVar[int] = 501

    def __init__(self, server: TelegramServer, *, called: bool) -> None:
        self._server = server
        self.called = called
        self.asked = "setWebhook" if called else "getUpdates"
        self.chats = [str(self._first + number) for number in range(PEOPLE)]
        self.faults = server.faults
        self.url = server.url
        for chat in self.chats:
            server.person(int(chat), known=True)

    def channel(self, url: str, clock: Clock) -> Telegram:
        return Telegram(
            self._server.token,
            url,
            webhook=WEBHOOK if self.called else None,
            commands={},
            clock=clock,
            chance=Random(1),
            patience=PATIENCE,
        )

    def leads_to(self, address: str) -> None:
        self._server.webhook.routes[PUBLIC] = address

    def update(self, number: int, person: int = 0) -> dict[str, Any]:
        about = {"id": self._first + person, "type": "private", "first_name": "Lan"}
        message = {"message_id": number, "date": 0, "chat": about, "text": "/giupdo"}
        return {"update_id": number, "message": message}

    async def says(self, *texts: str, person: int = 0) -> None:
        await self._server.person(self._first + person).says(*texts)

    async def hears(self, containing: str, person: int = 0) -> None:
        await self._server.person(self._first + person).hears(containing, timeout=SOON)

    def sent(self, person: int | None = None) -> Sequence[Sent]:
        return self._server.sent(None if person is None else self._first + person)

    async def was_asked(self, method: str, times: int = 1) -> None:
        await self._server.called(method, times=times, timeout=SOON)

    def unconfirmed(self) -> int:
        return len(self._server.unacknowledged())

    async def all_confirmed(self) -> None:
        await self._server.all_acknowledged(timeout=SOON)


class OnZalo:
    proof = zalo_receiving.Receiver.proof
    called = True
    asked = "setWebhook"

    def __init__(self, server: ZaloServer) -> None:
        self._server = server
        self._people = [server.bot.person(str(number), known=True) for number in range(PEOPLE)]
        self.name = channel_of(ZALO, server.bot.id)
        self.chats = [person.chat.chat_id for person in self._people]
        self.faults = server.faults
        self.url = server.url
        server.bot.attempts = 1_000

    def channel(self, url: str, clock: Clock) -> Zalo:
        return Zalo(
            self.name,
            SecretStr(self._server.bot.token),
            url,
            webhook=WEBHOOK,
            link=None,
            no_link=str,
            clock=clock,
            chance=Random(1),
            patience=PATIENCE,
        )

    def leads_to(self, address: str) -> None:
        self._server.routes[PUBLIC] = address

    def update(self, number: int, person: int = 0) -> dict[str, Any]:
        chat = {"chat_type": "PRIVATE", "id": self.chats[person]}
        message = {"message_id": f"{number:020}", "date": 0, "chat": chat, "text": "/giupdo"}
        return {"event_name": "message.text.received", "message": message}

    async def says(self, *texts: str, person: int = 0) -> None:
        await self._people[person].says(*texts)

    async def hears(self, containing: str, person: int = 0) -> None:
        await self._people[person].hears(containing, timeout=SOON)

    def sent(self, person: int | None = None) -> Sequence[Sent]:
        return self._server.sent("" if person is None else self.chats[person])

    async def was_asked(self, method: str, times: int = 1) -> None:
        await self._server.called(method, times=times, timeout=SOON)

    def unconfirmed(self) -> int:
        return self._server.bot.unconfirmed

    async def all_confirmed(self) -> None:
        await self._server.bot.all_confirmed(timeout=SOON)
