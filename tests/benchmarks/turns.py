"""How many people a bot answers in a second, and what that costs: khaibao beside python-telegram-bot.

    python -m tests.benchmarks.turns [--messages 5000] [--chats 500] [--crowd teachers|strangers]
                                     [--peers ptb khaibao …]

The crowd are teachers who declare, confirm, correct themselves and confirm again: for khaibao each is a
whole turn with reading, dialogue, a submission that is counted up the tree, and a reply through the
outbox. Or they are strangers to it, who are asked for a code.

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
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks import processes
from tests.fakes.telegram.remote import RemoteTelegram, telegram_process

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
#: What each says, one after the other, and again.
SAID = (
    "em cài rồi, nhà còn 4 người, cài được 3, 1 bé chưa có điện thoại",
    "đúng rồi ạ",
    "nhầm, nhà còn 3 người, cài 3 rồi",
    "đúng",
)
DEFAULT = ["ptb", "ptb-concurrent", "ptb+commit", "khaibao"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    messages: int
    chats: int
    teachers: bool  #: registered, and in the middle of a campaign

    def says(self) -> list[tuple[int, str]]:
        """(chat, text): everybody in turn."""
        return [
            (CROWD + number % self.chats, SAID[number // self.chats % len(SAID)])
            for number in range(self.messages)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    turns_per_second: float
    cpu_per_thousand: float  #: seconds
    peak_mib: float
    first_answer: float  #: seconds from the start of the process
    disordered: int  #: answers that overtook an earlier one of their chat

    def columns(self) -> list[float]:
        return [self.turns_per_second, self.cpu_per_thousand, self.peak_mib, self.first_answer]


async def measure(peer: Peer, crowd: Crowd) -> Measured:
    """Run one peer against a double of its own. Raises AssertionError if somebody stays without an answer."""
    with tempfile.TemporaryDirectory() as folder:
        async with telegram_process() as telegram:
            if crowd.teachers:
                setting = f"sqlite:///{folder}/khaibao.db"
                await processes.run("tests.benchmarks.staffroom", setting, str(CROWD), str(crowd.chats))
            await telegram.person(CROWD - 1).says("xin chào")
            started = time.perf_counter()
            async with processes.running(peer.module, _environment(peer, telegram, folder)) as process:
                await _answered(telegram, 1, process)
                first_answer = time.perf_counter() - started
                cpu, began = processes.cpu(process.pid), time.perf_counter()
                await telegram.burst(crowd.says())
                await _answered(telegram, 1 + crowd.messages, process)
                seconds = time.perf_counter() - began
                cpu = processes.cpu(process.pid) - cpu
                peak = processes.peak(process.pid)
            return Measured(
                turns_per_second=crowd.messages / seconds,
                cpu_per_thousand=cpu / crowd.messages * 1000,
                peak_mib=peak,
                first_answer=first_answer,
                disordered=await _disordered(telegram),
            )


def _environment(peer: Peer, telegram: RemoteTelegram, folder: str) -> Mapping[str, str]:
    own = {name: value.format(folder=folder) for name, value in peer.environment.items()}
    return {**processes.for_khaibao(telegram.url, telegram.token, f"sqlite:///{folder}/khaibao.db"), **own}


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


async def _disordered(telegram: RemoteTelegram) -> int:
    """How many answers do not stand where the chats that were answered in order have them.

    Everybody says the same in the same order, so whoever is answered in another order is the exception.
    """
    heard: dict[int, list[str]] = {}
    for call in await telegram.sent():
        if call.chat_id is not None and call.chat_id >= CROWD:
            heard.setdefault(call.chat_id, []).append(_kind(call.text))
    usual = max((answers for answers in heard.values()), key=list(heard.values()).count, default=[])
    return sum(
        answer != expected
        for answers in heard.values()
        for answer, expected in zip(answers, usual, strict=False)
    )


def _kind(text: str) -> str:
    """An answer without its numbers: receipts and progress differ between people."""
    return "".join(letter for letter in text.partition("\n")[0] if letter.isalpha())


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
        lines.append(f"{name:14}" + "".join(f"{cell:>20}" for cell in cells) + f"{measured.disordered:>14}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure turns per second of khaibao and its peers.")
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--chats", type=int, default=500)
    parser.add_argument("--crowd", choices=["teachers", "strangers"], default="teachers")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=DEFAULT)
    options = parser.parse_args()
    crowd = Crowd(messages=options.messages, chats=options.chats, teachers=options.crowd == "teachers")
    print(f"{crowd.messages} messages of {crowd.chats} {options.crowd}")
    results = {}
    for name in options.peers:
        results[name] = asyncio.run(measure(PEERS[name], crowd))
        print(f"  {name}: {results[name].turns_per_second:.0f} turns/s", file=sys.stderr)
    print(table(results))


if __name__ == "__main__":
    main()
