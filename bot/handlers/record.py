"""A confirmed declaration: recorded, counted, acknowledged, and passed on where somebody needs help."""

from bot.domain.address import address_of
from bot.domain.forms import Answers, Form
from bot.domain.messages import Choice, Reply
from bot.domain.people import Role
from bot.domain.standings import State, Task
from bot.domain.tallies import fulfilment
from bot.handlers import remind
from bot.handlers.turn import Turn
from bot.handlers.wording import change_lines, task_label
from bot.storage import campaigns, people, standings, tallies, units
from bot.storage.campaigns import Running


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
    lines = [done, *changes, *([turn.t("success-late")] if late else []), *_grade(form, verdict.grade)]
    if form.alert_if is not None and form.alert_if.holds(answers):
        _alert(turn, task, running)
        lines.append(turn.t("alert-passed-on"))
    lines += _progress(turn, task, running)
    nexts = [other for other in turn.tasks() if other.standing.owes]
    return Reply(
        text="\n".join(lines),
        choices=tuple(
            Choice(label=task_label(turn, other), action=f"open:{other.standing.id}")
            for other in nexts[:3]
            if other.standing.id != standing.id
        ),
    )


def _alert(turn: Turn, task: Task, running: Running) -> None:
    """Somebody needs help: the heads of the school hear of it at once."""
    who = turn.person.full_name if turn.person and not task.on_behalf_of else task.on_behalf_of
    unit = units.get(turn.conn, task.standing.home_unit_id)
    for above in units.above(turn.conn, unit.id, running.tree_on)[:2]:
        for head, _ in people.holders(turn.conn, above.id, (Role.PRINCIPAL, Role.DEPUTY, Role.HOMEROOM)):
            if head.id != turn.person_id:
                text = turn.texts("alert", address_of(head, Role.PRINCIPAL), name=who, unit=unit.name)
                key = f"alert:{task.standing.id}:{task.standing.revision}:{head.id}"
                turn.tell(head.id, Reply(text=text), key)


def _grade(form: Form, grade: str | None) -> list[str]:
    return [g.label for g in form.grades if g.id == grade]


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
            "progress", unit=unit.name, bar=turn.texts.formats.bar(share), part=share.part, whole=share.whole
        )
    ]
