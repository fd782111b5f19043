"""`khaibao run`: the bot, on every channel that has a token; and the database's own commands."""

import asyncio
import gc
import signal

import typer

from bot.cli.common import run_loop, say, settings, texts

database = typer.Typer(no_args_is_help=True)


@database.command("upgrade", help=texts("cli-help-db-upgrade"))
def upgrade() -> None:
    """Bring the database up to date."""
    from bot.storage import schema

    say("cli-db-upgraded" if schema.upgrade(settings().database_url) else "cli-db-current")


def run() -> None:
    """Run until told to stop (Ctrl+C, or SIGTERM): what is in flight is finished, the rest is kept."""
    from bot.logs import set_up_logging
    from bot.storage import schema

    found = settings()
    set_up_logging(found.log_level, found.log_format)
    schema.upgrade(found.database_url)
    gc.disable()  # what is loaded now stays: a tenth of the start; the program enables it when it is whole
    run_loop(_run())


async def _run() -> None:
    from bot.program import serve_all

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    await serve_all(settings(), stop, started=lambda port: say("cli-running", port=str(port)))
