"""How updates come in: fetched by long polling, or brought to our web server. Stored first, then confirmed.

core.telegram.org/bots/api#getting-updates: an update is handed out until a later offset confirms it; a
webhook call is repeated until it is answered with 2xx. Nothing is confirmed before `Receive` returned.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from random import Random
from typing import Any

from bot.channels.receiving import PlatformReceiver
from bot.channels.telegram.client import Client
from bot.channels.telegram.failures import Conflict
from bot.channels.telegram.limits import WANTED
from bot.channels.telegram.updates import tap_of, to_update
from bot.channels.waiting import backoff
from bot.channels.webhooks import Webhook
from bot.clock import Clock
from bot.domain.channels import TELEGRAM, Receive, Update
from bot.errors import ChannelError, OutcomeUnknown

_log = logging.getLogger(__name__)

#: Seconds for which one question for updates stays open.
LONG_POLL = 25
#: Webhook calls at once, 1–100.
CALLS = 40
#: How often in a row somebody else may have taken the updates: a process that is just being replaced
#: holds its poll for a moment.
CONFLICTS = 3
#: Answers to taps under way at once.
TAPS = 32


class Receiver(PlatformReceiver):
    """The receiving half of the channel."""

    proof = "x-telegram-bot-api-secret-token"

    def __init__(
        self,
        client: Client,
        *,
        webhook: Webhook | None,
        commands: Mapping[str, str],
        clock: Clock,
        chance: Random,
    ) -> None:
        super().__init__(TELEGRAM, webhook=webhook, clock=clock, chance=chance)
        self._client = client
        self._commands = commands
        self._taps: set[asyncio.Task[None]] = set()
        self._tap_places = asyncio.Semaphore(TAPS)
        self.username: str | None = None

    async def identify(self) -> str:
        """The bot's user name, for links to it. Raises ChannelError."""
        self.username = await self._client.get_me()
        return self.username

    async def close(self) -> None:
        """Let the answers to taps go."""
        for task in self._taps:
            task.cancel()
        await asyncio.gather(*self._taps, return_exceptions=True)

    async def _set_up(self) -> None:
        """Say what one can write, and how updates shall come. What waits is kept."""
        if self._commands:
            await self._client.set_my_commands(self._commands)
        if self._webhook is None:
            await self._client.delete_webhook()
        else:
            await self._client.set_webhook(
                self._webhook.url, secret=self._webhook.secret, calls=CALLS, wanted=WANTED
            )

    # --- fetching

    async def _poll(self, receive: Receive) -> None:
        offset: int | None = None
        failures = 0
        while True:
            batch = await self._insist(partial(self._fetch, offset))
            if await self._stored(receive, self._updates_of(batch)):
                failures = 0
                # The highest of this batch, not of all times: after a quiet week numbers start anywhere.
                offset = max((_number(update) for update in batch), default=offset or 0) + bool(batch)
            else:
                failures += 1
                await self._clock.sleep(backoff(failures, self._chance))

    async def _fetch(self, offset: int | None) -> list[Any]:
        batch = await self._client.get_updates(offset, LONG_POLL, WANTED)
        if batch and all(_number(update) < 0 for update in batch):
            raise OutcomeUnknown("unreadable-answer")
        return batch

    def _updates_of(self, said: object) -> list[Update]:
        batch = said if isinstance(said, list) else [said]
        return [update for update in map(to_update, batch) if update is not None]

    # --- taps

    async def _stored(self, receive: Receive, updates: Sequence[Update]) -> bool:
        stored = await super()._stored(receive, updates)
        if stored:
            self._answer_taps(updates)
        return stored

    def _answer_taps(self, updates: Iterable[Update]) -> None:
        """Stop the buttons' spinning, beside everything else."""
        for update in updates:
            if (tap := tap_of(update.payload)) is not None:
                task = asyncio.create_task(self._answer_tap(tap))
                self._taps.add(task)
                task.add_done_callback(self._taps.discard)

    async def _answer_tap(self, tap: str) -> None:
        async with self._tap_places:
            try:
                await self._client.answer_callback_query(tap)
            except ChannelError as error:
                # The real answer travels through the outbox; this one only stops an hourglass.
                _log.debug("telegram: a tap was not answered: %s", error)

    def _is_final(self, error: ChannelError, times: int) -> bool:
        """See `CONFLICTS`."""
        if isinstance(error, Conflict):
            return times >= CONFLICTS
        return super()._is_final(error, times)


def _number(update: object) -> int:
    """An update's number; -1 if it has none."""
    match update:
        case {"update_id": int(number)}:
            return number
    return -1
