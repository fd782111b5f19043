"""The web chat on a real database, with a scripted conversation in place of the handlers."""

import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette

from bot.channels.webchat import WebChat
from bot.clock import Clock
from bot.domain.channels import WEB, Update
from bot.domain.messages import Choice, Incoming, Lane, Reply
from bot.errors import InputError
from bot.storage import (
    Connection,
    Database,
    contacts,
    deliveries,
    files,
    inbox,
    open_database,
    outcomes,
)
from bot.storage.files import StoredFile
from bot.texts import Texts
from bot.web.chat import chat_routes
from bot.web.pages import Pages
from bot.web.server import create_app
from bot.web.site import Site as PageSite

HTML = {"Accept": "text/html"}
JSON = {"Accept": "application/json"}
YES, NO = Choice(label="Đã cài", action="answer:yes"), Choice(label="Chưa cài", action="answer:no")


def parrot(incoming: Incoming) -> Reply:
    """Says what it heard and asks again; asks nothing more after "xong"."""
    choices = () if incoming.text == "xong" else (YES, NO)
    return Reply(text=f"Đã nhận: {incoming.text or incoming.action or incoming.kind}", choices=choices)


@dataclass(slots=True, kw_only=True)
class Site:
    """`app` is what is served; with `at_once` every message is answered while it is received."""

    database: Database
    clock: Clock
    answer: Callable[[Incoming], Reply] = parrot
    at_once: bool = True
    no_paper: InputError | None = None  #: why files that are asked for cannot be made
    channel: WebChat = field(init=False)
    app: Starlette = field(init=False)
    sent: int = 0

    def __post_init__(self) -> None:
        self.channel = WebChat(self.load)
        self.app = self.make_app(Pages(Texts.load("vi")))

    def make_app(self, pages: Pages, routes: Sequence[Any] = ()) -> Starlette:
        return create_app([*self.chat_routes(pages), *routes], pages=pages, ready=self.ready)

    def chat_routes(self, pages: Pages) -> Sequence[Any]:
        return chat_routes(self.behind(pages), self.stored)

    def behind(self, pages: Pages) -> PageSite:
        """What the pages need."""
        return PageSite(
            database=self.database,
            receive=self.receive,
            hub=self.channel.hub,
            pages=pages,
            now=self.clock.now,
        )

    async def ready(self) -> dict[str, bool]:
        return {"database": True}

    async def load(self, file_id: int) -> bytes | None:
        file = await self.stored(file_id)
        return file.content if file else None

    async def stored(self, file_id: int) -> StoredFile | None:
        if self.no_paper is not None:
            raise self.no_paper
        return await self.database.read(partial(files.load, file_id=file_id))

    async def receive(self, updates: Sequence[Update]) -> None:
        await self.database.write(
            lambda conn: inbox.receive(conn, WEB, updates, self.clock.now()),
        )
        if self.at_once:
            await self.answer_all()

    async def answer_all(self) -> None:
        """Answer whatever waits in the inbox."""
        while row := await self.database.write(self._turn):
            await self.channel.send(row.chat, Reply(text=""))

    def _turn(self, conn: Connection) -> inbox.InboxRow | None:
        row = inbox.claim(conn, self.clock.now())
        if row is not None:
            incoming = self.channel.parse(row.payload)
            assert incoming is not None
            self._deliver(conn, row.chat, self.answer(incoming), f"answer:{row.id}")
            inbox.done(conn, row.id)
        return row

    async def tell(self, chat: str, reply: Reply, lane: Lane = Lane.REMINDER) -> None:
        """Say something that nobody asked for."""
        self.sent += 1
        await self.database.write(
            lambda conn: self._deliver(conn, chat, reply, f"reminder:{self.sent}", lane)
        )
        await self.channel.send(chat, reply)

    def _deliver(self, conn: Connection, chat: str, reply: Reply, key: str, lane: Lane = Lane.ANSWER) -> None:
        now = self.clock.now()
        contact = contacts.contact(conn, WEB, chat, now)
        deliveries.queue(
            conn,
            contact=contact,
            body=reply,
            lane=lane,
            kind="test",
            dedupe_key=key,
            person_id=None,
            now=now,
        )
        for delivery in deliveries.claim(conn, WEB, lane, now, 10):
            outcomes.sent(conn, [outcomes.Receipt(delivery_id=delivery.id, message_ref=None, at=now)])


@asynccontextmanager
async def new_database(template: Path, folder: Path) -> AsyncIterator[Database]:
    """A database for tests that are not about the database."""
    path = folder / "site.db"
    shutil.copy(template, path)
    database = open_database(f"sqlite:///{path}")
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def browser_of(app: Starlette) -> AsyncIterator[AsyncClient]:
    """A client without a browser."""
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://khaibao.test") as client:
        yield client
