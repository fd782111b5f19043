"""Who is reminded: set-based, so that a million reminders are a few statements.

A reminder is a delivery without words; they are found at the moment of sending, from what is owed
then. Its dedupe key, `reminder:<person>:<day>`, makes it one a person a day, however many campaigns
ask and however often the planner runs. Rounds that live for hours are asked and reminded of by
themselves: `round:<round>:<step>:<person>`. What the planner plans comes into the outbox by and by
(`planned.py`); what heads ask for, and what they are told themselves, is there at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    String,
    and_,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
    true,
    union,
    union_all,
)

from bot.domain.campaigns import Audience, Superior
from bot.domain.deadlines import VIETNAM
from bot.domain.ladder import Window
from bot.domain.messages import Lane
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.units import SCHOOL
from bot.storage import drawing, outcomes, planned, superiors
from bot.storage.planned import Intent
from bot.storage.prepared import Prepared
from bot.storage.queueing import queue_people
from bot.storage.tables import (
    guardians,
    lineage,
    memberships,
    persons,
    standings,
    units,
)

#: Standings in one slice to begin with: the writer is held for some milliseconds.
SLICE = 10_000
#: People named one by one in one statement, who come into the outbox at once; and who are only planned.
NAMED, LISTED = 500, 2_000
_HEADS = [role.value for role in HEAD_ROLES]


# --- planning -----------------------------------------------------------------------------------


def owing(round_id: Any, now: Any) -> Any:
    """The condition that a standing of a round is to be chased now."""
    return and_(
        standings.c.round_id == round_id,
        standings.c.state.in_(["missing", "partial"]),
        standings.c.stopped.is_(None),
        or_(standings.c.snoozed_until.is_(None), standings.c.snoozed_until <= now),
    )


def responsible(where: Any, audience: Audience | None = None) -> Any:
    """The ids of everybody who answers for the standings of a condition, each once.

    The respondents themselves; the guardians of pupils who write from no chat of their own; the
    heads and officers of units. With the audience of the round, only the kinds that there can be of
    them are looked for, and somebody may be found twice.
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
        .where(where, memberships.c.role == Role.PUPIL.value, persons.c.contact_id.is_(None))
    )
    heads = (
        select(memberships.c.person_id.label("person_id"))
        .join(standings, standings.c.unit_id == memberships.c.unit_id)
        .where(where, memberships.c.role.in_([*_HEADS, Role.OFFICER.value]), memberships.c.state == "active")
    )
    if audience is None:
        return union(own, guardian, heads).subquery()
    if audience.answered_by_units:
        return heads.subquery()
    return union_all(own, guardian).subquery() if Role.PUPIL in audience.roles else own.subquery()


