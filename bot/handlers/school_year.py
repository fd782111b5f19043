"""The end of the school year, shown before it is done: classes go up, the last grade leaves."""

from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES
from bot.domain.permissions import Action
from bot.domain.units import SCHOOL, Unit
from bot.errors import InputError
from bot.handlers.turn import Turn
from bot.storage import school_years, units
from bot.storage.school_years import Plan, Step

#: Classes named one by one; the rest are counted.
NAMED = 12


def show(turn: Turn) -> Reply:
    """Which school? One only: its plan at once."""
    schools = _schools(turn)
    if not schools:
        return Reply(text=turn.t("err-not-allowed"))
    if len(schools) == 1:
        return preview(turn, schools[0].id)
    return Reply(
        text=turn.t("year-which"),
        choices=tuple(Choice(label=unit.name, action=f"year:{unit.id}") for unit in schools),
    )


def _schools(turn: Turn) -> list[Unit]:
    held = dict.fromkeys(m.unit_id for m in turn.held(*HEAD_ROLES))
    found = [units.get(turn.conn, unit_id) for unit_id in held]
    return [unit for unit in found if unit.kind == SCHOOL and turn.may(Action.CHANGE_ROSTER, unit.id)]


def preview(turn: Turn, unit_id: int) -> Reply:
    """What it would do, class by class."""
    plan = _plan(turn, unit_id)
    if isinstance(plan, Reply):
        return plan
    if plan.done:
        return Reply(text=turn.t("year-done-already", year=plan.year, unit=plan.school.name))
    if not plan.steps:
        return Reply(text=turn.t("year-no-classes", unit=plan.school.name))
    return Reply(
        text="\n".join(told(turn, plan)),
        choices=(
            turn.choice("button-end-year", f"year-end:{unit_id}:{plan.year[-4:]}"),
            turn.choice("button-not-now", "menu"),
        ),
    )


def told(turn: Turn, plan: Plan) -> list[str]:
    """A plan in words."""
    lines = [
        turn.t("year-head", year=plan.year, unit=plan.school.name),
        turn.t(
            "year-sums",
            up=len(plan.going_up),
            leaving=len(plan.leaving),
            pupils=sum(step.pupils for step in plan.leaving),
        ),
    ]
    lines += [_line(turn, step) for step in plan.steps[:NAMED]]
    if len(plan.steps) > NAMED:
        lines.append(turn.t("year-more", count=len(plan.steps) - NAMED))
    lines.append(turn.t("year-foot"))
    return lines


def _line(turn: Turn, step: Step) -> str:
    if step.unclear:
        return turn.t("year-unclear", unit=step.unit.name, pupils=step.pupils)
    if step.new_name is None:
        return turn.t("year-leaves", unit=step.unit.name, pupils=step.pupils)
    return turn.t("year-goes-up", unit=step.unit.name, name=step.new_name, pupils=step.pupils)


def end(turn: Turn, unit_id: int, year: int) -> Reply:
    """Do what was shown. The button names the year: tapped again next summer it does nothing."""
    plan = _plan(turn, unit_id)
    if isinstance(plan, Reply):
        return plan
    if plan.done or not plan.year.endswith(str(year)):
        return Reply(text=turn.t("year-done-already", year=plan.year, unit=plan.school.name))
    school_years.end(turn.conn, plan, turn.now, by=turn.person_id)
    return Reply(
        text=turn.t(
            "year-ended",
            year=plan.year,
            up=len(plan.going_up),
            pupils=sum(step.pupils for step in plan.leaving),
        ),
        choices=(turn.choice("button-people", "people"), turn.choice("button-invite", "invite")),
    )


def _plan(turn: Turn, unit_id: int) -> Plan | Reply:
    school = units.get(turn.conn, unit_id)
    if school.kind != SCHOOL or not turn.may(Action.CHANGE_ROSTER, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    try:
        return school_years.plan(turn.conn, school, turn.today, turn.today)
    except InputError as error:
        return Reply(text=turn.t(error.key, **error.facts))
