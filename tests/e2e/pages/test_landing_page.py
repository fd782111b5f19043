"""The first page in a real browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.clock import SimulatedClock
from bot.texts import Texts
from bot.web.landing import landing_route
from bot.web.pages import Pages
from tests.e2e.pages.visits import (
    DESKTOP,
    PHONE,
    SCHEMES,
    SMALLEST,
    Visits,
    bubbles,
    overflow,
    too_faint,
    too_small,
)
from tests.fakes.clock import SIGNED
from tests.web.site import Site, new_database

pytestmark = pytest.mark.asyncio(loop_scope="session")
expect = pytest.importorskip("playwright.async_api", reason="playwright is not installed").expect

#: As it is first seen, and as it is seen after a mistake.
PLACES = [
    pytest.param("/", id="first seen"),
    pytest.param("/?code=m%C3%A3+m%E1%BB%9Di", id="after a mistake"),
]


@pytest_asyncio.fixture(loop_scope="session")
async def site(sqlite_with_tables: Path, tmp_path: Path) -> AsyncIterator[Site]:
    """The chat with this page before it, where the demo has its console."""
    async with new_database(sqlite_with_tables, tmp_path) as database:
        site = Site(database=database, clock=SimulatedClock(SIGNED))
        pages = Pages(Texts.load("vi"))
        site.app = site.make_app(pages, [landing_route(pages)])
        yield site


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
async def test_a_mistyped_code_is_mended_and_leads_into_the_chat_and_back(
    visits: Visits, *, script: bool
) -> None:
    visits.failures_expected = True  # the page with the mistake is a 422
    page = await visits.open("/", PHONE, java_script_enabled=script)
    field = page.get_by_label("Mã mời")

    await field.fill("GV_7K2Mạ")
    await field.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("Vui lòng nhập lại")
    await expect(field).to_have_value("GV_7K2Mạ")
    await expect(field).to_be_focused()
    await field.fill("gv 7k2m")
    await page.get_by_role("button", name="Bắt đầu").click()
    if not script:
        await page.get_by_role("button", name="Bắt đầu").click()
    await expect(bubbles(page).last).to_have_text("Đã nhận: /start gv7k2m")
    chat = page.url.partition("#")[0]
    await page.goto(visits.address)
    await page.get_by_role("link", name="Mở lại trò chuyện").click()

    assert page.url == chat


@pytest.mark.parametrize("path", PLACES)
async def test_nothing_is_wider_than_the_smallest_phone(visits: Visits, path: str) -> None:
    visits.failures_expected = True
    page = await visits.open(path, SMALLEST)

    assert await overflow(page) == {0}
    await expect(page.get_by_role("button", name="Bắt đầu")).to_be_in_viewport()


@pytest.mark.parametrize("path", PLACES)
async def test_it_can_be_read_and_tapped(visits: Visits, path: str) -> None:
    visits.failures_expected = True
    page = await visits.open("/i/GV7K2M", DESKTOP, reduced_motion="reduce")
    await page.goto(visits.address + path)
    await expect(page.get_by_role("link", name="Mở lại trò chuyện")).to_be_visible()

    assert await too_small(page) == []
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await too_faint(page, at_least=6) == []
