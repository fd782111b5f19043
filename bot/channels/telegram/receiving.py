"""How updates come in: fetched by long polling, or brought to our web server. Stored first, then confirmed.

core.telegram.org/bots/api#getting-updates: an update is handed out until a later offset confirms it; a
webhook call is repeated until it is answered with 2xx. Nothing is confirmed before `Receive` returned.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import partial
from http import HTTPStatus
from random import Random
from typing import Any, TypeVar

from telegram import BotCommand
from telegram.error import TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.failures import Conflict, channel_errors
from bot.channels.telegram.updates import WANTED, tap_of, to_update
from bot.channels.waiting import backoff
from bot.channels.webhooks import Webhook
from bot.clock import Clock
from bot.domain.channels import Receive, Update
from bot.errors import ChannelError, Misconfigured, OutcomeUnknown, Refused, Throttled, Unreachable

_log = logging.getLogger(__name__)

PROOF = "x-telegram-bot-api-secret-token"
#: Seconds for which one question for updates stays open.
LONG_POLL = 25
#: Webhook calls at once, 1–100.
CALLS = 40
#: How often in a row somebody else may have taken the updates: a process that is just being replaced
#: holds its poll for a moment.
CONFLICTS = 3
#: Answers to taps under way at once.
TAPS = 32

T = TypeVar("T")


class Receiver:
    """The receiving half of the channel."""

    def __init__(
        self,
        client: Client,
        *,
        webhook: Webhook | None,
        commands: Mapping[str, str],
        clock: Clock,
        chance: Random,
    ) -> None:
        self._client = client
        self._webhook = webhook
        self._commands = [BotCommand(name, description) for name, description in commands.items()]
        self._clock = clock
        self._chance = chance
        self._receive: Receive | None = None
        self._taps: set[asyncio.Task[None]] = set()
        self._tap_places = asyncio.Semaphore(TAPS)
        self.username: str | None = None

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
        """The bot's user name, for links to it. Raises ChannelError."""
        with channel_errors():
            user = await self._client.get_me()
        self.username = user.username or ""
        return self.username

    async def close(self) -> None:
        """Let the answers to taps go."""
        for task in self._taps:
            task.cancel()
        await asyncio.gather(*self._taps, return_exceptions=True)

    async def _introduce(self) -> None:
        """Say who answers, what one can write, and how updates shall come. What waits is kept.

        Raises Misconfigured if Telegram refuses what the operator has set.
        """
        try:
            await self.identify()
            await self._set_up()
        except (Refused, Unreachable) as refused:
            raise Misconfigured(refused.reason) from refused

    async def _set_up(self) -> None:
        with channel_errors():
            if self._commands:
                await self._client.set_my_commands(self._commands)
            if self._webhook is None:
                await self._client.delete_webhook(drop_pending_updates=False)
            else:
                await self._client.set_webhook(
                    self._webhook.url,
                    secret_token=self._webhook.secret,
                    max_connections=CALLS,
                    allowed_updates=WANTED,
                    drop_pending_updates=False,
                )

    # --- fetching

    async def _poll(self, receive: Receive) -> None:
        offset: int | None = None
        failures = 0
        while True:
            batch = await self._insist(partial(self._fetch, offset))
            if await self._take(receive, batch):
                failures = 0
                # The highest of this batch, not of all times: after a quiet week numbers start anywhere.
                offset = max((_number(update) for update in batch), default=offset or 0) + bool(batch)
            else:
                failures += 1
                await self._clock.sleep(backoff(failures, self._chance))

    async def _fetch(self, offset: int | None) -> list[Any]:
        with channel_errors():
            batch = await self._client.raw_updates(offset, LONG_POLL)
        if batch and all(_number(update) < 0 for update in batch):
            raise OutcomeUnknown("unreadable-answer")
        return batch

    async def _take(self, receive: Receive, batch: Sequence[object]) -> bool:
        """Store updates and answer their taps; False if they were not stored and have to come again."""
        updates = [update for update in map(to_update, batch) if update is not None]
        if not updates:
            return True
        try:
            await receive(updates)
        except Exception as error:  # noqa: BLE001 - whatever failed, the updates are safe with Telegram
            _log.error("telegram: %d updates not stored: %s", len(updates), type(error).__name__)
            _log.debug("telegram: updates not stored", exc_info=error)
            return False
        self._answer_taps(updates)
        return True

    # --- being called

    async def called(self, headers: Mapping[str, str], body: bytes) -> HTTPStatus:
        """See `Telegram.webhook`."""
        if self._webhook is None or self._receive is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        if (refusal := self._webhook.refusal(headers.get(PROOF, ""), body)) is not None:
            return refusal
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            _log.warning("telegram: a call of %d bytes that is no JSON", len(body))
            return HTTPStatus.OK
        stored = await self._take(self._receive, [update])
        return HTTPStatus.OK if stored else HTTPStatus.SERVICE_UNAVAILABLE

    # --- both

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
            except TelegramError as error:
                # The real answer travels through the outbox; this one only stops an hourglass.
                _log.debug("telegram: a tap was not answered: %s", error)

    async def _insist(self, request: Callable[[], Awaitable[T]]) -> T:
        """Repeat a request until Telegram answers it. Raises Misconfigured if it never will."""
        failures = conflicts = 0
        while True:
            try:
                return await request()
            except Conflict as conflict:
                conflicts += 1
                if conflicts >= CONFLICTS:
                    raise
                failure: ChannelError = conflict
            except Misconfigured:
                raise
            except ChannelError as error:
                failure = error
            failures += 1
            wait = failure.retry_after if isinstance(failure, Throttled) else backoff(failures, self._chance)
            _log.warning("telegram: %s, trying again in %.0f s", failure.reason, wait)
            await self._clock.sleep(wait)


def _number(update: object) -> int:
    """An update's number; -1 if it has none."""
    match update:
        case {"update_id": int(number)}:
            return number
    return -1
