"""Delivery of updates by webhook: a POST each, repeated until it is answered with 2xx or given up.

As the real server does, updates of one chat follow each other and chats run side by side. Nothing but
loopback is ever called: a public address must be given a route to it first.
"""

import asyncio
import random
from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.telegram.journal import QueuedUpdate
from tests.fakes.telegram.refusals import bad_request
from tests.fakes.telegram.updates import UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_PORTS = frozenset({None, 80, 88, 443, 8443})
_LONGEST_PAUSE = 2.0  # seconds between two attempts


class Webhook:
    """The way to the bot's own web server, once setWebhook has named it."""

    def __init__(
        self,
        updates: UpdateQueue,
        *,
        now: Callable[[], float],
        chance: random.Random,
        pause: float,
        attempts: int,
    ) -> None:
        self._updates = updates
        self._now = now
        self._chance = chance
        self._pause = pause  # seconds before the second attempt; doubled after each further one
        self._attempts = attempts
        self._lanes: dict[int, deque[QueuedUpdate]] = {}
        self._fresh: list[QueuedUpdate] = []
        self._running: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(1)
        self.routes: dict[str, str] = {}  #: beginning of a public address → loopback address
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.last_error: tuple[int, str] | None = None  #: Unix seconds and reason

    def set(self, url: str, secret: str, max_connections: int) -> None:
        """Deliver to `url` from now on, beginning with what waits. Raises Refusal for an unusable address."""
        self._loopback(url)
        self.forget()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self._slots = asyncio.Semaphore(max_connections)
        self._updates.listener = self.push
        for update in self._updates.pending:
            self.push(update)

    def forget(self) -> None:
        """Stop delivering; what was not answered stays pending."""
        self.url, self.secret, self.last_error = "", "", None
        self._updates.listener = None
        self._lanes.clear()
        self._fresh.clear()
        for task in self._running:
            task.cancel()

    async def close(self) -> None:
        self.forget()
        await asyncio.gather(*self._running, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def push(self, update: QueuedUpdate) -> None:
        """Deliver an update, once more if it was delivered before."""
        self._fresh.append(update)
        if len(self._fresh) == 1:
            asyncio.get_running_loop().call_soon(self._spread)

    def _spread(self) -> None:
        fresh, self._fresh = self._fresh, []
        if self._updates.out_of_order:
            self._chance.shuffle(fresh)
        for update in fresh:
            lane_key = -update.update_id if self._updates.out_of_order else update.chat_id
            if lane_key in self._lanes:
                self._lanes[lane_key].append(update)
            else:
                self._lanes[lane_key] = deque([update])
                task = asyncio.get_running_loop().create_task(self._empty(lane_key))
                self._running.add(task)
                task.add_done_callback(self._running.discard)

    async def _empty(self, lane_key: int) -> None:
        lane = self._lanes[lane_key]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[lane_key]

    async def _deliver(self, update: QueuedUpdate) -> None:
        pause = self._pause
        for _attempt in range(self._attempts):
            async with self._slots:
                error = await self._post(update)
            if not error:
                self._updates.acknowledge(update)
                return
            self.last_error = int(self._now()), error
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        self._updates.give_up(update)

    async def _post(self, update: QueuedUpdate) -> str:
        """One attempt; returns what went wrong, "" for nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=10), connector=aiohttp.TCPConnector(limit=0)
            )
        headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: self.secret} if self.secret else {})
        update.handed_out += 1
        try:
            async with self._session.post(
                self._loopback(self.url), data=update.encoded, headers=headers
            ) as response:
                await response.read()
                good = 200 <= response.status < 300
                return "" if good else f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            return f"Connection failed: {type(error).__name__}"

    def _loopback(self, url: str) -> str:
        for public, local in self.routes.items():
            if url.startswith(public):
                if urlsplit(url).port not in _PORTS:
                    raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
                return local + url.removeprefix(public)
        if urlsplit(url).hostname not in _LOOPBACK:
            raise bad_request("bad webhook: Failed to resolve host: Name or service not known")
        return url
