"""Which bots the settings name, what they are called, and where they bring updates."""

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from pydantic import SecretStr
from starlette.applications import Starlette

from bot.domain.invites import ZaloBot
from bot.domain.messages import Attachment, Reply
from bot.errors import InputError
from bot.platforms import Platforms, open_platforms
from bot.settings import Settings
from bot.texts import Texts
from tests.fakes.zalo_server import ZaloServer

VI = Texts.load("vi")
ONE, TWO = "1459232241454765289:very-secret-1", "77:very-secret-2"
PUBLIC = "https://khaibao.test"


@pytest.fixture
async def server() -> AsyncIterator[ZaloServer]:
    async with ZaloServer(ONE, TWO) as running:
        yield running


def platforms_of(server: ZaloServer, token: str = f"{ONE}, {TWO}", **more: Any) -> Platforms:
    settings = Settings(_env_file=None, zalo_token=SecretStr(token), zalo_api_url=server.url, **more)
    return open_platforms(settings, VI, None)


async def test_without_tokens_there_is_no_platform() -> None:
    platforms = open_platforms(Settings(_env_file=None), VI, None)
    assert (list(platforms.bots), platforms.routes()) == ([], [])
    assert (await platforms.links()).zalo == ()


async def test_each_zalo_bot_is_a_channel_with_the_plan_that_the_settings_name(server: ZaloServer) -> None:
    platforms = platforms_of(server, zalo_monthly_messages=100, zalo_users=7)
    able = {bot.name: (bot.capabilities.monthly, bot.capabilities.users) for bot in platforms.bots}
    assert able == {"zalo:32241454765289": (100, 7), "zalo:77": (100, 7)}


async def test_links_carry_the_names_of_the_bots(server: ZaloServer) -> None:
    platforms = platforms_of(server, zalo_link="https://zalo.me/{account}")
    assert (await platforms.links()).zalo == (
        ZaloBot(
            channel="zalo:32241454765289",
            account="bot.1459232241454765289",
            address="https://zalo.me/bot.1459232241454765289",
        ),
        ZaloBot(channel="zalo:77", account="bot.77", address="https://zalo.me/bot.77"),
    )
    await platforms.close()


async def test_a_platform_that_does_not_answer_keeps_nothing_from_starting(
    server: ZaloServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.faults.next("getMe", kind="bad_gateway", times=2)
    platforms = platforms_of(server, zalo_link="https://zalo.me/{account}")
    assert [(bot.account, bot.address) for bot in (await platforms.links()).zalo] == [("", ""), ("", "")]
    assert "zalo:77 cannot be reached yet" in caplog.text
    await platforms.close()


async def test_an_unknown_token_is_told_by_its_bot(
    server: ZaloServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    platforms = platforms_of(server, f"{ONE} 78:very-secret-3")
    with pytest.raises(InputError) as caught:
        await platforms.links()
    assert "zalo:78" in VI(caught.value.key, **caught.value.facts)
    assert "very-secret" not in caplog.text
    await platforms.close()


async def test_every_bot_is_called_at_an_address_and_with_a_secret_of_its_own(server: ZaloServer) -> None:
    platforms = platforms_of(server, public_url=PUBLIC)
    assert [route.path for route in platforms.routes()] == ["/zalo/32241454765289", "/zalo/77"]
    hooks = [bot._receiver._webhook for bot in platforms.zalo]
    assert len({hook.secret for hook in hooks if hook}) == 2
    assert all("very-secret" not in hook.secret for hook in hooks if hook)
    async with AsyncClient(
        transport=ASGITransport(Starlette(routes=platforms.routes())), base_url=PUBLIC
    ) as zalo:
        assert (await zalo.post("/zalo/77", content=b"")).status_code == 200
        assert (await zalo.post("/zalo/77", content=b"{}")).status_code == 503  # it does not run yet
        assert (await zalo.post("/zalo/78", content=b"{}")).status_code == 404
    await platforms.close()


async def test_without_a_public_address_a_file_is_told_of_in_words(server: ZaloServer) -> None:
    platforms = platforms_of(server, TWO)
    lan = server.bots[1].person("Lan", known=True)
    paper = Attachment(ref="1", name="so-lieu.xlsx", mime="application/vnd.ms-excel")
    await platforms.zalo[0].send(lan.chat.chat_id, Reply(text="Bảng tổng hợp", attachment=paper))
    assert "Zalo chưa chuyển được tệp so-lieu.xlsx" in lan.screen[0].said
    await platforms.close()
