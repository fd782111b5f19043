"""The demo's console in a real browser: several people side by side, and the clock."""

from typing import Any

import pytest

from bot.domain.messages import Reply
from bot.web.tokens import chat_of
from tests.e2e.pages.visits import PHONE, Visits, bubbles, say
from tests.web.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")
expect = pytest.importorskip("playwright.async_api", reason="playwright is not installed").expect


def window(page: Any, name: str) -> Any:
    return page.get_by_role("article", name=name)


async def test_two_people_side_by_side_see_each_their_own_chat(visits: Visits, site: Site) -> None:
    page = await visits.open("/")
    await page.get_by_role("button", name="Hiệu trưởng").click()
    teacher, principal = window(page, "Giáo viên"), window(page, "Hiệu trưởng")
    await say(teacher, "em cài rồi")
    await say(principal, "trường mình sao rồi")
    await expect(bubbles(teacher).last).to_have_text("Đã nhận: em cài rồi")
    await expect(bubbles(principal).last).to_have_text("Đã nhận: trường mình sao rồi")

    await site.tell(chat_of("T" * 22), Reply(text="Còn 3 ngày."))

    await expect(bubbles(teacher).last).to_have_text("Còn 3 ngày.")
    await expect(bubbles(principal).last).to_have_text("Đã nhận: trường mình sao rồi")


async def test_an_answer_that_comes_late_does_not_undo_what_came_after_it(visits: Visits, site: Site) -> None:
    page = await visits.open("/")
    teacher = window(page, "Giáo viên")
    await expect(teacher.locator(".choice")).to_have_count(2)
    asked = 0

    async def delay_the_first(route: Any) -> None:
        nonlocal asked
        asked += 1
        answer = await route.fetch()
        if asked == 1:
            await page.wait_for_timeout(500)
        await route.fulfill(response=answer)

    await page.route("**/messages?after=*", delay_the_first)
    site.at_once = False
    await say(teacher, "em cài rồi")
    await expect(teacher.locator(".pending")).to_have_count(1)
    await site.answer_all()

    await expect(bubbles(teacher).last).to_have_text("Đã nhận: em cài rồi")
    await page.wait_for_timeout(600)
    await expect(teacher.locator(".chat-typing")).to_be_hidden()
    await expect(teacher.locator(".choice:visible")).to_have_count(2)


async def test_a_sample_sentence_is_put_into_the_input(visits: Visits) -> None:
    page = await visits.open("/")
    teacher = window(page, "Giáo viên")

    await teacher.get_by_role("button", name="mình và 3 người nhà").click()

    await expect(teacher.locator("textarea")).to_have_value("mình và 3 người nhà cài rồi ạ")
    await expect(teacher.locator("textarea")).to_be_focused()


async def test_moving_the_clock_shows_on_every_open_console(visits: Visits) -> None:
    one, other = await visits.open("/"), await visits.open("/")

    await one.get_by_role("button", name="+1 giờ").click()

    for page in (one, other):
        await expect(page.locator(".demo-time")).to_have_text("11:12")
        await expect(page.locator(".demo-note")).to_have_text("Đã nhắc 11 người.")


async def test_windows_are_closed_and_open_again_after_a_reload(visits: Visits) -> None:
    page = await visits.open("/")
    await page.get_by_role("button", name="Hiệu trưởng").click()
    await expect(window(page, "Hiệu trưởng")).to_be_visible()
    await window(page, "Giáo viên").get_by_role("button", name="Đóng cửa sổ").click()

    await page.reload()

    await expect(window(page, "Hiệu trưởng")).to_be_visible()
    await expect(window(page, "Giáo viên")).to_have_count(0)


async def test_on_a_phone_one_person_at_a_time_and_news_of_the_others(visits: Visits, site: Site) -> None:
    page = await visits.open("/", PHONE, has_touch=True)
    await expect(window(page, "Giáo viên")).to_be_visible()
    await page.get_by_role("button", name="Hiệu trưởng").click()
    await expect(window(page, "Giáo viên")).to_be_hidden()

    await site.tell(chat_of("T" * 22), Reply(text="Còn 3 ngày."))

    await expect(page.locator("[data-persona=teacher] .person-news")).to_be_visible()
    await page.get_by_role("button", name="Giáo viên").click()
    await expect(bubbles(window(page, "Giáo viên")).last).to_be_in_viewport()
    await expect(page.locator("[data-persona=teacher] .person-news")).to_be_hidden()
