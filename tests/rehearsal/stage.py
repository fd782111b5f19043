"""The real program on a simulated clock, and phones in people's hands.

`Stage.run` jumps to the next moment at which anybody does anything or anything falls due: it lets the
planner tick, brings what people send into the inbox, has everything handled and sent, and hands what
arrived to whoever waits for it. It moves on by steps of at least `pace`: what falls into one step is
handled side by side.
"""

import asyncio
import heapq
from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any, TypeAlias

from sqlalchemy import func, select

from bot.app import App, build
from bot.domain.channels import Capabilities, Channel, Receive, Update
from bot.domain.invites import Links
from bot.domain.messages import Choice, FileRef, Incoming, IncomingKind, Reply
from bot.errors import Unreachable
from bot.reminders import planner
from bot.storage import Connection, Database
from bot.storage.tables import deliveries
from bot.texts import Texts
from tests.fakes.clock import FakeClock

#: Between two looks of the planner while people write (the program looks every 20 s).
LOOK = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Say:
    text: str


@dataclass(frozen=True, slots=True)
class Tap:
    choice: Choice


@dataclass(frozen=True, slots=True)
class Send:
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Wait:
    """Do nothing until a moment, or, where `listening`, until a message arrives."""

    until: datetime
    listening: bool = True


Command: TypeAlias = Say | Tap | Send | Wait
#: What somebody does: yields what they do next, is given the last message that arrived (None: none did).
Life: TypeAlias = Generator[Command, Reply | None, None]


@dataclass(slots=True, kw_only=True, eq=False)
class Phone:
    """A chat of somebody."""

    channel: str
    chat: str
    chance: Random
    arrived: list[Reply] = field(default_factory=list)  #: since they last looked
    files: list[bytes] = field(default_factory=list)
    blocked: bool = False
    life: Life | None = None
    waiting: bool = False  #: they would look at whatever arrives
    wakes: int = 0  #: which of the moments they planned still counts


@dataclass(slots=True, kw_only=True)
class Platform:
    """A channel that delivers at once. Without buttons, people type what stands on them."""

    name: str
    buttons: bool
    phones: dict[str, Phone] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    uploads: dict[str, bytes] = field(default_factory=dict)
    sent: int = 0
    capabilities: Capabilities = field(init=False)

    def __post_init__(self) -> None:
        self.capabilities = Capabilities(
            buttons=self.buttons,
            edits=self.buttons,
            deletes=self.buttons,
            files=True,
            text_units=4096,
            per_second=1_000_000,
            chat_interval=0,
        )

    def parse(self, payload: Mapping[str, Any]) -> Incoming | None:
        kind, file = IncomingKind(payload["kind"]), None
        if kind is IncomingKind.DOCUMENT:
            file = FileRef(ref=payload["ref"], name=payload["name"], size=payload["size"])
        return Incoming(
            channel=self.name,
            chat=payload["chat"],
            kind=kind,
            text=payload.get("text", ""),
            action=payload.get("action", ""),
            file=file,
        )

    async def identify(self) -> str:
        return self.name

    async def send(self, chat: str, reply: Reply, content: bytes | None = None) -> str | None:
        phone = self.phones[chat]
        if phone.blocked:
            raise Unreachable("blocked")
        phone.arrived.append(reply)
        if content is not None:
            phone.files.append(content)
        self.touched.add(chat)
        self.sent += 1
        return str(self.sent)

    def costs(self, reply: Reply) -> int:
        return 1

    async def fetch(self, file: FileRef) -> bytes:
        return self.uploads[file.ref]

    @property
    def fetches(self) -> bool:
        return False

    async def run(self, receive: Receive) -> None:
        await asyncio.Event().wait()


