"""What comes to the webhook from whomever: only the platform is believed, and a flood drowns nobody."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from http import HTTPStatus

import aiohttp
import pytest

from bot import platforms
from bot.storage import Database
from tests.faults.conftest import Bench, unhandled
from tests.faults.sides import PEOPLE, WEBHOOK, Side

pytestmark = [
    pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True),
    pytest.mark.parametrize("side", ["telegram, called", "zalo"], indirect=True),
]


class Caller:
    """Whoever calls."""

    def __init__(self, session: aiohttp.ClientSession, url: str, side: Side) -> None:
        self._session = session
        self._url = url
        self._side = side

    async def __call__(self, body: bytes, secret: str | None = WEBHOOK.secret) -> int:
        headers = {} if secret is None else {self._side.proof: secret}
        async with self._session.post(self._url, data=io.BytesIO(body), headers=headers) as response:
            await response.read()
            return response.status

    async def brings(self, number: int, secret: str | None = WEBHOOK.secret) -> int:
        """Bring an update of this number, of one of the people in turn."""
        return await self(json.dumps(self._side.update(number, number % PEOPLE)).encode(), secret)


@pytest.fixture
async def call(bench: Bench, school: Database) -> AsyncIterator[Caller]:
    connector = aiohttp.TCPConnector(limit=0)
    async with bench.running(school), aiohttp.ClientSession(connector=connector) as session:
        await bench.side.was_asked("setWebhook")
        yield Caller(session, f"{bench.doors[0]}/called", bench.side)


async def test_a_stranger_changes_nothing(call: Caller, school: Database, bench: Bench) -> None:
    for secret in (None, "", WEBHOOK.secret[:-1], "únïcode"):
        assert await call.brings(3, secret) == HTTPStatus.FORBIDDEN
    assert await call.brings(6) == HTTPStatus.OK
    await bench.side.hears("nhắn:")
    await bench.sends(6 + 1)
    assert await unhandled(school) == []


async def test_nonsense_is_answered_and_the_next_message_too(
    call: Caller, school: Database, bench: Bench
) -> None:
    for body in (b"{", b"\xff\xfe", b"[" * 100_000, b"[]", b"{}"):
        assert await call(body) == HTTPStatus.OK, body[:9]
    assert await call(b"x" * 10 * 2**20) == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert await call.brings(3) == HTTPStatus.OK
    await bench.side.hears("nhắn:")
    assert await unhandled(school) == []


async def test_what_is_brought_again_is_answered_once(call: Caller, school: Database, bench: Bench) -> None:
    assert set(await asyncio.gather(*[call.brings(3) for _ in range(5)])) == {HTTPStatus.OK}
    await bench.side.hears("nhắn:")
    assert await call.brings(3) == HTTPStatus.OK  # long after it was answered
    assert await call.brings(6) == HTTPStatus.OK
    await bench.sends(6 + 2)
    assert await unhandled(school) == []
    await bench.settles(school)
    assert len(bench.side.sent()) == 6 + 2


async def test_of_a_flood_some_is_sent_away_and_nothing_that_was_taken_is_lost(
    call: Caller, school: Database, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platforms, "MOST_CALLS", 8)
    statuses = await asyncio.gather(*map(call.brings, range(60)))
    assert set(statuses) == {HTTPStatus.OK, HTTPStatus.SERVICE_UNAVAILABLE}
    for number, status in enumerate(statuses):
        if status != HTTPStatus.OK:  # it comes again
            assert await call.brings(number) == HTTPStatus.OK
    await bench.sends(60 + 6)
    assert await unhandled(school) == []
