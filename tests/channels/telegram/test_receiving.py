"""How Telegram's updates come in, and what happens when they do not."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram.limits import WANTED
from bot.channels.webhooks import Webhook
from bot.domain.messages import Choice, Reply
from bot.errors import Misconfigured
from tests.channels.conftest import channel_at
from tests.channels.contract import Stored, receiving
from tests.fakes.clock import FakeClock
from tests.fakes.http_server import Handler, HttpServer, Request, Response, json_response
from tests.fakes.telegram.webhook import SECRET_HEADER
from tests.fakes.telegram_server import TelegramServer

SECRET = "cong-van-1510"
HEADERS = {SECRET_HEADER.lower(): SECRET}


async def _refused(channel: Telegram) -> str:
    """Why the channel stops receiving."""
    with pytest.raises(Misconfigured) as caught:
        await channel.run(Stored([]).receive)
    return caught.value.reason


class TestStart:
    async def test_the_bot_introduces_itself_and_drops_nothing(
        self, server: TelegramServer, telegram: Telegram
    ):
        await server.person(11).says("gửi lúc bot đang tắt")
        async with receiving(telegram) as stored:
            await server.all_acknowledged()
        assert len(stored.updates) == 1
        assert telegram.username == "khai_bao_test_bot"
        calls = {call.method: call.parameters for call in server.journal.calls}
        assert list(calls) == ["getMe", "setMyCommands", "deleteWebhook", "getUpdates"]
        assert calls["setMyCommands"]["commands"][0] == {"command": "khaibao", "description": "Khai báo"}
        assert not calls["deleteWebhook"].get("drop_pending_updates")
        assert calls["getUpdates"]["allowed_updates"] == WANTED
        assert server.journal.warnings == []

    async def test_links_can_name_the_bot_before_it_runs(self, telegram: Telegram):
        assert await telegram.identify() == "khai_bao_test_bot"

    async def test_a_wrong_token_is_for_the_operator(self, server: TelegramServer):
        channel = channel_at(server.url, token="987654321:wrong")
        assert await _refused(channel) == "token-rejected"
        await channel.close()

    async def test_commands_that_telegram_refuses_are_for_the_operator(
        self, server: TelegramServer, telegram: Telegram
    ):
        server.faults.next(
            "setMyCommands", kind="refusal", description="Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"
        )
        assert await _refused(telegram) == "bot-command-description-invalid"

    async def test_a_start_in_bad_weather_is_tried_again(self, server: TelegramServer, telegram: Telegram):
        for method in ("getMe", "setMyCommands", "deleteWebhook"):
            server.faults.next(method, kind="reset_unread")
            server.faults.next(method, kind="bad_gateway")
        async with receiving(telegram):
            await server.called("getUpdates")


class TestPolling:
    @pytest.mark.parametrize(
        "kind",
        ["reset_unread", "reset_delivered", "bad_gateway", "internal_error", "malformed", "not_ok", "huge"],
    )
    async def test_the_next_poll_brings_what_a_broken_one_did_not(
        self, server: TelegramServer, telegram: Telegram, kind: str
    ):
        await server.person(11).says("một", "hai")
        server.faults.next("getUpdates", kind=kind, times=2)
        async with receiving(telegram) as stored:
            await server.all_acknowledged()
        assert [update.payload["message"]["text"] for update in stored.updates] == ["một", "hai"]

    async def test_it_waits_as_long_as_telegram_asks(self, server: TelegramServer):
        clock = FakeClock()
        channel = channel_at(server.url, clock=clock)
        server.faults.next("getUpdates", kind="too_many_requests", retry_after=17)
        await server.person(11).says("một")
        async with receiving(channel):
            await server.all_acknowledged()
        await channel.close()
        assert clock.elapsed == 17

    async def test_each_failure_makes_the_pause_longer(self, server: TelegramServer):
        clock = FakeClock()
        channel = channel_at(server.url, clock=clock)
        server.faults.next("getUpdates", kind="bad_gateway", times=9)
        await server.person(11).says("một")
        async with receiving(channel):
            await server.all_acknowledged()
        await channel.close()
        longest = 1 + 2 + 4 + 8 + 16 + 32 + 60 + 60 + 60
        assert longest / 2 <= clock.elapsed <= longest

    async def test_updates_come_in_the_order_in_which_telegram_hands_them_out(
        self, server: TelegramServer, telegram: Telegram
    ):
        await server.burst([(11 + number % 7, str(number)) for number in range(250)])
        async with receiving(telegram) as stored:
            await server.all_acknowledged()
        assert [update.payload["message"]["text"] for update in stored.updates] == list(map(str, range(250)))

    async def test_numbers_that_start_anew_after_a_quiet_week_are_confirmed(
        self, server: TelegramServer, telegram: Telegram
    ):
        async with receiving(telegram) as stored:
            await server.person(11).says("trước")
            await server.all_acknowledged()
            server.updates.restart_ids(7)
            await server.person(11).says("sau")
            await server.all_acknowledged()
        assert [update.key for update in stored.updates] == ["100", "7"]

    async def test_updates_that_nobody_needs_are_confirmed_and_not_stored(
        self, server: TelegramServer, telegram: Telegram
    ):
        await server.person(11, group=-500).says("/start")
        async with receiving(telegram) as stored:
            await server.all_acknowledged()
        assert stored.updates == []

    async def test_a_second_poller_is_for_the_operator(self, server: TelegramServer, telegram: Telegram):
        server.faults.next(
            "getUpdates", kind="refusal", code=409, description="Conflict: terminated by other", times=3
        )
        assert await _refused(telegram) == "second-poller"

    async def test_a_process_that_is_just_being_replaced_is_no_second_poller(
        self, server: TelegramServer, telegram: Telegram
    ):
        server.faults.next(
            "getUpdates", kind="refusal", code=409, description="Conflict: terminated", times=2
        )
        await server.person(11).says("một")
        async with receiving(telegram):
            await server.all_acknowledged()

    async def test_a_webhook_that_somebody_else_has_set_is_for_the_operator(
        self, server: TelegramServer, telegram: Telegram
    ):
        running = asyncio.ensure_future(telegram.run(Stored([]).receive))
        await server.called("getUpdates")
        server.webhook.set("http://127.0.0.1:9/", "", 1)
        server.updates.end_poll("terminated by setWebhook request")
        with pytest.raises(Misconfigured, match=r"^webhook-is-set$"):
            await running

    async def test_an_answer_without_numbers_is_no_batch(self):
        """Something on the way that answers 200 to everything must not make the loop spin."""
        asked = 0
        often = asyncio.Event()
        about = {"id": 1, "is_bot": True, "first_name": "Khai báo"}

        def answer(request: Request) -> Response:
            nonlocal asked
            asked += request.path.endswith("/getUpdates")
            if asked == 8:
                often.set()
            return json_response({"ok": True, "result": [{"odd": 1}] if asked else about})

        clock = FakeClock()
        async with _serving(answer) as url:
            channel = channel_at(url, clock=clock)
            task = asyncio.ensure_future(channel.run(Stored([]).receive))
            await often.wait()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await channel.close()
        assert clock.elapsed > 30


class TestTaps:
    async def test_a_tap_is_answered_at_once(self, server: TelegramServer, telegram: Telegram):
        lan = server.person(11, known=True)
        await telegram.send("11", _question())
        async with receiving(telegram):
            await lan.taps("Đúng")
            await server.called("answerCallbackQuery")
        assert server.unanswered_taps() == []

    async def test_a_tap_that_is_not_stored_keeps_spinning(self, server: TelegramServer, telegram: Telegram):
        lan = server.person(11, known=True)
        await telegram.send("11", _question())
        await lan.taps("Đúng")
        async with receiving(telegram, refusals=1) as stored:
            await server.called("answerCallbackQuery")
            assert stored.attempts == 2

    async def test_taps_that_cannot_be_answered_harm_nobody(self, server: TelegramServer, telegram: Telegram):
        lan = server.person(11, known=True)
        await telegram.send("11", _question())
        server.faults.next("answerCallbackQuery", kind="refusal", description="Bad Request: query is too old")
        server.faults.next("answerCallbackQuery", kind="hang")
        async with receiving(telegram) as stored:
            await lan.taps("Đúng")
            await lan.taps("Đúng")
            await lan.says("em cài rồi")
            await server.all_acknowledged()
        assert len(stored.updates) == 3


class TestWebhook:
    async def test_telegram_brings_updates_and_repeats_what_was_not_stored(self, server: TelegramServer):
        async with _hooked(server) as (channel, url):
            await server.person(11).says("một")
            async with receiving(channel, refusals=2) as stored:
                await server.called("setWebhook")
                await server.person(12).says("hai")
                await server.all_acknowledged()
            assert sorted(update.chat for update in stored.updates) == ["11", "12"]
            assert stored.attempts == 4
            [call] = [call for call in server.journal.calls if call.method == "setWebhook"]
        assert call.parameters["url"] == url
        assert (call.parameters["secret_token"], call.parameters["max_connections"]) == (SECRET, 40)
        assert call.parameters["allowed_updates"] == WANTED
        assert not call.parameters.get("drop_pending_updates")
        assert server.journal.warnings == []

    async def test_a_tap_is_answered_at_once(self, server: TelegramServer):
        lan = server.person(11, known=True)
        async with _hooked(server) as (channel, _url), receiving(channel):
            await server.called("setWebhook")
            await channel.send("11", _question())
            await lan.taps("Đúng")
            await server.called("answerCallbackQuery")

    async def test_an_address_that_telegram_refuses_is_for_the_operator(self, server: TelegramServer):
        channel = channel_at(server.url, webhook=Webhook(url="https://truong.example/tg", secret=SECRET))
        assert await _refused(channel) == "bad-webhook"
        await channel.close()

    @pytest.mark.parametrize(
        "headers",
        [
            pytest.param({}, id="none"),
            pytest.param({SECRET_HEADER.lower(): ""}, id="empty"),
            pytest.param({SECRET_HEADER.lower(): "cong-van-1511"}, id="wrong"),
            pytest.param({SECRET_HEADER.lower(): "công văn\udc80"}, id="not ASCII"),
        ],
    )
    async def test_who_does_not_know_the_secret_is_turned_away(
        self, server: TelegramServer, headers: dict[str, str]
    ):
        async with _running(server) as (channel, stored):
            assert await channel.webhook(headers, _body("một")) == 403
        assert stored.updates == []

    @pytest.mark.parametrize(
        "body",
        [b"", b"{", b"null", b"[]", b'"x"', b"{}", b'{"update_id":1}', b"\xff\xfe", b"[" * 100_000],
        ids=["empty", "cut", "null", "list", "text", "object", "no content", "no UTF-8", "nested"],
    )
    async def test_what_is_no_update_is_settled(self, server: TelegramServer, body: bytes):
        """Telegram would repeat it for hours if it were refused."""
        async with _running(server) as (channel, stored):
            assert await channel.webhook(HEADERS, body) == 200
        assert stored.updates == []

    async def test_a_body_of_more_than_a_megabyte_is_not_read(self, server: TelegramServer):
        async with _running(server) as (channel, stored):
            assert await channel.webhook(HEADERS, _body("a" * 2**20)) == 413
        assert stored.updates == []

    async def test_a_call_before_the_start_has_to_come_again(self, server: TelegramServer):
        channel = channel_at(server.url, webhook=Webhook(url="https://truong.example/tg", secret=SECRET))
        assert await channel.webhook(HEADERS, _body("một")) == 503

    def test_the_secret_is_not_shown(self):
        assert SECRET not in repr(Webhook(url="https://truong.example/tg", secret=SECRET))


# --- a web server of the bot's own


@asynccontextmanager
async def _serving(handler: Handler) -> AsyncIterator[str]:
    server = HttpServer(handler)
    await server.start()
    try:
        yield server.url
    finally:
        await server.stop()


@asynccontextmanager
async def _hooked(server: TelegramServer) -> AsyncIterator[tuple[Telegram, str]]:
    """A channel whose webhook is really called by the double."""
    channel: Telegram

    async def handle(request: Request) -> Response:
        return Response(b"", await channel.webhook(request.headers, request.body))

    async with _serving(handle) as url:
        channel = channel_at(server.url, webhook=Webhook(url=url, secret=SECRET))
        yield channel, url
        await channel.close()


@asynccontextmanager
async def _running(server: TelegramServer) -> AsyncIterator[tuple[Telegram, Stored]]:
    """A channel whose webhook is called by the test."""
    async with _hooked(server) as (channel, _url), receiving(channel) as stored:
        await server.called("setWebhook")
        yield channel, stored


def _body(text: str) -> bytes:
    message = {"message_id": 1, "date": 1, "chat": {"id": 11, "type": "private"}, "text": text}
    return json.dumps({"update_id": 7, "message": message}).encode()


def _question() -> Reply:
    return Reply(text="Đúng không ạ?", choices=(Choice(label="Đúng", action="yes"),))
