"""A confirmed declaration: recorded, counted, acknowledged, and passed on where somebody needs help."""

from dataclasses import replace

from bot.domain.forms import Answers, Form
from bot.domain.messages import Choice, Reply
from bot.domain.people import Role
from bot.domain.rounds import RoundKind
from bot.domain.standings import State, Task
from bot.domain.tallies import fulfilment
from bot.handlers import ad_hoc_results, alerts, link_checks, remind
from bot.handlers.turn import Turn
from bot.handlers.wording import change_lines, grade_lines, summary_lines, task_label
from bot.storage import alerts as alert_store
from bot.storage import campaigns, standings, tallies, units
from bot.storage.campaigns import Running
from bot.texts.unit_names import spoken


def record(turn: Turn, task: Task, form: Form, before: Answers, answers: Answers) -> Reply:
    """Record a confirmed declaration, and say what it amounts to."""
    standing, verdict = standings.submit(
        turn.conn,
        task.standing.id,
        answers,
        by=turn.person_id,
        channel=turn.incoming.channel,
        now=turn.now,
    )
    turn.changed()
    remind.cancel_settled(turn.conn, standing.id, turn.now)
    link_checks.want(turn, standing.id, form, answers)
    turn.session.end()
    receipt = f"{standing.id}-{standing.revision}"
    running = campaigns.get(turn.conn, task.campaign_id)
    changes = change_lines(turn, form, before, answers)
    if verdict.state is State.COMPLETE:
        done = turn.t("success-complete", moment=turn.now, receipt=receipt)
    elif verdict.settled:
        done = turn.t("success-settled", moment=turn.now, receipt=receipt)
    else:
        done = turn.t("success-partial", moment=turn.now, receipt=receipt)
    late = task.is_late(turn.now) and standing.late
    lines = [done, *changes, *([turn.t("success-late")] if late else [])]
    lines += summary_lines(turn, form, answers) if form.one_tap else grade_lines(turn, form, answers)
    calls = form.alert_if is not None and form.alert_if.holds(answers)
    if calls:  # whoever needs help reads first that somebody knows
        lines.insert(0, alerts.call(turn, replace(task, standing=standing), running, form, answers))
    elif form.alert_if is not None:
        alert_store.clear(turn.conn, standing.id)
    if task.round_kind == RoundKind.AD_HOC:
        ad_hoc_results.tell_when_complete(turn, task, running)
    lines += [] if calls else _progress(turn, task, running)
    nexts = [other for other in turn.tasks() if other.standing.owes]
    choices = [
        Choice(label=task_label(turn, other), action=f"open:{other.standing.id}")
        for other in nexts[:3]
        if other.standing.id != standing.id
    ]
    if any(led.unit_id == standing.home_unit_id for led in turn.held(Role.HOMEROOM)):
        action = f"pupils:{standing.home_unit_id}:{standing.round_id}"
        choices.insert(0, turn.choice("button-each-pupil", action))
    return Reply(text="\n".join(lines), choices=tuple(choices))


def _progress(turn: Turn, task: Task, running: Running) -> list[str]:
    """How far one's own school or class is: a number everybody in it may know."""
    if task.standing.unit_id is not None:
        return []
    tally = tallies.of(turn.conn, task.standing.round_id, task.standing.home_unit_id)
    unit = units.get(turn.conn, task.standing.home_unit_id)
    share = fulfilment(tally)
    if share.whole < 2:
        return []
    return [
        turn.t(
            "progress",
            unit=spoken(turn.texts, unit),
            bar=turn.texts.formats.bar(share),
            part=share.part,
            whole=share.whole,
        )
    ]
