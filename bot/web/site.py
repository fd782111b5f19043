"""What all pages of a chat share: the conversation behind them, and the way into it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.domain.channels import Receive, Update
from bot.storage import Database
from bot.web.pages import Pages
from bot.web.streams import Hub
from bot.web.visitors import Visitors

#: Seconds that a page waits for what comes of something that was said before it is shown.
PATIENCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`receive` returns when an update is committed; `hub` says which chat has news."""

    database: Database
    receive: Receive
    hub: Hub
    pages: Pages
    now: Callable[[], datetime]
    visitors: Visitors = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "visitors", Visitors(texts=self.pages.texts))

    async def hear(
        self, chat: str, key: str, payload: Mapping[str, Any], until: Callable[[], Awaitable[bool]]
    ) -> None:
        """Put something into the inbox, and wait a while until what was to come of it is there.

        A second try with the same key changes nothing.
        """
        with self.hub.subscribe(chat) as wakes:
            update = Update(key=f"{chat}:{key}", chat=chat, payload={"chat": chat, **payload})
            await self.receive([update])
            self.hub.wake(chat)
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    while not await until():
                        await anext(wakes, None)
