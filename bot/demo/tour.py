"""The story told in the terminal: `story.txt`, played through the real inbox and outbox.

A line of the story is one of

    == heading
    teacher: what she writes           (a button's label or number works as in any chat without buttons)
    @next | @hour | @day | @due        the clock moves
    @19:05                             the clock moves to this time of day
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path

from bot.demo.cast import CAST
from bot.demo.control import Director
from bot.demo.routes import Step
from bot.domain.channels import WEB, Update
from bot.domain.deadlines import VIETNAM, instant
from bot.storage import webchat
from bot.web.tokens import chat_of

STORY = Path(__file__).parent / "story.txt"


@dataclass(slots=True, kw_only=True)
class Tour:
    """Plays the story; `tell` gets one line at a time."""

    director: Director
    tell: Callable[[str], None]
    _heard: dict[str, int] = field(default_factory=dict)  #: last delivery told, by part
    _said: int = 0

    async def play(self) -> None:
        """Play it to the end."""
        for line in STORY.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            if line.startswith("=="):
                self._heading(line.strip("= "))
            elif line.startswith("@"):
                await self._move(line[1:].strip())
            else:
                part, _, text = line.partition(":")
                await self._say(part.strip(), text.strip())

    def _heading(self, words: str) -> None:
        self.tell("")
        self.tell(f"━━ {words} ━━")

    async def _move(self, to: str) -> None:
        if ":" in to:
            await self.director.advance_to(_at(self.director.clock.now(), time.fromisoformat(to)))
        else:
            await self.director.move(Step(to))
        formats = self.director.app.texts.formats
        self._heading(formats.moment(self.director.clock.now()))
        for part in self._heard:
            await self._listen(part)

    async def _say(self, part: str, text: str) -> None:
        persona = next(p for p in self.director.personas if p.id == part)
        self._heard.setdefault(part, 0)
        self._said += 1
        chat = chat_of(self.director.tokens[part])
        if text == "/start":
            found = next(p for p in CAST if p.id == part)
            text = f"/start {self.director.start_code(found)}"
        else:
            await self._listen(part)
        self.tell("")
        self.tell(f"{persona.name}  ▸ {text}")
        app = self.director.app
        payload = {"type": "text", "chat": chat, "text": text}
        await app.workers.receive(WEB)([Update(key=f"tour-{self._said}", chat=chat, payload=payload)])
        await app.drain()
        await self._listen(part)

    async def _listen(self, part: str) -> None:
        """Tell what this part has been sent since."""
        chat, after = chat_of(self.director.tokens[part]), self._heard.get(part, 0)
        name = next(p for p in self.director.personas if p.id == part).name
        for number, reply in await self.director.app.database.read(
            lambda conn: webchat.sent_since(conn, chat, after)
        ):
            self._heard[part] = number
            first, *rest = reply.text.splitlines()
            self.tell(f"  → {name}: {first}")
            for line in rest:
                self.tell(f"      {line}".rstrip())
            if reply.choices:
                self.tell("      " + "  ".join(f"[{choice.label}]" for choice in reply.choices))


def _at(now: datetime, at: time) -> datetime:
    """The next moment at which a clock on the wall shows this time."""
    local = now.astimezone(VIETNAM)
    day = local.date() if local.time() < at else local.date() + timedelta(days=1)
    return instant(day, at)
