"""The page of an invite link: the code, and every place where it can be used.

A code has to be typed where a platform knows no links that carry it, so it stands there in large letters.
Nothing is stored and nothing is looked up: messengers open links too, to show what is behind them.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.pages import Pages
from bot.web.tokens import new_token
from bot.web.visitors import Visitors, remember, remembered

CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Where else than on the web a code lets in; whatever is empty, the deployment does not have."""

    telegram: str = ""  #: a link that carries the code
    zalo: str = ""  #: a link that opens the chat of a bot that has room for one more person
    zalo_bot: str = ""  #: how that bot is called, for those who look for it by hand


#: The doors of a code, at this moment: a bot may be full in the next.
FindDoors = Callable[[str], Awaitable[Doors]]


async def only_here(_code: str) -> Doors:
    """The doors of a deployment that has no bots."""
    return Doors()


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitePage:
    """`/i/{code}`: the page with the doors, or at once a chat where the web is the only one."""

    pages: Pages
    visitors: Visitors
    doors: FindDoors

    async def page(self, request: Request) -> Response:
        self.visitors.let_in(request)
        code: str = request.path_params["code"]
        if not CODE.fullmatch(code):
            raise HTTPException(404, self.pages.texts("web-error-invite"))
        before, asked = remembered(request), request.query_params
        doors = Doors() if asked.keys() & {"here", "new"} else await self.doors(code)
        if doors != Doors():
            return self.pages.render(
                "invite_doors.html",
                code=code,
                telegram=doors.telegram,
                zalo=doors.zalo,
                zalo_bot=doors.zalo_bot,
                here=f"/i/{code}?here=1",
            )
        if before and "new" not in asked:
            return self.pages.render(
                "invite.html", again=f"/chat/{before}?start={code}", new=f"/i/{code}?new=1"
            )
        token = new_token()
        response = RedirectResponse(f"/chat/{token}?start={code}", 303)
        remember(response, request, token)
        return response
