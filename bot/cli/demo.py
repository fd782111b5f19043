"""`khaibao demo`: the first evening of a directive, to try out; or as a story told in the terminal."""

import asyncio
import signal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bot.cli.common import run_loop, say, texts


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help=texts("cli-help-port"))] = 8000,
    tour: Annotated[bool, typer.Option("--tour", help=texts("cli-help-tour"))] = False,
) -> None:
    """A web chat on a sample province, with a clock to move. Nothing is kept when it ends."""
    from bot.logs import set_up_logging

    set_up_logging("WARNING", "text")
    with TemporaryDirectory(prefix="khaibao-demo-") as folder:
        run_loop(_tour(Path(folder)) if tour else _serve(Path(folder), port))


async def _serve(folder: Path, port: int) -> None:
    from bot.app import served
    from bot.demo.stage import stage

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    say("cli-demo-preparing")
    address = f"http://127.0.0.1:{port}" if port else ""  # which port is free is known only afterwards
    async with (
        stage(folder, texts, address=address) as director,
        served(director.app, "127.0.0.1", port) as running,
    ):
        say("cli-demo-running", link=f"http://127.0.0.1:{running.port}/")
        director.served = True
        await director.app.run(stop)


async def _tour(folder: Path) -> None:
    from bot.demo.stage import stage
    from bot.demo.tour import Tour

    async with stage(folder, texts, speed=0) as director:
        await Tour(director=director, tell=lambda line: print(line, flush=True)).play()
