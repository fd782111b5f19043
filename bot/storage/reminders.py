"""Who is reminded: set-based, so that a million reminders are a few statements.

A reminder is a delivery without words; they are found at the moment of sending, from what is owed
then. Its dedupe key, `reminder:<person>:<day>`, makes it one a person a day, however many campaigns
ask and however often the planner runs. Rounds that live for hours are asked and reminded of by
themselves: `round:<round>:<step>:<person>`.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    String,
    and_,
    bindparam,
    cast,
    delete,
    func,
    literal,
    or_,
    select,
    union,
    update,
)

from bot.domain.campaigns import Superior
from bot.domain.deadlines import VIETNAM
from bot.domain.ladder import Window
from bot.domain.messages import Lane
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.units import SCHOOL
from bot.storage import outcomes, superiors
from bot.storage.dialects import PerDialect
from bot.storage.prepared import Prepared
from bot.storage.queueing import queue_people
from bot.storage.tables import (
    follow_ups,
    guardians,
    lineage,
    memberships,
    persons,
    rungs,
    standings,
    units,
)

#: Standings in one slice: the writer is never held longer than some tens of milliseconds.
SLICE = 10_000
_HEADS = [role.value for role in HEAD_ROLES]


# --- rungs --------------------------------------------------------------------------------------

_MARK = PerDialect(lambda insert: insert(rungs).on_conflict_do_nothing())
_DONE = select(rungs.c.rung).where(rungs.c.round_id == bindparam("round_id"))
_FORGET = delete(rungs).where(
    rungs.c.round_id == bindparam("of_round"), rungs.c.rung.in_(bindparam("taken", expanding=True))
)


def done_rungs(conn: Connection, round_id: int) -> frozenset[str]:
    """The rungs of a round that were planned or skipped."""
    return frozenset(conn.scalars(_DONE, {"round_id": round_id}))


def mark(conn: Connection, round_id: int, rung: str, due_at: datetime, outcome: str, now: datetime) -> None:
    _MARK.run(
        conn,
        {"round_id": round_id, "rung": rung, "due_at": due_at, "planned_at": now, "outcome": outcome},
    )


def forget(conn: Connection, round_id: int, taken: frozenset[str]) -> None:
    """Let these rungs of a round be planned once more."""
    conn.execute(_FORGET, {"of_round": round_id, "taken": sorted(taken)})


# --- planning -----------------------------------------------------------------------------------


def owing(round_id: int, now: datetime) -> Any:
    """The condition that a standing of a round is to be chased now."""
    return and_(
        standings.c.round_id == round_id,
        standings.c.state.in_(["missing", "partial"]),
        standings.c.stopped.is_(None),
        or_(standings.c.snoozed_until.is_(None), standings.c.snoozed_until <= now),
    )


def responsible(where: Any) -> Any:
    """The ids of everybody who answers for the standings of a condition.

    The respondents themselves; the guardians of pupils who write from no chat of their own; the
    heads and officers of units.
    """
    own = (
        select(memberships.c.person_id.label("person_id"))
        .join(standings, standings.c.membership_id == memberships.c.id)
        .where(where)
    )
    guardian = (
        select(guardians.c.guardian_id)
        .join(memberships, memberships.c.person_id == guardians.c.child_id)
        .join(standings, standings.c.membership_id == memberships.c.id)
        .join(persons, persons.c.id == guardians.c.child_id)
        .where(where, persons.c.contact_id.is_(None))
    )
    heads = (
        select(memberships.c.person_id)
        .join(standings, standings.c.unit_id == memberships.c.unit_id)
        .where(where, memberships.c.role.in_([*_HEADS, Role.OFFICER.value]), memberships.c.state == "active")
    )
    return union(own, guardian, heads).subquery()


def _queue(
    conn: Connection,
    people: Any,
    kind: str,
    key: Any,
    due_at: datetime,
    expires_at: datetime | None,
    now: datetime,
) -> int:
    """Queue one wordless reminder a person of a set, as a part of the broadcast of its day."""
    return queue_people(
        conn,
        people,
        lane=Lane.REMINDER,
        kind=kind,
        key=key,
        batch=batch_of(due_at.astimezone(VIETNAM).date()),
        due_at=due_at,
        expires_at=expires_at,
        now=now,
    )


def batch_of(day: date) -> str:
    """The name of the broadcast of everything that reminds on a local day."""
    return f"reminders:{day.isoformat()}"


def _queue_day(conn: Connection, people: Any, kind: str, window: Window, now: datetime) -> int:
    """One a person a day."""
    key = literal("reminder:") + cast(people.c.person_id, String) + literal(f":{window.day.isoformat()}")
    return _queue(conn, people, kind, key, window.due_at, window.expires_at, now)


def about_round(round_id: int) -> str:
    """The kind of a delivery that speaks of one round only."""
    return f"round:{round_id}"


def result_of(round_id: int) -> str:
    """The kind of a delivery that says how a round ended."""
    return f"result:{round_id}"


def _remind(conn: Connection, round_id: int, people: Any, window: Window, now: datetime) -> int:
    """One a person a day, or one a person for the step of a round that goes by itself."""
    if not window.step:
        return _queue_day(conn, people, "reminder", window, now)
    kind = about_round(round_id)
    key = literal(f"{kind}:{window.step}:") + cast(people.c.person_id, String)
    return _queue(conn, people, kind, key, window.due_at, window.expires_at, now)


def plan_slice(
    conn: Connection, round_id: int, after: int, window: Window, now: datetime, among: Any = None
) -> tuple[int, int | None]:
    """Queue reminders for the next slice of a round: (queued, last standing, or None at the end).

    With `among`, a selection of unit ids, only those who are counted in one of these units.
    """
    last = conn.scalar(
        select(func.max(standings.c.id)).where(
            standings.c.id.in_(
                select(standings.c.id)
                .where(standings.c.round_id == round_id, standings.c.id > after)
                .order_by(standings.c.id)
                .limit(SLICE)
            )
        )
    )
    if last is None:
        return 0, None
    where = and_(owing(round_id, now), standings.c.id > after, standings.c.id <= last)
    if among is not None:
        where = and_(where, standings.c.home_unit_id.in_(among))
    return _remind(conn, round_id, responsible(where), window, now), last


def plan_unit(
    conn: Connection, round_id: int, unit_id: int, on: date, window: Window, now: datetime, *, but: int
) -> int:
    """Queue reminders for those of one unit and its classes who owe: what a head's "nhắc" does.

    `but` is the person who asked for it, and needs no reminder.
    """
    inside = (
        select(lineage.c.unit_id)
        .join(units, units.c.id == lineage.c.ancestor_id)
        .where(
            lineage.c.tree_on == on,
            lineage.c.ancestor_id == unit_id,
            or_(lineage.c.depth == 0, units.c.kind == SCHOOL),
        )
    )
    where = and_(owing(round_id, now), standings.c.home_unit_id.in_(inside))
    people = responsible(where)
    others = select(people.c.person_id).where(people.c.person_id != but).subquery()
    return _queue_day(conn, others, "reminder", window, now)


def plan_digests(
    conn: Connection,
    round_id: int,
    on: date,
    whom: Superior,
    window: Window,
    now: datetime,
    within: int | None = None,
    among: Any = None,
) -> int:
    """Queue a digest for those who hear that somebody owes; with `within`, only in the subtree of that
    unit; with `among`, a selection of unit ids, only about those who are counted in one of these.

    The digest takes the place of their own reminder of the day, and tells them of what they owe, too.
    """
    where = owing(round_id, now)
    if among is not None:
        where = and_(where, standings.c.home_unit_id.in_(among))
    return _queue_day(conn, superiors.above(whom, where, on, within), "digest", window, now)


def plan_results(
    conn: Connection,
    round_id: int,
    on: date,
    asked_by: int | None,
    role: Role | None,
    at: datetime,
    now: datetime,
) -> int:
    """Queue how a round ended, for whoever asked for it, else for the holders of a role above those
    who owe.
    """
    if asked_by is not None:
        people = select(literal(asked_by).label("person_id")).subquery()
    elif role is not None:
        people = superiors.holders(role, owing(round_id, now), on)
    else:
        return 0
    kind = result_of(round_id)
    return _queue(conn, people, kind, literal(f"{kind}:") + cast(people.c.person_id, String), at, None, now)


# --- stopping -----------------------------------------------------------------------------------


_RESPONSIBLE_FOR = Prepared(select(responsible(standings.c.id == bindparam("standing_id")).c.person_id))


def responsible_for(conn: Connection, standing_id: int) -> list[int]:
    """Everybody who could be reminded of a standing."""
    return [row.person_id for row in _RESPONSIBLE_FOR.rows(conn, standing_id=standing_id)]


def cancel(conn: Connection, people: Sequence[int], now: datetime) -> None:
    """Take back the reminders that wait for these people."""
    for person_id in people:
        outcomes.cancel_reminders(conn, person_id, now)


# --- coming back to somebody --------------------------------------------------------------------

_FOLLOW_UP = PerDialect(
    lambda insert: (statement := insert(follow_ups)).on_conflict_do_update(
        index_elements=["person_id"], set_={"at": statement.excluded.at}
    )
)
_DUE_FOLLOW_UPS = select(follow_ups).where(follow_ups.c.at <= bindparam("now")).order_by(follow_ups.c.at)
_SNOOZE = (
    update(standings)
    .where(standings.c.id.in_(bindparam("ids", expanding=True)))
    .values(snoozed_until=bindparam("until"))
)
_SNOOZED = select(standings.c.id).where(
    standings.c.id.in_(bindparam("ids", expanding=True)),
    standings.c.snoozed_until > bindparam("now", type_=standings.c.snoozed_until.type),
)


def follow_up(conn: Connection, person_id: int, standing_ids: Sequence[int], at: datetime) -> None:
    """Come back to somebody at a moment they named, and leave them in peace until then."""
    _FOLLOW_UP.run(conn, {"person_id": person_id, "at": at})
    conn.execute(_SNOOZE, {"ids": list(standing_ids), "until": at})


def snoozed(conn: Connection, standing_ids: Sequence[int], now: datetime) -> frozenset[int]:
    """Which of these somebody asked to be left in peace about until later."""
    return frozenset(conn.scalars(_SNOOZED, {"ids": list(standing_ids), "now": now}))


def wake(conn: Connection, person_id: int, standing_ids: Sequence[int]) -> None:
    """Somebody wants reminders again: neither these nor the person wait for a later moment."""
    conn.execute(_SNOOZE, {"ids": list(standing_ids), "until": None})
    conn.execute(delete(follow_ups).where(follow_ups.c.person_id == person_id))


def queue_follow_ups(conn: Connection, now: datetime) -> int:
    """Queue what people asked to be reminded of by now; asked for, so it is not held back by hours."""
    due = conn.execute(_DUE_FOLLOW_UPS, {"now": now}).all()
    queued = 0
    for row in due:
        people = select(literal(row.person_id).label("person_id")).subquery()
        # A key of its own: whoever asks for it may hear from us twice that day.
        key = literal(f"follow-up:{row.person_id}:{row.at.isoformat()}")
        queued += _queue(conn, people, "reminder", key, now, None, now)
        conn.execute(delete(follow_ups).where(follow_ups.c.person_id == row.person_id))
    return queued


def next_follow_up(conn: Connection) -> datetime | None:
    """When the next of them is due."""
    found: datetime | None = conn.scalar(select(func.min(follow_ups.c.at)))
    return found
