"""Building the demo: a database of its own, the sample province, a simulated clock, the whole app."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from bot.app import build
from bot.clock import SimulatedClock
from bot.demo.colleagues import Colleagues
from bot.demo.control import Director
from bot.demo.routes import PAGE, demo_routes
from bot.demo.world import START, load
from bot.domain.invites import Links
from bot.storage import open_database
from bot.storage.schema import upgrade
from bot.texts import Texts


@contextlib.asynccontextmanager
async def stage(
    folder: Path, texts: Texts, *, speed: float = 1.0, address: str = ""
) -> AsyncIterator[Director]:
    """The demo, ready at 10:20 on 18/8/2020, in a folder that may be thrown away afterwards.

    `address` is where it will be served, for the links of invites.
    """
    url = f"sqlite:///{folder / 'demo.db'}"
    await asyncio.to_thread(upgrade, url)
    database = open_database(url)
    try:
        clock = SimulatedClock(START, speed)
        world = await load(database, START)
        app = build(
            database=database,
            clock=clock,
            texts=texts,
            links=Links(public_url=address),
            page_folders=(PAGE,),
        )
        director = Director(
            app=app, clock=clock, world=world, colleagues=Colleagues.gather(world.colleagues, texts)
        )
        app.routes.extend(demo_routes(control=director, hub=app.web.hub, pages=app.pages))
        await director.set_the_scene()
        yield director
    finally:
        await database.close()
