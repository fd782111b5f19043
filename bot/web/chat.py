"""The routes of the web chat. A chat belongs to whoever holds the token in its address.

GET  /i/{code}                        an invite link: a fresh chat that starts with this code
GET  /chat/{token}                    the page; it also works where no script runs
POST /chat/{token}/messages           say something: a text, a tap, a file
GET  /chat/{token}/messages?after=    what was said since a cursor, as JSON
GET  /chat/{token}/events             the same, pushed (server-sent events)
GET  /chat/{token}/files/{id}         a file of this chat
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.domain.channels import Update
from bot.errors import InputError
from bot.storage import Connection, files, webchat
from bot.storage.files import StoredFile
from bot.web.guard import download
from bot.web.history import History, merge
from bot.web.invite import CODE, FindDoors, InvitePage, only_here
from bot.web.reading import Said, Upload, read_said
from bot.web.site import PATIENCE, Site
from bot.web.streams import STILL_HERE, Wakes, event, event_stream, next_wake
from bot.web.tokens import chat_of, new_token
from bot.web.views import chat_words, history_view

#: An upload is read by the turn it belongs to; kept a while for a turn that has to be tried again.
KEEP_UPLOADS = timedelta(days=7)


def chat_routes(
    site: Site, load: Callable[[int], Awaitable[StoredFile | None]], doors: FindDoors = only_here
) -> list[Route]:
    """The routes.

    `load` gives a stored file; it raises InputError for one that was to be made and cannot be. `doors`
    says where else an invite code lets in.
    """
    chat = _Chat(site=site, load=load)
    invited = InvitePage(pages=site.pages, visitors=site.visitors, doors=doors)
    base = "/chat/{token}"
    return [
        Route("/i/{code}", invited.page),
        Route(base, chat.page),
        Route(f"{base}/messages", chat.say, methods=["POST"]),
        Route(f"{base}/messages", chat.messages, methods=["GET"]),
        Route(f"{base}/events", chat.events),
        Route(f"{base}/files/{{file:int}}", chat.file),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chat:
    site: Site
    load: Callable[[int], Awaitable[StoredFile | None]]

    async def page(self, request: Request) -> Response:
        token = self.site.visitors.token(request)
        start = request.query_params.get("start", "")
        base = f"/chat/{token}"
        history = await self._history(chat_of(token))
        view = history_view(history, history.messages, base, self.site.pages.texts)
        return self.site.pages.render(
            "chat.html",
            view=view,
            key=new_token(),
            base=base,
            start=start if CODE.fullmatch(start) and not history.messages else "",
            words=chat_words(self.site.pages.texts),
        )

    async def say(self, request: Request) -> Response:
        token = self.site.visitors.token(request)
        chat = chat_of(token)
        self.site.visitors.let_in(request, chat)
        said, upload = await read_said(request, self.site.pages.texts)
        scripted = "text/html" not in request.headers.get("accept", "")
        with self.site.hub.subscribe(chat) as wakes:
            await self._take_in(chat, said, upload)
            self.site.hub.wake(chat)
            if scripted:
                return JSONResponse({"key": said.key}, 202)
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self._answered(chat, wakes)
        return RedirectResponse(f"/chat/{token}#end", 303)

    async def messages(self, request: Request) -> Response:
        token = self.site.visitors.token(request)
        history = await self._history(chat_of(token))
        messages = history.since(_cursor(request.query_params.get("after", "")))
        return JSONResponse(history_view(history, messages, f"/chat/{token}", self.site.pages.texts))

    async def events(self, request: Request) -> Response:
        token = self.site.visitors.token(request)
        after = request.headers.get("last-event-id") or request.query_params.get("after", "")
        return event_stream(self._events(token, _cursor(after)))

    async def file(self, request: Request) -> Response:
        """A file is shown to the chat it was sent to or came from, to nobody else."""
        token = self.site.visitors.token(request)
        number = request.path_params["file"]
        history = await self._history(chat_of(token))
        if any(message.attachment and message.attachment.ref == str(number) for message in history.messages):
            try:
                stored = await self.load(number)
            except InputError as error:
                raise HTTPException(404, self.site.pages.texts(error.key, **error.facts)) from error
            if stored is not None and stored.content is not None:
                return download(stored.content, stored.name, stored.mime)
        raise HTTPException(404, self.site.pages.texts("web-error-file"))

    async def _history(self, chat: str) -> History:
        def work(conn: Connection) -> History:
            return merge(webchat.received(conn, chat), webchat.delivered(conn, chat))

        return await self.site.database.read(work)

    async def _take_in(self, chat: str, said: Said, upload: Upload | None) -> None:
        """Put a message into the inbox; returns when it is committed. A second try changes nothing."""
        key = f"{chat}:{said.key}"
        if upload is not None and await self.site.database.read(lambda conn: webchat.is_known(conn, key)):
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
        await self.site.receive([Update(key=key, chat=chat, payload={"chat": chat, **payload})])

    async def _keep(self, upload: Upload) -> dict[str, Any]:
        now = self.site.now()
        number = await self.site.database.write(
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
        with self.site.hub.subscribe(chat) as wakes:
            while True:
                history = await self._history(chat)
                view = history_view(history, history.messages, base, self.site.pages.texts)
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
