"""The rehearsal from the command line, in any size: see `python -m tests.rehearsal --help`."""

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeElapsedColumn, TimeRemainingColumn

from tests.rehearsal.rehearsal import Rehearsal, Size, rehearse
from tests.rehearsal.summary import is_sound, summary, troubles


def main() -> int:
    wanted = _arguments()
    size = Size(schools=wanted.schools, staff=wanted.staff, pupils=wanted.pupils, seed=wanted.seed)
    with tempfile.TemporaryDirectory(prefix="khaibao-rehearsal-") as folder:
        played = _play(wanted.database or f"sqlite:///{Path(folder) / 'rehearsal.db'}", size)
    out = Console()
    out.print(summary(played))
    for line in troubles(played, most=wanted.troubles):
        out.print(line, markup=False, highlight=False)
    return 0 if is_sound(played) else 1


def _play(database: str, size: Size) -> Rehearsal:
    columns = (BarColumn(bar_width=None), TaskProgressColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr)) as bar:
        task = bar.add_task("rehearsal", total=1.0)
        return rehearse(database, size, lambda done: bar.update(task, completed=done))


def _arguments() -> argparse.Namespace:
    usual = Size()
    parser = argparse.ArgumentParser(prog="python -m tests.rehearsal", description=__doc__)
    parser.add_argument("--schools", type=int, default=usual.schools)
    parser.add_argument("--staff", type=int, default=usual.staff)
    parser.add_argument("--pupils", type=int, default=usual.pupils)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--database", default="", help="a database without tables; default: an SQLite file")
    parser.add_argument("--troubles", type=int, default=5, help="how many examples of each trouble are told")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
