"""A filled database of each kind, made once and copied for every run. To be called outside event loops."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from bot.storage import open_database
from bot.storage.schema import upgrade
from tests.crash.scene import Cast, fill
from tests.postgresql import PostgreSQL

#: Gives the setting of a fresh copy, for the run of this number.
Copies = Callable[[int], str]


def _make(setting: str, cast: Cast) -> None:
    async def run() -> None:
        database = open_database(setting)
        try:
            await database.write(partial(fill, cast=cast))
        finally:
            await database.close()

    upgrade(setting)
    asyncio.run(run())


def sqlite_seed(folder: Path, cast: Cast) -> Copies:
    """`folder` holds the seed and every copy."""
    seed = folder / "seed.db"
    _make(f"sqlite:///{seed}", cast)
    with closing(sqlite3.connect(seed)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy(number: int) -> str:
        return f"sqlite:///{shutil.copy(seed, folder / f'run-{number}.db')}"

    return copy


def postgresql_seed(server: PostgreSQL, cast: Cast) -> Copies:
    server.execute("postgres", "DROP DATABASE IF EXISTS crash_seed")
    _make(server.create("crash_seed"), cast)

    def copy(number: int) -> str:
        name = f"crash_{number}"
        server.execute(
            "postgres", f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE crash_seed"
        )
        return server.setting(name)

    return copy
