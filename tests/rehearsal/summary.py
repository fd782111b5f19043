"""The summary of a rehearsal, on one page."""

from collections.abc import Iterator

from rich.table import Table

from tests.rehearsal.findings import RULES
from tests.rehearsal.rehearsal import Rehearsal


def is_sound(played: Rehearsal) -> bool:
    """Whether every rule held, and each was looked at."""
    return all(played.findings.looked[rule] and not played.findings.broken.get(rule) for rule in RULES)


def summary(played: Rehearsal) -> Table:
    size, findings, stage = played.size, played.findings, played.stage
    table = Table(title="Rehearsal 18/8-5/9/2020 and 19/2-19/3/2021", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    pupils = sum(len(home.pupils) for school in played.province.schools for home in school.classes)
    staff = sum(len(school.staff) for school in played.province.schools)
    table.add_row("schools / staff / pupils", f"{size.schools} / {staff:,} / {pupils:,}")
    table.add_row("rounds / declarations recorded", f"{findings.rounds} / {findings.submissions:,}")
    turns = stage.counted["turns"]
    table.add_row("turns", f"{turns:,}")
    table.add_row("seconds / turns a second", f"{played.seconds:.1f} / {turns / played.seconds:.0f}")
    table.add_row("peak memory, MB", f"{played.megabytes:.0f}")
    table.add_section()
    for rule in RULES:
        broken, looked = len(findings.broken.get(rule, ())), findings.looked[rule]
        verdict = "not looked at" if not looked else "holds" if not broken else f"BROKEN {broken}"
        table.add_row(rule, f"{verdict} ({looked:,})")
    table.add_section()
    for what, number in sorted(stage.counted.items()):
        if what != "turns":
            table.add_row(what, f"{number:,}")
    table.add_section()
    for (kind, state), number in sorted(findings.deliveries.items()):
        table.add_row(f"deliveries: {kind}, {state}", f"{number:,}")
    return table


def troubles(played: Rehearsal, *, most: int) -> Iterator[str]:
    """Examples of what went wrong, for whoever mends it."""
    for rule in RULES:
        for line in played.findings.broken.get(rule, ())[:most]:
            yield f"{rule}: {line[:600]}"
    for said in played.stage.said[:most]:
        yield f"wrong summary after: {' → '.join(said)}"
    for said in played.stage.stuck[:most]:
        yield f"gave up after: {' → '.join(said)}"
