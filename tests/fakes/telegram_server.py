"""A double of Telegram's Bot API: real HTTP on loopback, people to talk with, trouble on order.

In a test:

    async with TelegramServer() as server:
        lan = server.person(11, first_name="Lan")
        await lan.says("xin chào")
        reply = await lan.hears(containing="Chào")
        await lan.taps("Đúng", message=reply)

The bot is given `server.url` and `server.token` (python-telegram-bot: `base_url=f"{server.url}/bot"`).
As a process of its own, which outlives a killed bot:

    python -m tests.fakes.telegram_server --port 8081 --journal calls.jsonl

`tests.fakes.telegram.remote` speaks with that process the way a test speaks with the object.
"""

import argparse
import asyncio
import gc
import json
import random
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any, Self

from tests.fakes.http_server import Answer, HttpServer, Request, Response, Silence, json_response
from tests.fakes.telegram.answers import answer_of, prevention
from tests.fakes.telegram.control import Control
from tests.fakes.telegram.faults import Fault, Faults, Kind
from tests.fakes.telegram.journal import Call, Journal, QueuedUpdate
from tests.fakes.telegram.limits import SENDS, Gate, Limits
from tests.fakes.telegram.parameters import KNOWN, read
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.receiving import Receiving
from tests.fakes.telegram.refusals import Refusal
from tests.fakes.telegram.sending import Sending
from tests.fakes.telegram.updates import UpdateQueue
from tests.fakes.telegram.webhook import Webhook
from tests.fakes.telegram.world import Chat, StoredFile, World

TOKEN = "987654321:double-of-telegram-for-tests-only"
#: The name under which file downloads are journaled and can be made to fail.
DOWNLOAD = "download"

Method = Callable[[Call], Any]


