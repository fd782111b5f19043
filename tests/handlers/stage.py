"""A stage for conversations: the real Conversation on a real database, and a clock in our hands.

Every turn has a transaction of its own, so that nothing but the database carries a conversation from one
message to the next. Replies are read from the outbox.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import bindparam, create_engine, func, select, update
from sqlalchemy.pool import StaticPool

from bot.channels.webchat import WebChat
from bot.channels.zalo.screens import screens
from bot.delivery.inbox import InboxWorkers
from bot.delivery.lists import event_of, outcome_of
from bot.delivery.metering import Meter
from bot.domain.channels import ZALO, Update, platform_of
from bot.domain.deadlines import VIETNAM
from bot.domain.invites import Links
from bot.domain.messages import Choice, FileRef, FilledForm, Incoming, IncomingKind, Reply
from bot.domain.quotas import Quota
from bot.handlers.conversation import Conversation
from bot.handlers.reminder_words import Wording
from bot.reminders import planner
from bot.storage import Connection, bodies, files, imports, link_checks, tasks, units
from bot.storage import contacts as contact_store
from bot.storage.deliveries import LANES
from bot.storage.engine import configure
from bot.storage.tables import contacts, deliveries, metadata
from bot.texts import Texts
from tests.fakes.channel import UNHURRIED, FakeChannel
from tests.fakes.clock import FakeClock
from tests.fakes.deliveries import reminder

T = TypeVar("T")
Connect = Callable[[], AbstractContextManager[Connection]]

#: What each channel can do to a message that was sent.
ABLE = {"web": WebChat.capabilities, "telegram": UNHURRIED, "zalo": None}
LANE_OF = {number: lane for lane, number in LANES.items()}
#: Telegram: a message has at most 4096 UTF-16 code units (core.telegram.org/bots/api#sendmessage).
LONGEST = 4096


#: The scene with tables and nothing in them.
_EMPTY = ""


class Theatre:
    """One database in memory, set anew for every play, so that each statement is compiled once for all."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self._engine = create_engine("sqlite://", poolclass=StaticPool)
        configure(self._engine, begin="BEGIN IMMEDIATE")
        with self.connect() as conn:
            metadata.create_all(conn)
        self.keep(_EMPTY)

    def set(self, scene: str, write: Callable[[Connection], None] | None = None) -> Connect:
        """A database as `write` fills it; it is kept under the name of the scene for the next time."""
        if write is not None and scene not in self._kept:
            self._show(_EMPTY)
            with self.connect() as conn:
                write(conn)
            self.keep(scene)
        self._show(scene)
        return self.connect

    def keep(self, scene: str) -> None:
        """Keep the database as it is now, under this name."""
        self._kept[scene] = self._database().serialize()

    def _show(self, scene: str) -> None:
        self._database().deserialize(self._kept[scene])

    def _database(self) -> sqlite3.Connection:
        found = self._engine.raw_connection().driver_connection
        assert isinstance(found, sqlite3.Connection)
        return found

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A transaction of its own at every use."""
        with self._engine.connect() as conn, conn.begin():
            yield conn


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A message that reached a chat."""

    chat: str
    reply: Reply
    kind: str  #: "answer", "notice", "reminder" or "digest"


def _screens(reply: Reply) -> int:
    """Messages of Zalo that a reply becomes."""
    return len(screens(reply))


class Direct:
    """The database as the planner wants it, without threads."""

    shared = False

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    async def write(self, work: Callable[[Connection], T]) -> T:
        with self._connect() as conn:
            return work(conn)

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self.write(work)

    async def close(self) -> None:
        pass


def codes() -> Callable[[int], str]:
    """Codes as `draw` gives them, but the same in every run: AAAAAAAA, BBBBBBBB, …"""
    letters = count()
    return lambda length: "ABCDEFGHJKLMNPQRSTUVWXYZ"[next(letters) % 24] * length


_DELIVERIES = (
    select(deliveries, contacts.c.chat)
    .join(contacts, contacts.c.id == deliveries.c.contact_id)
    .order_by(deliveries.c.id)
)
_WORDED = _DELIVERIES.where(deliveries.c.id > bindparam("told"), deliveries.c.body.is_not(None))
_DUE = _DELIVERIES.where(
    deliveries.c.state == "waiting", deliveries.c.body.is_(None), deliveries.c.due_at <= bindparam("now")
)
_LAST = select(func.max(deliveries.c.id))


