"""A Zalo channel and the double of its platform, by polls and by webhook."""

from collections.abc import AsyncIterator, Callable
from random import Random

import pytest
from pydantic import SecretStr

from bot.channels.webhooks import Webhook
from bot.channels.zalo import Zalo
from bot.domain.messages import Attachment
from tests.fakes.clock import FakeClock
from tests.fakes.http_server import Answer, HttpServer, Request, Response
from tests.fakes.zalo_server import TOKEN, ZaloServer

NAME = "zalo:77"
PUBLIC = "https://khaibao.test"
SECRET = "a-secret-of-the-tests"


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.zalo.receiving.LAST_MOMENT", 0.02)


@pytest.fixture
async def server() -> AsyncIterator[ZaloServer]:
    async with ZaloServer() as running:
        yield running


def channel_at(
    url: str,
    *,
    token: str = TOKEN,
    webhook: Webhook | None = None,
    link: Callable[[Attachment], str] | None = None,
) -> Zalo:
    """The channel of the double's bot, in a hurry and with time that passes at once."""
    return Zalo(
        NAME,
        SecretStr(token),
        url,
        webhook=webhook,
        link=link,
        no_link=lambda name: f"Zalo không mang được tệp {name}.",
        clock=FakeClock(),
        chance=Random(0),
        patience=0.3,
    )


@pytest.fixture
async def zalo(server: ZaloServer) -> AsyncIterator[Zalo]:
    channel = channel_at(server.url)
    yield channel
    await channel.close()


@pytest.fixture
async def called_zalo(server: ZaloServer) -> AsyncIterator[Zalo]:
    """The channel behind a web server of its own, to which the double brings updates."""
    channel = channel_at(server.url, webhook=Webhook(url=f"{PUBLIC}/zalo/77", secret=SECRET))

    async def answer(request: Request) -> Answer:
        return Response(b"", int(await channel.webhook(request.headers, request.body)))

    web = HttpServer(answer)
    await web.start()
    server.routes[PUBLIC] = web.url
    yield channel
    await web.stop()
    await channel.close()
