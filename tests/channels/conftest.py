"""A channel and the double of its platform."""

from collections.abc import AsyncIterator
from random import Random

import pytest
from pydantic import SecretStr

from bot.channels.telegram import Telegram
from bot.channels.webhooks import Webhook
from bot.clock import Clock
from tests.channels.contract import recorded
from tests.fakes.clock import FakeClock
from tests.fakes.telegram_server import TOKEN, TelegramServer

COMMANDS = {"khaibao": "Khai báo", "trangthai": "Tình hình trường mình"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The recorded payloads of the platform whose exam it is."""
    if {"payload", "incoming"} <= set(metafunc.fixturenames):
        metafunc.parametrize("payload, incoming", recorded(getattr(metafunc.cls, "platform", "telegram")))


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(first_update_id=100) as running:
        yield running


def channel_at(
    url: str, *, token: SecretStr | str = TOKEN, webhook: Webhook | None = None, clock: Clock | None = None
) -> Telegram:
    """The channel of the double's bot, in a hurry and with time that passes at once."""
    return Telegram(
        token,
        url,
        webhook=webhook,
        commands=COMMANDS,
        clock=clock or FakeClock(),
        chance=Random(0),
        patience=0.3,
    )


@pytest.fixture
async def telegram(server: TelegramServer) -> AsyncIterator[Telegram]:
    channel = channel_at(server.url)
    yield channel
    await channel.close()
