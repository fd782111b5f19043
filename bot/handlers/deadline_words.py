"""How a deadline is worded: as the directive puts it, extended, or a unit's own (hạn nội bộ)."""

from datetime import date, datetime, time, timedelta

from bot.domain.address import Address
from bot.domain.campaigns import Campaign, Due
from bot.domain.deadlines import last_valid_day, local
from bot.domain.local_deadlines import LocalDeadline, earliest
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import Task
from bot.handlers.turn import Turn
from bot.storage import Connection, campaigns, local_deadlines, units
from bot.storage.campaigns import Running
from bot.texts import Texts


def until(texts: Texts, late_from: datetime) -> str:
    """The last day or minute in time: "hết thứ Bảy 29/8/2020", "15h59 ngày 29/8/2020"."""
    if local(late_from).time() == time(0):
        return texts("due-last-day", day=texts.formats.day(last_valid_day(late_from)))
    return texts("due-clock", moment=late_from - timedelta(minutes=1))


def official(texts: Texts, campaign: Campaign, asked: Round | Task) -> str:
    """The deadline of a round by the directive, in its own words, and what it was extended to."""
    if asked.due_before is None:
        return texts("due-none")
    due = campaign.obligation(asked.obligation).due
    kind = asked.round_kind if isinstance(asked, Task) else asked.kind
    if due is None or kind != RoundKind.SINGLE:
        return until(texts, asked.due_before)
    if due.before != asked.due_before:
        return texts("due-extended", official=due.phrase, until=until(texts, asked.due_before))
    return due.phrase


def with_last_day(texts: Texts, campaign: Campaign, asked: Round | Task) -> str:
    """The same, and the last day that the directive's phrase means."""
    due = campaign.obligation(asked.obligation).due
    if due is None or asked.due_before != due.before:
        return official(texts, campaign, asked)
    return in_full(texts, due)


def in_full(texts: Texts, due: Due) -> str:
    """The directive's phrase, and the last day that it means where it names no time of day."""
    if local(due.before).time() != time(0):
        return due.phrase
    return texts("due-phrase", phrase=due.phrase, day=texts.formats.day(last_valid_day(due.before)))


def example(turn: Turn, day: date) -> str:
    """How a deadline is typed, with a day that would do."""
    return turn.t("deadline-example", day=day, after=day + timedelta(days=1))


def applying(
    conn: Connection, asked_in: int, due_before: datetime | None, unit_id: int, on: date
) -> LocalDeadline | None:
    """The deadline that a unit and those above it have set for a round; None: only the directive's."""
    return earliest(local_deadlines.above(conn, asked_in, unit_id, on), due_before)


def of_task(conn: Connection, running: Running, task: Task, now: datetime) -> LocalDeadline | None:
    """The local deadline that a task still has ahead of it."""
    standing = task.standing
    found = applying(conn, standing.round_id, task.due_before, standing.home_unit_id, running.tree_on)
    return found if found is not None and found.due_before > now else None


def local_due(
    conn: Connection, texts: Texts, campaign: Campaign, asked: Round | Task, own: LocalDeadline
) -> str:
    """Both deadlines: "hạn nội bộ của Trường A: hết … (văn bản: trước ngày 30/8/2020)"."""
    unit = units.get(conn, own.unit_id).name
    key = "due-local-only" if asked.due_before is None else "due-local"
    facts = {} if asked.due_before is None else {"official": official(texts, campaign, asked)}
    return texts(key, unit=unit, until=until(texts, own.due_before), **facts)


def reminder(
    conn: Connection, texts: Texts, address: Address, task: Task, title: str, now: datetime
) -> str | None:
    """The first sentence of a reminder that counts back from a local deadline; None where there is none."""
    running = campaigns.get(conn, task.campaign_id)
    own = of_task(conn, running, task, now)
    if own is None:
        return None
    left = (last_valid_day(own.due_before) - local(now).date()).days
    due = local_due(conn, texts, running.campaign, task, own)
    number = running.campaign.directive.number
    if left > 0:
        return texts("remind-local-days", address, days=left, directive=number, title=title, due=due)
    return texts("remind-local-today", address, directive=number, title=title, due=due)


def status_lines(turn: Turn, running: Running, round_: Round, unit_id: int) -> list[str]:
    """The deadlines of a round that differ from the directive's: extended, or of a unit's own."""
    lines: list[str] = []
    campaign, texts = running.campaign, turn.texts
    due = campaign.obligation(round_.obligation).due
    if due is not None and round_.kind is RoundKind.SINGLE and round_.due_before != due.before:
        lines.append(turn.t("status-due", due=official(texts, campaign, round_)))
    own = applying(turn.conn, round_.id, round_.due_before, unit_id, running.tree_on)
    if own is not None:
        unit = units.get(turn.conn, own.unit_id).name
        when = until(texts, own.due_before)
        if round_.due_before is None:
            lines.append(turn.t("status-due-local-only", unit=unit, until=when))
        else:
            lines.append(
                turn.t("status-due-local", unit=unit, until=when, official=official(texts, campaign, round_))
            )
    return lines


def task_line(turn: Turn, task: Task) -> str | None:
    """The deadline of a task where it is not the one that the directive's text gives."""
    running = campaigns.get(turn.conn, task.campaign_id)
    own = of_task(turn.conn, running, task, turn.now)
    if own is not None:
        return local_due(turn.conn, turn.texts, running.campaign, task, own)
    due = running.campaign.obligation(task.obligation).due
    if due is None or task.round_kind != RoundKind.SINGLE or task.due_before == due.before:
        return None
    return official(turn.texts, running.campaign, task)


def changed_since(turn: Turn, running: Running, answer: str) -> str:
    """What has to be said beside an answer of the campaign file that quotes a deadline: the one now."""
    quoted = {one.id for one in running.campaign.obligations if one.due and one.due.phrase in answer}
    lines = [
        turn.t("status-due", due=line)
        for task in turn.tasks()
        if task.campaign_id == running.id and task.obligation in quoted
        if (line := task_line(turn, task)) is not None
    ]
    return "\n".join(dict.fromkeys(lines))
