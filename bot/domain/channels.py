"""What every channel is: a table of what it can do, and four verbs.

A channel turns a platform's payload into an `Incoming` (pure) and a `Reply` into API calls. It knows
no handler, no database and no other channel. Whatever arrives goes through `Receive` first, which
returns only when it is committed: only then may a channel acknowledge it to the platform.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.messages import FileRef, Incoming, Reply

#: The names of the channels, as contacts and deliveries store them.
TELEGRAM, WEB = "telegram", "web"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a platform can show, and the pace it permits."""

    buttons: bool
    edits: bool
    deletes: bool  #: what was sent can be taken back, for some time at least
    files: bool
    text_units: int  #: longest text, in UTF-16 code units
    per_second: float  #: sends a second over all chats
    chat_interval: float  #: seconds between two sends to one chat
    chat_burst: int = 1  #: sends to one chat that may go at once before the interval binds


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One raw update of a platform, before it is understood."""

    key: str  #: the platform's id of it: the same key twice is the same update
    chat: str
    payload: Mapping[str, Any]  #: JSON


#: Commits updates to the inbox; a key that is already there is left alone.
Receive = Callable[[Sequence[Update]], Awaitable[None]]


class Channel(Protocol):
    """One platform."""

    name: str
    capabilities: Capabilities

    def parse(self, payload: Mapping[str, Any]) -> Incoming | None:
        """What a stored payload says; None for updates that concern nobody. Pure."""
        ...

    async def send(self, chat: str, reply: Reply, content: bytes | None = None) -> str | None:
        """Send one message (`content`: the bytes of its attachment); returns the platform's id of it.

        Raises a ChannelError that says what to do next.
        """
        ...

    async def fetch(self, file: FileRef) -> bytes:
        """The bytes of a file somebody sent. Raises ChannelError."""
        ...

    async def run(self, receive: Receive) -> None:
        """Receive until cancelled. Raises Misconfigured where the operator must mend something."""
        ...
