"""Bringing a database up to date: Alembic's migrations, from code instead of its own command.

Alembic is imported only where there is something to do: it takes as long as all the rest of a start.
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.storage.engine import database_url, sync_engine
from bot.storage.failures import TROUBLE, told

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
#: Alembic's own table.
_REVISION = text("SELECT version_num FROM alembic_version")
#: Several processes may start at once on one PostgreSQL; held until the end of the transaction.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(1510)")


def config(connection: Connection | None = None) -> "Config":
    """Alembic's configuration, with the connection its `env.py` works on."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(MIGRATIONS))
    found.attributes["connection"] = connection
    return found


def newest() -> str:
    """The revision that the code expects: migrations are numbered in their order, "0001_…"."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def revision_of(connection: Connection) -> str:
    """The revision a database is at; empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.scalar(_REVISION) or "")


def _migrate(connection: Connection) -> None:
    from alembic import command

    command.upgrade(config(connection), "head")


def upgrade(setting: str) -> bool:
    """Bring the database of a setting up to date; whether anything had to be done.

    Must not be called inside a running event loop. A SQLite file is copied beside itself first,
    because its schema changes cannot be rolled back. Raises InputError where it cannot be opened, or is
    locked by somebody else.
    """
    url = database_url(setting)
    try:
        if url.drivername == "postgresql":
            return asyncio.run(_upgrade_postgres(setting))
        engine = sync_engine(url)
        try:
            with engine.connect() as connection:
                current = revision_of(connection)
                if current == newest():
                    return False
                connection.rollback()  # a copy would wait for our own lock
                if current:
                    with closing(sqlite3.connect(f"{url.database}.{current}.bak")) as copy:
                        connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
            with engine.connect() as connection:
                _migrate(connection)
                connection.commit()
        finally:
            engine.dispose()
        return True
    except TROUBLE as error:
        raise told(error, setting) from error


async def _upgrade_postgres(setting: str) -> bool:
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(database_url(setting).set(drivername="postgresql+asyncpg"))
    try:
        async with engine.connect() as connection:
            await connection.execute(_ONE_AT_A_TIME)
            if await connection.run_sync(revision_of) == newest():
                return False
            await connection.run_sync(_migrate)
            await connection.commit()
        return True
    finally:
        await engine.dispose()
