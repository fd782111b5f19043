"""Commands about people."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import (
    name_problems,
    now,
    on_database,
    read_file,
    say,
    settings,
    tell_import,
    texts,
    today,
)
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.domain.people import Membership
    from bot.storage import Connection

roster = typer.Typer(no_args_is_help=True)

_Name = Annotated[str, typer.Argument(help=texts("cli-help-name"), show_default=False)]
_Unit = Annotated[str, typer.Option(help=texts("cli-help-unit"), show_default=False)]
_Code = Annotated[str, typer.Option(help=texts("cli-help-code"))]
_File = Annotated[Path, typer.Argument(help=texts("cli-help-sheet"), show_default=False)]


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
    name_problems(sheet.problems)
    if not sheet.rows:
        raise InputError("cli-nothing-to-import", path=str(file))

    def work(conn: Connection) -> ImportCounts:
        school = store.by_code(conn, unit)
        if school is None:
            raise InputError("cli-unknown-unit", code=unit)
        return rosters.save_people(conn, school.id, sheet.rows, today(moment), moment)

    counts = on_database(work, write=True)
    tell_import(counts, sheet.problems)


@roster.command("leave", help=texts("cli-help-roster-leave"))
def leave(name: _Name, unit: _Unit, code: _Code = "") -> None:
    """Somebody left: they owe nothing more, from this moment, and count nowhere in what is open."""
    from bot.storage import posts

    found = _change(name, unit, code, "leave", posts.leave)
    say("cli-left", name=found, unit=unit)


@roster.command("on-leave", help=texts("cli-help-roster-on-leave"))
def on_leave(name: _Name, unit: _Unit, code: _Code = "") -> None:
    """Long leave: on the roster, and not chased. Said twice it changes nothing."""
    from bot.domain.people import MembershipState
    from bot.storage import Connection, posts

    def rest(conn: Connection, held: "Membership", moment: datetime) -> None:
        if held.state is MembershipState.ACTIVE:
            posts.rest(conn, held, moment)

    say("cli-on-leave", name=_change(name, unit, code, "on-leave", rest), unit=unit)


@roster.command("back", help=texts("cli-help-roster-back"))
def back(name: _Name, unit: _Unit, code: _Code = "") -> None:
    """Back from long leave: they owe what is open. Said twice it changes nothing."""
    from bot.domain.people import MembershipState
    from bot.storage import Connection, posts

    def come_back(conn: Connection, held: "Membership", moment: datetime) -> None:
        if held.state is MembershipState.ON_LEAVE:
            posts.come_back(conn, held, moment)

    say("cli-back", name=_change(name, unit, code, "back", come_back), unit=unit)


@roster.command("move", help=texts("cli-help-roster-move"))
def move(
    name: _Name,
    unit: _Unit,
    to: Annotated[str, typer.Option(help=texts("cli-help-to"), show_default=False)],
    code: _Code = "",
) -> None:
    """Somebody goes on in another unit, with what they declared in what is open."""
    from bot.storage import Connection, posts
    from bot.storage import units as store

    def relocate(conn: Connection, held: "Membership", moment: datetime) -> None:
        target = store.by_code(conn, to)
        if target is None:
            raise InputError("cli-unknown-unit", code=to)
        if target.id != held.unit_id:
            posts.move(conn, held, target.id, moment)

    say("cli-moved", name=_change(name, unit, code, "move", relocate), unit=unit, to=to)


@roster.command("delegate", help=texts("cli-help-roster-delegate"))
def delegate(
    name: _Name,
    unit: _Unit,
    role: Annotated[str, typer.Option(help=texts("cli-help-delegate-role"))] = "deputy",
    until: Annotated[str, typer.Option(help=texts("cli-help-last-day"), show_default=False)] = "",
    end: Annotated[bool, typer.Option("--end", help=texts("cli-help-delegate-end"))] = False,
    code: _Code = "",
) -> None:
    """Let somebody act for the head until a day, or end that."""
    from bot.domain.people import Role
    from bot.storage import Connection, delegations, memberships

    moment = now(settings())
    last = moment if end else _end_of(until, moment)
    if role not in (Role.DEPUTY, Role.CLERK, Role.OFFICER):
        raise InputError("cli-unknown-role", role=role, known="deputy, clerk, officer")

    def grant(conn: Connection, held: "Membership", at: datetime) -> None:
        theirs = [
            one for one in delegations.granted_in(conn, held.unit_id, at) if one.person_id == held.person_id
        ]
        if end:
            for one in theirs:
                delegations.withdraw(conn, one, by=None, now=at)
            return
        heads = memberships.holders(conn, held.unit_id, (Role.PRINCIPAL, Role.OFFICER))
        if not heads:
            raise InputError("cli-no-head", unit=unit)
        if not any((one.role, one.until) == (Role(role), last) for one in theirs):
            head, _ = heads[0]
            delegations.grant(
                conn, held.person_id, held.unit_id, Role(role), last, by=head.id, now=at, by_operator=True
            )

    found = _change(name, unit, code, "", grant)
    if end:
        say("cli-delegation-ended", name=found, unit=unit)
    else:
        say("cli-delegated", name=found, role=role, unit=unit, until=texts.formats.moment(last))


@roster.command("link", help=texts("cli-help-roster-link"))
def link(
    name: _Name,
    unit: _Unit,
    days: Annotated[int, typer.Option(min=1, max=366, help=texts("cli-help-link-days"))] = 30,
    end: Annotated[bool, typer.Option("--end", help=texts("cli-help-link-end"))] = False,
    code: _Code = "",
) -> None:
    """Make a personal link for somebody, or end all that they have."""
    from bot.domain.deadlines import last_valid_day
    from bot.domain.invites import Links
    from bot.storage import Connection, personal_links

    links = Links(public_url=settings().public_url)
    if not links.public_url and not end:
        raise InputError("cli-no-pages")
    made: list[tuple[str, date]] = []

    def change(conn: Connection, held: "Membership", moment: datetime) -> None:
        if end:
            personal_links.revoke(conn, held.person_id, moment, by=None)
            return
        new = personal_links.create(conn, held.person_id, moment, by=None, days=days)
        address = links.personal(personal_links.token_of(conn, new))
        made.append((address, last_valid_day(new.expires_at)))

    found = _change(name, unit, code, "", change)
    if end:
        say("cli-link-ended", name=found)
    for address, day in made:
        say("cli-link", name=found, day=texts.formats.day(day))
        print(address)


def _end_of(until: str, moment: datetime) -> datetime:
    """The first instant after a day that is typed, "30/9" or "2020-09-30"."""
    from bot.domain.deadlines import by_day
    from bot.language.dates import read_deadline

    try:
        read: datetime | None = by_day(date.fromisoformat(until))
    except ValueError:
        read = read_deadline(until, moment)
    if read is None or read <= moment:
        raise InputError("cli-until", until=until)
    return read


def _change(
    name: str, unit: str, code: str, action: str, work: "Callable[[Connection, Membership, datetime], None]"
) -> str:
    """Do something about the post of the one who is meant; their name. `action` is what the audit says."""
    from bot.domain.people import Role
    from bot.storage import Connection, audit, people
    from bot.storage import units as store

    moment = now(settings())

    def found_and_done(conn: Connection) -> str:
        found = store.by_code(conn, unit)
        if found is None:
            raise InputError("cli-unknown-unit", code=unit)
        posts_here = [role for role in Role if role is not Role.HOMEROOM]
        same = [
            candidate
            for candidate in people.candidates(conn, [found.id], posts_here, name)
            if code in ("", candidate.membership.code)
        ]
        if len(same) != 1:
            raise InputError("cli-name-not-one", name=name, count=len(same))
        held = same[0].membership
        work(conn, held, moment)
        if action:
            audit.record(conn, action=action, subject=f"membership:{held.id}", now=moment)
        return same[0].full_name

    return on_database(found_and_done, write=True)
