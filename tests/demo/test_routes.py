"""The demo's console over a world of two people."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient

from bot.demo.routes import PAGE, demo_routes
from bot.domain.messages import Reply
from bot.texts import Texts
from bot.web.pages import Pages
from bot.web.server import serving
from bot.web.tokens import chat_of
from tests.demo.world import World
from tests.fakes.clock import FakeClock
from tests.web.site import HTML, JSON, Site, new_database


@pytest.fixture
async def site(sqlite_with_tables: Path, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Site]:
    async with new_database(sqlite_with_tables, tmp_path) as database:
        site = Site(database=database, clock=clock)
        pages = Pages(Texts.load("vi"), PAGE)
        routes = demo_routes(control=World(clock=clock), hub=site.channel.hub, pages=pages)
        site.app = site.make_app(pages, routes)
        yield site


@pytest.fixture
async def console(site: Site) -> AsyncIterator[AsyncClient]:
    async with (
        serving(site.app, "127.0.0.1", 0, end_streams=site.channel.hub.close) as server,
        AsyncClient(base_url=f"http://127.0.0.1:{server.port}", headers=JSON) as client,
    ):
        yield client


async def test_the_page_shows_the_clock_and_everybody_one_can_be(console: AsyncClient) -> None:
    page = (await console.get("/", headers=HTML)).text

    assert ">10:12</time>" in page
    assert "thứ Ba 18/8/2020" in page
    assert re.findall(r'data-persona="(\w+)"', page) == ["teacher", "principal"]
    assert re.findall(r'data-by="(\w+)"', page) == ["next", "hour", "day", "due"]


async def test_the_state_is_what_the_page_needs_to_draw_itself(console: AsyncClient) -> None:
    state = (await console.get("/demo/state")).json()

    assert (state["time"], state["day"], state["note"]) == ("10:12", "thứ Ba 18/8/2020", "")
    assert state["personas"][0] == {
        "id": "teacher",
        "name": "Nguyễn Thị Thắm",
        "role": "Giáo viên",
        "unit": "THPT Vị Thanh",
        "about": "Tổ Ngữ văn",
        "says": ["mình và 3 người nhà cài rồi ạ"],
        "opens_first": True,
    }


async def test_opening_somebody_gives_the_address_of_their_chat(console: AsyncClient) -> None:
    answer = await console.post("/demo/open", json={"persona": "teacher"})

    assert answer.json() == {"token": "T" * 22, "chat": chat_of("T" * 22), "start": "GV-7K2M"}


async def test_moving_the_clock_tells_what_it_brought(console: AsyncClient) -> None:
    state = (await console.post("/demo/clock", json={"by": "hour"})).json()

    assert (state["time"], state["note"]) == ("11:12", "Đã nhắc 11 người.")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/demo/open", {"persona": "minister"}, 404),
        ("/demo/open", {}, 400),
        ("/demo/clock", {"by": "year"}, 400),
    ],
)
async def test_what_the_page_would_not_send_is_refused(
    console: AsyncClient, path: str, body: dict[str, Any], status: int
) -> None:
    answer = await console.post(path, json=body)

    assert answer.status_code == status
    assert answer.json()["error"]


async def test_a_form_of_another_site_cannot_move_the_clock(console: AsyncClient) -> None:
    answer = await console.post(
        "/demo/clock", content=b'{"by":"day"}', headers={"Content-Type": "text/plain"}
    )

    assert answer.status_code == 415
    assert (await console.get("/demo/state")).json()["time"] == "10:12"


async def test_the_sample_list_can_be_downloaded(console: AsyncClient) -> None:
    answer = await console.get("/demo/roster")

    assert answer.content == b"PK"
    assert answer.headers["content-disposition"].startswith("attachment;")


async def test_one_stream_tells_of_every_chat_and_of_the_clock(console: AsyncClient, site: Site) -> None:
    async def next_event(lines: AsyncIterator[str]) -> tuple[str, dict[str, Any]]:
        name = ""
        async with asyncio.timeout(5):
            async for line in lines:
                name = line[7:] if line.startswith("event: ") else name
                if line.startswith("data: "):
                    return name, json.loads(line[6:])
        raise AssertionError("the stream ended")

    async with console.stream("GET", "/demo/events") as response:
        lines = response.aiter_lines()
        first = await next_event(lines)
        await site.tell(chat_of("P" * 22), Reply(text="Còn 3 ngày."))
        chat = await next_event(lines)
        await console.post("/demo/clock", json={"by": "day"})
        moved = await next_event(lines)

    assert (first[0], first[1]["time"]) == ("state", "10:12")
    assert chat == ("chat", {"chat": chat_of("P" * 22)})
    assert (moved[0], moved[1]["day"]) == ("state", "thứ Tư 19/8/2020")
