"""Where everything is put together: the one place that knows every part.

`build` joins the parts on a database; `App.run` (`bot/running.py`) keeps them running until it is told to
stop. Nothing here decides anything about people or campaigns.
"""

import contextlib
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random, SystemRandom

from starlette.routing import BaseRoute

from bot.campaigns import Shelf
from bot.channels.webchat import WebChat
from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.inbox import InboxWorkers
from bot.delivery.link_checks import LinkChecker
from bot.delivery.lists import ListReader
from bot.delivery.metering import Meter
from bot.delivery.papers import Maker, Papers
from bot.domain.channels import WEB, Channel
from bot.domain.invites import Links
from bot.domain.quotas import quota
from bot.handlers.conversation import Conversation
from bot.handlers.reminder_words import Wording
from bot.handlers.web_form import WebForms
from bot.measures import Measures
from bot.reports.exporting import Exporting
from bot.reports.own_data import own_data_maker
from bot.reports.poster import poster_maker
from bot.reports.qr import qr_maker
from bot.running import App as App
from bot.storage import Database, shards
from bot.texts import Texts
from bot.web.chat import chat_routes
from bot.web.forms import form_routes
from bot.web.invite import Doors
from bot.web.pages import Pages
from bot.web.personal import personal_routes
from bot.web.server import Serving, create_app, serving
from bot.web.site import Site

#: Letters and digits that are not mistaken for one another when read out or copied from a poster.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def draw(length: int) -> str:
    """An unguessable code that can be read out."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def build(
    *,
    database: Database,
    clock: Clock,
    texts: Texts,
    channels: Sequence[Channel] = (),
    links: Links | None = None,
    draw_code: Callable[[int], str] = draw,
    chance: Random | None = None,
    lanes: int = 32,
    page_folders: Sequence[Path] = (),
    shelf: Shelf | None = None,
    look: Callable[[str], Awaitable[str]] | None = None,
    announcements_a_day: int = 5,
    percent_kept: int = 10,
) -> App:
    """Join the parts. The web chat is always among the channels.

    `shelf` holds the campaign files that can be started from a chat: those that are shipped, unless
    other ones are given. `look` says whether a page answers; without it nobody looks. Of the month's
    messages of a channel with a quota so many percent are kept for conversations.
    """
    shelf = shelf or Shelf()
    shelf.all()  # reading them takes longer than a turn should

    async def upload(file_id: int) -> bytes | None:
        stored = await papers.load(file_id)
        return stored.content if stored else None

    links = links or Links()
    # What can be made for somebody, by the kind that a turn asks for (`Turn.paper`).
    makers: dict[str, Maker] = {
        "poster": poster_maker(texts, links),
        "qr": qr_maker(links),
        "export": Exporting(texts=texts, now=clock.now),
        "own-data": own_data_maker(texts),
    }
    papers = Papers(database, makers, texts)
    web = WebChat(upload)
    by_name: dict[str, Channel] = {WEB: web, **{channel.name: channel for channel in channels}}
    quotas = {
        name: quota(channel.capabilities.monthly, percent_kept)
        for name, channel in by_name.items()
        if channel.capabilities.monthly
    }
    conversation = Conversation(
        texts=texts,
        links=links,
        draw=draw_code,
        shelf=shelf,
        paces={name: channel.capabilities.per_second for name, channel in by_name.items()},
        quotas=quotas,
        costs={name: channel.costs for name, channel in by_name.items()},
        seats={name: one.capabilities.users for name, one in by_name.items() if one.capabilities.users},
        buttonless=frozenset(name for name, one in by_name.items() if not one.capabilities.buttons),
        announcements_a_day=announcements_a_day,
    )
    measures = Measures()
    dispatchers = {
        name: Dispatcher(
            database,
            channel,
            compose=Wording(texts=texts, able=channel.capabilities, quotas=quotas),
            papers=papers,
            clock=clock,
            chance=chance or SystemRandom(),
            measures=measures,
            meter=Meter(channel=channel, quotas=quotas, channels=by_name),
        )
        for name, channel in by_name.items()
    }

    def committed() -> None:
        lists.wake()
        for dispatcher in dispatchers.values():
            dispatcher.wake()

    workers = InboxWorkers(
        database,
        by_name,
        handle=conversation,
        apologise=conversation.apologise,
        clock=clock,
        committed=committed,
        lanes=lanes,
        measures=measures,
    )
    lists = ListReader(database, by_name, clock=clock, received=workers.wake)
    pages = Pages(texts, *page_folders)
    site = Site(database=database, receive=workers.receive(WEB), hub=web.hub, pages=pages, now=clock.now)
    routes: list[BaseRoute] = [
        *chat_routes(site, papers.load, partial(_doors, database, links, by_name)),
        *form_routes(site, WebForms(texts=texts, links=links, draw=draw_code)),
        *personal_routes(site),
    ]
    return App(
        database=database,
        clock=clock,
        texts=texts,
        channels=by_name,
        workers=workers,
        dispatchers=dispatchers,
        lists=lists,
        link_checks=look and LinkChecker(database, look, clock=clock, received=workers.wake),
        web=web,
        pages=pages,
        papers=papers,
        routes=routes,
        measures=measures,
        quotas=quotas,
    )


async def _doors(database: Database, links: Links, channels: Mapping[str, Channel], code: str) -> Doors:
    """Where an invite code lets in besides the web; of several Zalo bots one that has room."""
    zalo = {bot.channel: bot for bot in links.zalo if bot.channel in channels}
    most = {name: channels[name].capabilities.users for name in zalo}
    name = await database.read(partial(shards.with_room, names=most)) if most else None
    free = zalo.get(name or "")
    return Doors(
        telegram=links.telegram(code),
        zalo=free.address if free else "",
        zalo_bot=free.account if free else "",
    )


@contextlib.asynccontextmanager
async def served(app: App, host: str, port: int) -> AsyncIterator[Serving]:
    """Serve the app's pages and webhooks until the block is left."""
    starlette = create_app(app.routes, pages=app.pages, ready=app.ready)
    async with serving(starlette, host, port, end_streams=app.web.hub.close) as running:
        yield running
