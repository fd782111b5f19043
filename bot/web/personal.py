"""The page of a personal link. Looking at it stores nothing: messengers open links too, for a preview.

GET  /me/{token}   whom it is for, by role and school; a name is for the person alone
POST /me/{token}   "that is me": a chat of this browser becomes theirs, and leads to the form or the chat
"""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.domain.channels import WEB
from bot.domain.deadlines import local
from bot.domain.people import MembershipState
from bot.domain.personal_links import LinkEnded, PersonalLink
from bot.storage import Connection, contacts, memberships, personal_links, schools
from bot.texts.answers import ROLE_KEYS
from bot.web.site import Site
from bot.web.tokens import chat_of, new_token
from bot.web.visitors import remember, remembered

ENDED_KEYS: Mapping[LinkEnded, str] = {
    LinkEnded.EXPIRED: "web-me-expired",
    LinkEnded.REVOKED: "web-me-revoked",
}


def personal_routes(site: Site) -> list[Route]:
    """The routes."""
    page = _PersonalPage(site=site)
    return [
        Route("/me/{token}", page.show, methods=["GET"]),
        Route("/me/{token}", page.enter, methods=["POST"]),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A link that opens, and what may be said of it before it is opened."""

    link: PersonalLink
    role: str
    unit: str
    chat: str  #: the token of the chat of this browser that is theirs already; "" for none


@dataclass(frozen=True, slots=True, kw_only=True)
class _PersonalPage:
    site: Site

    async def show(self, request: Request) -> Response:
        found = await self._find(request)
        before = remembered(request)
        return self.site.pages.render(
            "personal.html",
            role=found.role,
            unit=found.unit,
            before=f"/chat/{before}" if before and not found.chat else "",
        )

    async def enter(self, request: Request) -> Response:
        found = await self._find(request)
        async with request.form(max_files=0, max_fields=4) as fields:
            to_chat = fields.get("to") == "chat"
        token = found.chat or new_token()
        if not found.chat:
            await self._become(token, request.path_params["token"])
        response = RedirectResponse(f"/chat/{token}" if to_chat else f"/chat/{token}/form", 303)
        remember(response, request, token)
        return response

    async def _become(self, token: str, link_token: str) -> None:
        """The chat says the link like an invite code; the page waits until that is handled."""
        chat = chat_of(token)

        async def theirs() -> bool:
            return await self.site.database.read(lambda conn: _is_somebodys(conn, chat))

        payload = {"type": "text", "text": f"/start {link_token}"}
        await self.site.hear(chat, new_token(), payload, theirs)

    async def _find(self, request: Request) -> _Found:
        """The link of the address. Raises HTTPException with the mend for one that opens nothing."""
        self.site.visitors.let_in(request)
        token, before = request.path_params["token"], remembered(request)
        outcome = await self.site.database.read(lambda conn: self._look(conn, token, before))
        if isinstance(outcome, _Found):
            return outcome
        raise outcome

    def _look(self, conn: Connection, token: str, before: str) -> _Found | HTTPException:
        texts, now = self.site.pages.texts, self.site.now()
        link = personal_links.by_token(conn, token)
        if link is None:
            return HTTPException(404, texts("web-me-wrong"))
        if (why := link.ended(now)) is not None:
            return HTTPException(410, texts(ENDED_KEYS[why]))
        held = memberships.memberships_of(conn, link.person_id)
        present = [one for one in held if one.state in (MembershipState.ACTIVE, MembershipState.ON_LEAVE)]
        if not present:
            return HTTPException(410, texts("web-me-left"))
        school = schools.school_of(conn, present[0].unit_id, local(now).date())
        own = contacts.find(conn, WEB, chat_of(before)) if before else None
        return _Found(
            link=link,
            role=texts(ROLE_KEYS[present[0].role]),
            unit=school.name,
            chat=before if own is not None and own.person_id == link.person_id else "",
        )


def _is_somebodys(conn: Connection, chat: str) -> bool:
    contact = contacts.find(conn, WEB, chat)
    return contact is not None and contact.person_id is not None
