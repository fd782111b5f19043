"""The sample province behind the pages: the real conversation on a real database, and no browser."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from httpx import AsyncClient, Response

from bot.domain.channels import WEB
from bot.domain.deadlines import VIETNAM
from bot.domain.invites import Links
from bot.domain.messages import Incoming, Lane
from bot.handlers.conversation import Conversation
from bot.handlers.web_form import WebForms
from bot.storage import (
    Connection,
    contacts,
    deliveries,
    inbox,
    outcomes,
    personal_links,
    standings,
    tasks,
)
from bot.storage.engine import database_url, sync_engine
from bot.texts import Texts
from bot.web.forms import form_routes
from bot.web.pages import Pages
from bot.web.personal import personal_routes
from bot.web.tokens import chat_of, new_token
from tests.handlers.stage import codes
from tests.handlers.world import agree, person_id, register, start_campaign, write_province
from tests.web.site import HTML, Site

T = TypeVar("T")
NOW = datetime(2020, 8, 18, 19, 5, tzinfo=VIETNAM).astimezone(UTC)
TEACHER = "Nguyễn Thị Hồng Nhung"
LINKS = Links(public_url="http://khaibao.test")


def write_template(empty: Path, folder: Path) -> Path:
    """A database file with the sample province, and the directive of 2020 at work in it."""
    path = folder / "template.db"
    shutil.copy(empty, path)
    engine = sync_engine(database_url(f"sqlite:///{path}"))
    with engine.begin() as conn:
        write_province(conn, NOW)
        start_campaign(conn, "bluezone-hau-giang-2020", NOW)
    engine.dispose()
    return path


@dataclass(slots=True, kw_only=True)
class School(Site):
    """A site whose chats are answered by the handlers."""

    draw: Callable[[int], str] = field(default_factory=codes)

    def chat_routes(self, pages: Pages) -> Sequence[Any]:
        behind = self.behind(pages)
        forms = WebForms(texts=pages.texts, links=LINKS, draw=self.draw)
        return [*Site.chat_routes(self, pages), *form_routes(behind, forms), *personal_routes(behind)]

    def _turn(self, conn: Connection) -> inbox.InboxRow | None:
        row = inbox.claim(conn, self.clock.now())
        if row is not None:
            incoming = self.channel.parse(row.payload)
            assert incoming is not None
            self._answer(conn, incoming, row.id)
            inbox.done(conn, row.id)
        return row

    def _answer(self, conn: Connection, incoming: Incoming, inbox_id: int) -> None:
        now = self.clock.now()
        conversation = Conversation(texts=Texts.load("vi"), links=LINKS, draw=self.draw)
        conversation(conn, incoming, inbox_id, now)
        for delivery in deliveries.claim(conn, WEB, Lane.ANSWER, now, 10):
            outcomes.sent(conn, [outcomes.Receipt(delivery_id=delivery.id, message_ref=None, at=now)])

    async def known(self, name: str, *, agreed: bool = True) -> str:
        """The address of a chat of somebody who registered before."""
        token = new_token()

        def write(conn: Connection) -> None:
            who = person_id(conn, name)
            register(conn, WEB, chat_of(token), who, self.clock.now())
            if agreed:
                agree(conn, who, self.clock.now())

        await self.database.write(write)
        return f"/chat/{token}"

    async def link(self, name: str, days: int = 30) -> str:
        """The address of a personal link."""

        def write(conn: Connection) -> str:
            made = personal_links.create(conn, person_id(conn, name), self.clock.now(), by=None, days=days)
            return f"/me/{personal_links.token_of(conn, made)}"

        return await self.database.write(write)

    async def revoke(self, name: str) -> None:
        await self.look(
            lambda conn: personal_links.revoke(conn, person_id(conn, name), self.clock.now(), by=None)
        )

    async def standing(self, name: str, obligation: str) -> int:
        return await self.look(partial(_standing, name=name, obligation=obligation))

    async def declared(self, standing_id: int) -> Any:
        return await self.look(lambda conn: standings.answers(conn, standings.load(conn, standing_id)))

    async def whose(self, address: str) -> int | None:
        """Whose a chat is."""

        def read(conn: Connection) -> int | None:
            found = contacts.find(conn, WEB, chat_of(address.split("/")[2]))
            return found.person_id if found is not None else None

        return await self.look(read)

    async def look(self, work: Callable[[Connection], T]) -> T:
        return await self.database.write(work)


def _standing(conn: Connection, name: str, obligation: str) -> int:
    found = tasks.tasks_of(conn, person_id(conn, name))
    return next(task.standing.id for task in found if task.obligation == obligation)


async def fill_in(client: AsyncClient, address: str, **fields: str) -> Response:
    """Send a form as a browser without script does; where that leads to is followed."""
    sent = {"key": "page-key-1", "revision": "0", **fields}
    return await client.post(address, data=sent, headers=HTML, follow_redirects=True)


async def press(client: AsyncClient, address: str, action: str, key: str = "page-key-2") -> Response:
    """Press a button of a page."""
    sent = {"key": key, "action": action}
    return await client.post(address, data=sent, headers=HTML, follow_redirects=True)
