"""What an answer of the Zalo Bot API means (bot.zaloplatforms.com/docs/error-code).

It is decided by `ok`, then by `error_code`, then by the HTTP status: a wrong token has been seen under HTTP
200, an empty poll under HTTP 408.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.errors import (
    ChannelError,
    Misconfigured,
    OutcomeUnknown,
    QuotaSpent,
    Refused,
    Throttled,
    Unavailable,
    Unreachable,
)

#: Refusals that speak of the person and not of the message. How Zalo words them is not published.
_NO_CHAT = re.compile(
    r"block|chat.{0,20}(not found|not exist|invalid)|(invalid|unknown|wrong).{0,12}(chat|user)"
    r"|user.{0,20}(not found|not exist|deactivat|disabled|left|unfollow)",
    re.IGNORECASE,
)
#: A pace that was too fast, as opposed to a month's messages that are used up.
_TOO_FAST = re.compile(r"too many|too fast|rate|slow down|frequen", re.IGNORECASE)
#: Seconds to be quiet for where Zalo does not say how many.
PAUSE = 30.0
_LONGEST_REASON = 60


class NothingYet(ChannelError):
    """A long poll ended without an update: Zalo answers it like a request that took too long."""


def result_of(status: int, payload: bytes) -> Any:
    """What a call gave; None for calls that give nothing. Raises ChannelError where it failed."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, Mapping) or "ok" not in answer:
        raise _stranger(status)
    if answer["ok"] is True:
        return answer.get("result")
    raise _refusal(_code(answer, status), str(answer.get("description", "")), answer)


def _stranger(status: int) -> ChannelError:
    """Who does not speak the API's JSON is something on the way: a proxy, a provider's notice."""
    if status == 408:
        return NothingYet("timeout")
    if status < 300 or status == 504:  # it took the request, or somebody behind it may have
        return OutcomeUnknown("unreadable-answer" if status < 300 else "http-504")
    return Unavailable(f"http-{status}")


def _refusal(code: int, description: str, answer: Mapping[str, Any]) -> ChannelError:
    match code:
        case 401:
            return Misconfigured("token-rejected")
        case 408:
            return NothingYet("timeout")
        case 429:
            return _too_much(description, answer)
        case _ if 400 <= code < 500 and _NO_CHAT.search(description):
            return Unreachable(_reason(description))
        case 403:  # "Internal server error", say the docs
            return Unavailable("http-403")
        case _ if 400 <= code < 500:
            return Refused(_reason(description) or f"http-{code}")
    return Unavailable(f"http-{code}")


def _too_much(description: str, answer: Mapping[str, Any]) -> ChannelError:
    """429 is "Quota exceeded"; that a pace was too fast might be told by the same number."""
    parameters = answer.get("parameters")
    seconds = parameters.get("retry_after") if isinstance(parameters, Mapping) else None
    if isinstance(seconds, int | float) and 0 < seconds < 86_400:
        return Throttled("throttled", retry_after=float(seconds))
    if _TOO_FAST.search(description):
        return Throttled("throttled", retry_after=PAUSE)
    return QuotaSpent("quota-spent")


def _code(answer: Mapping[str, Any], status: int) -> int:
    for name in ("error_code", "errorCode"):
        code = answer.get(name)
        if isinstance(code, int | str) and str(code).isdecimal():
            return int(code)
    return status if status >= 400 else 500


def _reason(description: str) -> str:
    """A description as a short code: "Bad Request: text is too long" → "text-is-too-long".

    What follows a further colon may quote the message and is left out.
    """
    said = description.partition(": ")[2] or description
    words = re.findall(r"[a-z']+", said.partition(":")[0].lower().replace("_", " "))
    return "-".join(words)[:_LONGEST_REASON]
