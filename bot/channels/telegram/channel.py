"""Telegram as a channel: see `bot.domain.channels.Channel`."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from pydantic import SecretStr

from bot.channels.pieces import Begun
from bot.channels.plain_text import clean, fits, one_line, split
from bot.channels.telegram.client import Client
from bot.channels.telegram.http import File
from bot.channels.telegram.keyboard import keyboard
from bot.channels.telegram.limits import (
    BUTTONS,
    CAPTION,
    FETCHED,
    PER_SECOND,
    PER_SECOND_IN_A_CHAT,
    PICTURE,
    TEXT,
)
from bot.channels.telegram.receiving import Receiver
from bot.channels.telegram.updates import parse
from bot.channels.webhooks import Webhook
from bot.clock import Clock
from bot.domain.channels import TELEGRAM, Capabilities, Receive
from bot.domain.messages import Attachment, Choice, FileRef, Incoming, Reply
from bot.errors import Misconfigured, Refused

_log = logging.getLogger(__name__)

_PICTURES = frozenset({"image/png", "image/jpeg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One call's worth of a reply."""

    text: str
    choices: tuple[Choice, ...] = ()
    edits: int | None = None
    attachment: Attachment | None = None


def pieces(reply: Reply, most: int) -> list[Piece]:
    """A reply in messages that Telegram takes, the buttons under the last of them."""
    text = clean(reply.text)
    texts = split(text, most)
    if reply.attachment is not None:
        if fits(text, CAPTION):
            return [Piece(text=text, choices=reply.choices, attachment=reply.attachment)]
        file = Piece(text="", choices=reply.choices, attachment=reply.attachment)
        return [*(Piece(text=part) for part in texts), file]
    edits = int(reply.edits) if reply.edits is not None and reply.edits.isdecimal() else None
    last = len(texts) - 1
    return [
        Piece(text=part, choices=reply.choices if at == last else (), edits=edits if at == 0 else None)
        for at, part in enumerate(texts)
    ]


class Telegram:
    """One bot. Its connections open with the first request; `close` ends them."""

    name = TELEGRAM
    capabilities = Capabilities(
        buttons=True,
        edits=True,
        deletes=True,
        files=True,
        text_units=TEXT,
        per_second=PER_SECOND,
        chat_interval=1 / PER_SECOND_IN_A_CHAT,
        chat_burst=3,
    )

    def __init__(
        self,
        token: SecretStr | str,
        api_url: str,
        *,
        webhook: Webhook | None,
        commands: Mapping[str, str],
        clock: Clock,
        chance: Random,
        patience: float = 20.0,
    ) -> None:
        """`commands`: what the menu of the chat offers, name → description; `webhook` None: fetch updates.

        `patience`: seconds after which a request counts as unanswered. Raises Misconfigured without a token.
        """
        secret = token.get_secret_value() if isinstance(token, SecretStr) else token
        if not secret:
            raise Misconfigured("token-missing")
        self._client = Client(secret, api_url.rstrip("/"), patience)
        self._receiver = Receiver(
            self._client, webhook=webhook, commands=commands, clock=clock, chance=chance
        )
        self._begun = Begun()

    # --- receiving

    @property
    def username(self) -> str | None:
        """The bot's user name, for links to it; None until Telegram has told it."""
        return self._receiver.username

    async def identify(self) -> str:
        """Ask Telegram for the bot's user name. Raises ChannelError: Misconfigured for a wrong token."""
        return await self._receiver.identify()

    def parse(self, payload: Mapping[str, Any]) -> Incoming | None:
        """What a stored update says; None for what concerns nobody (groups, notes of Telegram's own)."""
        return parse(payload)

    @property
    def fetches(self) -> bool:
        """Whether Telegram is asked for updates, instead of bringing them."""
        return self._receiver.fetches

    async def run(self, receive: Receive) -> None:
        """Introduce the bot, then receive until cancelled.

        Raises Misconfigured where the operator must mend something: "token-rejected", "second-poller",
        "webhook-is-set" by somebody else, or why Telegram refuses our webhook or commands.
        """
        await self._receiver.run(receive)

    async def webhook(self, headers: Mapping[str, str], body: bytes) -> int:
        """Take one call of Telegram's to our web server; returns the HTTP status to answer with.

        Header names in lower case. 200: stored, or nothing that a repetition would mend (not JSON, no
        update, nobody's); 403: not Telegram; 413: too long; 503: not stored, to be repeated.
        """
        return await self._receiver.called(headers, body)

    async def close(self) -> None:
        """Close the connections."""
        await self._receiver.close()
        await self._client.close_connections()

    # --- sending

    async def send(self, chat: str, reply: Reply, content: bytes | None = None) -> str | None:
        """Send one message, or several where the text is longer than one; returns the id of the last.

        Raises a ChannelError. The next try of a long text goes on where this one ended.
        """
        if len(reply.choices) > BUTTONS:
            _log.error("telegram: %d choices, shown are %d", len(reply.choices), BUTTONS)
        if reply.deletes is not None and await self._deleted(int(chat), reply.deletes):
            return None
        return await self._begun.send(
            (chat, reply.text),
            pieces(reply, self.capabilities.text_units),
            lambda piece: self._send(int(chat), piece, content or b""),
        )

    async def _deleted(self, chat: int, ref: str) -> bool:
        """Whether a message is gone; False where it is too old for that.

        "A message can only be deleted if it was sent less than 48 hours ago"
        (core.telegram.org/bots/api#deletemessage).
        """
        if not ref.isdecimal():
            return False
        try:
            await self._client.delete_message(chat, int(ref))
        except Refused as refused:
            return refused.reason == "message-to-delete-not-found"
        return True

    async def _send(self, chat: int, piece: Piece, content: bytes) -> str:
        """Send a piece, as a new message where the one it replaces cannot be edited; returns its id."""
        if piece.attachment is not None:
            return str(await self._send_file(chat, piece, piece.attachment, content))
        if piece.edits is not None and await self._edited(chat, piece, piece.edits):
            return str(piece.edits)
        return str(await self._client.send_message(chat, piece.text, keyboard(piece.choices)))

    async def _edited(self, chat: int, piece: Piece, number: int) -> bool:
        """Whether the message now says this; False where it is gone or not ours to edit."""
        try:
            await self._client.edit_message_text(chat, number, piece.text, keyboard(piece.choices))
        except Refused as refused:
            return refused.reason == "message-is-not-modified"
        return True

    async def _send_file(self, chat: int, piece: Piece, attachment: Attachment, content: bytes) -> int:
        """A picture shows at once in the chat; what Telegram does not take for one goes as a document."""
        file = File(name=one_line(attachment.name), mime=attachment.mime, content=content)
        markup = keyboard(piece.choices)
        if file.mime in _PICTURES and len(content) <= PICTURE:
            try:
                return await self._client.send_photo(chat, file, piece.text, markup)
            except Refused as refused:
                _log.info("telegram: a picture goes as a document: %s", refused.reason)
        return await self._client.send_document(chat, file, piece.text, markup)

    def costs(self, reply: Reply) -> int:
        return len(pieces(reply, self.capabilities.text_units))

    # --- files

    async def fetch(self, file: FileRef) -> bytes:
        """The bytes of a file somebody sent, up to 20 MB.

        Raises ChannelError: Refused where it is gone or too big.
        """
        if file.size > FETCHED:
            raise Refused("file-too-big")
        return await self._client.fetch(file.ref)
