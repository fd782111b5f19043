"""The Telegram double: how updates reach a bot, by poll or by webhook, and when they count as received."""

import asyncio

import pytest

from tests.fakes.conftest import PlainBot
from tests.fakes.http_server import Answer, HttpServer, Request, Response, Silence
from tests.fakes.telegram.waiting import Signal
from tests.fakes.telegram.webhook import SECRET_HEADER
from tests.fakes.telegram_server import TelegramServer


async def test_an_update_is_handed_out_until_a_higher_offset_confirms_it(server, bot):
    await server.person(11).says("một", "hai", "ba")
    assert await bot.polls() == [100, 101, 102]
    assert await bot.polls(limit=2) == [100, 101]
    assert await bot.polls(offset=102) == [102]
    assert [update.handed_out for update in server.journal.updates] == [2, 2, 2]
    assert [update.update_id for update in server.unacknowledged()] == [102]
    assert await bot.polls(offset=103) == []
    await server.all_acknowledged()


async def test_a_negative_offset_keeps_the_newest_only(server, bot):
    await server.person(11).says("một", "hai", "ba")
    assert await bot.polls(offset=-1) == [102]
    assert len(server.unacknowledged()) == 1


async def test_a_long_poll_answers_as_soon_as_somebody_writes(server, bot):
    poll = asyncio.create_task(bot.polls(timeout=30))
    await server.called("getUpdates")
    await server.person(11).says("một")
    assert await poll == [100]


async def test_an_idle_long_poll_ends_empty(server, bot):
    assert await bot.polls(timeout=1) == []


async def test_a_second_poller_ends_the_first_with_409(server, bot):
    first = asyncio.create_task(bot("getUpdates", timeout=30))
    await server.called("getUpdates")
    second = asyncio.create_task(bot.polls(timeout=30))
    assert (await first)["description"].startswith("Conflict: terminated by other getUpdates request")
    await server.person(11).says("một")
    assert await second == [100]


async def test_a_poller_that_was_killed_takes_nothing_with_it(server, bot):
    killed = asyncio.create_task(bot.polls(timeout=30))
    await server.called("getUpdates")
    killed.cancel()
    with pytest.raises(asyncio.CancelledError):
        await killed
    await bot.result("getMe")
    await server.person(11).says("một")
    assert await bot.polls(timeout=30) == [100]


async def test_only_the_wanted_kinds_arrive(server, bot):
    await bot.polls(allowed_updates=["callback_query"])
    await server.person(11).says("một")
    assert await bot.polls() == []
    await bot.polls(allowed_updates=[])
    await server.person(11).says("hai")
    assert await bot.polls() == [101]


async def test_ids_may_restart_anywhere_once_all_is_confirmed(server, bot):
    await server.person(11).says("một")
    with pytest.raises(AssertionError, match="only when everything is acknowledged"):
        server.updates.restart_ids()
    assert await bot.polls(offset=101) == []
    server.updates.restart_ids(7)
    await server.person(11).says("hai")
    assert await bot.polls(offset=101) == [7], "an offset from before the restart confirms nothing"
    assert await bot.polls(offset=8) == []


async def test_ids_restart_at_random_but_the_same_for_a_seed():
    async def restarted(seed: int) -> int:
        async with TelegramServer(seed=seed) as server:
            return server.updates.restart_ids()

    assert await restarted(1) == await restarted(1) != await restarted(2)


async def test_a_poll_can_be_out_of_order(server, bot):
    server.updates.out_of_order = True
    await server.burst((chat_id, "x") for chat_id in range(1, 21))
    ids = await bot.polls()
    assert ids != sorted(ids)
    assert sorted(ids) == list(range(100, 120))


class Hook:
    """A bot's web server that answers as it is told, then with 200."""

    def __init__(self, *answers: int | Silence) -> None:
        self.answers = list(answers)
        self.changed = Signal()
        self.requests: list[Request] = []
        self.server = HttpServer(self.answer)

    def answer(self, request: Request) -> Answer:
        self.requests.append(request)
        self.changed.fire()
        answer = self.answers.pop(0) if self.answers else 200
        return Response(b"", answer) if isinstance(answer, int) else answer

    @property
    def texts(self) -> list[str]:
        return [request.body.decode().partition('"text":"')[2].partition('"')[0] for request in self.requests]

    async def __aenter__(self) -> "Hook":
        await self.server.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.server.stop()


