"""Rights granted until a day: one more role, no duty, and an end that comes by itself."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.domain.people import Role
from bot.reminders import planner
from bot.rosters.people import PersonRow
from bot.storage import Connection, Database, delegations, memberships, people, posts, rosters, tallies
from bot.storage.tables import audit, deliveries
from tests.storage.world import (
    STARTED,
    TODAY,
    at,
    chatting,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

UNTIL = at(26, 0)


def granted(conn: Connection) -> tuple[int, int, int]:
    """(head, deputy, the membership granted): both write from a chat."""
    plant(conn)
    head = chatting(conn, member(conn, "Hiệu Trưởng", "C", Role.PRINCIPAL))
    lan = chatting(conn, member(conn, "Trần Lan", "C"))
    made = delegations.grant(
        conn, lan.person_id, unit_id(conn, "C"), Role.DEPUTY, UNTIL, by=head.person_id, now=at(18)
    )
    return head.person_id, lan.person_id, made.id


def told(conn: Connection) -> list[tuple[int, datetime]]:
    rows = conn.execute(
        select(deliveries.c.person_id, deliveries.c.due_at)
        .where(deliveries.c.kind.like("over:%"))
        .order_by(deliveries.c.id)
    )
    return [(row.person_id, row.due_at) for row in rows]


@on_each_database
def test_a_granted_role_says_who_granted_it_and_until_when(conn: Connection):
    head, lan, made = granted(conn)

    held = memberships.membership(conn, made)
    assert (held.role, held.granted_by, held.until) == (Role.DEPUTY, head, UNTIL)
    assert [one.id for one in delegations.granted_in(conn, held.unit_id, at(25))] == [made]
    assert [person.id for person, _ in memberships.holders(conn, held.unit_id, [Role.DEPUTY])] == [lan]
    assert conn.scalar(select(audit.c.person_id).where(audit.c.action == "delegate")) == head


@on_each_database
def test_whoever_acts_owes_no_more_than_before(conn: Connection):
    granted(conn)

    running = start(conn)

    round_ = round_of(conn, running, "staff")
    assert tallies.of(conn, round_.id, unit_id(conn, "C"))["expected"] == 2


@pytest.mark.parametrize(
    ("now", "lapsed"),
    [
        pytest.param(UNTIL - timedelta(microseconds=1), False, id="the last instant"),
        pytest.param(UNTIL, True, id="the instant after"),
    ],
)
@on_each_database
def test_it_ends_at_that_instant(conn: Connection, now: datetime, lapsed: bool):
    _, lan, made = granted(conn)

    assert memberships.membership(conn, made).has_lapsed(now) is lapsed
    assert delegations.end_lapsed(conn, now) == int(lapsed)

    roles = [one.role for one in memberships.memberships_of(conn, lan)]
    assert roles == ([Role.STAFF] if lapsed else [Role.STAFF, Role.DEPUTY])


@pytest.mark.parametrize(
    ("now", "due"),
    [
        pytest.param(at(26, 0), at(26, 7), id="at night: the next morning"),
        pytest.param(at(26, 9), at(26, 9), id="by day: at once"),
        pytest.param(at(26, 22), at(27, 7), id="in the evening: tomorrow"),
    ],
)
@on_each_database
def test_both_are_told_once_and_nobody_is_woken(conn: Connection, now: datetime, due: datetime):
    head, lan, _ = granted(conn)

    for _ in range(2):
        delegations.end_lapsed(conn, now)

    assert told(conn) == [(lan, due), (head, due)]


@on_each_database
def test_what_is_granted_anew_takes_the_place_of_what_was(conn: Connection):
    head, lan, made = granted(conn)

    again = delegations.grant(
        conn, lan, unit_id(conn, "C"), Role.CLERK, at(30), by=head, now=at(19), by_operator=True
    )

    acting = delegations.granted_in(conn, unit_id(conn, "C"), at(19))
    assert [(one.id, one.role) for one in acting] == [(again.id, Role.CLERK)]
    assert made != again.id


@on_each_database
def test_what_is_withdrawn_has_ended_and_nobody_hears_of_its_day(conn: Connection):
    head, lan, made = granted(conn)

    delegations.withdraw(conn, memberships.membership(conn, made), by=head, now=at(20))

    assert [one.role for one in memberships.memberships_of(conn, lan)] == [Role.STAFF]
    assert delegations.next_end(conn, at(20)) is None
    assert delegations.end_lapsed(conn, at(27)) == 0
    assert told(conn) == []


@on_each_database
def test_whoever_leaves_or_rests_acts_no_more(conn: Connection):
    _, lan, made = granted(conn)

    posts.rest(conn, memberships.memberships_of(conn, lan)[0], at(20))
    posts.come_back(conn, memberships.memberships_of(conn, lan)[0], at(21))

    assert [one.role for one in memberships.memberships_of(conn, lan)] == [Role.STAFF]
    assert memberships.membership(conn, made).until == at(20)


@on_each_database
def test_a_list_that_is_brought_in_does_not_touch_what_was_granted(conn: Connection):
    _, lan, made = granted(conn)

    counts = rosters.save_people(
        conn, unit_id(conn, "C"), [PersonRow(row=2, full_name="Trần Lan", role=Role.STAFF)], TODAY, at(20)
    )

    assert (counts.added, counts.changed) == (0, 0)
    assert memberships.membership(conn, made).role is Role.DEPUTY
    assert [one.membership.role for one in people.candidates(conn, [unit_id(conn, "C")], Role, "lan")] == [
        Role.STAFF
    ]
    assert [one.role for one in memberships.memberships_of(conn, lan)] == [Role.STAFF, Role.DEPUTY]


async def test_the_planner_ends_what_is_over(database: Database):
    _, lan, _ = await database.write(granted)

    assert await database.read(lambda conn: planner.next_due(conn, STARTED)) == UNTIL
    for _ in range(2):
        await planner.tick(database, UNTIL)

    assert len(await database.read(told)) == 2
    held = await database.read(lambda conn: memberships.memberships_of(conn, lan))
    assert [one.role for one in held] == [Role.STAFF]
