"""What is done about a send that failed: for its message, for everybody else's, and on record."""

import logging
from datetime import datetime
from functools import partial
from random import Random

from bot.clock import Clock
from bot.delivery.faults import mend
from bot.delivery.metering import Meter
from bot.delivery.outage import Outage
from bot.delivery.pacer import Pacer
from bot.delivery.picking import Outgoing
from bot.delivery.recording import Recorder
from bot.delivery.retry import GiveUp, TryAgain, after_failure
from bot.errors import ChannelError, Misconfigured, OutcomeUnknown, QuotaSpent, Throttled, Unavailable
from bot.measures import Measures
from bot.storage import Connection, outcomes, rerouting
from bot.storage.deliveries import Delivery

_log = logging.getLogger(__name__)

#: Seconds that a message of unknown outcome waits at least which was to find out whether an outage is
#: over: others find out next, and it keeps its tries.
ANOTHER_FIRST = 60.0
#: Seconds until a platform is asked again that grants no messages, where that may be no word on the month.
ASK_AGAIN = 3600.0


class Failures:
    """Deals with the failures of one channel's sends."""

    def __init__(
        self,
        channel: str,
        *,
        outage: Outage,
        pacer: Pacer,
        recorder: Recorder,
        meter: Meter,
        clock: Clock,
        chance: Random,
        measures: Measures,
    ) -> None:
        self._name = channel
        self._outage = outage
        self._pacer = pacer
        self._recorder = recorder
        self._meter = meter
        self._clock = clock
        self._chance = chance
        self._measures = measures
        #: why the channel has to stop, a code for the operator; None while it need not
        self.stopped_because: str | None = None

    async def deal_with(self, one: Outgoing, error: ChannelError, *, probed: bool) -> None:
        """`probed`: the message was to find out whether an outage is over."""
        self._measures.failed(self._name, type(error).__name__)
        if isinstance(error, QuotaSpent):
            await self._granted_no_more(one.delivery)
            return
        _log.info("delivery %d: %s: %s", one.delivery.id, type(error).__name__, error.reason)
        answering = await self._tell_everybody(error)
        now = self._clock.now()
        outcome = after_failure(one.delivery, error, now, self._chance, answering=answering)
        if isinstance(outcome, TryAgain):
            wait = max(outcome.after, ANOTHER_FIRST if probed and outcome.perhaps_delivered else 0)
            record = partial(
                outcomes.failed,
                delivery_id=one.delivery.id,
                retry_at=self._clock.after(wait),
                reason=outcome.reason,
                perhaps_delivered=outcome.perhaps_delivered,
                reword=one.delivery.body is None,
            )
        else:
            record = partial(_give_up, delivery=one.delivery, outcome=outcome, now=now)
        await self._recorder.record(record, one.cost if isinstance(error, OutcomeUnknown) else 0)

    async def _tell_everybody(self, error: ChannelError) -> bool:
        """What the failure means for the channel; returns whether the platform answers anybody."""
        match error:
            case Unavailable() | OutcomeUnknown():
                self._outage.failed()
                answering = isinstance(error, Unavailable) or await self._outage.answers()
                if pause := self._outage.pause:
                    self._pacer.quiet(self._clock.monotonic(), pause)
                return answering
            case Throttled():
                _log.warning("%s: quiet for %.0f s", self._name, error.retry_after)
                self._pacer.quiet(self._clock.monotonic(), error.retry_after)
            case Misconfigured():
                _log.error("%s stopped, mend it and start again: %s", self._name, mend(error))
                self.stopped_because = error.reason
        self._outage.took()
        return True

    async def _granted_no_more(self, delivery: Delivery) -> None:
        """The platform takes no more messages this month: this one waits, and nothing is sent in vain."""
        now, stopwatch = self._clock.now(), self._clock.monotonic()
        trusted = self._meter.trusts_refusal(now)
        if not self._pacer.quiet_for(stopwatch):
            _log.error("%s: the platform grants no more messages", self._name)
        if not trusted:
            self._pacer.quiet(stopwatch, ASK_AGAIN)

        def work(conn: Connection) -> int:
            outcomes.put_back(conn, delivery.id, reword=delivery.body is None)
            return self._meter.refused(conn, now) if trusted else 0

        await self._recorder.record(work)


def _give_up(conn: Connection, delivery: Delivery, outcome: GiveUp, now: datetime) -> None:
    if not outcome.contact_lost:
        outcomes.given_up(conn, delivery.id, outcome.reason, now)
        return
    outcomes.put_back(conn, delivery.id, reword=delivery.body is None)  # it may go another way
    rerouting.lost(conn, delivery.contact_id, outcome.reason, now)
