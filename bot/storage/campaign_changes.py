"""Everything that changes a campaign: started, paused, resumed, closed, extended, given local deadlines.

The one way to do it, from a chat and from the command line. Whoever calls has checked the right; each
change is written into the audit with who and when. Raises InputError for what cannot be.
"""

import json
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, update

from bot.domain.deadlines import VIETNAM
from bot.domain.extending import taken_again
from bot.domain.holidays import is_holiday
from bot.domain.ladder import closing, escalations, rungs
from bot.domain.local_deadlines import LocalDeadline
from bot.domain.rounds import Round, RoundKind
from bot.errors import InputError
from bot.storage import audit, campaigns, lateness, local_deadlines, schedule
from bot.storage import rounds as round_store
from bot.storage import rungs as rung_store
from bot.storage.campaigns import CampaignState, Running
from bot.storage.tables import rounds

#: No deadline is set further ahead: a year is mistyped more often than meant.
FARTHEST = timedelta(days=366)


class Change(StrEnum):
    """What the audit calls it."""

    START = "start"
    PAUSED = "paused"
    RUNNING = "running"
    CLOSED = "closed"
    EXTENDED = "extended"
    DEADLINE = "deadline"
    LIFTED = "deadline-lifted"


_STATES = {
    CampaignState.PAUSED: Change.PAUSED,
    CampaignState.RUNNING: Change.RUNNING,
    CampaignState.CLOSED: Change.CLOSED,
}
_EXTEND = update(rounds).where(rounds.c.id == bindparam("round_id")).values(due_before=bindparam("until"))


def subject(campaign_id: int, unit_id: int | None = None) -> str:
    """How the audit names a campaign, or what one unit arranged in it for itself."""
    return f"campaign:{campaign_id}" if unit_id is None else f"campaign:{campaign_id}:unit:{unit_id}"


def recorded(moment: str) -> datetime:
    """A moment, UTC, as the audit holds it."""
    return datetime.fromisoformat(moment)


def _record(
    conn: Connection, campaign_id: int, change: Change, now: datetime, by: int | None, **detail: Any
) -> None:
    audit.record(
        conn,
        action=change.value,
        subject=subject(campaign_id, detail.get("unit")),
        now=now,
        person_id=by,
        detail=json.dumps(detail) if detail else "",
    )


# --- the campaign as a whole --------------------------------------------------------------------


def start(
    conn: Connection,
    definition: dict[str, Any],
    scope_unit_id: int,
    now: datetime,
    by: int | None = None,
) -> Running:
    """Put a campaign to work for a unit and everything below it. The planner opens its rounds.

    Raises InputError where a campaign of this slug was started before.
    """
    slug = str(definition["slug"])
    if campaigns.by_slug(conn, slug) is not None:
        raise InputError("campaigns-started-already", slug=slug)
    running = campaigns.start(conn, definition, scope_unit_id, now.astimezone(VIETNAM).date(), now)
    round_store.add_rounds(conn, schedule.first_rounds(running, now))
    _record(conn, running.id, Change.START, now, by)
    return running


def set_state(
    conn: Connection, running: Running, state: CampaignState, now: datetime, by: int | None = None
) -> bool:
    """Pause, resume or close; False where it stood so already. Raises InputError after the close."""
    if running.state is state:
        return False
    if running.state is CampaignState.CLOSED:
        raise InputError("campaigns-closed-for-good", title=running.campaign.title)
    campaigns.set_state(conn, running.id, state, now)
    if state is CampaignState.RUNNING:
        _pass_over(conn, running, now)
    _record(conn, running.id, _STATES[state], now, by)
    return True


def _pass_over(conn: Connection, running: Running, now: datetime) -> None:
    """What opened and closed while nobody was asked is held against nobody."""
    today = now.astimezone(VIETNAM).date()
    round_store.add_rounds(
        conn, schedule.slot_rounds(running, running.started_at.astimezone(VIETNAM).date(), today)
    )
    for round_ in round_store.rounds_of(conn, running.id):
        if round_.opened_at is None and round_.is_late(now):
            round_store.withdraw(conn, round_.id, now)


# --- deadlines ----------------------------------------------------------------------------------


