"""The program that `khaibao run` runs: every channel that the settings name, and the web."""

import asyncio
import contextlib
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial

from bot.app import build, served
from bot.campaigns import Shelf
from bot.clock import Clock, SimulatedClock, SystemClock
from bot.delivery import web_pages
from bot.delivery.holding import Holding
from bot.errors import InputError
from bot.platforms import Platforms, open_platforms
from bot.settings import Settings
from bot.storage import Database, open_database
from bot.storage.keys import key
from bot.texts import Texts
from bot.web.landing import landing_route
from bot.web.metrics import metrics_route
from bot.web.shared_files import KEY, SharedFiles, shared_files_route

_log = logging.getLogger(__name__)


async def serve_all(settings: Settings, stop: asyncio.Event, *, started: Callable[[int], None]) -> None:
    """Run every channel that the settings name, and the web, until `stop`.

    Raises InputError where something has to be mended before anything can run.
    """
    texts = Texts.load(settings.language)
    clock = _clock(settings)
    platforms: Platforms | None = None
    database = open_database(settings.database_url)
    try:
        shared = await _shared_files(settings, database, clock)
        platforms = open_platforms(settings, texts, shared.link if shared else None)
        app = build(
            database=database,
            clock=clock,
            texts=texts,
            channels=platforms.bots,
            links=await platforms.links(),
            lanes=32 if settings.database_url.startswith("sqlite") else 6,
            shelf=Shelf(settings.campaigns) if settings.campaigns else None,
            look=_look(settings),
            announcements_a_day=settings.announcements_a_day,
            percent_kept=settings.zalo_reserve,
        )
        app.stuck_after = settings.stuck_after
        app.routes.append(landing_route(app.pages))
        app.routes.append(metrics_route(app.measures, app.backlog, app.clock.now, app.quotas, app.users))
        app.routes += platforms.routes()
        if shared is not None:
            app.routes.append(shared_files_route(shared, app.papers.load, texts))
        async with (
            _alone(database, stop),
            served(app, settings.http_host, settings.http_port) as running,
        ):
            started(running.port)
            _spare_what_is_loaded()
            await app.run(stop)
    finally:
        if platforms is not None:
            await platforms.close()
        await database.close()


def _spare_what_is_loaded() -> None:
    """Let the collector pass over what will not go: going through it held turns for 100 ms."""
    gc.collect()
    gc.freeze()
    gc.enable()


@contextlib.asynccontextmanager
async def _alone(database: Database, stop: asyncio.Event) -> AsyncIterator[None]:
    """Keep a second program off a database that is for one, for as long as the block lasts.

    Raises InputError where another one runs. Sets `stop` if it is taken over, as after a long sleep of
    the machine.
    """
    if database.shared:
        yield
        return
    holding = Holding(database, "program", SystemClock())
    if not await holding.insist():
        raise InputError("error-already-running")

    async def keep() -> None:
        await holding.keep()
        _log.error("another program has taken the database over: this one stops")
        stop.set()

    keeping = asyncio.create_task(keep())
    try:
        yield
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        await holding.give_back()


def _look(settings: Settings) -> Callable[[str], Awaitable[str]] | None:
    """How pages that were declared are looked at, if at all."""
    if settings.link_checks == "off":
        return None
    return partial(web_pages.look, anywhere=settings.link_checks == "anywhere")


def _clock(settings: Settings) -> Clock:
    if settings.simulated_now is None:
        return SystemClock()
    return SimulatedClock(settings.simulated_now, settings.simulated_speed)


async def _shared_files(settings: Settings, database: Database, clock: Clock) -> SharedFiles | None:
    """The addresses of files for channels that carry none; None where nobody could open them."""
    if not settings.public_url:
        return None
    signed_with = await database.write(lambda conn: key(conn, KEY))
    return SharedFiles(key=signed_with, public_url=settings.public_url, now=clock.now)
