"""What a matrix came to, as a table."""

from collections import Counter
from collections.abc import Sequence

from rich.table import Table

from tests.crash.run import Run
from tests.fakes.telegram.faults import Kind

_RESETS = (Kind.RESET_UNREAD, Kind.RESET_DELIVERED)
_FAILURES = (Kind.INTERNAL_ERROR, Kind.BAD_GATEWAY)


def is_sound(runs: Sequence[Run]) -> bool:
    return not any(run.found.troubles for run in runs)


def troubles(runs: Sequence[Run]) -> list[str]:
    """Each broken rule, with the seed that broke it."""
    return [f"seed {run.seed}: {trouble}" for run in runs for trouble in run.found.troubles]


def table(by_database: dict[str, list[Run]]) -> Table:
    shown = Table(title="Killed again and again under a broadcast")
    shown.add_column("")
    for name in by_database:
        shown.add_column(name, justify="right")
    columns = [_figures(runs) for runs in by_database.values()]
    for label in columns[0] if columns else ():
        shown.add_row(label, *(column[label] for column in columns))
    return shown


def _figures(runs: Sequence[Run]) -> dict[str, str]:
    met: Counter[str] = sum((run.met for run in runs), Counter())
    lost = [(run.found.lost_updates, run.found.lost_replies, run.found.lost_broadcast) for run in runs]
    return {
        "runs": f"{len(runs)}",
        "kills": f"{sum(run.kills for run in runs)}",
        "updates, all handled and answered": f"{sum(run.found.updates for run in runs)}",
        "reminders and announcements that arrived": f"{sum(run.found.broadcast for run in runs)}",
        "429 / 403 / 5xx met": " / ".join(
            str(count)
            for count in (
                met[Kind.TOO_MANY_REQUESTS],
                met[Kind.FORBIDDEN],
                sum(met[kind] for kind in _FAILURES),
            )
        ),
        "resets / hangs / broken answers met": " / ".join(
            str(count) for count in (sum(met[kind] for kind in _RESETS), met[Kind.HANG], met[Kind.MALFORMED])
        ),
        "lost updates / replies / broadcast": " / ".join(str(sum(kind)) for kind in zip(*lost, strict=True)),
        "duplicate intents": f"{sum(run.found.duplicate_intents for run in runs)}",
        "messages taken twice": f"{sum(run.found.duplicates for run in runs)}",
        "counted as possible duplicates": f"{sum(run.found.possible for run in runs)}",
        "of which in flight at a kill": f"{sum(run.in_flight for run in runs)}",
        "slowest stop, s": f"{max((run.stopped_in for run in runs), default=0):.1f}",
        "seconds a run": f"{sum(run.seconds for run in runs) / max(1, len(runs)):.1f}",
        "rules broken": f"{sum(len(run.found.troubles) for run in runs)}",
    }
