"""What people hear of a bot's monthly messages: its name, and that few are left."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.address import Address
from bot.domain.channels import platform_of
from bot.domain.deadlines import local
from bot.domain.messages import Reply
from bot.domain.quotas import Quota, next_reset
from bot.reports.own_data import CHANNEL_KEYS
from bot.storage import Connection, spending
from bot.texts import Texts

#: Letters and digits of a bot's name that tell it from the others of its platform.
TOLD_APART = 4


def channel_name(texts: Texts, channel: str, among: Mapping[str, Quota]) -> str:
    """The platform; with the end of the bot's name where there are several."""
    platform = platform_of(channel)
    name = texts(CHANNEL_KEYS[platform])
    if sum(platform_of(one) == platform for one in among) == 1:
        return name
    return texts("quota-bot", platform=name, bot=channel[-TOLD_APART:])


def notice(
    texts: Texts, conn: Connection, address: Address, quotas: Mapping[str, Quota], now: datetime
) -> Reply | None:
    """Which bots have little left, to those who lead the people they serve; None once a new month began."""
    short = {
        channel: account
        for channel, account in spending.accounts(conn, quotas, now).items()
        if account.quota.level(account.sent)
    }
    if not short:
        return None
    lines = [texts("quota-notice", address, month=f"{local(now):%-m/%Y}")]
    lines += [
        texts(
            "quota-notice-bot",
            address,
            channel=channel_name(texts, channel, quotas),
            sent=min(account.sent, account.quota.monthly),
            monthly=account.quota.monthly,
            reserve=account.quota.reserve,
        )
        for channel, account in short.items()
    ]
    lines.append(texts("quota-notice-after", address, reset=next_reset(now)))
    return Reply(text="\n".join(lines))
