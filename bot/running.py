"""What runs: every part, kept running side by side until it is told to stop."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.routing import BaseRoute

from bot.channels.webchat import WebChat
from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.faults import describe, mend
from bot.delivery.holding import Holding
from bot.delivery.inbox import InboxWorkers
from bot.delivery.link_checks import LinkChecker
from bot.delivery.lists import ListReader
from bot.delivery.papers import Papers
from bot.delivery.retry import LONGEST_WAIT
from bot.domain.channels import Channel
from bot.domain.deadlines import VIETNAM
from bot.domain.messages import Lane
from bot.domain.quotas import Quota
from bot.errors import Misconfigured
from bot.measures import Measures
from bot.reminders import planner
from bot.storage import Database, files, retention, set_back, shards
from bot.storage.backlog import Backlog, backlog
from bot.texts import Texts
from bot.web.pages import Pages

_log = logging.getLogger(__name__)

#: Seconds between two looks at what is due. Each looks at the tables, so a late or double one harms nothing.
TICK = 20
#: Seconds after which everything that failed once is tried again, whatever failed: what would wait for
#: longer was written by a clock that was wrong.
LONGEST_RETRY = 2 * LONGEST_WAIT
#: Seconds without a single send, while something is due, after which a channel counts as stuck.
STUCK_AFTER = 300.0
#: Seconds that what is in flight gets to finish in when the program is told to stop.
GRACE = 5.0


@dataclass(slots=True, kw_only=True)
class App:
    """Everything that runs, joined."""

    database: Database
    clock: Clock
    texts: Texts
    channels: Mapping[str, Channel]
    workers: InboxWorkers
    dispatchers: Mapping[str, Dispatcher]
    lists: ListReader
    link_checks: LinkChecker | None
    web: WebChat
    pages: Pages
    papers: Papers
    routes: list[BaseRoute]
    measures: Measures
    quotas: Mapping[str, Quota]  #: of the channels that have one
    stuck_after: float = STUCK_AFTER
    _ticking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _alarm: asyncio.Event = field(default_factory=asyncio.Event)
    _deaf: set[str] = field(default_factory=set)  #: channels that stopped receiving

    async def tick(self) -> int:
        """Open what is due to open and queue the reminders that are due; returns how many."""
        async with self._ticking:
            queued = await planner.tick(self.database, self.clock.now(), metered=self.quotas)
            self.measures.planned_at = self.clock.now()
        self.wake()  # another process (a command, another server) may have queued or resumed something
        return queued

    def wake(self) -> None:
        for dispatcher in self.dispatchers.values():
            dispatcher.wake()

    async def drain(self) -> None:
        """Handle everything that waits and send everything that is due, then return: for demos and tests."""
        await self.workers.drain()
        await self.lists.drain()
        if self.link_checks is not None:
            await self.link_checks.drain()
        await self.workers.drain()
        # What a spent quota does not let go may go by another channel, which is drained after it.
        for name in sorted(self.dispatchers, key=lambda name: name not in self.quotas):
            await self.dispatchers[name].drain()

    async def ready(self) -> Mapping[str, bool]:
        """What works and what does not, by name."""
        parts = {
            name: dispatcher.stopped_because is None and name not in self._deaf
            for name, dispatcher in self.dispatchers.items()
        }
        try:
            waiting = await self.backlog()
            parts["database"] = not self._failed_lately()
            parts |= {f"outbox:{name}": False for name in self.stuck(waiting)}
            parts |= {
                f"quota:{name}": False for name in self.quotas if self._spent(waiting, name, Lane.ANSWER)
            }
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer is: not ready
            _log.error("the database does not answer: %s", describe(error))
            parts["database"] = False
        return parts

    def _failed_lately(self) -> bool:
        """Whether the database did not take something, a moment ago: reading goes on when a disk is full."""
        at = self.measures.unwritten_at
        return at is not None and self.clock.now() < at + timedelta(seconds=TICK)

    async def users(self) -> Mapping[str, int]:
        """How many people the bots have that may have only so many, by channel."""
        names = [name for name, channel in self.channels.items() if channel.capabilities.users]
        return await self.database.read(partial(shards.users, names=names))

    async def backlog(self) -> Backlog:
        """What waits to be handled and to be sent."""
        return await self.database.read(partial(backlog, now=self.clock.now()))

    def stuck(self, waiting: Backlog) -> set[str]:
        """The channels that have something due and have sent nothing for longer than is normal."""
        latest = self.clock.now() - timedelta(seconds=self.stuck_after)
        return {
            queue.channel
            for queue in waiting.queues
            if self.measures.quiet_since(queue.channel, queue.oldest_due_at) < latest
            and not self._spent(waiting, queue.channel, queue.lane)
        }

    def _spent(self, waiting: Backlog, channel: str, lane: Lane) -> bool:
        """Whether what waits in a lane waits for the next month."""
        quota = self.quotas.get(channel)
        return quota is not None and not quota.left(lane, waiting.sent.get(channel, 0))

    async def run(self, stop: asyncio.Event) -> None:
        """Receive, answer, remind and send until `stop`; then finish what is in flight."""
        scheduler = AsyncIOScheduler(timezone=VIETNAM)
        # The truth is in the tables: a tick that comes late, twice or not at all changes nothing.
        scheduler.add_job(
            self._ring, "interval", seconds=TICK, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        scheduler.start()
        tasks = [
            asyncio.create_task(self._tick_at_each_alarm()),
            asyncio.create_task(self.workers.run()),
            asyncio.create_task(self.lists.run()),
            *([] if self.link_checks is None else [asyncio.create_task(self.link_checks.run())]),
            *(asyncio.create_task(dispatcher.run()) for dispatcher in self.dispatchers.values()),
        ]
        receiving = [
            asyncio.create_task(self._receive(name, channel)) for name, channel in self.channels.items()
        ]
        try:
            await stop.wait()
        finally:
            scheduler.shutdown(wait=False)
            for task in receiving:
                task.cancel()
            await self._finish()
            for task in (*tasks, *receiving):
                task.cancel()
            await asyncio.gather(*tasks, *receiving, return_exceptions=True)

    async def _finish(self) -> None:
        """Let the turns under way commit and the sends in flight end, all channels side by side."""
        ends_at = self.clock.monotonic() + GRACE
        await self.workers.stop(GRACE)
        left = max(0.0, ends_at - self.clock.monotonic())
        stops = [dispatcher.stop(left) for dispatcher in self.dispatchers.values()]
        for error in await asyncio.gather(*stops, return_exceptions=True):
            if isinstance(error, Exception):  # a lease that was not given back runs out by itself
                _log.error("stopped badly: %s", describe(error))

    async def _receive(self, name: str, channel: Channel) -> None:
        run = partial(channel.run, self.workers.receive(name))
        try:
            if channel.fetches:
                await Holding(self.database, f"poller:{name}", self.clock).during(run)
            else:
                await run()
        except asyncio.CancelledError:
            raise
        except Misconfigured as error:
            self._deaf.add(name)
            _log.error("%s stopped receiving, mend it and start again: %s", name, mend(error))
        except Exception as error:  # noqa: BLE001
            # One channel that cannot work must not take the others with it; readyz says so.
            self._deaf.add(name)
            _log.error("%s stopped receiving: %s", name, describe(error))

    async def mend_moments(self) -> None:
        """Have what waits for a moment that only a wrong clock can have written tried now."""
        soon, latest = self.clock.after(TICK), self.clock.after(LONGEST_RETRY)
        work = partial(set_back.pull_in, now=self.clock.now(), soon=soon, latest=latest)
        if await self.database.write(work):
            self.wake()
            self.workers.wake()

    async def _let_go(self) -> None:
        """Discard what is no longer needed, a slice at a time."""
        now = self.clock.now()
        await self.database.write(partial(files.discard_expired, now=now))
        while await self.database.write(partial(retention.forget_chats_slice, now=now)):
            pass
        while await self.database.write(partial(retention.forget_proof_slice, now=now)):
            pass
        for running in await self.database.read(partial(retention.overdue, now=now)):
            while await self.database.write(partial(retention.erase_slice, campaign_id=running.id, now=now)):
                pass

    async def _ring(self) -> None:
        """The alarm clock's only job, so that it has none to break off when it is stopped."""
        self._alarm.set()

    async def _tick_at_each_alarm(self) -> None:
        while True:
            self._alarm.clear()
            await self._tick_safely()
            await self._alarm.wait()

    async def _tick_safely(self) -> None:
        try:
            await self.tick()
            await self.mend_moments()
            for name in sorted(self.stuck(await self.backlog())):
                _log.error("%s is stuck: nothing was sent for %.0f s", name, self.stuck_after)
            await self._let_go()
        except Exception as error:  # noqa: BLE001 - the next tick does what this one could not
            _log.error("the planner failed, it tries again in %s s: %s", TICK, describe(error))
