"""How work is run: committed before anybody is told, each piece on its own, plain words when it cannot."""

import asyncio
import contextlib
import shutil
import sqlite3
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, event, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, StatementError

from bot.errors import InputError
from bot.storage import Connection, Database, engine, open_database
from bot.storage.columns import UtcDateTime
from bot.storage.engine import GROUP, database_url
from bot.storage.failures import of_the_database
from bot.storage.tables import join_codes, leases

UNTIL = datetime(2020, 8, 30, tzinfo=UTC)


def add(name: str):
    """Work that writes down one row."""
    return lambda conn: conn.execute(leases.insert(), {"name": name, "holder": "test", "until": UNTIL})


def names(conn: Connection) -> list[str]:
    return list(conn.scalars(select(leases.c.name).order_by(leases.c.name)))


async def test_what_is_written_can_be_read(database: Database):
    assert await database.write(lambda conn: conn.scalar(select(func.count(leases.c.name)))) == 0

    await database.write(add("one"))

    assert await database.read(names) == ["one"]


async def test_work_that_fails_is_undone_alone(database: Database):
    def fail(conn: Connection) -> None:
        add("half")(conn)
        raise ZeroDivisionError

    pieces = [add("one"), fail, add("one"), add("two")]

    results = await asyncio.gather(*(database.write(piece) for piece in pieces), return_exceptions=True)

    failures = [type(result).__name__ for result in results if isinstance(result, Exception)]
    assert sorted(failures) == ["IntegrityError", "ZeroDivisionError"]  # of the two "one", either
    assert await database.read(names) == ["one", "two"]


async def test_a_failed_piece_of_work_leaves_the_database_usable(database: Database):
    with pytest.raises(DBAPIError):
        await database.write(lambda conn: conn.execute(text("SELECT * FROM no_such_table")))
    with pytest.raises(DBAPIError):
        await database.read(lambda conn: conn.execute(text("SELECT * FROM no_such_table")))

    await database.write(add("one"))

    assert await database.read(names) == ["one"]


async def test_many_writers_at_once_lose_nothing(database: Database):
    expected = sorted(f"n{number:03}" for number in range(3 * GROUP))

    await asyncio.gather(*(database.write(add(name)) for name in expected))

    assert await database.read(names) == expected


async def test_the_work_of_a_caller_who_went_away_counts(database: Database):
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()

    def work(conn: Connection) -> None:
        add("one")(conn)
        loop.call_soon_threadsafe(begun.set)

    caller = asyncio.create_task(database.write(work))
    await begun.wait()
    caller.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await caller
    await database.write(add("two"))

    assert "two" in await database.read(names)


async def test_a_closed_database_says_so_and_may_be_closed_again(database: Database):
    await database.close()
    await database.close()


# --- SQLite -------------------------------------------------------------------------------------


@pytest.fixture
async def sqlite(tmp_path: Path, sqlite_with_tables: Path) -> AsyncIterator[Database]:
    shutil.copy(sqlite_with_tables, tmp_path / "khaibao.db")
    database = open_database(f"sqlite:///{tmp_path / 'khaibao.db'}")
    yield database
    await database.close()


async def test_readers_see_the_last_commit_while_the_writer_writes(sqlite: Database):
    written, go_on = threading.Event(), threading.Event()

    def slowly(conn: Connection) -> None:
        add("one")(conn)
        written.set()
        go_on.wait(10)

    writing = asyncio.create_task(sqlite.write(slowly))
    await asyncio.to_thread(written.wait, 10)
    seen = await sqlite.read(names)
    go_on.set()
    await writing

    assert seen == []
    assert await sqlite.read(names) == ["one"]


async def test_work_that_waits_together_is_committed_together(sqlite: Database):
    commits = 0

    def count(_conn: Connection) -> None:
        nonlocal commits
        commits += 1

    event.listen(sqlite._writer, "commit", count)  # type: ignore[attr-defined]
    go_on = threading.Event()
    first = asyncio.create_task(sqlite.write(lambda _: go_on.wait(10)))
    await asyncio.sleep(0)
    others = [asyncio.create_task(sqlite.write(add(f"n{number}"))) for number in range(GROUP)]
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(first, *others)

    assert commits <= 3
    assert len(await sqlite.read(names)) == GROUP


async def test_if_the_commit_fails_nobodys_work_counted(sqlite: Database):
    def fail_at_commit(conn: Connection) -> None:
        conn.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        conn.execute(insert(join_codes), {"code": "1", "person_id": 999, "expires_at": UNTIL})

    results = await asyncio.gather(
        *(sqlite.write(work) for work in (add("one"), fail_at_commit, add("two"))), return_exceptions=True
    )

    assert {type(result) for result in results} == {IntegrityError}
    assert await sqlite.read(names) == []
    await sqlite.write(add("three"))
    assert await sqlite.read(names) == ["three"]


async def test_a_process_that_holds_the_lock_is_waited_for_and_then_named(
    tmp_path: Path, sqlite_with_tables: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "khaibao.db"
    shutil.copy(sqlite_with_tables, path)
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)
    database = open_database(f"sqlite:///{path}")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked") as caught:
            await database.write(add("one"))
        other.execute("ROLLBACK")
    await database.write(add("two"))

    assert of_the_database(caught.value)  # the same work may succeed later
    assert await database.read(names) == ["two"]
    await database.close()


