"""The end of a school year: classes go up by name, the last grade leaves, what was counted stays."""

from datetime import date, timedelta

import pytest

from bot.domain.people import MembershipState, Role
from bot.errors import InputError
from bot.rosters.people import PersonRow
from bot.storage import (
    Connection,
    campaign_changes,
    campaigns,
    invites,
    memberships,
    posts,
    rosters,
    school_years,
    standings,
    tallies,
    units,
)
from bot.storage.campaigns import CampaignState
from bot.storage.school_years import Plan
from bot.storage.units import NewUnit
from tests.storage.test_posts import PUPIL, recount_differs
from tests.storage.world import (
    STARTED,
    TODAY,
    at,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

MORE = (
    NewUnit(code="C-11A1", name="Lớp 11A1", kind="class", parent="C", order=7),
    NewUnit(code="C-12A1", name="Lớp 12A1", kind="class", parent="C", order=8),
    NewUnit(code="C-NK", name="Năng khiếu", kind="class", parent="C", order=9),
)


def school(conn: Connection) -> None:
    plant(conn)
    units.save(conn, MORE, TODAY)
    for number, code in enumerate(["C-10A1", "C-11A1", "C-11A1", "C-12A1", "C-12A1", "C-NK"]):
        member(conn, f"Học Sinh {number}", code, Role.PUPIL)


def planned(conn: Connection, day: date = TODAY) -> Plan:
    return school_years.plan(conn, units.get(conn, unit_id(conn, "C")), day, day)


def names(conn: Connection, day: date) -> dict[str, str]:
    """The classes of the school on a day, by code."""
    return {unit.code: unit.name for unit in units.children(conn, unit_id(conn, "C"), day)}


@on_each_database
def test_it_is_shown_before_it_is_done(conn: Connection):
    school(conn)

    plan = planned(conn)

    assert (plan.year, plan.done) == ("2019–2020", False)
    assert [(step.unit.name, step.new_name, step.pupils) for step in plan.going_up] == [
        ("Lớp 10A1", "Lớp 11A1", 1),
        ("Lớp 11A1", "Lớp 12A1", 2),
    ]
    assert [(step.unit.name, step.pupils) for step in plan.leaving] == [("Lớp 12A1", 2)]
    assert [step.unit.name for step in plan.unclear] == ["Năng khiếu"]
    assert names(conn, TODAY)["C-12A1"] == "Lớp 12A1"


@on_each_database
def test_classes_go_up_and_the_last_grade_leaves(conn: Connection):
    school(conn)
    before = {code: unit_id(conn, code) for code in ("C-10A1", "C-11A1", "C-12A1")}

    school_years.end(conn, planned(conn), STARTED, by=None)

    tomorrow, yesterday = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
    assert names(conn, tomorrow) == {"C-11A1": "Lớp 11A1", "C-12A1": "Lớp 12A1", "C-NK": "Năng khiếu"}
    # The pupils are their class: the same unit under another name.
    assert unit_id(conn, "C-11A1") == before["C-10A1"]
    assert unit_id(conn, "C-12A1") == before["C-11A1"]
    assert unit_id(conn, "C-12A1-2020") == before["C-12A1"]
    assert units.named_on(conn, before["C-10A1"], yesterday).name == "Lớp 10A1"
    left = memberships.within(conn, [before["C-12A1"]], [Role.PUPIL], MembershipState.LEFT)
    assert len(left) == 2


@on_each_database
def test_it_is_done_once(conn: Connection):
    school(conn)
    school_years.end(conn, planned(conn), STARTED, by=None)

    later = TODAY + timedelta(days=10)
    again = planned(conn, later)
    school_years.end(conn, again, STARTED + timedelta(days=10), by=None)

    assert again.done
    assert names(conn, later)["C-11A1"] == "Lớp 11A1"
    assert not planned(conn, date(2021, 8, 1)).done


@on_each_database
def test_whoever_leaves_is_expected_nowhere_and_the_others_keep_what_they_declared(conn: Connection):
    school(conn)
    running = start(conn)
    round_ = round_of(conn, running, "pupils")
    for standing in expected(conn, round_).values():
        held = memberships.membership(conn, standing.membership_id or 0)
        standings.submit(conn, standing.id, PUPIL, by=held.person_id, channel="web", now=at(18, 12))

    school_years.end(conn, planned(conn), at(18, 13), by=None)

    tally = tallies.of(conn, round_.id, unit_id(conn, "SO"))
    assert (tally["expected"], tally["declared"]) == (4, 4)
    assert tallies.of(conn, round_.id, unit_id(conn, "C-12A1"))["declared"] == 2
    assert recount_differs(conn) == []


@on_each_database
def test_a_campaign_that_is_closed_keeps_everybody(conn: Connection):
    school(conn)
    running = start(conn)
    campaign_changes.set_state(conn, running, CampaignState.CLOSED, at(18, 12), None)

    school_years.end(conn, planned(conn), at(18, 13), by=None)

    round_ = round_of(conn, campaigns.get(conn, running.id), "pupils")
    assert tallies.of(conn, round_.id, unit_id(conn, "C"))["expected"] == 6
    assert recount_differs(conn) == []


@on_each_database
def test_homeroom_roles_and_the_ways_into_the_last_grade_end(conn: Connection):
    school(conn)
    lan = member(conn, "Trần Lan", "C")
    posts.lead(conn, lan.person_id, unit_id(conn, "C-10A1"), STARTED)
    for code, unit in (("MUOI", "C-10A1"), ("MUOIHAI1", "C-12A1"), ("MUOIHAI2", "C-12A1")):
        invites.add(
            conn, code=code, unit_id=unit_id(conn, unit), role=Role.PUPIL, now=STARTED, expires_at=None
        )

    school_years.end(conn, planned(conn), STARTED, by=None)

    assert [one.role for one in memberships.memberships_of(conn, lan.person_id)] == [Role.STAFF]
    still = [invite for code in ("MUOI", "MUOIHAI1", "MUOIHAI2") if (invite := invites.by_code(conn, code))]
    assert [invite.ended(STARTED) is None for invite in still] == [True, False, False]


@on_each_database
def test_the_first_grade_comes_with_its_list_under_the_code_that_is_free(conn: Connection):
    school(conn)
    school_years.end(conn, planned(conn), STARTED, by=None)
    tenth = PersonRow(row=2, full_name="Học Sinh Mới", role=Role.PUPIL, class_name="10A1")

    rosters.save_people(conn, unit_id(conn, "C"), [tenth], TODAY + timedelta(days=1), at(19))

    held = memberships.within(conn, [unit_id(conn, "C-10A1")], [Role.PUPIL], MembershipState.ACTIVE)
    assert [person.full_name for person, _ in held] == ["Học Sinh Mới"]


@pytest.mark.parametrize(
    ("day", "today", "key"),
    [
        (date(2021, 2, 1), date(2021, 2, 1), "error-year-not-over"),
        (date(2020, 8, 19), date(2020, 8, 18), "error-year-to-come"),
    ],
)
@on_each_database
def test_a_day_that_ends_no_year_is_refused(conn: Connection, day: date, today: date, key: str):
    plant(conn)

    with pytest.raises(InputError) as refused:
        school_years.plan(conn, units.get(conn, unit_id(conn, "C")), day, today)

    assert refused.value.key == key


@on_each_database
def test_codes_that_others_have_are_left_to_them(conn: Connection):
    plant(conn)
    taken = NewUnit(code="C-11A1", name="Câu lạc bộ", kind="class", parent="C", order=9)
    units.save(conn, [taken], TODAY)

    school_years.end(conn, planned(conn), STARTED, by=None)

    assert names(conn, TODAY) == {"C-10A1": "Lớp 11A1", "C-11A1": "Câu lạc bộ"}
    eleventh = PersonRow(row=2, full_name="Học Sinh Mới", role=Role.PUPIL, class_name="11A2")
    again = PersonRow(row=3, full_name="Học Sinh Khác", role=Role.PUPIL, class_name="10A1")
    rosters.save_people(conn, unit_id(conn, "C"), [eleventh, again], TODAY, at(19))
    assert names(conn, TODAY) == {
        "C-10A1": "Lớp 11A1",
        "C-10A1-2": "10A1",
        "C-11A1": "Câu lạc bộ",
        "C-11A2": "11A2",
    }
