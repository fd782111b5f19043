"""What went wrong with a request to the Bot API, as the error that says what happens next."""

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.errors import (
    ChannelError,
    Misconfigured,
    Refused,
    Throttled,
    Unavailable,
    Unreachable,
)

#: 400s that speak of the chat and not of the message.
_NO_CHAT = re.compile(
    r"chat not found|user not found|peer_id_invalid|chat was upgraded|chat was deleted", re.IGNORECASE
)
_LONGEST_REASON = 60


class Conflict(Misconfigured):
    """Somebody else takes this bot's updates."""


def refusal(status: int, payload: bytes) -> ChannelError:
    """What an answer that is no success means.

    Who does not speak the Bot API's JSON is no Bot API server but something on the way (a proxy, a
    provider's notice): what it says about a chat or a token is not believed.
    """
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, Mapping) or "ok" not in answer:
        return Unavailable(f"http-{status}")
    description = str(answer.get("description", ""))
    if status < 300:  # "ok": false under HTTP 200
        code = answer.get("error_code")
        status = code if isinstance(code, int) else 500
    return _refusal(status, description, answer.get("parameters"))


def _refusal(status: int, description: str, parameters: Any) -> ChannelError:
    match status:
        case 400 if _NO_CHAT.search(description):
            return Unreachable("chat-not-found")
        case 401 | 404:
            return Misconfigured("token-rejected")
        case 403:
            return Unreachable(_code(description) or "forbidden")
        case 409:
            return Conflict("webhook-is-set" if "webhook is active" in description else "second-poller")
        case 429:
            return Throttled("throttled", retry_after=_seconds(parameters))
        case _ if 400 <= status < 500:
            return Refused(_code(description) or f"http-{status}")
    return Unavailable(f"http-{status}")


def _seconds(parameters: Any) -> float:
    seconds = parameters.get("retry_after") if isinstance(parameters, Mapping) else None
    return float(seconds) if isinstance(seconds, int) and seconds > 0 else 1.0


def _code(description: str) -> str:
    """A description as a short code: "Bad Request: message is too long" → "message-is-too-long".

    What follows a further colon may quote the message and is left out.
    """
    said = description.partition(": ")[2] or description
    words = re.findall(r"[a-z']+", said.partition(":")[0].lower().replace("_", " "))
    return "-".join(words)[:_LONGEST_REASON]
