"""Programs under measurement: each a process of its own, so that none is charged for another."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


@asynccontextmanager
async def running(
    module: Sequence[str], environment: Mapping[str, str], *, stdout: int = asyncio.subprocess.DEVNULL
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m module …` until the block is left; then it is told to stop, and waited for."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *module),
        cwd=REPOSITORY,
        env=os.environ | environment,
        stdout=stdout,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def run(*module: str) -> None:
    """`python -m module …` to its end. Raises AssertionError if it fails."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", *module, cwd=REPOSITORY)
    assert await process.wait() == 0, module


def for_khaibao(url: str, token: str, setting: str) -> Mapping[str, str]:
    """The environment of a bot that talks with a double of Telegram."""
    return {
        "KHAIBAO_TELEGRAM_TOKEN": token,
        "KHAIBAO_TELEGRAM_API_URL": url,
        "KHAIBAO_DATABASE_URL": setting,
        "KHAIBAO_HTTP_PORT": "0",
        "KHAIBAO_LOG_LEVEL": "WARNING",
    }


def cpu(pid: int) -> float:
    """Seconds of processor time so far. Reads the process table of Linux."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(pid: int) -> float:
    """Most memory held so far, MiB. Reads the process table of Linux."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmHWM")