def current_rounds(conn: Connection, campaign_id: int) -> list[Round]:
    """The newest open round of each obligation, and of each request an officer made."""
    latest: dict[tuple[str, str], Round] = {}
    for round_ in round_store.rounds_of(conn, campaign_id):
        if round_.opened_at is not None:
            latest[round_.obligation, round_.label] = round_
    return list(latest.values())


def check_extension(running: Running, round_: Round, until: datetime, now: datetime) -> None:
    """Raises InputError where a round cannot be extended to this first late instant."""
    _check_moment(running, round_, until, now)
    if round_.due_before is None:
        raise InputError("extend-no-deadline")
    if until <= round_.due_before:
        raise InputError("extend-not-later")


def extend(
    conn: Connection, running: Running, round_: Round, until: datetime, now: datetime, by: int | None = None
) -> None:
    """Move a round's deadline to a later instant (`until`: UTC, the first that is late).

    The ladder counts from the new last day, and what came between the two deadlines is on time.
    Raises InputError as `check_extension` does.
    """
    round_store.lock_round(conn, round_.id)
    round_ = round_store.round_by_id(conn, round_.id)
    check_extension(running, round_, until, now)
    conn.execute(_EXTEND, {"round_id": round_.id, "until": until})
    _climb_again(conn, running, round_store.round_by_id(conn, round_.id), now)
    lateness.forgive(conn, round_.id, until, running.tree_on)
    _record(
        conn,
        running.id,
        Change.EXTENDED,
        now,
        by,
        round=round_.id,
        until=until.isoformat(),
    )


def _climb_again(conn: Connection, running: Running, round_: Round, now: datetime) -> None:
    obligation = running.campaign.obligation(round_.obligation)
    steps = rungs(round_, obligation, running.campaign, is_holiday)
    above = [rung for rung, _ in escalations(round_, obligation, running.campaign, is_holiday)]
    last = closing(round_, obligation)
    done = rung_store.done(conn, round_.id)
    rung_store.forget(conn, round_.id, taken_again([*steps, *above, *([last] if last else [])], done, now))


def check_local(
    conn: Connection, running: Running, round_: Round, unit_id: int, until: datetime, now: datetime
) -> None:
    """Raises InputError where a unit cannot set this deadline (`until`: UTC, the first late instant)."""
    _check_moment(running, round_, until, now)
    if round_.kind is not RoundKind.SINGLE:
        raise InputError("deadline-single-only")
    if round_.due_before is not None and until >= round_.due_before:
        raise InputError("deadline-not-earlier")
    above = local_deadlines.above(conn, round_.id, unit_id, running.tree_on)
    if any(one.unit_id != unit_id and one.due_before <= until for one in above):
        raise InputError("deadline-above-earlier")


def set_local(
    conn: Connection,
    running: Running,
    round_: Round,
    unit_id: int,
    until: datetime,
    now: datetime,
    by: int | None = None,
) -> None:
    """Give a unit and everything below it a deadline of its own. Raises InputError as `check_local` does."""
    check_local(conn, running, round_, unit_id, until, now)
    own = local_deadlines.of_unit(conn, round_.id, unit_id)
    if own is not None and own.due_before == until:
        return
    local_deadlines.put(
        conn,
        LocalDeadline(round_id=round_.id, unit_id=unit_id, due_before=until, set_at=now, set_by=by),
    )
    _record(
        conn, running.id, Change.DEADLINE, now, by, round=round_.id, unit=unit_id, until=until.isoformat()
    )


def lift_local(
    conn: Connection, running: Running, round_: Round, unit_id: int, now: datetime, by: int | None = None
) -> bool:
    """Take a unit's own deadline away; False where it had none."""
    lifted = local_deadlines.lift(conn, round_.id, unit_id)
    if lifted:
        _record(conn, running.id, Change.LIFTED, now, by, round=round_.id, unit=unit_id)
    return lifted


def _check_moment(running: Running, round_: Round, until: datetime, now: datetime) -> None:
    if running.state is CampaignState.CLOSED:
        raise InputError("campaigns-closed-for-good", title=running.campaign.title)
    if round_.opened_at is None or round_.withdrawn_at is not None:
        raise InputError("deadline-no-round")
    if until <= now:
        raise InputError("deadline-past")
    if until > now + FARTHEST:
        raise InputError("deadline-too-far")
