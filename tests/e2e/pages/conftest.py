"""A browser that is started once, and the web chat and the demo's console behind a real port."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.clock import SimulatedClock
from bot.demo.routes import PAGE, demo_routes
from bot.texts import Texts
from bot.web.pages import Pages
from bot.web.server import serving
from bot.web.tokens import new_token
from tests.demo.world import World
from tests.e2e.pages.visits import Visits
from tests.fakes.clock import SIGNED
from tests.web.school import write_template
from tests.web.site import Site, new_database


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Any]:
    playwright = pytest.importorskip(
        "playwright.async_api", reason="playwright is not installed (requirements-browser.txt)"
    )
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no browser on this machine: apt-get install chromium")
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def province(sqlite_with_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_template(sqlite_with_tables, tmp_path_factory.mktemp("province"))


@pytest_asyncio.fixture(loop_scope="session")
async def site(sqlite_with_tables: Path, tmp_path: Path) -> AsyncIterator[Site]:
    async with new_database(sqlite_with_tables, tmp_path) as database:
        clock = SimulatedClock(SIGNED)
        site = Site(database=database, clock=clock)
        pages = Pages(Texts.load("vi"), PAGE)
        routes = demo_routes(control=World(clock=clock), hub=site.channel.hub, pages=pages)
        site.app = site.make_app(pages, routes)
        yield site


@pytest_asyncio.fixture(loop_scope="session")
async def visits(site: Site, browser: Any) -> AsyncIterator[Visits]:
    async with serving(site.app, "127.0.0.1", 0, end_streams=site.channel.hub.close) as server:
        visits = Visits(browser=browser, address=f"http://127.0.0.1:{server.port}")
        yield visits
        await visits.close()
    assert visits.mistakes == []


@pytest.fixture
def base() -> str:
    """The address of a chat."""
    return f"/chat/{new_token()}"
