"""An announcement to many while people write: how fast it goes out, and how long those people wait.

    python -m tests.benchmarks.broadcast [--recipients 1800] [--idle 60] [--ways khaibao limiter …]

Each way is a process of its own, one after the other, beside a double of Telegram that takes the limits as
strictly as they may be meant (30 messages in any second, one a second in a chat, a 429 binds until its
`retry_after` is over) and answers after 50 ms. First people write while nothing else goes on, two a second;
then the announcement begins, and somebody writes each second until it is through.

*rate*: what was accepted of what is permitted, answers included, from the first message of the announcement
to its last. *answers*: from the moment somebody writes to the moment Telegram has the answer, less the 50 ms
that Telegram takes to hand the message over.

The peers (`broadcasters.py`) echo; khaibao is `khaibao run` with a whole turn for each message.
"""

import argparse
import asyncio
import math
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

import uvloop

from tests.benchmarks import assembly, processes
from tests.benchmarks.broadcasters import WAYS
from tests.fakes.telegram.limits import SENDS, Limits
from tests.fakes.telegram_server import TelegramServer

#: Seconds before each answer of the platform.
LATENCY = 0.05
#: As strict as it may be meant: no bursts in a chat.
LIMITS = Limits(chat_burst=1)
#: Seconds after which a contender counts as stuck, and for which answers that are late are waited for.
PATIENCE, LATE = 900.0, 15.0
KHAIBAO = "khaibao"
DEFAULT = [KHAIBAO, "limiter", "sleep", "sequential"]
#: Chat ids; the operator of the peers is somebody else.
OPERATOR, WRITERS, FIRST = 500, range(1000, 1010), 10_000
#: What the writers say, one after the other, and again: each is answered with one message.
SAID = (
    "em cài rồi, nhà còn 4 người, cài được 3, 1 bé chưa có điện thoại",
    "đúng rồi ạ",
    "nhầm, nhà còn 3 người, cài 3 rồi",
    "đúng",
)
#: What khaibao is to reach: rate, milliseconds of the slowest answers but one in 20, and times the idle ones.
GOALS = (0.98, 50.0, 1.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    recipients: int
    idle: int  #: messages before the announcement begins

    @property
    def chats(self) -> range:
        return range(FIRST, FIRST + self.recipients)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    seconds: float  #: from the first message of the announcement to the last
    accepted: int  #: messages in that time, answers included
    refused: int  #: 429s
    lost: int  #: people whom the announcement did not reach
    twice: int  #: people whom it reached more than once
    idle: Sequence[float]  #: seconds until the answer; infinity: none came
    meanwhile: Sequence[float]

    @property
    def rate(self) -> float:
        """Of what is permitted; the last message takes its place, too."""
        return self.accepted / (LIMITS.per_second * self.seconds + 1)

    @property
    def slower(self) -> float:
        """How many times longer people wait than while nothing else goes on."""
        return _share(self.meanwhile, 0.95) / max(_share(self.idle, 0.95), 1e-9)


def _share(waits: Sequence[float], share: float) -> float:
    """The wait that so many of all do not exceed."""
    ordered = sorted(waits)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else math.nan


@dataclass(slots=True, kw_only=True)
class Crowd:
    """The people who write, in turn, and what became of their messages."""

    server: TelegramServer
    said: list[tuple[int, float, int]] = field(default_factory=list)  #: chat, when, which of that chat

    async def says(self) -> None:
        number = len(self.said)
        chat, nth = WRITERS[number % len(WRITERS)], number // len(WRITERS)
        update = await self.server.person(chat).says(SAID[nth % len(SAID)])
        self.said.append((chat, update.at, nth))

    async def write(self, *, every: float, times: int | None = None) -> None:
        """A message each so many seconds; without `times`: until cancelled."""
        next_at = time.monotonic()
        while times is None or times > 0:
            await self.says()
            times = times and times - 1
            next_at += every
            await asyncio.sleep(max(0.0, next_at - time.monotonic()))

    def waits(self, since: float, until: float) -> list[float]:
        """Seconds above the platform's own until each message of that time was answered."""
        answers = {chat: [call.at for call in self.server.sent(chat)] for chat in WRITERS}
        return [
            answers[chat][nth] - at - LATENCY if nth < len(answers[chat]) else math.inf
            for chat, at, nth in self.said
            if since <= at <= until
        ]


async def measure(way: str, load: Load) -> Measured:
    """Run one contender against a double of its own."""
    with tempfile.TemporaryDirectory() as folder:
        async with TelegramServer(limits=LIMITS, latency=LATENCY) as server:
            for chat in (OPERATOR, *WRITERS, *load.chats):
                server.person(chat, known=True)
            environment = processes.for_khaibao(server.url, server.token, f"sqlite:///{folder}/khaibao.db")
            if way != KHAIBAO:
                module = ["tests.benchmarks.broadcasters", way, str(FIRST), str(load.recipients)]
                return await _observe(module, environment, server, load, _asked(server))
            setting = environment["KHAIBAO_DATABASE_URL"]
            await asyncio.to_thread(assembly.prepare, setting, writers=WRITERS, recipients=load.chats)
            if load.idle:  # else the first look of the planner finds it
                return await _observe(["bot", "run"], environment, server, load, _announced(setting))
            await _announced(setting)()
            return await _observe(["bot", "run"], environment, server, load, None)


def _asked(server: TelegramServer) -> Callable[[], Awaitable[object]]:
    return lambda: server.person(OPERATOR).says("/broadcast")


def _announced(setting: str) -> Callable[[], Awaitable[object]]:
    return lambda: asyncio.to_thread(assembly.announce, setting)


async def _observe(
    module: Sequence[str],
    environment: Mapping[str, str],
    server: TelegramServer,
    load: Load,
    begin: Callable[[], Awaitable[object]] | None,
) -> Measured:
    """Everything from the start of the contender to the end of its announcement, and of late answers."""
    crowd = Crowd(server=server)
    async with processes.running(module, environment, stdout=asyncio.subprocess.PIPE) as process:
        await crowd.says()
        await server.called("sendMessage", chat_id=WRITERS[0], timeout=60)
        started = time.monotonic()
        await crowd.write(every=0.5, times=load.idle)
        if load.idle:
            await asyncio.sleep(1)
        began = time.monotonic()
        if begin is not None:
            await begin()
        writing = asyncio.create_task(crowd.write(every=1.0))
        await _through(process, server, load)
        writing.cancel()
        await _answered(server, len(crowd.said))
    return _measured(crowd, load, started, began)


async def _through(process: asyncio.subprocess.Process, server: TelegramServer, load: Load) -> None:
    """Wait until everybody was reached, or the contender says that it is through."""
    assert process.stdout is not None
    said = asyncio.create_task(_says(process.stdout, b"through\n"))
    async with asyncio.timeout(PATIENCE):
        while len(_reached(server, load)) < load.recipients and not said.done():
            assert process.returncode is None, f"the contender ended with {process.returncode}"
            await asyncio.sleep(0.5)
    said.cancel()


async def _says(stdout: asyncio.StreamReader, line: bytes) -> None:
    while await stdout.readline() != line:
        pass


async def _answered(server: TelegramServer, messages: int) -> None:
    """Wait for answers that are late, but not for ever."""
    end = time.monotonic() + LATE
    while time.monotonic() < end and sum(len(server.sent(chat)) for chat in WRITERS) < messages:  # noqa: ASYNC110
        await asyncio.sleep(0.2)


def _reached(server: TelegramServer, load: Load) -> dict[int, int]:
    """How often each recipient was reached."""
    found: dict[int, int] = {}
    for call in server.sent():
        if call.chat_id is not None and call.chat_id in load.chats:
            found[call.chat_id] = found.get(call.chat_id, 0) + 1
    return found


def _measured(crowd: Crowd, load: Load, started: float, began: float) -> Measured:
    server = crowd.server
    sent = [call.at for call in server.sent() if call.chat_id in load.chats]
    first, last = min(sent), max(sent)
    reached = _reached(server, load)
    return Measured(
        seconds=last - first,
        accepted=sum(first <= call.at <= last for call in server.sent()),
        refused=sum(call.status == 429 and call.method in SENDS for call in server.journal.calls),
        lost=load.recipients - len(reached),
        twice=sum(times > 1 for times in reached.values()),
        idle=crowd.waits(started, began),
        meanwhile=crowd.waits(first, last),
    )


def table(results: Mapping[str, Measured]) -> str:
    """The results side by side; waits in milliseconds above the platform's own."""
    heads = ["rate %", "429s", "seconds", "lost", "twice", "idle p50/p95", "meanwhile p50/p95/max", "x idle"]
    widths = [8, 7, 9, 7, 7, 15, 26, 8]
    lines = [f"{'':15}" + "".join(f"{head:>{width}}" for head, width in zip(heads, widths, strict=True))]
    for way, found in results.items():
        cells = [
            f"{found.rate * 100:.1f}",
            str(found.refused),
            f"{found.seconds:.1f}",
            str(found.lost),
            str(found.twice),
            " / ".join(_milliseconds(found.idle, share) for share in (0.5, 0.95)),
            " / ".join(_milliseconds(found.meanwhile, share) for share in (0.5, 0.95, 1)),
            f"{found.slower:.2f}",
        ]
        row = "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
        lines.append(f"{way:15}{row}")
    return "\n".join(lines)


def _milliseconds(waits: Sequence[float], share: float) -> str:
    wait = _share(waits, share)
    return "never" if math.isinf(wait) else f"{wait * 1000:.0f}"


def verdict(found: Measured) -> str:
    """Which goals were met."""
    rate, most, times = GOALS
    judged = {
        f"rate >= {rate:.0%}": found.rate >= rate,
        "no 429": not found.refused,
        "nobody left out, nobody twice": not found.lost + found.twice,
        f"p95 <= {most:.0f} ms": _share(found.meanwhile, 0.95) * 1000 <= most,
        f"p95 <= {times} x idle": found.slower <= times,
    }
    return ", ".join(f"{goal}: {'met' if met else 'MISSED'}" for goal, met in judged.items())


def main() -> None:
    parser = argparse.ArgumentParser(description="An announcement to many while people write.")
    parser.add_argument("--recipients", type=int, default=1800)
    parser.add_argument("--idle", type=int, default=60, help="messages before the announcement; 0: none")
    parser.add_argument("--ways", nargs="+", choices=[KHAIBAO, *WAYS], default=DEFAULT)
    options = parser.parse_args()
    load = Load(recipients=options.recipients, idle=options.idle)
    print(f"{load.recipients} recipients, {LIMITS.per_second} a second permitted, {LATENCY * 1000:.0f} ms")
    results = {}
    for way in options.ways:
        results[way] = uvloop.run(measure(way, load))
        print(f"  {way}: {results[way].seconds:.1f} s", file=sys.stderr)
    print(table(results))
    if KHAIBAO in results:
        print(verdict(results[KHAIBAO]))


if __name__ == "__main__":
    main()
