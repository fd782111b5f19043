"""What comes to the webhook from whomever: only Telegram is believed, and a flood drowns nobody."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Any

import aiohttp
import pytest

from bot import platforms
from bot.app import served
from bot.channels.telegram import Telegram
from bot.channels.telegram.receiving import PROOF
from bot.channels.webhooks import Webhook
from bot.platforms import webhook_route
from bot.storage import Database
from tests.faults.conftest import CHAT, SOON, Bench, unhandled

pytestmark = pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)

SECRET = "only-telegram-knows"


def update(number: int, chat: int = CHAT) -> dict[str, Any]:
    about = {"id": chat, "type": "private", "first_name": "Lan"}
    message = {"message_id": number, "date": 0, "chat": about, "text": "/giupdo"}
    return {"update_id": number, "message": message}


class Caller:
    """Whoever calls."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self.url = url

    async def __call__(self, body: bytes, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {PROOF: secret}
        async with self._session.post(self.url, data=io.BytesIO(body), headers=headers) as response:
            await response.read()
            return response.status


@pytest.fixture
async def call(bench: Bench, school: Database) -> AsyncIterator[Caller]:
    bench.server.webhook.routes["https://khaibao.example.vn"] = "http://127.0.0.1:9"
    webhook = Webhook(url="https://khaibao.example.vn/telegram", secret=SECRET)
    async with bench.running(school, webhook=webhook) as app:
        telegram = app.channels["telegram"]
        assert isinstance(telegram, Telegram)
        app.routes.append(webhook_route(telegram, "/telegram"))
        async with (
            served(app, "127.0.0.1", 0) as serving,
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session,
        ):
            await bench.server.called("setWebhook", timeout=SOON)
            yield Caller(session, f"http://127.0.0.1:{serving.port}/telegram")


@pytest.mark.parametrize("secret", [None, "", "only-telegram-know", "únïcode"])
async def test_a_stranger_changes_nothing(call: Caller, school: Database, bench: Bench, secret: str) -> None:
    assert await call(json.dumps(update(1)).encode(), secret) == HTTPStatus.FORBIDDEN
    assert await call(json.dumps(update(2)).encode()) == HTTPStatus.OK
    await bench.hears("nhắn:")
    assert await unhandled(school) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", HTTPStatus.OK),
        (b"\xff\xfe", HTTPStatus.OK),
        (b"[" * 100_000, HTTPStatus.OK),
        (b"[]", HTTPStatus.OK),
        (b"x" * 10 * 2**20, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    ],
    ids=["broken", "no text", "too deep", "no update", "10 MB"],
)
async def test_nonsense_is_answered_and_the_next_message_too(
    call: Caller, school: Database, bench: Bench, body: bytes, status: HTTPStatus
) -> None:
    assert await call(body) == status
    assert await call(json.dumps(update(2)).encode()) == HTTPStatus.OK
    await bench.hears("nhắn:")
    assert await unhandled(school) == []


async def test_of_a_flood_some_is_sent_away_and_nothing_that_was_taken_is_lost(
    call: Caller, school: Database, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platforms, "MOST_CALLS", 8)
    bodies = [json.dumps(update(number, CHAT + number % 3)).encode() for number in range(60)]
    statuses = await asyncio.gather(*map(call, bodies))
    assert set(statuses) == {HTTPStatus.OK, HTTPStatus.SERVICE_UNAVAILABLE}
    away = [body for body, status in zip(bodies, statuses, strict=True) if status != HTTPStatus.OK]
    for body in away:  # as Telegram does
        assert await call(body) == HTTPStatus.OK
    await bench.comes(lambda: len(bench.server.sent()) == 60 + 6)
    assert await unhandled(school) == []
