"""The database fails: what people say waits with the platform, the operator is told, and it goes on."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from bot.app import App
from bot.storage import Connection, Database, engine
from tests.faults.conftest import Bench, unhandled
from tests.postgresql import PostgreSQL

on_sqlite = pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_setting", ["postgresql"], indirect=True)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits five seconds for a lock."""
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)


async def fails(bench: Bench, app: App, sentence: str) -> None:
    """Somebody writes while the database takes nothing: the platform keeps it, and the operator reads why."""
    await bench.side.says("/giupdo")
    await bench.comes(lambda: bool(bench.told(sentence)))
    assert bench.side.unconfirmed() == 1
    await bench.says_not_ready(app, "database")


async def goes_on(bench: Bench, database: Database) -> None:
    await bench.side.hears("nhắn:")
    await bench.side.all_confirmed()
    await bench.settles(database)
    assert await unhandled(database) == []


def on_writer(statement: str) -> Callable[[Connection], None]:
    return lambda conn: conn.exec_driver_sql(statement).close()


@contextlib.asynccontextmanager
async def everywhere(database: Database, pragma: str) -> AsyncIterator[None]:
    """Set on the connection that writes, and on those that take its place where it fails by it."""

    def impose(connection: Any, _record: Any) -> None:
        connection.cursor().execute(pragma)

    event.listen(Engine, "connect", impose)
    try:
        with contextlib.suppress(OperationalError):  # set in the middle of somebody's writing
            await database.write(on_writer(pragma))
        yield
    finally:
        event.remove(Engine, "connect", impose)


@on_sqlite
async def test_a_full_disk_stops_nothing_for_good(bench: Bench, school: Database) -> None:
    async with bench.running(school) as app:
        await bench.sends(6)
        async with everywhere(school, "PRAGMA max_page_count = 1"):  # as many as there are
            bench.side.faults.next(bench.side.asked, kind="slow", seconds=0.05)
            await bench.side.says(*(["/giupdo " + "x" * 3000] * 8))
            await bench.comes(lambda: bool(bench.told("the disk is full")))
            assert bench.side.unconfirmed()
            await bench.says_not_ready(app, "database")
        await school.write(on_writer("PRAGMA max_page_count = 1000000"))
        await bench.side.all_confirmed()
        await bench.sends(14)
        await bench.settles(school)
    assert await unhandled(school) == []


@on_sqlite
async def test_another_program_that_holds_the_database_is_waited_for(
    bench: Bench, school: Database, tmp_path: Path
) -> None:
    async with bench.running(school) as app:
        await bench.sends(6)
        with closing(sqlite3.connect(tmp_path / "khaibao.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await fails(bench, app, "another program holds the database")
            other.execute("ROLLBACK")
        await goes_on(bench, school)


@on_sqlite
async def test_a_database_that_may_only_be_read_keeps_what_it_has(bench: Bench, school: Database) -> None:
    async with bench.running(school) as app:
        await bench.sends(6)
        async with everywhere(school, "PRAGMA query_only = ON"):
            await fails(bench, app, "the database may not be written to")
        await goes_on(bench, school)


async def shut(postgresql: PostgreSQL, *, door: bool) -> None:
    """Let nobody into the database any more, or let them in again."""
    await postgresql.run(
        "postgres",
        f"ALTER DATABASE khaibao ALLOW_CONNECTIONS {'false' if door else 'true'}",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'khaibao'",
    )


@on_postgresql
async def test_a_server_that_goes_and_comes_back_finds_everything_in_its_place(
    bench: Bench, school: Database, postgresql: PostgreSQL
) -> None:
    # Six sends are under way when it goes: what came of them is written down when it is back.
    bench.side.faults.next("sendMessage", kind="slow", seconds=0.2, times=6)
    async with bench.running(school) as app:
        try:
            await bench.side.was_asked("sendMessage", times=3)
            await shut(postgresql, door=True)
            await fails(bench, app, "the database lets nobody in")
            await bench.comes(lambda: bool(bench.told("outcome not written yet")))
        finally:
            await shut(postgresql, door=False)
        await goes_on(bench, school)
