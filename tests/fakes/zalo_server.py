"""A double of the Zalo Bot API: real HTTP on loopback, people to talk with, trouble on order.

In a test:

    async with ZaloServer() as server:
        lan = server.bot.person("Lan")
        await lan.says("xin chào")
        await lan.hears(containing="Chào")

What the platform leaves open is a switch: whether a webhook's body is wrapped (`bot.wrapped`), whether a
refusal has an HTTP status of its own (`errors_in_body`), whether a poll brings lists (`bot.lists`).
"""

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from typing import Any, Self

from tests.fakes.http_server import Answer, HttpServer, Request, Response, Silence, json_response
from tests.fakes.telegram.faults import Fault, Faults, Kind
from tests.fakes.telegram.refusals import Refusal
from tests.fakes.telegram.waiting import Signal
from tests.fakes.zalo.bots import Bot
from tests.fakes.zalo.methods import SENDS, Call, check, run

TOKEN = "1459232241454765289:double-of-zalo-for-tests-only"
_HUGE = 10 * 2**20  # bytes
_BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


class ZaloServer:
    """The Bot API server of one or several bots.

    `routes` says where public addresses lead to in this test; `now` gives the Unix seconds of messages.
    """

    def __init__(
        self,
        *tokens: str,
        port: int = 0,
        now: Callable[[], float] = time.time,  # noqa: TID251 -- dates of messages, at the edge of the tests
    ) -> None:
        self.routes: dict[str, str] = {}
        self.bots = [Bot(token, now=now, routes=self.routes) for token in tokens or (TOKEN,)]
        self.faults = Faults()
        #: refusals come under HTTP 200, as a wrong token was seen to
        self.errors_in_body = False
        self.calls: list[Call] = []
        #: other pages of this server, by path: what a picture's address leads to
        self.files: dict[str, bytes] = {}
        self._called = Signal()
        self._http = HttpServer(self._handle, port)

    @property
    def bot(self) -> Bot:
        """The first bot."""
        return self.bots[0]

    @property
    def url(self) -> str:
        return self._http.url

    async def __aenter__(self) -> Self:
        await self._http.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        for bot in self.bots:
            await bot.close()
        await self._http.stop()

    def sent(self, chat_id: str = "") -> Sequence[Call]:
        """The messages that reached people (or one chat), oldest first."""
        return [
            call
            for call in self.calls
            if call.delivered and call.method in SENDS and chat_id in ("", call.chat_id)
        ]

    async def called(self, method: str, *, times: int = 1, timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Wait until a method was called so often. Raises AssertionError after `timeout` seconds."""

        def often() -> bool | None:
            return sum(call.method == method for call in self.calls) >= times or None

        await self._called.until(often, timeout, lambda: f"{method} was not called {times} times")

    async def _handle_call(self, call: Call) -> Answer:
        fault = self.faults.pick(call.method, None)
        try:
            check(call)
            if fault is not None and not fault.kind.takes_effect:
                raise _prevention(fault)
            result = await run(call)
        except Refusal as refusal:
            return self._answer(call, fault, refusal)
        call.delivered = True
        return await self._spoilt(call, fault, {"ok": True} | ({} if result is None else {"result": result}))

    def _handle(self, request: Request) -> Any:
        for bot in self.bots:
            start = f"/bot{bot.token}/"
            if request.path.startswith(start):
                method = request.path.removeprefix(start)
                call = Call(
                    bot=bot,
                    method=method,
                    parameters=_parameters(request),
                    at=asyncio.get_running_loop().time(),
                )
                self.calls.append(call)
                self._called.fire()
                return self._handle_call(call)
        if request.method == "GET":
            found = self.files.get(request.path)
            return Response(found or b"", 200 if found else 404, "image/png")
        refusal = Refusal(401, "Unauthorized")
        return json_response(refusal.as_json(), 200)  # seen live: a wrong token under HTTP 200

    def _answer(self, call: Call, fault: Fault | None, refusal: Refusal) -> Answer:
        if fault is not None and fault.kind is Kind.RESET_UNREAD:
            return Silence.RESET
        if fault is not None and fault.kind is Kind.BAD_GATEWAY:
            call.status = 502
            return Response(_BAD_GATEWAY, 502, "text/html")
        in_body = self.errors_in_body or (fault is not None and fault.kind is Kind.NOT_OK)
        call.status = 200 if in_body else refusal.code
        return json_response(refusal.as_json(), call.status)

    async def _spoilt(self, call: Call, fault: Fault | None, answer: dict[str, Any]) -> Answer:
        """The answer to a call that took effect: given, cut off, late, or never."""
        honest = json_response(answer)
        match fault.kind if fault else None:
            case Kind.RESET_DELIVERED:
                return Silence.RESET
            case Kind.HANG:
                return Silence.HANG
            case Kind.MALFORMED:
                return Response(honest.body[: len(honest.body) // 2])
            case Kind.HUGE:
                return Response(b'{"padding":"' + b"x" * _HUGE + b'",' + honest.body[1:])
            case Kind.SLOW if fault is not None:
                await asyncio.sleep(fault.seconds)
        call.status = 200
        return honest


def _parameters(request: Request) -> dict[str, Any]:
    return dict(json.loads(request.body or b"{}"))


def _prevention(fault: Fault) -> Refusal:
    """What a fault says that keeps a call from taking effect."""
    match fault.kind:
        case Kind.FORBIDDEN:
            return Refusal(403, "Forbidden: user has blocked the bot")
        case Kind.TOO_MANY_REQUESTS:
            return Refusal(429, "Too many requests")
        case Kind.INTERNAL_ERROR:
            return Refusal(403, "Internal server error")  # the documentation's number for it
        case Kind.REFUSAL | Kind.NOT_OK:
            return Refusal(fault.code, fault.description)
    return Refusal(502, "Bad Gateway")
