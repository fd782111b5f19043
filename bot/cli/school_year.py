"""Commands about school years."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import now, on_database, say, settings, texts, today
from bot.domain.units import SCHOOL
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.storage.school_years import Plan

school_year = typer.Typer(no_args_is_help=True)


@school_year.callback()
def _group() -> None:
    """A group of its own, so that `end` stays a word."""


@school_year.command("end", help=texts("cli-help-school-year-end"))
def end(
    unit: Annotated[str, typer.Argument(help=texts("cli-help-unit"), show_default=False)],
    on: Annotated[str, typer.Option(help=texts("cli-help-school-year-on"), show_default=False)] = "",
    preview: Annotated[bool, typer.Option("--preview", help=texts("cli-help-school-year-preview"))] = False,
) -> None:
    """Classes go up, the last grade leaves, homeroom roles end. Run twice it is done once."""
    from bot.storage import Connection, school_years
    from bot.storage import units as store

    moment = now(settings())
    try:
        day = date.fromisoformat(on) if on else today(moment)
    except ValueError:
        raise InputError("cli-day", day=on) from None

    def work(conn: Connection) -> "Plan":
        school = store.by_code(conn, unit)
        if school is None or school.kind != SCHOOL:
            raise InputError("cli-unknown-unit", code=unit)
        plan = school_years.plan(conn, school, day, today(moment))
        if not preview:
            school_years.end(conn, plan, moment, by=None)
        return plan

    plan = on_database(work, write=not preview)
    if plan.done:
        say("year-done-already", year=plan.year, unit=plan.school.name)
        return
    _tell(plan)
    if not preview:
        pupils = sum(step.pupils for step in plan.leaving)
        say("cli-school-year-ended", year=plan.year, up=len(plan.going_up), pupils=pupils)


def _tell(plan: "Plan") -> None:
    say("year-head", year=plan.year, unit=plan.school.name)
    pupils = sum(step.pupils for step in plan.leaving)
    say("year-sums", up=len(plan.going_up), leaving=len(plan.leaving), pupils=pupils)
    for step in plan.steps:
        if step.unclear:
            say("year-unclear", unit=step.unit.name, pupils=step.pupils)
        elif step.new_name is None:
            say("year-leaves", unit=step.unit.name, pupils=step.pupils)
        else:
            say("year-goes-up", unit=step.unit.name, name=step.new_name, pupils=step.pupils)
