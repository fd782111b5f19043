"""What every channel is: a table of what it can do, and six verbs.

A channel turns a platform's payload into an `Incoming` (pure) and a `Reply` into API calls. It knows
no handler, no database and no other channel. Whatever arrives goes through `Receive` first, which
returns only when it is committed: only then may a channel acknowledge it to the platform.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.messages import FileRef, Incoming, Reply

#: The platforms. A channel is named by its platform, as contacts and deliveries store it; where a
#: platform has several bots, by platform and bot: "zalo:1459232241".
TELEGRAM, WEB, ZALO = "telegram", "web", "zalo"

#: Longest name of a bot inside a channel's name: the column of a channel holds 20 characters.
_LONGEST_BOT = 14


def platform_of(channel: str) -> str:
    """The platform of a channel: "zalo" for "zalo:1459232241"."""
    return channel.partition(":")[0]


def channel_of(platform: str, bot: str) -> str:
    """The channel of one of several bots of a platform, by the platform's id of the bot."""
    return f"{platform}:{bot[-_LONGEST_BOT:]}"


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
    monthly: int = 0  #: sends that the platform grants a calendar month; 0: as many as one likes
    users: int = 0  #: people that one bot may have; 0: as many as come


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

    @property
    def fetches(self) -> bool:
        """Whether it asks the platform for updates, which one process at a time may do."""
        ...

    async def identify(self) -> str:
        """The bot's name on the platform: a question that changes nothing there. Raises ChannelError."""
        ...

    def parse(self, payload: Mapping[str, Any]) -> Incoming | None:
        """What a stored payload says; None for updates that concern nobody. Pure."""
        ...

    async def send(self, chat: str, reply: Reply, content: bytes | None = None) -> str | None:
        """Send one message (`content`: the bytes of its attachment); returns the platform's id of it.

        Raises a ChannelError that says what to do next.
        """
        ...

    def costs(self, reply: Reply) -> int:
        """How many messages a reply becomes, as a monthly quota counts them. Pure."""
        ...

    async def fetch(self, file: FileRef) -> bytes:
        """The bytes of a file somebody sent. Raises ChannelError."""
        ...

    async def run(self, receive: Receive) -> None:
        """Receive until cancelled. Raises Misconfigured where the operator must mend something."""
        ...
