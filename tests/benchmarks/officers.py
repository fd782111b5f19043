"""How long the messages of a nation's officer hold the writer: nobody else is answered meanwhile.

    python -m tests.benchmarks.officers [--schools 2160] [--people 100] [--database sqlite]

A nation (`nation.py`) of so many schools with so many people each, all of them in touch. An officer of the
ministry announces something to all staff, looks at it while it goes out, pauses, corrects and withdraws it,
asks for an ad hoc report, looks at a campaign before starting it, starts it, and asks how things stand. For
each message is told how much of a processor the longest piece of work took that held the writer (of
PostgreSQL, the client alone), and how long the officer waited for the answer, in milliseconds.
"""

import argparse
import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from bot.app import App, build
from bot.campaigns import Shelf
from bot.clock import SimulatedClock
from bot.delivery.inbox import EVENT
from bot.domain.channels import Update
from bot.reminders import planner
from bot.storage import Database, open_database
from bot.storage.engine import Work
from bot.texts import Texts
from tests.benchmarks import databases
from tests.benchmarks.nation import OFFICER_CHAT, STARTED, Nation, settle
from tests.fakes.channel import FakeChannel

T = TypeVar("T")
#: Milliseconds for which a message may hold the writer.
GOAL = 20.0
#: In which everything is done once before it is measured.
SMALL = Nation(provinces=1, districts=1, schools=2, people=3, missing=3)
ONE_DAY = timedelta(days=1)
TEXT = "Sáng thứ Hai các đơn vị chào cờ trực tuyến lúc bảy giờ."
#: The campaign that is started beside the one that runs.
OTHER = "an-toan-covid-19-2021"
#: One that is only looked at, for people.
OF_PEOPLE = "vneid-muc-2-2026"
PLAN = "(planner)"
#: What the officer writes, or taps where an action stands after a colon.
SCRIPT = (
    "/thongbao {text}",
    ":announce-to:1:1:staff",
    ":announce-send:1",
    ":news:1",
    PLAN,
    ":news:1",
    ":news-pause:1",
    ":news-resume:1",
    ":news-correct:1",
    "{text} Xin cảm ơn.",
    ":news-corrected:1",
    ":news-withdraw:1:yes",
    ":news:1",
    ":launch:{other}:1",
    ":launch:{other}:1:yes",
    PLAN,
    ":launch:{people}:1",
    "/dotxuat trước 16h: số giáo viên nghỉ hôm nay",
    ":ad-hoc-open",
    "/trangthai",
    "ai chưa báo",
    "/khaibao",
    "/xuat",
    "/chiendich",
)


@dataclass(slots=True)
class Timed:
    """A database that notes how long each piece of work held its writer."""

    inner: Database
    shared: bool = False
    held: list[float] = field(default_factory=list)

    async def write(self, work: Work[T]) -> T:
        def timed(conn: object) -> T:
            began = time.thread_time()
            try:
                return work(conn)  # type: ignore[arg-type]
            finally:
                self.held.append((time.thread_time() - began) * 1e3)

        return await self.inner.write(timed)

    async def read(self, work: Work[T]) -> T:
        return await self.inner.read(work)

    async def close(self) -> None:
        await self.inner.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one message cost, milliseconds."""

    said: str
    held: float  #: the longest piece of work of it that held the writer
    waited: float  #: from the message to the answer


async def measure(kind: str, nation: Nation) -> list[Measured]:
    async with databases.fresh(kind) as (setting,):
        database = Timed(open_database(setting), shared=kind == "postgresql")
        await settle(database, nation)
        clock, shelf = SimulatedClock(STARTED + ONE_DAY), Shelf()
        numbers = {one.campaign.slug: one.number for one in shelf.all()}
        words = {"text": TEXT, "other": numbers[OTHER], "people": numbers[OF_PEOPLE]}
        app = build(
            database=database,
            clock=clock,
            texts=Texts.load("vi"),
            channels=[FakeChannel(clock=clock)],
            shelf=shelf,
        )
        found = []
        for number, line in enumerate(SCRIPT):
            if line == PLAN:
                await planner.tick(database, clock.now())
            else:
                found.append(await _say(app, database, number, line.format(**words)))
        await database.close()
        return found


async def _say(app: App, database: Timed, number: int, said: str) -> Measured:
    payload = {EVENT: said[1:]} if said.startswith(":") else {"chat": OFFICER_CHAT, "text": said}
    update = Update(key=f"officer:{number}", chat=OFFICER_CHAT, payload=payload)
    await app.workers.receive("telegram")([update])
    database.held.clear()
    began = time.perf_counter()
    await app.workers.drain()
    waited, held = (time.perf_counter() - began) * 1e3, max(database.held)
    return Measured(said=said, held=held, waited=waited)


def table(found: Sequence[Measured]) -> str:
    lines = [f"{'ms':46}{'writer held':>14}{'answered in':>14}"]
    lines += [f"{one.said[:44]:46}{one.held:>14.1f}{one.waited:>14.1f}" for one in found]
    return "\n".join(lines)


def verdict(found: Sequence[Measured]) -> str:
    worst = max(found, key=lambda one: one.held)
    met = "met" if worst.held <= GOAL else "MISSED"
    return f"writer held <= {GOAL:.0f} ms ({worst.said}: {worst.held:.1f}): {met}"


def main() -> None:
    parser = argparse.ArgumentParser(description="How long an officer's messages hold the writer.")
    parser.add_argument("--schools", type=int, default=2160)
    parser.add_argument("--people", type=int, default=100, help="in each school")
    parser.add_argument("--database", choices=databases.KINDS, default="sqlite")
    options = parser.parse_args()
    schools = max(1, options.schools // 60)
    nation = Nation(provinces=6, districts=10, schools=schools, people=options.people, missing=options.people)
    print(f"{options.database}: {nation}")
    asyncio.run(measure(options.database, SMALL))  # caches fill, statements are compiled
    found = asyncio.run(measure(options.database, nation))
    print(table(found))
    print(verdict(found))


if __name__ == "__main__":
    main()
