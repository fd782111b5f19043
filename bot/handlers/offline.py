"""Reporting to the school directly, on paper: said by whoever wants to, entered by a head or clerk.

Nobody who reports so looks delinquent: they are not reminded, and the list of the missing says how they
report. What is entered is only whether they have done what the directive asks for.
"""

from bot.domain.messages import Choice, Reply
from bot.domain.permissions import Action
from bot.domain.standings import Standing, Stopped, Task
from bot.handlers import declare
from bot.handlers.turn import Turn
from bot.storage import audit, campaigns, reminders, rounds, standings, tasks, units
from bot.storage import memberships as membership_store
from bot.storage.tasks import Owing
from bot.texts.unit_names import spoken

#: How somebody reports who is not asked here.
DIRECTLY = (Stopped.DECLINED, Stopped.OFFLINE)
#: People on one page.
PAGE = 10


def chosen(turn: Turn) -> Reply:
    """They report directly: what is open, or everything that they owe themselves."""
    open_now = declare.current(turn)
    owed = [open_now[0]] if open_now else turn.tasks()
    own = [task for task in owed if _is_own(turn, task) and task.standing.owes]
    if not own:
        return Reply(text=turn.t("offline-nothing"), choices=(turn.choice("button-declare", "tasks"),))
    turn.session.end()
    for task in own:
        turn.session.left.pop(str(task.standing.id), None)
        standings.set_stopped(turn.conn, task.standing.id, Stopped.OFFLINE)
    turn.changed()
    if not any(task.standing.owes for task in turn.tasks()):
        reminders.cancel(turn.conn, [turn.person_id], turn.now)
    unit = turn.school_of(own[0].standing.home_unit_id).name
    return Reply(
        text=turn.t("offline-done", unit=unit, count=len(own)),
        choices=(turn.choice("button-declare", f"open:{own[0].standing.id}"),),
    )


def _is_own(turn: Turn, task: Task) -> bool:
    """A unit's duty is not one person's to report elsewhere; a child's is its parents'."""
    return task.standing.unit_id is None


# --- entered by a head, a clerk, or the homeroom teacher of a pupil ------------------------------


def those(owing: list[Owing]) -> list[Owing]:
    """Those of a list who report directly."""
    return [one for one in owing if one.standing.stopped in DIRECTLY]


def show(turn: Turn, unit_id: int, round_id: int, page: int = 0) -> Reply:
    """Of whom can it be entered?"""
    round_ = rounds.round_by_id(turn.conn, round_id)
    running = campaigns.get(turn.conn, round_.campaign_id)
    if not turn.may_see_names(unit_id, running.campaign):
        return Reply(text=turn.t("err-not-allowed"))
    found = those(tasks.owing(turn.conn, round_id, unit_id, running))
    unit = spoken(turn.texts, units.get(turn.conn, unit_id))
    back = turn.choice("button-missing", f"missing:{unit_id}:0:{round_id}")
    if not found:
        return Reply(text=turn.t("offline-nobody", unit=unit), choices=(back,))
    choices = [
        Choice(label=one.full_name, action=f"direct-of:{one.standing.id}")
        for one in found[page * PAGE : (page + 1) * PAGE]
    ]
    if len(found) > (page + 1) * PAGE:
        choices.append(turn.choice("button-more", f"direct:{unit_id}:{round_id}:{page + 1}"))
    return Reply(text=turn.t("offline-who", unit=unit), choices=(*choices, back))


def ask(turn: Turn, standing_id: int) -> Reply:
    """Have they done it?"""
    found = _theirs(turn, standing_id)
    if isinstance(found, Reply):
        return found
    standing, name, title = found
    return Reply(
        text=turn.t("offline-ask", name=name, title=title),
        choices=(
            turn.choice("button-direct-complete", f"direct-set:{standing.id}:yes"),
            turn.choice("button-direct-not-yet", f"direct-set:{standing.id}:no"),
            turn.choice("button-not-now", "missing"),
        ),
    )


def enter(turn: Turn, standing_id: int, *, complete: bool) -> Reply:
    """Recorded in their name, as said by whoever enters it, and counted."""
    found = _theirs(turn, standing_id)
    if isinstance(found, Reply):
        return found
    standing, name, _ = found
    standings.report_directly(
        turn.conn,
        standing.id,
        complete=complete,
        by=turn.person_id,
        channel=turn.incoming.channel,
        now=turn.now,
    )
    audit.record(
        turn.conn,
        action="direct-report",
        subject=f"standing:{standing.id}",
        now=turn.now,
        person_id=turn.person_id,
    )
    turn.changed()
    return Reply(
        text=turn.t("offline-entered-complete" if complete else "offline-entered", name=name),
        choices=(
            turn.choice("button-edit", f"direct-of:{standing.id}"),
            turn.choice("button-missing", "missing"),
        ),
    )


def _theirs(turn: Turn, standing_id: int) -> tuple[Standing, str, str] | Reply:
    """The standing of somebody who reports directly, their name, and what is asked. Raises NotFound."""
    standing = standings.load(turn.conn, standing_id)
    round_ = rounds.round_by_id(turn.conn, standing.round_id)
    campaign = campaigns.get(turn.conn, round_.campaign_id).campaign
    if not turn.may(Action.REPORT_CLASS, standing.home_unit_id) or not turn.may_see_names(
        standing.home_unit_id, campaign
    ):
        return Reply(text=turn.t("err-not-allowed"))
    if standing.membership_id is None or standing.stopped not in DIRECTLY:
        return Reply(text=turn.t("task-gone"))
    held = membership_store.membership(turn.conn, standing.membership_id)
    name = turn.name_of(held.person_id)
    return standing, name, round_.label or campaign.obligation(round_.obligation).title
