"""What every page keeps, however small the screen: nothing too wide, too small or too faint."""

from typing import Any

import pytest

from bot.domain.messages import Choice, Incoming, Reply
from tests.e2e.pages.visits import (
    DESKTOP,
    PHONE,
    SCHEMES,
    SMALLEST,
    Visits,
    overflow,
    say,
    too_faint,
    too_small,
)
from tests.web.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")
expect = pytest.importorskip("playwright.async_api", reason="playwright is not installed").expect


LONG = Choice(
    label="Phòng Giáo dục và Đào tạo huyện Châu Thành A, tỉnh Hậu Giang (2020)", action="answer:unit"
)
PLACES = [pytest.param("{base}", id="chat"), pytest.param("/", id="console")]


def everything(incoming: Incoming) -> Reply:
    """A message with all that may be too wide."""
    return Reply(
        text=f"https://thpt-vi-thanh.haugiang.edu.vn/{'rất-dài-' * 20}\n{'█' * 7}{'░' * 3} 41/52",
        choices=(LONG, LONG, Choice(label="Có", action="answer:yes")),
    )


async def filled(visits: Visits, site: Site, path: str, size: dict[str, int], **options: Any) -> Any:
    """A page with a conversation in it."""
    site.answer = everything
    page = await visits.open(path, size, **options)
    await say(page.locator(".chat").first, "Nghiêng" * 30)
    await expect(page.locator(".choice").first).to_be_visible()
    return page


@pytest.mark.parametrize("path", PLACES)
async def test_nothing_is_wider_than_the_screen_nor_too_small_for_a_thumb(
    visits: Visits, site: Site, base: str, path: str
) -> None:
    page = await filled(visits, site, path.format(base=base), SMALLEST)

    await expect(page.locator("textarea").first).to_be_in_viewport()
    for size in (SMALLEST, PHONE, DESKTOP):
        await page.set_viewport_size(size)
        assert await overflow(page) == {0}
        assert await too_small(page) == []


@pytest.mark.parametrize("path", PLACES)
async def test_every_word_stands_out_from_what_is_behind_it(
    visits: Visits, site: Site, base: str, path: str
) -> None:
    page = await filled(visits, site, path.format(base=base), DESKTOP, reduced_motion="reduce")

    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await too_faint(page, at_least=6) == []


async def test_who_wants_no_motion_sees_none(visits: Visits, base: str) -> None:
    page = await visits.open(base, reduced_motion="reduce")

    moving = await page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".filter((node) => getComputedStyle(node).animationName !== 'none').length"
    )
    assert moving == 0
