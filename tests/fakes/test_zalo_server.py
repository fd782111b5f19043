"""The Zalo double: what it refuses, and the ways in which it can be asked to be difficult."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.http_server import HttpServer, Request, Response
from tests.fakes.zalo.bots import SECRET_HEADER
from tests.fakes.zalo_server import TOKEN, ZaloServer

SECRET = "eight-or-more"
PUBLIC = "https://khaibao.test"


@pytest.fixture
async def server() -> AsyncIterator[ZaloServer]:
    async with ZaloServer() as running:
        yield running


@pytest.fixture
async def call(server: ZaloServer) -> AsyncIterator[Any]:
    """Calls a method; gives the HTTP status and the answer."""
    async with aiohttp.ClientSession() as session:

        async def called(method: str, token: str = TOKEN, **parameters: Any) -> tuple[int, Any]:
            async with session.post(f"{server.url}/bot{token}/{method}", json=parameters) as response:
                return response.status, await response.json(content_type=None)

        yield called


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("x" * 2000, "", id="as long as may be"),
        pytest.param("x" * 2001, "text is too long", id="too long"),
        pytest.param("👍" * 1001, "text is too long", id="too long in UTF-16"),
        pytest.param("", "text is required", id="empty"),
    ],
)
async def test_texts_have_a_length(server: ZaloServer, call: Any, text: str, told: str) -> None:
    lan = server.bot.person("Lan", known=True)
    _status, answer = await call("sendMessage", chat_id=lan.chat.chat_id, text=text)
    assert answer.get("description", "") == (f"Bad Request: {told}" if told else "")


@pytest.mark.parametrize(
    ("method", "parameters", "code"),
    [
        pytest.param("sendMessage", {"chat_id": "nobody", "text": "x"}, 400, id="a chat of nobody"),
        pytest.param(
            "sendMessage", {"chat_id": "a", "text": "x", "to": "b"}, 400, id="a parameter of nobody"
        ),
        pytest.param("sendDocument", {"chat_id": "a"}, 404, id="a method of nobody"),
        pytest.param("setWebhook", {"url": "http://a.vn", "secret_token": SECRET}, 400, id="not https"),
        pytest.param("setWebhook", {"url": "https://localhost/a", "secret_token": SECRET}, 400, id="here"),
        pytest.param("setWebhook", {"url": "https://a.vn", "secret_token": "short"}, 400, id="short secret"),
        pytest.param("getWebhookInfo", {}, 404, id="no webhook"),
    ],
)
async def test_what_the_documentation_does_not_know_is_refused(
    server: ZaloServer, call: Any, method: str, parameters: dict[str, str], code: int
) -> None:
    status, answer = await call(method, **parameters)
    assert (status, answer["ok"], answer["error_code"]) == (code, False, code)
    server.errors_in_body = True
    assert await call(method, **parameters) == (200, answer)


async def test_a_wrong_token_is_refused_under_http_200(call: Any) -> None:
    status, answer = await call("getMe", token="1:wrong")
    assert (status, answer["error_code"]) == (200, 401)


async def test_the_month_ends_where_the_plan_does(server: ZaloServer, call: Any) -> None:
    lan = server.bot.person("Lan", known=True)
    server.bot.monthly = 1
    told = [await call("sendMessage", chat_id=lan.chat.chat_id, text=text) for text in ("một", "hai")]
    assert [answer.get("error_code") for _status, answer in told] == [None, 429]
    assert [shown.said for shown in lan.screen] == ["một"]


async def test_a_poll_hands_an_update_out_once_and_is_a_timeout_without_one(
    server: ZaloServer, call: Any
) -> None:
    await server.bot.person("Lan").says("xin chào")
    _status, answer = await call("getUpdates", timeout="1")
    assert answer["result"]["message"]["text"] == "xin chào"
    assert (await call("getUpdates", timeout="0"))[0] == 408


async def test_a_lost_poll_takes_its_update_with_it(server: ZaloServer, call: Any) -> None:
    await server.bot.person("Lan").says("xin chào")
    server.faults.next("getUpdates", kind="reset_delivered")
    with pytest.raises(aiohttp.ClientError):
        await call("getUpdates", timeout="1")
    assert server.bot.unconfirmed == 0


async def test_what_a_protected_sender_writes_is_hidden(server: ZaloServer, call: Any) -> None:
    pupil = server.bot.person("Tí")
    pupil.protected = True
    await pupil.says("em cài rồi")
    _status, answer = await call("getUpdates", timeout="1")
    assert answer["result"]["event_name"] == "message.unsupported.received"
    assert "em cài rồi" not in str(answer)


@pytest.mark.parametrize("wrapped", [False, True])
async def test_a_webhook_is_probed_then_called_with_its_secret_until_it_says_yes(
    server: ZaloServer, call: Any, wrapped: bool
) -> None:
    calls: list[Request] = []

    def answer(request: Request) -> Response:
        calls.append(request)
        return Response(b"", 503 if len(calls) == 2 else 200)

    web = HttpServer(answer)
    await web.start()
    server.routes[PUBLIC] = web.url
    server.bot.wrapped = wrapped
    _status, told = await call("setWebhook", url=f"{PUBLIC}/zalo", secret_token=SECRET)
    assert told["result"]["verification"]["ok"]
    await server.bot.person("Lan").says("xin chào")
    await server.bot.all_confirmed()
    assert [request.body == b"" for request in calls] == [True, False, False]
    assert calls[2].headers[SECRET_HEADER.lower()] == SECRET
    assert (b'"result"' in calls[2].body) is wrapped
    await web.stop()
