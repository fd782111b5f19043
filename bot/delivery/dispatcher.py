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
from bot.delivery.failures import Failures
from bot.delivery.faults import describe
from bot.delivery.holding import LEASE, RENEW
from bot.delivery.metering import Meter
from bot.delivery.outage import Outage
from bot.delivery.pacer import Pacer
from bot.delivery.papers import Papers
from bot.delivery.picking import Compose, Outgoing, Pick, Picked, pick
from bot.delivery.recording import Recorder
from bot.delivery.sending import Sender
from bot.domain.channels import Channel
from bot.measures import Measures
from bot.storage import Connection, Database, deliveries, leases
from bot.storage.failures import of_the_database

_log = logging.getLogger(__name__)

#: Sends under way at once, and how many of them may be bulk: a platform that hangs under a broadcast
#: leaves places for people.
IN_FLIGHT, BULK_IN_FLIGHT = 64, 48
#: Seconds between two looks for what other processes on the same database have queued.
LOOK = 0.5
NEVER = datetime.max.replace(tzinfo=UTC)
#: Seconds that the loop rests after an unexpected error.
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
        meter: Meter | None = None,
    ) -> None:
        self._database = database
        self._channel = channel
        self._meter = meter or Meter(channel=channel)
        self._compose = compose
        self._clock = clock
        self._measures = measures = measures or Measures()
        self._recorder = Recorder(database, self._meter, clock, measures)
        self._pacer = Pacer(channel.capabilities)
        self._outage = Outage(channel, chance)
        self._failures = Failures(
            channel.name,
            outage=self._outage,
            pacer=self._pacer,
            recorder=self._recorder,
            meter=self._meter,
            clock=clock,
            chance=chance,
            measures=measures,
        )
        self._sender = Sender(
            channel,
            papers=papers,
            recorder=self._recorder,
            pacer=self._pacer,
            outage=self._outage,
            failures=self._failures,
            clock=clock,
            measures=measures,
        )
        self._lease = f"dispatcher:{channel.name}"
        self._holder = leases.this_process()
        self._leading = False
        self._renew_at: float = 0
        self._signal = asyncio.Event()
        self._round = asyncio.Lock()  # so that a stop does not overtake a round
        self._look_at: datetime | None = None  # nothing else is due before; None: look now
        self._sends: dict[asyncio.Task[None], Outgoing] = {}  # in flight
        self._question: asyncio.Task[None] | None = None  # to a platform that has fallen silent
        self._stopping = False

    @property
    def stopped_because(self) -> str | None:
        """Why the channel stopped, a code for the operator; None while it works."""
        return self._failures.stopped_because

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
        if self._question is not None:
            self._question.cancel()
            await asyncio.wait({self._question})
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
        if self._outage.is_silent:
            self._ask()
            return _Rest(until=until)
        now = self._clock.now()
        if self._look_at is not None and now < self._look_at:
            return _Rest(until=min(until, self._look_at), settled=True)

        # After an outage one message finds out whether it is over: the others keep their tries.
        room = (1 if self._outage.lasts else IN_FLIGHT) - len(self._sends)
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
            task = asyncio.create_task(self._sender.send(one, probes=self._outage.lasts))
            self._sends[task] = one
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._sends[task]
        self.wake()
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("%s: a send ended badly: %s", self._channel.name, describe(error))

    def _ask(self) -> None:
        """Ask a silent platform whether it is there again, unless it is being asked."""
        if self._question is not None:
            return

        async def ask() -> None:
            await self._outage.ask_again()
            self._pacer.quiet(self._clock.monotonic(), self._outage.pause)

        self._question = asyncio.create_task(ask())
        self._question.add_done_callback(self._asked)

    def _asked(self, question: asyncio.Task[None]) -> None:
        self._question = None
        self.wake()
        if not question.cancelled() and (error := question.exception()) is not None:
            _log.error("%s: a question ended badly: %s", self._channel.name, describe(error))
