"""The receiving half of a channel: what is the same for every platform that people write on.

Updates are fetched by long polling, or brought to our web server, and stored before anything else is done
about them. How the platform is asked, and what its updates look like, is told by the class of each.
"""

import asyncio
import json
import logging
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from random import Random
from typing import Any, ClassVar, TypeVar

from bot.channels.waiting import backoff
from bot.channels.webhooks import Webhook
from bot.clock import Clock
from bot.domain.channels import Receive, Update
from bot.errors import ChannelError, Misconfigured, QuotaSpent, Refused, Throttled, Unreachable

_log = logging.getLogger(__name__)

#: Seconds between two questions where a month's messages are used up, should that ever stop polls too.
_SPENT = 600.0

T = TypeVar("T")


class PlatformReceiver(ABC):
    """Receives for one bot. `name`: of its channel; `webhook` None: updates are fetched."""

    #: The header, in lower case, in which the platform shows the secret of our webhook.
    proof: ClassVar[str]

    def __init__(self, name: str, *, webhook: Webhook | None, clock: Clock, chance: Random) -> None:
        self._name = name
        self._webhook = webhook
        self._clock = clock
        self._chance = chance
        self._receive: Receive | None = None

    # --- what each platform has of its own

    @abstractmethod
    async def identify(self) -> str:
        """The bot's name, for links to it. Raises ChannelError."""

    @abstractmethod
    async def _set_up(self) -> None:
        """Say how updates shall come. What waits is kept. Raises ChannelError."""

    @abstractmethod
    async def _poll(self, receive: Receive) -> None:
        """Fetch updates and store them until cancelled."""

    @abstractmethod
    def _updates_of(self, said: object) -> list[Update]:
        """What has to be stored of a call's body, read as JSON."""

    # --- what is the same

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

    async def called(self, headers: Mapping[str, str], body: bytes) -> HTTPStatus:
        """Take one call of the platform's to our web server: see `webhook` of the channel."""
        if self._webhook is None or self._receive is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        if (refusal := self._webhook.refusal(headers.get(self.proof, ""), body)) is not None:
            return refusal
        try:
            said: Any = json.loads(body)
        except (ValueError, RecursionError):
            _log.warning("%s: a call of %d bytes that is no JSON", self._name, len(body))
            return HTTPStatus.OK
        stored = await self._stored(self._receive, self._updates_of(said))
        return HTTPStatus.OK if stored else HTTPStatus.SERVICE_UNAVAILABLE

    async def _introduce(self) -> None:
        """Look whether the token is good, and say how updates shall come.

        Raises Misconfigured if the platform refuses what the operator has set.
        """
        try:
            await self.identify()
            await self._set_up()
        except (Refused, Unreachable) as refused:
            raise Misconfigured(refused.reason) from refused

    async def _stored(self, receive: Receive, updates: Sequence[Update]) -> bool:
        """Whether updates are in the inbox; else they have to be stored again."""
        if not updates:
            return True
        try:
            await receive(updates)
        except Exception as error:  # noqa: BLE001 - whatever failed, the updates are not lost by it
            _log.error("%s: %d updates not stored: %s", self._name, len(updates), type(error).__name__)
            _log.debug("%s: updates not stored", self._name, exc_info=error)
            return False
        return True

    async def _insist(self, request: Callable[[], Awaitable[T]]) -> T:
        """Repeat a request until the platform answers it. Raises Misconfigured if it never will."""
        failures: Counter[type[ChannelError]] = Counter()
        while True:
            try:
                return await request()
            except ChannelError as error:
                failures[type(error)] += 1
                if self._is_final(error, failures[type(error)]):
                    raise
                wait = self._pause(error, failures.total())
                _log.warning("%s: %s, trying again in %.0f s", self._name, error.reason, wait)
            await self._clock.sleep(wait)

    def _is_final(self, error: ChannelError, _times: int) -> bool:
        """Whether a failure that came so many times is for the operator."""
        return isinstance(error, Misconfigured)

    def _pause(self, error: ChannelError, failures: int) -> float:
        """Seconds until a request is repeated after so many failures in a row."""
        match error:
            case Throttled():
                return error.retry_after
            case QuotaSpent():
                return _SPENT
        return backoff(failures, self._chance)
