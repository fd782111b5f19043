"""What it costs to read a message.

    python -m tests.benchmarks.reading [--repeat 30]

Prints the time of the import, of the first message (which compiles the word tables), and of every message
of the labelled tables; the fastest of the repetitions counts, since the machine may be busy. Then texts of
ten thousand characters, and the longest that is still read word by word.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.domain.forms import Slot
from bot.domain.readings import Asked
from bot.language import read
from bot.language.parsing import BLUEZONE, EXAMPLE_NOW, NAMES
from tests.language.judging import rows_of

TABLES = ("opening", "speaker", "household", "how_many", "summary")
LONG = {"pasted letter": "Kính gửi quý thầy cô. " * 455, "one sign": "," * 10_000, "words": "ba má " * 1_666}
BUSY = "em cài rồi, mẹ em chưa cài. " * 16
SLOTS = {name: slot for slot, name in NAMES.items()}


def seconds(text: str, asked: Asked, repeat: int) -> float:
    """The fastest of some readings."""
    fastest = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        read(text, asked, BLUEZONE, EXAMPLE_NOW)
        fastest = min(fastest, time.perf_counter() - start)
    return fastest


def import_milliseconds(repeat: int = 10) -> tuple[float, float]:
    """Importing the reader in a fresh interpreter, and reading the first message there.

    As installed: from bytecode, which the first of the runs writes and the fastest finds.
    """
    script = (
        "import time; a = time.perf_counter(); from bot.language.parsing import parse_line; "
        'b = time.perf_counter(); parse_line(\'{"text": "a"}\'); print(b - a, time.perf_counter() - b)'
    )
    root = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as bytecode:
        env = os.environ | {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, "-S", "-c", script]
        runs = [
            subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=True)
            for _ in range(repeat)
        ]
    times = [tuple(float(part) * 1e3 for part in run.stdout.split()) for run in runs]
    return min(first for first, _ in times), min(second for _, second in times)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--repeat", type=int, default=30)
    repeat = options.parse_args().repeat
    imported, first = import_milliseconds()
    rows = [row for table in TABLES for row in rows_of(table)]
    times = sorted(
        seconds(row.text, Asked(slot=SLOTS[row.asked] if row.asked else None), repeat) * 1e6 for row in rows
    )
    print(f"{'import':32}{imported:10.1f} ms")
    print(f"{'first message':32}{first:10.1f} ms")
    print(f"{f'{len(rows)} messages, median':32}{statistics.median(times):10.1f} µs")
    print(f"{'95th percentile':32}{times[int(0.95 * len(times))]:10.1f} µs")
    print(f"{'slowest':32}{times[-1]:10.1f} µs")
    for name, text in LONG.items():
        print(f"{f'{len(text)} characters, {name}':32}{seconds(text, Asked(), 5) * 1e3:10.3f} ms")
    busy = seconds(BUSY, Asked(slot=Slot.SELF_DONE), 5) * 1e3
    print(f"{f'{len(BUSY)} characters, answers':32}{busy:10.3f} ms")


if __name__ == "__main__":
    main()
