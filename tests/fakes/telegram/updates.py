"""The queue of updates: numbered, kept until they are acknowledged, handed out again until then.

core.telegram.org/bots/api#getting-updates: an update counts as confirmed when getUpdates is called with an
offset higher than its id; after a week without updates the ids start again at a random number.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from tests.fakes.http_server import as_json
from tests.fakes.telegram.journal import Journal, QueuedUpdate
from tests.fakes.telegram.refusals import conflict
from tests.fakes.telegram.waiting import Signal

MOST_AT_ONCE = 100
LONGEST_POLL = 50.0  #: seconds


class UpdateQueue:
    """Updates of one bot on their way to it."""

    def __init__(
        self, *, journal: Journal, clock: Callable[[], float], first_id: int, chance: random.Random
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._chance = chance
        self._next_id = first_id
        self._pending: dict[int, QueuedUpdate] = {}  # in the order of their ids
        self._poller: asyncio.Future[None] | None = None
        self._fewer = Signal()
        self.out_of_order = False  #: hand out what waits in a shuffled order
        self.allowed: list[str] | None = None  #: kinds the bot wants; None: all
        self.listener: Callable[[QueuedUpdate], None] | None = None  #: the webhook, while one is set

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def pending(self) -> list[QueuedUpdate]:
        """What is not acknowledged, oldest first."""
        return list(self._pending.values())

    def put(self, kind: str, chat_id: int, content: dict[str, Any]) -> QueuedUpdate:
        """Number an update and offer it to the bot, if it wants this kind."""
        payload = {"update_id": self._next_id, kind: content}
        update = QueuedUpdate(
            update_id=self._next_id,
            kind=kind,
            chat_id=chat_id,
            payload=payload,
            encoded=as_json(payload),
            at=self._clock(),
        )
        self._next_id += 1
        if self.allowed and kind not in self.allowed:
            return update
        self._pending[update.update_id] = update
        self._journal.arrived(update)
        if self.listener is not None:
            self.listener(update)
        elif self._poller is not None and not self._poller.done():
            self._poller.set_result(None)
        return update

    def acknowledge(self, update: QueuedUpdate) -> None:
        if self._pending.pop(update.update_id, None) is not None:
            update.acknowledged_at = self._clock()
            self._journal.acknowledged(update)
            self._fewer.fire()

    def give_up(self, update: QueuedUpdate) -> None:
        update.given_up = True
        self._pending.pop(update.update_id, None)
        self._fewer.fire()

    def drop(self) -> None:
        """Forget what waits (`drop_pending_updates`)."""
        self._pending.clear()

    def restart_ids(self, next_id: int | None = None) -> int:
        """Number on from somewhere else, as after a quiet week; returns the next id.

        Raises AssertionError while updates wait: the real server restarts an empty queue only.
        """
        assert not self._pending, "ids restart only when everything is acknowledged"
        self._next_id = self._chance.randrange(1, 2**30) if next_id is None else next_id
        return self._next_id

    def all_acknowledged(self, *, timeout: float = 5.0) -> Awaitable[bool]:
        """Wait until nothing is pending any more. Raises AssertionError after `timeout` seconds."""
        return self._fewer.until(
            lambda: None if self._pending else True,
            timeout,
            lambda: f"{len(self._pending)} updates are not acknowledged: {list(self._pending)[:10]}",
        )

    def take(self, offset: int, limit: int) -> list[QueuedUpdate]:
        """Acknowledge what lies before `offset` and hand out what follows."""
        if offset < 0:
            for update in self.pending[:offset]:
                self.acknowledge(update)
        elif offset <= self._next_id:  # an offset from before a restart of the ids acknowledges nothing
            before: list[QueuedUpdate] = []
            for update in self._pending.values():
                if update.update_id >= offset:
                    break
                before.append(update)
            for update in before:
                self.acknowledge(update)
        batch = [update for update, _ in zip(self._pending.values(), range(limit), strict=False)]
        if self.out_of_order:
            self._chance.shuffle(batch)
        for update in batch:
            update.handed_out += 1
        return batch

    def wait(self, seconds: float) -> Coroutine[Any, Any, None]:
        """Waits, from this call on, for an update, at most `seconds`. A later poll ends it with a 409."""
        # The future exists before the first await, or an update that arrives in between would be missed.
        self._poller = asyncio.get_running_loop().create_future()
        return self._wait(self._poller, seconds)

    async def _wait(self, poller: asyncio.Future[None], seconds: float) -> None:
        try:
            async with asyncio.timeout(min(seconds, LONGEST_POLL)):
                await poller
        except TimeoutError:
            return
        finally:
            if self._poller is poller:
                self._poller = None

    def end_poll(self, reason: str) -> None:
        """Answer the open poll, if there is one, with 409."""
        poller, self._poller = self._poller, None
        if poller is not None and not poller.done():
            poller.set_exception(conflict(reason))
