"""Class reports: what they add to the counts, and that the counts always equal a recount."""

import contextlib
from collections.abc import Mapping
from datetime import datetime, timedelta

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import func, select

from bot.domain.asking import form_of
from bot.domain.forms import Answers
from bot.domain.people import AgeBand, Membership, MembershipState, Role
from bot.domain.standings import Stopped
from bot.rosters.people import PersonRow
from bot.storage import (
    Connection,
    campaigns,
    class_reports,
    lateness,
    link_checks,
    memberships,
    opening,
    people,
    retention,
    rosters,
    rounds,
    standings,
    tallies,
)
from bot.storage.tables import class_reports as table
from tests.storage.world import (
    DEFINITIONS,
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

HAS: Answers = {"self_installed": True, "family_installed": 2, "told_others": True}
HAS_NOT: Answers = {"self_installed": False, "family_installed": 0, "reason": "later"}
CANNOT: Answers = {"self_installed": False, "family_installed": 1, "reason": "no_smartphone"}
CLASS = "C-10A1"


def pupil(conn: Connection, name: str, **facts: object) -> Membership:
    return member(conn, name, CLASS, Role.PUPIL, age_band=AgeBand.FROM_16, **facts)


def school_class(conn: Connection, size: int, campaign: str = "bluezone-hau-giang-2020") -> list[Membership]:
    """A class of so many pupils, and a campaign that asks them."""
    plant(conn)
    held = [pupil(conn, f"Học Sinh {chr(65 + n // 26)}{chr(65 + n % 26)}") for n in range(size)]
    start(conn, DEFINITIONS[campaign])
    return held


def the_round(conn: Connection) -> int:
    [running] = campaigns.every(conn)
    return round_of(conn, running, "pupils").id


def report(conn: Connection, now: datetime = at(20), **counts: int) -> None:
    teacher = member(conn, "Cô Lan", "C")
    standings.report_class(
        conn, the_round(conn), unit_id(conn, CLASS), counts, by=teacher.person_id, channel="web", now=now
    )


def declares(conn: Connection, one: Membership, answers: Answers, now: datetime = at(20)) -> None:
    [running] = campaigns.every(conn)
    standing = expected(conn, round_of(conn, running, "pupils"))[one.id]
    standings.submit(conn, standing.id, answers, by=one.person_id, channel="web", now=now)


def counts(conn: Connection, code: str = CLASS, *wanted: str) -> dict[str, int]:
    tally = tallies.of(conn, the_round(conn), unit_id(conn, code))
    return {name: tally.get(name, 0) for name in wanted or ("expected", "declared", "installed", "unable")}


def recount_differs(conn: Connection) -> list[str]:
    wrong = []
    for running in campaigns.every(conn):
        for round_ in rounds.rounds_of(conn, running.id):
            form = form_of(running.campaign, round_.obligation, round_.question, round_.label)
            kept = tallies.everything(conn, round_.id)
            if kept != tallies.recount(conn, round_.id, form, running.tree_on):
                wrong.append(round_.obligation)
    return wrong


@on_each_database
def test_the_numbers_of_a_class_count_in_it_and_in_everything_above(conn: Connection):
    school_class(conn, 42)

    report(conn, yes=38, no_smartphone=4)

    in_class = counts(conn)
    assert in_class == {"expected": 42, "declared": 42, "installed": 38, "unable": 4}
    assert counts(conn, "C") == counts(conn, "SO") == in_class
    assert counts(conn, CLASS, "complete", "on_time", "stopped") == {
        "complete": 38,
        "on_time": 42,
        "stopped": 0,
    }
    assert recount_differs(conn) == []


@on_each_database
def test_pupils_who_declare_afterwards_are_not_counted_twice(conn: Connection):
    held = school_class(conn, 42)
    report(conn, yes=38, no_smartphone=4)

    declares(conn, held[0], HAS)
    declares(conn, held[1], CANNOT)

    assert counts(conn) == {"expected": 42, "declared": 42, "installed": 38, "unable": 4}
    assert counts(conn, CLASS, "family-installed", "told-others") == {"family-installed": 3, "told-others": 1}
    assert recount_differs(conn) == []


@on_each_database
def test_what_pupils_declared_stays_as_they_declared_it(conn: Connection):
    held = school_class(conn, 4)
    for one in held[:3]:
        declares(conn, one, HAS_NOT)

    report(conn, yes=4)

    assert counts(conn) == {"expected": 4, "declared": 4, "installed": 1, "unable": 0}


@on_each_database
def test_a_new_report_takes_the_place_of_the_old_one_which_is_kept(conn: Connection):
    school_class(conn, 10)
    report(conn, yes=3)
    report(conn, now=at(21), yes=8, no=1)

    assert counts(conn) == {"expected": 10, "declared": 9, "installed": 8, "unable": 0}
    kept = conn.execute(select(table.c.revision, table.c.counts, table.c.submitted_at).order_by("revision"))
    assert [tuple(row) for row in kept] == [(1, {"yes": 3}, at(20)), (2, {"yes": 8, "no": 1}, at(21))]
    assert recount_differs(conn) == []


@on_each_database
def test_a_class_that_shrinks_or_grows_is_counted_anew(conn: Connection):
    held = school_class(conn, 3)
    report(conn, yes=3)

    memberships.set_state(conn, held[0].id, MembershipState.LEFT, at(21))
    opening.member_left(conn, held[0].id, at(21))
    assert counts(conn, CLASS, "expected", "declared") == {"expected": 2, "declared": 2}

    newcomer = pupil(conn, "Học Sinh Mới")
    opening.expect_member(conn, newcomer, at(22))
    assert counts(conn, CLASS, "expected", "declared") == {"expected": 3, "declared": 3}
    rosters.save_people(
        conn,
        unit_id(conn, "C"),
        [PersonRow(row=2, full_name="Học Sinh Sau", role=Role.PUPIL, class_name="10A1")],
        TODAY,
        at(22),
    )
    assert counts(conn, CLASS, "expected", "declared") == {"expected": 4, "declared": 3}
    assert recount_differs(conn) == []


@on_each_database
def test_those_without_a_smartphone_on_the_roster_are_those_of_the_report(conn: Connection):
    plant(conn)
    for n in range(6):
        pupil(conn, f"Học Sinh {chr(65 + n)}", has_smartphone=False if n < 2 else None)
    start(conn)

    report(conn, yes=4, no_smartphone=2)

    assert counts(conn) == {"expected": 4, "declared": 4, "installed": 4, "unable": 0}


def listed(name: str, *, has_smartphone: bool | None) -> PersonRow:
    return PersonRow(row=2, full_name=name, role=Role.PUPIL, class_name="10A1", has_smartphone=has_smartphone)


@on_each_database
def test_whoever_has_no_smartphone_any_more_is_not_expected_and_is_again_with_one(conn: Connection):
    held = school_class(conn, 3)
    name = people.person(conn, held[0].person_id).full_name
    report(conn, yes=2, no_smartphone=1)

    for has_one, expects in ((False, 2), (False, 2), (True, 3)):
        row = listed(name, has_smartphone=has_one)
        rosters.save_people(conn, unit_id(conn, "C"), [row], TODAY, at(21))
        assert counts(conn, CLASS, "expected", "declared") == {"expected": expects, "declared": expects}
        assert recount_differs(conn) == []


@on_each_database
def test_whoever_has_installed_it_has_a_smartphone_whatever_a_list_says(conn: Connection):
    held = school_class(conn, 2)
    declares(conn, held[0], HAS)

    row = listed(people.person(conn, held[0].person_id).full_name, has_smartphone=False)
    rosters.save_people(conn, unit_id(conn, "C"), [row], TODAY, at(21))

    assert counts(conn, CLASS, "expected", "installed") == {"expected": 2, "installed": 1}


@on_each_database
def test_what_is_added_after_the_deadline_is_late_until_it_is_put_off(conn: Connection):
    school_class(conn, 10, "vneid-muc-2-2026")
    before, after = at(25, 16, month=12, year=2026), at(26, month=12, year=2026)

    report(conn, now=before, yes=6)
    report(conn, now=after, yes=9)
    assert counts(conn, CLASS, "on_time", "late") == {"on_time": 6, "late": 3}

    [running] = campaigns.every(conn)
    lateness.forgive(conn, the_round(conn), after + timedelta(days=1), running.tree_on)
    assert counts(conn, CLASS, "on_time", "late") == {"on_time": 9, "late": 0}
    assert recount_differs(conn) == []


@on_each_database
def test_a_repaired_tally_goes_on_from_the_recount(conn: Connection):
    held = school_class(conn, 5)
    report(conn, yes=5)
    [running] = campaigns.every(conn)
    round_id = the_round(conn)
    form = running.campaign.forms["install-pupil"]
    tallies.add(conn, round_id, unit_id(conn, CLASS), running.tree_on, {"declared": 7})

    tallies.replace(conn, round_id, tallies.recount(conn, round_id, form, running.tree_on))
    declares(conn, held[0], HAS_NOT)

    assert counts(conn) == {"expected": 5, "declared": 5, "installed": 4, "unable": 0}
    assert recount_differs(conn) == []


@on_each_database
def test_a_class_of_which_nothing_was_reported_has_no_report(conn: Connection):
    school_class(conn, 2)

    assert class_reports.latest(conn, the_round(conn), unit_id(conn, CLASS)) is None
    assert class_reports.pupils(conn, the_round(conn), unit_id(conn, CLASS)).size == 2


@on_each_database
def test_what_is_let_go_of_leaves_the_counts(conn: Connection):
    school_class(conn, 3)
    report(conn, yes=3)
    [running] = campaigns.every(conn)
    school = expected(conn, round_of(conn, running, "website-guide"))[unit_id(conn, "C")]
    link_checks.want(conn, school.id, "link", "https://thpt-c.example", at(20))

    while retention.erase_slice(conn, running.id, at(28)):
        pass

    assert class_reports.latest(conn, the_round(conn), unit_id(conn, CLASS)) is None
    assert link_checks.load(conn, school.id, "link") is None
    assert counts(conn, "SO", "declared", "installed") == {"declared": 3, "installed": 3}


class AClass(RuleBasedStateMachine):
    """Pupils come, declare, leave, lose their telephone; the teacher reports again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.conn = in_memory()
        self.held = school_class(self.conn, 3)
        self.teacher = member(self.conn, "Cô Lan", "C").person_id
        self.now = STARTED

    @rule(
        said=st.dictionaries(st.sampled_from(["yes", "no", "no_smartphone"]), st.integers(0, 6), min_size=1)
    )
    def reports(self, said: Mapping[str, int]) -> None:
        standings.report_class(
            self.conn,
            the_round(self.conn),
            unit_id(self.conn, CLASS),
            said,
            by=self.teacher,
            channel="web",
            now=self.now,
        )

    @rule(n=st.integers(0, 9), answers=st.sampled_from([HAS, HAS_NOT, CANNOT]))
    def one_declares(self, n: int, answers: Answers) -> None:
        [running] = campaigns.every(self.conn)
        standing = expected(self.conn, round_of(self.conn, running, "pupils")).get(self._one(n).id)
        if standing is not None and standing.stopped is not Stopped.LEFT:
            standings.submit(self.conn, standing.id, answers, by=self.teacher, channel="web", now=self.now)

    @rule(n=st.integers(0, 9), why=st.sampled_from([None, Stopped.DECLINED, Stopped.COMPLAINT]))
    def is_stopped(self, n: int, why: Stopped | None) -> None:
        [running] = campaigns.every(self.conn)
        standing = expected(self.conn, round_of(self.conn, running, "pupils")).get(self._one(n).id)
        if standing is not None and standing.stopped is not Stopped.LEFT:
            standings.set_stopped(self.conn, standing.id, why)

    @rule(n=st.integers(0, 9))
    def leaves(self, n: int) -> None:
        memberships.set_state(self.conn, self._one(n).id, MembershipState.LEFT, self.now)
        opening.member_left(self.conn, self._one(n).id, self.now)

    @rule(n=st.integers(0, 9), has_one=st.sampled_from([True, False, None]))
    def is_listed(self, n: int, has_one: bool | None) -> None:
        name = people.person(self.conn, self._one(n).person_id).full_name
        row = listed(name, has_smartphone=has_one)
        rosters.save_people(self.conn, unit_id(self.conn, "C"), [row], TODAY, self.now)

    @precondition(lambda self: len(self.held) < 6)
    @rule(has_one=st.sampled_from([True, False, None]))
    def comes(self, has_one: bool | None) -> None:
        self.held.append(pupil(self.conn, f"Mới {chr(65 + len(self.held))}", has_smartphone=has_one))
        opening.expect_member(self.conn, self.held[-1], self.now)

    def _one(self, n: int) -> Membership:
        return self.held[n % len(self.held)]

    @invariant()
    def the_tally_is_what_a_recount_gives(self) -> None:
        assert recount_differs(self.conn) == []

    @invariant()
    def nobody_counts_twice(self) -> None:
        found = counts(self.conn, CLASS, "expected", "declared", "pupils")
        assert found["pupils"] == found["declared"] <= found["expected"]

    @invariant()
    def every_revision_is_kept(self) -> None:
        found, newest = self.conn.execute(select(func.count(), func.max(table.c.revision))).one()
        assert (newest or 0) == found

    def teardown(self) -> None:
        with contextlib.suppress(Exception):
            self.conn.rollback()
        self.conn.close()


TestTheTallyIsARecountWithReports = AClass.TestCase
TestTheTallyIsARecountWithReports.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None, phases=[Phase.generate]
)
