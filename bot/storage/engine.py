"""How a piece of work is run on the database. The only place that knows which database it is.

Storage functions and handlers are plain synchronous functions over a `Connection`; they never
commit. Here is decided how they run:

* SQLite: one writer thread. Work that waits together is done together and committed once; where a piece
  fails, the group is done again with a savepoint for each. Every caller is told only after the commit.
  A hop between threads and an fsync are the dear parts, and a group shares both. Readers come through
  aiosqlite and see the last commit while the writer writes (WAL).
* PostgreSQL: each piece of work is a transaction on a pooled asyncpg connection.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

from pydantic_core import from_json, to_json
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlalchemy.util import greenlet_spawn

from bot.errors import InputError
from bot.storage.memo import forget
from bot.storage.savepoints import savepoint

__all__ = ["Connection", "Database", "database_url", "open_database"]

T = TypeVar("T")
Work = Callable[[Connection], T]

#: Pieces of work that share one commit; 32 keeps a group under a few tens of milliseconds.
GROUP = 32
#: How JSON columns are written and read: three times as fast as by the standard library, in a turn six times.
JSON_COLUMNS: Mapping[str, Any] = {
    "json_serializer": lambda value: to_json(value).decode(),
    "json_deserializer": from_json,
}
#: How long a writer waits for another process's lock before it says so, milliseconds.
BUSY_TIMEOUT_MS = 5_000
#: PostgreSQL: deadlock and serialisation failures; the work is run again.
_RETRIED = {"40P01", "40001"}
_TRIES = 5


class Database(Protocol):
    """Runs work in transactions."""

    shared: bool  #: whether other processes may serve the same people beside this one

    async def write(self, work: Work[T]) -> T:
        """Run `work` in a transaction and return its result once that is committed.

        An exception rolls back this piece of work alone and is raised here. `work` may be run again,
        after a deadlock or beside work that fails, so it must touch nothing but the connection.
        """
        ...

    async def read(self, work: Work[T]) -> T:
        """Run `work`, which only reads, on a consistent view of what is committed."""
        ...

    async def close(self) -> None:
        """Finish what waits, then let go of every connection."""
        ...


def database_url(setting: str) -> URL:
    """The URL of a setting such as `sqlite:///khaibao.db` or `postgresql://…`, without a driver.

    Raises InputError for anything else, a database in memory included: nothing is kept in one.
    """
    with contextlib.suppress(Exception):
        url = make_url(setting)
        kind = url.get_backend_name()
        if kind == "postgresql" or (kind == "sqlite" and url.database not in (None, "", ":memory:")):
            return url.set(drivername=kind)
    raise InputError("error-database-url")


def open_database(setting: str) -> Database:
    """Open the database that a setting names. Raises InputError where it cannot be opened."""
    url = database_url(setting)
    return _Sqlite(url) if url.drivername == "sqlite" else _Postgres(url)


def sync_engine(url: URL) -> Engine:
    """A synchronous SQLite engine as the writer uses it: immediate transactions, full durability."""
    engine = create_engine(url.set(drivername="sqlite"), poolclass=NullPool, **JSON_COLUMNS)
    configure(engine, begin="BEGIN IMMEDIATE")
    return engine


def configure(engine: Engine, *, begin: str) -> None:
    """WAL, foreign keys, and our own BEGIN: the driver's deferred one deadlocks writers."""

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "foreign_keys=ON",
            # A group commit makes one fsync serve everybody waiting, so full durability is cheap.
            "synchronous=FULL",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        forget(connection)
        connection.exec_driver_sql(begin)


class _Job:
    __slots__ = ("failure", "future", "loop", "result", "work")

    def __init__(self, work: Work[Any], loop: asyncio.AbstractEventLoop) -> None:
        self.work = work
        self.loop = loop
        self.future: asyncio.Future[Any] = loop.create_future()
        self.result: Any = None
        self.failure: BaseException | None = None

    def settle(self) -> None:
        """Tell the caller, on the caller's loop."""
        if self.future.done():  # the caller was cancelled meanwhile; the work counts all the same
            return
        if self.failure is not None:
            self.future.set_exception(self.failure)
        else:
            self.future.set_result(self.result)


def _settle(jobs: list[_Job]) -> None:
    for job in jobs:
        job.settle()