async def test_writing_to_a_closed_database_is_refused(sqlite: Database):
    await sqlite.close()

    with pytest.raises(RuntimeError, match="closed"):
        await sqlite.write(add("one"))


async def test_what_was_committed_is_there_after_a_restart(sqlite: Database, tmp_path: Path):
    await sqlite.write(add("one"))
    again = open_database(f"sqlite:///{tmp_path / 'khaibao.db'}")

    assert await again.read(names) == ["one"]
    await again.close()


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param("missing", id="a folder that is not there"),
        pytest.param("read-only", id="a folder that may not be written to"),
        pytest.param("file", id="a file where the folder should be"),
        pytest.param("database", id="a folder where the file should be"),
    ],
)
def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, read_only_folder: Path, folder: str):
    (tmp_path / "file").touch()
    (tmp_path / "database" / "khaibao.db").mkdir(parents=True)
    path = (read_only_folder if folder == "read-only" else tmp_path / folder) / "khaibao.db"

    with pytest.raises(InputError) as caught:
        open_database(f"sqlite:///{path}")

    assert (caught.value.key, caught.value.facts) == ("error-database-open", {"path": str(path)})


def test_a_file_that_is_no_database_is_named(tmp_path: Path):
    path = tmp_path / "khaibao.db"
    path.write_bytes(b"PK\x03\x04 an Excel file, renamed" * 100)

    with pytest.raises(InputError, match="error-database-open"):
        open_database(f"sqlite:///{path}")


# --- settings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("sqlite:///khaibao.db", "sqlite"),
        ("sqlite:////srv/khai báo/khaibao.db", "sqlite"),
        ("sqlite+aiosqlite:///khaibao.db", "sqlite"),
        ("postgresql://khaibao:s3cret@db.example/khaibao", "postgresql"),
        ("postgresql+asyncpg://khaibao@/khaibao?host=/run/postgresql", "postgresql"),
    ],
)
def test_a_setting_names_a_database(setting: str, name: str):
    assert database_url(setting).drivername == name


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "khaibao.db",
        "mysql://root@localhost/khaibao",
        "sqlite",
        "sqlite://",
        "sqlite:///:memory:",
        "://",
        "x" * 500,
    ],
)
def test_any_other_setting_is_refused_without_being_repeated(setting: str):
    with pytest.raises(InputError) as caught:
        database_url(setting)

    assert (caught.value.key, caught.value.facts) == ("error-database-url", {})


# --- instants -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(datetime(2020, 8, 29, 17, tzinfo=UTC), id="UTC"),
        pytest.param(datetime(2020, 8, 30, 0, tzinfo=timezone(timedelta(hours=7))), id="Vietnam"),
    ],
)
async def test_an_instant_comes_back_in_utc_whatever_zone_it_was_written_in(
    database: Database, written: datetime
):
    await database.write(
        lambda conn: conn.execute(leases.insert(), {"name": "n", "holder": "h", "until": written})
    )

    read = await database.read(lambda conn: conn.scalar(select(leases.c.until)))

    assert read == written
    assert read is not None
    assert read.utcoffset() == timedelta(0)
    assert await database.read(
        lambda conn: conn.scalar(select(leases.c.name).where(leases.c.until <= written))
    )


async def test_an_instant_without_a_zone_is_refused(database: Database):
    naive = datetime(2020, 8, 30)  # noqa: DTZ001 - that is the point

    with pytest.raises(StatementError, match="time zone"):
        await database.write(
            lambda conn: conn.execute(leases.insert(), {"name": "n", "holder": "h", "until": naive})
        )


async def test_no_instant_is_no_instant(database: Database):
    table = Table("moments", MetaData(), Column("id", Integer, primary_key=True), Column("at", UtcDateTime()))

    def work(conn: Connection) -> datetime | None:
        table.create(conn)
        conn.execute(insert(table), {"at": None})
        found: datetime | None = conn.scalar(select(table.c.at))
        table.drop(conn)
        return found

    assert await database.write(work) is None


# --- whose fault --------------------------------------------------------------------------------


async def test_a_value_that_a_column_refuses_is_the_works_own_fault(database: Database):
    await database.write(add("one"))
    with pytest.raises(IntegrityError) as caught:
        await database.write(add("one"))

    assert not of_the_database(caught.value)
    assert not of_the_database(ZeroDivisionError())


@pytest.mark.parametrize("database_setting", ["postgresql"], indirect=True)
async def test_a_deadlock_is_tried_again(database: Database):
    await asyncio.gather(database.write(add("one")), database.write(add("two")))
    tries: list[str] = []

    async def lock(first: str, second: str) -> None:
        def work(conn: Connection) -> None:
            tries.append(first)
            row = select(leases).with_for_update()
            conn.execute(row.where(leases.c.name == first))
            if len(tries) <= 2:
                conn.exec_driver_sql("SELECT pg_sleep(0.1)")  # until the other has its first lock too
            conn.execute(row.where(leases.c.name == second))

        await database.write(work)

    await asyncio.gather(lock("one", "two"), lock("two", "one"))

    assert len(tries) >= 3  # on a busy machine the second try may meet the same lock
