"""The platform of a run: its double, what goes wrong there, and what it took."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.messages import Reply
from tests.fakes.telegram.faults import Kind

#: What goes wrong with a send, and how often in a thousand.
SENDING = {
    Kind.INTERNAL_ERROR: 3.0,
    Kind.BAD_GATEWAY: 3.0,
    Kind.RESET_UNREAD: 2.0,
    Kind.RESET_DELIVERED: 4.0,
    Kind.HANG: 1.0,
    Kind.SLOW: 1.0,
    Kind.MALFORMED: 1.0,
}
#: The same for 429s, each of which makes the whole channel pause, but at least about one in a run.
THROTTLES = 0.5
#: Of a thousand people so many have blocked the bot.
BLOCKED = 10.0


def troubles(sends: int) -> dict[Kind | str, float]:
    """Shares of so many sends that go wrong, by kind."""
    shares: dict[Kind | str, float] = {kind: often / 1000 for kind, often in SENDING.items()}
    return shares | {Kind.TOO_MANY_REQUESTS: max(THROTTLES / 1000, 1 / sends)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A message that the platform took, whatever it answered."""

    chat: str
    text: str
    ref: str  #: what the platform calls it
    edits: bool = False  #: it changed a message that was there


class Talker(Protocol):
    """Somebody with a phone."""

    async def says(self, *texts: str) -> object: ...

    async def hears(self, containing: str = "", *, button: str = "", seconds: float) -> object:
        """A message of the bot's since the last act. Raises AssertionError after so many seconds."""
        ...

    async def taps(self, button: str) -> object:
        """Choose what the newest message that offers it offers under this label."""
        ...


class Platform(Protocol):
    """A double of a platform, in this process: it lives on when the program is killed."""

    channel: str  #: the channel's name
    settings: dict[str, str]  #: of the program, so that it finds the double

    def trouble(self, seed: int, sends: int) -> None:
        """From now on things go wrong, over so many sends."""
        ...

    def calm(self) -> None:
        """Nothing goes wrong any more, but for those who blocked the bot."""
        ...

    def blocked(self) -> set[str]:
        """The chats in which the bot may not write."""
        ...

    def talker(self, chat: str) -> Talker: ...

    def calls(self) -> int:
        """How often the program has asked for anything so far."""
        ...

    def accepted(self) -> list[Accepted]:
        """In the order in which they came."""
        ...

    def shown(self, reply: Reply) -> Sequence[str]:
        """The texts that a reply becomes on this platform."""
        ...

    def given(self) -> int:
        """How many updates people made."""
        ...

    def unfetched(self) -> int:
        """How many of them the program has not acknowledged."""
        ...

    def met(self) -> Counter[str]:
        """What went wrong with sends, by kind."""
        ...
