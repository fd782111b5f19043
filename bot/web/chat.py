"""The routes of the web chat. A chat belongs to whoever holds the token in its address.

GET  /i/{code}                        an invite link: a fresh chat that starts with this code
GET  /chat/{token}                    the page; it also works where no script runs
POST /chat/{token}/messages           say something: a text, a tap, a file
GET  /chat/{token}/messages?after=    what was said since a cursor, as JSON
GET  /chat/{token}/events             the same, pushed (server-sent events)
GET  /chat/{token}/files/{id}         a file of this chat
"""

import asyncio
import math
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.domain.channels import Receive, Update
from bot.errors import InputError
from bot.storage import Connection, Database, files, webchat
from bot.storage.files import StoredFile
from bot.web import limits
from bot.web.guard import download
from bot.web.history import History, merge
from bot.web.pages import Pages
from bot.web.reading import Said, Upload, read_said
from bot.web.streams import STILL_HERE, Hub, Wakes, event, event_stream, next_wake
from bot.web.tokens import PATTERN, chat_of, new_token
from bot.web.views import chat_words, history_view

#: Seconds that a page without script waits for its answer before it is shown.
PATIENCE = 3
#: An upload is read by the turn it belongs to; kept a while for a turn that has to be tried again.
KEEP_UPLOADS = timedelta(days=7)
#: Remembers the chat of this browser, so that an invite link and the first page lead back to it.
COOKIE, COOKIE_AGE = "chat", 90 * 24 * 3600  # seconds
TOKEN = re.compile(PATTERN)
CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")