@dataclass(slots=True, kw_only=True)
class Stage:
    """Chats are known by a name; `channels` says on which channel a chat is that is not on the web."""

    connect: Connect
    now: datetime
    channels: Mapping[str, str] = field(default_factory=dict)
    quotas: Mapping[str, Quota] = field(default_factory=dict)
    seats: Mapping[str, int] = field(default_factory=dict)
    draw: Callable[[int], str] = field(default_factory=codes)
    turns: int = 0
    shown: dict[str, Reply] = field(default_factory=dict)  #: the last message of each chat
    tapped: dict[str, str] = field(default_factory=dict)  #: the last action of each chat
    told: int = 0  #: the last delivery that was looked at

    def channel(self, chat: str) -> str:
        return self.channels.get(chat, "web")

    def says(self, chat: str, text: str) -> list[Arrived]:
        return self._turn(chat, IncomingKind.TEXT, text=text)

    def acts(self, chat: str, action: str) -> list[Arrived]:
        """Tap a button that carries this action, whether there is one or not."""
        self.tapped[chat] = action
        return self._turn(chat, IncomingKind.ACTION, action=action)

    def taps(self, chat: str, words: str, shown_to: str | None = None) -> list[Arrived]:
        """Tap a button of the last message, named by words of its label, or by words of its action.

        `shown_to` names another chat whose message was passed on, button and all.
        """
        return self.acts(chat, self._choice(chat, words, shown_to).action)

    def label(self, chat: str, words: str) -> str:
        """The label of that button."""
        return self._choice(chat, words).label

    def _choice(self, chat: str, words: str, shown_to: str | None = None) -> Choice:
        choices, wanted = self.shown[shown_to or chat].choices, words.split()
        found = [choice for choice in choices if words in choice.label] or [
            choice for choice in choices if wanted == [w for w in choice.action.split(":") if w in wanted]
        ]
        found = [choice for choice in found if choice.label == words] or found
        assert len(found) == 1, f"{chat} sees {[(c.label, c.action) for c in choices]}, not one {words!r}"
        return found[0]

    def sends(self, chat: str, kind: str, name: str = "tệp", content: bytes = b"") -> list[Arrived]:
        """Send something that is no text; a document has a name and content."""
        file = None
        if kind == "document":
            with self.connect() as conn:
                ref = files.save(
                    conn,
                    name=name,
                    mime="application/octet-stream",
                    content=content,
                    now=self.now,
                    expires_at=self.now + timedelta(days=1),
                )
            file = FileRef(ref=str(ref), name=name, size=len(content))
        return self._turn(chat, IncomingKind(kind), file=file) + self._read_lists(chat, content)

    def fills(self, chat: str, obligation: str, fields: Mapping[str, str]) -> list[Arrived]:
        """Send the form of something that whoever writes from this chat owes, as its page does."""
        with self.connect() as conn:
            who = contact_store.find(conn, self.channel(chat), chat)
            found = tasks.tasks_of(conn, who.person_id or 0) if who is not None else []
        standing = next(task.standing for task in found if task.obligation == obligation)
        form = FilledForm(standing_id=standing.id, revision=standing.revision, fields=fields)
        return self._turn(chat, IncomingKind.FORM, form=form)

    def _read_lists(self, chat: str, content: bytes) -> list[Arrived]:
        """Read the list that the turn asked for, as `bot/delivery/lists.py` does."""
        with self.connect() as conn:
            found = imports.wanted(conn)
            for wanted in found:
                today = self.now.astimezone(VIETNAM).date()
                outcome = outcome_of(wanted, content, today, units.names_by_code(conn))
                imports.was_read(conn, wanted.id, outcome)
        return [arrived for wanted in found for arrived in self.acts(chat, event_of(wanted))]

    def receives(self, chat: str, text: str, *, times: int) -> None:
        """An update of the platform goes into the inbox so many times, and the inbox is worked off."""
        clock = FakeClock(self.now)
        conversation = self._conversation()
        workers = InboxWorkers(
            Direct(self.connect),
            {"web": FakeChannel(clock=clock, name="web")},
            handle=conversation,
            apologise=conversation.apologise,
            clock=clock,
            committed=lambda: None,
        )
        updates = [Update(key=f"update-{self.turns}", chat=chat, payload={"chat": chat, "text": text})]

        async def work() -> None:
            for _ in range(times):
                await workers.receive("web")(updates)
            await workers.drain()

        asyncio.run(work())

    def waits(self, until: datetime) -> list[Arrived]:
        """Time passes; whatever the planner plans for then reaches people."""
        arrived = self._tick()
        while (moment := self._next(until)) is not None:
            self.now = moment
            arrived += self._tick()
        self.now = until
        return arrived + self._tick() + self._look_at_links()

    def _look_at_links(self) -> list[Arrived]:
        """Look at what was declared, as `bot/delivery/link_checks.py` does: "hong" in an address is a 404."""
        with self.connect() as conn:
            found = link_checks.wanted(conn, most=100)
            for check in found:
                outcome = "404" if "hong" in check.url else link_checks.ANSWERS
                link_checks.was_checked(conn, check, outcome, self.now)
        broken = [check for check in found if check.chat and "hong" in check.url]
        events = [(str(one.chat), f"link_checked:{one.standing_id}:{one.question}") for one in broken]
        return [arrived for chat, event in events for arrived in self.acts(chat, event)]

    def _turn(self, chat: str, kind: IncomingKind, **what: Any) -> list[Arrived]:
        return self.takes(chat, Incoming(channel=self.channel(chat), chat=chat, kind=kind, **what))

    def takes(self, chat: str, incoming: Incoming) -> list[Arrived]:
        """Something comes in as a channel has read it."""
        self.turns += 1
        self.now += timedelta(seconds=20)
        with self.connect() as conn:
            self._conversation()(conn, incoming, self.turns, self.now)
        return self._look()

    def _conversation(self) -> Conversation:
        return Conversation(
            texts=Texts.load("vi"),
            links=Links(public_url="https://khaibao.example", telegram_bot="khaibao_bot"),
            draw=self.draw,
            quotas=self.quotas,
            costs={name: _screens for name in self.channels.values() if platform_of(name) == ZALO},
            seats=self.seats,
            buttonless=frozenset(name for name in self.channels.values() if platform_of(name) == ZALO),
        )

    def _look(self) -> list[Arrived]:
        """What was put into the outbox with its words since the last look."""
        with self.connect() as conn:
            rows = conn.execute(_WORDED, {"told": self.told}).all()
            self.told = conn.scalar(_LAST) or 0
            for row in rows:
                self._meter(row.channel).count(conn, 1, self.now)
        return [self._arrive(row.chat, bodies.from_json(row.body), row.kind) for row in rows]

    def _arrive(self, chat: str, reply: Reply, kind: str) -> Arrived:
        self.shown[chat] = reply
        return Arrived(chat=chat, reply=reply, kind=kind)

    def _next(self, until: datetime) -> datetime | None:
        """The next moment at which anything is due."""
        with self.connect() as conn:
            planned = planner.next_due(conn, self.now)
            waiting = conn.scalar(
                select(func.min(deliveries.c.due_at)).where(
                    deliveries.c.state == "waiting", deliveries.c.due_at > self.now
                )
            )
        return min((moment for moment in (planned, waiting) if moment and moment <= until), default=None)

    def _tick(self) -> list[Arrived]:
        asyncio.run(planner.tick(Direct(self.connect), self.now, metered=self.quotas))
        found: list[Arrived | None] = []
        with self.connect() as conn:
            tried: set[tuple[int, str]] = set()
            while rows := [row for row in self._due(conn) if (row.id, row.channel) not in tried]:
                for row in rows:
                    tried.add((row.id, row.channel))
                    if self._settled(conn, row):
                        break  # some went another way
                    found.append(self._send(conn, row))
        return [arrived for arrived in found if arrived is not None]

    def _meter(self, channel: str) -> Meter:
        return Meter(
            channel=FakeChannel(clock=FakeClock(self.now), name=channel),
            quotas=self.quotas,
            channels={"web", "telegram", *self.quotas},
        )

    def _settled(self, conn: Connection, row: Any) -> bool:
        """Whether nothing of its lane may leave; then its share is settled, as the dispatcher does."""
        meter, lane = self._meter(row.channel), LANE_OF[row.lane]
        allowed = meter.allowance(conn, self.now, 0)
        if allowed is None or allowed.left(lane):
            return False
        return meter.settle(conn, lane, self.now, 0)

    def _due(self, conn: Connection) -> list[Any]:
        return list(conn.execute(_DUE, {"now": self.now}))

    def _send(self, conn: Connection, row: Any) -> Arrived | None:
        """Word a reminder as the dispatcher does, at the moment of sending."""
        delivery = reminder(row)
        late = row.expires_at is not None and row.expires_at <= self.now
        wording = Wording(texts=Texts.load("vi"), able=ABLE[platform_of(row.channel)], quotas=self.quotas)
        worded = None if late else wording(conn, delivery, self.now)
        state = "sent" if isinstance(worded, Reply) else "expired" if late else "cancelled"
        ended: dict[str, Any] = {"state": state, "finished_at": self.now}
        if isinstance(worded, Reply):
            ended |= {"body": bodies.to_json(worded), "message_ref": worded.edits or str(row.id)}
            self._meter(row.channel).count(conn, 1, self.now)
        conn.execute(update(deliveries).where(deliveries.c.id == row.id).values(**ended))
        self.told = max(self.told, row.id)
        return self._arrive(row.chat, worded, row.kind) if isinstance(worded, Reply) else None
