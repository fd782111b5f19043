"""One bot: its chats, what it may send in a month, and how its updates leave."""

import asyncio
import contextlib
import hashlib
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiohttp

from tests.fakes.http_server import as_json
from tests.fakes.telegram.waiting import Signal
from tests.fakes.zalo.people import Chat, Person

SECRET_HEADER = "X-Bot-Api-Secret-Token"


class Bot:
    """A bot as Zalo keeps it. `token` is "<id>:<secret>"."""

    def __init__(self, token: str, *, now: Callable[[], float], routes: Mapping[str, str]) -> None:
        self.token = token
        self.id = token.partition(":")[0]
        self.now = now
        self.chats: dict[str, Chat] = {}
        self.people: dict[str, Person] = {}
        self.sent = 0
        #: messages that the plan grants; None: any number
        self.monthly: int | None = None
        #: the body of a webhook call is {"ok": true, "result": …}, as the documentation has it
        self.wrapped = False
        #: a poll brings a list; the documentation says one object
        self.lists = False
        #: every update is delivered so often
        self.copies = 1
        #: how often a webhook call that fails is made again; whether Zalo does is not documented
        self.attempts = 8
        self.url = self.secret = ""
        self.calls: list[int] = []  #: what our webhook answered, 0 for nothing
        #: seconds that a webhook call may take
        self.patience = 10.0
        self._waiting = False  #: a poll is open and has nothing to give
        self._queue: deque[dict[str, Any]] = deque()
        self._delivering: asyncio.Task[None] | None = None
        self._settled = Signal()
        self._arrived = Signal()
        self._routes = routes

    def person(self, name: str, *, known: bool = False) -> Person:
        """Somebody in the chat with this bot; the same one each time. `known`: has written to it before."""
        if name not in self.people:
            chat_id = hashlib.sha256(f"{self.id}/{name}".encode()).hexdigest()[:20]
            chat = self.chats[chat_id] = Chat(chat_id=chat_id)
            self.people[name] = Person(name, chat, self._put, self.now)
        found = self.people[name]
        found.chat.known = found.chat.known or known
        return found

    @property
    def unconfirmed(self) -> int:
        """Updates that did not reach the bot, as far as Zalo knows."""
        return len(self._queue)

    def happens(self, event: dict[str, Any]) -> None:
        """An event of which no person here knows: in a group, of an unknown name."""
        self._put(event)

    def all_confirmed(self, *, timeout: float = 5.0) -> Awaitable[bool]:
        """Wait until every update has been taken: a poll asks for the next, or the webhook has said so."""
        return self._settled.until(
            lambda: True if not self._queue and (self.url or self._waiting) else None,
            timeout,
            lambda: f"{len(self._queue)} updates are not taken, the webhook said {self.calls[-5:]}",
        )

    def _put(self, event: dict[str, Any]) -> None:
        self._queue.extend([event] * self.copies)
        self._arrived.fire()
        if self.url and self._delivering is None:
            self._delivering = asyncio.create_task(self._deliver())

    # --- polls

    async def poll(self, seconds: float) -> list[dict[str, Any]]:
        """What a long poll brings: one update, in a list for those who are to see lists; nothing: empty.

        It is handed out once: nobody confirms it.
        """
        if not self._queue:
            self._waiting = True
            self._settled.fire()
            try:
                with contextlib.suppress(AssertionError):
                    await self._arrived.until(lambda: True if self._queue else None, seconds, str)
            finally:
                self._waiting = False
        if not self._queue:
            return []
        if self.lists:
            batch, self._queue = list(self._queue), deque()
            return batch
        return [self._queue.popleft()]

    # --- webhook

    def set_webhook(self, url: str, secret: str) -> None:
        self.url, self.secret = url, secret
        if self._queue and self._delivering is None:
            self._delivering = asyncio.create_task(self._deliver())

    async def _deliver(self) -> None:
        while self._queue and self.url:
            event = self._queue[0]
            body = {"ok": True, "result": event} if self.wrapped else event
            for attempt in range(self.attempts):
                self.calls.append(await self._post(as_json(body)))
                if 200 <= self.calls[-1] < 300 or not self.url:
                    break
                await asyncio.sleep(min(0.02 * 2**attempt, 0.5))
            if self.url:
                self._queue.popleft()
        self._delivering = None
        self._settled.fire()

    async def _post(self, body: bytes) -> int:
        headers = {"Content-Type": "application/json", SECRET_HEADER: self.secret}
        timeout = aiohttp.ClientTimeout(total=self.patience)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.post(self.local(self.url), data=body, headers=headers) as response,
            ):
                await response.read()
                return response.status
        except (aiohttp.ClientError, TimeoutError):
            return 0

    def local(self, url: str) -> str:
        """Where a public address leads to in this test."""
        for public, here in self._routes.items():
            if url.startswith(public):
                return here + url.removeprefix(public)
        return url

    async def close(self) -> None:
        self.url = ""
        if self._delivering is not None:
            self._delivering.cancel()
            await asyncio.gather(self._delivering, return_exceptions=True)
