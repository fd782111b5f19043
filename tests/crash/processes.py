"""Processes of the program that are killed and started again."""

import asyncio
import multiprocessing
import signal
import time
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.crash import hurried
from tests.e2e.program import environment

#: Seconds that the program has after SIGTERM.
GRACE = 10.0
#: Each process is a copy of one that has read the program's files already, which takes longer than a start.
_COPIES = multiprocessing.get_context("forkserver")
_COPIES.set_forkserver_preload([hurried.__name__])


@dataclass(slots=True)
class Processes:
    """So many processes on one database, with one clock that goes on while they are down."""

    folder: Path
    settings: dict[str, str]
    count: int
    running: list[ForkServerProcess] = field(default_factory=list)
    _since: float = field(default_factory=time.monotonic)

    def start(self) -> None:
        self.running = [self._new() for _ in range(self.count)]

    async def kill(self, number: int) -> int:
        """`kill -9` for one of them; returns its process id."""
        process = self.running[number]
        process.kill()
        await asyncio.to_thread(process.join)
        return process.pid or 0

    def start_again(self, number: int) -> None:
        self.running[number] = self._new()

    def fallen(self) -> list[str]:
        """Those that ended by themselves, and what they said last."""
        return [self._last_words() for process in self.running if process.exitcode is not None]

    async def stop(self) -> float:
        """Ask them to end; returns the seconds it took. Raises AssertionError where one does not end well."""
        begun = time.monotonic()
        for process in self.running:
            process.terminate()
        for process in self.running:
            await asyncio.to_thread(process.join, GRACE)
        # One that was started a moment ago may not know the signal yet, and has nothing to finish.
        codes = {process.exitcode for process in self.running}
        assert codes <= {0, -signal.SIGTERM}, f"ended with {codes}: {self._last_words()}"
        return time.monotonic() - begun

    async def end(self) -> None:
        """However they are, they go."""
        for number in range(len(self.running)):
            await self.kill(number)

    def _new(self) -> ForkServerProcess:
        self._log.touch()
        process = _COPIES.Process(
            target=hurried.run, args=(self.folder, self._log, environment(self.settings), self._since)
        )
        process.start()
        return process

    @property
    def _log(self) -> Path:
        return self.folder / "log.txt"

    def _last_words(self) -> str:
        return "".join(self._log.read_text(errors="replace").splitlines(keepends=True)[-20:])
