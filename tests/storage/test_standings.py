"""Declaring: revisions, lateness, who is not chased, and counts that always equal a recount."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from bot.domain.forms import Answers
from bot.domain.people import MembershipState, Role
from bot.domain.standings import State, Stopped
from bot.rosters.people import PersonRow
from bot.storage import (
    Connection,
    Database,
    campaigns,
    memberships,
    opening,
    rosters,
    standings,
    tallies,
)
from bot.storage.rounds import rounds_of
from bot.storage.tables import submissions
from tests.storage.world import (
    COMPLETE,
    PARTIAL,
    SETTLED,
    STARTED,
    TODAY,
    at,
    expected,
    in_memory,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)


def teacher_who_owes(conn: Connection) -> tuple[int, int]:
    """(standing, person) of a teacher of school C in the staff round."""
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    running = start(conn)
    return expected(conn, round_of(conn, running, "staff"))[lan.id].id, lan.person_id


def declare(conn: Connection, standing: tuple[int, int], answers: Answers, now: datetime = at(20)):
    return standings.submit(conn, standing[0], answers, by=standing[1], channel="telegram", now=now)


def counts(conn: Connection, code: str = "SO") -> dict[str, int]:
    """What is not zero in the tally of the staff round."""
    running = campaigns.every(conn)[0]
    tally = tallies.of(conn, round_of(conn, running, "staff").id, unit_id(conn, code))
    return {measure: value for measure, value in tally.items() if value}


@on_each_database
def test_a_declaration_is_counted_in_the_unit_and_in_everything_above(conn: Connection):
    mine = teacher_who_owes(conn)

    standing, verdict = declare(conn, mine, COMPLETE)

    assert (standing.state, standing.late, standing.declared_at) == (State.COMPLETE, False, at(20))
    assert verdict.state is State.COMPLETE
    assert (
        counts(conn, "C")
        == counts(conn, "SO")
        == {
            "expected": 1,
            "declared": 1,
            "complete": 1,
            "on_time": 1,
            "people": 4,
            "installed": 4,
            "self-installed": 1,
            "family-total": 3,
            "family-installed": 3,
        }
    )
    assert counts(conn, "A") == {}


@on_each_database
def test_a_revision_replaces_what_was_counted_and_keeps_what_was_said(conn: Connection):
    mine = teacher_who_owes(conn)
    declare(conn, mine, PARTIAL, at(20))

    standing, _ = declare(conn, mine, COMPLETE, at(21))

    assert (standing.revision, standing.state, standing.declared_at) == (2, State.COMPLETE, at(20))
    assert counts(conn)["family-installed"] == 3
    assert standings.answers(conn, standing) == COMPLETE
    kept = conn.execute(
        select(submissions.c.revision, submissions.c.answers, submissions.c.submitted_at).order_by(
            submissions.c.revision
        )
    )
    assert [tuple(row) for row in kept] == [(1, PARTIAL, at(20)), (2, COMPLETE, at(21))]


@on_each_database
def test_nothing_is_declared_before_the_first_declaration(conn: Connection):
    mine = teacher_who_owes(conn)
    running = campaigns.every(conn)[0]
    (standing,) = expected(conn, round_of(conn, running, "staff")).values()

    assert standings.answers(conn, standing) is None
    assert counts(conn) == {"expected": 1}
    assert mine[0] == standing.id


@pytest.mark.parametrize(
    ("moment", "late"),
    [
        pytest.param(at(30, 0) - timedelta(seconds=1), False, id="29/8 23:59:59 is on time"),
        pytest.param(at(30, 0), True, id="30/8 00:00 is late"),
    ],
)
@on_each_database
def test_trước_ngày_30_ends_with_the_29th(conn: Connection, moment: datetime, late: bool):
    mine = teacher_who_owes(conn)

    standing, _ = declare(conn, mine, COMPLETE, moment)

    assert standing.late is late
    assert (counts(conn).get("on_time"), counts(conn).get("late")) == ((None, 1) if late else (1, None))


@on_each_database
def test_a_correction_after_the_deadline_does_not_make_a_timely_declaration_late(conn: Connection):
    mine = teacher_who_owes(conn)
    declare(conn, mine, PARTIAL, at(29))

    standing, _ = declare(conn, mine, COMPLETE, at(30))

    assert (standing.late, counts(conn)["on_time"]) == (False, 1)


@on_each_database
def test_when_whoever_is_left_cannot_nobody_is_chased_for_it(conn: Connection):
    mine = teacher_who_owes(conn)

    settled, _ = declare(conn, mine, SETTLED)
    assert (settled.state, settled.stopped, settled.owes) == (State.PARTIAL, Stopped.SETTLED, False)
    assert counts(conn)["stopped"] == 1

    again, _ = declare(conn, mine, PARTIAL)
    assert (again.stopped, again.owes) == (None, True)
    assert "stopped" not in counts(conn)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(Stopped.DECLINED, None, id="who declined and declares has changed their mind"),
        pytest.param(Stopped.OFFLINE, None, id="so has who wanted to report on paper"),
        pytest.param(Stopped.ASKED, Stopped.ASKED, id="who asked for peace keeps it"),
        pytest.param(Stopped.COMPLAINT, Stopped.COMPLAINT, id="and who complained"),
        pytest.param(Stopped.ON_LEAVE, Stopped.ON_LEAVE, id="leave ends on the roster"),
        pytest.param(Stopped.LEFT, Stopped.LEFT, id="who left stays out of every count"),
    ],
)
@pytest.mark.parametrize("answers", [PARTIAL, SETTLED], ids=["some can", "nobody can"])
@on_each_database
def test_a_declaration_does_not_end_a_wish_to_be_left_in_peace(
    conn: Connection, before: Stopped, after: Stopped | None, answers: Answers
):
    mine = teacher_who_owes(conn)
    standings.set_stopped(conn, mine[0], before)

    standing, _ = declare(conn, mine, answers)

    if after is None and answers is SETTLED:
        after = Stopped.SETTLED
    assert standing.stopped is after


@on_each_database
def test_an_answer_with_a_date_or_a_word_comes_back_as_it_was(conn: Connection):
    plant(conn)
    running = start(conn)
    school = unit_id(conn, "A")
    standing = expected(conn, round_of(conn, running, "website-guide"))[school]
    principal = member(conn, "Hiệu Trưởng", "A", Role.PRINCIPAL)
    answers = {"link": "https://thcs-a.edu.vn/hướng-dẫn?a=1&b='2'"}

    new, verdict = standings.submit(
        conn, standing.id, answers, by=principal.person_id, channel="web", now=at(20)
    )

    assert (verdict.state, standings.answers(conn, new)) == (State.COMPLETE, answers)


def recount_differs(conn: Connection) -> list[tuple[str, dict, dict]]:
    """Rounds whose counts are not what a recount gives."""
    wrong = []
    for running in campaigns.every(conn):
        for round_ in rounds_of(conn, running.id):
            form = running.campaign.forms[running.campaign.obligation(round_.obligation).form]
            kept = tallies.everything(conn, round_.id)
            counted = tallies.recount(conn, round_.id, form, running.tree_on)
            if kept != counted:
                wrong.append((round_.obligation, kept, counted))
    return wrong


@on_each_database
def test_a_recount_finds_a_wrong_tally_and_replaces_it(conn: Connection):
    declare(conn, teacher_who_owes(conn), COMPLETE)
    running = campaigns.every(conn)[0]
    round_ = round_of(conn, running, "staff")
    assert recount_differs(conn) == []

    tallies.add(conn, round_.id, unit_id(conn, "C"), running.tree_on, {"installed": 5})
    ((_, _, counted),) = recount_differs(conn)
    tallies.replace(conn, round_.id, counted)

    assert recount_differs(conn) == []
    assert counts(conn)["installed"] == 4


async def test_people_who_declare_at_once_while_lists_are_brought_in_are_all_counted(database: Database):
    def school(conn: Connection) -> list[tuple[int, int]]:
        plant(conn)
        held = [member(conn, f"Người {n}", "ABC"[n % 3]) for n in range(12)]
        running = start(conn)
        owing = expected(conn, round_of(conn, running, "staff"))
        return [(owing[one.id].id, one.person_id) for one in held]

    def settle(mine: tuple[int, int]) -> Callable[[Connection], object]:
        return lambda conn: declare(conn, mine, SETTLED)

    def newcomers(code: str) -> Callable[[Connection], object]:
        rows = [PersonRow(row=n, full_name=f"Mới {code} {n}", role=Role.STAFF) for n in range(3)]
        return lambda conn: rosters.save_people(conn, unit_id(conn, code), rows, TODAY, STARTED)

    mine = await database.write(school)
    work = [*map(settle, mine), *map(newcomers, "ABC")]
    await asyncio.gather(*(database.write(piece) for piece in work[::2] + work[1::2]))

    assert await database.read(recount_differs) == []
    assert (await database.read(counts))["expected"] == 12 + 9
    assert (await database.read(counts))["stopped"] == 12


class Anything(RuleBasedStateMachine):
    """Teachers come, declare, revise, ask for peace, leave and come back; lists are brought in."""

    def __init__(self) -> None:
        super().__init__()
        self.conn = in_memory()
        plant(self.conn)
        self.members = [member(self.conn, f"Người {n}", code) for n, code in enumerate("ABC")]
        self.running = start(self.conn)
        self.round = round_of(self.conn, self.running, "staff")
        self.now = STARTED

    def standing_of(self, n: int) -> int | None:
        """Of somebody who has not left."""
        found = expected(self.conn, self.round).get(self.members[n % len(self.members)].id)
        return found.id if found is not None and found.stopped is not Stopped.LEFT else None

    @rule(hours=st.integers(1, 200))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(n=st.integers(0, 9), answers=st.sampled_from([COMPLETE, PARTIAL, SETTLED]))
    def declares(self, n: int, answers: Answers) -> None:
        if (standing := self.standing_of(n)) is not None:
            standings.submit(
                self.conn, standing, answers, by=self.members[0].person_id, channel="web", now=self.now
            )

    @rule(n=st.integers(0, 9), why=st.sampled_from([None, *sorted(set(Stopped) - {Stopped.LEFT})]))
    def is_stopped(self, n: int, why: Stopped | None) -> None:
        if (standing := self.standing_of(n)) is not None:
            standings.set_stopped(self.conn, standing, why)

    @rule(n=st.integers(0, 9))
    def leaves(self, n: int) -> None:
        one = self.members[n % len(self.members)]
        memberships.set_state(self.conn, one.id, MembershipState.LEFT, self.now)
        opening.member_left(self.conn, one.id, self.now)

    @rule(n=st.integers(0, 9), post=st.sampled_from("ABC"))
    def takes_a_second_post(self, n: int, post: str) -> None:
        one = self.members[n % len(self.members)]
        memberships.add_membership(self.conn, one.person_id, unit_id(self.conn, post), Role.STAFF, self.now)
        opening.expect_member(self.conn, memberships.memberships_of(self.conn, one.person_id)[-1], self.now)

    @precondition(lambda self: len(self.members) < 6)
    @rule(code=st.sampled_from("ABC"))
    def comes(self, code: str) -> None:
        self.members.append(member(self.conn, f"Người {len(self.members)}", code))
        opening.expect_member(self.conn, self.members[-1], self.now)

    @rule(code=st.sampled_from("ABC"), names=st.sets(st.integers(0, 7)))
    def a_list_is_brought_in(self, code: str, names: set[int]) -> None:
        rows = [PersonRow(row=n, full_name=f"Người {n}", role=Role.STAFF) for n in sorted(names)]
        if rows:
            rosters.save_people(self.conn, unit_id(self.conn, code), rows, TODAY, self.now)

    @invariant()
    def the_tally_is_what_a_recount_gives(self) -> None:
        assert recount_differs(self.conn) == []

    @invariant()
    def nobody_is_expected_twice(self) -> None:
        owners = [
            memberships.membership(self.conn, membership_id).person_id
            for membership_id, standing in expected(self.conn, self.round).items()
            if standing.stopped is not Stopped.LEFT
        ]
        assert len(owners) == len(set(owners))

    def teardown(self) -> None:
        with contextlib.suppress(Exception):
            self.conn.rollback()
        self.conn.close()


TestTheTallyIsARecount = Anything.TestCase
TestTheTallyIsARecount.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None, phases=[Phase.generate]
)