def _together(connection: Connection, group: list[_Job]) -> bool:
    """Run a group without a savepoint for each piece, for mostly all goes well.

    False where a piece failed that is not alone: then nothing of the group has been done.
    """
    with connection.begin() as transaction:
        for job in group:
            try:
                job.result = job.work(connection)
            except Exception as error:  # noqa: BLE001 - raised in the caller
                transaction.rollback()
                job.failure = error
                return len(group) == 1
    return True


def _apart(connection: Connection, group: list[_Job]) -> None:
    """Run a group so that a piece that fails is undone alone."""
    with connection.begin():
        for job in group:
            job.failure = None
            try:
                with savepoint(connection):
                    job.result = job.work(connection)
            except Exception as error:  # noqa: BLE001 - raised in the caller
                job.failure = error


class _Sqlite:
    shared = False

    def __init__(self, url: URL) -> None:
        self._writer = sync_engine(url)
        self._reader = create_engine(
            url.set(drivername="sqlite+aiosqlite"), pool_size=4, max_overflow=0, **JSON_COLUMNS
        )
        configure(self._reader, begin="BEGIN")
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        try:
            connection = self._writer.connect()
        except DBAPIError as error:
            raise InputError("error-database-open", path=str(url.database)) from error
        self._thread = threading.Thread(
            target=self._run, args=(connection,), name="sqlite-writer", daemon=True
        )
        self._thread.start()

    async def write(self, work: Work[T]) -> T:
        if self._closed:
            raise RuntimeError("the database is closed")
        job = _Job(work, asyncio.get_running_loop())
        self._jobs.put(job)
        result: T = await job.future
        return result

    async def read(self, work: Work[T]) -> T:
        def run() -> T:
            with self._reader.connect() as connection, connection.begin():
                return work(connection)

        # What SQLAlchemy's own AsyncEngine does; that comes with the whole ORM, which takes 6 MiB.
        return await greenlet_spawn(run)

    async def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)
        await greenlet_spawn(self._reader.dispose)
        self._writer.dispose()

    def _groups(self) -> Iterator[list[_Job]]:
        """What waits, a group at a time, until the end mark."""
        while (job := self._jobs.get()) is not None:
            group = [job]
            while len(group) < GROUP:
                try:
                    more = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    yield group
                    return
                group.append(more)
            yield group

    def _run(self, connection: Connection) -> None:
        with connection:
            for group in self._groups():
                self._commit(connection, group)
                by_loop: dict[asyncio.AbstractEventLoop, list[_Job]] = {}
                for job in group:
                    by_loop.setdefault(job.loop, []).append(job)
                for loop, jobs in by_loop.items():
                    # A loop that was closed meanwhile has nobody left to tell.
                    with contextlib.suppress(RuntimeError):
                        loop.call_soon_threadsafe(_settle, jobs)

    @staticmethod
    def _commit(connection: Connection, group: list[_Job]) -> None:
        """Run a group and commit it. If the commit itself fails, nobody's work counted."""
        try:
            if not _together(connection, group):
                _apart(connection, group)
        except Exception as error:  # noqa: BLE001 - raised in every caller
            for job in group:
                job.failure = job.failure or error
            # SQLite keeps a transaction open whose commit failed; only a new connection is surely without.
            connection.invalidate()


class _Postgres:
    shared = True

    def __init__(self, url: URL) -> None:
        from sqlalchemy.ext.asyncio import create_async_engine  # with the ORM: 6 MiB that SQLite needs not

        self._engine = create_async_engine(
            url.set(drivername="postgresql+asyncpg"),
            pool_size=8,
            max_overflow=8,
            pool_pre_ping=True,
            **JSON_COLUMNS,
        )
        event.listen(self._engine.sync_engine, "begin", forget)

    async def write(self, work: Work[T]) -> T:
        for attempt in range(1, _TRIES + 1):
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(work)
            except DBAPIError as error:
                if attempt == _TRIES or getattr(error.orig, "sqlstate", None) not in _RETRIED:
                    raise
        raise AssertionError("unreachable")

    async def read(self, work: Work[T]) -> T:
        async with self._engine.connect() as connection:
            await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            async with connection.begin():
                return await connection.run_sync(work)

    async def close(self) -> None:
        await self._engine.dispose()
