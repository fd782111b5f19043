"""The page at `/`: what this is, a field for the invite code, and the way back to this browser's chat."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web.invite import CODE
from bot.web.pages import Pages
from bot.web.visitors import remembered


def landing_route(pages: Pages) -> Route:
    """The page and the target of its form: `/?code=…` leads to the invite link of that code."""

    async def landing(request: Request) -> Response:
        typed = request.query_params.get("code")
        code = _code_in(typed or "")
        if CODE.fullmatch(code):
            return RedirectResponse(f"/i/{code}", 303)
        before = remembered(request)
        return pages.render(
            "landing.html",
            200 if typed is None else 422,
            typed=typed,
            chat=f"/chat/{before}" if before else "",
        )

    return Route("/", landing)


def _code_in(typed: str) -> str:
    """The code as people copy it: with spaces from a poster, or inside its whole link."""
    return "".join(typed.split()).rpartition("/i/")[2]
