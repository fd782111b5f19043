"""Outcomes of sends on their way into the tables, with what they cost of the quota."""

import asyncio
import logging
from collections.abc import Callable

from bot.clock import Clock
from bot.delivery.faults import describe
from bot.delivery.metering import Meter
from bot.measures import Measures
from bot.storage import Connection, Database, outcomes
from bot.storage.failures import of_the_database
from bot.storage.outcomes import Receipt

_log = logging.getLogger(__name__)

#: Seconds between two tries to write down an outcome.
PAUSE = 1.0


class Recorder:
    """Writes down what came of one channel's sends, however long the database needs."""

    def __init__(self, database: Database, meter: Meter, clock: Clock, measures: Measures) -> None:
        self._database = database
        self._meter = meter
        self._clock = clock
        self._measures = measures
        self._receipts: list[Receipt] = []  # of sends that are not yet written down
        self._acknowledging = asyncio.Lock()
        self.patient = True  #: off when the program stops: what is not written by then is sent again

    async def sent(self, receipt: Receipt) -> None:
        """Write a receipt down, together with those that come in while the last ones are written."""
        batch = self._receipts
        batch.append(receipt)
        async with self._acknowledging:
            if batch is self._receipts:  # nobody took them along
                self._receipts = []
                cost = sum(one.cost for one in batch)
                await self.record(lambda conn: outcomes.sent(conn, batch), cost)

    async def record(self, work: Callable[[Connection], int | None], cost: int = 0) -> None:
        """Write an outcome down, and how many messages it cost.

        `work` may return what `Meter.refused` does.
        """
        now = self._clock.now()

        def both(conn: Connection) -> int:
            return work(conn) or self._meter.count(conn, cost, now)

        while True:
            try:
                return self._meter.report(await self._database.write(both))
            except Exception as error:
                if not self.patient or not of_the_database(error):
                    raise
                self._measures.unwritten_at = self._clock.now()
                _log.error("%s: outcome not written yet: %s", self._meter.channel.name, describe(error))
            await self._clock.sleep(PAUSE)
