"""python-telegram-bot's client as this program uses it."""

from typing import Any

from telegram import Bot, InlineKeyboardMarkup

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

    async def write(self, chat: int, text: str, markup: InlineKeyboardMarkup | None) -> int:
        """Send a text; returns the id of the message.

        `Bot.send_message` makes an object of the whole message that comes back, at the price of the rest.
        """
        return await self._told("sendMessage", {"chat_id": chat, "text": text}, markup)

    async def write_instead(
        self, chat: int, number: int, text: str, markup: InlineKeyboardMarkup | None
    ) -> int:
        """Put another text in the place of a message; returns its id."""
        return await self._told(
            "editMessageText", {"chat_id": chat, "message_id": number, "text": text}, markup
        )

    async def _told(self, method: str, said: dict[str, Any], markup: InlineKeyboardMarkup | None) -> int:
        # Telegram opens links to preview them: one that works once or tells where somebody looks must not be.
        said["link_preview_options"] = {"is_disabled": True}
        if markup is not None:
            said["reply_markup"] = markup
        match await self._post(method, said):
            case {"message_id": int(number)}:
                return number
        raise Failure(OutcomeUnknown("unreadable-answer"))

    async def close_connections(self) -> None:
        await self._http.shutdown()
