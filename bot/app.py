"""Where everything is put together: the one place that knows every part.

`build` joins the parts on a database; `App.run` keeps them running until it is told to stop.
Nothing here decides anything about people or campaigns.
"""

import asyncio
import contextlib
import hashlib
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random, SystemRandom
from typing import TYPE_CHECKING

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.campaigns import Shelf
from bot.channels.webchat import WebChat
from bot.clock import Clock, SimulatedClock, SystemClock
from bot.delivery import web_pages
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.faults import describe
from bot.delivery.inbox import InboxWorkers
from bot.delivery.link_checks import LinkChecker
from bot.delivery.lists import ListReader
from bot.delivery.papers import Maker, Papers
from bot.domain.channels import WEB, Channel
from bot.domain.deadlines import VIETNAM
from bot.domain.invites import Links
from bot.errors import ChannelError, InputError, Misconfigured
from bot.handlers.conversation import Conversation
from bot.handlers.reminder_words import Wording
from bot.measures import Measures
from bot.reminders import planner
from bot.reports.exporting import Exporting
from bot.reports.own_data import own_data_maker
from bot.reports.poster import poster_maker
from bot.reports.qr import qr_maker
from bot.settings import Settings
from bot.storage import Database, files, open_database, retention
from bot.storage.backlog import Backlog, backlog
from bot.texts import Texts
from bot.web.chat import chat_routes
from bot.web.landing import landing_route
from bot.web.metrics import metrics_route
from bot.web.pages import Pages
from bot.web.server import Serving, create_app, serving

if TYPE_CHECKING:
    from bot.channels.telegram import Telegram

_log = logging.getLogger(__name__)

#: Letters and digits that are not mistaken for one another when read out or copied from a poster.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
#: Seconds between two looks at what is due. Each looks at the tables, so a late or double one harms nothing.
TICK = 20
#: Seconds without a single send, while something is due, after which a channel counts as stuck.
STUCK_AFTER = 300.0
#: Seconds that what is in flight gets to finish in when the program is told to stop.
GRACE = 8.0
#: Seconds that the start waits for Telegram to say the bot's name.
PATIENCE = 5.0
#: Where Telegram brings its updates to, under the public address.
WEBHOOK = "/telegram"