@dataclass(slots=True, kw_only=True)
class Stage:
    """The program, the clock, and everybody's plans."""

    database: Database
    clock: FakeClock
    chance: Random
    app: App
    platforms: dict[str, Platform]
    pace: timedelta
    counted: Counter[str] = field(default_factory=Counter)
    said: list[tuple[str, ...]] = field(default_factory=list)  #: what led to a wrong summary
    stuck: list[tuple[str, ...]] = field(default_factory=list)  #: talks that led nowhere
    _plans: list[tuple[datetime, int, Phone, int, Command | None]] = field(default_factory=list)
    _numbers: Any = field(default_factory=count)
    _looked: datetime | None = None
    _due: datetime | None = None
    _hurry: bool = False  #: a round was asked for: it opens at the next look
    _files: bool = False  #: a list was sent in

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def phone(self, name: str) -> Phone:
        """A new phone; one in five is on a channel without buttons."""
        chance = Random(f"{self.chance.random()}:{name}")
        platform = self.platforms["zalo" if chance.random() < 0.2 else "telegram"]
        phone = Phone(channel=platform.name, chat=f"c{len(platform.phones) + 1}", chance=chance)
        platform.phones[phone.chat] = phone
        return phone

    def begin(self, phone: Phone, life: Life) -> None:
        """Somebody's life begins: they do the first thing they do."""
        phone.life = life
        self._go_on(phone, None, first=True)

    async def run(self, until: datetime, passed: Any = lambda now: None) -> None:
        """Live until a moment. `passed` is told how far the clock is."""
        while True:
            at = await self._next(until)
            if at is None:
                break
            self.clock.advance(max(at - self.now, self.pace))
            if self._hurry or self._looked is None or self.now - self._looked >= LOOK or self._is_due():
                self._looked, self._hurry = self.now, False
                await self.app.tick()
                self._due = None
            await self._receive(self._posts())
            await self._settle()
            passed(self.now)
        self.clock.advance(max(until - self.now, timedelta()))
        await self.app.tick()
        await self._settle()

    def _is_due(self) -> bool:
        return self._due is not None and self._due <= self.now

    async def _next(self, until: datetime) -> datetime | None:
        planned = self._plans[0][0] if self._plans else None
        if self._due is None or planned is None or planned - self.now > LOOK:
            self._due = await self.database.read(self._falls_due)
        return min((at for at in (planned, self._due) if at is not None and at <= until), default=None)

    def _falls_due(self, conn: Connection) -> datetime | None:
        due = planner.next_due(conn, self.now)
        later = select(func.min(deliveries.c.due_at)).where(
            deliveries.c.state == "waiting", deliveries.c.due_at > self.now
        )
        return min((at for at in (due, conn.scalar(later)) if at is not None), default=None)

    # --- what people do

    def _posts(self) -> dict[str, list[Update]]:
        posts: dict[str, list[Update]] = {name: [] for name in self.platforms}
        while self._plans and self._plans[0][0] <= self.now:
            _, number, phone, wake, command = heapq.heappop(self._plans)
            if wake != phone.wakes or phone.life is None:
                continue
            if command is None:
                self._go_on(phone, None)
                continue
            phone.arrived.clear()
            phone.waiting = True
            phone.wakes += 1
            posts[phone.channel].append(self._update(phone, number, command))
        return posts

    def _update(self, phone: Phone, number: int, command: Command) -> Update:
        payload: dict[str, Any] = {"chat": phone.chat}
        self.counted["turns"] += 1
        match command:
            case Say(text=text):
                payload |= {"kind": "text", "text": text}
                self._hurry |= text.startswith("/dotxuat") or text == "Gửi ngay"
            case Tap(choice=choice) if self.platforms[phone.channel].buttons:
                payload |= {"kind": "action", "action": choice.action}
                self._hurry |= choice.action == "ad-hoc-open"
            case Tap(choice=choice):
                payload |= {"kind": "text", "text": choice.label}
                self._hurry |= choice.action == "ad-hoc-open"
            case Send(name=name, content=content):
                self._files = True
                ref = f"{phone.channel}:{number}"
                self.platforms[phone.channel].uploads[ref] = content
                payload |= {"kind": "document", "name": name, "ref": ref, "size": len(content)}
            case Wait():
                raise AssertionError("waiting is no message")
        return Update(key=str(number), chat=phone.chat, payload=payload)

    async def _receive(self, posts: dict[str, list[Update]]) -> None:
        for name, updates in posts.items():
            if updates:
                await self.app.workers.receive(name)(updates)

    async def _settle(self) -> None:
        """Have everything handled and sent; whoever waits looks at what arrived."""
        await self._drain()
        for platform in self.platforms.values():
            for chat in sorted(platform.touched):
                phone = platform.phones[chat]
                if phone.waiting and phone.life is not None:
                    arrived, phone.arrived = phone.arrived, []
                    if arrived:
                        self._go_on(phone, _telling(arrived))
            platform.touched.clear()

    async def _drain(self) -> None:
        """What `App.drain` does, without the web chat, which nobody here is on."""
        await self.app.workers.drain()
        if self._files:
            self._files = False
            await self.app.lists.drain()
            await self.app.workers.drain()
        for name in self.platforms:
            await self.app.dispatchers[name].drain()

    def _go_on(self, phone: Phone, reply: Reply | None, *, first: bool = False) -> None:
        assert phone.life is not None
        phone.waiting = False
        phone.wakes += 1
        try:
            command = next(phone.life) if first else phone.life.send(reply)
        except StopIteration:
            phone.life = None
            return
        if isinstance(command, Wait):
            phone.waiting = command.listening
            self._plan(max(command.until, self.now), phone, None)
        else:
            self._plan(self.now + timedelta(seconds=phone.chance.uniform(4, 45)), phone, command)

    def _plan(self, at: datetime, phone: Phone, command: Command | None) -> None:
        heapq.heappush(self._plans, (at, next(self._numbers), phone, phone.wakes, command))


def _telling(arrived: list[Reply]) -> Reply:
    """Of several messages at once, the last one that asks for something."""
    return next((reply for reply in reversed(arrived) if reply.choices), arrived[-1])


def open_stage(database: Database, start: datetime, seed: int, pace: timedelta) -> Stage:
    """The program as `khaibao run` builds it, with two platforms that exist in memory only."""
    clock, chance = FakeClock(start), Random(seed)
    platforms = {"telegram": Platform(name="telegram", buttons=True)}
    platforms["zalo"] = Platform(name="zalo", buttons=False)
    channels: list[Channel] = list(platforms.values())
    letters = Random(f"codes {seed}")
    app = build(
        database=database,
        clock=clock,
        texts=Texts.load("vi"),
        channels=channels,
        links=Links(public_url="https://khaibao.example"),
        draw_code=lambda length: "".join(letters.choices("ABCDEFGHJKLMNPQRSTUVWXYZ", k=length)),
        chance=Random(f"delays {seed}"),
    )
    return Stage(database=database, clock=clock, chance=chance, app=app, platforms=platforms, pace=pace)