def chat_routes(
    *,
    database: Database,
    receive: Receive,
    hub: Hub,
    pages: Pages,
    now: Callable[[], datetime],
    load: Callable[[int], Awaitable[StoredFile | None]],
) -> list[Route]:
    """The routes. `receive` returns when an update is committed; `hub` says which chat has news.

    `load` gives a stored file; it raises InputError for one that was to be made and cannot be.
    """
    chat = _Chat(
        database=database,
        receive=receive,
        hub=hub,
        pages=pages,
        now=now,
        load=load,
        by_chat=limits.Limit(limits.CHAT),
        by_address=limits.Limit(limits.ADDRESS),
    )
    base = "/chat/{token}"
    return [
        Route("/i/{code}", chat.invite),
        Route(base, chat.page),
        Route(f"{base}/messages", chat.say, methods=["POST"]),
        Route(f"{base}/messages", chat.messages, methods=["GET"]),
        Route(f"{base}/events", chat.events),
        Route(f"{base}/files/{{file:int}}", chat.file),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chat:
    database: Database
    receive: Receive
    hub: Hub
    pages: Pages
    now: Callable[[], datetime]
    load: Callable[[int], Awaitable[StoredFile | None]]
    by_chat: limits.Limit
    by_address: limits.Limit

    async def invite(self, request: Request) -> Response:
        """Nothing is stored yet: link previews of messengers open invite links too."""
        self._let_in(request)
        code = request.path_params["code"]
        if not CODE.fullmatch(code):
            raise HTTPException(404, self.pages.texts("web-error-invite"))
        before = request.cookies.get(COOKIE, "")
        if TOKEN.fullmatch(before) and "new" not in request.query_params:
            return self.pages.render(
                "invite.html", again=f"/chat/{before}?start={code}", new=f"/i/{code}?new=1"
            )
        token = new_token()
        response = RedirectResponse(f"/chat/{token}?start={code}", 303)
        response.set_cookie(
            COOKIE,
            token,
            max_age=COOKIE_AGE,
            path="/",
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return response

    async def page(self, request: Request) -> Response:
        token = self._token(request)
        start = request.query_params.get("start", "")
        base = f"/chat/{token}"
        history = await self._history(chat_of(token))
        view = history_view(history, history.messages, base, self.pages.texts)
        return self.pages.render(
            "chat.html",
            view=view,
            key=new_token(),
            base=base,
            start=start if CODE.fullmatch(start) and not history.messages else "",
            words=chat_words(self.pages.texts),
        )

    async def say(self, request: Request) -> Response:
        token = self._token(request)
        chat = chat_of(token)
        self._let_in(request, chat)
        said, upload = await read_said(request, self.pages.texts)
        scripted = "text/html" not in request.headers.get("accept", "")
        with self.hub.subscribe(chat) as wakes:
            await self._take_in(chat, said, upload)
            self.hub.wake(chat)
            if scripted:
                return JSONResponse({"key": said.key}, 202)
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self._answered(chat, wakes)
        return RedirectResponse(f"/chat/{token}#end", 303)

    async def messages(self, request: Request) -> Response:
        token = self._token(request)
        history = await self._history(chat_of(token))
        messages = history.since(_cursor(request.query_params.get("after", "")))
        return JSONResponse(history_view(history, messages, f"/chat/{token}", self.pages.texts))

    async def events(self, request: Request) -> Response:
        token = self._token(request)
        after = request.headers.get("last-event-id") or request.query_params.get("after", "")
        return event_stream(self._events(token, _cursor(after)))

    async def file(self, request: Request) -> Response:
        """A file is shown to the chat it was sent to or came from, to nobody else."""
        token = self._token(request)
        number = request.path_params["file"]
        history = await self._history(chat_of(token))
        if any(message.attachment and message.attachment.ref == str(number) for message in history.messages):
            try:
                stored = await self.load(number)
            except InputError as error:
                raise HTTPException(404, self.pages.texts(error.key, **error.facts)) from error
            if stored is not None and stored.content is not None:
                return download(stored.content, stored.name, stored.mime)
        raise HTTPException(404, self.pages.texts("web-error-file"))

    def _token(self, request: Request) -> str:
        """The token of the address; every address counts its requests."""
        self._let_in(request)
        token: str = request.path_params["token"]
        if not TOKEN.fullmatch(token):
            raise HTTPException(404, self.pages.texts("web-error-chat"))
        return token

    def _let_in(self, request: Request, chat: str = "") -> None:
        address = request.client.host if request.client else ""
        seconds = self.by_chat.take(chat) if chat else self.by_address.take(address)
        if seconds:
            wait = math.ceil(seconds)
            raise HTTPException(
                429, self.pages.texts("web-error-busy", seconds=wait), {"Retry-After": str(wait)}
            )

    async def _history(self, chat: str) -> History:
        def work(conn: Connection) -> History:
            return merge(webchat.received(conn, chat), webchat.delivered(conn, chat))

        return await self.database.read(work)

    async def _take_in(self, chat: str, said: Said, upload: Upload | None) -> None:
        """Put a message into the inbox; returns when it is committed. A second try changes nothing."""
        key = f"{chat}:{said.key}"
        if upload is not None and await self.database.read(lambda conn: webchat.is_known(conn, key)):
            return  # the file of the first try is kept already
        payload: dict[str, Any]
        if upload is not None and upload.is_media:
            payload = {"type": "media"}
        elif upload is not None:
            payload = {"type": "document", "file": await self._keep(upload)}
        elif said.action:
            payload = {"type": "action", "action": said.action, "ref": said.ref or None}
        else:
            payload = {"type": "text", "text": said.text}
        await self.receive([Update(key=key, chat=chat, payload={"chat": chat, **payload})])

    async def _keep(self, upload: Upload) -> dict[str, Any]:
        now = self.now()
        number = await self.database.write(
            lambda conn: files.save(
                conn,
                name=upload.name,
                mime=upload.mime,
                content=upload.content,
                now=now,
                expires_at=now + KEEP_UPLOADS,
            )
        )
        return {"ref": str(number), "name": upload.name, "size": len(upload.content)}

    async def _answered(self, chat: str, wakes: Wakes) -> None:
        while (await self._history(chat)).waiting:
            await anext(wakes, None)

    async def _events(self, token: str, after: int) -> AsyncIterator[str]:
        """What is new as it happens, one event for everything that came together."""
        chat, base = chat_of(token), f"/chat/{token}"
        known: dict[str, Any] | None = None
        with self.hub.subscribe(chat) as wakes:
            while True:
                history = await self._history(chat)
                view = history_view(history, history.messages, base, self.pages.texts)
                shown = {message["id"]: message for message in view["messages"]}
                state = {"question": view["question"], "waiting": view["waiting"]}
                if known is None:
                    new = {message.id for message in history.since(after)}
                else:
                    new = {name for name, message in shown.items() if known.get(name) != message}
                if known is None or new or state != known[""]:
                    view["messages"] = [message for name, message in shown.items() if name in new]
                    yield event(view, name="messages", number=view["cursor"])
                known = shown | {"": state}
                try:
                    if await next_wake(wakes) is None:
                        yield STILL_HERE
                except StopAsyncIteration:
                    return


def _cursor(text: str) -> int:
    """The cursor a page names; from the beginning where it names none."""
    return int(text) if text.isdecimal() and len(text) < 20 else 0
