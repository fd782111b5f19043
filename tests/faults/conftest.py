"""The whole bot in this process, on a clock that hurries, with a platform and a database that can fail."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from random import Random

import pytest
from sqlalchemy import func, select

from bot.app import App, build, served
from bot.channels.telegram import Telegram, receiving
from bot.channels.zalo import Zalo
from bot.clock import SimulatedClock
from bot.platforms import webhook_route
from bot.storage import Connection, Database
from bot.storage.tables import deliveries, inbox
from bot.texts import Texts
from tests.crash.scene import NOW, Cast, fill
from tests.fakes.telegram_server import TelegramServer
from tests.fakes.zalo_server import ZaloServer
from tests.faults.sides import SOON, OnTelegram, OnZalo, Side

TEXTS = Texts.load("vi")
#: How many seconds of the bot pass in one of the test.
HURRY = 25.0


class HurriedClock(SimulatedClock):
    """Every wait is shorter than it says."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)

    def monotonic(self) -> float:
        return super().monotonic() * HURRY

    async def sleep(self, seconds: float) -> None:
        await super().sleep(seconds / HURRY)

    async def wait(
        self, signal: asyncio.Event, *, seconds: float | None = None, until: datetime | None = None
    ) -> None:
        if until is not None:
            left = (until - self.now()).total_seconds()
            seconds = left if seconds is None else min(seconds, left)
        await super().wait(signal, seconds=None if seconds is None else seconds / HURRY)


def fill_for(side: Side, conn: Connection) -> None:
    fill(conn, Cast(channel=side.name, chats=side.chats))


@dataclass(slots=True)
class Bench:
    """A bot of one process, and what is around it."""

    side: Side
    log: pytest.LogCaptureFixture
    clock: HurriedClock = field(default_factory=partial(HurriedClock, NOW))
    doors: list[str] = field(default_factory=list)  #: of bots that are called; the last one is used

    @asynccontextmanager
    async def running(self, database: Database, url: str = "") -> AsyncIterator[App]:
        """The bot, from its start to its graceful end."""
        channel = self.side.channel(url or self.side.url, self.clock)
        app = build(
            database=database, clock=self.clock, texts=TEXTS, channels=[channel], chance=Random(1), lanes=4
        )
        stop = asyncio.Event()
        async with self._called(app, channel):
            running = asyncio.create_task(app.run(stop))
            try:
                yield app
            finally:
                stop.set()
                await asyncio.wait_for(running, SOON)
                await channel.close()

    @asynccontextmanager
    async def _called(self, app: App, channel: Telegram | Zalo) -> AsyncIterator[None]:
        """Where the platform brings updates, its way to the bot."""
        if not self.side.called:
            yield
            return
        app.routes.append(webhook_route(channel, "/called"))
        async with served(app, "127.0.0.1", 0) as serving:
            self.doors.append(f"http://127.0.0.1:{serving.port}")
            self.side.leads_to(self.doors[-1])
            try:
                yield
            finally:
                self.doors.pop()
                if self.doors:
                    self.side.leads_to(self.doors[-1])

    async def sends(self, messages: int) -> None:
        """Wait until so many messages have reached people. Raises TimeoutError where they never do."""
        await self.comes(lambda: len(self.side.sent()) == messages)

    def sent_twice(self) -> list[tuple[str, str]]:
        """Each chat and text that came more than once."""
        texts = [
            (chat, message.text)
            for person, chat in enumerate(self.side.chats)
            for message in self.side.sent(person)
        ]
        return [what for what, times in Counter(texts).items() if times > 1]

    async def comes(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so. Raises TimeoutError where it never is."""
        async with asyncio.timeout(SOON):
            while not condition():  # noqa: ASYNC110 -- whatever it is that a test waits for
                await asyncio.sleep(0.01)

    def told(self, sentence: str) -> list[str]:
        """The log's warnings and errors that contain a sentence."""
        lines = [record.getMessage() for record in self.log.records if record.levelno >= logging.WARNING]
        return [line for line in lines if sentence in line]

    async def is_ready(self, app: App, part: str) -> bool:
        return (await app.ready())[part]

    async def says_not_ready(self, app: App, part: str) -> None:
        """Wait until readyz says that a part does not work. Raises TimeoutError where it never does."""
        async with asyncio.timeout(SOON):
            while await self.is_ready(app, part):  # noqa: ASYNC110 -- nothing tells of it
                await asyncio.sleep(0.01)

    async def settles(self, database: Database) -> None:
        """Wait until everything is sent. Raises TimeoutError where something never is."""
        async with asyncio.timeout(SOON):
            while await unsent(database):  # noqa: ASYNC110 -- nothing tells of it
                await asyncio.sleep(0.01)


@pytest.fixture(params=["telegram", "zalo"])
async def side(request: pytest.FixtureRequest) -> AsyncIterator[Side]:
    """Each platform in turn; "telegram, called" is one that brings updates."""
    if request.param == "zalo":
        async with ZaloServer() as server:
            yield OnZalo(server)
    else:
        async with TelegramServer(first_update_id=100) as running:
            yield OnTelegram(running, called=request.param == "telegram, called")


@pytest.fixture
def bench(side: Side, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Bench:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(receiving, "LONG_POLL", 1)
    return Bench(side, caplog)


@pytest.fixture
async def school(database: Database, side: Side) -> Database:
    """A database, of each kind in turn, with three teachers, an announcement and a campaign."""
    await database.write(partial(fill_for, side))
    return database


async def unhandled(database: Database) -> list[tuple[str, str]]:
    """The updates that are not handled, each with its state."""

    def work(conn: Connection) -> list[tuple[str, str]]:
        rows = conn.execute(select(inbox.c.update_key, inbox.c.state).where(inbox.c.state != "done"))
        return [(row.update_key, row.state) for row in rows]

    return await database.read(work)


async def unsent(database: Database) -> list[tuple[str, str]]:
    """The messages that were not sent, each with its state."""

    def work(conn: Connection) -> list[tuple[str, str]]:
        rows = conn.execute(
            select(deliveries.c.dedupe_key, deliveries.c.state).where(deliveries.c.state != "sent")
        )
        return [(row.dedupe_key, row.state) for row in rows]

    return await database.read(work)


async def possible_duplicates(database: Database) -> int:
    """How many messages the program says may have come once more."""
    counted = select(func.sum(deliveries.c.possible_duplicates))
    return int(await database.read(lambda conn: conn.scalar(counted)) or 0)
