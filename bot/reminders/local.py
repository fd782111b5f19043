"""Reminders that count back from deadlines of units' own (hạn nội bộ), beside those of the directive."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.domain.campaigns import Superior
from bot.domain.holidays import is_holiday
from bot.domain.ladder import Due, Rung, Window, due, window
from bot.domain.local_deadlines import LocalDeadline, steps
from bot.domain.people import STAFF_ROLES
from bot.domain.rounds import Round
from bot.reminders import drawing
from bot.storage import Connection, Database, campaigns, local_deadlines, reminders, rounds
from bot.storage import rungs as rung_store
from bot.storage.campaigns import Running

#: A step is planned on its own day only, so what lies further back has nothing due.
BACK = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPlan:
    """What is due of one unit's deadline in one round."""

    running: Running
    round_: Round
    deadline: LocalDeadline
    todo: Due
    window: Window

    def among(self, conn: Connection) -> Any:
        """The units it applies to."""
        others = local_deadlines.of_round(conn, self.round_.id)
        return local_deadlines.subtree(self.deadline, others, self.running.tree_on)


def plans(conn: Connection, now: datetime) -> list[LocalPlan]:
    """What is due of every local deadline."""
    found = []
    for running, round_, deadline, ladder in _ladders(conn, now):
        todo = due(ladder, rung_store.done(conn, round_.id), now)
        if todo.now or todo.skipped:
            obligation = running.campaign.obligation(round_.obligation)
            nearer = replace(round_, due_before=deadline.due_before)
            planned = window(nearer, obligation, running.campaign, is_holiday, now)
            found.append(
                LocalPlan(running=running, round_=round_, deadline=deadline, todo=todo, window=planned)
            )
    return found


def tell_heads(plan: LocalPlan, now: datetime, conn: Connection) -> int:
    """The digest of the day for the heads of staff who are reminded."""
    audience = plan.running.campaign.obligation(plan.round_.obligation).audience
    if not plan.todo.now or not STAFF_ROLES & set(audience.roles):
        return 0
    heads = reminders.hearing(
        conn,
        plan.round_.id,
        plan.running.tree_on,
        Superior.PRINCIPAL,
        now,
        within=plan.deadline.unit_id,
        among=plan.among(conn),
    )
    return reminders.plan_digests(conn, heads, plan.window, now)


async def remind(database: Database, plan: LocalPlan, now: datetime) -> int:
    """Queue the reminders of one plan, a slice at a time, and mark its steps."""
    queued, after = 0, 0
    while plan.todo.now:
        more, last = await database.write(partial(_slice, plan, after, now))
        queued += more
        if last is None:
            break
        after = last
    queued -= await drawing.spare_told(database, plan.window)
    await database.write(partial(_mark, plan, now))
    return queued


def _slice(plan: LocalPlan, after: int, now: datetime, conn: Connection) -> tuple[int, int | None]:
    audience = plan.running.campaign.obligation(plan.round_.obligation).audience
    return reminders.plan_slice(conn, plan.round_.id, audience, after, plan.window, now, plan.among(conn))


def _mark(plan: LocalPlan, now: datetime, conn: Connection) -> None:
    for rungs, outcome in ((plan.todo.now, "planned"), (plan.todo.skipped, "skipped")):
        for rung in rungs:
            rung_store.mark(conn, plan.round_.id, rung.key, rung.at, outcome, now)


def moments(conn: Connection, now: datetime) -> Iterator[datetime]:
    """When steps that lie ahead are due."""
    for _, _, _, ladder in _ladders(conn, now):
        yield from (rung.at for rung in ladder if rung.at > now)


def _ladders(conn: Connection, now: datetime) -> Iterator[tuple[Running, Round, LocalDeadline, list[Rung]]]:
    """Every local deadline with its steps, unless the round's own has become earlier."""
    for deadline in local_deadlines.at_work(conn, now - BACK):
        round_ = rounds.round_by_id(conn, deadline.round_id)
        if round_.due_before is not None and round_.due_before <= deadline.due_before:
            continue
        running = campaigns.get(conn, round_.campaign_id)
        obligation = running.campaign.obligation(round_.obligation)
        yield running, round_, deadline, steps(round_, deadline, obligation, running.campaign, is_holiday)
