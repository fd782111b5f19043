"""Opening rounds and planning their reminders: asked at any moment, does whatever is due and not done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot.domain.campaigns import Obligation
from bot.domain.deadlines import VIETNAM, slots
from bot.domain.holidays import is_holiday
from bot.domain.ladder import Due, Rung, Window, due, escalations, rungs, window
from bot.domain.people import STAFF_ROLES, Role
from bot.domain.rounds import Round, RoundKind
from bot.storage import Connection, Database, campaigns, opening, reminders
from bot.storage.campaigns import CampaignState, Running

#: Slots are written down this far ahead, so that people can be told when the next one is.
AHEAD = timedelta(days=7)


async def tick(database: Database, now: datetime) -> int:
    """Do everything that is due now; returns the number of reminders queued. Repeating it is a no-op.

    Work is cut into short transactions, so that conversations go on meanwhile.
    """
    await database.write(lambda conn: open_rounds(conn, now))
    queued = await database.write(lambda conn: reminders.queue_follow_ups(conn, now))
    plans = await database.read(lambda conn: _plans(conn, now))
    # A head's digest of the day takes the place of the head's own reminder, so all of them go first.
    for plan in plans:
        queued += await database.write(partial(_tell_heads, plan, now))
    for plan in plans:
        if plan.todo.now:
            queued += await _plan_people(database, plan.round_, plan.window, now)
        await database.write(partial(_mark, plan.round_, plan.todo.now, plan.todo.skipped, now))
    return queued


def open_rounds(conn: Connection, now: datetime) -> None:
    """Write down the slots of the coming days, and open the rounds whose time has come."""
    today = now.astimezone(VIETNAM).date()
    for running in campaigns.every(conn):
        if running.state is CampaignState.RUNNING:
            campaigns.add_rounds(conn, _slots(running, today))
    for round_ in campaigns.due_to_open(conn, now):
        opening.open_round(conn, campaigns.get(conn, round_.campaign_id), round_, now)


def first_rounds(running: Running, now: datetime) -> list[dict[str, Any]]:
    """The rounds that exist from the start: one for each obligation with a single deadline, or none."""
    return [
        {
            "campaign_id": running.id,
            "obligation": obligation.id,
            "kind": RoundKind.SINGLE.value,
            "opens_at": now,
            "due_before": obligation.due.before if obligation.due else None,
        }
        for obligation in running.campaign.obligations
        if not obligation.cadences
    ]


def _slots(running: Running, today: date) -> list[dict[str, Any]]:
    started = running.started_at.astimezone(VIETNAM).date()
    return [
        {
            "campaign_id": running.id,
            "obligation": obligation.id,
            "kind": RoundKind.SLOT.value,
            "slot": day,
            "opens_at": opens,
            "due_before": closes,
        }
        for obligation in running.campaign.obligations
        for cadence in obligation.cadences
        for day, opens, closes in slots(cadence, max(started, today - AHEAD), today + AHEAD, is_holiday)
        if closes > running.started_at
    ]


def _chased(conn: Connection, now: datetime) -> list[tuple[Running, Round]]:
    """The opened rounds of running campaigns whose ladder may still have steps."""
    return [
        (running, round_)
        for running in campaigns.every(conn)
        if running.state is CampaignState.RUNNING
        for round_ in campaigns.rounds_of(conn, running.id)
        if round_.opened_at is not None
        and not _over(running.campaign.obligation(round_.obligation), round_, now)
    ]


def _over(obligation: Obligation, round_: Round, now: datetime) -> bool:
    if round_.due_before is None:
        return False
    days = obligation.ladder.overdue_days if obligation.ladder else 0
    return now > round_.due_before + timedelta(days=days + 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What is due of one round."""

    running: Running
    round_: Round
    todo: Due
    above: tuple[tuple[Rung, Role], ...]  #: escalations
    window: Window


def _plans(conn: Connection, now: datetime) -> list[_Plan]:
    """What is due of the opened rounds of running campaigns."""
    found = []
    for running, round_ in _chased(conn, now):
        obligation = running.campaign.obligation(round_.obligation)
        done = reminders.done_rungs(conn, round_.id)
        todo = due(rungs(round_, obligation, running.campaign, is_holiday), done, now)
        above = tuple(
            (rung, role)
            for rung, role in escalations(round_, obligation, running.campaign, is_holiday)
            if rung.key not in done and rung.at <= now
        )
        if todo.now or todo.skipped or above:
            planned = window(round_, obligation, running.campaign, is_holiday, now)
            found.append(_Plan(running=running, round_=round_, todo=todo, above=above, window=planned))
    return found


def _tell_heads(plan: _Plan, now: datetime, conn: Connection) -> int:
    """Queue the digests of a round: for whom its escalations name, and for the heads of reminded staff."""
    round_, tree_on = plan.round_, plan.running.tree_on
    queued = 0
    for rung, role in plan.above:
        useful = rung.at.astimezone(VIETNAM).date() == now.astimezone(VIETNAM).date()
        reminders.mark(conn, round_.id, rung.key, rung.at, "planned" if useful else "skipped", now)
        if useful:
            queued += reminders.plan_digests(conn, round_.id, tree_on, role, plan.window, now)
    nudged = any(rung.key != "open" for rung in plan.todo.now)
    if nudged and STAFF_ROLES & set(plan.running.campaign.obligation(round_.obligation).audience.roles):
        queued += reminders.plan_digests(conn, round_.id, tree_on, Role.PRINCIPAL, plan.window, now)
    return queued


async def _plan_people(database: Database, round_: Round, planned: Window, now: datetime) -> int:
    queued, after = 0, 0
    while True:
        more, last = await database.write(partial(_slice, round_, after, planned, now))
        queued += more
        if last is None:
            return queued
        after = last


def _slice(
    round_: Round, after: int, planned: Window, now: datetime, conn: Connection
) -> tuple[int, int | None]:
    return reminders.plan_slice(conn, round_.id, after, planned, now)


def _mark(
    round_: Round, planned: tuple[Rung, ...], skipped: tuple[Rung, ...], now: datetime, conn: Connection
) -> None:
    for rung in planned:
        reminders.mark(conn, round_.id, rung.key, rung.at, "planned", now)
    for rung in skipped:
        reminders.mark(conn, round_.id, rung.key, rung.at, "skipped", now)


def next_due(conn: Connection, now: datetime) -> datetime | None:
    """When the next thing is due: an opening, a rung, or a promise to come back."""
    moments = [moment for moment in (reminders.next_follow_up(conn),) if moment is not None]
    for running in campaigns.every(conn):
        if running.state is not CampaignState.RUNNING:
            continue
        for round_ in campaigns.rounds_of(conn, running.id):
            if round_.opened_at is None:
                moments.append(round_.opens_at)
                continue
            obligation = running.campaign.obligation(round_.obligation)
            if _over(obligation, round_, now):
                continue
            steps = rungs(round_, obligation, running.campaign, is_holiday)
            above = escalations(round_, obligation, running.campaign, is_holiday)
            moments += [rung.at for rung in (*steps, *(rung for rung, _ in above)) if rung.at > now]
    return min((moment for moment in moments if moment > now), default=None)
