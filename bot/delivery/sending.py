"""One send: what leaves, and what is written down of it."""

import asyncio
import logging
from functools import partial

from bot.clock import Clock
from bot.delivery.failures import Failures
from bot.delivery.faults import describe
from bot.delivery.outage import Outage
from bot.delivery.pacer import Pacer
from bot.delivery.papers import Papers
from bot.delivery.picking import Outgoing
from bot.delivery.recording import Recorder
from bot.domain.channels import Channel
from bot.domain.messages import Reply
from bot.errors import ChannelError, OutcomeUnknown
from bot.measures import Measures
from bot.storage import outcomes
from bot.storage.deliveries import Delivery
from bot.storage.outcomes import Receipt

_log = logging.getLogger(__name__)

#: Seconds after which a send counts as "nobody knows".
SEND_TIMEOUT = 60.0


class Sender:
    """Sends what was picked for one channel."""

    def __init__(
        self,
        channel: Channel,
        *,
        papers: Papers,
        recorder: Recorder,
        pacer: Pacer,
        outage: Outage,
        failures: Failures,
        clock: Clock,
        measures: Measures,
    ) -> None:
        self._channel = channel
        self._papers = papers
        self._recorder = recorder
        self._pacer = pacer
        self._outage = outage
        self._failures = failures
        self._clock = clock
        self._measures = measures

    async def send(self, one: Outgoing, *, probes: bool) -> None:
        """Send one message and write down what came of it. `probes`: it is to tell if an outage is over."""
        delivery, started = one.delivery, False
        try:
            reply, content = await self._papers.attach(one.reply)
            now = self._clock.now()
            if delivery.expires_at is not None and delivery.expires_at <= now:
                await self._recorder.record(partial(outcomes.expired, delivery_id=delivery.id, now=now))
                return
            started = True
            ref = await self._call(delivery, reply, content)
        except ChannelError as error:
            await self._failures.deal_with(one, error, probed=probes)
        else:
            self._outage.took()
            now = self._clock.now()
            self._measures.sent(self._channel.name, now)
            receipt = Receipt(delivery_id=delivery.id, message_ref=ref, at=now, cost=one.cost)
            await self._recorder.sent(receipt)
        finally:
            if not started:
                self._pacer.cancel()

    async def _call(self, delivery: Delivery, reply: Reply, content: bytes | None) -> str | None:
        number = self._pacer.start(delivery.chat, self._clock.monotonic())
        try:
            async with asyncio.timeout(SEND_TIMEOUT):
                return await self._channel.send(delivery.chat, reply, content)
        except ChannelError:
            raise
        except TimeoutError as error:
            raise OutcomeUnknown("timeout") from error
        except Exception as error:
            _log.error("delivery %d: the channel failed: %s", delivery.id, describe(error))
            raise OutcomeUnknown(type(error).__name__) from error
        finally:
            self._pacer.answered(number, self._clock.monotonic())
