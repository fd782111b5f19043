"""python-telegram-bot's client as this program uses it."""

from typing import Any

from telegram import Bot

from bot.channels.telegram.failures import Failure
from bot.channels.telegram.http import AiohttpRequest
from bot.channels.telegram.updates import WANTED
from bot.errors import OutcomeUnknown


class Client(Bot):
    """The library's client with our HTTP layer, and updates as Telegram wrote them.

    `Bot.get_updates` gives parsed objects and fails for a whole batch if one of them cannot be parsed;
    what the inbox keeps is the JSON.
    """

    __slots__ = ("_http",)

    def __init__(self, token: str, api_url: str, patience: float) -> None:
        self._http = AiohttpRequest(patience)
        super().__init__(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self._http,
            get_updates_request=self._http,
        )

    async def raw_updates(self, offset: int | None, seconds: int) -> list[Any]:
        """Wait up to so many seconds for updates; `offset` confirms those of lower numbers."""
        asked = {"offset": offset, "timeout": seconds, "allowed_updates": WANTED}
        answer = await self._post("getUpdates", asked, read_timeout=seconds + self._http.read_timeout)
        if not isinstance(answer, list):
            raise Failure(OutcomeUnknown("unreadable-answer"))
        return answer

    async def close_connections(self) -> None:
        await self._http.shutdown()
