"""People go on to another unit: with their posts, the ways in that were given out, and what they asked.

What they declared stays where it was counted. Nobody is expected twice: whoever held the same post in
both units holds one from then on.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from bot.domain.deadlines import VIETNAM
from bot.domain.people import MembershipState
from bot.domain.standings import Stopped
from bot.storage import opening
from bot.storage.tables import invites, memberships, requests, standings, unit_parents
from bot.storage.unit_parents import Link, holds_on

_HERE = memberships.c.state.in_(
    [
        state.value
        for state in MembershipState
        if state not in (MembershipState.LEFT, MembershipState.REJECTED)
    ]
)
#: Ids in one statement: databases take only so many parameters.
_MANY = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How many went on to another unit."""

    units: int = 0
    people: int = 0
    invites: int = 0

    def __add__(self, other: "Moved") -> "Moved":
        return Moved(
            units=self.units + other.units,
            people=self.people + other.people,
            invites=self.invites + other.invites,
        )


def settle_merges(conn: Connection, now: datetime) -> Moved:
    """Have everybody go on who is in a unit whose merging has come into force. Repeating it is a no-op.

    Also those who came into the old unit afterwards, by an old list for instance.
    """
    links = unit_parents.c
    left = select(memberships.c.id).where(memberships.c.unit_id == links.unit_id, _HERE).exists()
    given = select(invites.c.id).where(invites.c.unit_id == links.unit_id, invites.c.revoked_at.is_(None))
    due = conn.execute(
        select(links.unit_id, links.parent_id)
        .where(holds_on(now.astimezone(VIETNAM).date(), Link.SUCCESSOR), or_(left, given.exists()))
        .order_by(links.id)
    ).all()
    moved = sum((_everybody(conn, row.unit_id, row.parent_id, now) for row in due), Moved())
    if moved.people:
        opening.expect_newcomers(conn, now)
    return moved


def move_members(conn: Connection, ids: Collection[int], to: int, now: datetime) -> Moved:
    """Some people go on to a unit, by the ids of their memberships."""
    chosen = sorted(ids)
    people = sum(
        _post(conn, memberships.c.id.in_(chosen[start : start + _MANY]), to, now)
        for start in range(0, len(chosen), _MANY)
    )
    if people:
        opening.expect_newcomers(conn, now)
    return Moved(people=people)


def _everybody(conn: Connection, unit_id: int, to: int, now: datetime) -> Moved:
    people = _post(conn, memberships.c.unit_id == unit_id, to, now)
    given = conn.execute(
        update(invites).where(invites.c.unit_id == unit_id, invites.c.revoked_at.is_(None)).values(unit_id=to)
    )
    conn.execute(
        update(requests)
        .where(requests.c.unit_id == unit_id, requests.c.settled_at.is_(None))
        .values(unit_id=to)
    )
    return Moved(people=people, invites=given.rowcount)


def _post(conn: Connection, who: Any, to: int, now: datetime) -> int:
    """Give memberships to another unit; how many these were."""
    moved = conn.execute(
        update(memberships).where(who, _HERE, memberships.c.unit_id != to).values(unit_id=to)
    ).rowcount
    doubles = conn.execute(
        select(memberships.c.person_id, memberships.c.role)
        .where(memberships.c.unit_id == to, _HERE)
        .group_by(memberships.c.person_id, memberships.c.role)
        .having(func.count() > 1)
    ).all()
    for double in doubles:
        _make_one(conn, double.person_id, double.role, to, now)
    return moved


def _make_one(conn: Connection, person_id: int, role: str, unit_id: int, now: datetime) -> None:
    """One post out of two alike: the one in which more is owed stays, and takes over what the other owes."""
    posts = conn.execute(
        select(memberships.c.id, memberships.c.state)
        .where(
            memberships.c.person_id == person_id,
            memberships.c.role == role,
            memberships.c.unit_id == unit_id,
            _HERE,
        )
        .order_by(memberships.c.id)
    ).all()
    owed: dict[int, set[int]] = {post.id: set() for post in posts}
    living: dict[int, int] = dict.fromkeys(owed, 0)
    for row in conn.execute(
        select(standings.c.membership_id, standings.c.round_id, standings.c.stopped).where(
            standings.c.membership_id.in_(owed)
        )
    ):
        owed[row.membership_id].add(row.round_id)
        living[row.membership_id] += row.stopped != Stopped.LEFT.value
    stays = max(posts, key=lambda post: (post.state == "active", living[post.id], -post.id)).id
    for post in posts:
        if post.id == stays or owed[post.id] & owed[stays]:
            continue  # in one round under both: each keeps its own
        conn.execute(
            update(standings).where(standings.c.membership_id == post.id).values(membership_id=stays)
        )
        conn.execute(
            update(memberships)
            .where(memberships.c.id == post.id)
            .values(state=MembershipState.LEFT.value, until=now)
        )
        owed[stays] |= owed[post.id]
