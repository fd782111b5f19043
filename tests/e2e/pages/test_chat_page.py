"""The page of one chat in a real browser."""

from typing import Any

import pytest

from bot.domain.messages import Incoming, Reply
from bot.web.tokens import chat_of
from tests.e2e.pages.visits import PHONE, Visits, bubbles, say
from tests.web.site import YES, Site

pytestmark = pytest.mark.asyncio(loop_scope="session")
expect = pytest.importorskip("playwright.async_api", reason="playwright is not installed").expect


# --- one chat -------------------------------------------------------------------------------------


async def test_a_sentence_is_sent_and_answered(visits: Visits, base: str) -> None:
    page = await visits.open(base, PHONE)

    await say(page, "mình và 3 người nhà cài rồi ạ")

    await expect(bubbles(page)).to_have_text(
        ["mình và 3 người nhà cài rồi ạ", "Đã nhận: mình và 3 người nhà cài rồi ạ"]
    )
    await expect(page.locator("textarea")).to_have_value("")


async def test_the_page_shows_the_time_of_the_server(visits: Visits, base: str) -> None:
    """The demo's clock is a simulated one, and phones are often wrong."""
    page = await visits.open(base, timezone_id="America/New_York")

    await say(page, "chào")

    await expect(page.locator(".bubble.ours .bubble-time")).to_have_text("10:12")
    await expect(page.locator(".day-rule")).to_have_text("thứ Ba 18/8/2020")


async def test_a_button_is_found_and_pressed_with_the_keyboard_alone(visits: Visits, base: str) -> None:
    page = await visits.open(base)
    await page.keyboard.type("chào")
    await page.keyboard.press("Enter")
    await expect(page.locator(".choice")).to_have_count(2)

    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowRight")
    await expect(page.locator(".choice", has_text="Chưa cài")).to_be_focused()
    await page.keyboard.press("Enter")

    await expect(bubbles(page)).to_have_text(["chào", "Đã nhận: chào", "Chưa cài", "Đã nhận: answer:no"])
    await expect(page.locator("textarea")).to_be_focused()


async def test_tab_leads_through_everything_that_can_be_used(visits: Visits, base: str) -> None:
    page = await visits.open(base)
    await say(page, "chào")
    await expect(page.locator(".choice")).to_have_count(2)
    await page.locator(".chat-log").focus()
    reached = []
    for _ in range(5):
        await page.keyboard.press("Tab")
        reached.append(
            await page.evaluate(
                "document.activeElement.innerText || document.activeElement.name || "
                "document.activeElement.getAttribute('aria-label')"
            )
        )

    assert reached == ["Đã cài", "Chưa cài", "file", "text", "Gửi"]


async def test_only_the_newest_question_has_buttons(visits: Visits, base: str) -> None:
    page = await visits.open(base)
    await say(page, "chào")
    await expect(page.locator(".choice")).to_have_count(2)

    await say(page, "xong")

    await expect(page.locator(".choice:visible")).to_have_count(0)


async def test_a_text_is_never_read_as_markup_and_an_address_becomes_a_link(
    visits: Visits, base: str
) -> None:
    page = await visits.open(base)

    await say(page, "<img src=x onerror=alert(1)> https://bluezone.gov.vn/tai.")

    await expect(page.locator(".bubble.ours a")).to_have_attribute("href", "https://bluezone.gov.vn/tai")
    await expect(page.locator(".bubble img")).to_have_count(0)


async def test_an_invite_link_begins_the_conversation_by_itself(visits: Visits) -> None:
    page = await visits.open("/i/GV-7K2M", PHONE)

    await expect(bubbles(page)).to_have_text(["Đã nhận: /start GV-7K2M"])
    assert "start=" not in page.url


async def test_a_file_is_sent(visits: Visits, base: str, site: Site) -> None:
    def answer(incoming: Incoming) -> Reply:
        assert incoming.file is not None
        return Reply(text=f"{incoming.file.name}: {incoming.file.size} byte")

    site.answer = answer
    page = await visits.open(base)

    await page.set_input_files(
        "input[type=file]", {"name": "Danh sách.xlsx", "mimeType": "application/zip", "buffer": b"PK12"}
    )

    await expect(page.locator(".bubble.ours")).to_contain_text("Danh sách.xlsx: 4 byte")
    await expect(page.locator(".pending")).to_have_count(0)


async def test_a_file_that_is_too_large_is_refused_before_it_is_sent(visits: Visits, base: str) -> None:
    page = await visits.open(base)

    await page.set_input_files(
        "input[type=file]",
        {"name": "a.xlsx", "mimeType": "application/zip", "buffer": b"x" * (5 * 1024 * 1024 + 1)},
    )

    await expect(page.locator(".bubble-problem")).to_have_text("Tệp lớn hơn 5 MB. Vui lòng gửi tệp nhỏ hơn.")


async def test_what_is_too_much_at_once_is_told_in_the_bubble(visits: Visits, base: str) -> None:
    visits.failures_expected = True
    page = await visits.open(base)
    await page.locator("textarea").evaluate("field => field.maxLength = 20000")

    await say(page, "a" * 10_001)

    await expect(page.locator(".bubble-problem")).to_contain_text("10.000 ký tự")


