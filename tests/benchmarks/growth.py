"""What a turn and a roll-up cost in a large nation, beside a small one.

    python -m tests.benchmarks.growth [--schools 10000] [--people 100] [--rounds 7] [--database sqlite]

Two databases are filled (`nation.py`): one district of ten schools, and a nation of so many schools with so
many people each, every one of them registered, in touch, with a conversation and (all but one of a school)
a submission behind them. Then in turns, so that the machine's moods meet both alike:

* *turn*: teachers declare, confirm, correct themselves and confirm again; each message goes the whole way
  from the inbox through a submission and the counts up the tree to the outbox and a platform that takes it.
* *roll-up*: the counts of a unit, and of the units directly below it, as every status shows them.

The medians are told, in microseconds. *CPU* is this process's: of PostgreSQL, the client alone. At the end
everything is counted anew from the declarations, and must be what the roll-ups say.
"""

import argparse
import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from statistics import median

from bot.app import App, build
from bot.clock import SimulatedClock
from bot.domain.asking import form_of
from bot.domain.channels import Update
from bot.domain.rounds import Round
from bot.storage import Connection, Database, open_database, rollups, tallies, units
from bot.texts import Texts
from tests.benchmarks import databases
from tests.benchmarks.nation import STARTED, TOP, Nation, running, settle
from tests.fakes.channel import FakeChannel

#: The nation beside which the large one stands: a thousand people where a school has a hundred.
SMALL = {"provinces": 1, "districts": 1, "schools": 10}
#: Of the large one's schools this many are in a district, and so many districts in a province.
SCHOOLS, DISTRICTS = 10, 20
SAID = (
    "em cài rồi, nhà còn 4 người, cài được 3, 1 bé chưa có điện thoại",
    "đúng rồi ạ",
    "nhầm, nhà còn 3 người, cài 3 rồi",
    "đúng",
)
LEVELS = {"school": "T0-0-0", "district": "P0-0", "province": "S0", "nation": TOP}
#: Where the larger nation has more units to list, which is no growth of the cost.
WIDER = ("province, below", "nation, below")
#: How often one look is taken for one measurement, and how much dearer it may become.
LOOKS, GOAL, ROLLUP_GOAL = 100, 1.2, 5.0


@dataclass(slots=True, kw_only=True)
class Place:
    """One database with the bot on it, and what was measured there: seconds, by name."""

    nation: Nation
    database: Database
    app: App
    round_: Round
    said: int = 0
    found: dict[str, list[float]] = field(default_factory=dict)

    def note(self, name: str, seconds: float) -> None:
        self.found.setdefault(name, []).append(seconds)

    async def measure(self) -> None:
        """One round of everything."""
        await self._turns()
        await self.database.write(self._rollups)

    async def _turns(self) -> None:
        """Everybody who has not declared, or one of each of ten schools, says four things."""
        writers = [str(number * self.nation.missing) for number in range(1, 11)]
        cpu, wall, messages = time.process_time(), time.perf_counter(), 0
        for text in SAID:
            self.said += 1
            updates = [
                Update(key=f"{chat}:{self.said}", chat=chat, payload={"chat": chat, "text": text})
                for chat in writers
            ]
            await self.app.workers.receive("telegram")(updates)
            await self.app.drain()
            messages += len(updates)
        self.note("turn, CPU", (time.process_time() - cpu) / messages)
        self.note("turn, wall", (time.perf_counter() - wall) / messages)

    def _rollups(self, conn: Connection) -> None:
        on = running(conn).tree_on
        for level, code in LEVELS.items():
            unit = units.by_code(conn, code)
            assert unit is not None
            self.note(f"{level}, own", _each(partial(tallies.of, conn, self.round_.id, unit.id)))
            self.note(f"{level}, below", _each(partial(rollups.below, conn, self.round_.id, unit.id, on)))

    async def recount(self) -> bool:
        """Whether the roll-ups are what the declarations add up to."""

        def work(conn: Connection) -> bool:
            one = running(conn)
            form = form_of(one.campaign, self.round_.obligation, None, self.round_.label)
            anew = tallies.recount(conn, self.round_.id, form, one.tree_on)
            return anew == tallies.everything(conn, self.round_.id)

        return await self.database.read(work)


