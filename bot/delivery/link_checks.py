"""Looks at the addresses that people declared, outside their turns.

What does not answer comes back through the inbox as an event of the declarer's chat, once, so that it is
said in order with everything else. Nothing that was declared waits for it or depends on it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from bot.clock import Clock
from bot.delivery.faults import describe
from bot.delivery.inbox import EVENT
from bot.domain.channels import Update
from bot.storage import Connection, Database, inbox, link_checks
from bot.storage.link_checks import ANSWERS, LinkCheck

_log = logging.getLogger(__name__)

#: Seconds between two looks for addresses that were declared: nobody waits for what comes of it.
LOOK = 15.0
#: Addresses that are looked at together.
AT_ONCE = 8


class LinkChecker:
    """Looks at what is wanted with `look`; `received` is called when something is in the inbox."""

    def __init__(
        self,
        database: Database,
        look: Callable[[str], Awaitable[str]],
        *,
        clock: Clock,
        received: Callable[[], None],
    ) -> None:
        self._database = database
        self._look = look
        self._clock = clock
        self._received = received

    async def run(self) -> None:
        """Look until cancelled."""
        never = asyncio.Event()
        while True:
            try:
                await self.drain()
            except Exception as error:  # noqa: BLE001 - one bad round must not end the looking
                why = describe(error)
                _log.error("looking at addresses failed, it is tried again in %s s: %s", LOOK, why)
            await self._clock.wait(never, seconds=LOOK)

    async def drain(self) -> None:
        """Look at everything that is wanted now."""
        while found := await self._database.read(partial(link_checks.wanted, most=AT_ONCE)):
            outcomes = await asyncio.gather(*(self._look(check.url) for check in found))
            for check, outcome in zip(found, outcomes, strict=True):
                await self._database.write(partial(self._record, check, outcome))
            self._received()

    def _record(self, check: LinkCheck, outcome: str, conn: Connection) -> None:
        now = self._clock.now()
        if not link_checks.was_checked(conn, check, outcome, now):
            return
        if outcome == ANSWERS or check.channel is None or check.chat is None:
            return
        event = f"link_checked:{check.standing_id}:{check.question}"
        key = f"link:{check.standing_id}:{check.question}:{now.timestamp():.0f}"
        inbox.receive(conn, check.channel, [Update(key=key, chat=check.chat, payload={EVENT: event})], now)
