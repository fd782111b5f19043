"""A conversation as a page shows it: what was received and what was delivered, merged. Pure.

Nothing that was said vanishes, an announcement that was withdrawn excepted: a tap is a bubble with the
label of its button, and the answer to it is a message of its own, also where another channel would put it
in place of the question.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.messages import Attachment, Choice
from bot.storage.deliveries import DeliveryState
from bot.storage.webchat import Delivered, Received

#: Two messages may be committed in another order than they were sent, so a page that asks for what is
#: new is given the last moments again; it knows each message by its id.
OVERLAP = timedelta(seconds=10)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One bubble."""

    id: str  #: "u17": the person's, "b42": ours
    order: tuple[int, int, int, int]  #: bubbles are shown in this order
    text: str
    at: datetime
    settled: bool  #: nothing about it will change
    changed_at: datetime | None = None  #: when it was taken back
    failed: bool = False  #: could not be handled: the person has to say it again
    key: str = ""  #: the page's own name of a message that it sent
    choices: tuple[Choice, ...] = ()
    attachment: Attachment | None = None

    @property
    def is_ours(self) -> bool:
        return self.id.startswith("b")


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A conversation so far."""

    messages: Sequence[Message]
    question: str | None  #: id of the message whose buttons may be tapped
    waiting: bool  #: something the person said is not answered yet

    @property
    def cursor(self) -> int:
        """Give this to `since` to get only what comes later; microseconds."""
        return max((_micros(message.changed_at or message.at) for message in self.messages), default=0)

    def since(self, cursor: int) -> Sequence[Message]:
        """What is new, or may have changed."""
        start = cursor - OVERLAP // timedelta(microseconds=1)
        return [
            message
            for message in self.messages
            if _micros(message.changed_at or message.at) >= start or not message.settled or message.failed
        ]


def merge(received: Iterable[Received], delivered: Iterable[Delivered]) -> History:
    """The conversation of one chat.

    Buttons can be tapped on the newest question only: the last message with choices since the person
    last said something.
    """
    received, delivered = list(received), list(delivered)
    gone = {row.reply.deletes: row for row in delivered if row.reply.deletes and _arrived(row)}
    delivered = [row for row in delivered if row.reply.deletes is None]
    labels = {(str(row.id), choice.action): choice.label for row in delivered for choice in row.reply.choices}
    rows: list[Received | Delivered] = [*received, *delivered]
    messages: list[Message] = []
    question: str | None = None
    for row in sorted(rows, key=_order):
        if isinstance(row, Received):
            question = None
            message = _theirs(row, labels)
        else:
            message = _ours(row, gone.get(str(row.id)))
            if message is not None and message.choices:
                question = message.id
        if message is not None:
            messages.append(message)
    return History(
        messages=messages,
        question=question,
        waiting=any(row.state == "waiting" for row in received)
        or any(row.state is DeliveryState.WAITING and row.is_answer for row in delivered),
    )


def _order(row: Received | Delivered) -> tuple[int, int, int, int]:
    """By time; at the same instant (a clock may stand still) an answer follows what it answers."""
    if isinstance(row, Received):
        return _micros(row.at), row.id, 0, row.id
    return _micros(row.at), row.cause or 0, 1, row.id


def _theirs(row: Received, labels: Mapping[tuple[str, str], str]) -> Message | None:
    """What the person said; None where there is nothing to show."""
    payload = row.payload
    text, attachment = "", None
    match payload["type"]:
        case "text" | "form":
            text = payload["text"]
            if text.startswith("/start "):  # said by the invite link, not by the person
                return None
        case "action":
            text = labels.get((payload["ref"] or "", payload["action"]), "")
            if not text:  # a button of a message that is no longer read
                return None
        case "document":
            attachment = Attachment(ref=payload["file"]["ref"], name=payload["file"]["name"], mime="")
        case _:
            attachment = Attachment(ref="", name="", mime="")
    return Message(
        id=f"u{row.id}",
        order=_order(row),
        text=text,
        at=row.at,
        settled=row.state != "waiting",
        failed=row.state == "failed",
        key=row.key.rpartition(":")[2],
        attachment=attachment,
    )


def _arrived(row: Delivered) -> bool:
    return row.state is not DeliveryState.WAITING


def _ours(row: Delivered, gone: Delivered | None) -> Message | None:
    """What was said to the person; None while it waits. Of what was taken back only that it was is left."""
    if not _arrived(row):
        return None
    if gone is not None:
        return Message(
            id=f"b{row.id}",
            order=_order(row),
            text=gone.reply.text,
            at=row.at,
            settled=gone.state is DeliveryState.SENT,
            changed_at=gone.at,
        )
    return Message(
        id=f"b{row.id}",
        order=_order(row),
        text=row.reply.text,
        at=row.at,
        settled=row.state is DeliveryState.SENT,
        choices=row.reply.choices,
        attachment=row.reply.attachment,
    )


def _micros(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)
