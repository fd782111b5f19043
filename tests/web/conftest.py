"""The web chat on a database, and a client that has no browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from httpx import AsyncClient

from bot.storage import Database
from bot.web.tokens import chat_of
from tests.fakes.clock import FakeClock
from tests.web.school import NOW, School, write_template
from tests.web.site import Site, browser_of, new_database

TOKEN = "AbcDefGhiJklMnoPqrSt_-"


@pytest.fixture
async def sqlite(sqlite_with_tables: Path, tmp_path: Path) -> AsyncIterator[Database]:
    async with new_database(sqlite_with_tables, tmp_path) as database:
        yield database


@pytest.fixture(scope="session")
def province(sqlite_with_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_template(sqlite_with_tables, tmp_path_factory.mktemp("province"))


@pytest.fixture
async def school(province: Path, tmp_path: Path) -> AsyncIterator[School]:
    """The province behind its pages."""
    async with new_database(province, tmp_path) as database:
        yield School(database=database, clock=FakeClock(NOW))


@pytest.fixture
def site(sqlite: Database, clock: FakeClock) -> Site:
    return Site(database=sqlite, clock=clock)


@pytest.fixture
async def client(site: Site) -> AsyncIterator[AsyncClient]:
    async with browser_of(site.app) as client:
        yield client


@pytest.fixture
def base() -> str:
    """The address of a chat."""
    return f"/chat/{TOKEN}"


@pytest.fixture
def chat() -> str:
    """The same chat as the database names it."""
    return chat_of(TOKEN)
