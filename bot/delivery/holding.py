"""Work that one process at a time does, however many run on one database: whoever holds its lease."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from bot.clock import Clock
from bot.delivery.faults import describe
from bot.storage import Connection, Database, leases
from bot.storage.failures import of_the_database

_log = logging.getLogger(__name__)

#: Seconds for which a lease is taken, and after which it is renewed.
LEASE, RENEW = 15.0, 5.0
#: Seconds between two looks at somebody else's lease.
LOOK = 0.5


class Holding:
    """One lease, taken and kept."""

    def __init__(self, database: Database, name: str, clock: Clock) -> None:
        self._database = database
        self._name = name
        self._clock = clock
        self._holder = leases.this_process()

    async def insist(self) -> bool:
        """Take it, after waiting for one that a dead process left; False where its holder lives.

        Who lives renews: no more than `RENEW` seconds are needed to see it.
        """
        first = lease = await self._take()
        while lease.holder != self._holder:
            if lease.holder != first.holder or lease.until > first.until:
                return False
            await self._clock.sleep(LOOK)
            lease = await self._take()
        return True

    async def keep(self) -> None:
        """Renew what was taken, until cancelled or until somebody else has it."""
        good_until = self._clock.monotonic() + LEASE
        while True:
            await self._clock.wait(asyncio.Event(), until=self._clock.after(RENEW))
            try:
                lease = await self._take()
            except Exception as error:
                if not of_the_database(error):
                    raise
                if self._clock.monotonic() > good_until:  # somebody else may have it by now
                    return
                _log.warning("%s: not renewed yet: %s", self._name, describe(error))
                continue
            if lease.holder != self._holder:
                return
            good_until = self._clock.monotonic() + LEASE

    async def give_back(self) -> None:
        """Let somebody else have it at once."""
        await self._database.write(partial(leases.release, name=self._name, holder=self._holder))

    async def during(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do the work while the lease is held, and wait while somebody else holds it.

        Returns when the work does, and raises what it raises. Cancelled, it gives the lease back.
        """
        try:
            while True:
                await self._wait()
                doing, keeping = asyncio.create_task(work()), asyncio.create_task(self.keep())
                try:
                    await asyncio.wait({doing, keeping}, return_when=asyncio.FIRST_COMPLETED)
                    if doing.done():
                        return doing.result()
                    keeping.result()
                    _log.warning("%s: another process does it now", self._name)
                finally:
                    for task in (doing, keeping):
                        task.cancel()
                    await asyncio.gather(doing, keeping, return_exceptions=True)
        finally:
            await self.give_back()

    async def _wait(self) -> None:
        """Ask for it until it is ours."""
        stands_by = False
        while True:
            try:
                if (await self._take()).holder == self._holder:
                    return
                if not stands_by:
                    _log.info("%s: another process does it, this one stands by", self._name)
                stands_by = True
            except Exception as error:
                if not of_the_database(error):
                    raise
                _log.warning("%s: the database does not answer: %s", self._name, describe(error))
            await self._clock.wait(asyncio.Event(), until=self._clock.after(LOOK))

    async def _take(self) -> leases.Lease:
        def work(conn: Connection) -> leases.Lease:
            now = self._clock.now()
            return leases.acquire(conn, self._name, self._holder, now, self._clock.after(LEASE))

        return await self._database.write(work)
