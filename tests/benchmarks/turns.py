"""How many people a bot answers in a second, and what that costs: khaibao beside python-telegram-bot.

    python -m tests.benchmarks.turns [--messages 1000] [--chats 100] [--length 100] [--peers ptb khaibao …]

Each peer is a process of its own and talks to the same double of Telegram, which sets no limits. It is
started with one message waiting (the time to the first answer), then everybody writes at once and the
clock runs until everybody has an answer. Compare the ratios within one run: absolute figures are the
machine's.

The peers do not promise the same. An echo of `ptb` loses what is in memory when it is killed, and so does
`ptb+commit`, which confirms updates before it stores them; `khaibao` stores, confirms, has a conversation
and sends from its outbox. Reads the process table of Linux.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.telegram.remote import RemoteTelegram, telegram_process

REPOSITORY = Path(__file__).parents[2]
#: Seconds after which a peer counts as stuck.
PATIENCE = 600.0
#: Chat ids of the crowd begin here; the first message comes from the one before.
CROWD = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    module: Sequence[str]
    environment: Mapping[str, str]  #: {folder} is an empty one


PEERS = {
    "ptb": Peer(module=["tests.benchmarks.echo"], environment={}),
    "ptb-concurrent": Peer(module=["tests.benchmarks.echo"], environment={"CONCURRENT": "1"}),
    "ptb+commit": Peer(module=["tests.benchmarks.echo"], environment={"DATABASE": "{folder}/echo.db"}),
    "khaibao": Peer(module=["tests.benchmarks.unpaced"], environment={}),
    #: as it is run: at most 30 answers a second, one a second in a chat after a burst of three
    "khaibao-paced": Peer(module=["bot", "run"], environment={}),
}
DEFAULT = ["ptb", "ptb-concurrent", "ptb+commit", "khaibao"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    messages: int
    chats: int
    length: int

    def says(self) -> list[tuple[int, str]]:
        """(chat, text): everybody in turn."""
        filler = "em cài rồi ạ "
        return [
            (CROWD + number % self.chats, f"{number} {filler * self.length}"[: self.length])
            for number in range(self.messages)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    turns_per_second: float
    cpu_per_thousand: float  #: seconds
    peak_mib: float
    first_answer: float  #: seconds from the start of the process
    disordered: (
        int | None
    )  #: answers that overtook an earlier one of their chat; None where none is told apart

    def columns(self) -> list[float]:
        return [self.turns_per_second, self.cpu_per_thousand, self.peak_mib, self.first_answer]


async def measure(peer: Peer, crowd: Crowd) -> Measured:
    """Run one peer against a double of its own. Raises AssertionError if somebody stays without an answer."""
    with tempfile.TemporaryDirectory() as folder:
        async with telegram_process() as telegram:
            await telegram.person(CROWD - 1).says("xin chào")
            started = time.perf_counter()
            async with _running(peer, telegram, folder) as process:
                await _answered(telegram, 1, process)
                first_answer = time.perf_counter() - started
                cpu, began = _cpu(process.pid), time.perf_counter()
                await telegram.burst(crowd.says())
                await _answered(telegram, 1 + crowd.messages, process)
                seconds = time.perf_counter() - began
                cpu = _cpu(process.pid) - cpu
                peak = _peak(process.pid)
            return Measured(
                turns_per_second=crowd.messages / seconds,
                cpu_per_thousand=cpu / crowd.messages * 1000,
                peak_mib=peak,
                first_answer=first_answer,
                disordered=await _disordered(telegram),
            )


@asynccontextmanager
async def _running(
    peer: Peer, telegram: RemoteTelegram, folder: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {
        "KHAIBAO_TELEGRAM_TOKEN": telegram.token,
        "KHAIBAO_TELEGRAM_API_URL": telegram.url,
        "KHAIBAO_DATABASE_URL": f"sqlite:///{folder}/khaibao.db",
        "KHAIBAO_HTTP_PORT": "0",
        "KHAIBAO_LOG_LEVEL": "WARNING",
        **{name: value.format(folder=folder) for name, value in peer.environment.items()},
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *peer.module,
        cwd=REPOSITORY,
        env=os.environ | environment,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _answered(telegram: RemoteTelegram, times: int, process: asyncio.subprocess.Process) -> None:
    """Wait for so many answers, or for the end of the process."""
    answers = asyncio.create_task(telegram.called("sendMessage", times=times, timeout=PATIENCE))
    ended = asyncio.create_task(process.wait())
    await asyncio.wait({answers, ended}, return_when=asyncio.FIRST_COMPLETED)
    ended.cancel()
    if not answers.done():
        answers.cancel()
        raise AssertionError(f"the peer ended with {process.returncode}")
    await answers


async def _disordered(telegram: RemoteTelegram) -> int | None:
    """How many echoes stand behind a later one of their chat."""
    last: dict[int, int] = {}
    count = 0
    for call in await telegram.sent():
        number, _space, _rest = call.text.partition(" ")
        if call.chat_id is None or call.chat_id < CROWD:
            continue
        if not number.isdecimal():
            return None
        count += int(number) < last.get(call.chat_id, -1)
        last[call.chat_id] = max(int(number), last.get(call.chat_id, -1))
    return count


def _cpu(pid: int) -> float:
    """Seconds of processor time so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(pid: int) -> float:
    """Most memory held so far, MiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmHWM")


def table(results: Mapping[str, Measured]) -> str:
    """The results side by side; in brackets the ratio to the first peer."""
    heads = ["turns/s", "CPU s/1,000", "peak MiB", "first answer s"]
    lines = [f"{'':14}" + "".join(f"{head:>20}" for head in heads) + f"{'out of order':>14}"]
    base = next(iter(results.values())).columns()
    for name, measured in results.items():
        cells = [
            f"{value:.2f} ({value / first:.2f}x)"
            for value, first in zip(measured.columns(), base, strict=True)
        ]
        disordered = "–" if measured.disordered is None else str(measured.disordered)
        lines.append(f"{name:14}" + "".join(f"{cell:>20}" for cell in cells) + f"{disordered:>14}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure turns per second of khaibao and its peers.")
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--chats", type=int, default=100)
    parser.add_argument("--length", type=int, default=100, help="characters in a message")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=DEFAULT)
    options = parser.parse_args()
    crowd = Crowd(messages=options.messages, chats=options.chats, length=options.length)
    print(f"{crowd.messages} messages of {crowd.length} characters from {crowd.chats} chats")
    results = {}
    for name in options.peers:
        results[name] = asyncio.run(measure(PEERS[name], crowd))
        print(f"  {name}: {results[name].turns_per_second:.0f} turns/s", file=sys.stderr)
    print(table(results))


if __name__ == "__main__":
    main()
