"""The crash matrix from the command line, in any size: see `python -m tests.crash --help`."""

import argparse
import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn, TimeRemainingColumn

from tests.crash.matrix import CHANNELS, DATABASES, Size, matrix, place
from tests.crash.report import is_sound, table, troubles
from tests.crash.run import Run


def main() -> int:
    wanted = _arguments()
    size = Size(
        runs=wanted.runs,
        recipients=wanted.recipients,
        talkers=wanted.talkers,
        kills=(wanted.kills[0], wanted.kills[1]),
        seed=wanted.seed,
        channel=wanted.channel,
    )
    names = DATABASES if wanted.database == "both" else (wanted.database,)
    by_database = {name: _play(name, size) for name in names}
    out = Console()
    out.print(table(by_database))
    for name, runs in by_database.items():
        for line in troubles(runs)[: wanted.troubles]:
            out.print(f"{name}, {line}", markup=False, highlight=False)
    return 0 if all(is_sound(runs) for runs in by_database.values()) else 1


def _play(database: str, size: Size) -> list[Run]:
    columns = (BarColumn(bar_width=None), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with (
        place(database) as (folder, server),
        Progress(*columns, console=Console(file=sys.stderr)) as bar,
    ):
        task = bar.add_task(database, total=size.runs)
        return matrix(size, database, folder, server, lambda _run: bar.advance(task))


def _arguments() -> argparse.Namespace:
    usual = Size()
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--runs", type=int, default=usual.runs, help="on each database")
    parser.add_argument("--database", choices=(*DATABASES, "both"), default="both")
    parser.add_argument("--recipients", type=int, default=usual.recipients)
    parser.add_argument("--talkers", type=int, default=usual.talkers, help="people who write meanwhile")
    parser.add_argument(
        "--seed", type=int, default=usual.seed, help="of the first run; the next has the next"
    )
    parser.add_argument(
        "--kills", type=int, nargs=2, default=usual.kills, metavar=("LEAST", "MOST"), help="in one run"
    )
    parser.add_argument("--channel", choices=sorted(CHANNELS), default=usual.channel)
    parser.add_argument("--troubles", type=int, default=20, help="how many broken rules are told")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
