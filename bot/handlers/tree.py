"""A list of units sent into the chat: what writing it would do is shown first, and done after a yes."""

from bot.domain.messages import Reply
from bot.domain.people import Role
from bot.domain.permissions import Action
from bot.errors import InputError
from bot.handlers.turn import Turn
from bot.rosters.problems import Problem
from bot.rosters.units import UnitsSheet
from bot.storage import audit, imports, unit_changes, unit_imports, units
from bot.storage.imports import Import
from bot.storage.savepoints import savepoint
from bot.storage.unit_imports import Fitted

#: Rows with problems that are named one by one; the rest are counted.
NAMED = 5


def held(turn: Turn) -> list[int]:
    """The units whose tree the person may change, with everything below them."""
    return [m.unit_id for m in turn.held(Role.OFFICER) if turn.may(Action.IMPORT_UNITS, m.unit_id)]


def preview(turn: Turn, found: Import, sheet: UnitsSheet) -> Reply:
    """How many units would be new or change, which rows would be left out and why."""
    fitted = _fitted(turn, sheet)
    try:
        counts = unit_changes.rehearse(turn.conn, lambda: units.write(turn.conn, fitted.new, turn.today))
    except InputError as error:
        return Reply(text=turn.t(error.key, **error.facts))
    problems = (*sheet.problems, *fitted.problems)
    skipped = sum(not problem.kept for problem in problems)
    lines = [
        turn.t(
            "units-preview",
            name=found.file_name,
            added=counts.added,
            changed=counts.changed,
            unchanged=counts.unchanged,
            skipped=skipped,
        ),
        *named(turn, problems),
    ]
    if not counts.added and not counts.changed:
        return Reply(text="\n".join((*lines, turn.t("units-nothing-new"))))
    return Reply(
        text="\n".join((*lines, turn.t("units-confirm"))),
        choices=(
            turn.choice("button-write-units", f"roster:{found.id}"),
            turn.choice("button-not-now", "menu"),
        ),
    )


def write(turn: Turn, found: Import, sheet: UnitsSheet) -> Reply:
    """Write the list that was shown, as far as it may be written by now."""
    fitted = _fitted(turn, sheet)
    try:
        with savepoint(turn.conn):
            counts = unit_changes.bring_in(turn.conn, fitted.new, turn.now)
    except InputError as error:
        return Reply(text=turn.t(error.key, **error.facts))
    imports.was_saved(turn.conn, found.id)
    for unit_id in held(turn):
        audit.record(
            turn.conn, action="units", subject=f"unit:{unit_id}", now=turn.now, person_id=turn.person_id
        )
    return Reply(
        text=turn.t("units-saved", added=counts.added, changed=counts.changed, unchanged=counts.unchanged),
        choices=(turn.choice("button-status", "status"),),
    )


def named(turn: Turn, problems: tuple[Problem, ...]) -> list[str]:
    """The first rows to look at, those that were left out before the others; the rest are counted."""
    ordered = sorted(problems, key=lambda problem: (problem.kept, problem.sheet, problem.row))
    lines = [
        turn.t("roster-problem", row=problem.row, problem=turn.t(problem.key, **problem.facts))
        for problem in ordered[:NAMED]
    ]
    if len(ordered) > NAMED:
        lines.append(turn.t("roster-more-problems", count=len(ordered) - NAMED))
    return lines


def _fitted(turn: Turn, sheet: UnitsSheet) -> Fitted:
    return unit_imports.fit(turn.conn, sheet.rows, turn.today, within=held(turn))
