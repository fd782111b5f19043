"""What comes in and what goes out, the same for every channel.

A button carries an *action*: a verb and its arguments, at most 64 bytes of ASCII (Telegram's limit
for callback data), so that it still means the same after a restart or on a channel without buttons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

#: Telegram: callback_data is 1–64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton).
ACTION_BYTES = 64


class IncomingKind(StrEnum):
    TEXT = "text"
    ACTION = "action"  #: a button was tapped: `Incoming.action`
    DOCUMENT = "document"  #: a file: `Incoming.file`
    MEDIA = "media"  #: photo, sticker, voice …: told what to do instead, never kept
    FORM = "form"  #: a whole form was filled in on a page: `Incoming.form`
    STOPPED = "stopped"  #: the person blocked the bot
    UNSUPPORTED = "unsupported"  #: the platform hides the content


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef:
    """A file somebody sent: fetched by the channel only when somebody may send one."""

    ref: str  #: the channel's own name for it
    name: str
    size: int = 0  #: bytes; 0 where the channel does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """What was written into the form of one declaration, as it was typed."""

    standing_id: int
    revision: int  #: how often it had been declared when the page was made
    fields: Mapping[str, str]  #: by question id


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One message or tap of a person."""

    channel: str
    chat: str
    kind: IncomingKind
    text: str = ""
    action: str = ""
    message_ref: str | None = None  #: the channel's id of the message whose button was tapped
    file: FileRef | None = None
    form: FilledForm | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button, or a numbered line where the channel has none."""

    label: str
    action: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.action.encode()) <= ACTION_BYTES:
            raise ValueError(f"action of {len(self.action.encode())} bytes: {self.action[:20]}…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A picture or a document to send: `ref` names a stored file."""

    ref: str
    name: str
    mime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One message to a person, plain text. `\\n` breaks lines; nothing is ever read as markup."""

    text: str
    choices: tuple[Choice, ...] = ()
    #: the answer to the question asked is a number, so choices must not be numbered
    number_expected: bool = False
    edits: str | None = None  #: the channel's id of the message this one replaces, where it can
    attachment: Attachment | None = None
    #: the channel's id of a message that this takes back; the text is said where that cannot be done
    deletes: str | None = None


class Lane(StrEnum):
    """What travels first: a person's answer, then reminders, then announcements."""

    ANSWER = "answer"
    REMINDER = "reminder"
    ANNOUNCEMENT = "announcement"
