"""How updates come in: fetched by long polling, for trials, or brought to our web server.

bot.zaloplatforms.com/docs/apis/getUpdates knows no offset and no confirmation: whether what was handed out
is ever handed out again is not documented, so an update that could not be stored is kept here and stored
again until it is. Whether a webhook call that failed is repeated is not documented either; other clients
count on it. The two ways exclude each other.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from http import HTTPStatus
from random import Random

from bot.channels.receiving import PlatformReceiver
from bot.channels.waiting import backoff
from bot.channels.webhooks import Webhook
from bot.channels.zalo.client import Client
from bot.channels.zalo.updates import updates_of
from bot.clock import Clock
from bot.domain.channels import Receive, Update
from bot.errors import Refused

_log = logging.getLogger(__name__)

#: Seconds for which one question for updates stays open: the documented default is 30.
LONG_POLL = 25
#: Seconds that what was fetched gets to be stored in when the program is told to stop.
LAST_MOMENT = 2.0


class Receiver(PlatformReceiver):
    """The receiving half of the channel."""

    proof = "x-bot-api-secret-token"

    def __init__(
        self, name: str, client: Client, *, webhook: Webhook | None, clock: Clock, chance: Random
    ) -> None:
        super().__init__(name, webhook=webhook, clock=clock, chance=chance)
        self._client = client
        self.account = ""

    async def identify(self) -> str:
        """The bot's account name. Raises ChannelError."""
        match await self._client.call("getMe"):
            case {"account_name": str(name)}:
                self.account = name
        return self.account

    async def called(self, headers: Mapping[str, str], body: bytes) -> HTTPStatus:
        if not body.strip():
            return HTTPStatus.OK  # Zalo looks whether somebody is there
        return await super().called(headers, body)

    async def _set_up(self) -> None:
        if self._webhook is None:
            await self._end_webhook()
        else:
            await self._begin_webhook(self._webhook)

    def _updates_of(self, said: object) -> list[Update]:
        return updates_of(said)

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
