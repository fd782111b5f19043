"""The program as people run it: its own process, its own settings, killed and started at will."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
#: Seconds that the program gets to be ready in.
PATIENCE = 20.0


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """This process's environment with these settings and no others of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KHAIBAO_")}
    ours = {f"KHAIBAO_{name}": value for name, value in settings.items()}
    return kept | ours | {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"}


@dataclass(slots=True)
class Program:
    """`khaibao` with settings: `command` runs one command to its end, `run` keeps the bot running."""

    folder: Path
    settings: dict[str, str]
    log: list[str] = field(default_factory=list)

    async def command(self, *words: str, succeeds: bool = True) -> str:
        """What a command printed on standard output (or, if it is to fail, on standard error)."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", *words),
            cwd=self.folder,
            env=environment(self.settings),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        assert (process.returncode == 0) is succeeds, err.decode()
        return (out if succeeds else err).decode()

    @asynccontextmanager
    async def run(self) -> AsyncIterator["Running"]:
        """The bot, from ready until the block ends (unless it was killed in it)."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "run"),
            cwd=self.folder,
            env=environment(self.settings) | {"PYTHONUNBUFFERED": "1"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stderr is not None
        reading = asyncio.create_task(self._read(process.stderr))
        try:
            line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
            assert line, "the program ended before it was ready: " + "".join(self.log)
            yield Running(process)
        finally:
            if process.returncode is None:
                process.terminate()
            await asyncio.wait_for(process.wait(), PATIENCE)
            await reading

    async def _read(self, stream: asyncio.StreamReader) -> None:
        while line := await stream.readline():
            self.log.append(line.decode())


@dataclass(slots=True)
class Running:
    """A running bot."""

    process: asyncio.subprocess.Process

    async def kill(self) -> None:
        """`kill -9`: no chance to finish anything."""
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()