async def test_of_an_answer_that_is_taller_than_the_screen_the_beginning_is_shown(
    visits: Visits, base: str, site: Site
) -> None:
    site.answer = lambda incoming: Reply(text="Tình hình toàn tỉnh" + "\nđơn vị" * 60, choices=(YES,))
    page = await visits.open(base, PHONE)
    await say(page, "tình hình")
    await say(page, "tình hình")

    await expect(bubbles(page)).to_have_count(4)
    top = await bubbles(page).last.evaluate(
        "(node) => node.getBoundingClientRect().top - node.closest('.chat-log').getBoundingClientRect().top"
    )
    assert 0 < top < 40

    await page.get_by_role("button", name="Xem phần còn lại").click()
    await expect(page.locator(".choice").last).to_be_in_viewport()
    await expect(page.get_by_role("button", name="Xem phần còn lại")).to_be_hidden()


async def test_whoever_reads_further_up_is_left_there(visits: Visits, base: str, site: Site) -> None:
    page = await visits.open(base, PHONE)
    for number in range(12):
        await say(page, f"tin {number}")
        await expect(bubbles(page)).to_have_count(2 * number + 2)
    await page.mouse.move(100, 400)
    await page.mouse.wheel(0, -600)
    log = page.locator(".chat-log")
    await page.wait_for_timeout(300)
    before = await log.evaluate("(log) => log.scrollTop")

    await site.tell(chat_of(base.removeprefix("/chat/")), Reply(text="Còn 3 ngày."))
    await expect(bubbles(page)).to_have_count(25)

    assert await log.evaluate("(log) => log.scrollTop") == before


# --- bad networks ---------------------------------------------------------------------------------


async def test_what_is_said_offline_is_sent_in_order_when_the_network_returns(
    visits: Visits, base: str
) -> None:
    visits.failures_expected = True
    page = await visits.open(base, PHONE)
    await page.context.set_offline(True)
    await say(page, "em cài rồi")
    await say(page, "mẹ em nữa")
    await expect(page.locator(".chat-banner")).to_contain_text("Mất kết nối")
    await expect(page.locator(".pending .bubble-text")).to_have_text(["em cài rồi", "mẹ em nữa"])

    await page.context.set_offline(False)

    await expect(page.locator(".bubble.ours .bubble-text")).to_have_text(
        ["Đã nhận: em cài rồi", "Đã nhận: mẹ em nữa"]
    )
    await expect(page.locator(".chat-banner")).to_be_hidden()
    await expect(page.locator(".pending")).to_have_count(0)


async def test_unsent_messages_survive_a_reload(visits: Visits, base: str) -> None:
    visits.failures_expected = True
    page = await visits.open(base)
    await page.route("**/messages", lambda route: route.abort())
    await say(page, "em cài rồi")
    await expect(page.locator(".pending .bubble-time")).to_contain_text("sẽ tự gửi lại")

    await page.unroute("**/messages")
    await page.reload()

    await expect(bubbles(page)).to_have_text(["em cài rồi", "Đã nhận: em cài rồi"])


async def test_a_message_whose_acknowledgement_was_lost_is_not_said_twice(visits: Visits, base: str) -> None:
    visits.failures_expected = True
    page = await visits.open(base)

    async def lose_the_answer(route: Any) -> None:
        await route.fetch()
        await route.abort()

    await page.route("**/messages", lose_the_answer)
    await say(page, "em cài rồi")

    await expect(bubbles(page)).to_have_text(["em cài rồi", "Đã nhận: em cài rồi"])
    await expect(page.locator(".pending")).to_have_count(0)
    await expect(page.locator(".chat-banner")).to_be_hidden()


async def test_a_second_try_carries_the_key_of_the_first(visits: Visits, base: str) -> None:
    visits.failures_expected = True
    page = await visits.open(base)
    keys: list[str] = []

    async def fail_once(route: Any) -> None:
        keys.append(route.request.post_data_json["key"])
        await (route.fulfill(status=502) if len(keys) == 1 else route.continue_())

    await page.route("**/messages", fail_once)
    await say(page, "em cài rồi")

    await expect(bubbles(page)).to_have_text(["em cài rồi", "Đã nhận: em cài rồi"])
    assert len(keys) == 2
    assert len(set(keys)) == 1


async def test_where_nothing_can_be_pushed_the_page_asks(visits: Visits, base: str, site: Site) -> None:
    visits.failures_expected = True
    page = await visits.open("/healthz")
    await page.clock.install()
    await page.route("**/events*", lambda route: route.fulfill(status=503))
    await page.goto(visits.address + base)
    await expect(page.locator(".chat-form")).to_be_visible()

    await site.tell(chat_of(base.removeprefix("/chat/")), Reply(text="Còn 3 ngày."))
    await page.clock.run_for(5000)

    await expect(bubbles(page)).to_have_text(["Còn 3 ngày."])


async def test_without_script_one_can_answer_all_the_same(visits: Visits) -> None:
    page = await visits.open("/i/GV-7K2M", PHONE, java_script_enabled=False)

    await page.get_by_role("button", name="Bắt đầu").click()
    await page.get_by_role("button", name="Đã cài").click()
    await page.locator("textarea").fill("mẹ em nữa")
    await page.get_by_role("button", name="Gửi", exact=True).click()

    await expect(bubbles(page)).to_have_text(
        [
            "Đã nhận: /start GV-7K2M",
            "Đã cài",
            "Đã nhận: answer:yes",
            "mẹ em nữa",
            "Đã nhận: mẹ em nữa",
        ]
    )
