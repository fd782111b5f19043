"""`khaibao doctor`: what is wrong with this deployment, and the mend."""

import asyncio
from typing import Annotated

import typer

from bot.cli.common import now, settings, texts
from bot.errors import InputError


def doctor(
    repair: Annotated[bool, typer.Option("--repair", help=texts("cli-help-doctor-repair"))] = False,
) -> None:
    """Check settings, database, tallies and channels; exit code 1 if anything is wrong."""
    from bot.diagnosis import Finding, examine

    try:
        found = settings()
        findings = asyncio.run(examine(found, now(found), repair=repair))
    except InputError as error:
        findings = [Finding(good=False, key=error.key, facts=error.facts)]
    for finding in findings:
        mark = texts("cli-doctor-good") if finding.good else texts("cli-doctor-bad")
        print(f"{mark} {texts(finding.key, **finding.facts)}")
    if not all(finding.good for finding in findings):
        raise SystemExit(1)
