"""Commands about the tree of units: bringing it in, and changing it from a day on."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.cli import typed_units
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
from bot.domain.names import search_key
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.storage import Connection
    from bot.storage.moving import Moved

T = TypeVar("T")

units = typer.Typer(no_args_is_help=True)

_File = Annotated[Path, typer.Argument(help=texts("cli-help-sheet"), show_default=False)]
_Unit = Annotated[str, typer.Argument(help=texts("cli-help-unit"), show_default=False)]
_Into = Annotated[str, typer.Option("--into", help=texts("cli-help-units-into"), show_default=False)]
_On = Annotated[str, typer.Option("--on", help=texts("cli-help-units-on"), show_default=False)]
_Preview = Annotated[bool, typer.Option("--preview", help=texts("cli-help-units-preview"))]
_Yes = Annotated[bool, typer.Option("--yes", help=texts("cli-help-units-yes"))]


@units.command("import", help=texts("cli-help-units-import"))
def import_units(file: _File, preview: _Preview = False, yes: _Yes = False) -> None:
    """Bring in the tree. Bad rows are named, good rows kept; the same file twice changes nothing."""
    from bot.rosters.units import read_units
    from bot.storage import unit_changes, unit_imports
    from bot.storage import units as store

    sheet = read_units(read_file(file), file.name, known=on_database(store.names_by_code))
    moment = now(settings())
    fitted = on_database(lambda conn: unit_imports.fit(conn, sheet.rows, today(moment)))
    problems = sorted((*sheet.problems, *fitted.problems), key=lambda problem: (problem.sheet, problem.row))
    name_problems(problems)
    if not fitted.new:
        raise InputError("cli-nothing-to-import", path=str(file))

    def show() -> None:
        counts = _rehearsed(lambda conn: store.write(conn, fitted.new, today(moment)))
        say(
            "units-preview",
            name=file.name,
            added=counts.added,
            changed=counts.changed,
            unchanged=counts.unchanged,
            skipped=sum(not problem.kept for problem in problems),
        )

    if _go_on(show, preview=preview, yes=yes):
        counts = on_database(lambda conn: unit_changes.bring_in(conn, fitted.new, moment), write=True)
        tell_import(counts, problems)


@units.command("merge", help=texts("cli-help-units-merge"))
def merge(
    codes: Annotated[
        list[str] | None, typer.Argument(help=texts("cli-help-units-old"), show_default=False)
    ] = None,
    into: _Into = "",
    on: _On = "",
    preview: _Preview = False,
    yes: _Yes = False,
) -> None:
    """Units end the day before and go on in another one, with their people and what is below them."""
    from bot.storage import audit, unit_changes

    if not codes:
        raise InputError("cli-units-nothing-named")
    given = typed_units.given("into", into)
    since, moment = typed_units.day(on), now(settings())

    def work(conn: "Connection") -> "Moved":
        target = typed_units.unit(conn, given)
        old = [typed_units.unit(conn, code) for code in {code.lower(): code for code in codes}.values()]
        moved = unit_changes.merge(conn, old, target, since, moment)
        for unit in old:
            audit.record(
                conn, action="merge", subject=f"unit:{unit.id}", now=moment, detail=f"into:{target.code}"
            )
        return moved

    if not _go_on(lambda: _say_moved("units-would-move", _rehearsed(work)), preview=preview, yes=yes):
        return
    moved = on_database(work, write=True)
    for code in codes:
        say("units-merged-done", code=code, into=given, day=typed_units.in_words(since))
    _say_moved("units-moved", moved)
    if since > today(moment):
        say("units-move-later", day=typed_units.in_words(since))


@units.command("split", help=texts("cli-help-units-split"))
def split(
    code: _Unit,
    into: _Into = "",
    on: _On = "",
    part: Annotated[
        list[str] | None, typer.Option("--unit", help=texts("cli-help-units-part"), show_default=False)
    ] = None,
    people: Annotated[
        Path | None, typer.Option("--people", help=texts("cli-help-units-people"), show_default=False)
    ] = None,
    preview: _Preview = False,
    yes: _Yes = False,
) -> None:
    """Classes, units below and people of a unit go on to another one."""
    from bot.rosters.people import read_people
    from bot.storage import audit, unit_changes

    given = typed_units.given("into", into)
    since, moment = typed_units.day(on), now(settings())
    if not part and people is None:
        raise InputError("cli-units-what-missing")
    sheet = None if people is None else read_people(read_file(people), people.name, today=today(moment))

    def work(conn: "Connection") -> "Moved":
        source, target = typed_units.unit(conn, code), typed_units.unit(conn, given)
        members = [] if sheet is None else typed_units.posts_of(conn, sheet, source, target)
        parts = [typed_units.unit(conn, one) for one in part or ()]
        moved = unit_changes.split(conn, source, target, since, moment, parts=parts, members=members)
        audit.record(
            conn, action="split", subject=f"unit:{source.id}", now=moment, detail=f"into:{target.code}"
        )
        return moved

    if _go_on(lambda: _say_moved("units-would-move", _rehearsed(work)), preview=preview, yes=yes):
        moved = on_database(work, write=True)
        say("units-split-done", code=code, into=given, day=typed_units.in_words(since))
        _say_moved("units-moved", moved)


@units.command("move", help=texts("cli-help-units-move"))
def move(
    code: _Unit,
    to: Annotated[str, typer.Option("--to", help=texts("cli-help-units-to"), show_default=False)] = "",
    on: _On = "",
) -> None:
    """A unit, with all below it, is counted in another one."""
    from bot.storage import audit, unit_changes

    given = typed_units.given("to", to)
    since, moment = typed_units.day(on), now(settings())

    def work(conn: "Connection") -> bool:
        unit, above = typed_units.unit(conn, code), typed_units.unit(conn, given)
        audit.record(conn, action="move", subject=f"unit:{unit.id}", now=moment, detail=f"to:{above.code}")
        return unit_changes.move(conn, unit, above, since, moment)

    changed = on_database(work, write=True)
    say("units-move-done", code=code, to=given, day=typed_units.in_words(since))
    if not changed:
        say("units-same")


@units.command("rename", help=texts("cli-help-units-rename"))
def rename(
    code: _Unit,
    name: Annotated[str, typer.Argument(help=texts("cli-help-units-name"), show_default=False)],
    on: _On = "",
) -> None:
    """A unit has another name; the old one is kept for what was counted under it."""
    from bot.domain.names import normalise
    from bot.storage import audit, unit_changes

    new = typed_units.given("name", normalise(name))
    since, moment = typed_units.day(on), now(settings())

    def work(conn: "Connection") -> bool:
        unit = typed_units.unit(conn, code)
        audit.record(conn, action="rename", subject=f"unit:{unit.id}", now=moment)
        return unit_changes.rename(conn, unit, new, since, moment)

    changed = on_database(work, write=True)
    say("units-rename-done", code=code, name=new, day=typed_units.in_words(since))
    if not changed:
        say("units-same")


# --- shown first --------------------------------------------------------------------------------


def _rehearsed(work: "Callable[[Connection], T]") -> T:
    from bot.storage import unit_changes

    return on_database(lambda conn: unit_changes.rehearse(conn, lambda: work(conn)), write=True)


def _go_on(show: Callable[[], None], *, preview: bool, yes: bool) -> bool:
    """Whether to write: a person at a terminal is shown what would be done, and asked."""
    if preview:
        show()
        return False
    if yes or not sys.stdin.isatty():
        return True
    show()
    try:
        answer = input(f"{texts('cli-units-sure')} ")
    except EOFError:
        answer = ""
    if search_key(answer) in ("c", "co", "y", "yes"):
        return True
    say("cli-units-left")
    return False


def _say_moved(key: str, moved: "Moved") -> None:
    say(MOVED_KEYS[key], people=moved.people, units=moved.units, invites=moved.invites)


MOVED_KEYS = {key: key for key in ("units-would-move", "units-moved")}
