"""The people's side over HTTP: POST /_control/<verb> with a JSON object of arguments.

An AssertionError (nothing heard, no such button) comes back as 409 with its text.
"""

import base64
import dataclasses
import json
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from tests.fakes.http_server import Answer, Request, json_response
from tests.fakes.telegram.journal import QueuedUpdate
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.world import Message

if TYPE_CHECKING:
    from tests.fakes.telegram_server import TelegramServer

#: What a person can be made to do from afar.
ACTS = {
    *("starts", "says", "edits", "taps", "blocks", "unblocks"),
    *("sends_photo", "sends_document", "sends_sticker", "sends_voice"),
}


def message_as_json(message: Message) -> dict[str, Any]:
    """A message of a screen, its file included."""
    file = message.file
    shown = dataclasses.asdict(file) | {"content": base64.b64encode(file.content).decode()} if file else None
    return {"payload": message.payload, "earlier": message.earlier, "file": shown}


class Control:
    """Turns requests into calls of the server's own methods."""

    def __init__(self, server: "TelegramServer") -> None:
        self._server = server
        self._verbs: dict[str, Callable[..., Awaitable[Any]]] = {
            "act": self._act,
            "hears": self._hears,
            "screen": self._screen,
            "knows": self._knows,
            "burst": self._burst,
            "calls": self._calls,
            "updates": self._updates,
            "taps": self._taps,
            "called": self._called,
            "all_acknowledged": self._all_acknowledged,
            "fault": self._fault,
            "fault_share": self._fault_share,
            "clear_faults": self._clear_faults,
            "configure": self._configure,
        }

    def answer(self, name: str, request: Request) -> Answer | Coroutine[Any, Any, Answer]:
        verb = self._verbs.get(name)
        if verb is None:
            return json_response({"error": f"no verb {name!r}, there are: {', '.join(self._verbs)}"}, 404)
        return self._run(verb, json.loads(request.body or b"{}"))

    async def _run(self, verb: Callable[..., Awaitable[Any]], arguments: dict[str, Any]) -> Answer:
        try:
            return json_response({"result": await verb(**arguments)})
        except AssertionError as error:
            return json_response({"error": str(error)}, 409)

    def _person(self, who: dict[str, Any]) -> Person:
        return self._server.person(**who)

    async def _act(self, who: dict[str, Any], verb: str, arguments: list[Any]) -> dict[str, Any]:
        person = self._person(who)
        assert verb in ACTS, f"a person cannot {verb!r}"
        if verb == "edits":
            arguments[0] = next(message for message in person.chat if message.message_id == arguments[0])
        if verb in {"sends_document", "sends_photo"}:
            at = 1 if verb == "sends_document" else 0
            arguments[at] = base64.b64decode(arguments[at])
        update: QueuedUpdate = await getattr(person, verb)(*arguments)
        return update.as_json()

    async def _hears(self, who: dict[str, Any], **arguments: Any) -> dict[str, Any]:
        return message_as_json(await self._person(who).hears(**arguments))

    async def _screen(self, who: dict[str, Any]) -> dict[str, Any]:
        person = self._person(who)
        notices = [dataclasses.asdict(notice) for notice in person.notices]
        messages = [message_as_json(message) for message in person.chat]
        return {"messages": messages, "notices": notices, "reply_keyboard": person.reply_keyboard}

    async def _knows(self, chat_ids: list[int]) -> None:
        for chat_id in chat_ids:
            self._server.person(chat_id, known=True)

    async def _burst(self, messages: list[tuple[int, str]]) -> None:
        await self._server.burst(messages)

    async def _calls(self, method: str = "", chat_id: int | None = None) -> list[dict[str, Any]]:
        return [
            call.as_json()
            for call in self._server.journal.calls
            if method in {"", call.method} and chat_id in {None, call.chat_id}
        ]

    async def _updates(self, *, pending: bool = False) -> list[dict[str, Any]]:
        chosen = self._server.unacknowledged() if pending else self._server.journal.updates
        return [update.as_json() for update in chosen]

    async def _taps(self) -> list[str]:
        return self._server.unanswered_taps()

    async def _called(self, **arguments: Any) -> int:
        return await self._server.called(**arguments)

    async def _all_acknowledged(self, timeout: float) -> bool:  # noqa: ASYNC109 -- passed on, not kept
        return await self._server.all_acknowledged(timeout=timeout)

    async def _fault(self, method: str, **details: Any) -> None:
        self._server.faults.next(method, **details)

    async def _fault_share(self, method: str, shares: dict[str, float], seed: int) -> None:
        self._server.faults.share(method, shares, seed=seed)

    async def _clear_faults(self) -> None:
        self._server.faults.clear()

    async def _configure(self, **settings: Any) -> None:
        """`latency` seconds, `out_of_order`, `limits` (an object or null), `restart_ids` (an id)."""
        if "latency" in settings:
            self._server.latency = settings["latency"]
        if "out_of_order" in settings:
            self._server.updates.out_of_order = settings["out_of_order"]
        if "limits" in settings:
            limits = settings["limits"]
            self._server.limits = None if limits is None else Limits(**limits)
        if "restart_ids" in settings:
            self._server.updates.restart_ids(settings["restart_ids"])
