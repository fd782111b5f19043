"""A small bot that repeats what it is told, put together as the program puts together the real one."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.inbox import InboxWorkers
from bot.delivery.papers import Maker, Papers
from bot.domain.channels import Update
from bot.domain.messages import Incoming, Lane, Reply
from bot.storage import Connection, Database, broadcasts, contacts, deliveries
from bot.storage.deliveries import Delivery
from bot.storage.surveys import survey
from bot.texts import Texts
from tests.fakes.channel import FakeChannel
from tests.fakes.clock import FakeClock


class Bot:
    """Echoes; fails on what `broken` holds, counts for what `counts` holds; words a delivery without a body
    by `wording`.
    """

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database = database
        self.clock = clock
        self.channel = FakeChannel(clock=clock)
        self.broken: dict[str, Exception] = {}
        self.counts: dict[str, Callable[[Connection], object]] = {}
        self.wording: Callable[[], Reply | datetime | None] = lambda: None
        self.makers: dict[str, Maker] = {}
        self.keys = 0
        self.workers = InboxWorkers(
            database,
            {self.channel.name: self.channel},
            handle=self._handle,
            apologise=self._apologise,
            clock=clock,
            committed=self._committed,
            lanes=4,
        )
        self.dispatcher = self.new_dispatcher()

    def new_dispatcher(self) -> Dispatcher:
        return Dispatcher(
            self.database,
            self.channel,
            compose=self._compose,
            papers=Papers(self.database, self.makers, Texts.load("vi")),
            clock=self.clock,
            chance=Random(1),
        )

    def _committed(self) -> None:
        self.dispatcher.wake()

    def _handle(self, conn: Connection, incoming: Incoming, inbox_id: int, now: datetime) -> None:
        contact = contacts.contact(conn, incoming.channel, incoming.chat, now)
        contacts.wrote(conn, contact, None)
        self._queue(conn, incoming.chat, incoming.text, dedupe_key=f"answer:{inbox_id}:0")
        for word in incoming.text.split():
            if word in self.counts:
                found = survey(conn, word, self.counts[word])
                self._queue(conn, incoming.chat, f"{word}: {found}", dedupe_key=f"count:{inbox_id}:{word}")
        if incoming.text in self.broken:
            raise self.broken[incoming.text]

    def _apologise(self, conn: Connection, channel: str, chat: str, inbox_id: int, now: datetime) -> None:
        self._queue(conn, chat, "xin lỗi", dedupe_key=f"apology:{inbox_id}")

    def _compose(self, conn: Connection, delivery: Delivery, now: datetime) -> Reply | datetime | None:
        return self.wording()

    def _queue(self, conn: Connection, chat: str, text: str | None, **changes: Any) -> None:
        self.keys += 1
        facts: dict[str, Any] = {
            "contact": contacts.contact(conn, self.channel.name, chat, self.clock.now()),
            "body": None if text is None else Reply(text=text),
            "lane": Lane.ANSWER,
            "kind": "echo",
            "dedupe_key": f"k{self.keys}",
            "person_id": None,
            "now": self.clock.now(),
        }
        deliveries.queue(conn, **(facts | changes))

    async def queue(self, chat: str, text: str | None, lane: Lane = Lane.ANSWER, **changes: Any) -> None:
        """Put one message into the outbox; everything queued so counts for the batch "all"."""
        await self.database.write(
            lambda conn: self._queue(conn, chat, text, **({"lane": lane, "batch": "all"} | changes))
        )
        self.dispatcher.wake()

    async def broadcast(self, chats: int) -> None:
        """Put an announcement for so many people into the outbox."""

        def work(conn: Connection) -> None:
            for n in range(chats):
                self._queue(conn, f"chat {n}", "tin", lane=Lane.ANNOUNCEMENT, batch="all")

        await self.database.write(work)
        self.dispatcher.wake()

    async def receive(self, *messages: str) -> None:
        """What a channel hands over: "lan: chào" with the key of its place among all of them."""
        updates = []
        for message in messages:
            self.keys += 1
            chat, _, text = message.partition(": ")
            updates.append(Update(key=f"u{self.keys}", chat=chat, payload={"chat": chat, "text": text}))
        await self.workers.receive(self.channel.name)(updates)

    async def settle(self) -> None:
        """Handle and send everything that is due."""
        await self.workers.drain()
        await self.dispatcher.drain()

    async def pass_time(self, **delta: float) -> None:
        self.clock.advance(timedelta(**delta))
        self.dispatcher.wake()
        await self.settle()

    async def progress(self) -> broadcasts.Progress:
        return await self.database.read(lambda conn: broadcasts.progress(conn, "all"))


@pytest.fixture
def database(shared_database: Database) -> Database:
    """None of these tests closes it."""
    return shared_database


@pytest.fixture
def bot(database: Database, clock: FakeClock) -> Bot:
    return Bot(database, clock)
