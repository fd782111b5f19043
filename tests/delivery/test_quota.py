"""A month's messages: answers first and to the last, everything else up to the reserve, and nothing lost."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import Row, select

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.metering import Meter
from bot.delivery.papers import Papers
from bot.domain.messages import Lane, Reply
from bot.domain.people import Role
from bot.domain.quotas import Quota, month_of, next_reset
from bot.errors import OutcomeUnknown, QuotaSpent, Unavailable, Unreachable
from bot.storage import Connection, Database, broadcasts, contacts, deliveries, spending
from bot.storage.deliveries import Delivery
from bot.storage.tables import deliveries as rows
from bot.texts import Texts
from tests.fakes.channel import UNHURRIED, FakeChannel
from tests.fakes.clock import FakeClock
from tests.storage.world import chatting, member, plant

ZALO, OTHER = "zalo:1", "telegram"
ANSWER, REMINDER, ANNOUNCEMENT = Lane


class School:
    """People with a chat on Zalo, some with a second one elsewhere, and the senders of both channels."""

    def __init__(self, database: Database, clock: FakeClock, monthly: int = 10, reserve: int = 3) -> None:
        self.database, self.clock, self.keys = database, clock, 0
        self.names = (ZALO, OTHER)
        self.channels = {
            name: FakeChannel(clock=clock, name=name, capabilities=replace(UNHURRIED, text_units=100))
            for name in self.names
        }
        self.grant({ZALO: Quota(monthly=monthly, reserve=reserve)})

    def grant(self, quotas: dict[str, Quota]) -> None:
        """The program starts (again), with these quotas."""
        self.quotas = quotas
        self.senders = {
            name: Dispatcher(
                self.database,
                channel,
                compose=self._compose,
                papers=Papers(self.database, {}, Texts.load("vi")),
                clock=self.clock,
                chance=Random(1),
                meter=Meter(channel=channel, quotas=quotas, channels=self.names),
            )
            for name, channel in self.channels.items()
        }

    def _compose(self, conn: Connection, delivery: Delivery, now: datetime) -> Reply:
        return Reply(text=f"{delivery.kind} {delivery.person_id}")

    async def enrol(self, count: int, *, elsewhere: Sequence[int] = ()) -> None:
        """People 1…count; those of `elsewhere` have a chat on the other channel too."""

        def work(conn: Connection) -> None:
            plant(conn)
            for n in range(1, count + 1):
                found = member(conn, f"Người {n}", "C")
                assert found.person_id == n
                for name in (OTHER, ZALO) if n in elsewhere else (ZALO,):
                    contacts.link(conn, contacts.contact(conn, name, f"{name} {n}", self.clock.now()).id, n)

        await self.database.write(work)

    async def queue(
        self,
        *who: int,
        lane: Lane = ANSWER,
        kind: str = "echo",
        text: str | None = None,
        days: float | None = None,
    ) -> None:
        """One message to each on Zalo; worded at the moment of sending where there is no text."""
        now = self.clock.now()

        def work(conn: Connection) -> None:
            for n in who:
                self.keys += 1
                deliveries.queue(
                    conn,
                    contact=contacts.contact(conn, ZALO, f"{ZALO} {n}", now),
                    body=None if text is None else Reply(text=text),
                    lane=lane,
                    kind=kind,
                    dedupe_key=f"k{self.keys}",
                    person_id=n,
                    now=now,
                    expires_at=None if days is None else now + timedelta(days=days),
                    batch="all",
                )

        await self.database.write(work)

    async def settle(self) -> None:
        for sender in self.senders.values():
            sender.wake()
            await sender.drain()

    async def pass_time(self, moment: datetime) -> None:
        self.clock.advance(moment - self.clock.now())
        await self.settle()

    @property
    def arrived(self) -> dict[str, list[str]]:
        return {name: sorted(message.chat for message in one.journal) for name, one in self.channels.items()}

    async def left_over(self, *states: str) -> list[Row]:
        """The rows in some states."""
        found = select(rows).where(rows.c.state.in_(states))
        return list(await self.database.read(lambda conn: conn.execute(found).all()))

    async def sent(self) -> int:
        found = await self.database.read(lambda conn: spending.sent(conn, self.clock.now()))
        return found.get(ZALO, 0)

    async def progress(self) -> broadcasts.Progress:
        return await self.database.read(lambda conn: broadcasts.progress(conn, "all"))


@pytest.fixture
def school(database: Database, clock: FakeClock) -> School:
    return School(database, clock)


def zalo(*who: int) -> list[str]:
    return [f"{ZALO} {n}" for n in who]


# --- counting


async def test_what_left_counts_with_its_outcome(school: School):
    await school.enrol(3)
    await school.queue(1, 2, text="ngắn")
    await school.queue(3, text="d" * 250)
    await school.settle()

    assert await school.sent() == 1 + 1 + 3


async def test_what_may_have_left_counts_and_what_certainly_did_not_does_not(school: School):
    await school.enrol(2)
    school.channels[ZALO].failures[f"{ZALO} 1"].append(Unavailable("http-502"))
    school.channels[ZALO].lost_answers[f"{ZALO} 2"].append(OutcomeUnknown("timeout"))
    await school.queue(1, 2, text="tin")
    await school.settle()

    assert await school.sent() == 1
    await school.pass_time(school.clock.now() + timedelta(seconds=5))
    assert await school.sent() == 3  # both again


async def test_what_a_dead_sender_had_in_flight_counts(school: School):
    await school.enrol(2)
    await school.queue(1, text="d" * 150)

    def die(conn: Connection) -> None:
        deliveries.claim(conn, ZALO, ANSWER, school.clock.now(), 5)

    await school.database.write(die)
    await school.settle()

    assert await school.sent() == 2 + 2


async def test_a_channel_without_a_quota_is_not_counted(school: School):
    school.grant({})
    await school.enrol(1)
    await school.queue(1, text="tin")
    await school.settle()

    assert (school.arrived[ZALO], await school.sent()) == (zalo(1), 0)


# --- the share that is not kept back


async def test_reminders_beyond_the_share_take_the_other_channel_or_are_left_to_the_telephone(school: School):
    await school.enrol(10, elsewhere=[8, 9])
    await school.queue(*range(1, 11), lane=REMINDER, kind="reminder")
    await school.settle()

    assert school.arrived == {ZALO: zalo(*range(1, 8)), OTHER: [f"{OTHER} 8", f"{OTHER} 9"]}
    found = await school.progress()
    assert (found.sent, dict(found.given_up)) == (9, {"quota": 1})


async def test_what_moved_is_worded_for_the_channel_it_leaves_by(school: School):
    await school.enrol(8, elsewhere=[8])
    await school.queue(*range(1, 9), lane=REMINDER, kind="reminder")
    await school.settle()

    [moved] = school.channels[OTHER].journal
    assert moved.text == "reminder 8"


async def test_announcements_beyond_the_share_wait_for_the_next_month(school: School):
    await school.enrol(9)
    await school.queue(*range(1, 10), lane=ANNOUNCEMENT, kind="news:1", days=40)
    await school.settle()
    assert (await school.progress()).held == 2

    await school.pass_time(next_reset(school.clock.now()) - timedelta(seconds=1))
    assert len(school.arrived[ZALO]) == 7
    await school.pass_time(next_reset(school.clock.now()))
    assert len(school.arrived[ZALO]) == 9
    assert (await school.progress()).sent == 9
    assert await school.sent() == 2


async def test_announcements_that_lose_their_use_meanwhile_expire(school: School):
    await school.enrol(9)
    await school.queue(*range(1, 10), lane=ANNOUNCEMENT, kind="news:1", days=2)
    await school.settle()
    await school.pass_time(school.clock.now() + timedelta(days=2))

    found = await school.progress()
    assert (found.sent, found.expired, found.waiting) == (7, 2, 0)


async def test_what_somebody_asked_to_hear_waits_instead_of_being_given_up(school: School):
    await school.enrol(8)
    await school.queue(*range(1, 8), lane=REMINDER, kind="reminder")
    await school.queue(8, lane=REMINDER, kind="result:1")
    await school.settle()

    assert (await school.progress()).held == 1


async def test_a_paused_broadcast_is_not_given_up_for_want_of_messages(school: School):
    await school.enrol(9)
    await school.queue(*range(1, 8), lane=REMINDER, kind="reminder")
    await school.settle()
    await school.database.write(lambda conn: broadcasts.pause(conn, "all", school.clock.now()))
    await school.queue(8, 9, lane=REMINDER, kind="reminder")
    await school.settle()

    assert (await school.progress()).waiting == 2


async def test_nothing_moves_to_a_channel_that_is_as_spent(school: School):
    school.grant(dict.fromkeys(school.names, Quota(monthly=2, reserve=1)))
    await school.enrol(3, elsewhere=[1, 2, 3])
    await school.queue(1, 2, 3, lane=REMINDER, kind="reminder")
    await school.settle()
    await school.settle()

    assert {name: len(found) for name, found in school.arrived.items()} == {ZALO: 1, OTHER: 1}
    assert dict((await school.progress()).given_up) == {"quota": 1}


async def test_conversations_go_on_with_what_is_kept_back(school: School):
    await school.enrol(8)
    await school.queue(*range(1, 8), lane=ANNOUNCEMENT, kind="news:1")
    await school.settle()
    await school.queue(1, 2, 3, text="trả lời")
    await school.settle()

    assert await school.sent() == 10
    assert len(school.arrived[ZALO]) == 10


# --- nothing left


async def test_answers_are_kept_until_the_month_begins_anew(school: School):
    school.grant({ZALO: Quota(monthly=2)})
    await school.enrol(3)
    await school.queue(1, 2, 3, text="trả lời")
    await school.settle()
    assert len(school.arrived[ZALO]) == 2

    await school.pass_time(next_reset(school.clock.now()))
    assert school.arrived[ZALO] == zalo(1, 2, 3)


async def test_answers_are_kept_until_more_is_granted(school: School):
    school.grant({ZALO: Quota(monthly=2)})
    await school.enrol(3)
    await school.queue(1, 2, 3, text="trả lời")
    await school.settle()

    for sender in school.senders.values():
        await sender.stop(1)
    school.grant({ZALO: Quota(monthly=3)})
    await school.settle()
    assert school.arrived[ZALO] == zalo(1, 2, 3)


async def test_a_platform_that_grants_no_more_ends_the_month_and_loses_nothing(
    school: School, caplog: pytest.LogCaptureFixture
):
    await school.enrol(4)
    school.channels[ZALO].failures[f"{ZALO} 1"].append(QuotaSpent("quota-429"))
    await school.queue(1, text="trả lời")
    with caplog.at_level(logging.ERROR):
        await school.settle()
    await school.queue(2, text="trả lời")
    await school.settle()

    assert (school.channels[ZALO].attempts, await school.sent()) == (1, 10)
    assert "95 %" in caplog.text
    await school.pass_time(next_reset(school.clock.now()))
    assert school.arrived[ZALO] == zalo(1, 2)


async def test_in_the_first_days_of_a_month_it_is_asked_again_after_an_hour(school: School):
    await school.enrol(1)
    await school.pass_time(next_reset(school.clock.now()))
    school.channels[ZALO].failures[f"{ZALO} 1"].append(QuotaSpent("quota-429"))
    await school.queue(1, text="trả lời")
    await school.settle()
    assert (school.arrived[ZALO], await school.sent()) == ([], 0)

    await school.pass_time(school.clock.now() + timedelta(minutes=59))
    assert school.channels[ZALO].attempts == 1
    await school.pass_time(school.clock.now() + timedelta(minutes=2))
    assert school.arrived[ZALO] == zalo(1)


# --- in flight


async def test_nothing_is_given_up_for_what_is_only_under_way(school: School):
    await school.enrol(8)
    channel = school.channels[ZALO]
    channel.failures[f"{ZALO} 1"].append(Unavailable("http-502"))
    await school.queue(*range(1, 8), lane=REMINDER, kind="reminder")
    channel.gate.clear()
    sending = asyncio.create_task(school.settle())
    await channel.reached.wait()
    await school.queue(8, lane=REMINDER, kind="reminder")
    channel.gate.set()
    await sending

    assert await school.sent() == 7
    assert dict((await school.progress()).given_up) in ({}, {"quota": 1})
    assert len(school.arrived[ZALO]) == 7


# --- told


@pytest.mark.parametrize(("messages", "told"), [(7, []), (8, [80]), (10, [80, 95])])
async def test_the_operator_and_whoever_leads_hear_of_it_once_a_month(
    school: School, caplog: pytest.LogCaptureFixture, messages: int, told: list[int]
):
    def head(conn: Connection) -> None:
        chatting(conn, member(conn, "Bùi Quốc Hưng", "SO", Role.OFFICER))
        chatting(conn, member(conn, "Trần Thị Thủy", "C", Role.PRINCIPAL))

    await school.enrol(10)
    await school.database.write(head)
    with caplog.at_level(logging.WARNING):
        for n in range(1, messages + 1):
            await school.queue(n, text="trả lời")
            await school.settle()

    def notices(conn: Connection) -> list[tuple[str, int]]:
        found = select(rows.c.kind, rows.c.person_id).where(rows.c.kind.like("quota:%")).order_by(rows.c.id)
        return [(row.kind, row.person_id) for row in conn.execute(found)]

    assert await school.database.read(notices) == [(f"quota:{level}", 11) for level in told]
    logged = [record for record in caplog.records if "of the month's messages" in record.getMessage()]
    assert [record.levelno for record in logged] == [logging.WARNING, logging.ERROR][: len(told)]


# --- a chat that takes nothing any more


async def test_whoever_blocks_the_bot_is_written_to_where_they_can_be(school: School):
    await school.enrol(1, elsewhere=[1])
    school.channels[ZALO].failures[f"{ZALO} 1"].append(Unreachable("blocked"))
    await school.queue(1, lane=REMINDER, kind="reminder")
    await school.queue(1, lane=ANNOUNCEMENT, kind="news:1")
    await school.settle()

    assert [message.text for message in school.channels[OTHER].journal] == ["reminder 1", "news:1 1"]
    assert (await school.progress()).sent == 2


async def test_whoever_blocks_the_only_bot_they_have_is_given_up(school: School):
    await school.enrol(1)
    school.channels[ZALO].failures[f"{ZALO} 1"].append(Unreachable("blocked"))
    await school.queue(1, lane=REMINDER, kind="reminder")
    await school.queue(1, lane=ANNOUNCEMENT, kind="news:1")
    await school.settle()

    assert dict((await school.progress()).given_up) == {"blocked": 2}


# --- whatever happens


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_happens_nothing_is_lost_or_sent_for_nothing(school: School, seed: int):
    chance, people_on_it = Random(seed), range(1, 9)
    quota = Quota(monthly=12, reserve=4)
    school.grant({ZALO: quota})
    await school.enrol(len(people_on_it), elsewhere=chance.sample(people_on_it, 3))
    zalo_phone = school.channels[ZALO]
    by_month: dict[str, list[str]] = {}
    queued, seen = 0, 0

    async def watch() -> None:
        """What arrived since belongs to this month; an answer waits only for want of messages."""
        nonlocal seen
        month = by_month.setdefault(month_of(school.clock.now()), [])
        month += [message.text for message in zalo_phone.journal[seen:]]
        seen = len(zalo_phone.journal)
        kept = [row for row in await school.left_over("waiting") if row.lane == 0 and row.retry_at is None]
        assert not kept or await school.sent() >= quota.monthly

    for _ in range(20):
        who = chance.choice(people_on_it)
        lane, kind = chance.choice([(ANSWER, "echo"), (REMINDER, "reminder"), (ANNOUNCEMENT, "news:1")])
        if chance.random() < 0.3:
            failure = chance.choice(
                [Unavailable("http-502"), OutcomeUnknown("timeout"), Unreachable("blocked")]
            )
            zalo_phone.failures[f"{ZALO} {who}"].append(failure)
        queued += 1
        await school.queue(
            who, lane=lane, kind=kind, text=f"{lane} {queued}", days=None if lane is ANSWER else 3
        )
        await school.settle()
        await watch()
        await school.pass_time(school.clock.now() + timedelta(hours=chance.randrange(1, 30)))
        await watch()
    for _ in range(6):
        await school.pass_time(next_reset(school.clock.now()))
        await school.pass_time(school.clock.now() + timedelta(minutes=30))
        await watch()

    assert len(await school.left_over("sent", "given_up", "expired")) == queued
    assert len(await school.left_over("waiting", "sending", "paused", "cancelled")) == 0
    everything = zalo_phone.texts + school.channels[OTHER].texts
    assert len(everything) == len(set(everything))
    for month in by_month.values():
        assert len(month) <= quota.monthly
        assert all(text.startswith(ANSWER) for text in month[quota.monthly - quota.reserve :])
