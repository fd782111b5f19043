"""The platforms that the settings name: their channels, what their bots are called, where they bring updates.

Telegram's library is imported only where there is a token for it: that takes half a second.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from random import SystemRandom
from typing import TYPE_CHECKING

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.webhooks import Webhook
from bot.channels.zalo import Zalo
from bot.clock import SystemClock
from bot.domain.invites import Links, ZaloBot
from bot.domain.messages import Attachment
from bot.errors import ChannelError, InputError, Misconfigured
from bot.settings import Settings
from bot.texts import Texts

if TYPE_CHECKING:
    from bot.channels.telegram import Telegram

_log = logging.getLogger(__name__)

#: Seconds that the start waits for a platform to say a bot's name.
PATIENCE = 5.0

#: Calls of one bot that are worked on at once; whoever comes then is told to come again. Telegram makes 40.
MOST_CALLS = 64

#: What Telegram's menu offers: the commands of `bot/handlers/commands.py` that people need most.
MENU_KEYS: Mapping[str, str] = {
    "khaibao": "command-declare",
    "trangthai": "command-status",
    "chuabao": "command-missing",
    "xuat": "command-export",
    "thongbao": "command-announce",
    "chiendich": "command-campaigns",
    "han": "command-deadline",
    "moi": "command-invite",
    "nhansu": "command-people",
    "dotxuat": "command-ad-hoc",
    "baocaolop": "command-class",
    "vanban": "command-directive",
    "huy": "command-cancel",
    "lienket": "command-join",
    "dulieu": "command-data",
    "tamdung": "command-stop",
    "giupdo": "command-help",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Platforms:
    """The bots of a deployment."""

    settings: Settings
    telegram: "Telegram | None"
    zalo: tuple[Zalo, ...]

    @property
    def bots(self) -> "list[Telegram | Zalo]":
        return [*([self.telegram] if self.telegram else []), *self.zalo]

    def routes(self) -> list[Route]:
        """Where the platforms bring their updates to; none where updates are fetched."""
        if not self.settings.public_url:
            return []
        return [webhook_route(channel, _webhook_path(channel.name)) for channel in self.bots]

    async def links(self) -> Links:
        """The addresses that messages point to, with the bots' names.

        Raises InputError for a token that its platform does not know.
        """
        return Links(
            public_url=self.settings.public_url,
            telegram_bot=await self._telegram_name(),
            zalo=tuple(await asyncio.gather(*map(self._zalo_bot, self.zalo))),
        )

    async def close(self) -> None:
        """Close every connection."""
        for channel in self.bots:
            await channel.close()

    async def _telegram_name(self) -> str:
        if self.telegram is None:
            return ""
        wrong = InputError("error-telegram-token")
        # Until Telegram answers, links carry the name from the settings, if there is one.
        return await _name(self.telegram.identify(), "telegram", wrong) or self.settings.telegram_bot

    async def _zalo_bot(self, zalo: Zalo) -> ZaloBot:
        wrong = InputError("error-zalo-token", bot=zalo.name)
        account = await _name(zalo.identify(), zalo.name, wrong)
        link = self.settings.zalo_link
        address = link.replace("{account}", account) if account or "{account}" not in link else ""
        return ZaloBot(channel=zalo.name, account=account, address=address)


def open_platforms(settings: Settings, texts: Texts, link: Callable[[Attachment], str] | None) -> Platforms:
    """The bots that have a token. `link` gives the address of a file for those that carry none."""
    return Platforms(
        settings=settings,
        telegram=_telegram(settings, texts),
        zalo=tuple(_zalo(settings, texts, name, token, link) for name, token in settings.zalo_bots.items()),
    )


def _telegram(settings: Settings, texts: Texts) -> "Telegram | None":
    if settings.telegram_token is None:
        return None
    from bot.channels.telegram import Telegram

    return Telegram(
        settings.telegram_token,
        settings.telegram_api_url,
        webhook=_webhook(settings, "telegram", settings.telegram_token, settings.webhook_secret),
        commands={command: texts(MENU_KEYS[command]) for command in MENU_KEYS},
        clock=SystemClock(),  # a platform's patience is counted in real seconds
        chance=SystemRandom(),
    )


def _zalo(
    settings: Settings,
    texts: Texts,
    name: str,
    token: SecretStr,
    link: Callable[[Attachment], str] | None,
) -> Zalo:
    return Zalo(
        name,
        token,
        settings.zalo_api_url,
        webhook=_webhook(settings, name, token, settings.zalo_webhook_secret),
        link=link,
        no_link=lambda file: texts("zalo-file-elsewhere", file=file),
        clock=SystemClock(),
        chance=SystemRandom(),
        monthly=settings.zalo_monthly_messages,
        users=settings.zalo_users,
        per_second=settings.zalo_per_second,
    )


def _webhook(settings: Settings, channel: str, token: SecretStr, secret: SecretStr | None) -> Webhook | None:
    """Where a bot's updates come to; None without a public address. Its secret follows from the token."""
    if not settings.public_url:
        return None
    derived = hashlib.sha256(f"webhook:{token.get_secret_value()}".encode()).hexdigest()
    return Webhook(
        url=f"{settings.public_url.rstrip('/')}{_webhook_path(channel)}",
        secret=secret.get_secret_value() if secret else derived,
    )


def _webhook_path(channel: str) -> str:
    """ "/telegram", and "/zalo/1459232241" for one of several bots."""
    return "/" + channel.replace(":", "/")


def webhook_route(channel: "Telegram | Zalo", path: str) -> Route:
    """The door for what a platform brings."""
    under_way = 0

    async def called(request: Request) -> Response:
        nonlocal under_way
        if under_way >= MOST_CALLS:
            return Response(status_code=503, headers={"Retry-After": "1"})
        under_way += 1
        try:
            return await answer(request)
        finally:
            under_way -= 1

    async def answer(request: Request) -> Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        return Response(status_code=await channel.webhook(headers, await request.body()))

    return Route(path, called, methods=["POST"])


async def _name(identifying: Awaitable[str], channel: str, wrong: InputError) -> str:
    """A bot's name; empty while its platform cannot be reached. Raises `wrong` for an unknown token."""
    try:
        return await asyncio.wait_for(identifying, PATIENCE)
    except Misconfigured as error:
        raise wrong from error
    except (ChannelError, TimeoutError) as error:
        _log.warning("%s cannot be reached yet: %s", channel, error)
        return ""
