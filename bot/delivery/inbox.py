"""Has every stored update handled: in its own transaction, in order per chat, chats side by side.

One turn is one transaction: claim the oldest update whose turn it is, understand it, let the handler
answer into the outbox, mark it done. A crash before the commit leaves it waiting, a crash after it
leaves the answer in the outbox. An update whose handling fails is tried again later and then set
aside with its reason, so that it never blocks its chat for good. A turn that needs a long count is undone,
and done again once a reader has counted: meanwhile others are answered (`bot/storage/surveys.py`).
"""

import asyncio
import logging
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from bot.clock import Clock
from bot.delivery.faults import describe
from bot.domain.channels import Channel, Receive, Update
from bot.domain.messages import Incoming, IncomingKind
from bot.measures import Measures
from bot.storage import Connection, Database, inbox
from bot.storage.failures import of_the_database
from bot.storage.savepoints import savepoint
from bot.storage.surveys import Unsurveyed, surveyed

_log = logging.getLogger(__name__)

#: Answers one message: (connection, message, inbox id, now).
Handle = Callable[[Connection, Incoming, int, datetime], None]
#: Queues a word of regret for a message that could not be handled: (connection, channel, chat, inbox
#: id, now).
Apologise = Callable[[Connection, str, str, int, datetime], None]

#: A payload with this key is an event of ours, whatever the channel: the action it stands for.
EVENT = "khaibao_event"
#: Seconds until a failed update is tried again; after the last try it is set aside.
RETRIES = (2.0, 15.0)
#: Seconds for which an update is kept to the lane that counts for it; after a stop it is counted anew then.
KEPT = 60.0
#: What was counted for a turn that has not asked for anything.
NOTHING: Mapping[Hashable, Any] = MappingProxyType({})
#: Seconds between two looks for what falls due by itself: retries, and what other processes left.
LOOK = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """What came of one turn."""

    inbox_id: int
    waited: float = 0.0  #: seconds since it was received
    failure: str | None = None  #: error and place
    set_aside: bool = False
    unsurveyed: Unsurveyed | None = None  #: what has to be counted before it can be handled


