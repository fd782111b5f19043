"""The demo's director: opens chats, moves the clock from one thing that is due to the next."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import App
from bot.clock import SimulatedClock
from bot.demo.cast import CAST, Part, persona
from bot.demo.colleagues import Colleagues
from bot.demo.province import sample_province
from bot.demo.routes import CLOCK, DemoState, Opened, Persona, Sample, Step
from bot.demo.workbooks import write_workbooks
from bot.demo.world import World
from bot.domain.channels import WEB
from bot.reminders import planner
from bot.storage import Connection, backlog, campaigns, contacts, inbox, units
from bot.storage.rounds import rounds_of
from bot.web.tokens import chat_of, new_token

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Steps that a long way is cut into, so that colleagues write through the day and not all at once.
STRIDE = timedelta(hours=3)
#: Seconds between two looks whether the app has done what the clock brought.
PAUSE = 0.05


@dataclass(slots=True, kw_only=True)
class Director:
    """Moves the demo. Every part has one chat, whose token is made when the demo starts."""

    app: App
    clock: SimulatedClock
    world: World
    colleagues: Colleagues
    personas: tuple[Persona, ...] = ()
    tokens: dict[str, str] = field(default_factory=dict)
    #: whether the app's own loops run; then they do the work, and we wait until it is done
    served: bool = False
    note: str = ""
    _reminded: int = 0
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def set_the_scene(self) -> None:
        """Give every part its chat; those who need no invite are registered, and hear of the campaign."""
        self.tokens = {part.id: new_token() for part in CAST}
        names = await self.app.database.write(partial(_seat, self.world, self.tokens, self.clock.now()))
        self.personas = tuple(persona(part, self.world, names[part.id], self.app.texts) for part in CAST)
        await self._settle()

    async def state(self) -> DemoState:
        return DemoState(now=self.clock.now(), personas=self.personas, note=self.note)

    async def open(self, persona: str) -> Opened:
        part = next((part for part in CAST if part.id == persona), None)
        if part is None:
            raise KeyError(persona)
        return Opened(token=self.tokens[part.id], start=self.start_code(part))

    def start_code(self, part: Part) -> str:
        """The invite code with which a part's chat begins; empty for those who are registered."""
        return self.world.invites[part.unit, part.invited_as] if part.invited_as else ""

    async def move(self, by: Step) -> DemoState:
        async with self._moving:
            now = self.clock.now()
            self._reminded = 0
            await self.advance_to(await self._target(by, now))
            self.note = self.app.texts("demo-note", count=self._reminded)
        self.app.web.hub.wake(CLOCK)
        return await self.state()

    async def _target(self, by: Step, now: datetime) -> datetime:
        match by:
            case Step.HOUR:
                return now + timedelta(hours=1)
            case Step.DAY:
                return now + timedelta(days=1)
            case Step.NEXT:
                due = await self.app.database.read(lambda conn: planner.next_due(conn, now))
                return due or now + timedelta(days=1)
            case Step.DUE:
                due = await self.app.database.read(lambda conn: _next_deadline(conn, now))
                return due or now + timedelta(days=1)

    async def advance_to(self, target: datetime) -> None:
        """Go there by way of everything that is due in between, so that it happens at its time."""
        while (now := self.clock.now()) < target:
            due = await self.app.database.read(lambda conn: planner.next_due(conn, now))
            stop = min(moment for moment in (due, now + STRIDE, target) if moment is not None)
            self.clock.advance_to(stop)
            await self._settle()
            await self.colleagues.declare(self.app.workers.receive(WEB), stop - now, stop)
            await self._finish()

    async def _settle(self) -> None:
        self._reminded += await self.app.tick()
        await self._finish()

    async def _finish(self) -> None:
        """Until everything that is due is handled and sent."""
        if not self.served:
            await self.app.drain()
            return
        while await self.app.database.read(lambda conn: _busy(conn, self.clock.now())):
            self.app.wake()
            await self.clock.sleep(PAUSE)

    async def roster(self) -> Sample:
        return await asyncio.to_thread(_sample_roster)


def _seat(world: World, tokens: dict[str, str], now: datetime, conn: Connection) -> dict[str, str]:
    """Link the chats of those who are registered; returns the name of every part's unit."""
    names: dict[str, str] = {}
    for part in CAST:
        known = world.find(part.unit, part.role, part.name)
        names[part.id] = units.get(conn, known.membership.unit_id).name
        if part.invited_as is None:
            contact = contacts.contact(conn, WEB, chat_of(tokens[part.id]), now)
            contacts.link(conn, contact.id, known.membership.person_id)
    return names


def _busy(conn: Connection, now: datetime) -> bool:
    """Whether something waits to be handled, or is due and waits to be sent."""
    return inbox.count_waiting(conn) > 0 or bool(backlog.queues(conn, now))


def _next_deadline(conn: Connection, now: datetime) -> datetime | None:
    dues = [
        round_.due_before
        for running in campaigns.every(conn)
        for round_ in rounds_of(conn, running.id)
        if round_.due_before is not None and round_.due_before > now
    ]
    return min(dues, default=None)


def _sample_roster() -> Sample:
    with TemporaryDirectory() as folder:
        _, staff = write_workbooks(sample_province(), Path(folder))
        return Sample(name=staff.name, mime=_XLSX, content=staff.read_bytes())
