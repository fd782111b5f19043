"""Sends what the outbox holds for one channel, people first.

What is sent next is chosen at the moment a place comes free: nothing is claimed ahead, so a person's
answer never stands behind an announcement that was fetched earlier, and what is *sending* in the
tables is what is in flight. Only the process that holds the channel's lease sends, because the rate
belongs to the bot. With nothing to do it sleeps until something is queued or falls due.
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import Random

from bot.clock import Clock
from bot.delivery.faults import describe, mend
from bot.delivery.holding import LEASE, RENEW
from bot.delivery.metering import Meter
from bot.delivery.pacer import Pacer
from bot.delivery.papers import Papers
from bot.delivery.picking import Compose, Outgoing, Pick, Picked, pick
from bot.delivery.recording import Recorder
from bot.delivery.retry import GiveUp, TryAgain, after_failure, backoff
from bot.domain.channels import Channel
from bot.domain.messages import Reply
from bot.errors import (
    ChannelError,
    Misconfigured,
    OutcomeUnknown,
    QuotaSpent,
    Throttled,
    Unavailable,
)
from bot.measures import Measures
from bot.storage import Connection, Database, deliveries, leases, outcomes, rerouting
from bot.storage.deliveries import Delivery
from bot.storage.failures import of_the_database
from bot.storage.outcomes import Receipt

_log = logging.getLogger(__name__)

#: Sends under way at once, and how many of them may be bulk: a platform that hangs under a broadcast
#: leaves places for people.
IN_FLIGHT, BULK_IN_FLIGHT = 64, 48
#: Seconds after which a send counts as "nobody knows".
SEND_TIMEOUT = 60.0
#: Seconds between two looks for what other processes on the same database have queued.
LOOK = 0.5
NEVER = datetime.max.replace(tzinfo=UTC)
#: Sends in a row that the platform did not take, or did not answer, after which the channel as a whole
#: backs off: while nothing is sent no message uses up its tries.
OUTAGE = 5
#: Seconds that a message of unknown outcome waits at least which was to find out whether an outage is
#: over: others find out next, and it keeps its tries.
ANOTHER_FIRST = 60.0
#: Seconds that the loop rests after an unexpected error.
PAUSE = 1.0
#: Seconds until a wording that failed is tried again.
REWORD = 60.0
#: Seconds until a platform is asked again that grants no messages, where that may be no word on the month.
ASK_AGAIN = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rest:
    """How long there is nothing to start. Without limits: until something in flight ends."""

    seconds: float | None = None
    until: datetime | None = None
    settled: bool = False  #: nothing will start before `until`, or the end of a pause


class Dispatcher:
    """The one sender of a channel."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        *,
        compose: Compose,
        papers: Papers,
        clock: Clock,
        chance: Random,
        measures: Measures | None = None,
        meter: Meter | None = None,
    ) -> None:
        self._database = database
        self._channel = channel
        self._meter = meter or Meter(channel=channel)
        self._compose = compose
        self._papers = papers
        self._clock = clock
        self._chance = chance
        self._measures = measures or Measures()
        self._recorder = Recorder(database, self._meter, clock, self._measures)
        self._pacer = Pacer(channel.capabilities)
        self._lease = f"dispatcher:{channel.name}"
        self._holder = leases.this_process()
        self._leading = False
        self._renew_at: float = 0
        self._signal = asyncio.Event()
        self._round = asyncio.Lock()  # so that a stop does not overtake a round
        self._look_at: datetime | None = None  # nothing else is due before; None: look now
        self._sends: dict[asyncio.Task[None], Outgoing] = {}  # in flight
        self._unavailable = 0  # sends in a row that did not succeed for reasons of the platform
        self._stopping = False
        #: why the channel stopped, a code for the operator; None while it works
        self.stopped_because: str | None = None

    def wake(self) -> None:
        """Something was queued or ended: look again."""
        self._look_at = None
        self._signal.set()

    async def run(self) -> None:
        """Send until stopped. Returns early, with `stopped_because` set, if the operator has to mend
        something first; what waits is kept."""
        while not self._stopping and self.stopped_because is None:
            try:
                rest = await self._step()
            except Exception as error:  # noqa: BLE001 - one bad round must not end the sending
                if of_the_database(error):
                    self._measures.unwritten_at = self._clock.now()
                _log.error("%s: round failed: %s", self._channel.name, describe(error))
                rest = _Rest(seconds=PAUSE)
            await self._clock.wait(self._signal, seconds=rest.seconds, until=rest.until)

    async def drain(self) -> None:
        """Send everything that is due now, at the channel's pace, and return when it is settled.

        Does not wait for retries that are due later, nor for the end of a pause the platform asked for.
        """
        while not self._stopping and self.stopped_because is None:
            rest = await self._step()
            if rest.settled and not self._sends:
                return
            await self._clock.wait(self._signal, seconds=None if rest.settled else rest.seconds)
        await self._finish_sends()

    async def stop(self, seconds: float) -> None:
        """Start nothing more, let what is in flight end within so many seconds, give the lease back.

        What does not end in time stays *sending*: the next dispatcher sends it again and counts it.
        """
        self._stopping = True
        self._recorder.patient = False
        self._signal.set()
        try:
            async with asyncio.timeout(seconds):
                async with self._round:
                    await self._finish_sends()
        except TimeoutError:
            _log.warning("%s: %d sends cut off by the stop", self._channel.name, len(self._sends))
            for task in self._sends:
                task.cancel()
            await asyncio.gather(*self._sends, return_exceptions=True)
        if self._leading:
            await self._database.write(partial(leases.release, name=self._lease, holder=self._holder))
            self._leading = False

    async def _finish_sends(self) -> None:
        while self._sends:
            await asyncio.wait(self._sends)

    # --- one round

    async def _step(self) -> _Rest:
        """Start what may start now; say how long to rest."""
        async with self._round:
            if self._stopping:
                return _Rest(settled=True)
            self._signal.clear()
            return await self._start_due()

    async def _start_due(self) -> _Rest:
        if (wait := await self._lead()) is not None:
            return _Rest(until=wait, settled=True)
        stopwatch = self._clock.monotonic()
        until = self._clock.after(max(0.0, self._renew_at - stopwatch))
        if quiet := self._pacer.quiet_for(stopwatch):
            return _Rest(seconds=quiet, until=until, settled=True)
        now = self._clock.now()
        if self._look_at is not None and now < self._look_at:
            return _Rest(until=min(until, self._look_at), settled=True)

        # After an outage one message finds out whether it is over: the others keep their tries.
        room = (1 if self._unavailable >= OUTAGE else IN_FLIGHT) - len(self._sends)
        slots = self._pacer.slots(stopwatch)
        free = min(room, self._pacer.free(stopwatch))
        if free <= 0:
            return _Rest(seconds=self._pacer.free_in(stopwatch) if room > 0 else None, until=until)
        bulk_room = BULK_IN_FLIGHT - sum(one.is_bulk for one in self._sends.values())
        request = Pick(
            channel=self._channel.name,
            now=now,
            places=free,
            bulk_places=max(0, min(bulk_room, slots)),
            cooling={
                chat: self._clock.after(seconds) for chat, seconds in self._pacer.cooling(stopwatch).items()
            },
            compose=self._compose,
            reword_at=self._clock.after(REWORD),
            meter=self._meter,
            in_flight=sum(one.cost for one in self._sends.values()),
        )
        picked = await self._database.write(partial(self._pick, request=request))
        if picked is None:
            self._renew_at = stopwatch  # ask for it at once
            return _Rest(seconds=0)
        self._start(picked)
        if picked.exhausted and not self._signal.is_set():
            self._look_at = picked.next_due or NEVER
            if self._database.shared:
                self._look_at = min(self._look_at, self._clock.after(LOOK))
            return _Rest(until=min(until, self._look_at), settled=True)
        if picked.exhausted or len(picked.ready) == free or picked.bulk_count < request.bulk_places:
            return _Rest(seconds=0)  # something was queued or ended meanwhile, or there is more
        # Only bulk may be left: it waits for its slot, or for a place in flight.
        return _Rest(
            seconds=self._pacer.slot_in(stopwatch) if picked.bulk_count < bulk_room else None, until=until
        )

    def _pick(self, conn: Connection, request: Pick) -> Picked | None:
        """What is sent next; None if the lease was lost, as by a process that stood still for a while.

        Whoever has it now has taken back what was in flight: nothing may be claimed behind its back.
        """
        return pick(conn, request) if leases.is_held(conn, self._lease, self._holder) else None

    async def _lead(self) -> datetime | None:
        """Hold the channel's lease; else the moment to ask for it again."""
        stopwatch = self._clock.monotonic()
        if self._leading and stopwatch < self._renew_at:
            return None

        def work(conn: Connection) -> tuple[leases.Lease, int, datetime | None]:
            lease = leases.acquire(
                conn, self._lease, self._holder, self._clock.now(), self._clock.after(LEASE)
            )
            if lease.holder != self._holder or lease.renewed:
                return lease, 0, None
            name = self._channel.name
            recovered = self._meter.recover(conn, self._clock.now())
            return lease, recovered, deliveries.throttled_until(conn, name)

        lease, recovered, quiet_until = await self._database.write(work)
        if lease.holder != self._holder:
            if self._leading:
                _log.warning("%s: another process sends now", self._channel.name)
            self._leading = False
            return min(lease.until, self._clock.after(RENEW))
        if recovered:
            _log.warning("%s: %d sends of unknown outcome taken back", self._channel.name, recovered)
        if quiet_until is not None:
            self._pacer.quiet(stopwatch, (quiet_until - self._clock.now()).total_seconds())
        self._leading = True
        self._renew_at = stopwatch + RENEW
        return None

    def _start(self, picked: Picked) -> None:
        answers = len(picked.ready) - picked.bulk_count
        self._pacer.reserve(self._clock.monotonic(), answers=answers, bulk=picked.bulk_count)
        for one in picked.ready:
            task = asyncio.create_task(self._send(one, probes=self._unavailable >= OUTAGE))
            self._sends[task] = one
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._sends[task]
        self.wake()
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("%s: a send ended badly: %s", self._channel.name, describe(error))

    # --- one send

    async def _send(self, one: Outgoing, *, probes: bool) -> None:
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
        except QuotaSpent:
            await self._granted_no_more(delivery)
        except ChannelError as error:
            await self._failed(one, error, probed=probes)
        else:
            self._unavailable = 0
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

    async def _failed(self, one: Outgoing, error: ChannelError, *, probed: bool) -> None:
        delivery = one.delivery
        self._measures.failed(self._channel.name, type(error).__name__)
        stopwatch = self._clock.monotonic()
        failed = isinstance(error, Unavailable | OutcomeUnknown)
        self._unavailable = self._unavailable + 1 if failed else 0
        if isinstance(error, Throttled):
            _log.warning("%s: quiet for %.0f s", self._channel.name, error.retry_after)
            self._pacer.quiet(stopwatch, error.retry_after)
        elif isinstance(error, Misconfigured):
            _log.error("%s stopped, mend it and start again: %s", self._channel.name, mend(error))
            self.stopped_because = error.reason
        if self._unavailable >= OUTAGE:
            self._pacer.quiet(stopwatch, backoff(self._unavailable - OUTAGE, self._chance))
        now = self._clock.now()
        outcome = after_failure(delivery, error, now, self._chance)
        _log.info("delivery %d: %s: %s", delivery.id, type(error).__name__, error.reason)
        uses_a_try = isinstance(error, OutcomeUnknown)
        cost = one.cost if uses_a_try else 0
        match outcome:
            case TryAgain():
                wait = max(outcome.after, ANOTHER_FIRST) if probed and uses_a_try else outcome.after
                await self._recorder.record(
                    partial(
                        outcomes.failed,
                        delivery_id=delivery.id,
                        retry_at=self._clock.after(wait),
                        reason=outcome.reason,
                        perhaps_delivered=outcome.perhaps_delivered,
                        reword=delivery.body is None,
                    ),
                    cost,
                )
            case GiveUp():
                give_up = partial(_give_up, delivery=delivery, outcome=outcome, now=now)
                await self._recorder.record(give_up, cost)

    async def _granted_no_more(self, delivery: Delivery) -> None:
        """The platform takes no more messages this month: this one waits, and nothing is sent in vain."""
        now, stopwatch, name = self._clock.now(), self._clock.monotonic(), self._channel.name
        self._measures.failed(name, QuotaSpent.__name__)
        trusted = self._meter.trusts_refusal(now)
        if not self._pacer.quiet_for(stopwatch):
            _log.error("%s: the platform grants no more messages", name)
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
