"""The first page: from an invite code, or from an earlier visit, into the chat."""

from collections.abc import AsyncIterator

import pytest
from httpx import AsyncClient

from bot.texts import Texts
from bot.web.landing import landing_route
from bot.web.pages import Pages
from tests.web.conftest import TOKEN
from tests.web.site import HTML, Site, browser_of


@pytest.fixture
async def client(site: Site) -> AsyncIterator[AsyncClient]:
    pages = Pages(Texts.load("vi"))
    async with browser_of(site.make_app(pages, [landing_route(pages)])) as client:
        client.headers.update(HTML)
        yield client


async def test_it_asks_for_the_invite_code_in_a_form_that_needs_no_script(client: AsyncClient) -> None:
    answer = await client.get("/")

    assert answer.status_code == 200
    assert '<form action="/" method="get">' in answer.text
    assert 'name="code" value=""' in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "typed",
    ["GV-7K2M", " GV-7K2M ", "GV- 7K 2M", "http://khaibao.test/i/GV-7K2M"],
    ids=["as it is", "with spaces around", "in groups", "its whole link"],
)
async def test_a_code_leads_into_a_chat_that_begins_with_it(client: AsyncClient, typed: str) -> None:
    answer = await client.get("/", params={"code": typed})
    chat = await client.get(answer.headers["location"])

    assert (answer.status_code, answer.headers["location"]) == (303, "/i/GV-7K2M")
    assert chat.headers["location"].endswith("?start=GV-7K2M")


@pytest.mark.parametrize("typed", ["", "mã mời", "x" * 65, "//evil.test", "a/../b", "GV\r\n7K.2M"])
async def test_what_is_no_code_is_told_in_one_sentence_and_stays_in_the_field(
    client: AsyncClient, typed: str
) -> None:
    answer = await client.get("/", params={"code": typed})

    assert answer.status_code == 422
    assert "Mã mời chỉ gồm chữ cái không dấu và chữ số." in answer.text
    assert f'name="code" value="{typed}"' in answer.text
    assert "location" not in answer.headers


async def test_what_was_typed_is_never_markup(client: AsyncClient) -> None:
    answer = await client.get("/", params={"code": '"><script>alert(1)</script>'})

    assert "<script" not in answer.text


async def test_a_browser_that_was_here_is_led_back_to_its_chat(client: AsyncClient) -> None:
    chat = (await client.get("/i/GV-7K2M")).headers["location"].partition("?")[0]

    assert f'href="{chat}"' in (await client.get("/")).text


@pytest.mark.parametrize("cookie", [None, "x", f"{TOKEN}/../../elsewhere"], ids=["none", "short", "a path"])
async def test_without_a_chat_there_is_no_way_back(client: AsyncClient, cookie: str | None) -> None:
    if cookie is not None:
        client.cookies.set("chat", cookie)

    assert 'href="/chat/' not in (await client.get("/")).text


async def test_the_address_of_a_chat_is_not_cached_with_the_page(client: AsyncClient) -> None:
    assert (await client.get("/")).headers["cache-control"] == "no-store"