def draw(length: int) -> str:
    """An unguessable code that can be read out."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


@dataclass(slots=True, kw_only=True)
class App:
    """Everything that runs, joined."""

    database: Database
    clock: Clock
    texts: Texts
    channels: Mapping[str, Channel]
    workers: InboxWorkers
    dispatchers: Mapping[str, Dispatcher]
    lists: ListReader
    link_checks: LinkChecker | None
    web: WebChat
    pages: Pages
    routes: list[BaseRoute]
    measures: Measures
    stuck_after: float = STUCK_AFTER
    _ticking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _deaf: set[str] = field(default_factory=set)  #: channels that stopped receiving

    async def tick(self) -> int:
        """Open what is due to open and queue the reminders that are due; returns how many."""
        async with self._ticking:
            queued = await planner.tick(self.database, self.clock.now())
            self.measures.planned_at = self.clock.now()
        self.wake()  # another process (a command, another server) may have queued or resumed something
        return queued

    def wake(self) -> None:
        for dispatcher in self.dispatchers.values():
            dispatcher.wake()

    async def drain(self) -> None:
        """Handle everything that waits and send everything that is due, then return: for demos and tests."""
        await self.workers.drain()
        await self.lists.drain()
        if self.link_checks is not None:
            await self.link_checks.drain()
        await self.workers.drain()
        for dispatcher in self.dispatchers.values():
            await dispatcher.drain()

    async def ready(self) -> Mapping[str, bool]:
        """What works and what does not, by name."""
        parts = {
            name: dispatcher.stopped_because is None and name not in self._deaf
            for name, dispatcher in self.dispatchers.items()
        }
        try:
            waiting = await self.backlog()
            parts["database"] = True
            parts |= {f"outbox:{name}": False for name in self.stuck(waiting)}
        except Exception:  # noqa: BLE001 - whatever it is, the answer is: not ready
            _log.exception("the database does not answer")
            parts["database"] = False
        return parts

    async def backlog(self) -> Backlog:
        """What waits to be handled and to be sent."""
        return await self.database.read(partial(backlog, now=self.clock.now()))

    def stuck(self, waiting: Backlog) -> set[str]:
        """The channels that have something due and have sent nothing for longer than is normal."""
        latest = self.clock.now() - timedelta(seconds=self.stuck_after)
        return {
            queue.channel
            for queue in waiting.queues
            if self.measures.quiet_since(queue.channel, queue.oldest_due_at) < latest
        }

    async def run(self, stop: asyncio.Event) -> None:
        """Receive, answer, remind and send until `stop`; then finish what is in flight."""
        scheduler = AsyncIOScheduler(timezone=VIETNAM)
        # The truth is in the tables: a tick that comes late, twice or not at all changes nothing.
        scheduler.add_job(
            self._tick_safely,
            "interval",
            seconds=TICK,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        scheduler.start()
        tasks = [
            asyncio.create_task(self._tick_safely()),
            asyncio.create_task(self.workers.run()),
            asyncio.create_task(self.lists.run()),
            *([] if self.link_checks is None else [asyncio.create_task(self.link_checks.run())]),
            *(asyncio.create_task(dispatcher.run()) for dispatcher in self.dispatchers.values()),
        ]
        receiving = [
            asyncio.create_task(self._receive(name, channel)) for name, channel in self.channels.items()
        ]
        try:
            await stop.wait()
        finally:
            scheduler.shutdown(wait=False)
            for task in receiving:
                task.cancel()
            await self.workers.stop()
            for dispatcher in self.dispatchers.values():
                await dispatcher.stop(GRACE)
            for task in (*tasks, *receiving):
                task.cancel()
            await asyncio.gather(*tasks, *receiving, return_exceptions=True)

    async def _receive(self, name: str, channel: Channel) -> None:
        try:
            await channel.run(self.workers.receive(name))
        except asyncio.CancelledError:
            raise
        except Exception as error:  # noqa: BLE001
            # One channel that cannot work must not take the others with it; readyz says so.
            self._deaf.add(name)
            _log.error("%s stopped receiving: %s", name, describe(error))

    async def _let_go(self) -> None:
        """Discard what is no longer needed, a slice at a time."""
        now = self.clock.now()
        await self.database.write(partial(files.discard_expired, now=now))
        while await self.database.write(partial(retention.forget_chats_slice, now=now)):
            pass
        while await self.database.write(partial(retention.forget_proof_slice, now=now)):
            pass
        for running in await self.database.read(partial(retention.overdue, now=now)):
            while await self.database.write(partial(retention.erase_slice, campaign_id=running.id, now=now)):
                pass

    async def _tick_safely(self) -> None:
        try:
            await self.tick()
            for name in sorted(self.stuck(await self.backlog())):
                _log.error("%s is stuck: nothing was sent for %.0f s", name, self.stuck_after)
            await self._let_go()
        except Exception:  # noqa: BLE001 - the next tick does what this one could not
            _log.exception("the planner failed; it tries again in %s s", TICK)


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
) -> App:
    """Join the parts. The web chat is always among the channels.

    `shelf` holds the campaign files that can be started from a chat: those that are shipped, unless
    other ones are given. `look` says whether a page answers; without it nobody looks.
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
    conversation = Conversation(
        texts=texts,
        links=links,
        draw=draw_code,
        shelf=shelf,
        paces={name: channel.capabilities.per_second for name, channel in by_name.items()},
        announcements_a_day=announcements_a_day,
    )
    measures = Measures()
    dispatchers = {
        name: Dispatcher(
            database,
            channel,
            compose=Wording(texts=texts, able=channel.capabilities),
            papers=papers,
            clock=clock,
            chance=chance or SystemRandom(),
            measures=measures,
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
    routes: list[BaseRoute] = list(
        chat_routes(
            database=database,
            receive=workers.receive(WEB),
            hub=web.hub,
            pages=pages,
            now=clock.now,
            load=papers.load,
        )
    )
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
        routes=routes,
        measures=measures,
    )


async def serve_all(settings: Settings, stop: asyncio.Event, *, started: Callable[[int], None]) -> None:
    """Run every channel that the settings name, and the web, until `stop`.

    Raises InputError where something has to be mended before anything can run.
    """
    texts = Texts.load(settings.language)
    telegram = _telegram(settings, texts)
    database = open_database(settings.database_url)
    try:
        app = build(
            database=database,
            clock=_clock(settings),
            texts=texts,
            channels=[telegram] if telegram else [],
            links=Links(public_url=settings.public_url, telegram_bot=await _name_of(telegram, settings)),
            lanes=32 if settings.database_url.startswith("sqlite") else 6,
            shelf=Shelf(settings.campaigns) if settings.campaigns else None,
            look=_look(settings),
            announcements_a_day=settings.announcements_a_day,
        )
        app.stuck_after = settings.stuck_after
        app.routes.append(landing_route(app.pages))
        app.routes.append(metrics_route(app.measures, app.backlog, app.clock.now))
        if telegram is not None and settings.public_url:
            app.routes.append(_webhook_route(telegram))
        async with served(app, settings.http_host, settings.http_port) as running:
            started(running.port)
            await app.run(stop)
    finally:
        if telegram is not None:
            await telegram.close()
        await database.close()


def _look(settings: Settings) -> Callable[[str], Awaitable[str]] | None:
    """How pages that were declared are looked at, if at all."""
    if settings.link_checks == "off":
        return None
    return partial(web_pages.look, anywhere=settings.link_checks == "anywhere")


#: What Telegram's menu offers: the commands of `bot/handlers/conversation.py` that people need most.
MENU_KEYS: Mapping[str, str] = {
    "khaibao": "command-declare",
    "trangthai": "command-status",
    "chuabao": "command-missing",
    "xuat": "command-export",
    "thongbao": "command-announce",
    "chiendich": "command-campaigns",
    "han": "command-deadline",
    "moi": "command-invite",
    "nhansu": "command-people",
    "vanban": "command-directive",
    "huy": "command-cancel",
    "lienket": "command-join",
    "dulieu": "command-data",
    "tamdung": "command-stop",
    "giupdo": "command-help",
}


def _telegram(settings: Settings, texts: Texts) -> "Telegram | None":
    """The Telegram channel, if it has a token. Its library is imported only then: it takes half a second."""
    if settings.telegram_token is None:
        return None
    from bot.channels.telegram import Telegram, Webhook

    webhook = None
    if settings.public_url:
        token = settings.telegram_token.get_secret_value()
        derived = hashlib.sha256(f"webhook:{token}".encode()).hexdigest()
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else derived
        webhook = Webhook(url=f"{settings.public_url.rstrip('/')}{WEBHOOK}", secret=secret)
    return Telegram(
        settings.telegram_token,
        settings.telegram_api_url,
        webhook=webhook,
        commands={command: texts(MENU_KEYS[command]) for command in MENU_KEYS},
        clock=SystemClock(),  # a platform's patience is counted in real seconds
        chance=SystemRandom(),
    )


async def _name_of(telegram: "Telegram | None", settings: Settings) -> str:
    """The bot's user name, for deep links. Raises InputError for a token that Telegram does not know."""
    if telegram is None:
        return ""
    try:
        return await asyncio.wait_for(telegram.identify(), PATIENCE)
    except Misconfigured as error:
        raise InputError("error-telegram-token") from error
    except (ChannelError, TimeoutError) as error:
        # The network may come back; until then links carry the name from the settings, if there is one.
        _log.warning("telegram cannot be reached yet: %s", error)
        return settings.telegram_bot


def _webhook_route(telegram: "Telegram") -> Route:
    async def called(request: Request) -> Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        return Response(status_code=await telegram.webhook(headers, await request.body()))

    return Route(WEBHOOK, called, methods=["POST"])


def _clock(settings: Settings) -> Clock:
    if settings.simulated_now is None:
        return SystemClock()
    return SimulatedClock(settings.simulated_now, settings.simulated_speed)


@contextlib.asynccontextmanager
async def served(app: App, host: str, port: int) -> AsyncIterator[Serving]:
    """Serve the app's pages and webhooks until the block is left."""
    starlette = create_app(app.routes, pages=app.pages, ready=app.ready)
    async with serving(starlette, host, port, end_streams=app.web.hub.close) as running:
        yield running
