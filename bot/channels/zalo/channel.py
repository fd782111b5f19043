"""Zalo as a channel: see `bot.domain.channels.Channel`. Each bot is a channel of its own."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from random import Random
from typing import Any, TypeAlias

from pydantic import SecretStr

from bot.channels.pieces import Begun
from bot.channels.plain_text import one_line
from bot.channels.webhooks import Webhook
from bot.channels.zalo.client import Client
from bot.channels.zalo.receiving import Receiver
from bot.channels.zalo.screens import MOST_TEXT, screens
from bot.channels.zalo.updates import parse
from bot.clock import Clock
from bot.domain.channels import Capabilities, Receive
from bot.domain.messages import Attachment, FileRef, Incoming, Reply
from bot.errors import Refused

_log = logging.getLogger(__name__)

#: What sendPhoto shows in the chat.
_PICTURES = frozenset({"image/png", "image/jpeg"})
#: What a delivery keeps of the platform's id of a message.
_LONGEST_REF = 40
#: One call's worth of a reply: a text, or a picture with it.
Piece: TypeAlias = tuple[str, Attachment | None]


class Zalo:
    """One bot. Its connections open with the first request; `close` ends them."""

    def __init__(
        self,
        name: str,
        token: SecretStr,
        api_url: str,
        *,
        webhook: Webhook | None,
        link: Callable[[Attachment], str] | None,
        no_link: Callable[[str], str],
        clock: Clock,
        chance: Random,
        monthly: int = 0,
        users: int = 0,
        per_second: float = 5.0,
        patience: float = 20.0,
    ) -> None:
        """`name`: of the channel, "zalo:<bot>"; `webhook` None: fetch updates, which is for trials.

        `link` gives the address under which Zalo and the person can fetch a file for a while; where there
        is none, `no_link` says so, by the file's name. `patience`: seconds after which a request counts as
        unanswered; `monthly`, `users`, `per_second`: see `Capabilities`.
        """
        self.name = name
        self.capabilities = Capabilities(
            buttons=False,
            edits=False,
            deletes=False,
            files=False,
            text_units=MOST_TEXT,
            per_second=per_second,
            chat_interval=1.0,
            monthly=monthly,
            users=users,
        )
        self._link = link
        self._no_link = no_link
        self._client = Client(token, api_url, patience)
        self._receiver = Receiver(name, self._client, webhook=webhook, clock=clock, chance=chance)
        self._begun = Begun()

    # --- receiving

    @property
    def account(self) -> str:
        """The bot's account name, such as "bot.VDKyGxQvc"; empty until Zalo has told it."""
        return self._receiver.account

    async def identify(self) -> str:
        """Ask Zalo for the bot's account name. Raises ChannelError: Misconfigured for a wrong token."""
        return await self._receiver.identify()

    def parse(self, payload: Mapping[str, Any]) -> Incoming | None:
        """What a stored update says; None for what concerns nobody."""
        return parse(self.name, payload)

    @property
    def fetches(self) -> bool:
        """Whether Zalo is asked for updates, instead of bringing them."""
        return self._receiver.fetches

    async def run(self, receive: Receive) -> None:
        """Say how updates shall come, then receive until cancelled.

        Raises Misconfigured where the operator must mend something: "token-rejected", or why Zalo refuses
        our webhook.
        """
        await self._receiver.run(receive)

    async def webhook(self, headers: Mapping[str, str], body: bytes) -> int:
        """Take one call to our web server; returns the HTTP status to answer with.

        Header names in lower case. 200: stored, a probe, or nothing that a repetition would mend; 403: not
        Zalo; 413: too long; 503: not stored.
        """
        return await self._receiver.called(headers, body)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    # --- sending

    async def send(self, chat: str, reply: Reply, content: bytes | None = None) -> str | None:
        """Send one message, or several where the text is longer than one; returns the id of the last.

        What replaces or takes back an earlier message is said as a new one. Raises a ChannelError. The next
        try of a long text goes on where this one ended.
        """
        return await self._begun.send((chat, reply.text), self._pieces(reply), partial(self._send, chat))

    def costs(self, reply: Reply) -> int:
        """How many messages a reply becomes."""
        return len(self._pieces(reply))

    def _pieces(self, reply: Reply) -> list[Piece]:
        """A reply in messages that Zalo takes: a picture goes with the last text, other files as a link."""
        file = reply.attachment
        if file is None or (self._shows(file) and self._link is not None):
            *before, last = screens(reply)
            return [*((text, None) for text in before), (last, file)]
        return [(text, None) for text in screens(reply, self._pointer(file))]

    @staticmethod
    def _shows(file: Attachment) -> bool:
        return file.mime in _PICTURES

    def _pointer(self, file: Attachment) -> str:
        """What stands for a file that Zalo does not carry."""
        name = one_line(file.name)
        return f"{name}:\n{self._link(file)}" if self._link is not None else self._no_link(name)

    async def _send(self, chat: str, piece: Piece) -> str | None:
        text, picture = piece
        if picture is not None and self._link is not None:
            told = {"caption": text} if text else {}
            try:
                photo = self._link(picture)
                return _message_id(await self._client.call("sendPhoto", chat_id=chat, photo=photo, **told))
            except Refused as refused:
                _log.info("%s: a picture goes as a link: %s", self.name, refused.reason)
                ref = await self._say(chat, self._pointer(picture))
                return await self._say(chat, text) if text else ref
        return await self._say(chat, text)

    async def _say(self, chat: str, text: str) -> str | None:
        return _message_id(await self._client.call("sendMessage", chat_id=chat, text=text))

    # --- files

    async def fetch(self, file: FileRef) -> bytes:
        """Zalo hands out no files. Raises Refused."""
        raise Refused("file-expired")


def _message_id(result: object) -> str | None:
    match result:
        case {"message_id": str(message_id)}:
            return message_id[:_LONGEST_REF]
    return None
