"""Processes of the program that are killed and started again."""

import asyncio
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.program import environment

#: Seconds that the program has after SIGTERM.
GRACE = 10.0


@dataclass(slots=True)
class Processes:
    """So many processes on one database, with one clock that goes on while they are down."""

    folder: Path
    settings: dict[str, str]
    count: int
    running: list[asyncio.subprocess.Process] = field(default_factory=list)
    started: int = 0
    _since: float = field(default_factory=time.monotonic)

    async def start(self) -> None:
        self.running = [await self._new() for _ in range(self.count)]

    async def kill(self, number: int) -> int:
        """`kill -9` for one of them; returns its process id."""
        process = self.running[number]
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()
        return process.pid

    async def start_again(self, number: int) -> None:
        self.running[number] = await self._new()

    def fallen(self) -> list[str]:
        """Those that ended by themselves, and what they said last."""
        return [self._last_words() for process in self.running if process.returncode is not None]

    async def stop(self) -> float:
        """Ask them to end; returns the seconds it took. Raises AssertionError where one does not end well."""
        begun = time.monotonic()
        for process in self.running:
            process.terminate()
        async with asyncio.timeout(GRACE):
            codes = [await process.wait() for process in self.running]
        # One that was started a moment ago may not know the signal yet, and has nothing to finish.
        assert set(codes) <= {0, -signal.SIGTERM}, f"ended with {codes}: {self._last_words()}"
        return time.monotonic() - begun

    async def end(self) -> None:
        """However they are, they go."""
        for number in range(len(self.running)):
            await self.kill(number)

    async def _new(self) -> asyncio.subprocess.Process:
        self.started += 1
        with self._log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "tests.crash.hurried", str(self._since)),
                cwd=self.folder,
                env=environment(self.settings),
                stdout=asyncio.subprocess.DEVNULL,
                stderr=log,
            )

    @property
    def _log(self) -> Path:
        return self.folder / "log.txt"

    def _last_words(self) -> str:
        return "".join(self._log.read_text(errors="replace").splitlines(keepends=True)[-20:])

    def errors(self) -> list[str]:
        """What the program called an error."""
        return [line for line in self._log.read_text(errors="replace").splitlines() if "ERROR" in line]
