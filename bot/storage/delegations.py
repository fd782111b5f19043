"""Rights that a head grants until a day: somebody acts in a role of the unit, and no longer.

The role is one more membership, with who granted it and until when. It gives no right from that moment
on: `end_lapsed` is run by the planner's tick, and before anything by the turn of whoever holds one.
"""

from datetime import UTC, datetime, time, timedelta

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.deadlines import VIETNAM
from bot.domain.messages import Lane
from bot.domain.people import Membership, MembershipState, Role
from bot.storage import audit, contacts, deliveries, memberships, opening, people
from bot.storage.tables import memberships as table

#: Most grants end at midnight; nobody is woken to be told.
_MORNING, _EVENING = time(7, 0), time(20, 30)
_NEXT = select(func.min(table.c.until)).where(
    table.c.state == MembershipState.ACTIVE.value,
    table.c.granted_by.is_not(None),
    table.c.until > bindparam("now"),
)
_LAPSED = (
    select(*memberships.COLUMNS)
    .where(
        table.c.state == MembershipState.ACTIVE.value,
        table.c.granted_by.is_not(None),
        table.c.until <= bindparam("now"),
    )
    .order_by(table.c.until, table.c.id)  # in the order of the index of grants
)
_GRANTED_IN = (
    select(*memberships.COLUMNS)
    .where(
        table.c.unit_id == bindparam("unit_id"),
        table.c.state == MembershipState.ACTIVE.value,
        table.c.granted_by.is_not(None),
        table.c.until > bindparam("now"),
    )
    .order_by(table.c.until, table.c.id)
)


def grant(
    conn: Connection,
    person_id: int,
    unit_id: int,
    role: Role,
    until: datetime,
    *,
    by: int,
    now: datetime,
    by_operator: bool = False,
) -> Membership:
    """Let somebody act in a role of a unit until a moment, in the place of what they were granted before.

    `by` is the head in whose place they act; `by_operator`: the command line did it for that head.
    """
    for held in memberships.memberships_of(conn, person_id):
        if held.unit_id == unit_id and held.granted_by is not None:
            _end(conn, held, now)
    granted = memberships.add_membership(conn, person_id, unit_id, role, now, granted_by=by, until=until)
    audit.record(
        conn,
        action="delegate",
        subject=f"membership:{granted}",
        now=now,
        person_id=None if by_operator else by,
        detail=f"{role.value} until {until.isoformat()}",
    )
    return memberships.membership(conn, granted)


def withdraw(conn: Connection, held: Membership, *, by: int | None, now: datetime) -> None:
    """What was granted ends at once; `by` is None for the operator's command line."""
    _end(conn, held, now)
    audit.record(conn, action="delegation-withdrawn", subject=f"membership:{held.id}", now=now, person_id=by)


def granted_in(conn: Connection, unit_id: int, now: datetime) -> list[Membership]:
    """Who acts in a unit now, the next to end first."""
    rows = conn.execute(_GRANTED_IN, {"unit_id": unit_id, "now": now})
    return [memberships.membership_of(row) for row in rows]


def end_lapsed(conn: Connection, now: datetime) -> int:
    """End what was granted until now, and have both people told; how many. Repeating it is a no-op."""
    lapsed = [memberships.membership_of(row) for row in conn.execute(_LAPSED, {"now": now})]
    for held in lapsed:
        _end(conn, held, now)
        audit.record(conn, action="delegation-over", subject=f"membership:{held.id}", now=now)
        for person_id in dict.fromkeys((held.person_id, held.granted_by)):
            if person_id is not None:
                _tell(conn, person_id, held, now)
    return len(lapsed)


def next_end(conn: Connection, now: datetime) -> datetime | None:
    """When the next grant ends."""
    found: datetime | None = conn.scalar(_NEXT, {"now": now})
    return found


def _end(conn: Connection, held: Membership, now: datetime) -> None:
    memberships.set_state(conn, held.id, MembershipState.LEFT, now)
    opening.member_left(conn, held.id, now)


def over(membership_id: int) -> str:
    """The kind of a delivery that says that what was granted is over; worded when it is sent."""
    return f"over:{membership_id}"


def _tell(conn: Connection, person_id: int, held: Membership, now: datetime) -> None:
    contact_id = people.person(conn, person_id).contact_id
    if contact_id is None:
        return
    deliveries.queue(
        conn,
        contact=contacts.contact_by_id(conn, contact_id),
        body=None,
        lane=Lane.ANSWER,
        kind=over(held.id),
        dedupe_key=f"{over(held.id)}:{person_id}",
        person_id=person_id,
        now=now,
        due_at=_by_day(now),
    )


def _by_day(now: datetime) -> datetime:
    """This moment, or the next morning where it is night."""
    local = now.astimezone(VIETNAM)
    if _MORNING <= local.time() < _EVENING:
        return now
    day = local.date() + timedelta(days=local.time() >= _EVENING)
    return datetime.combine(day, _MORNING, tzinfo=VIETNAM).astimezone(UTC)
