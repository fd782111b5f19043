"""How updates come in: fetched by long polling, for trials, or brought to our web server.

bot.zaloplatforms.com/docs/apis/getUpdates knows no offset and no confirmation: whether what was handed out
is ever handed out again is not documented, so an update that could not be stored is kept here and stored
again until it is. Whether a webhook call that failed is repeated is not documented either; other clients
count on it. The two ways exclude each other.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from http import HTTPStatus
from random import Random
from typing import Any, TypeVar

from bot.channels.waiting import backoff
from bot.channels.webhooks import Webhook
from bot.channels.zalo.client import Client
from bot.channels.zalo.updates import updates_of
from bot.clock import Clock
from bot.domain.channels import Receive, Update
from bot.errors import ChannelError, Misconfigured, QuotaSpent, Refused, Throttled, Unreachable

_log = logging.getLogger(__name__)

PROOF = "x-bot-api-secret-token"
#: Seconds for which one question for updates stays open: the documented default is 30.
LONG_POLL = 25
#: Seconds that what was fetched gets to be stored in when the program is told to stop.
LAST_MOMENT = 2.0
#: Webhook calls that may wait for the database at once; a flood beyond it is turned away.
MOST_CALLS = 200
#: Seconds between two questions where a month's messages are used up, should that ever stop polls too.
_SPENT = 600.0

T = TypeVar("T")


class Receiver:
    """The receiving half of the channel."""

    def __init__(
        self, name: str, client: Client, *, webhook: Webhook | None, clock: Clock, chance: Random
    ) -> None:
        self._name = name
        self._client = client
        self._webhook = webhook
        self._clock = clock
        self._chance = chance
        self._receive: Receive | None = None
        self._calls = 0
        self.account = ""

    @property
    def fetches(self) -> bool:
        return self._webhook is None

    async def run(self, receive: Receive) -> None:
        """Receive until cancelled. Raises Misconfigured where the operator must mend something."""
        self._receive = receive
        try:
            await self._insist(self._introduce)
            if self._webhook is None:
                await self._poll(receive)
            else:
                await asyncio.Event().wait()
        finally:
            self._receive = None

    async def identify(self) -> str:
        """The bot's account name. Raises ChannelError."""
        match await self._client.call("getMe"):
            case {"account_name": str(name)}:
                self.account = name
        return self.account

    async def _introduce(self) -> None:
        """Look whether the token is good, and say how updates shall come."""
        try:
            await self.identify()
            if self._webhook is None:
                await self._end_webhook()
            else:
                await self._begin_webhook(self._webhook)
        except (Refused, Unreachable) as refused:
            raise Misconfigured(refused.reason) from refused

    async def _begin_webhook(self, webhook: Webhook) -> None:
        result = await self._client.call("setWebhook", url=webhook.url, secret_token=webhook.secret)
        match result:
            case {"verification": {"ok": False, "outcome": str(outcome)}}:
                # The address is kept all the same, so it works as soon as the way to it does.
                _log.error("%s: zalo does not reach our webhook: %s", self._name, outcome[:60])

    async def _end_webhook(self) -> None:
        try:
            await self._client.call("deleteWebhook")
        except Refused as refused:
            _log.debug("%s: no webhook to take away: %s", self._name, refused.reason)

    # --- fetching

    async def _poll(self, receive: Receive) -> None:
        while True:
            batch = updates_of(await self._insist(partial(self._client.updates, LONG_POLL)))
            if batch:
                await self._keep(asyncio.create_task(self._store(receive, batch)))

    async def _keep(self, storing: "asyncio.Task[None]") -> None:
        """Wait for what is being stored. A stop gives it a moment: nobody hands it out again."""
        try:
            await asyncio.shield(storing)
        except asyncio.CancelledError:
            await asyncio.wait({storing}, timeout=LAST_MOMENT)
            storing.cancel()
            raise

    async def _store(self, receive: Receive, batch: Sequence[Update]) -> None:
        """Store updates, however often it has to be tried: they are nowhere else."""
        failures = 0
        while not await self._stored(receive, batch):
            failures += 1
            await self._clock.sleep(backoff(failures, self._chance))

    async def _stored(self, receive: Receive, batch: Sequence[Update]) -> bool:
        """Whether updates are in the inbox."""
        try:
            await receive(batch)
        except Exception as error:  # noqa: BLE001 - whatever failed, the updates are still here
            _log.error("%s: %d updates not stored: %s", self._name, len(batch), type(error).__name__)
            _log.debug("%s: updates not stored", self._name, exc_info=error)
            return False
        return True

    async def _insist(self, request: Callable[[], Awaitable[T]]) -> T:
        """Repeat a request until Zalo answers it. Raises Misconfigured if it never will."""
        failures = 0
        while True:
            try:
                return await request()
            except Misconfigured:
                raise
            except ChannelError as error:
                failures += 1
                match error:
                    case Throttled():
                        wait = error.retry_after
                    case QuotaSpent():
                        wait = _SPENT
                    case _:
                        wait = backoff(failures, self._chance)
                _log.warning("%s: %s, trying again in %.0f s", self._name, error.reason, wait)
            await self._clock.sleep(wait)

    # --- being called

    async def called(self, headers: Mapping[str, str], body: bytes) -> HTTPStatus:
        """See `Zalo.webhook`."""
        if not body.strip():
            return HTTPStatus.OK  # Zalo looks whether somebody is there
        if self._webhook is None or self._receive is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        if (refusal := self._webhook.refusal(headers.get(PROOF, ""), body)) is not None:
            return refusal
        if self._calls >= MOST_CALLS:
            return HTTPStatus.SERVICE_UNAVAILABLE
        batch = updates_of(self._read(body))
        self._calls += 1
        try:
            stored = not batch or await self._stored(self._receive, batch)
        finally:
            self._calls -= 1
        return HTTPStatus.OK if stored else HTTPStatus.SERVICE_UNAVAILABLE

    def _read(self, body: bytes) -> Any:
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            _log.warning("%s: a call of %d bytes that is no JSON", self._name, len(body))
            return None
