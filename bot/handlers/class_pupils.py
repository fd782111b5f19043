"""Pupil by pupil: whoever of a class has not declared, and declaring for one of them as a proxy.

Only where the directive's obligation provides for it and consent was given; of all others a class report
gives the number, and no name.
"""

from bot.domain.messages import Choice, Reply
from bot.domain.permissions import Action
from bot.domain.standings import State
from bot.handlers import class_scene, declare
from bot.handlers.turn import Turn
from bot.storage import tasks, units

#: Pupils on one page: what a phone shows at once.
PAGE = 10


def show(turn: Turn, unit_id: int, round_id: int, page: int = 0) -> Reply:
    """The pupils who have not declared, each a button; those without consent are only counted."""
    if not turn.may(Action.REPORT_CLASS, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    scene = next((one for one in class_scene.scenes(turn, unit) if one.round.id == round_id), None)
    if scene is None or not scene.by_proxy:
        return Reply(text=turn.t("task-gone"))
    if not turn.may_see_names(unit_id, scene.running.campaign):
        return Reply(text=turn.t("err-not-allowed"))
    silent = [
        owing
        for owing in tasks.owing(turn.conn, round_id, unit_id, scene.running)
        if owing.standing.state is State.MISSING
    ]
    open_to_us = [owing for owing in silent if tasks.of_pupil(turn.conn, turn.person_id, owing.standing.id)]
    key = "pupils-head" if open_to_us else "pupils-none-open"
    lines = [turn.t(key, unit=scene.name, count=len(silent))]
    if others := len(silent) - len(open_to_us):
        lines.append(turn.t("pupils-without-consent", count=others))
    shown = open_to_us[page * PAGE : (page + 1) * PAGE]
    choices = [Choice(label=owing.full_name, action=f"pupil:{owing.standing.id}") for owing in shown]
    if len(open_to_us) > (page + 1) * PAGE:
        choices.append(turn.choice("button-more", f"pupils:{unit_id}:{round_id}:{page + 1}"))
    choices.append(turn.choice("button-class-report", f"report:{unit_id}:{round_id}"))
    return Reply(text="\n".join(lines), choices=tuple(choices))


def declare_for(turn: Turn, standing_id: int) -> Reply:
    """Declare for one pupil, as a proxy."""
    task = tasks.of_pupil(turn.conn, turn.person_id, standing_id)
    return Reply(text=turn.t("pupil-not-open")) if task is None else declare.open_task(turn, task)
