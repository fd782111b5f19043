"""The whole bot in this process, on a clock that hurries, with a platform and a database that can fail."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from random import Random

import pytest
from sqlalchemy import select

from bot.app import App, build
from bot.channels.telegram import Telegram, receiving
from bot.channels.webhooks import Webhook
from bot.clock import SimulatedClock
from bot.storage import Connection, Database
from bot.storage.tables import deliveries, inbox
from bot.texts import Texts
from tests.crash.scene import NOW, Cast, fill
from tests.fakes.telegram_server import TelegramServer

TEXTS = Texts.load("vi")
CHAT = 501
#: How many seconds of the bot pass in one of the test.
HURRY = 25.0
#: Seconds of the test in which whatever is to happen has happened.
SOON = 15.0
#: Seconds of the test after which a request counts as unanswered.
PATIENCE = 0.6


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


def seed(conn: Connection) -> None:
    fill(conn, Cast(channel="telegram", chats=[str(CHAT + number) for number in range(3)]))


@dataclass(slots=True)
class Bench:
    """A bot of one process, and what is around it."""

    server: TelegramServer
    log: pytest.LogCaptureFixture
    clock: HurriedClock = field(default_factory=partial(HurriedClock, NOW))

    def app(self, database: Database, url: str = "", webhook: Webhook | None = None) -> tuple[App, Telegram]:
        telegram = Telegram(
            self.server.token,
            url or self.server.url,
            webhook=webhook,
            commands={},
            clock=self.clock,
            chance=Random(1),
            patience=PATIENCE,
        )
        app = build(
            database=database, clock=self.clock, texts=TEXTS, channels=[telegram], chance=Random(1), lanes=4
        )
        return app, telegram

    @asynccontextmanager
    async def running(
        self, database: Database, url: str = "", webhook: Webhook | None = None
    ) -> AsyncIterator[App]:
        """The bot, from its start to its graceful end."""
        app, telegram = self.app(database, url, webhook)
        stop = asyncio.Event()
        running = asyncio.create_task(app.run(stop))
        try:
            yield app
        finally:
            stop.set()
            await asyncio.wait_for(running, SOON)
            await telegram.close()

    async def comes(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so. Raises TimeoutError where it never is."""
        async with asyncio.timeout(SOON):
            while not condition():  # noqa: ASYNC110 -- whatever it is that a test waits for
                await asyncio.sleep(0.01)

    async def says(self, *texts: str) -> None:
        await self.server.person(CHAT, known=True).says(*texts)

    async def hears(self, containing: str) -> None:
        await self.server.person(CHAT).hears(containing, timeout=SOON)

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


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(first_update_id=100) as running:
        for number in range(3):
            running.person(CHAT + number, known=True)
        yield running


@pytest.fixture
def bench(server: TelegramServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Bench:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(receiving, "LONG_POLL", 1)
    return Bench(server, caplog)


@pytest.fixture
async def school(database: Database) -> Database:
    """A database, of each kind in turn, with three teachers, an announcement and a campaign."""
    await database.write(seed)
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
