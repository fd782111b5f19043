"""Opening rounds and planning their reminders: asked at any moment, does whatever is due and not done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from bot.domain.campaigns import Obligation, Superior
from bot.domain.deadlines import VIETNAM
from bot.domain.holidays import is_holiday
from bot.domain.ladder import Due, Rung, Window, closing, due, escalations, reaches_at, rungs, window
from bot.domain.people import STAFF_ROLES
from bot.domain.rounds import Round
from bot.reminders import announcing, drawing, local
from bot.reminders.slicing import Slices
from bot.storage import (
    Connection,
    Database,
    campaigns,
    daily_tallies,
    delegations,
    filling,
    follow_ups,
    lineages,
    moving,
    reminders,
    rounds,
    schedule,
)
from bot.storage import rungs as rung_store
from bot.storage.campaigns import CampaignState, Running

#: Slots are written down this far ahead, so that people can be told when the next one is.
AHEAD = timedelta(days=7)


async def tick(database: Database, now: datetime, *, metered: Collection[str] = ()) -> int:
    """Do everything that is due now; returns the number of messages planned. Repeating it is a no-op.

    `metered`: the channels that have a quota. Work is cut into short transactions, so that conversations
    go on meanwhile.
    """
    await database.write(lambda conn: moving.settle_merges(conn, now))
    await database.write(lambda conn: delegations.end_lapsed(conn, now))
    await _write_trees(database)
    await _open_rounds(database, now)
    await _keep_tallies(database, now.astimezone(VIETNAM).date())
    queued = await database.write(lambda conn: follow_ups.queue_due(conn, now))
    plans = await database.read(lambda conn: _plans(conn, now))
    local_plans = await database.read(lambda conn: local.plans(conn, now))
    # A head's digest of the day takes the place of the head's own reminder, so all of them go first.
    for plan in plans:
        queued += await _tell_heads(database, plan, now)
    for own in local_plans:
        queued += await database.write(partial(local.tell_heads, own, now))
    for plan in plans:
        if plan.closing is not None:
            queued += await _tell_result(database, plan, plan.closing, now)
        if plan.own is not None:
            queued += await _plan_people(database, plan, plan.own, now)
            queued -= await drawing.spare_told(database, plan.own)
        await database.write(partial(_mark, plan.round_, plan.todo.now, plan.todo.skipped, now))
    for own in local_plans:
        queued += await local.remind(database, own, now)
    await drawing.draw(database, now)
    return queued + await announcing.queue(database, now, metered)


def open_rounds(conn: Connection, now: datetime) -> None:
    """Write down the slots of the coming days, and open the rounds whose time has come, all at once."""
    for day in lineages.unwritten(conn):
        lineages.build(conn, day)
    _write_slots(conn, now)
    for round_ in rounds.due_to_open(conn, now):
        filling.open_round(conn, campaigns.get(conn, round_.campaign_id), round_, now)


async def _write_trees(database: Database) -> None:
    """The trees of campaigns that started, a slice at a time."""
    for day in await database.read(lineages.unwritten):
        while await database.write(partial(_tree_slice, day)):
            pass


def _tree_slice(day: date, conn: Connection) -> bool:
    return lineages.build_slice(conn, day)


async def _open_rounds(database: Database, now: datetime) -> None:
    """The same as `open_rounds`, a slice at a time; what a stop left half open is taken up again."""
    await database.write(lambda conn: _write_slots(conn, now))
    for round_ in await database.read(lambda conn: rounds.due_to_open(conn, now)):
        await database.write(partial(_begin, round_, now))
    for round_ in await database.read(filling.unfinished):
        after: int | None = 0
        while after is not None:
            after = await database.write(partial(_fill, round_, after))


async def _keep_tallies(database: Database, today: date) -> None:
    """How units stood when the day began, once a day; the first look of a day comes soon after midnight."""
    unkept = await database.read(lambda conn: daily_tallies.unkept(conn, today))
    for one in unkept:
        after: int | None = 0
        while after is not None:
            after = await database.write(partial(_keep_slice, one, today, after))
    is_more = bool(unkept)
    while is_more:
        is_more = await database.write(partial(_forget_slice, today))


def _forget_slice(today: date, conn: Connection) -> bool:
    return daily_tallies.forget_slice(conn, today)


def _keep_slice(one: daily_tallies.Open, today: date, after: int, conn: Connection) -> int | None:
    return daily_tallies.keep_slice(conn, one, today, after)


def _begin(round_: Round, now: datetime, conn: Connection) -> None:
    filling.begin(conn, round_, now)


def _fill(round_: Round, after: int, conn: Connection) -> int | None:
    return filling.fill_slice(conn, campaigns.get(conn, round_.campaign_id), round_, after)


def _write_slots(conn: Connection, now: datetime) -> None:
    today = now.astimezone(VIETNAM).date()
    for running in campaigns.every(conn):
        if running.state is CampaignState.RUNNING:
            rounds.add_rounds(conn, schedule.slot_rounds(running, _known_until(conn, running), today + AHEAD))


def _known_until(conn: Connection, running: Running) -> date:
    """The day from which slots may be missing: however long the program was down, none is left out."""
    rhythms = [obligation.id for obligation in running.campaign.obligations if obligation.cadences]
    known, started = rounds.last_slots(conn, running.id), running.started_at.astimezone(VIETNAM).date()
    return min((known.get(name, started) for name in rhythms), default=started)


def _chased(conn: Connection, now: datetime) -> list[tuple[Running, Round]]:
    """The opened rounds of running campaigns whose ladder may still have steps."""
    return [
        (running, round_)
        for running in campaigns.every(conn)
        if running.state is CampaignState.RUNNING
        for round_ in rounds.rounds_of(conn, running.id)
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
    above: tuple[tuple[Rung, Superior], ...]  #: escalations
    window: Window  #: for digests, one a person a day
    own: Window | None  #: for those who owe; None: nobody is reminded
    closing: Rung | None  #: the round has closed, and nobody was told how it ended


def _plans(conn: Connection, now: datetime) -> list[_Plan]:
    """What is due of the opened rounds of running campaigns."""
    found = []
    for running, round_ in _chased(conn, now):
        obligation = running.campaign.obligation(round_.obligation)
        done = rung_store.done(conn, round_.id)
        if filling.FILLING in done:
            continue
        todo = due(rungs(round_, obligation, running.campaign, is_holiday), done, now)
        above = tuple(
            (rung, whom)
            for rung, whom in escalations(round_, obligation, running.campaign, is_holiday)
            if rung.key not in done and rung.at <= now
        )
        closed = closing(round_, obligation)
        if closed is not None and (closed.key in done or closed.at > now):
            closed = None
        if todo.now or todo.skipped or above or closed:
            found.append(
                _Plan(
                    running=running,
                    round_=round_,
                    todo=todo,
                    above=above,
                    window=window(round_, obligation, running.campaign, is_holiday, now),
                    own=_own_window(running, round_, todo, now),
                    closing=closed,
                )
            )
    return found


def _own_window(running: Running, round_: Round, todo: Due, now: datetime) -> Window | None:
    """When those who owe are reminded; not at all where that would come too late to be of use."""
    obligation = running.campaign.obligation(round_.obligation)
    for rung in todo.now:
        planned = window(round_, obligation, running.campaign, is_holiday, now, rung.key)
        return planned if planned.due_at < planned.expires_at else None
    return None


async def _tell_result(database: Database, plan: _Plan, closed: Rung, now: datetime) -> int:
    """Whoever asked for a round, or answers for the rhythm, hears how it ended; late rather than never."""
    round_, campaign = plan.round_, plan.running.campaign
    ladder = campaign.obligation(round_.obligation).ladder
    role = ladder.close_to if ladder is not None else None
    people = await database.read(
        lambda conn: reminders.concluding(conn, round_.id, plan.running.tree_on, round_.asked_by, role, now)
    )
    queued = 0
    for some in reminders.slices(people):
        queued += await database.write(
            partial(_queue_results, round_.id, some, reaches_at(now, campaign), now)
        )
    await database.write(partial(_mark, round_, (closed,), (), now))
    return queued


def _queue_results(
    round_id: int, people: Sequence[int], at: datetime, now: datetime, conn: Connection
) -> int:
    return reminders.queue_results(conn, round_id, people, at, now)


async def _tell_heads(database: Database, plan: _Plan, now: datetime) -> int:
    """Queue the digests of a round: for whom its escalations name, and for the heads of reminded staff."""
    round_ = plan.round_
    queued, told = 0, set[Superior]()
    for rung, whom in plan.above:
        useful = rung.at.astimezone(VIETNAM).date() == now.astimezone(VIETNAM).date()
        if useful:
            queued += await _digests(database, plan, whom, now)
            told.add(whom)
        planned, skipped = ((rung,), ()) if useful else ((), (rung,))
        await database.write(partial(_mark, round_, planned, skipped, now))
    nudged = any(rung.key != "open" for rung in plan.todo.now) and Superior.PRINCIPAL not in told
    if nudged and STAFF_ROLES & set(plan.running.campaign.obligation(round_.obligation).audience.roles):
        queued += await _digests(database, plan, Superior.PRINCIPAL, now)
    return queued


async def _digests(database: Database, plan: _Plan, whom: Superior, now: datetime) -> int:
    """Those who hear of a round are found while others write, and their digests queued a slice at a time."""
    found = await database.read(
        lambda conn: reminders.hearing(conn, plan.round_.id, plan.running.tree_on, whom, now)
    )
    queued = 0
    for some in reminders.slices(found, reminders.LISTED):
        queued += await database.write(partial(_plan_digests, some, plan.window, now))
    return queued


def _plan_digests(people: Sequence[int], planned: Window, now: datetime, conn: Connection) -> int:
    return reminders.plan_digests(conn, people, planned, now)


async def _plan_people(database: Database, plan: _Plan, planned: Window, now: datetime) -> int:
    queued, after = 0, 0
    slices = Slices(rows=reminders.SLICE)
    while True:
        more, last = await database.write(partial(_slice, plan, slices, after, planned, now))
        queued += more
        if last is None:
            return queued
        after = last


def _slice(
    plan: _Plan, slices: Slices, after: int, planned: Window, now: datetime, conn: Connection
) -> tuple[int, int | None]:
    audience = plan.running.campaign.obligation(plan.round_.obligation).audience
    return slices.take(
        lambda rows: reminders.plan_slice(conn, plan.round_.id, audience, after, planned, now, rows=rows)
    )


def _mark(
    round_: Round, planned: tuple[Rung, ...], skipped: tuple[Rung, ...], now: datetime, conn: Connection
) -> None:
    for rung in planned:
        rung_store.mark(conn, round_.id, rung.key, rung.at, "planned", now)
    for rung in skipped:
        rung_store.mark(conn, round_.id, rung.key, rung.at, "skipped", now)


def next_due(conn: Connection, now: datetime) -> datetime | None:
    """When the next thing is due: an opening, a rung, a promise to come back, the end of a grant."""
    ahead = (follow_ups.next_due(conn), delegations.next_end(conn, now))
    moments = [moment for moment in ahead if moment is not None]
    moments += local.moments(conn, now)
    for running in campaigns.every(conn):
        if running.state is not CampaignState.RUNNING:
            continue
        for round_ in rounds.rounds_of(conn, running.id):
            if round_.opened_at is None:
                moments.append(round_.opens_at)
                continue
            obligation = running.campaign.obligation(round_.obligation)
            if _over(obligation, round_, now):
                continue
            steps = rungs(round_, obligation, running.campaign, is_holiday)
            above = escalations(round_, obligation, running.campaign, is_holiday)
            closed = closing(round_, obligation)
            moments += [closed.at] if closed is not None else []
            moments += [rung.at for rung in (*steps, *(rung for rung, _ in above)) if rung.at > now]
    return min((moment for moment in moments if moment > now), default=None)
