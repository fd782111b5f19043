"""Sends what the outbox holds for one channel, people first.

What is sent next is chosen at the moment a place comes free: nothing is claimed ahead, so a person's
answer never stands behind an announcement that was fetched earlier, and what is *sending* in the
tables is what is in flight. Only the process that holds the channel's lease sends, because the rate
belongs to the bot. With nothing to do it sleeps until something is queued or falls due.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import Random

from bot.clock import Clock
from bot.delivery.faults import describe
from bot.delivery.pacer import Pacer
from bot.delivery.papers import Papers
from bot.delivery.picking import Compose, Pick, Picked, pick
from bot.delivery.retry import GiveUp, TryAgain, after_failure, backoff
from bot.domain.channels import Channel
from bot.domain.messages import Lane, Reply
from bot.errors import ChannelError, Misconfigured, OutcomeUnknown, Throttled, Unavailable
from bot.measures import Measures
from bot.storage import Connection, Database, deliveries, leases, outcomes, people
from bot.storage.deliveries import Delivery
from bot.storage.failures import of_the_database
from bot.storage.outcomes import Receipt

_log = logging.getLogger(__name__)

#: Sends under way at once, and how many of them may be bulk: a platform that hangs under a broadcast
#: leaves places for people.
IN_FLIGHT, BULK_IN_FLIGHT = 64, 48
#: Seconds after which a send counts as "nobody knows".
SEND_TIMEOUT = 60.0
#: Seconds for which a lease is taken, and after which it is renewed.
LEASE, RENEW = 15.0, 5.0
NEVER = datetime.max.replace(tzinfo=UTC)
#: Sends in a row that the platform could not take, after which the channel as a whole backs off.
OUTAGE = 5
#: Seconds between two tries to write down an outcome, and of a loop after an unexpected error.
PAUSE = 1.0
#: Seconds until a wording that failed is tried again.
REWORD = 60.0


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
    ) -> None:
        self._database = database
        self._channel = channel
        self._compose = compose
        self._papers = papers
        self._clock = clock
        self._chance = chance
        self._measures = measures or Measures()
        self._pacer = Pacer(channel.capabilities)
        self._lease = f"dispatcher:{channel.name}"
        self._holder = leases.this_process()
        self._leading = False
        self._renew_at: float = 0
        self._signal = asyncio.Event()
        self._round = asyncio.Lock()  # so that a stop does not overtake a round
        self._look_at: datetime | None = None  # nothing else is due before; None: look now
        self._sends: dict[asyncio.Task[None], bool] = {}  # in flight, and whether it is bulk
        self._receipts: list[Receipt] = []  # of sends that are not yet written down
        self._acknowledging = asyncio.Lock()
        self._unavailable = 0  # sends in a row that the platform could not take
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

        room = IN_FLIGHT - len(self._sends)
        slots = self._pacer.slots(stopwatch)
        free = min(room, self._pacer.free(stopwatch))
        if free <= 0:
            return _Rest(seconds=self._pacer.free_in(stopwatch) if room > 0 else None, until=until)
        bulk_room = BULK_IN_FLIGHT - sum(self._sends.values())
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
        )
        picked = await self._database.write(partial(pick, request=request))
        self._start(picked)
        if picked.exhausted and not self._signal.is_set():
            self._look_at = picked.next_due or NEVER
            return _Rest(until=min(until, picked.next_due or NEVER), settled=True)
        if picked.exhausted or len(picked.ready) == free or picked.bulk_count < request.bulk_places:
            return _Rest(seconds=0)  # something was queued or ended meanwhile, or there is more
        # Only bulk may be left: it waits for its slot, or for a place in flight.
        return _Rest(
            seconds=self._pacer.slot_in(stopwatch) if picked.bulk_count < bulk_room else None, until=until
        )

    async def _lead(self) -> datetime | None:
        """Hold the channel's lease; else the moment to ask for it again."""
        stopwatch = self._clock.monotonic()
        if self._leading and stopwatch < self._renew_at:
            return None

        def work(conn: Connection) -> tuple[leases.Lease, int, datetime | None]:
            lease = leases.acquire(
                conn, self._lease, self._holder, self._clock.now(), self._clock.after(LEASE)
            )
            if lease.holder != self._holder or self._leading:
                return lease, 0, None
            name = self._channel.name
            return lease, outcomes.recover(conn, name), deliveries.throttled_until(conn, name)

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
        self._pacer.reserve(answers=len(picked.ready) - picked.bulk_count, bulk=picked.bulk_count)
        for delivery, reply in picked.ready:
            task = asyncio.create_task(self._send(delivery, reply))
            self._sends[task] = delivery.lane is not Lane.ANSWER
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._sends[task]
        self.wake()
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("%s: a send ended badly: %s", self._channel.name, describe(error))

    # --- one send

    async def _send(self, delivery: Delivery, reply: Reply) -> None:
        """Send one message and write down what came of it."""
        started = False
        try:
            reply, content = await self._papers.attach(reply)
            now = self._clock.now()
            if delivery.expires_at is not None and delivery.expires_at <= now:
                await self._record(partial(outcomes.expired, delivery_id=delivery.id, now=now))
                return
            started = True
            self._pacer.start(delivery.chat, self._clock.monotonic())
            ref = await self._call(delivery, reply, content)
        except ChannelError as error:
            await self._failed(delivery, error)
        else:
            self._unavailable = 0
            self._measures.sent(self._channel.name, self._clock.now())
            await self._acknowledge(Receipt(delivery_id=delivery.id, message_ref=ref, at=self._clock.now()))
        finally:
            if not started:
                self._pacer.cancel()

    async def _call(self, delivery: Delivery, reply: Reply, content: bytes | None) -> str | None:
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

    async def _failed(self, delivery: Delivery, error: ChannelError) -> None:
        self._measures.failed(self._channel.name, type(error).__name__)
        stopwatch = self._clock.monotonic()
        self._unavailable = self._unavailable + 1 if isinstance(error, Unavailable) else 0
        if isinstance(error, Throttled):
            _log.warning("%s: quiet for %.0f s", self._channel.name, error.retry_after)
            self._pacer.quiet(stopwatch, error.retry_after)
        elif isinstance(error, Misconfigured):
            _log.error("%s stopped, mend it and start again: %s", self._channel.name, error.reason)
            self.stopped_because = error.reason
        elif self._unavailable >= OUTAGE:
            self._pacer.quiet(stopwatch, backoff(self._unavailable - OUTAGE, self._chance))
        now = self._clock.now()
        outcome = after_failure(delivery, error, now, self._chance)
        _log.info("delivery %d: %s: %s", delivery.id, type(error).__name__, error.reason)
        match outcome:
            case TryAgain():
                await self._record(
                    partial(
                        outcomes.failed,
                        delivery_id=delivery.id,
                        retry_at=self._clock.after(outcome.after),
                        reason=outcome.reason,
                        perhaps_delivered=outcome.perhaps_delivered,
                        reword=delivery.body is None,
                    )
                )
            case GiveUp():
                await self._record(partial(_give_up, delivery=delivery, outcome=outcome, now=now))

    async def _acknowledge(self, receipt: Receipt) -> None:
        """Write a receipt down, together with those that come in while the last ones are written."""
        batch = self._receipts
        batch.append(receipt)
        async with self._acknowledging:
            if batch is self._receipts:  # nobody took them along
                self._receipts = []
                await self._record(partial(outcomes.sent, receipts=batch))

    async def _record(self, work: Callable[[Connection], None]) -> None:
        """Write an outcome down, however long the database needs: what is not written is sent again."""
        while True:
            try:
                return await self._database.write(work)
            except Exception as error:
                if self._stopping or not of_the_database(error):
                    raise
                _log.error("%s: outcome not written yet: %s", self._channel.name, describe(error))
            await self._clock.sleep(PAUSE)


def _give_up(conn: Connection, delivery: Delivery, outcome: GiveUp, now: datetime) -> None:
    outcomes.given_up(conn, delivery.id, outcome.reason, now)
    if outcome.contact_lost:
        people.unreachable(conn, delivery.contact_id, outcome.reason, now)
        outcomes.give_up_contact(conn, delivery.contact_id, outcome.reason, now)
