"""What every command shares: its language, its database, and how it says that something is wrong."""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Iterable, Sized
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from bot.errors import InputError
from bot.texts import Texts

if TYPE_CHECKING:
    from bot.rosters.problems import Problem
    from bot.settings import Settings
    from bot.storage import Connection
    from bot.storage.units import ImportCounts

T = TypeVar("T")

#: The words of the command line; the setting is read by hand because help is shown before any other.
texts = Texts.load("en" if os.environ.get("KHAIBAO_LANGUAGE", "vi") == "en" else "vi")


def settings() -> "Settings":
    from bot.settings import load_settings

    return load_settings()


def now(found: "Settings") -> datetime:
    """The present moment, UTC: the simulated one where the settings say so."""
    from bot.clock import SystemClock

    return found.simulated_now.astimezone(UTC) if found.simulated_now else SystemClock().now()


def today(moment: datetime) -> date:
    from bot.domain.deadlines import VIETNAM

    return moment.astimezone(VIETNAM).date()


def on_database(work: "Callable[[Connection], T]", *, write: bool = False) -> T:
    """Run a piece of work on the database of the settings, which is brought up to date first."""
    from bot.storage import open_database
    from bot.storage.failures import TROUBLE, of_the_database, told
    from bot.storage.schema import upgrade

    url = settings().database_url
    upgrade(url)

    async def run() -> T:
        database = open_database(url)
        try:
            return await (database.write(work) if write else database.read(work))
        finally:
            await database.close()

    try:
        return asyncio.run(run())
    except TROUBLE as error:
        if isinstance(error, OSError) or of_the_database(error):
            raise told(error, url) from error
        raise


def run_loop(main: Coroutine[Any, Any, None]) -> None:
    """Run a program's event loop to its end: the fast one, where there is one for this system."""
    if sys.platform == "win32":
        asyncio.run(main)
        return
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main)


def read_file(path: Path, most: int = 5_000_000) -> bytes:
    """The bytes of a file. Raises InputError where there is none to read."""
    try:
        if path.stat().st_size > most:
            raise InputError("cli-file-too-large", path=str(path), megabytes=most // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise InputError("cli-file-unreadable", path=str(path), why=error.strerror or "") from error


def say(key: str, /, **facts: Any) -> None:
    """One line for the person at the terminal."""
    print(texts(key, **facts))


def name_problems(problems: Iterable["Problem"]) -> None:
    """Every row of a list that wants a second look, on standard error."""
    for problem in problems:
        told = texts("cli-bad-row", row=problem.row, problem=texts(problem.key, **problem.facts))
        print(told, file=sys.stderr)


def tell_import(counts: "ImportCounts", problems: Sized) -> None:
    """What an import did; exit code 1 where rows want a second look."""
    say(
        "cli-imported",
        added=counts.added,
        changed=counts.changed,
        unchanged=counts.unchanged,
        problems=len(problems),
    )
    if counts.left_out:
        say("roster-left-out", names=texts.formats.listing(counts.left_out))
    if problems:
        raise SystemExit(1)


def fail(error: InputError) -> NoReturn:
    """One plain sentence on standard error, and exit code 1."""
    from bot.campaigns import CampaignFileError

    if isinstance(error, CampaignFileError):
        for problem in error.problems:
            where = texts(
                "cli-problem-where" if problem.field else "cli-problem-file",
                name=str(error.facts["file"]),
                line=problem.line,
                field=problem.field,
            )
            print(f"{where} {texts(problem.key, **problem.facts)}", file=sys.stderr)
    else:
        print(texts(error.key, **error.facts), file=sys.stderr)
    raise SystemExit(1)
