"""A unit's tables as a file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import now, on_database, say, settings, texts
from bot.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.storage import Connection


def export(
    unit: Annotated[str, typer.Argument(help=texts("cli-help-unit"), show_default=False)],
    slug: Annotated[str, typer.Option("--campaign", help=texts("cli-help-slug"), show_default=False)],
    output: Annotated[
        Path, typer.Option("--output", "-o", help=texts("cli-help-export-output"), show_default=False)
    ],
    wanted: Annotated[str | None, typer.Option("--round", help=texts("cli-help-export-round"))] = None,
) -> None:
    """What the head of the unit may see: names only of a school or a class."""
    from bot.domain.units import CLASS, SCHOOL
    from bot.reports.csv import Csv
    from bot.reports.exporting import Writer, scope_of, write
    from bot.reports.workbook import Workbook
    from bot.storage import audit, campaigns
    from bot.storage import units as store

    kind = output.suffix.lower()
    if kind not in (".xlsx", ".csv"):
        raise InputError("cli-export-kind", path=str(output))
    moment = now(settings())

    def work(conn: "Connection") -> "tuple[int, bool, Callable[[], bytes]]":
        target, running = store.by_code(conn, unit), campaigns.by_slug(conn, slug)
        if target is None:
            raise InputError("cli-unknown-unit", code=unit)
        if running is None:
            raise InputError("cli-unknown-campaign", slug=slug)
        names = target.kind in (SCHOOL, CLASS)
        scope = scope_of(
            conn,
            texts,
            campaign_id=running.id,
            unit_id=target.id,
            names=names,
            path=[target.id],
            now=moment,
        )
        writer: Callable[[], Writer] = Workbook if kind == ".xlsx" else partial(Csv, texts.formats)
        return target.id, names, write(scope, writer, wanted)

    unit_id, names, finish = on_database(work)
    content = finish()
    detail = f"{slug} {'names' if names else 'numbers'}"
    on_database(
        lambda conn: audit.record(
            conn, action="export", subject=f"unit:{unit_id}", now=moment, detail=detail
        ),
        write=True,
    )
    try:
        output.write_bytes(content)
    except OSError as error:
        raise InputError("cli-file-unwritable", path=str(output), why=error.strerror or "") from error
    say("cli-written", path=str(output))