class TelegramServer:
    """One bot's Bot API server, and everybody who talks with that bot.

    `clock` gives the monotonic seconds of journal and limits, `now` the Unix seconds of messages; `latency`
    delays every answer by so many seconds; `limits` None lets a bot send as fast as it likes.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        port: int = 0,
        first_update_id: int = 500_000_001,
        out_of_order: bool = False,
        limits: Limits | None = None,
        latency: float = 0.0,
        seed: int = 0,
        journal_file: Path | None = None,
        webhook_pause: float = 0.05,
        webhook_attempts: int = 8,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,  # noqa: TID251 -- dates of messages, at the edge of the tests
    ) -> None:
        self.token = token
        self.latency = latency
        self.journal = Journal(journal_file)
        self.faults = Faults()
        self.world = World(bot_id=int(token.partition(":")[0]), now=now)
        chance = random.Random(seed)
        self.updates = UpdateQueue(journal=self.journal, clock=clock, first_id=first_update_id, chance=chance)
        self.updates.out_of_order = out_of_order
        self.webhook = Webhook(
            self.updates, now=now, chance=chance, pause=webhook_pause, attempts=webhook_attempts
        )
        self._clock = clock
        self._gate = Gate(limits) if limits else None
        self._people: dict[tuple[int, int], Person] = {}
        self._methods = self._known_methods()
        self._api, self._files = f"/bot{token}/", f"/file/bot{token}/"
        self._control = Control(self)
        self._http = HttpServer(self._handle, port)

    def _known_methods(self) -> dict[str, Method]:
        sending, receiving = Sending(self.world), Receiving(self.world, self.updates, self.webhook)
        return {
            "getMe": receiving.get_me,
            "getUpdates": receiving.get_updates,
            "setWebhook": receiving.set_webhook,
            "deleteWebhook": receiving.delete_webhook,
            "getWebhookInfo": receiving.get_webhook_info,
            "setMyCommands": receiving.set_my_commands,
            "getMyCommands": receiving.get_my_commands,
            "getFile": receiving.get_file,
            "sendMessage": sending.send_message,
            "sendDocument": sending.send_document,
            "sendPhoto": sending.send_photo,
            "sendChatAction": sending.send_chat_action,
            "editMessageText": sending.edit_message_text,
            "editMessageReplyMarkup": sending.edit_message_reply_markup,
            "deleteMessage": sending.delete_message,
            "answerCallbackQuery": sending.answer_callback_query,
        }

    async def __aenter__(self) -> Self:
        await self._http.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.webhook.close()
        await self._http.stop()
        self.journal.close()

    @property
    def url(self) -> str:
        return self._http.url

    @property
    def limits(self) -> Limits | None:
        """The sending limits in force; setting them begins to count anew."""
        return self._gate.limits if self._gate else None

    @limits.setter
    def limits(self, limits: Limits | None) -> None:
        self._gate = Gate(limits) if limits else None

    def person(
        self, chat_id: int, first_name: str = "Lan", *, known: bool = False, group: int | None = None
    ) -> Person:
        """The person of this id, in the private chat or in a group (a negative id); the same one each time.

        `known`: has written to the bot before, so that the bot may write first.
        """
        place = group or chat_id
        chat = self.world.chats.get(place)
        if chat is None:
            about = (
                {"type": "supergroup", "title": "Nhóm"}
                if group
                else {"type": "private", "first_name": first_name}
            )
            chat = self.world.chats[place] = Chat(payload={"id": place} | about)
        chat.known = chat.known or known
        if (chat_id, place) not in self._people:
            user = {"id": chat_id, "is_bot": False, "first_name": first_name, "language_code": "vi"}
            self._people[chat_id, place] = Person(self.world, self.updates, chat, user)
        return self._people[chat_id, place]

    async def burst(self, messages: Iterable[tuple[int, str]]) -> None:
        """Many people write at once: (chat id, text) in this order."""
        for chat_id, text in messages:
            await self.person(chat_id).says(text)

    def sent(self, chat_id: int | None = None) -> list[Call]:
        """The messages that reached people (or one chat), oldest first."""
        return self.journal.sent(chat_id)

    def duplicates(self, chat_id: int | None = None) -> list[list[Call]]:
        """Messages of the same content that reached the same chat more than once."""
        return self.journal.duplicates(chat_id)

    def unacknowledged(self) -> list[QueuedUpdate]:
        """Updates that the bot has not confirmed, oldest first."""
        return self.updates.pending

    def unanswered_taps(self) -> list[str]:
        """Ids of callback queries whose button is still spinning."""
        return [tap.query_id for tap in self.world.taps.values() if not tap.answered]

    def all_acknowledged(self, *, timeout: float = 5.0) -> Awaitable[bool]:
        """Wait until the bot has confirmed every update. Raises AssertionError after `timeout` seconds."""
        return self.updates.all_acknowledged(timeout=timeout)

    def called(
        self, method: str, *, times: int = 1, chat_id: int | None = None, timeout: float = 5.0
    ) -> Awaitable[int]:
        """Wait until the bot has called a method so often. Raises AssertionError after `timeout` seconds."""
        return self.journal.called(method, times=times, chat_id=chat_id, timeout=timeout)

    def _handle(self, request: Request) -> Answer | Coroutine[Any, Any, Answer]:
        path = request.path
        if path.startswith(self._api):
            name = path[len(self._api) :]
            return self._serve(name, self._methods.get(name, _no_such_method), request)
        if path.startswith(self._files):
            file_path = path[len(self._files) :]
            return self._serve(DOWNLOAD, lambda _call: self._download(file_path), request)
        if path.startswith("/_control/"):
            return self._control.answer(path.removeprefix("/_control/"), request)
        known = path.startswith(("/bot", "/file/bot"))
        refusal = Refusal(401, "Unauthorized") if known else Refusal(404, "Not Found")
        return json_response(refusal.as_json(), refusal.code)

    def _serve(self, name: str, method: Method, request: Request) -> Answer | Coroutine[Any, Any, Answer]:
        at = self._clock()
        try:
            parameters, files = read(request)
        except Refusal as refusal:
            return json_response(refusal.as_json(), refusal.code)
        call = Call(at=at, method=name, chat_id=_chat_of(parameters), parameters=parameters, files=files)
        known = KNOWN.get(name, parameters.keys())
        if not parameters.keys() <= known:
            unknown = sorted(parameters.keys() - known)
            call.warnings = [f"{name} knows no parameter {parameter!r}" for parameter in unknown]
        self.journal.begin(call)
        fault = self.faults.pick(name, call.chat_id)
        try:
            self._let_pass(call, fault)
            result = method(call)
        except Refusal as refusal:
            return self._settle(call, fault, refusal)
        return (
            self._settle_later(call, fault, result)
            if asyncio.iscoroutine(result)
            else self._settle(call, fault, result)
        )

    def _let_pass(self, call: Call, fault: Fault | None) -> None:
        """Raises the Refusal of a fault or limit that keeps the call from taking effect.

        What a blocked chat refuses has passed the limits and counts for them.
        """
        prevented = fault is not None and not fault.kind.takes_effect
        if fault is not None and prevented and fault.kind is not Kind.FORBIDDEN:
            raise prevention(fault)
        if self._gate is not None and call.method in SENDS:
            refusal = self._gate.refusal(call.chat_id or 0, call.at)
            if refusal is not None:
                raise refusal
        if fault is not None and prevented:
            raise prevention(fault)

    async def _settle_later(self, call: Call, fault: Fault | None, result: Awaitable[Any]) -> Answer:
        try:
            outcome = await result
        except Refusal as refusal:
            outcome = refusal
        answer = self._settle(call, fault, outcome)
        return answer if isinstance(answer, Response | Silence) else await answer

    def _settle(self, call: Call, fault: Fault | None, outcome: Any) -> Answer | Coroutine[Any, Any, Answer]:
        """Note what became of the call, and answer it: now, after a while, or not at all."""
        call.delivered = not isinstance(outcome, Refusal)
        call.description = outcome.description if isinstance(outcome, Refusal) else ""
        call.fault = fault.kind if fault else ""
        answer = answer_of(outcome, fault)
        call.status = answer.status if isinstance(answer, Response) else 0
        self.journal.note(call)
        delay = self.latency + (fault.seconds if fault and fault.kind is Kind.SLOW else 0.0)
        if delay:
            return self._give_later(call, answer, delay)
        return self._give(call, answer)

    async def _give_later(self, call: Call, answer: Answer, delay: float) -> Answer:
        await asyncio.sleep(delay)
        return self._give(call, answer)

    def _give(self, call: Call, answer: Answer) -> Answer:
        if isinstance(answer, Response):
            call.answered_at = self._clock()
        return answer

    def _download(self, path: str) -> StoredFile:
        file = self.world.file_at(path)
        if file is None:
            raise Refusal(404, "Not Found")
        return file


def _no_such_method(_call: Call) -> None:
    raise Refusal(404, "Not Found: method not found")


def _chat_of(parameters: dict[str, Any]) -> int | None:
    try:
        return int(parameters["chat_id"])
    except (KeyError, ValueError, TypeError):
        return None


async def _serve_until_stopped(arguments: argparse.Namespace) -> None:
    server = TelegramServer(
        port=arguments.port,
        journal_file=arguments.journal,
        first_update_id=arguments.first_update_id,
        out_of_order=arguments.out_of_order,
        limits=Limits() if arguments.strict_limits else None,
        latency=arguments.latency,
        seed=arguments.seed,
    )
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with server:
        sys.stdout.write(json.dumps({"url": server.url, "token": server.token}) + "\n")
        sys.stdout.flush()
        await stop.wait()


def main() -> None:
    """Serve until SIGINT or SIGTERM; the first line on stdout is JSON with `url` and `token`."""
    parser = argparse.ArgumentParser(description="A double of Telegram's Bot API on loopback.")
    parser.add_argument("--port", type=int, default=0, help="0: a free one")
    parser.add_argument("--journal", type=Path, help="file for JSON lines of everything seen")
    parser.add_argument("--first-update-id", type=int, default=500_000_001)
    parser.add_argument("--out-of-order", action="store_true")
    parser.add_argument("--strict-limits", action="store_true", help="30 a second, 1 a second in a chat")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before every answer")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # the journal only grows: looking through it for garbage is waste
    with asyncio.Runner(loop_factory=_fastest_loop) as runner:
        runner.run(_serve_until_stopped(arguments))


def _fastest_loop() -> asyncio.AbstractEventLoop:
    try:
        import uvloop
    except ImportError:  # there is none for Windows
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


if __name__ == "__main__":
    main()
