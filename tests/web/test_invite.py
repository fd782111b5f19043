"""The page of an invite link: the code, and every place where it can be used."""

import re
from collections.abc import AsyncIterator

import pytest
from httpx import AsyncClient

from bot.texts import Texts
from bot.web.chat import chat_routes
from bot.web.invite import Doors
from bot.web.pages import Pages
from bot.web.server import create_app
from tests.web.site import HTML, Site, browser_of

TELEGRAM, ZALO = "https://t.me/khaibao_bot?start=GV-7K2M", "https://zalo.me/khaibao"


@pytest.fixture
def doors() -> Doors:
    return Doors(telegram=TELEGRAM, zalo=ZALO, zalo_bot="bot.VDKyGxQvc")


@pytest.fixture
async def client(site: Site, doors: Doors) -> AsyncIterator[AsyncClient]:
    async def found(_code: str) -> Doors:
        return doors

    pages = Pages(Texts.load("vi"))
    routes = chat_routes(site.behind(pages), site.stored, found)
    async with browser_of(create_app(routes, pages=pages, ready=site.ready)) as client:
        client.headers.update(HTML)
        yield client


def ways(page: str) -> list[str]:
    return re.findall(r'<a class="choice[^"]*" href="([^"]+)"', page)


async def test_it_shows_the_code_to_be_typed_and_every_way_in(client: AsyncClient):
    answer = await client.get("/i/GV-7K2M")

    assert '<code id="code" aria-labelledby="code-label">GV-7K2M</code>' in answer.text
    assert ways(answer.text) == [ZALO, TELEGRAM, "/i/GV-7K2M?here=1"]
    assert "tìm trợ lý “bot.VDKyGxQvc”, rồi nhắn mã mời" in answer.text
    assert "set-cookie" not in answer.headers


async def test_the_web_chat_begins_with_the_code(client: AsyncClient):
    answer = await client.get("/i/GV-7K2M?here=1")

    assert answer.status_code == 303
    assert answer.headers["location"].endswith("?start=GV-7K2M")


@pytest.mark.parametrize(
    ("doors", "expected"),
    [
        (Doors(zalo_bot="bot.VDKyGxQvc"), ["/i/GV-7K2M?here=1"]),
        (Doors(telegram=TELEGRAM), [TELEGRAM, "/i/GV-7K2M?here=1"]),
    ],
    ids=["nobody knows Zalo's address", "Telegram only"],
)
async def test_what_the_deployment_does_not_have_is_not_offered(client: AsyncClient, expected: list[str]):
    page = (await client.get("/i/GV-7K2M")).text

    assert ways(page) == expected
    assert "GV-7K2M</code>" in page


@pytest.mark.parametrize("doors", [Doors()])
async def test_where_the_web_is_the_only_way_the_chat_opens_at_once(client: AsyncClient):
    assert (await client.get("/i/GV-7K2M")).status_code == 303


async def test_a_browser_with_a_chat_may_go_on_there_or_begin_another(client: AsyncClient):
    chat = (await client.get("/i/GV-7K2M?here=1")).headers["location"].partition("?")[0]
    again = await client.get("/i/HS-9P4Q?here=1")

    assert ways(again.text) == [f"{chat}?start=HS-9P4Q", "/i/HS-9P4Q?new=1"]


@pytest.mark.parametrize("code", ["x" * 65, "a.b", "GV%0A7K"])
async def test_what_is_no_code_has_no_page(client: AsyncClient, code: str):
    assert (await client.get(f"/i/{code}")).status_code == 404
