"""A platform that does what a test tells it, and keeps a journal of what reached it."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.clock import Clock
from bot.domain.channels import Capabilities, Receive
from bot.domain.messages import FileRef, Incoming, IncomingKind, Reply
from bot.errors import OutcomeUnknown

UNHURRIED = Capabilities(
    buttons=True,
    edits=True,
    deletes=True,
    files=True,
    text_units=4096,
    per_second=10_000,
    chat_interval=0,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A message that reached a person."""

    chat: str
    text: str
    at: float  #: on the stopwatch
    content: bytes | None = None


@dataclass(slots=True, kw_only=True)
class FakeChannel:
    """`failures[chat]` are raised by the next sends to a chat, one each; `lost_answers` arrive and fail.

    A gate that is closed keeps sends and questions under way until it is opened.
    """

    clock: Clock
    name: str = "telegram"
    capabilities: Capabilities = UNHURRIED
    journal: list[Arrived] = field(default_factory=list)
    failures: defaultdict[str, deque[Exception]] = field(default_factory=lambda: defaultdict(deque))
    lost_answers: defaultdict[str, deque[Exception]] = field(default_factory=lambda: defaultdict(deque))
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Event = field(default_factory=asyncio.Event)  #: set once a message has arrived
    attempts: int = 0
    questions: int = 0  #: that were asked, without a message
    asked: asyncio.Event = field(default_factory=asyncio.Event)  #: set once there was a question
    is_silent: bool = False  #: nothing is answered, nor does it arrive

    def __post_init__(self) -> None:
        self.gate.set()

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.journal]

    async def identify(self) -> str:
        self.questions += 1
        self.asked.set()
        await self.gate.wait()
        if self.is_silent:
            raise OutcomeUnknown("no-answer")
        return "khaibao_bot"

    def parse(self, payload: Mapping[str, Any]) -> Incoming | None:
        if "text" not in payload:
            return None
        return Incoming(channel=self.name, chat=payload["chat"], kind=IncomingKind.TEXT, text=payload["text"])

    async def send(self, chat: str, reply: Reply, content: bytes | None = None) -> str | None:
        self.attempts += 1
        if self.is_silent:
            raise OutcomeUnknown("no-answer")
        if self.failures[chat]:
            raise self.failures[chat].popleft()
        self.journal.append(Arrived(chat=chat, text=reply.text, at=self.clock.monotonic(), content=content))
        self.reached.set()
        if self.lost_answers[chat]:
            raise self.lost_answers[chat].popleft()
        await self.gate.wait()
        return f"m{len(self.journal)}"

    def costs(self, reply: Reply) -> int:
        return -(-max(len(reply.text), 1) // self.capabilities.text_units)

    async def fetch(self, file: FileRef) -> bytes:
        return b""

    @property
    def fetches(self) -> bool:
        return False

    async def run(self, receive: Receive) -> None:
        await asyncio.Event().wait()
