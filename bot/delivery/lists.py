"""Fetches and reads the lists and campaign files that people sent into a chat, outside their turns.

The result comes back through the inbox as an event of the same chat, so that it is answered in
order and exactly once, whatever is stopped in between.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from bot.campaigns import definition_of
from bot.clock import Clock
from bot.delivery.faults import describe
from bot.delivery.inbox import EVENT
from bot.domain.channels import Channel, Update
from bot.domain.deadlines import VIETNAM
from bot.domain.messages import FileRef
from bot.errors import ChannelError, InputError
from bot.rosters.lists import ListKind, read_list
from bot.rosters.people import PeopleSheet
from bot.rosters.units import UnitsSheet
from bot.storage import Connection, Database, imports, inbox, units
from bot.storage.imports import Import

_log = logging.getLogger(__name__)

#: Seconds between two looks for lists that were left unread by a stop.
LOOK = 10.0
#: Seconds of rest after each look: of hundreds of turns a second hardly one asks for a list.
REST = 0.25
#: What a file holds, a list or the definition of a campaign, or why it cannot be used.
Outcome: TypeAlias = PeopleSheet | UnitsSheet | dict[str, Any] | InputError


def outcome_of(wanted: Import, content: bytes, today: date, known: Mapping[str, str]) -> Outcome:
    """Read a file as what it was sent for. `known` are the units that exist, code → name."""
    try:
        if wanted.kind == imports.CAMPAIGN:
            return definition_of(content, wanted.file_name)
        kind = ListKind(wanted.kind)
        return read_list(content, wanted.file_name, kind=kind, today=today, known=known)
    except InputError as error:
        return error


def event_of(wanted: Import) -> str:
    """The action by which the chat is told what its file holds."""
    verb = "campaign_file" if wanted.kind == imports.CAMPAIGN else "imported"
    return f"{verb}:{wanted.id}"


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
            self._signal.clear()
            try:
                await self.drain()
            except Exception as error:  # noqa: BLE001 - one bad round must not end the reading
                _log.error("reading lists failed; it is tried again in %s s: %s", LOOK, describe(error))
            await self._clock.sleep(REST)
            await self._clock.wait(self._signal, seconds=LOOK)

    async def drain(self) -> None:
        """Read everything that is wanted now."""
        while found := await self._database.read(imports.wanted):
            for wanted in found:
                outcome = await self._outcome(wanted)
                await self._database.write(partial(self._record, wanted, outcome))
            self._received()

    async def _outcome(self, wanted: Import) -> Outcome:
        channel = self._channels.get(wanted.channel)
        if channel is None:
            return InputError("error-file-gone")
        try:
            content = await channel.fetch(FileRef(ref=wanted.file_ref, name=wanted.file_name))
        except ChannelError as error:
            _log.warning("import %s: the file cannot be had: %s", wanted.id, error.reason)
            return InputError("error-file-gone")
        today = self._clock.now().astimezone(VIETNAM).date()
        known = await self._database.read(units.names_by_code)
        return await asyncio.to_thread(outcome_of, wanted, content, today, known)

    def _record(self, wanted: Import, outcome: Outcome, conn: Connection) -> None:
        imports.was_read(conn, wanted.id, outcome)
        update = Update(key=f"import:{wanted.id}", chat=wanted.chat, payload={EVENT: event_of(wanted)})
        inbox.receive(conn, wanted.channel, [update], self._clock.now())
