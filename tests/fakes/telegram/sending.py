"""The methods with which a bot writes: each takes effect on people's screens or raises a Refusal."""

import re
from typing import Any

from tests.fakes.telegram.formatting import CAPTION_LIMIT, TEXT_LIMIT, formatted
from tests.fakes.telegram.journal import Call
from tests.fakes.telegram.keyboards import check, reply_buttons
from tests.fakes.telegram.parameters import flag, integer, structure, text
from tests.fakes.telegram.refusals import bad_request
from tests.fakes.telegram.world import Chat, Message, Notice, StoredFile, World, picture_size

DOCUMENT_BYTES = 50 * 2**20
PHOTO_BYTES = 10 * 2**20
#: Seconds after which a message cannot be deleted any more (core.telegram.org/bots/api#deletemessage).
_DELETED_WITHIN = 48 * 3600
_NOTICE_LIMIT = 200  # characters
_PHOTO_SIDES = 10_000  # pixels, width and height together
_PHOTO_RATIO = 20
_ACTION = re.compile(
    r"typing|choose_sticker|find_location|upload_(photo|video|voice|document|video_note)|record_(video|voice|video_note)"
)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")


class Sending:
    """Messages, edits, files, answers to taps."""

    def __init__(self, world: World) -> None:
        self._world = world

    def send_message(self, call: Call) -> dict[str, Any]:
        chat = self._open_chat(call)
        return self._put(call, chat, self._text(call))

    def send_document(self, call: Call) -> dict[str, Any]:
        chat = self._open_chat(call)
        file = self._file(call, "document", "documents", DOCUMENT_BYTES)
        return self._put(call, chat, self._world.document(file) | self._caption(call), file)

    def send_photo(self, call: Call) -> dict[str, Any]:
        chat = self._open_chat(call)
        file = self._file(call, "photo", "photos", PHOTO_BYTES)
        if not file.content.startswith(_PICTURES):
            raise bad_request("IMAGE_PROCESS_FAILED")
        sides = picture_size(file.content)
        if sides and (sum(sides) > _PHOTO_SIDES or max(sides) > _PHOTO_RATIO * min(sides)):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return self._put(call, chat, self._world.photo(file) | self._caption(call), file)

    def send_chat_action(self, call: Call) -> bool:
        self._open_chat(call)
        if not _ACTION.fullmatch(text(call.parameters, "action")):
            raise bad_request("wrong parameter action in request")
        return True

    def edit_message_text(self, call: Call) -> dict[str, Any]:
        chat = self._open_chat(call)
        message = self._editable(call, chat)
        if "text" not in message.payload:
            raise bad_request("there is no text in the message to edit")
        return self._change(message, chat, self._text(call) | {"reply_markup": self._inline_markup(call)})

    def edit_message_reply_markup(self, call: Call) -> dict[str, Any]:
        chat = self._open_chat(call)
        return self._change(self._editable(call, chat), chat, {"reply_markup": self._inline_markup(call)})

    def delete_message(self, call: Call) -> bool:
        chat = self._open_chat(call)
        message = chat.messages.get(integer(call.parameters, "message_id"))
        if message is None:
            raise bad_request("message to delete not found")
        if self._world.now() - message.payload["date"] > _DELETED_WITHIN:
            raise bad_request("message can't be deleted for everyone")
        del chat.messages[message.message_id]
        if message in chat.unheard:
            chat.unheard.remove(message)
        return True

    def answer_callback_query(self, call: Call) -> bool:
        tap = self._world.taps.get(text(call.parameters, "callback_query_id"))
        if tap is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        notice = text(call.parameters, "text")
        if len(notice) > _NOTICE_LIMIT:
            raise bad_request("MESSAGE_TOO_LONG")
        tap.answered += 1
        if notice:
            tap.chat.notices.append(Notice(notice, flag(call.parameters, "show_alert")))
        return True

    def _open_chat(self, call: Call) -> Chat:
        if not call.parameters.get("chat_id"):
            raise bad_request("chat_id is empty")
        chat = self._world.chats.get(call.chat_id) if call.chat_id is not None else None
        if chat is None:
            raise bad_request("chat not found")
        if refusal := chat.refusal():
            raise refusal
        return chat

    def _text(self, call: Call) -> dict[str, Any]:
        entities = structure(call.parameters, "entities")
        seen, found = formatted(
            text(call.parameters, "text"), text(call.parameters, "parse_mode"), entities, limit=TEXT_LIMIT
        )
        if not seen:
            raise bad_request("message text is empty")
        return {"text": seen, "entities": found or None}

    def _caption(self, call: Call) -> dict[str, Any]:
        entities = structure(call.parameters, "caption_entities")
        seen, found = formatted(
            text(call.parameters, "caption"),
            text(call.parameters, "parse_mode"),
            entities,
            limit=CAPTION_LIMIT,
        )
        return {"caption": seen or None, "caption_entities": found or None}

    def _put(
        self, call: Call, chat: Chat, content: dict[str, Any], file: StoredFile | None = None
    ) -> dict[str, Any]:
        markup = check(structure(call.parameters, "reply_markup"))
        answered = self._replied_to(call, chat)
        if markup and "inline_keyboard" in markup:
            content["reply_markup"] = markup
        elif markup and "keyboard" in markup:
            chat.reply_keyboard = reply_buttons(markup)
        elif markup and markup.get("remove_keyboard"):
            chat.reply_keyboard = []
        shown = {name: value for name, value in (content | answered).items() if value is not None}
        message = self._world.new_message(chat, self._world.bot, shown, file)
        chat.shows(message)
        call.message_id = message.message_id
        return message.payload

    def _replied_to(self, call: Call, chat: Chat) -> dict[str, Any]:
        reply = structure(call.parameters, "reply_parameters")
        if not reply:
            return {}
        message = chat.messages.get(integer(reply, "message_id"))
        if message is None:
            if flag(reply, "allow_sending_without_reply"):
                return {}
            raise bad_request("message to be replied not found")
        quoted = {name: value for name, value in message.payload.items() if name != "reply_to_message"}
        return {"reply_to_message": quoted}

    def _file(self, call: Call, name: str, folder: str, most: int) -> StoredFile:
        given = call.parameters.get(name, "")
        field = given.removeprefix("attach://") if isinstance(given, str) and given else name
        if upload := call.files.get(field):
            if not upload.content:
                raise bad_request("file must be non-empty")
            if len(upload.content) > most:
                raise bad_request("file is too big")
            return self._world.store(folder, upload.name, upload.mime, upload.content)
        if not given:
            raise bad_request(f"there is no {name} in the request")
        if file := self._world.files.get(str(given)):
            return file
        raise bad_request("wrong file identifier/HTTP URL specified")

    def _editable(self, call: Call, chat: Chat) -> Message:
        message = chat.messages.get(integer(call.parameters, "message_id"))
        if message is None:
            raise bad_request("message to edit not found")
        if not message.from_bot:
            raise bad_request("message can't be edited")
        return message

    def _inline_markup(self, call: Call) -> dict[str, Any] | None:
        """The new keyboard. An edit that names none takes the old one away, as on the real server."""
        markup = check(structure(call.parameters, "reply_markup"))
        if markup and "inline_keyboard" not in markup:
            raise bad_request("object expected as reply markup: an inline keyboard")
        return markup if markup and any(markup["inline_keyboard"]) else None

    def _change(self, message: Message, chat: Chat, changes: dict[str, Any]) -> dict[str, Any]:
        if all(message.payload.get(name) == value for name, value in changes.items()):
            raise bad_request(
                "message is not modified: specified new message content and reply markup are exactly the same"
                " as a current content and reply markup of the message"
            )
        message.change(changes | {"edit_date": int(self._world.now())})
        chat.shows(message)
        return message.payload
