"""A broadcast of minutes, in a time of its own, to a platform that takes its limits at their strictest.

No second holds more than 30 messages, no chat more than one a second, and a refusal binds until its
`retry_after` is over. Messages and answers are on the way for a while, not all equally long.
"""

import asyncio
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from random import Random

import pytest

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.papers import Papers
from bot.domain.messages import Lane, Reply
from bot.errors import Throttled
from bot.storage import Connection, contacts, deliveries
from bot.texts import Texts
from tests.fakes.channel import UNHURRIED, FakeChannel
from tests.fakes.telegram.limits import Gate, Limits
from tests.fakes.virtual_time import PromptDatabase, VirtualClock, run

#: Chats: those who are written to, and those who write.
RECIPIENTS = [str(n) for n in range(1000, 1600)]
WRITERS = [str(n) for n in range(1, 11)]


@dataclass(slots=True, kw_only=True)
class Strict(FakeChannel):
    """`ways()` gives the seconds there and back of one message."""

    ways: Callable[[], tuple[float, float]]
    strict: Gate = field(default_factory=lambda: Gate(Limits(chat_burst=1)))
    accepted: list[tuple[float, str]] = field(default_factory=list)
    refused: int = 0

    async def send(self, chat: str, reply: Reply, content: bytes | None = None) -> str | None:
        there, back = self.ways()
        await asyncio.sleep(there)
        now = self.clock.monotonic()
        refusal = self.strict.refusal(int(chat), now)
        if refusal is None:
            self.accepted.append((now, chat))
        await asyncio.sleep(back)
        if refusal is not None:
            self.refused += 1
            raise Throttled("http-429", retry_after=refusal.parameters["retry_after"])
        return "m1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    rate: float  #: of what is permitted, from the first message of the broadcast to the last
    refused: int
    slowest: float  #: of twenty answers the last but one: seconds from queueing to arrival


def quick() -> tuple[float, float]:
    return 0.005, 0.055


def uneven(chance: Random) -> tuple[float, float]:
    """Most messages are quick; some are held up for up to a fifth of a second, on either way."""
    there, back = quick()
    if chance.random() < 0.1:
        there += chance.uniform(0, 0.2)
    if chance.random() < 0.1:
        back += chance.uniform(0, 0.2)
    return there, back


async def broadcast(setting: str, ways: Callable[[], tuple[float, float]], *, writes: bool = True) -> Seen:
    """An announcement to everybody, while somebody writes each second."""
    clock, database = VirtualClock(), PromptDatabase(setting)
    limited = replace(UNHURRIED, per_second=30, chat_interval=1)
    channel = Strict(clock=clock, capabilities=limited, ways=ways)
    dispatcher = Dispatcher(
        database,
        channel,
        compose=lambda _conn, _delivery, _now: None,
        papers=Papers(database, {}, Texts.load("vi")),
        clock=clock,
        chance=Random(1),
    )

    def queue(chats: Sequence[str], lane: Lane, conn: Connection) -> None:
        for chat in chats:
            deliveries.queue(
                conn,
                contact=contacts.contact(conn, channel.name, chat, clock.now()),
                body=Reply(text="tin"),
                lane=lane,
                kind="test",
                dedupe_key=f"{lane}:{chat}:{clock.monotonic()}",
                person_id=None,
                now=clock.now(),
            )

    await database.write(partial(queue, RECIPIENTS, Lane.ANNOUNCEMENT))
    sending = asyncio.create_task(dispatcher.run())
    written: list[float] = []
    reached: list[float] = []
    while len(reached) < len(RECIPIENTS):
        await asyncio.sleep(1)
        if writes:
            written.append(clock.monotonic())
            await database.write(partial(queue, [WRITERS[len(written) % len(WRITERS)]], Lane.ANSWER))
            dispatcher.wake()
        reached = [at for at, chat in channel.accepted if chat not in WRITERS]
        assert clock.monotonic() < len(RECIPIENTS) / 10, "it never ends"
    await asyncio.sleep(1)
    await dispatcher.stop(5)
    await sending
    await database.close()
    answered = [at for at, chat in channel.accepted if chat in WRITERS]
    waits = sorted(at - since for since, at in zip(written, answered, strict=True))
    seconds = reached[-1] - reached[0]
    within = sum(reached[0] <= at <= reached[-1] for at, _ in channel.accepted)
    return Seen(
        rate=within / (30 * seconds + 1),
        refused=channel.refused,
        slowest=waits[int(0.95 * len(waits))] if waits else 0.0,
    )


@pytest.fixture
def setting(sqlite_with_tables: Path, tmp_path: Path) -> str:
    path = tmp_path / "khaibao.db"
    shutil.copy(sqlite_with_tables, path)
    return f"sqlite:///{path}"


def test_nothing_is_refused_hardly_a_place_is_lost_and_nobody_waits(setting: str):
    seen = run(broadcast(setting, quick))

    assert seen.refused == 0
    assert seen.rate >= 0.98
    assert seen.slowest <= 0.05


def test_a_broadcast_while_nobody_writes_uses_the_whole_rate_as_well(setting: str):
    seen = run(broadcast(setting, quick, writes=False))

    assert seen.refused == 0
    assert seen.rate >= 0.98


def test_nothing_is_refused_though_messages_are_held_up_on_their_way(setting: str):
    seen = run(broadcast(setting, partial(uneven, Random(7))))

    assert seen.refused == 0
    assert seen.rate >= 0.95
    assert seen.slowest <= 0.25