class InboxWorkers:
    """Works off the inbox in `lanes` turns at a time.

    On SQLite, where turns that wait together share a commit, some dozens serve best; on PostgreSQL a
    few less than it has connections. Every process on one database must know the same channels.
    `committed` is called after each turn: something may have been queued.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        handle: Handle,
        apologise: Apologise,
        clock: Clock,
        committed: Callable[[], None],
        lanes: int = 32,
        measures: Measures | None = None,
    ) -> None:
        self._database = database
        self._channels = channels
        self._handle = handle
        self._apologise = apologise
        self._clock = clock
        self._committed = committed
        self._limit = lanes
        self._measures = measures or Measures()
        self._lanes: set[asyncio.Task[None]] = set()
        self._wakes = 0  # a lane that found nothing looks again if this has grown meanwhile
        self._stopping = asyncio.Event()
        self._failure: BaseException | None = None

    def receive(self, channel: str) -> Receive:
        """The door of a channel: returns when the updates are committed."""

        async def receive(updates: Sequence[Update]) -> None:
            now = self._clock.now()
            store = partial(inbox.receive, channel=channel, updates=updates, now=now)
            try:
                new = await self._database.write(store)
            except Exception as error:
                self._measures.unwritten_at = now
                _log.error("%s: %d updates wait before the door: %s", channel, len(updates), describe(error))
                raise
            if new:
                self.wake(new)

        return receive

    def wake(self, updates: int = 1) -> None:
        """So many updates are new: let them be handled."""
        self._wakes += 1
        for _ in range(min(updates, self._limit - len(self._lanes))):
            task = asyncio.create_task(self._lane())
            self._lanes.add(task)
            task.add_done_callback(self._ended)

    async def run(self) -> None:
        """Handle updates until stopped."""
        while not self._stopping.is_set():
            self.wake()
            await self._clock.wait(self._stopping, seconds=LOOK)

    async def drain(self) -> None:
        """Handle everything that may be handled now. Raises what the database raised."""
        self.wake(await self._database.read(inbox.count_waiting))
        while self._lanes:
            await asyncio.wait(self._lanes)
        if (failure := self._failure) is not None:
            self._failure = None
            raise failure

    async def stop(self, seconds: float | None = None) -> None:
        """Begin no more turns and let those under way commit; what needs longer stays waiting, or commits
        unseen."""
        self._stopping.set()
        if self._lanes:
            _, late = await asyncio.wait(self._lanes, timeout=seconds)
            for task in late:
                task.cancel()

    async def _lane(self) -> None:
        """One turn after the other, until nothing is left to do."""
        while not self._stopping.is_set():
            wakes = self._wakes
            turn = await self._database.write(self._turn)
            if turn is None:
                if wakes == self._wakes:
                    return
                continue
            if turn.unsurveyed is not None:
                turn = await self._survey(turn)
                if turn is None:
                    continue
            self._count(turn)
            if turn.failure is not None:
                fate = "set aside" if turn.set_aside else "tried again later"
                _log.error("inbox %d: %s, %s", turn.inbox_id, turn.failure, fate)
            self._committed()

    async def _survey(self, turn: _Turn) -> _Turn | None:
        """The turn anew, with everything at hand that it asked to have counted; None if it was taken away."""
        found: dict[Hashable, Any] = {}
        again: _Turn | None = turn
        while again is not None and (wanted := again.unsurveyed) is not None:
            try:
                found[wanted.key] = await self._database.read(wanted.count)
            except Exception as error:
                if of_the_database(error):
                    raise
                found[wanted.key] = error
            again = await self._database.write(partial(self._turn, kept=turn.inbox_id, found=dict(found)))
        return again

    def _count(self, turn: _Turn) -> None:
        if turn.failure is None:
            self._measures.turns["handled"] += 1
            self._measures.answered_in.add(turn.waited)
        else:
            self._measures.turns["set_aside" if turn.set_aside else "failed"] += 1

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._lanes.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failure = error
            self._measures.unwritten_at = self._clock.now()
            _log.error("inbox: turn not committed: %s", describe(error))

    def _turn(
        self, conn: Connection, kept: int | None = None, found: Mapping[Hashable, Any] = NOTHING
    ) -> _Turn | None:
        """Handle one update; None if none may be handled now. Raises only if the database fails.

        `kept`: this one, of whose long counts these were found.
        """
        now = self._clock.now()
        row = inbox.claim(conn, now) if kept is None else inbox.claim_kept(conn, kept)
        if row is None:
            return None
        error = _attempt(conn, lambda: self._answer(conn, row, now, found))
        if isinstance(error, Unsurveyed):
            inbox.keep(conn, row.id, self._clock.after(KEPT))
            return _Turn(inbox_id=row.id, unsurveyed=error)
        if error is None:
            return _Turn(inbox_id=row.id, waited=max(0.0, (now - row.received_at).total_seconds()))
        retry_at = self._clock.after(RETRIES[row.attempts]) if row.attempts < len(RETRIES) else None
        inbox.failed(conn, row.id, type(error).__name__, retry_at)
        failure = describe(error)
        if retry_at is None:
            regret = _attempt(conn, lambda: self._apologise(conn, row.channel, row.chat, row.id, now))
            if regret is not None:
                failure += f"; no apology: {describe(regret)}"
        return _Turn(inbox_id=row.id, failure=failure, set_aside=retry_at is None)

    def _answer(
        self, conn: Connection, row: inbox.InboxRow, now: datetime, found: Mapping[Hashable, Any]
    ) -> None:
        if EVENT in row.payload:
            action = str(row.payload[EVENT])
            incoming: Incoming | None = Incoming(
                channel=row.channel, chat=row.chat, kind=IncomingKind.ACTION, action=action
            )
        else:
            incoming = self._channels[row.channel].parse(row.payload)
        if incoming is not None:
            with surveyed(conn, found):
                self._handle(conn, incoming, row.id, now)
        inbox.done(conn, row.id)


def _attempt(conn: Connection, work: Callable[[], None]) -> Exception | None:
    """Do the work or nothing of it; returns why it failed, unless it was the database that failed."""
    try:
        with savepoint(conn):
            work()
    except Exception as error:
        if of_the_database(error):
            raise
        return error
    return None
