"""What a request asks for, in a JSON, form or multipart body, and the names that each method knows."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from tests.fakes.http_server import Request
from tests.fakes.telegram.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body, under the name its sender gave it, byte for byte."""

    name: str
    mime: str
    content: bytes


def _names(*groups: str) -> frozenset[str]:
    return frozenset(" ".join(groups).split())


_PLACE = "business_connection_id chat_id message_thread_id"
_SENDING = (
    f"{_PLACE} direct_messages_topic_id disable_notification protect_content allow_paid_broadcast"
    " message_effect_id suggested_post_parameters reply_parameters reply_markup"
)
_EDITING = "business_connection_id chat_id message_id inline_message_id reply_markup"

#: Method → its parameters, as of Bot API 10.1. A name that is missing here is journaled as a warning:
#: the real server ignores it in silence, so a misspelt option would never be noticed.
KNOWN: dict[str, frozenset[str]] = {
    "getMe": frozenset(),
    "getUpdates": _names("offset limit timeout allowed_updates"),
    "setWebhook": _names(
        "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token"
    ),
    "deleteWebhook": _names("drop_pending_updates"),
    "getWebhookInfo": frozenset(),
    "setMyCommands": _names("commands scope language_code"),
    "getMyCommands": _names("scope language_code"),
    "sendMessage": _names(_SENDING, "text parse_mode entities link_preview_options"),
    "sendDocument": _names(
        _SENDING, "document thumbnail caption parse_mode caption_entities disable_content_type_detection"
    ),
    "sendPhoto": _names(
        _SENDING, "photo caption parse_mode caption_entities show_caption_above_media has_spoiler"
    ),
    "sendChatAction": _names(_PLACE, "action"),
    "editMessageText": _names(_EDITING, "text parse_mode entities link_preview_options rich_message"),
    "editMessageReplyMarkup": _names(_EDITING),
    "deleteMessage": _names("chat_id message_id"),
    "answerCallbackQuery": _names("callback_query_id text show_alert url cache_time"),
    "getFile": _names("file_id"),
}

_DISPOSITION = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')


def read(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters and files of a request. Raises Refusal for a body that cannot be read."""
    parameters: dict[str, Any] = {}
    if request.query:
        parameters.update(parse_qsl(request.query, keep_blank_values=True))
    if not request.body:
        return parameters, {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        try:
            body = json.loads(request.body.decode())
        except ValueError:
            raise bad_request("can't parse request body as JSON object") from None
        if not isinstance(body, dict):
            raise bad_request("expected an Object as request body")
        parameters.update(body)
    elif kind.startswith("multipart/form-data"):
        fields, files = _multipart(request.body, kind)
        return parameters | fields, files
    else:
        parameters.update(parse_qsl(request.body.decode(), keep_blank_values=True))
    return parameters, {}


def _multipart(body: bytes, kind: str) -> tuple[dict[str, str], dict[str, Upload]]:
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    boundary = kind.partition("boundary=")[2].partition(";")[0].strip('"').encode()
    for part in body.split(b"--" + boundary)[1:-1]:
        raw, _blank, content = part.removeprefix(b"\r\n").removesuffix(b"\r\n").partition(b"\r\n\r\n")
        headers = {}
        for line in raw.decode().split("\r\n"):
            name, _colon, value = line.partition(":")
            headers[name.lower()] = value.strip()
        # File names are taken as they stand: Telegram does not undo percent-encoding either, so a client
        # that encodes them shows people "b%C3%A1o.xlsx".
        said = dict(_DISPOSITION.findall(headers.get("content-disposition", "")))
        if "filename" in said:
            mime = headers.get("content-type", "application/octet-stream")
            files[said["name"]] = Upload(said["filename"], mime, content)
        else:
            fields[said["name"]] = content.decode()
    return fields, files


def integer(parameters: dict[str, Any], name: str, default: int = 0) -> int:
    """A number, also where a form carries it as text. Raises Refusal for anything else."""
    value = parameters.get(name, default)
    if isinstance(value, str):
        try:
            return int(value) if value else default
        except ValueError:
            raise bad_request(f'field "{name}" must be a valid Number') from None
    if isinstance(value, bool) or not isinstance(value, int):
        raise bad_request(f'field "{name}" must be a valid Number')
    return value


def text(parameters: dict[str, Any], name: str) -> str:
    """A string; "" where it is missing. Raises Refusal for anything else."""
    value = parameters.get(name, "")
    if not isinstance(value, str):
        raise bad_request(f'field "{name}" must be of type String')
    return value


def flag(parameters: dict[str, Any], name: str) -> bool:
    return str(parameters.get(name, "")).lower() in {"true", "1", "yes"}


def structure(parameters: dict[str, Any], name: str) -> Any:
    """A nested value, also where a form carries it as JSON text; None where it is missing."""
    value = parameters.get(name)
    if not isinstance(value, str):
        return value
    if not value:
        return None
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