def _each(look: Callable[[], object]) -> float:
    """Seconds of one look, the median of many."""
    times = []
    for _ in range(LOOKS):
        began = time.perf_counter()
        look()
        times.append(time.perf_counter() - began)
    return median(times)


async def place(setting: str, nation: Nation) -> Place:
    """Fill a database and put a bot on it."""
    database = open_database(setting)
    round_ = await settle(database, nation)
    clock = SimulatedClock(STARTED + timedelta(days=1))
    channel = FakeChannel(clock=clock)
    app = build(database=database, clock=clock, texts=Texts.load("vi"), channels=[channel])
    return Place(nation=nation, database=database, app=app, round_=round_)


def nations(schools: int, people: int) -> tuple[Nation, Nation]:
    """The small one and the large one."""
    provinces = max(1, schools // (SCHOOLS * DISTRICTS))
    districts = max(1, schools // (SCHOOLS * provinces))
    large = Nation(provinces=provinces, districts=districts, schools=SCHOOLS, people=people, missing=people)
    return Nation(**SMALL, people=people, missing=people), large


async def compare(kind: str, small: Nation, large: Nation, rounds: int) -> tuple[Place, Place, bool]:
    """Measure both; whether both recounts agree."""
    async with AsyncExitStack() as stack:
        settings = await stack.enter_async_context(databases.fresh(kind, 2))
        places = [
            await place(setting, nation) for setting, nation in zip(settings, (small, large), strict=True)
        ]
        for one in places:
            stack.push_async_callback(one.database.close)
            await one.measure()  # caches fill, statements are compiled
            one.found.clear()
        for _ in range(rounds):
            for one in places:
                await one.measure()
        agreed = [await one.recount() for one in places]
        return places[0], places[1], all(agreed)


def table(small: Mapping[str, list[float]], large: Mapping[str, list[float]]) -> str:
    """Medians side by side, microseconds."""
    lines = [f"{'µs':18}{'small':>12}{'large':>12}{'ratio':>8}"]
    for name, found in small.items():
        before, after = median(found) * 1e6, median(large[name]) * 1e6
        ratio = "" if name in WIDER else f"{after / before:>8.2f}"
        lines.append(f"{name:18}{before:>12.1f}{after:>12.1f}{ratio}")
    return "\n".join(lines)


def verdict(small: Place, large: Place, agreed: bool) -> str:
    ratios = {
        name: median(large.found[name]) / median(found)
        for name, found in small.found.items()
        if name not in WIDER
    }
    slowest = max(median(found) for name, found in large.found.items() if "turn" not in name) * 1e3
    worst = max(ratios, key=lambda name: ratios[name])
    judged = {
        f"growth <= {GOAL} ({worst}: {ratios[worst]:.2f})": ratios[worst] <= GOAL,
        f"roll-up <= {ROLLUP_GOAL:.0f} ms ({slowest:.2f})": slowest <= ROLLUP_GOAL,
        "equal to the recount": agreed,
    }
    return ", ".join(f"{goal}: {'met' if met else 'MISSED'}" for goal, met in judged.items())


def main() -> None:
    parser = argparse.ArgumentParser(description="What turns and roll-ups cost in a large nation.")
    parser.add_argument("--schools", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=100, help="in each school")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--database", choices=databases.KINDS, default="sqlite")
    options = parser.parse_args()
    small, large = nations(options.schools, options.people)
    print(f"{options.database}: {small}, and {large}")
    one, other, agreed = asyncio.run(compare(options.database, small, large, options.rounds))
    print(table(one.found, other.found))
    print(verdict(one, other, agreed))


if __name__ == "__main__":
    main()
