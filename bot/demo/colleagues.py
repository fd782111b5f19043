"""The rest of the school: colleagues who declare by themselves as the clock moves on.

They write real sentences into the real inbox and are answered like everybody else, so every number
on the screen was counted, not painted. Who writes when follows from a fixed seed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.domain.channels import Receive, Update
from bot.texts import Texts

#: Of the colleagues who still owe something, the share that declares within a day.
A_DAY = 0.22
#: What they write: whole families, families in part, people who live alone.
SENTENCE_KEYS = (
    "demo-colleague-1",
    "demo-colleague-2",
    "demo-colleague-3",
    "demo-colleague-4",
    "demo-colleague-5",
    "demo-colleague-6",
)


@dataclass(slots=True)
class Colleagues:
    """Those who have not declared yet, in the order in which they will."""

    _waiting: list[str]
    _sentences: Sequence[str]
    _chance: Random
    _owed: float = 0.0  #: declarations that should have come in by now and did not
    _turn: int = 0

    @classmethod
    def gather(cls, chats: Sequence[str], texts: Texts, seed: int = 1510) -> "Colleagues":
        chance = Random(seed)  # nosec B311 - a story, not a secret
        waiting = list(chats)
        chance.shuffle(waiting)
        return cls(waiting, [texts(key) for key in SENTENCE_KEYS], chance)

    async def declare(self, receive: Receive, passed: timedelta, now: datetime) -> None:
        """Let as many declare as would in the time that has passed: a sentence, then the confirmation."""
        self._owed += len(self._waiting) * (1 - (1 - A_DAY) ** (passed / timedelta(days=1)))
        updates: list[Update] = []
        while self._owed >= 1 and self._waiting:
            self._owed -= 1
            chat = self._waiting.pop()
            for text in self._chance.choice(self._sentences).split("|"):
                self._turn += 1
                payload = {"type": "text", "chat": chat, "text": text.strip()}
                updates.append(Update(key=f"colleague-{self._turn}", chat=chat, payload=payload))
        if updates:
            await receive(updates)
