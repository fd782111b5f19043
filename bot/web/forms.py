"""The pages of the web form: the questions of a declaration at once, for any browser and without script.

GET  /chat/{token}/form                    what can be declared
GET  /chat/{token}/form/{standing}         the form, or the privacy notice that comes before it
POST /chat/{token}/form/{standing}         the form filled in, or a button pressed
GET  /chat/{token}/form/{standing}/{key}   what came of that: the summary, the receipt

What is sent goes through the inbox like every message of this chat, and stands in the conversation. Its
key is made of the page's key and of what was sent, so pressing twice sends once, and going back to change
something sends the change.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.domain.messages import ACTION_BYTES, Choice, Reply
from bot.domain.web_forms import FormPage, Listed
from bot.storage import Connection, webchat
from bot.web.form_views import field_view
from bot.web.site import Site
from bot.web.tokens import chat_of, new_token

#: Fields of one form, and characters of one field, that are read.
MOST_FIELDS, MOST_CHARACTERS = 300, 2_000
_KEY = re.compile(r"[A-Za-z0-9_-]{8,40}")
#: Buttons of the conversation that lead to a form.
_FORM_OF = re.compile(r"(?:open|update):(\d+)|answer:(\d+):confirm:no")
_AGREED = re.compile(r"consent:\d+:yes")


class Forms(Protocol):
    """Makes what the pages show: see `bot.handlers.web_form.WebForms`."""

    def listed(self, conn: Connection, chat: str, now: datetime) -> Sequence[Listed] | None: ...
    def page(
        self,
        conn: Connection,
        chat: str,
        standing_id: int,
        now: datetime,
        typed: Mapping[str, str] | None = None,
    ) -> FormPage | None: ...


def form_routes(site: Site, forms: Forms) -> list[Route]:
    """The routes."""
    form = _Form(site=site, forms=forms)
    base = "/chat/{token}/form"
    return [
        Route(base, form.choose, methods=["GET"]),
        Route(f"{base}/{{standing:int}}", form.show, methods=["GET"]),
        Route(f"{base}/{{standing:int}}", form.send, methods=["POST"]),
        Route(f"{base}/{{standing:int}}/{{key}}", form.outcome, methods=["GET"]),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What came of something that was sent."""

    known: bool = False  #: it is in the inbox
    failed: bool = False
    reply: Reply | None = None
    ref: str = ""  #: the message that says it, so that a button of it that is pressed can be named


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    site: Site
    forms: Forms

    async def choose(self, request: Request) -> Response:
        token = self.site.visitors.token(request)
        base, now = f"/chat/{token}", self.site.now()
        listed = await self.site.database.read(lambda conn: self.forms.listed(conn, chat_of(token), now))
        owed = [one for one in listed or () if one.owed]
        if len(owed) == 1 and "all" not in request.query_params:
            return RedirectResponse(f"{base}/form/{owed[0].standing_id}", 303)
        return self.site.pages.render("form_list.html", base=base, listed=listed)

    async def show(self, request: Request) -> Response:
        token = self.site.visitors.token(request)
        page = await self._page(request, chat_of(token), None)
        return self._drawn(token, page)

    async def send(self, request: Request) -> Response:
        token = self.site.visitors.token(request)
        chat, standing = chat_of(token), request.path_params["standing"]
        address = f"/chat/{token}/form/{standing}"
        self.site.visitors.let_in(request, chat)
        fields = await self._fields(request)
        key, action, ref = (fields.pop(name, "") for name in ("key", "action", "ref"))
        if not _KEY.fullmatch(key) or len(action.encode()) > ACTION_BYTES:
            raise HTTPException(400, self.site.pages.texts("web-error-request"))
        if action:
            sent = self._key(key, {"action": action})
            await self._say(chat, sent, {"type": "action", "action": action, "ref": ref[:40] or None})
            return RedirectResponse(address if _AGREED.fullmatch(action) else f"{address}/{sent}", 303)
        revision = fields.pop("revision", "")
        page = await self._page(request, chat, fields)
        if page.notice is not None:
            return RedirectResponse(address, 303)
        if page.problems:
            return self._drawn(token, page, 422)
        payload = {
            "type": "form",
            "text": self.site.pages.texts("web-form-sent", title=page.title),
            "standing": standing,
            "revision": int(revision) if revision.isdecimal() and len(revision) < 10 else 0,
            "fields": fields,
        }
        sent = self._key(key, payload)
        await self._say(chat, sent, payload)
        return RedirectResponse(f"{address}/{sent}", 303)

    async def outcome(self, request: Request) -> Response:
        token = self.site.visitors.token(request)
        chat, standing, key = chat_of(token), request.path_params["standing"], request.path_params["key"]
        found = await self.site.database.read(lambda conn: _outcome(conn, chat, key))
        if not found.known:
            return RedirectResponse(f"/chat/{token}/form/{standing}", 303)
        base = f"/chat/{token}"
        return self.site.pages.render(
            "form_outcome.html",
            base=base,
            address=f"{base}/form/{standing}",
            key=new_token(),
            failed=found.failed,
            reply=found.reply,
            ref=found.ref,
            choices=[(choice, _address(choice, base)) for choice in found.reply.choices]
            if found.reply
            else [],
        )

    async def _page(self, request: Request, chat: str, typed: Mapping[str, str] | None) -> FormPage:
        standing, now = request.path_params["standing"], self.site.now()
        page = await self.site.database.read(lambda conn: self.forms.page(conn, chat, standing, now, typed))
        if page is None:
            raise HTTPException(404, self.site.pages.texts("web-form-gone"))
        return page

    def _drawn(self, token: str, page: FormPage, status: int = 200) -> Response:
        base = f"/chat/{token}"
        return self.site.pages.render(
            "form.html",
            status,
            base=base,
            address=f"{base}/form/{page.standing_id}",
            key=new_token(),
            page=page,
            fields=[field_view(field) for field in page.fields],
        )

    async def _fields(self, request: Request) -> dict[str, str]:
        """What the page sent, as text. Raises HTTPException for what no page of ours sends."""
        try:
            async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
                fields = {name: value for name, value in form.items() if isinstance(value, str)}
        except HTTPException as error:
            if error.status_code == 413:
                raise
            raise HTTPException(400, self.site.pages.texts("web-error-request")) from error
        # NUL cannot be stored in every database, and says nothing.
        return {name[:80]: value.replace("\0", "")[:MOST_CHARACTERS] for name, value in fields.items()}

    def _key(self, key: str, content: Mapping[str, Any]) -> str:
        """A key for what was sent: the same content from the same page is the same message."""
        digest = hashlib.sha256(f"{key}\0{json.dumps(content, sort_keys=True)}".encode())
        return digest.hexdigest()[:32]

    async def _say(self, chat: str, key: str, payload: Mapping[str, Any]) -> None:
        async def answered() -> bool:
            found = await self.site.database.read(lambda conn: _outcome(conn, chat, key))
            return found.reply is not None or found.failed

        await self.site.hear(chat, key, payload, answered)


def _outcome(conn: Connection, chat: str, key: str) -> _Outcome:
    row = next((row for row in webchat.received(conn, chat) if row.key == f"{chat}:{key}"), None)
    if row is None:
        return _Outcome()
    found = [answer for answer in webchat.delivered(conn, chat) if answer.cause == row.id]
    if not found:
        return _Outcome(known=True, failed=row.state == "failed")
    return _Outcome(known=True, reply=found[-1].reply, ref=str(found[-1].id))


def _address(choice: Choice, base: str) -> str:
    """Where a button of the conversation leads to on these pages; "" for one that is pressed."""
    if choice.action in ("tasks", "menu"):
        return f"{base}/form?all"
    form = _FORM_OF.fullmatch(choice.action)
    return f"{base}/form/{form[1] or form[2]}" if form else ""
