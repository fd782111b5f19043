"""Many runs, one after the other, each from a seed of its own."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.crash import telegram, zalo
from tests.crash.run import Open, Plan, Run, play
from tests.crash.scene import Cast
from tests.crash.seeds import Copies, postgresql_seed, sqlite_seed
from tests.postgresql import PostgreSQL, own_server

DATABASES = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A platform that the matrix can be played on."""

    cast: Callable[[int], tuple[str, list[str]]]  #: the channel and the chats of so many people
    platform: Open
    processes: int  #: on one PostgreSQL


CHANNELS = {
    "telegram": Side(cast=telegram.cast, platform=telegram.telegram, processes=2),
    # A webhook leads to one port.
    "zalo": Side(cast=zalo.cast, platform=zalo.zalo, processes=1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much of it."""

    runs: int = 200
    recipients: int = 5_000
    talkers: int = 12
    kills: tuple[int, int] = (2, 5)  #: in one run, at least and at most
    seed: int = 1
    channel: str = "telegram"


def matrix(
    size: Size, database: str, folder: Path, server: PostgreSQL | None, done: Callable[[Run], None]
) -> list[Run]:
    """Play every run; `done` is told of each. Where updates are fetched two processes share PostgreSQL."""
    side = CHANNELS[size.channel]
    channel, chats = side.cast(size.recipients)
    cast = Cast(channel=channel, chats=chats)
    copies: Copies = sqlite_seed(folder, cast) if server is None else postgresql_seed(server, cast)
    runs = []
    for number in range(size.runs):
        plan = Plan(
            setting=copies(number),
            platform=side.platform,
            cast=cast,
            seed=size.seed + number,
            folder=folder / f"{database}-{number}",
            processes=1 if server is None else side.processes,
            talkers=size.talkers,
            kills=size.kills,
        )
        runs.append(asyncio.run(play(plan)))
        done(runs[-1])
    return runs


@contextmanager
def place(database: str) -> Iterator[tuple[Path, PostgreSQL | None]]:
    """A folder, and a server of its own where the database needs one, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="khaibao-crash-") as folder:
        if database == "sqlite":
            yield Path(folder), None
            return
        with own_server() as server:
            yield Path(folder), server
