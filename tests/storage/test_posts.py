"""What becomes of posts: leaving, resting, moving, leading a class; counts that always equal a recount."""

import contextlib
from datetime import datetime, timedelta

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.asking import form_of
from bot.domain.forms import Answers
from bot.domain.people import Membership, MembershipState, Role
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import Stopped
from bot.domain.units import SCHOOL
from bot.reminders import planner
from bot.storage import (
    Connection,
    campaigns,
    memberships,
    people,
    posts,
    rounds,
    school_years,
    standings,
    tallies,
    tasks,
    units,
)
from bot.storage.units import NewUnit
from tests.storage.world import (
    AN_TOAN,
    COMPLETE,
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

PUPIL: Answers = {"self_installed": True, "family_installed": 2, "told_others": True}
CLASSES = (
    NewUnit(code="C-10A2", name="Lớp 10A2", kind="class", parent="C", order=7),
    NewUnit(code="C-12A1", name="Lớp 12A1", kind="class", parent="C", order=8),
    NewUnit(code="A-6A", name="6A", kind="class", parent="A", order=9),
)
#: Another department, which asks nothing.
ELSEWHERE = (
    NewUnit(code="SO-2", name="Sở GDĐT Cần Thơ", kind="department", order=20),
    NewUnit(code="X", name="Trường THPT X", kind=SCHOOL, parent="SO-2", order=21),
)


def school(conn: Connection) -> None:
    plant(conn)
    units.save(conn, [*CLASSES, *ELSEWHERE], TODAY)


def declare(conn: Connection, round_: Round, who: Membership, answers: Answers, now: datetime) -> None:
    standing = expected(conn, round_)[who.id]
    standings.submit(conn, standing.id, answers, by=who.person_id, channel="web", now=now)


def counts(conn: Connection, round_: Round, code: str) -> tuple[int, int]:
    """(expected, declared)"""
    tally = tallies.of(conn, round_.id, unit_id(conn, code))
    return tally.get("expected", 0), tally.get("declared", 0)


def recount_differs(conn: Connection) -> list[str]:
    """The rounds whose tallies differ from a recount."""
    return [
        f"{round_.obligation} {round_.slot}"
        for running in campaigns.every(conn)
        for round_ in rounds.rounds_of(conn, running.id)
        if round_.opened_at is not None
        and tallies.everything(conn, round_.id)
        != tallies.recount(
            conn,
            round_.id,
            form_of(running.campaign, round_.obligation, round_.question, round_.label),
            running.tree_on,
        )
    ]


def state(conn: Connection, who: Membership) -> MembershipState:
    return memberships.membership(conn, who.id).state


@on_each_database
def test_who_leaves_takes_along_the_class_they_lead_and_nothing_else(conn: Connection):
    school(conn)
    lan, minh = member(conn, "Trần Lan", "C"), member(conn, "Lê Minh", "C")
    posts.lead(conn, lan.person_id, unit_id(conn, "C-10A1"), STARTED)
    posts.lead(conn, minh.person_id, unit_id(conn, "C-10A2"), STARTED)
    memberships.add_membership(conn, lan.person_id, unit_id(conn, "A"), Role.STAFF, STARTED)
    running = start(conn)
    round_ = round_of(conn, running, "staff")
    assert counts(conn, round_, "C") == (2, 0)

    posts.leave(conn, lan, at(20))

    held = memberships.memberships_of(conn, lan.person_id)
    assert [(one.role, one.unit_id) for one in held] == [(Role.STAFF, unit_id(conn, "A"))]
    # She has a post in another school: she owes it there from now on.
    assert (counts(conn, round_, "C"), counts(conn, round_, "A")) == ((1, 0), (1, 0))
    assert [one.role for one in memberships.memberships_of(conn, minh.person_id)] == [
        Role.STAFF,
        Role.HOMEROOM,
    ]


@on_each_database
def test_who_is_on_leave_is_counted_and_not_chased_and_comes_back(conn: Connection):
    school(conn)
    lan = member(conn, "Trần Lan", "C")
    posts.lead(conn, lan.person_id, unit_id(conn, "C-10A1"), STARTED)
    round_ = round_of(conn, start(conn), "staff")

    posts.rest(conn, lan, at(20))

    assert tallies.of(conn, round_.id, unit_id(conn, "C"))["stopped"] == 1
    assert counts(conn, round_, "C") == (1, 0)
    assert expected(conn, round_)[lan.id].stopped is Stopped.ON_LEAVE
    assert tasks.tasks_of(conn, lan.person_id) == []
    assert {one.state for one in memberships.memberships_of(conn, lan.person_id)} == {
        MembershipState.ON_LEAVE
    }

    posts.come_back(conn, memberships.membership(conn, lan.id), at(21))

    assert expected(conn, round_)[lan.id].owes
    assert {one.state for one in memberships.memberships_of(conn, lan.person_id)} == {MembershipState.ACTIVE}


@on_each_database
def test_who_declined_and_was_on_leave_is_still_left_in_peace(conn: Connection):
    school(conn)
    lan = member(conn, "Trần Lan", "C")
    round_ = round_of(conn, start(conn), "staff")
    standings.set_stopped(conn, expected(conn, round_)[lan.id].id, Stopped.DECLINED)

    posts.rest(conn, lan, at(20))
    posts.come_back(conn, memberships.membership(conn, lan.id), at(21))

    assert expected(conn, round_)[lan.id].stopped is Stopped.DECLINED


@on_each_database
def test_a_pupil_changes_class_with_what_was_declared_and_the_parents(conn: Connection):
    school(conn)
    ti, suu = member(conn, "Lê Tí", "C-10A1", Role.PUPIL), member(conn, "Lê Sửu", "C-10A1", Role.PUPIL)
    of_both = member(conn, "Lê Ba", "C-10A1", Role.PARENT)
    of_one = member(conn, "Trần Má", "C-10A1", Role.PARENT)
    people.add_guardian(conn, of_both.person_id, ti.person_id)
    people.add_guardian(conn, of_both.person_id, suu.person_id)
    people.add_guardian(conn, of_one.person_id, ti.person_id)
    round_ = round_of(conn, start(conn), "pupils")
    declare(conn, round_, ti, PUPIL, at(20))
    before = tallies.of(conn, round_.id, unit_id(conn, "C"))

    posts.move(conn, ti, unit_id(conn, "C-10A2"), at(21))

    assert (counts(conn, round_, "C-10A1"), counts(conn, round_, "C-10A2")) == ((1, 0), (1, 1))
    assert tallies.of(conn, round_.id, unit_id(conn, "C")) == before
    assert expected(conn, round_)[ti.id].revision == 1
    assert memberships.membership(conn, of_one.id).unit_id == unit_id(conn, "C-10A2")
    assert memberships.membership(conn, of_both.id).unit_id == unit_id(conn, "C-10A1")
    assert recount_differs(conn) == []


@pytest.mark.parametrize(
    ("to", "there", "department"),
    [pytest.param("A", (1, 1), (1, 1), id="within"), pytest.param("X", (0, 0), (0, 0), id="out of it")],
)
@on_each_database
def test_who_goes_to_another_school_is_counted_there_if_that_is_asked(
    conn: Connection, to: str, there: tuple[int, int], department: tuple[int, int]
):
    school(conn)
    lan = member(conn, "Trần Lan", "C")
    posts.lead(conn, lan.person_id, unit_id(conn, "C-10A1"), STARTED)
    round_ = round_of(conn, start(conn), "staff")
    declare(conn, round_, lan, COMPLETE, at(20))

    posts.move(conn, lan, unit_id(conn, to), at(21))

    assert counts(conn, round_, "C") == (0, 0)
    assert counts(conn, round_, to) == there
    assert counts(conn, round_, "SO") == department
    assert [one.role for one in memberships.memberships_of(conn, lan.person_id)] == [Role.STAFF]
    assert recount_differs(conn) == []


@on_each_database
def test_past_slots_and_closed_campaigns_stay_where_they_were(conn: Connection):
    school(conn)
    lan = member(conn, "Trần Lan", "C", Role.PRINCIPAL)
    definition = {
        **AN_TOAN,
        "obligations": [
            {**one, "audience": {"roles": ["staff"]}} if one["id"] == "situation" else one
            for one in AN_TOAN["obligations"]
        ],
    }
    running = start(conn, definition, now=at(19, month=2, year=2021))
    planner.open_rounds(conn, at(26, month=2, year=2021))
    slots = [
        one
        for one in rounds.rounds_of(conn, running.id)
        if one.kind is RoundKind.SLOT and one.opened_at is not None
    ]
    past, open_now = slots[0], slots[-1]
    now = at(26, 8, month=2, year=2021)
    assert past.is_late(now)
    assert not open_now.is_late(now)

    posts.move(conn, lan, unit_id(conn, "A"), now)

    assert (counts(conn, past, "C"), counts(conn, past, "A")) == ((1, 0), (0, 0))
    assert (counts(conn, open_now, "C"), counts(conn, open_now, "A")) == ((0, 0), (1, 0))
    posts.leave(conn, memberships.membership(conn, lan.id), now)
    assert counts(conn, past, "C") == (1, 0)
    assert counts(conn, open_now, "A") == (0, 0)
    assert recount_differs(conn) == []


@on_each_database
def test_one_teacher_leads_a_class_at_a_time(conn: Connection):
    school(conn)
    lan, minh = member(conn, "Trần Lan", "C"), member(conn, "Lê Minh", "C")
    class_id = unit_id(conn, "C-10A1")
    for who in (lan, lan, minh):
        posts.lead(conn, who.person_id, class_id, STARTED)

    led = memberships.within(conn, [class_id], [Role.HOMEROOM], MembershipState.ACTIVE)
    assert [person.full_name for person, _ in led] == ["Lê Minh"]


class Anything(RuleBasedStateMachine):
    """Teachers and pupils declare, leave, rest, come back, move; the school year ends."""

    def __init__(self) -> None:
        super().__init__()
        self.conn = in_memory()
        school(self.conn)
        self.members = [member(self.conn, f"Người {n}", code) for n, code in enumerate("AABCC")]
        homes = ["C-10A1", "C-10A1", "C-12A1", "A-6A", "C-10A2", "C-12A1"]
        self.members += [member(self.conn, f"Em {n}", code, Role.PUPIL) for n, code in enumerate(homes)]
        self.rooms = {code: unit_id(self.conn, code) for code in {*homes, "A", "B", "C", "X"}}
        self.running = start(self.conn)
        self.now = STARTED

    def one(self, n: int) -> Membership:
        return memberships.membership(self.conn, self.members[n % len(self.members)].id)

    @rule(hours=st.integers(1, 200))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(n=st.integers(0, 99))
    def declares(self, n: int) -> None:
        who = self.one(n)
        for task in tasks.tasks_of(self.conn, who.person_id):
            answers = COMPLETE if who.role is Role.STAFF else PUPIL
            standings.submit(
                self.conn, task.standing.id, answers, by=who.person_id, channel="web", now=self.now
            )

    @rule(n=st.integers(0, 99))
    def leaves(self, n: int) -> None:
        posts.leave(self.conn, self.one(n), self.now)

    @rule(n=st.integers(0, 99))
    def rests(self, n: int) -> None:
        if (who := self.one(n)).state is MembershipState.ACTIVE:
            posts.rest(self.conn, who, self.now)

    @rule(n=st.integers(0, 99))
    def comes_back(self, n: int) -> None:
        if (who := self.one(n)).state is not MembershipState.ACTIVE:
            posts.come_back(self.conn, who, self.now)

    @rule(n=st.integers(0, 99), to=st.integers(0, 99))
    def moves(self, n: int, to: int) -> None:
        who = self.one(n)
        classes = sorted(code for code in self.rooms if "-" in code)
        places = classes if who.role is Role.PUPIL else ["A", "B", "C", "X"]
        posts.move(self.conn, who, self.rooms[places[to % len(places)]], self.now)

    @rule(n=st.integers(0, 4), to=st.sampled_from(["C-10A1", "A-6A"]))
    def leads(self, n: int, to: str) -> None:
        posts.lead(self.conn, self.one(n).person_id, self.rooms[to], self.now)

    @rule()
    def the_school_year_ends(self) -> None:
        found = units.get(self.conn, self.rooms["C"])
        if self.now.month < 5:
            return
        day = self.now.date()
        school_years.end(self.conn, school_years.plan(self.conn, found, day, day), self.now, by=None)

    @invariant()
    def the_tally_is_what_a_recount_gives(self) -> None:
        assert recount_differs(self.conn) == []

    @invariant()
    def nobody_is_expected_twice(self) -> None:
        for round_ in rounds.rounds_of(self.conn, self.running.id):
            owners = [
                memberships.membership(self.conn, one.membership_id).person_id
                for one in expected(self.conn, round_).values()
                if one.membership_id is not None and one.stopped is not Stopped.LEFT
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
