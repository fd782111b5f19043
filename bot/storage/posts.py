"""What becomes of somebody's post: they leave, rest, come back, go on elsewhere, lead a class.

Every change takes with it what follows from the post: the classes they lead, what was granted to them,
their parents' place in the class, and where they are counted in whatever is still open. Past slots and
closed campaigns stay as they were.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from bot.domain.deadlines import VIETNAM
from bot.domain.people import Membership, MembershipState, Role
from bot.domain.standings import Stopped
from bot.storage import campaigns, memberships, opening, people, rounds, schools, standings
from bot.storage.tables import lineage

_SCOPE = select(lineage.c.unit_id).where(
    lineage.c.tree_on == bindparam("on"),
    lineage.c.unit_id == bindparam("unit_id"),
    lineage.c.ancestor_id == bindparam("scope_id"),
)


def leave(conn: Connection, held: Membership, now: datetime) -> None:
    """Somebody leaves a unit: they owe nothing there any more, and count nowhere in what is open."""
    for post in _following(conn, held, now):
        _end(conn, post, now)
    if held.role is Role.PUPIL:
        _for_each_parent(conn, held, lambda parent: _end(conn, parent, now))
    _end(conn, held, now)
    for other in memberships.memberships_of(conn, held.person_id):
        if other.state is MembershipState.ACTIVE:  # whoever has another post owes it there
            opening.expect_member(conn, other, now)


def _end(conn: Connection, held: Membership, now: datetime) -> None:
    memberships.set_state(conn, held.id, MembershipState.LEFT, now)
    opening.member_left(conn, held.id, now)


def rest(conn: Connection, held: Membership, now: datetime) -> None:
    """Long leave: on the roster, expected, and not chased. What was granted to them ends."""
    for post in [held, *_following(conn, held, now)]:
        if post.granted_by is not None:
            _end(conn, post, now)
            continue
        memberships.set_state(conn, post.id, MembershipState.ON_LEAVE, now)
        for standing in opening.open_standings(conn, post.id, now):
            if standing.stopped is None:
                standings.set_stopped(conn, standing.id, Stopped.ON_LEAVE)


def come_back(conn: Connection, held: Membership, now: datetime) -> None:
    """Back from leave, or back on the roster: they owe what is open, as a newcomer does."""
    resting = [post for post in _following(conn, held, now) if post.state is MembershipState.ON_LEAVE]
    for post in [held, *resting]:
        memberships.set_state(conn, post.id, MembershipState.ACTIVE, now)
        opening.expect_member(conn, memberships.membership(conn, post.id), now)


def move(conn: Connection, held: Membership, unit_id: int, now: datetime) -> None:
    """Somebody goes on in another unit in the same role, with what they declared in what is open."""
    today = now.astimezone(VIETNAM).date()
    if held.role is Role.PUPIL:
        _for_each_parent(conn, held, lambda parent: _relocate(conn, parent, unit_id, now))
    elif schools.school_of(conn, held.unit_id, today) != schools.school_of(conn, unit_id, today):
        for post in _following(conn, held, now):
            _end(conn, post, now)
    _relocate(conn, held, unit_id, now)


def _relocate(conn: Connection, held: Membership, unit_id: int, now: datetime) -> None:
    memberships.put_into(conn, held.id, unit_id)
    for standing in opening.open_standings(conn, held.id, now):
        round_ = rounds.round_by_id(conn, standing.round_id)
        running = campaigns.get(conn, round_.campaign_id)
        asked = {
            "on": running.tree_on,
            "unit_id": unit_id,
            "scope_id": round_.scope_unit_id or running.scope_unit_id,
        }
        if conn.scalar(_SCOPE, asked) is None:  # what is asked here is not asked there
            standings.set_stopped(conn, standing.id, Stopped.LEFT)
        else:
            standings.rehome(conn, standing.id, unit_id)
    if held.state is MembershipState.ACTIVE:
        opening.expect_member(conn, memberships.membership(conn, held.id), now)


def lead(conn: Connection, person_id: int, class_id: int, now: datetime) -> None:
    """Somebody leads a class from now on; whoever led it before does no more."""
    for _, held in memberships.within(conn, [class_id], [Role.HOMEROOM], MembershipState.ACTIVE):
        if held.person_id == person_id:
            return
        _end(conn, held, now)
    post_id = memberships.add_membership(conn, person_id, class_id, Role.HOMEROOM, now)
    opening.expect_member(conn, memberships.membership(conn, post_id), now)


def stop_leading(conn: Connection, held: Membership, now: datetime) -> None:
    """Somebody leads a class no more."""
    _end(conn, held, now)


def _following(conn: Connection, held: Membership, now: datetime) -> list[Membership]:
    """What somebody holds in the same school because of a staff post: classes they lead, what was granted."""
    if held.role in (Role.PUPIL, Role.PARENT, Role.HOMEROOM):
        return []
    today = now.astimezone(VIETNAM).date()
    school = schools.school_of(conn, held.unit_id, today)
    return [
        post
        for post in memberships.memberships_of(conn, held.person_id)
        if (post.role is Role.HOMEROOM or post.granted_by is not None)
        and post.id != held.id
        and schools.school_of(conn, post.unit_id, today) == school
    ]


def _for_each_parent(conn: Connection, child: Membership, work: Callable[[Membership], None]) -> None:
    for parent in list(_only_parents(conn, child)):
        work(parent)


def _only_parents(conn: Connection, child: Membership) -> Iterator[Membership]:
    """The places in a class that parents have because of this child and of no other."""
    for guardian_id in people.guardians_of(conn, child.person_id):
        children = people.children_of(conn, guardian_id)
        if any(other.unit_id == child.unit_id and other.id != child.id for other, _ in children):
            continue
        for held in memberships.memberships_of(conn, guardian_id):
            if held.role is Role.PARENT and held.unit_id == child.unit_id:
                yield held
