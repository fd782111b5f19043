"""Fetches and reads the lists that people sent into a chat, outside their turns.

The result comes back through the inbox as an event of the same chat, so that it is answered in
order and exactly once, whatever is stopped in between.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import partial

from bot.clock import Clock
from bot.delivery.inbox import EVENT
from bot.domain.channels import Channel, Update
from bot.domain.deadlines import VIETNAM
from bot.domain.messages import FileRef
from bot.errors import ChannelError, InputError
from bot.rosters.people import PeopleSheet, read_people
from bot.storage import Connection, Database, imports, inbox
from bot.storage.imports import Import

_log = logging.getLogger(__name__)

#: Seconds between two looks for lists that were left unread by a stop.
LOOK = 10.0


class ListReader:
    """Reads what is wanted; `received` is called when a result is in the inbox."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        clock: Clock,
        received: Callable[[], None],
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._received = received
        self._signal = asyncio.Event()

    def wake(self) -> None:
        """A turn was committed: it may have asked for a list."""
        self._signal.set()

    async def run(self) -> None:
        """Read until cancelled."""
        while True:
            try:
                await self.drain()
            except Exception:  # noqa: BLE001 - one bad round must not end the reading
                _log.exception("reading lists failed; it is tried again in %s s", LOOK)
            self._signal.clear()
            await self._clock.wait(self._signal, seconds=LOOK)

    async def drain(self) -> None:
        """Read everything that is wanted now."""
        while found := await self._database.read(imports.wanted):
            for wanted in found:
                outcome = await self._outcome(wanted)
                await self._database.write(partial(self._record, wanted, outcome))
            self._received()

    async def _outcome(self, wanted: Import) -> PeopleSheet | InputError:
        channel = self._channels.get(wanted.channel)
        if channel is None:
            return InputError("error-file-gone")
        try:
            content = await channel.fetch(FileRef(ref=wanted.file_ref, name=wanted.file_name))
        except ChannelError as error:
            _log.warning("import %s: the file cannot be had: %s", wanted.id, error.reason)
            return InputError("error-file-gone")
        today = self._clock.now().astimezone(VIETNAM).date()
        try:
            return await asyncio.to_thread(read_people, content, wanted.file_name, today=today)
        except InputError as error:
            return error

    def _record(self, wanted: Import, outcome: PeopleSheet | InputError, conn: Connection) -> None:
        imports.was_read(conn, wanted.id, outcome)
        update = Update(key=f"import:{wanted.id}", chat=wanted.chat, payload={EVENT: f"imported:{wanted.id}"})
        inbox.receive(conn, wanted.channel, [update], self._clock.now())
