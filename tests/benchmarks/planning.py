"""Planning a reminder for everybody in a large nation, beside one bare statement of the same rows.

    python -m tests.benchmarks.planning [--schools 10000] [--people 100] [--database sqlite]

Nobody in the nation (`nation.py`) has declared, and a step of the ladder is due: `planner.tick` plans a
reminder each for those who owe it and a digest for the heads of schools, and brings the first of them into
the outbox, while people go on writing. The same tick is run once more, and once alone two days later, when
nobody writes.

Then one `INSERT … SELECT` writes the same rows into an empty table of the same columns with the same unique
index (what is planned: one a person and occasion). Two others write what the outbox will hold for these
people in the end, with the unique index on the intent alone, and with all its indexes. *Held*: how long one
piece of the planner's work kept others from writing. *Waited*: what writing anything took meanwhile, its own
commit included. *Drawn*: bringing thousands more into the outbox, as is done when those before have left.
"""

import argparse
import asyncio
import gc
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, MetaData, String, Table, cast, func, literal, select
from sqlalchemy.sql import quoted_name

from bot.app import App, build
from bot.clock import SimulatedClock
from bot.domain.channels import Update
from bot.domain.deadlines import VIETNAM
from bot.domain.ladder import Window
from bot.reminders import planner
from bot.storage import Database, drawing, open_database, reminders
from bot.storage.tables import contacts, deliveries, memberships, occasions, persons, planned, standings
from bot.texts import Texts
from tests.benchmarks import databases
from tests.benchmarks.nation import Nation, settle
from tests.fakes.channel import UNHURRIED, FakeChannel

T = TypeVar("T")

#: 26 August 2020, a little after seven: the third day before the last. And the day before the last.
DUE = datetime(2020, 8, 26, 7, 5, tzinfo=VIETNAM)
LATER = DUE + timedelta(days=2)
#: Seconds between two messages of people, between two tries to write anything, and before the planner begins.
EVERY, PROBED, IDLE = 0.1, 0.01, 3.0
#: Soon after midnight the planner has kept the day before for the trend, long before a step is due.
BEFORE = LATER.replace(hour=0)
#: Messages that are drawn to see what that takes.
DRAWN = 20_000
#: What is to be reached: times the bare statement, MiB, and milliseconds.
GOALS = (1.5, 20.0, 50.0)


@dataclass(slots=True, kw_only=True)
class Watched:
    """A database that notes how long each piece of work kept the writer."""

    database: Database
    shared: bool = False
    held: list[float] = field(default_factory=list)  #: seconds
    committed: list[float] = field(default_factory=list)  #: seconds, with the wait for others and the commit
    cpu: float = 0.0  #: seconds of this process's processor; of PostgreSQL, the client's

    async def write(self, work: Callable[[Connection], T]) -> T:
        def timed(conn: Connection) -> T:
            began, cpu = time.perf_counter(), time.thread_time()
            try:
                return work(conn)
            finally:
                self.held.append(time.perf_counter() - began)
                self.cpu += time.thread_time() - cpu

        began = time.perf_counter()
        try:
            return await self.database.write(timed)
        finally:
            self.committed.append(time.perf_counter() - began)

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self.database.read(work)

    async def close(self) -> None:
        await self.database.close()


