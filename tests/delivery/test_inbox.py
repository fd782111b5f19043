"""From an update to its answer: in order, once, and nobody blocked by somebody else's trouble."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from sqlalchemy.exc import OperationalError

from bot.delivery.inbox import KEPT
from bot.domain.channels import Update
from bot.storage import Connection, Database, inbox
from tests.delivery.conftest import Bot
from tests.fakes.clock import FakeClock

T = TypeVar("T")


async def test_every_message_is_answered_in_the_order_of_its_chat(bot: Bot):
    await bot.receive(*(f"chat {n % 3}: {n}" for n in range(60)))

    await bot.settle()

    assert len(bot.channel.journal) == 60
    for chat in range(3):
        texts = [m.text for m in bot.channel.journal if m.chat == f"chat {chat}"]
        assert texts == [str(n) for n in range(60) if n % 3 == chat]


async def test_a_redelivered_update_is_answered_once(bot: Bot):
    receive = bot.workers.receive("telegram")
    update = Update(key="1", chat="lan", payload={"chat": "lan", "text": "chào"})

    await receive([update])
    await bot.settle()
    await receive([update])
    await bot.settle()

    assert bot.channel.texts == ["chào"]


async def test_ids_may_come_in_any_order(bot: Bot):
    receive = bot.workers.receive("telegram")
    for key in ("900", "17", "901"):
        await receive([Update(key=key, chat="lan", payload={"chat": "lan", "text": key})])
    await bot.settle()

    assert bot.channel.texts == ["900", "17", "901"]


async def test_an_update_that_concerns_nobody_is_done_at_once(bot: Bot):
    await bot.workers.receive("telegram")([Update(key="1", chat="lan", payload={"chat": "lan"})])
    await bot.receive("lan: chào")
    await bot.settle()

    assert bot.channel.texts == ["chào"]


async def test_a_message_that_cannot_be_handled_holds_up_its_own_chat_only(bot: Bot):
    bot.broken["bom"] = KeyError("bom")
    await bot.receive("lan: bom", "lan: sau", "minh: chào")

    await bot.settle()

    assert bot.channel.texts == ["chào"]


async def test_after_three_tries_it_is_set_aside_with_an_apology_and_its_chat_goes_on(bot: Bot):
    bot.broken["bom"] = KeyError("bom")
    await bot.receive("lan: bom", "lan: sau")

    await bot.settle()
    await bot.pass_time(seconds=2)
    assert bot.channel.texts == []
    await bot.pass_time(seconds=15)

    assert bot.channel.texts == ["xin lỗi", "sau"]


async def test_a_message_that_can_be_handled_later_is_answered_in_its_place(bot: Bot):
    bot.broken["bom"] = KeyError("bom")
    await bot.receive("lan: bom", "lan: sau")
    await bot.settle()

    bot.broken.clear()
    await bot.pass_time(seconds=2)

    assert bot.channel.texts == ["bom", "sau"]


async def test_a_failed_turn_leaves_nothing_behind(bot: Bot):
    bot.broken["bom"] = KeyError("bom")
    await bot.receive("lan: bom")
    await bot.settle()
    await bot.pass_time(seconds=2)
    await bot.pass_time(seconds=15)

    assert bot.channel.texts == ["xin lỗi"]  # what the handler had queued is gone with its turn


async def test_a_fault_of_the_database_is_not_held_against_the_message(bot: Bot):
    bot.broken["chào"] = OperationalError("…", None, Exception("disk full"))
    await bot.receive("lan: chào")
    for _ in range(5):
        with pytest.raises(OperationalError):
            await bot.workers.drain()

    bot.broken.clear()
    await bot.settle()

    assert bot.channel.texts == ["chào"]


async def test_the_log_names_error_and_place_but_not_what_was_said(
    bot: Bot, caplog: pytest.LogCaptureFixture
):
    bot.broken["bí mật"] = ValueError("bí mật")
    caplog.set_level(logging.DEBUG, "bot")
    await bot.receive("lan: bí mật")
    await bot.settle()

    assert "ValueError at delivery/inbox.py" in caplog.text
    assert "bí mật" not in caplog.text


async def test_updates_are_handled_while_the_workers_run(bot: Bot):
    running = asyncio.create_task(bot.workers.run())
    await bot.receive("lan: chào")
    while not bot.channel.journal:
        await bot.dispatcher.drain()
        await asyncio.sleep(0.001)

    await bot.workers.stop()
    await running
    assert bot.channel.texts == ["chào"]


async def test_what_another_process_left_is_handled_too(bot: Bot, database: Database):
    other = Bot(database, bot.clock)
    await other.receive("lan: chào")
    await other.workers.stop()

    await bot.settle()

    assert bot.channel.texts == ["chào"]


async def test_a_long_count_is_taken_by_a_reader_and_the_turn_is_done_once(bot: Bot, database: Database):
    readers = []

    def count(reader: Connection) -> int:
        readers.append(reader)
        return inbox.count_waiting(reader)

    bot.counts = {"một": count, "hai": count}
    await bot.receive("lan: một hai", "lan: sau")
    await bot.settle()

    assert bot.channel.texts == ["một hai", "một: 2", "hai: 2", "sau"]
    assert len(readers) == 2
    assert await database.read(inbox.count_waiting) == 0


@dataclass
class Gated:
    """A database that reads nothing before its gate is opened."""

    inner: Database
    shared: bool = False
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def write(self, work: Callable[[Connection], T]) -> T:
        return await self.inner.write(work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        self.asked.set()
        await self.gate.wait()
        return await self.inner.read(work)

    async def close(self) -> None:
        await self.inner.close()


async def test_while_somebody_counts_others_are_answered_and_their_chat_keeps_its_order(
    database: Database, clock: FakeClock
):
    gated = Gated(database)
    bot = Bot(gated, clock)
    bot.counts["đếm"] = inbox.count_waiting
    await bot.receive("lan: đếm", "lan: sau", "minh: chào")
    await gated.asked.wait()
    while not bot.channel.journal:
        await asyncio.sleep(0)
        await bot.dispatcher.drain()
    assert bot.channel.texts == ["chào"]

    gated.gate.set()
    await bot.settle()
    assert bot.channel.texts == ["chào", "đếm", "đếm: 2", "sau"]


async def test_a_count_that_fails_is_the_failure_of_its_turn(bot: Bot):
    def count(_reader: Connection) -> int:
        raise KeyError("đếm")

    bot.counts["đếm"] = count
    await bot.receive("lan: đếm", "lan: sau")
    await bot.settle()
    assert bot.channel.texts == []

    await bot.pass_time(seconds=2)
    await bot.pass_time(seconds=15)
    assert bot.channel.texts == ["xin lỗi", "sau"]


async def test_what_a_stop_left_uncounted_is_counted_after_it(bot: Bot, database: Database):
    gated = Gated(database)
    dying = Bot(gated, bot.clock)
    dying.counts = bot.counts = {"đếm": inbox.count_waiting}
    await dying.receive("lan: đếm")
    await gated.asked.wait()
    await dying.workers.stop(0.0)

    await bot.settle()
    assert bot.channel.texts == [], "it is kept to whoever counts"
    await bot.pass_time(seconds=KEPT)
    assert bot.channel.texts == ["đếm", "đếm: 1"]
