"""The calls of the Bot API that we make, by its own names: JSON there and back, and files.

Updates are taken as they come: a client that makes objects of them fails for a whole batch if one of them is
of a kind that it does not know yet, and what the inbox keeps is the JSON.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.telegram.http import Api, File
from bot.errors import Misconfigured, OutcomeUnknown, Refused


class Client:
    """One bot's client. `patience`: seconds for an answer. Every call raises ChannelError."""

    def __init__(self, token: str, api_url: str, patience: float) -> None:
        self._api = Api(token, api_url, patience)

    async def get_me(self) -> str:
        """What the bot is called in links; empty where it has no name."""
        match await self._api.told("getMe", {}):
            case {"id": int(), "username": str(name)}:
                return name
            case {"id": int()}:
                return ""
        raise OutcomeUnknown("unreadable-answer")

    async def set_my_commands(self, commands: Mapping[str, str]) -> None:
        """Put commands into the chats' menu: name → description."""
        menu = [{"command": name, "description": description} for name, description in commands.items()]
        await self._api.told("setMyCommands", {"commands": menu})

    async def set_webhook(self, url: str, *, secret: str, calls: int, wanted: Sequence[str]) -> None:
        """Have updates brought to an address, so many calls at once. What waits is kept."""
        said = {"url": url, "secret_token": secret, "max_connections": calls, "allowed_updates": wanted}
        await self._api.told("setWebhook", {**said, "drop_pending_updates": False})

    async def delete_webhook(self) -> None:
        """Have updates kept until they are fetched. What waits is kept."""
        await self._api.told("deleteWebhook", {"drop_pending_updates": False})

    async def get_updates(self, offset: int | None, seconds: int, wanted: Sequence[str]) -> list[Any]:
        """Wait up to so many seconds for updates; `offset` confirms those of lower numbers."""
        asked: dict[str, Any] = {"timeout": seconds, "allowed_updates": wanted}
        if offset is not None:
            asked["offset"] = offset
        answer = await self._api.told("getUpdates", asked, seconds + self._api.patience)
        if not isinstance(answer, list):
            raise OutcomeUnknown("unreadable-answer")
        return answer

    async def answer_callback_query(self, tap: str) -> None:
        """Stop a button's spinning."""
        await self._api.told("answerCallbackQuery", {"callback_query_id": tap})

    async def send_message(self, chat: int, text: str, markup: dict[str, Any] | None) -> int:
        """Send a text; returns the id of the message."""
        return await self._written("sendMessage", {"chat_id": chat, "text": text}, markup)

    async def edit_message_text(
        self, chat: int, number: int, text: str, markup: dict[str, Any] | None
    ) -> int:
        """Put another text in the place of a message; returns its id."""
        said = {"chat_id": chat, "message_id": number, "text": text}
        return await self._written("editMessageText", said, markup)

    async def _written(self, method: str, said: dict[str, Any], markup: dict[str, Any] | None) -> int:
        # Telegram opens links to preview them: one that works once or tells where somebody looks must not be.
        said["link_preview_options"] = {"is_disabled": True}
        if markup is not None:
            said["reply_markup"] = markup
        return _number(await self._api.told(method, said))

    async def delete_message(self, chat: int, number: int) -> None:
        """Take a message away."""
        await self._api.told("deleteMessage", {"chat_id": chat, "message_id": number})

    async def send_photo(self, chat: int, file: File, caption: str, markup: dict[str, Any] | None) -> int:
        """Send a picture that shows at once in the chat; returns the id of the message."""
        return await self._filed("sendPhoto", "photo", chat, file, caption, markup)

    async def send_document(self, chat: int, file: File, caption: str, markup: dict[str, Any] | None) -> int:
        """Send a file; returns the id of the message."""
        return await self._filed("sendDocument", "document", chat, file, caption, markup)

    async def _filed(
        self, method: str, field: str, chat: int, file: File, caption: str, markup: dict[str, Any] | None
    ) -> int:
        said: dict[str, Any] = {"chat_id": chat}
        if caption:
            said["caption"] = caption
        if markup is not None:
            said["reply_markup"] = markup
        return _number(await self._api.told_with_file(method, said, field, file))

    async def fetch(self, ref: str) -> bytes:
        """The bytes of a file that somebody sent. Raises Refused where it is gone."""
        match await self._api.told("getFile", {"file_id": ref}):
            case {"file_path": str(path)}:
                pass
            case _:
                raise OutcomeUnknown("unreadable-answer")
        try:
            return await self._api.file(path)
        except Misconfigured:  # 404: here it speaks of the file, the token has just been good
            raise Refused("file-expired") from None

    async def close_connections(self) -> None:
        await self._api.close()


def _number(message: Any) -> int:
    """The id of a message that was sent."""
    match message:
        case {"message_id": int(number)}:
            return number
    raise OutcomeUnknown("unreadable-answer")
