"""Whether a channel as a whole is away.

An outage is the channel's, not a message's: what cannot be sent while it lasts keeps its tries. Whether a
send was left unanswered because of its message or because the platform answers nobody is found out by a
question that changes nothing; while that is not answered either, no message leaves.
"""

import asyncio
import logging
from random import Random

from bot.delivery.faults import describe
from bot.delivery.retry import backoff
from bot.domain.channels import Channel
from bot.errors import ChannelError, OutcomeUnknown, Unavailable

_log = logging.getLogger(__name__)

#: Sends in a row that the platform did not take, or did not answer, after which the channel as a whole
#: backs off, also if it answers questions: one message at a time finds out whether it is over.
OUTAGE = 5
#: Seconds after which a question counts as unanswered.
PATIENCE = 30.0


class Outage:
    """One channel's, as far as its sends and our questions have shown."""

    def __init__(self, channel: Channel, chance: Random) -> None:
        self._channel = channel
        self._chance = chance
        self._failures = 0  # sends in a row that did not succeed for reasons of the platform
        self._unanswered = 0  # questions in a row
        self._asking = asyncio.Lock()

    @property
    def lasts(self) -> bool:
        """Whether no more than one message at a time may leave."""
        return self._failures >= OUTAGE

    @property
    def is_silent(self) -> bool:
        """Whether no message may leave before a question is answered."""
        return self._unanswered > 0

    @property
    def pause(self) -> float:
        """Seconds for which nothing is to be sent or asked now."""
        if self.is_silent:
            return backoff(self._unanswered - 1, self._chance)
        return backoff(self._failures - OUTAGE, self._chance) if self.lasts else 0.0

    def took(self) -> None:
        """The platform took a send, or refused it: it works."""
        self._failures = 0
        self._heard(True)

    def failed(self) -> None:
        """The platform was not there for a send, or did not answer it."""
        self._failures += 1

    async def answers(self) -> bool:
        """Whether the platform answers anybody, after a send that it left unanswered."""
        async with self._asking:
            if not self.is_silent:
                await self._ask()
        return not self.is_silent

    async def ask_again(self) -> None:
        """Find out whether the silence is over."""
        async with self._asking:
            await self._ask()

    async def _ask(self) -> None:
        answered = True  # a refusal is an answer
        try:
            async with asyncio.timeout(PATIENCE):
                await self._channel.identify()
        except (Unavailable, OutcomeUnknown, TimeoutError):
            answered = False
        except ChannelError as error:
            _log.info("%s: asked for its name: %s", self._channel.name, error.reason)
        except Exception as error:  # noqa: BLE001 - what is wrong with us must not keep messages back
            _log.error("%s: asking for its name failed: %s", self._channel.name, describe(error))
        self._heard(answered)

    def _heard(self, answer: bool) -> None:
        was_silent = self.is_silent
        self._unanswered = 0 if answer else self._unanswered + 1
        if self.is_silent != was_silent:
            now = "does not answer" if self.is_silent else "answers again"
            _log.warning("%s: the platform %s", self._channel.name, now)
