"""A Telegram double and the plainest bot there could be."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.telegram_server import TelegramServer


class PlainBot:
    """Calls methods of the Bot API and returns the answer's JSON as it came."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: str) -> None:
        self.session = session
        self.url = url
        self.token = token

    async def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", json=parameters) as response:
            answer: dict[str, Any] = await response.json()
        return answer

    async def result(self, method: str, **parameters: Any) -> Any:
        answer = await self(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **parameters: Any) -> str:
        """The code and description of a refusal."""
        answer = await self(method, **parameters)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"

    async def polls(self, offset: int = 0, **more: Any) -> list[int]:
        """The ids of the updates that a poll brings."""
        updates = await self.result("getUpdates", offset=offset, **more)
        return [update["update_id"] for update in updates]


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(first_update_id=100) as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def bot(server: TelegramServer, session: aiohttp.ClientSession) -> PlainBot:
    return PlainBot(session, server.url, server.token)
