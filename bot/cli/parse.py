"""`khaibao parse`: how messages are read, for operators, tests, and anyone adding wording."""

import json
import sys
from typing import Annotated

import typer

from bot.cli.common import texts


def parse(
    asked: Annotated[str | None, typer.Option(help=texts("cli-help-parse-asked"))] = None,
    explain: Annotated[bool, typer.Option("--explain", help=texts("cli-help-parse-explain"))] = False,
) -> None:
    """Read JSON lines on standard input, write one on standard output for each; a bad one is reported."""
    from bot.clock import SystemClock
    from bot.language.parsing import parse_line

    now, bad = SystemClock().now(), 0
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        found = parse_line(line, asked=asked, now=now, explain=explain)
        if "error" in found:
            bad += 1
            print(texts("cli-parse-bad-line", line=str(number)), file=sys.stderr)
            continue
        print(json.dumps(found, ensure_ascii=False), flush=True)
    if bad:
        raise SystemExit(1)
