"""`khaibao invite`: the code that brings people into a unit, its QR picture, and posters to print."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import now, on_database, say, settings, texts, today
from bot.errors import InputError

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.units import Unit
    from bot.storage import Connection


def invite(
    unit: Annotated[str, typer.Argument(help=texts("cli-help-unit"), show_default=False)],
    role: Annotated[str, typer.Option(help=texts("cli-help-role"))] = "staff",
    days: Annotated[int | None, typer.Option(min=1, max=366, help=texts("cli-help-days"))] = None,
    uses: Annotated[int | None, typer.Option(min=1, max=10_000, help=texts("cli-help-uses"))] = None,
    qr: Annotated[Path | None, typer.Option(help=texts("cli-help-qr"))] = None,
    poster: Annotated[Path | None, typer.Option(help=texts("cli-help-poster"))] = None,
    each_class: Annotated[bool, typer.Option("--each-class", help=texts("cli-help-each-class"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=texts("cli-help-json"))] = False,
) -> None:
    """A code that brings people of a role into a unit, or one for each of its classes, with links.

    The code that lets people in already is kept; `--days` and `--uses` then change it.
    """
    from bot.app import draw
    from bot.domain.invites import CODE_LENGTH, Invite, Links, end_after
    from bot.domain.people import Role
    from bot.domain.units import Unit
    from bot.storage import Connection, invites

    if role not in set(Role):
        raise InputError("cli-unknown-role", role=role, known=", ".join(Role))
    found = settings()
    moment = now(found)
    links = Links(public_url=found.public_url, telegram_bot=found.telegram_bot)

    def work(conn: Connection) -> tuple[Unit, list[tuple[Unit, Invite]]]:
        school, places = _places(conn, unit, today(moment), each_class=each_class)
        made = invites.of_each(
            conn,
            [place.id for place in places],
            Role(role),
            moment,
            draw=lambda: draw(CODE_LENGTH),
            created_by=None,
        )
        for one in made:
            if days is not None:
                invites.expire(conn, one.id, end_after(days, moment))
            if uses is not None:
                invites.limit(conn, one.id, uses)
        return school, [(place, invites.get(conn, one.id)) for place, one in zip(places, made, strict=True)]

    school, made = on_database(work, write=True)
    codes = [one.code for _, one in made]
    if (qr or poster) and not links.best(codes[0]):
        raise InputError("cli-no-link")
    if qr is not None:
        _write_qr(qr, links.best(codes[0]))
    if poster is not None:
        from bot.reports.poster import pdf, sheet_of

        sheets = [sheet_of(one, place, school, texts=texts, links=links) for place, one in made]
        _write(poster, pdf(sheets))
    told = [
        {
            "unit": place.code,
            "code": one.code,
            "telegram": links.telegram(one.code),
            "web": links.web(one.code),
        }
        for place, one in made
    ]
    if as_json:
        print(json.dumps(told if each_class else told[0]))
        return
    _tell(told, [path for path in (qr, poster) if path is not None])


def _tell(told: Sequence[Mapping[str, str]], written: Sequence[Path]) -> None:
    for one in told:
        say("cli-invite-code", code=one["code"], unit=one["unit"])
        for link in filter(None, (one["telegram"], one["web"])):
            print(link)
    for path in written:
        say("cli-written", path=str(path))


def _places(conn: "Connection", code: str, on: "date", *, each_class: bool) -> "tuple[Unit, Sequence[Unit]]":
    """The school (or office) whose name stands on the poster, and the units that codes are for."""
    from bot.domain.units import CLASS
    from bot.storage import units

    target = units.by_code(conn, code)
    if target is None:
        raise InputError("cli-unknown-unit", code=code)
    if not each_class:
        school = units.parent(conn, target.id, on) if target.kind == CLASS else None
        return school or target, [target]
    classes = [unit for unit in units.children(conn, target.id, on) if unit.kind == CLASS]
    if not classes:
        raise InputError("cli-no-classes", code=code)
    return target, classes


def _write_qr(path: Path, link: str) -> None:
    """A picture, or a drawing that a printer's layout can take in any size."""
    from bot.reports import qr

    match path.suffix.lower():
        case ".png":
            _write(path, qr.png(link))
        case ".svg":
            _write(path, qr.svg(link))
        case _:
            raise InputError("cli-qr-kind", path=str(path))


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError("cli-file-unwritable", path=str(path), why=error.strerror or "") from error