def queue(
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


def intent_of(window: Window) -> Intent:
    """One reminder a person for the day of a window."""
    day = window.day
    return Intent(
        name=f"reminder:*:{day.isoformat()}",
        kind="reminder",
        batch=batch_of(day),
        due_at=window.due_at,
        expires_at=window.expires_at,
    )


def _queue_day(conn: Connection, people: Any, kind: str, window: Window, now: datetime) -> int:
    """One a person a day, into the outbox at once."""
    intent = intent_of(window)
    others = _untold(people, intent)
    key = intent.key(others.c.person_id)
    queued = queue(conn, others, kind, key, window.due_at, window.expires_at, now)
    _note(conn, people, intent, now)
    return queued


def _untold(people: Any, intent: Intent) -> Any:
    """Those of a set of whom an intent is not planned."""
    return select(people.c.person_id).where(~planned.told(intent, people.c.person_id)).subquery()


def _note(conn: Connection, people: Any, intent: Intent, now: datetime) -> None:
    """These are told in another way: nothing else is planned for them."""
    if on := planned.occasions_of(conn, intent, now):
        planned.add(conn, planned.addition(people, len(on), drawn=True), on, drawn=True)


def about_round(round_id: int) -> str:
    """The kind of a delivery that speaks of one round only."""
    return f"round:{round_id}"


def result_of(round_id: int) -> str:
    """The kind of a delivery that says how a round ended."""
    return f"result:{round_id}"


def _intent(round_id: int, window: Window) -> Intent:
    """One a person a day, or one a person for the step of a round that goes by itself."""
    day = intent_of(window)
    if not window.step:
        return day
    kind = about_round(round_id)
    return replace(day, name=f"{kind}:{window.step}:*", kind=kind)


_IN_ROUND = standings.c.round_id == bindparam("round_id")
_BEYOND = standings.c.home_unit_id > bindparam("after")
_SLICE_ENDS = Prepared(
    select(standings.c.home_unit_id)
    .where(_IN_ROUND, _BEYOND)
    .order_by(standings.c.home_unit_id)
    .limit(1)
    .offset(bindparam("place"))
)
_ROUND_ENDS = Prepared(select(func.max(standings.c.home_unit_id)).where(_IN_ROUND, _BEYOND))


def plan_slice(
    conn: Connection,
    round_id: int,
    audience: Audience,
    after: int,
    window: Window,
    now: datetime,
    among: Any = None,
    rows: int | None = None,
) -> tuple[int, int | None]:
    """Plan reminders for the next slice of a round: (new, last unit of it, or None at the end).

    A slice is some units whole, in the order of their ids, as the index of a round has them: `rows`
    standings (`SLICE`, if left out), or a unit more. `after` is the last unit of the slice before; 0 at
    the beginning. With `among`, a selection of unit ids, only those who are counted in one of these units.
    """
    ahead: dict[str, Any] = {"round_id": round_id, "after": after}
    last = _SLICE_ENDS.scalar(conn, **ahead, place=(rows or SLICE) - 1) or _ROUND_ENDS.scalar(conn, **ahead)
    on = planned.occasions_of(conn, _intent(round_id, window), now)
    if last is None or not on:
        return 0, None
    if among is None:
        addition = _those_who_owe(audience, len(on))
    else:
        addition = planned.addition(_in_slice(audience, standings.c.home_unit_id.in_(among)), len(on))
    return planned.add(conn, addition, on, ahead | {"last": last, "now": now}), last


@lru_cache(maxsize=64)
def _those_who_owe(audience: Audience, channels: int) -> Prepared:
    return planned.addition(_in_slice(audience, true()), channels)


def _in_slice(audience: Audience, where: Any) -> Any:
    within = and_(_BEYOND, standings.c.home_unit_id <= bindparam("last"))
    return responsible(and_(owing(bindparam("round_id"), bindparam("now")), within, where), audience)


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


def hearing(
    conn: Connection,
    round_id: int,
    on: date,
    whom: Superior,
    now: datetime,
    within: int | None = None,
    among: Any = None,
) -> list[int]:
    """The people who hear that somebody owes; with `within`, only in the subtree of that unit; with
    `among`, a selection of unit ids, only about those who are counted in one of these.
    """
    where = owing(round_id, now)
    if among is not None:
        where = and_(where, standings.c.home_unit_id.in_(among))
    people = superiors.above(whom, where, on, within)
    return list(conn.scalars(select(people.c.person_id).order_by(people.c.person_id)))


def concluding(
    conn: Connection, round_id: int, on: date, asked_by: int | None, role: Role | None, now: datetime
) -> list[int]:
    """Who hears how a round ended: whoever asked for it, else the holders of a role above those who owe."""
    if asked_by is not None:
        return [asked_by]
    if role is None:
        return []
    people = superiors.holders(role, owing(round_id, now), on)
    return list(conn.scalars(select(people.c.person_id).order_by(people.c.person_id)))


def queue_digests(conn: Connection, people: Sequence[int], window: Window, now: datetime) -> int:
    """Queue a digest each for some people, at once.

    It takes the place of their own reminder of the day, and tells them of what they owe, too.
    """
    return sum(_queue_day(conn, _named(some), "digest", window, now) for some in slices(people))


def plan_digests(conn: Connection, people: Sequence[int], window: Window, now: datetime) -> int:
    """The same, for as many as the planner finds: they come into the outbox by and by, before reminders."""
    intent, new = intent_of(window), 0
    on = planned.occasions_of(conn, replace(intent, kind="digest"), now)
    for named in map(_named, slices(people, LISTED) if on else ()):
        new += planned.add(conn, planned.addition(_untold(named, intent), len(on)), on)
    return new


def spare_told(conn: Connection, window: Window, after: int) -> tuple[int, int | None]:
    """Whoever gets a digest on the day of a window needs no reminder; for some people, as `planned.spare`."""
    return planned.spare(conn, intent_of(window), "digest", after)


def queue_results(conn: Connection, round_id: int, people: Sequence[int], at: datetime, now: datetime) -> int:
    """Queue for some people how a round ended."""
    kind, queued = result_of(round_id), 0
    for named in map(_named, slices(people)):
        key = literal(f"{kind}:") + cast(named.c.person_id, String)
        queued += queue(conn, named, kind, key, at, None, now)
    return queued


def slices(people: Sequence[int], most: int = NAMED) -> Iterator[Sequence[int]]:
    """So many people that the writer is not held for long by what is queued for them."""
    return (people[start : start + most] for start in range(0, len(people), most))


def _named(people: Sequence[int]) -> Any:
    return select(persons.c.id.label("person_id")).where(persons.c.id.in_(people)).subquery()


# --- stopping -----------------------------------------------------------------------------------


_RESPONSIBLE_FOR = Prepared(select(responsible(standings.c.id == bindparam("standing_id")).c.person_id))


def responsible_for(conn: Connection, standing_id: int) -> list[int]:
    """Everybody who could be reminded of a standing."""
    return [row.person_id for row in _RESPONSIBLE_FOR.rows(conn, standing_id=standing_id)]


def cancel(conn: Connection, people: Sequence[int], now: datetime) -> None:
    """Take back the reminders that wait for these people."""
    for person_id in people:
        outcomes.cancel_reminders(conn, person_id, now)
        drawing.cancel(conn, person_id, now)


def wait_for(conn: Connection, person_id: int) -> bool:
    """Whether a reminder still waits for a person."""
    return outcomes.has_reminders(conn, person_id) or drawing.waits(conn, person_id)
