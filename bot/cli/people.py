"""Commands about units, people and invites."""

import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import now, on_database, read_file, say, settings, texts, today
from bot.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rosters.problems import Problem
    from bot.storage.units import ImportCounts

units = typer.Typer(no_args_is_help=True)
roster = typer.Typer(no_args_is_help=True)

_File = Annotated[Path, typer.Argument(help=texts("cli-help-sheet"), show_default=False)]


@units.command("import", help=texts("cli-help-units-import"))
def import_units(file: _File) -> None:
    """Bring in the tree. Bad rows are named, good rows kept; the same file twice changes nothing."""
    from bot.rosters.units import read_units
    from bot.storage import Connection, opening
    from bot.storage import units as store
    from bot.storage.units import ImportCounts, NewUnit

    known = on_database(store.names_by_code)
    sheet = read_units(read_file(file), file.name, known=known)
    _name_problems(sheet.problems)
    if not sheet.rows:
        raise InputError("cli-nothing-to-import", path=str(file))
    moment = now(settings())
    new = [
        NewUnit(
            code=row.code,
            name=row.name,
            kind=row.kind,
            level=row.level,
            order=row.order,
            parent=row.parent_code,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )
        for row in sheet.rows
    ]

    def work(conn: Connection) -> ImportCounts:
        counts = store.save(conn, new, today(moment))
        if counts.added or counts.changed:
            opening.expect_newcomers(conn, moment)
        return counts

    counts = on_database(work, write=True)
    _tell(counts, sheet.problems)


@roster.command("import", help=texts("cli-help-roster-import"))
def import_roster(
    file: _File,
    unit: Annotated[str, typer.Option(help=texts("cli-help-unit"))],
) -> None:
    """Bring in a staff or class list. Bad rows are named, good rows kept; nobody is removed."""
    from bot.rosters.people import read_people
    from bot.storage import Connection, rosters
    from bot.storage import units as store
    from bot.storage.units import ImportCounts

    moment = now(settings())
    sheet = read_people(read_file(file), file.name, today=today(moment))
    _name_problems(sheet.problems)
    if not sheet.rows:
        raise InputError("cli-nothing-to-import", path=str(file))

    def work(conn: Connection) -> ImportCounts:
        school = store.by_code(conn, unit)
        if school is None:
            raise InputError("cli-unknown-unit", code=unit)
        return rosters.save_people(conn, school.id, sheet.rows, today(moment), moment)

    counts = on_database(work, write=True)
    _tell(counts, sheet.problems)


@roster.command("leave", help=texts("cli-help-roster-leave"))
def leave(
    name: Annotated[str, typer.Argument(help=texts("cli-help-name"), show_default=False)],
    unit: Annotated[str, typer.Option(help=texts("cli-help-unit"))],
    code: Annotated[str, typer.Option(help=texts("cli-help-code"))] = "",
) -> None:
    """Somebody left: they owe nothing more, from this moment, and are counted nowhere."""
    from bot.domain.people import MembershipState, Role
    from bot.storage import Connection, audit, opening, people
    from bot.storage import units as store

    moment = now(settings())

    def work(conn: Connection) -> str:
        found = store.by_code(conn, unit)
        if found is None:
            raise InputError("cli-unknown-unit", code=unit)
        same = [
            candidate
            for candidate in people.candidates(conn, [found.id], Role, name)
            if code in ("", candidate.membership.code)
        ]
        if len(same) != 1:
            raise InputError("cli-name-not-one", name=name, count=len(same))
        member = same[0].membership
        people.set_state(conn, member.id, MembershipState.LEFT, moment)
        opening.member_left(conn, member.id)
        audit.record(conn, action="leave", subject=f"membership:{member.id}", now=moment)
        return same[0].full_name

    say("cli-left", name=on_database(work, write=True), unit=unit)


def _tell(counts: "ImportCounts", problems: "Sequence[Problem]") -> None:
    """What an import did; exit code 1 where rows want a second look."""
    say(
        "cli-imported",
        added=counts.added,
        changed=counts.changed,
        unchanged=counts.unchanged,
        problems=len(problems),
    )
    if problems:
        raise SystemExit(1)


def _name_problems(problems: "Sequence[Problem]") -> None:
    for problem in problems:
        typer.echo(
            texts("cli-bad-row", row=problem.row, problem=texts(problem.key, **problem.facts)), err=True
        )


def invite(
    unit: Annotated[str, typer.Argument(help=texts("cli-help-unit"), show_default=False)],
    role: Annotated[str, typer.Option(help=texts("cli-help-role"))] = "staff",
    days: Annotated[int, typer.Option(min=1, max=366, help=texts("cli-help-days"))] = 60,
    qr: Annotated[Path | None, typer.Option(help=texts("cli-help-qr"))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=texts("cli-help-json"))] = False,
) -> None:
    """A code that brings people of a role into a unit, with its links and, if wanted, a QR picture."""
    from bot.app import draw
    from bot.domain.people import Role
    from bot.handlers.invite import CODE_LENGTH
    from bot.handlers.turn import Links
    from bot.storage import Connection, audit, invites
    from bot.storage import units as store
    from bot.storage.invites import Invite

    if role not in set(Role):
        raise InputError("cli-unknown-role", role=role, known=", ".join(Role))
    found = settings()
    moment = now(found)

    def work(conn: Connection) -> Invite:
        target = store.by_code(conn, unit)
        if target is None:
            raise InputError("cli-unknown-unit", code=unit)
        kept = invites.of_unit(conn, target.id, Role(role), moment)
        if kept is not None:
            return kept
        audit.record(conn, action="invite", subject=f"unit:{target.id}", now=moment)
        return invites.add(
            conn,
            code=draw(CODE_LENGTH),
            unit_id=target.id,
            role=Role(role),
            now=moment,
            expires_at=moment + timedelta(days=days),
        )

    made = on_database(work, write=True)
    links = Links(public_url=found.public_url, telegram_bot=found.telegram_bot)
    told = {"code": made.code, "telegram": links.telegram(made.code), "web": links.web(made.code)}
    if qr is not None:
        _draw_qr(qr, told["web"] or told["telegram"])
    if as_json:
        print(json.dumps(told))
        return
    say("cli-invite-code", code=made.code)
    for link in (told["telegram"], told["web"]):
        if link:
            print(link)
    if qr is not None:
        say("cli-written", path=str(qr))


def _draw_qr(path: Path, link: str) -> None:
    import segno

    if not link:
        raise InputError("cli-no-link")
    if path.suffix.lower() not in (".png", ".svg"):
        raise InputError("cli-qr-kind", path=str(path))
    try:
        segno.make(link, error="m").save(str(path), scale=10, border=4)
    except OSError as error:
        raise InputError("cli-file-unwritable", path=str(path), why=error.strerror or "") from error
