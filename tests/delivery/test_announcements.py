"""An announcement from the outbox to people: pausing with sends in flight, correcting, taking back."""

import asyncio
from random import Random

import pytest
from sqlalchemy import select

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.papers import Papers
from bot.domain.people import Role
from bot.handlers.reminder_words import Wording
from bot.reminders import announcing
from bot.storage import Connection, Database, announcements, broadcasts
from bot.storage.broadcasts import Progress
from bot.storage.tables import deliveries
from bot.texts import Texts
from tests.fakes.channel import FakeChannel
from tests.fakes.clock import FakeClock
from tests.storage.world import chatting, member, plant, unit_id

TEXTS = Texts.load("vi")
NEWS = "announcement:1"
STAFF = 6


class Sender:
    """A dispatcher with the real wording, and a platform that can be held up."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database, self.clock, self.channel = database, clock, FakeChannel(clock=clock)
        self.dispatcher = Dispatcher(
            database,
            self.channel,
            compose=Wording(texts=TEXTS, able=self.channel.capabilities),
            papers=Papers(database, {}, TEXTS),
            clock=clock,
            chance=Random(1),
        )

    async def settle(self) -> None:
        await announcing.queue(self.database, self.clock.now())
        self.dispatcher.wake()
        await self.dispatcher.drain()

    async def correct(self, text: str) -> None:
        now = self.clock.now()
        await self.database.write(lambda conn: announcements.correct(conn, 1, text, now, 1))

    async def progress(self, batch: str = NEWS) -> Progress:
        return await self.database.read(lambda conn: broadcasts.progress(conn, batch))


def announce(conn: Connection, clock: FakeClock) -> None:
    plant(conn)
    head = chatting(conn, member(conn, "Hiệu trưởng", "C", Role.PRINCIPAL))
    for n in range(STAFF):
        chatting(conn, member(conn, f"Giáo viên {n}", "C"))
    unit = unit_id(conn, "C")
    number = announcements.draft(
        conn, unit_id=unit, author_id=head.person_id, text="Chiều nay họp", signed="HT", now=clock.now()
    )
    announcements.address(conn, number, unit, [Role.STAFF], "HT")
    announcements.confirm(conn, number, clock.now(), urgent=True)


@pytest.fixture
async def sender(database: Database, clock: FakeClock) -> Sender:
    await database.write(lambda conn: announce(conn, clock))
    return Sender(database, clock)


async def test_a_pause_lets_what_is_in_flight_end_and_nothing_else_go(sender: Sender):
    sender.channel.gate.clear()
    sending = asyncio.create_task(sender.settle())
    await sender.channel.reached.wait()
    await sender.database.write(lambda conn: broadcasts.pause(conn, NEWS, sender.clock.now()))
    in_flight = (await sender.progress()).waiting
    sender.channel.gate.set()
    await sending

    assert await sender.progress() == Progress(sent=in_flight, paused=STAFF - in_flight, given_up={})
    assert len(sender.channel.journal) == in_flight > 0
    await sender.database.write(lambda conn: broadcasts.resume(conn, NEWS, sender.clock.now()))
    await sender.settle()
    assert await sender.progress() == Progress(sent=STAFF, given_up={})
    assert len({message.chat for message in sender.channel.journal}) == len(sender.channel.journal) == STAFF


async def test_a_failed_send_of_a_cancelled_broadcast_is_not_repeated(sender: Sender):
    sender.channel.failures["chat-2"].append(TimeoutError())
    await sender.settle()
    await sender.database.write(lambda conn: broadcasts.cancel(conn, NEWS, sender.clock.now()))
    await sender.settle()

    found = await sender.progress()
    assert (found.sent, found.cancelled, found.possible_duplicates) == (STAFF - 1, 1, 1)


@pytest.mark.parametrize("times", [1, 2])
async def test_a_correction_edits_what_people_got(sender: Sender, times: int):
    await sender.settle()
    for n in range(times):
        await sender.correct(f"Họp lúc {15 + n}h")
    await sender.settle()

    corrected = [message.text for message in sender.channel.journal[STAFF:]]
    assert corrected == [f"Thông báo: Họp lúc {14 + times}h\n– HT"] * STAFF


async def test_whoever_waits_at_a_correction_reads_the_new_text_only(sender: Sender):
    await sender.correct("Họp lúc 15h")
    await sender.settle()

    assert [message.text for message in sender.channel.journal] == ["Thông báo: Họp lúc 15h\n– HT"] * STAFF


async def test_what_is_withdrawn_is_taken_back_from_whoever_has_it(sender: Sender):
    await sender.settle()
    await sender.correct("Họp lúc 15h")
    await sender.settle()
    await sender.database.write(lambda conn: announcements.withdraw(conn, 1, sender.clock.now(), 1))
    await sender.settle()

    def taken_back(conn: Connection) -> list[tuple[str, str]]:
        bodies = conn.scalars(
            select(deliveries.c.body).where(deliveries.c.batch == f"{NEWS}:2", deliveries.c.state == "sent")
        )
        return sorted(body["deletes"] for body in bodies)

    refs = await sender.database.read(
        lambda conn: sorted(conn.scalars(select(deliveries.c.message_ref).where(deliveries.c.batch == NEWS)))
    )
    assert set(await sender.database.read(taken_back)) >= set(refs)
