"""One run: a broadcast under way, people talking, trouble on the platform, and a plug that is pulled."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeAlias

from bot.storage import Database, open_database
from tests.crash.checks import Found, World, check, in_flight, is_quiet
from tests.crash.platforms import Platform
from tests.crash.processes import Processes
from tests.crash.scene import Cast
from tests.crash.talking import talk

#: How often a process is killed while it starts, in a hundred kills; the others come under way.
AT_START = 25
#: Seconds that everything may take to come to rest after the last kill.
REST = 600.0


#: Opens the double for people in these chats.
Open: TypeAlias = Callable[[Sequence[str]], AbstractAsyncContextManager[Platform]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run is made of."""

    setting: str  #: of a fresh copy of the seed
    platform: Open
    cast: Cast
    seed: int
    folder: Path
    processes: int = 1
    talkers: int = 12
    kills: tuple[int, int] = (2, 5)  #: at least and at most


@dataclass(slots=True, kw_only=True)
class Run:
    """What it came to."""

    seed: int
    kills: int = 0
    in_flight: int = 0  #: sends under way at the kills
    calls: int = 0
    met: Counter[str] = field(default_factory=Counter)  #: trouble with sends, by kind
    found: Found = field(default_factory=Found)
    stopped_in: float = 0.0  #: seconds that the last stop took
    seconds: float = 0.0


async def play(plan: Plan) -> Run:
    """Play a run to its end and look at what is left of it."""
    begun = time.monotonic()
    run = Run(seed=plan.seed)
    plan.folder.mkdir()
    async with plan.platform(plan.cast.chats) as platform:
        settings = {"DATABASE_URL": plan.setting, "HTTP_PORT": "0", **platform.settings}
        processes = Processes(plan.folder, settings, plan.processes)
        database = open_database(plan.setting)
        try:
            await _play(plan, run, platform, processes, database)
        except AssertionError as error:
            run.found.broken(str(error))
        finally:
            await processes.end()
            await database.close()
    run.seconds = time.monotonic() - begun
    return run


async def _play(plan: Plan, run: Run, platform: Platform, processes: Processes, database: Database) -> None:
    chance = Random(plan.seed)
    chats = plan.cast.chats
    platform.trouble(plan.seed, _sends(plan))
    blocked = platform.blocked()
    talkers = chance.sample([chat for chat in chats if chat not in blocked], plan.talkers)
    over = asyncio.Event()
    processes.start()
    talking = [
        asyncio.create_task(talk(platform.talker(chat), Random(f"{plan.seed}:{chat}"), over.is_set))
        for chat in talkers
    ]
    try:
        await _kill(plan, run, chance, platform, processes, database)
        await _reached(lambda: platform.calls() >= _sends(plan), processes)
        over.set()
        said = await asyncio.gather(*talking, return_exceptions=True)
    finally:
        for task in talking:
            task.cancel()
    platform.calm()
    is_quiet = await _came_to_rest(platform, processes, database)
    world = World(
        accepted=platform.accepted(),
        shown=platform.shown,
        given=platform.given(),
        blocked=blocked,
        talkers=set(talkers),
        chats=chats,
    )
    run.calls, run.met = platform.calls(), platform.met()
    run.found = await database.read(partial(check, world=world))
    for error in filter(None, said):
        run.found.broken(f"somebody waited in vain: {error}")
    if not is_quiet:
        run.found.broken("it did not come to rest")
    for last_words in processes.fallen():
        run.found.broken(f"ended by itself: {last_words}")
    try:
        run.stopped_in = await processes.stop()
    except AssertionError as error:
        run.found.broken(f"stopped badly: {error!r}")


def _sends(plan: Plan) -> int:
    """How many messages the broadcast is, but for those who are out of reach."""
    return int(2 * len(plan.cast.chats) * 0.95)


async def _kill(
    plan: Plan, run: Run, chance: Random, platform: Platform, processes: Processes, database: Database
) -> None:
    """`kill -9` at moments drawn from the whole broadcast, and from the starts after it."""
    for moment in sorted(chance.uniform(0, _sends(plan)) for _ in range(chance.randint(*plan.kills))):
        if chance.uniform(0, 100) < AT_START:
            await asyncio.sleep(chance.uniform(0, 2))
        else:
            await _reached(partial(_has_come_to, platform, moment), processes)
            await asyncio.sleep(chance.uniform(0, 0.05))
        number = chance.randrange(processes.count)
        pid = await processes.kill(number)
        run.kills += 1
        run.in_flight += await database.read(partial(in_flight, channel=platform.channel, pid=pid))
        processes.start_again(number)


def _has_come_to(platform: Platform, calls: float) -> bool:
    return platform.calls() >= calls


async def _reached(condition: Callable[[], bool], processes: Processes) -> None:
    """Wait until something is so. Raises AssertionError where it does not come to that."""
    ends = time.monotonic() + REST
    while not condition():
        fallen = processes.fallen()
        assert not fallen, f"ended by itself: {fallen[0]}"
        assert time.monotonic() < ends, "nothing happens any more"
        await asyncio.sleep(0.005)


async def _came_to_rest(platform: Platform, processes: Processes, database: Database) -> bool:
    """Wait until nothing waits, in the program or before it; whether it came to that."""
    ends = time.monotonic() + REST
    while platform.unfetched() or not await database.read(is_quiet):
        if time.monotonic() > ends or processes.fallen():
            return False
        await asyncio.sleep(0.1)
    return True
