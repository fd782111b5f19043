"""Who asks: the chat that an address names, how often it may, and the chat that a browser remembers."""

import math
import re
from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.texts import Texts
from bot.web import limits
from bot.web.tokens import PATTERN

#: Remembers the chat of this browser, so that an invite link and the first page lead back to it.
COOKIE, COOKIE_AGE = "chat", 90 * 24 * 3600  # seconds
TOKEN = re.compile(PATTERN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitors:
    """Lets requests in; one for all pages, so that their limits are one."""

    texts: Texts
    by_chat: limits.Limit = field(default_factory=lambda: limits.Limit(limits.CHAT))
    by_address: limits.Limit = field(default_factory=lambda: limits.Limit(limits.ADDRESS))

    def token(self, request: Request) -> str:
        """The chat token of the address. Raises HTTPException where there is none, or too much is asked."""
        self.let_in(request)
        token: str = request.path_params["token"]
        if not TOKEN.fullmatch(token):
            raise HTTPException(404, self.texts("web-error-chat"))
        return token

    def let_in(self, request: Request, chat: str = "") -> None:
        """Count a request of an address, or something said in a chat. Raises HTTPException when it is
        one too many.
        """
        address = request.client.host if request.client else ""
        seconds = self.by_chat.take(chat) if chat else self.by_address.take(address)
        if seconds:
            wait = math.ceil(seconds)
            raise HTTPException(429, self.texts("web-error-busy", seconds=wait), {"Retry-After": str(wait)})


def remembered(request: Request) -> str:
    """The token of the chat that this browser had open; "" for none."""
    token = request.cookies.get(COOKIE, "")
    return token if TOKEN.fullmatch(token) else ""


def remember(response: Response, request: Request, token: str) -> None:
    """Let this browser find its chat again."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=COOKIE_AGE,
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