@dataclass(slots=True, kw_only=True)
class People:
    """Those who write while the planner works, and how long they wait; and a probe of the writer."""

    app: App
    nation: Nation
    waits: list[float] = field(default_factory=list)  #: seconds until an answer has left
    writes: list[float] = field(default_factory=list)  #: seconds until something was written

    async def write(self) -> None:
        """A message each so many seconds, each of somebody else, until cancelled."""
        channel = self.app.channels["telegram"]
        assert isinstance(channel, FakeChannel)
        number = 0
        while True:
            number += 1
            chat = str(self.nation.population - number)
            before, began = len(channel.journal), time.perf_counter()
            channel.reached.clear()
            payload = {"chat": chat, "text": "em cài rồi, nhà có 4 người, cài được 3"}
            await self.app.workers.receive("telegram")([Update(key=f"w{number}", chat=chat, payload=payload)])
            while not any(message.chat == chat for message in channel.journal[before:]):
                await channel.reached.wait()
                channel.reached.clear()
            self.waits.append(time.perf_counter() - began)
            await asyncio.sleep(EVERY)

    async def probe(self) -> None:
        """Write nothing, again and again: how long does that take?"""
        while True:
            began = time.perf_counter()
            await self.app.database.write(lambda _conn: None)
            self.writes.append(time.perf_counter() - began)
            await asyncio.sleep(PROBED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Seconds by the wall, and of the processor where the database is in this process."""

    wall: float
    cpu: float
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    alone: Took  #: a tick while nobody writes
    busy: Took  #: and while people write
    again: Took  #: a tick that finds nothing to do
    bare: Took  #: one statement
    queued: Took  #: one statement that writes rows of the outbox
    indexed: Took  #: the same into a table with all indexes
    drawn: Took
    memory: float  #: MiB more than before, by a tick while nobody writes
    held: float
    committed: float  #: seconds of the longest piece with its commit, while nobody else writes
    idle: list[float]  #: seconds until an answer while nothing is planned
    waits: list[float]
    writes: list[float]


async def measure(kind: str, nation: Nation) -> Measured:
    async with AsyncExitStack() as stack:
        (setting,) = await stack.enter_async_context(databases.fresh(kind))
        database = open_database(setting)
        stack.push_async_callback(database.close)
        round_ = await settle(database, nation)
        clock = SimulatedClock(DUE)
        # What is queued leaves at Telegram's pace, as it would.
        channel = FakeChannel(clock=clock, capabilities=replace(UNHURRIED, per_second=30, chat_interval=1))
        app = build(database=database, clock=clock, texts=Texts.load("vi"), channels=[channel])
        people = People(app=app, nation=nation)
        stop = asyncio.Event()
        tasks = [asyncio.create_task(work) for work in (_serve(app, stop), people.write(), people.probe())]
        await asyncio.sleep(IDLE)
        idle, people.waits, people.writes = people.waits, [], []
        gc.freeze()  # as the program does when it has started

        watched = Watched(database=database)
        busy = await _tick(watched, DUE)
        again = await _tick(watched, DUE + timedelta(seconds=20))
        stop.set()
        for task in tasks[1:]:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        waits, writes = people.waits, people.writes
        await _tick(watched, BEFORE)
        before = _forget_peak()
        watched.committed.clear()
        alone = await _tick(watched, LATER)
        memory = _peak() - before
        assert await database.read(_reminded) == alone.rows
        return Measured(
            alone=alone,
            busy=busy,
            again=again,
            bare=await _bare(database, _copy(planned), _planned_rows(round_.id)),
            queued=await _bare(database, _copy(deliveries), _queued_rows(round_.id)),
            indexed=await _bare(database, _copy(deliveries, indexed=True), _queued_rows(round_.id)),
            drawn=await _draw(watched),
            memory=memory,
            held=max(watched.held),
            committed=max(watched.committed),
            idle=idle,
            waits=waits,
            writes=writes,
        )


async def _serve(app: App, stop: asyncio.Event) -> None:
    """Turns and answers, and nothing else: no planner but the one that is measured, no bulk."""
    sending = [asyncio.create_task(one.run()) for one in app.dispatchers.values()]
    handling = asyncio.create_task(app.workers.run())
    await stop.wait()
    await app.workers.stop()
    for dispatcher in app.dispatchers.values():
        await dispatcher.stop(5)
    for task in (*sending, handling):
        task.cancel()


async def _tick(watched: Watched, now: datetime) -> Took:
    began, watched.cpu = time.perf_counter(), 0.0
    rows = await planner.tick(watched, now)
    return Took(wall=time.perf_counter() - began, cpu=watched.cpu, rows=rows)


def _reminded(conn: Connection) -> int:
    """How many people are written down for the later day; heads, too, who are told in a digest."""
    intent = reminders.intent_of(Window(day=LATER.date(), due_at=LATER, expires_at=LATER))
    here = select(occasions.c.id).where(occasions.c.intent == intent.name, occasions.c.kind == intent.kind)
    return int(conn.scalar(select(func.count()).where(planned.c.occasion_id.in_(here))) or 0)


async def _draw(watched: Watched) -> Took:
    """Bring some thousands of reminders into the outbox."""
    find = select(occasions.c.id).where(occasions.c.kind == "reminder").order_by(occasions.c.id.desc())
    occasion = await watched.read(lambda conn: conn.scalars(find.limit(1)).one())
    began, watched.cpu, rows = time.perf_counter(), 0.0, 0
    more: int | None = 0
    while more is not None and rows < DRAWN:
        more = await watched.write(partial(_some, occasion, DRAWN - rows))
        rows += more or 0
    return Took(wall=time.perf_counter() - began, cpu=watched.cpu, rows=rows)


def _some(occasion: int, most: int, conn: Connection) -> int | None:
    return drawing.draw(conn, occasion, most, LATER)


def _copy(table: Table, *, indexed: bool = False) -> Table:
    """An empty table of the same columns, with the unique index alone or with all."""
    copy = table.to_metadata(MetaData(), name="bare")
    copy.primary_key.name = "pk_bare"
    for constraint in list(copy.foreign_key_constraints):
        copy.constraints.discard(constraint)
    for index in list(copy.indexes):
        copy.indexes.discard(index)
        if indexed:
            index.name = quoted_name(f"{index.name}_bare", quote=None)
            copy.indexes.add(index)
    return copy


async def _bare(database: Database, table: Table, rows: Any) -> Took:
    """One statement that writes these rows into an empty table."""
    await database.write(table.create)
    filling = table.insert().from_select(list(rows.selected_columns.keys()), rows, include_defaults=False)
    watched, began = Watched(database=database), time.perf_counter()
    await watched.write(lambda conn: conn.execute(filling))
    took = Took(wall=time.perf_counter() - began, cpu=watched.cpu)
    await database.write(table.drop)
    return took


def _planned_rows(round_id: int) -> Any:
    """What the planner writes down."""
    return _rows(round_id, occasion_id=literal(1), person_id=contacts.c.person_id, drawn=literal(False))


def _queued_rows(round_id: int) -> Any:
    """What is in the outbox when all have been drawn."""
    due = literal(DUE, deliveries.c.due_at.type)
    return _rows(
        round_id,
        dedupe_key=literal("reminder:") + cast(contacts.c.person_id, String) + literal(":2020-08-26"),
        channel=contacts.c.channel,
        contact_id=contacts.c.id,
        person_id=contacts.c.person_id,
        lane=literal(1),
        kind=literal("reminder"),
        batch=literal("reminders:2020-08-26"),
        due_at=due,
        expires_at=due,
        created_at=due,
    )


def _rows(round_id: int, **values: Any) -> Any:
    """A row for everybody of a round who owes and can be reached."""
    return (
        select(*(value.label(name) for name, value in values.items()))
        .select_from(standings)
        .join(memberships, memberships.c.id == standings.c.membership_id)
        .join(persons, persons.c.id == memberships.c.person_id)
        .join(contacts, contacts.c.id == persons.c.contact_id)
        .where(
            standings.c.round_id == round_id,
            standings.c.state.in_(["missing", "partial"]),
            standings.c.stopped.is_(None),
            contacts.c.unreachable_at.is_(None),
        )
    )


def _forget_peak() -> float:
    """Begin to look for the peak anew; MiB held now. Linux."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _memory("VmRSS")


def _peak() -> float:
    return _memory("VmHWM")


def _memory(name: str) -> float:
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise AssertionError(name)


def _spread(times: list[float]) -> str:
    """The median, what 95 of 100 do not exceed, and the worst, milliseconds."""
    ordered = sorted(times) or [0.0]
    places = (len(ordered) // 2, int(0.95 * len(ordered)), -1)
    return " / ".join(f"{ordered[place] * 1000:.0f}" for place in places)


def table(found: Measured) -> str:
    lines = [f"{'':34}{'seconds':>10}{'x bare':>8}{'CPU s':>10}{'x bare':>8}"]
    for name, took in {
        "one statement, the same rows": found.bare,
        "one statement, rows of the outbox": found.queued,
        "the same, all indexes": found.indexed,
        "planner, nobody writes": found.alone,
        "planner, people write": found.busy,
        "planner again, nothing to do": found.again,
    }.items():
        wall, cpu = took.wall / found.bare.wall, took.cpu / found.bare.cpu
        lines.append(f"{name:34}{took.wall:>10.2f}{wall:>8.2f}{took.cpu:>10.2f}{cpu:>8.2f}")
    lines += [
        f"{found.busy.rows:,} rows, then {found.again.rows}; memory +{found.memory:.1f} MiB",
        f"writer held at most {found.held * 1000:.0f} ms; with the commit, while nobody writes,"
        f" {found.committed * 1000:.0f} ms",
        f"{found.drawn.rows:,} rows drawn in {found.drawn.wall:.2f} s",
        f"median / 95 of 100 / worst: anything written after {_spread(found.writes)} ms,"
        f" answers after {_spread(found.waits)} ms; while nothing is planned {_spread(found.idle)} ms",
    ]
    return "\n".join(lines)


def verdict(found: Measured) -> str:
    times, most, longest = GOALS
    judged = {
        f"<= {times} x bare": found.alone.wall <= times * found.bare.wall,
        f"memory <= {most:.0f} MiB": found.memory <= most,
        f"held <= {longest:.0f} ms": found.held * 1000 <= longest,
        "repeating it is a no-op": not found.again.rows,
    }
    return ", ".join(f"{goal}: {'met' if met else 'MISSED'}" for goal, met in judged.items())


def main() -> None:
    parser = argparse.ArgumentParser(description="Planning a reminder for everybody in a nation.")
    parser.add_argument("--schools", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=100, help="in each school")
    parser.add_argument("--database", choices=databases.KINDS, default="sqlite")
    options = parser.parse_args()
    districts = max(1, options.schools // 200)
    nation = Nation(
        provinces=districts,
        districts=max(1, options.schools // 10 // districts),
        schools=10,
        people=options.people,
    )
    print(f"{options.database}: {nation}")
    found = asyncio.run(measure(options.database, nation))
    print(table(found))
    print(verdict(found))


if __name__ == "__main__":
    main()
