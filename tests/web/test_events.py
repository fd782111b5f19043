"""The stream of a chat: what is new is pushed, and nothing is lost between two connections."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from httpx import AsyncClient

from bot.channels.webchat import Hub
from bot.domain.messages import Reply
from bot.web import streams
from bot.web.server import serving
from tests.fakes.clock import FakeClock
from tests.web.site import Site


class Stream:
    """A connection of a browser's EventSource."""

    def __init__(self, lines: AsyncIterator[str]) -> None:
        self.lines = lines
        self.last_id = ""

    async def event(self) -> dict[str, Any]:
        """The data of the next event."""
        async with asyncio.timeout(5):
            async for line in self.lines:
                if line.startswith("id: "):
                    self.last_id = line[4:]
                if line.startswith("data: "):
                    data: dict[str, Any] = json.loads(line[6:])
                    return data
        raise AssertionError("the stream ended")

    async def rest(self) -> list[str]:
        async with asyncio.timeout(5):
            return [line async for line in self.lines if line]


@pytest.fixture
async def served(site: Site) -> AsyncIterator[AsyncClient]:
    async with (
        serving(site.app, "127.0.0.1", 0, end_streams=site.channel.hub.close) as server,
        AsyncClient(base_url=f"http://127.0.0.1:{server.port}") as client,
    ):
        yield client


def texts(event: dict[str, Any]) -> list[str]:
    return [message["text"] for message in event["messages"]]


async def test_what_is_said_reaches_an_open_page(
    site: Site, served: AsyncClient, base: str, chat: str
) -> None:
    async with served.stream("GET", f"{base}/events") as response:
        stream = Stream(response.aiter_lines())
        assert response.headers["content-type"].startswith("text/event-stream")
        assert texts(await stream.event()) == []

        await site.tell(chat, Reply(text="Còn 3 ngày."))

        assert texts(await stream.event()) == ["Còn 3 ngày."]


async def test_a_page_that_comes_back_is_told_what_it_missed_and_the_last_moments_again(
    site: Site, served: AsyncClient, base: str, chat: str, clock: FakeClock
) -> None:
    for text in ("Còn 7 ngày.", "Còn 3 ngày."):
        clock.advance(timedelta(days=4))
        await site.tell(chat, Reply(text=text))
    async with served.stream("GET", f"{base}/events") as response:
        stream = Stream(response.aiter_lines())
        assert texts(await stream.event()) == ["Còn 7 ngày.", "Còn 3 ngày."]
    clock.advance(timedelta(days=2))
    await site.tell(chat, Reply(text="Ngày mai là ngày cuối."))

    async with served.stream("GET", f"{base}/events", headers={"Last-Event-ID": stream.last_id}) as response:
        missed = texts(await Stream(response.aiter_lines()).event())

    assert missed == ["Còn 3 ngày.", "Ngày mai là ngày cuối."]


async def test_nothing_is_pushed_twice_to_one_page(
    site: Site, served: AsyncClient, base: str, chat: str
) -> None:
    async with served.stream("GET", f"{base}/events") as response:
        stream = Stream(response.aiter_lines())
        await stream.event()
        for number in (1, 2, 3):
            await site.tell(chat, Reply(text=f"Tin {number}"))
            assert texts(await stream.event()) == [f"Tin {number}"]


async def test_a_quiet_stream_says_that_it_is_alive_and_looks_for_itself(
    site: Site, served: AsyncClient, base: str, chat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another process has sent wakes nobody here."""
    monkeypatch.setattr(streams, "HEARTBEAT", 0.05)
    async with served.stream("GET", f"{base}/events") as response:
        stream = Stream(response.aiter_lines())
        await stream.event()
        monkeypatch.setattr(site.channel.hub, "wake", lambda chat: None)
        await site.tell(chat, Reply(text="Từ tiến trình khác"))

        assert texts(await stream.event()) == ["Từ tiến trình khác"]


async def test_a_stop_of_the_server_ends_every_stream(site: Site, base: str) -> None:
    async with AsyncClient() as client:
        async with (
            asyncio.timeout(5),
            serving(site.app, "127.0.0.1", 0, end_streams=site.channel.hub.close) as server,
        ):
            context = client.stream("GET", f"http://127.0.0.1:{server.port}{base}/events")
            response = await context.__aenter__()
            stream = Stream(response.aiter_lines())
            await stream.event()
        assert await stream.rest() == []
        await context.__aexit__(None, None, None)


async def test_wakes_of_one_chat_that_nobody_took_yet_are_one() -> None:
    hub = Hub()
    with hub.subscribe("a") as wakes:
        for chat in ("a", "b", "a"):
            hub.wake(chat)
        hub.close()

        assert [chat async for chat in wakes] == ["a"]


async def test_whoever_listens_to_all_chats_hears_each() -> None:
    hub = Hub()
    with hub.subscribe(None) as wakes:
        for chat in ("a", "b", "a"):
            hub.wake(chat)
        hub.close()

        assert [chat async for chat in wakes] == ["a", "b"]


async def test_a_hub_that_is_closed_ends_later_listeners_at_once() -> None:
    hub = Hub()
    hub.close()
    with hub.subscribe("a") as wakes:
        assert [chat async for chat in wakes] == []
