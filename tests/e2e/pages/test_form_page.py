"""The web form in a real browser: on the smallest phone, by thumb, with its script and without."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.clock import SimulatedClock
from bot.web.server import serving
from tests.e2e.pages.visits import DESKTOP, PHONE, SCHEMES, SMALLEST, Visits, overflow, too_faint, too_small
from tests.web.school import NOW, TEACHER, School
from tests.web.site import new_database

pytestmark = pytest.mark.asyncio(loop_scope="session")
expect = pytest.importorskip("playwright.async_api", reason="playwright is not installed").expect

PUPIL = "Danh Thị Út"


@pytest_asyncio.fixture(loop_scope="session")
async def school(province: Path, tmp_path: Path) -> AsyncIterator[School]:
    async with new_database(province, tmp_path) as database:
        yield School(database=database, clock=SimulatedClock(NOW))


@pytest_asyncio.fixture(loop_scope="session")
async def visits(school: School, browser: Any) -> AsyncIterator[Visits]:
    async with serving(school.app, "127.0.0.1", 0, end_streams=school.channel.hub.close) as server:
        visits = Visits(browser=browser, address=f"http://127.0.0.1:{server.port}")
        yield visits
        await visits.close()
    assert visits.mistakes == []


@pytest_asyncio.fixture(loop_scope="session")
async def form(school: School) -> str:
    base = await school.known(TEACHER)
    return f"{base}/form/{await school.standing(TEACHER, 'staff')}"


def asked(page: Any) -> Any:
    """The questions that are in view."""
    return page.locator(".field:visible legend, .field:visible > label[for]")


async def test_a_question_appears_once_it_applies_and_goes_when_it_does_not(visits: Visits, form: str):
    page = await visits.open(form, PHONE)
    await expect(asked(page)).to_have_text(["Bản thân", "Số người còn lại trong nhà"])

    await page.get_by_label("Chưa cài", exact=True).check()
    await expect(asked(page)).to_have_text(["Bản thân", "Số người còn lại trong nhà", "Lý do chưa cài"])

    await page.get_by_label("Không có điện thoại thông minh").first.check()  # which is the reason, too
    await expect(asked(page)).to_have_text(["Bản thân", "Số người còn lại trong nhà"])

    await page.get_by_label("Số người còn lại trong nhà").fill("3")
    await page.get_by_label("Số người nhà đã cài").fill("2")
    await expect(page.get_by_label("Số người nhà chưa thể cài")).to_be_visible()
    await expect(page.locator("#about-family_installed")).to_contain_text("Trong 3 người đó")
    await expect(page.locator("#about-family_exempt")).to_contain_text("Trong 1 người nhà còn lại")
    await page.get_by_label("Số người nhà đã cài").fill("3")
    await expect(page.get_by_label("Số người nhà chưa thể cài")).to_be_hidden()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
async def test_from_the_personal_link_to_the_receipt(visits: Visits, school: School, script: bool):
    page = await visits.open(await school.link(PUPIL), SMALLEST, java_script_enabled=script)
    await page.get_by_role("button", name="Điền mẫu").click()
    await page.get_by_role("button", name="Đồng ý", exact=True).click()
    await page.get_by_label("Đã cài").first.check()
    await page.get_by_label("Số người thân đã cài").fill("2")
    await page.get_by_role("button", name="Xem lại trước khi gửi").click()

    await expect(page.locator(".form-reply")).to_contain_text("- Số người thân đã cài: 2")
    await page.get_by_role("button", name="Gửi khai báo").click()
    await expect(page.locator(".form-reply")).to_contain_text("Đã nhận khai báo lúc")


async def test_back_from_the_summary_the_form_is_as_it_was_and_can_be_changed(visits: Visits, form: str):
    page = await visits.open(form, PHONE)
    await page.get_by_label("Đã cài").first.check()
    await page.get_by_label("Số người còn lại trong nhà").fill("1")
    await page.get_by_label("Số người nhà đã cài").fill("1")
    await page.get_by_role("button", name="Xem lại trước khi gửi").click()
    await expect(page.locator(".form-reply")).to_contain_text("- Số người nhà đã cài: 1")

    await page.get_by_role("link", name="Sửa").click()
    await expect(page.get_by_label("Số người nhà đã cài")).to_have_value("1")
    await page.get_by_label("Số người còn lại trong nhà").fill("0")
    await page.get_by_role("button", name="Xem lại trước khi gửi").click()

    await expect(page.locator(".form-reply")).to_contain_text("- Số người còn lại trong nhà: 0")


async def test_what_is_wrong_is_in_view_and_beside_its_field(visits: Visits, form: str):
    visits.failures_expected = True  # the page comes with 422
    page = await visits.open(form, PHONE)
    await page.get_by_label("Số người còn lại trong nhà").fill("nhiều")
    await page.get_by_role("button", name="Xem lại trước khi gửi").click()

    await expect(page.locator("#problems")).to_be_focused()
    field = page.get_by_label("Số người còn lại trong nhà")
    await expect(field).to_have_value("nhiều")
    said = "Nếu sống một mình, nhập 0. Mục này chỉ nhận chữ số, ví dụ: 4."
    await expect(field).to_have_accessible_description(re.compile(re.escape(said)))


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
async def test_nothing_is_wider_than_the_smallest_phone_nor_too_small_for_a_thumb(
    visits: Visits, school: School, form: str, script: bool
):
    page = await visits.open(form, SMALLEST, java_script_enabled=script)
    for path in (form, f"{form.rpartition('/')[0]}?all", await school.link(PUPIL), "/i/HS10A120?here=1"):
        await page.goto(visits.address + path)
        body = await page.locator("body").bounding_box()
        assert body is not None
        assert body["width"] <= SMALLEST["width"]
        if script:  # only then can the page be measured further
            assert await overflow(page) == {0}
            assert await too_small(page) == []


async def test_every_word_stands_out_from_what_is_behind_it(visits: Visits, form: str):
    page = await visits.open(form, DESKTOP, reduced_motion="reduce")
    await page.get_by_label("Chưa cài", exact=True).check()

    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await too_faint(page, at_least=6) == []