async def test_a_webhook_gets_what_waits_and_what_comes_with_its_secret(server, bot):
    async with Hook() as hook:
        await server.person(11).says("một")
        await bot.result("setWebhook", url=f"{hook.server.url}/hook", secret_token="s-1")
        await server.person(11).says("hai")
        await server.all_acknowledged()
        assert hook.texts == ["một", "hai"]
        assert {request.headers[SECRET_HEADER.lower()] for request in hook.requests} == {"s-1"}
        assert (await bot.refused("getUpdates")).startswith("409 Conflict: can't use getUpdates")
        assert (await bot.result("getWebhookInfo"))["max_connections"] == 40
        await bot.result("deleteWebhook")
        assert (await bot.result("getWebhookInfo"))["url"] == ""
        await server.person(11).says("ba")
        assert await bot.polls() == [102]


async def test_a_failed_webhook_delivery_is_repeated_in_the_order_of_the_chat():
    async with TelegramServer(webhook_pause=0.001) as server, Hook(500, 503) as hook:
        server.webhook.set(hook.server.url, "", 40)
        await server.person(11).says("một", "hai")
        await server.all_acknowledged()
        assert hook.texts == ["một", "một", "một", "hai"]
        assert server.journal.updates[0].handed_out == 3


async def test_a_webhook_delivery_is_given_up_after_a_while(session):
    async with (
        TelegramServer(webhook_pause=0.001, webhook_attempts=2) as server,
        Hook(404, 404, 404, 404) as hook,
    ):
        server.webhook.set(hook.server.url, "", 1)
        await server.person(11).says("một", "hai", "ba")
        with pytest.raises(AssertionError, match="3 updates are not acknowledged"):
            await server.all_acknowledged(timeout=0)
        await server.all_acknowledged()
        assert [update.given_up for update in server.journal.updates] == [True, True, False]
        info = await PlainBot(session, server.url, server.token).result("getWebhookInfo")
        assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"


async def test_a_webhook_that_hangs_up_is_tried_again(server, bot):
    async with Hook(Silence.RESET) as hook:
        await server.person(11).says("một")
        await bot.result("setWebhook", url=hook.server.url, drop_pending_updates=True)
        await server.person(11).says("hai")
        await server.all_acknowledged()
        assert hook.texts == ["hai", "hai"]
    info = await bot.result("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"][:17]) == (0, "Connection failed")


async def test_webhook_deliveries_can_be_out_of_order_and_repeated(server):
    server.updates.out_of_order = True
    async with Hook() as hook:
        server.webhook.set(hook.server.url, "", 1)
        await server.person(11).says(*(str(number) for number in range(20)))
        await server.all_acknowledged()
        assert hook.texts != sorted(hook.texts, key=int)
        server.webhook.push(server.journal.updates[0])
        await hook.changed.until(lambda: len(hook.requests) > 20 or None, 5, lambda: "not repeated")
        assert hook.texts[-1] == "0"


async def test_a_public_address_is_routed_to_loopback(server, bot):
    async with Hook() as hook:
        server.webhook.routes["https://bot.example"] = hook.server.url
        await bot.result("setWebhook", url="https://bot.example/hook")
        await server.person(11).says("một")
        await server.all_acknowledged()
        assert hook.requests[0].path == "/hook"


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"url": "https://elsewhere.example/"}, "bad webhook: Failed to resolve host"),
        ({"url": "https://bot.example:8000/"}, "bad webhook: Webhook can be set up only on ports"),
        ({"url": "http://127.0.0.1:1/", "secret_token": "có dấu"}, "secret token contains unallowed"),
        ({"url": "http://127.0.0.1:1/", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_it_refuses_a_webhook(server, bot, parameters, expected):
    server.webhook.routes["https://bot.example"] = "http://127.0.0.1:1"
    refused = await bot.refused("setWebhook", **parameters)
    assert refused.startswith(f"400 Bad Request: {expected}")
