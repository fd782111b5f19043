"""Who is expected in a round: once, where they are counted, from the day they come to the day they leave."""

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from sqlalchemy import func, select

from bot.domain.people import MembershipState, Role
from bot.domain.standings import Stopped
from bot.storage import Connection, campaigns, memberships, opening, people, tallies, units
from bot.storage.campaigns import CampaignState
from bot.storage.people import NewMember
from bot.storage.rounds import rounds_of
from bot.storage.tables import standings
from bot.storage.units import NewUnit
from tests.storage.world import (
    AN_TOAN,
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


def count(conn: Connection, running, obligation: str, code: str = "SO", measure: str = "expected") -> int:
    round_ = round_of(conn, running, obligation)
    return tallies.of(conn, round_.id, unit_id(conn, code)).get(measure, 0)


@on_each_database
def test_staff_means_everybody_employed(conn: Connection):
    plant(conn)
    bound = [
        member(conn, role.value, "C", role) for role in (Role.PRINCIPAL, Role.DEPUTY, Role.CLERK, Role.STAFF)
    ]
    for role in (Role.PUPIL, Role.PARENT, Role.HOMEROOM, Role.OFFICER):
        member(conn, role.value, "C-10A1", role)

    running = start(conn)

    assert set(expected(conn, round_of(conn, running, "staff"))) == {one.id for one in bound}


@on_each_database
def test_somebody_with_two_posts_is_expected_once_where_they_were_first(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "A")
    memberships.add_membership(conn, lan.person_id, unit_id(conn, "B"), Role.PRINCIPAL, STARTED)

    running = start(conn)

    assert set(expected(conn, round_of(conn, running, "staff"))) == {lan.id}
    assert {code: count(conn, running, "staff", code) for code in ("SO", "A", "B")} == {
        "SO": 1,
        "A": 1,
        "B": 0,
    }


@on_each_database
def test_a_first_post_outside_the_campaigns_part_of_the_tree_does_not_count(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    memberships.add_membership(conn, lan.person_id, unit_id(conn, "A"), Role.STAFF, STARTED)

    running = start(conn, scope="P1")

    assert count(conn, running, "staff", "A") == 1


@on_each_database
def test_a_second_post_is_not_owed_because_the_first_was_taken_up_again(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "A", state=MembershipState.LEFT)
    memberships.add_membership(conn, lan.person_id, unit_id(conn, "B"), Role.STAFF, STARTED)
    running = start(conn)

    memberships.set_state(conn, lan.id, MembershipState.ACTIVE, STARTED)
    opening.expect_newcomers(conn, STARTED)

    assert count(conn, running, "staff", "SO") == count(conn, running, "staff", "B") == 1


@pytest.mark.parametrize(
    ("has_smartphone", "owes"),
    [
        pytest.param(True, True, id="has one"),
        pytest.param(False, False, id="has none"),
        pytest.param(None, True, id="nobody knows: asked"),
    ],
)
@on_each_database
def test_only_pupils_with_a_smartphone_are_asked(conn: Connection, has_smartphone: bool | None, owes: bool):
    plant(conn)
    pupil = member(conn, "Lê Tí", "C-10A1", Role.PUPIL, has_smartphone=has_smartphone)
    running = start(conn)
    late = member(conn, "Lê Sửu", "C-10A1", Role.PUPIL, has_smartphone=has_smartphone)

    opening.expect_member(conn, late, STARTED)

    assert set(expected(conn, round_of(conn, running, "pupils"))) == ({pupil.id, late.id} if owes else set())


@on_each_database
def test_somebody_on_leave_is_in_the_count_and_not_chased(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C", state=MembershipState.ON_LEAVE)

    running = start(conn)

    assert expected(conn, round_of(conn, running, "staff"))[lan.id].stopped is Stopped.ON_LEAVE
    assert count(conn, running, "staff") == count(conn, running, "staff", measure="stopped") == 1


@pytest.mark.parametrize("state", [MembershipState.PENDING, MembershipState.LEFT, MembershipState.REJECTED])
@on_each_database
def test_who_is_not_on_the_roster_is_not_expected(conn: Connection, state: MembershipState):
    plant(conn)
    member(conn, "Trần Lan", "C", state=state)

    assert count(conn, start(conn), "staff") == 0


@on_each_database
def test_units_owe_what_is_asked_of_units(conn: Connection):
    plant(conn)

    running = start(conn)

    owing = set(expected(conn, round_of(conn, running, "website-guide")))
    assert owing == {unit_id(conn, code) for code in ("SO", "P1", "A", "B", "C")}
    assert {code: count(conn, running, "website-guide", code) for code in ("SO", "P1", "A", "C-10A1")} == {
        "SO": 5,
        "P1": 3,
        "A": 1,
        "C-10A1": 0,
    }


@on_each_database
def test_a_campaign_binds_its_part_of_the_tree_only(conn: Connection):
    plant(conn)
    member(conn, "Trong", "A")
    member(conn, "Ngoài", "C")

    running = start(conn, scope="P1")

    assert (count(conn, running, "staff", "P1"), count(conn, running, "staff", "C")) == (1, 0)


@on_each_database
def test_a_newcomer_owes_what_is_open_at_once(conn: Connection):
    plant(conn)
    running = start(conn)
    lan = member(conn, "Trần Lan", "C")

    opening.expect_member(conn, lan, at(20))
    opening.expect_member(conn, lan, at(20))  # said twice

    assert set(expected(conn, round_of(conn, running, "staff"))) == {lan.id}
    assert count(conn, running, "staff", "SO") == count(conn, running, "staff", "C") == 1


@on_each_database
def test_a_new_school_owes_what_is_open_too(conn: Connection):
    plant(conn)
    running = start(conn)

    units.save(conn, [NewUnit(code="D", name="Trường TH D", kind="school", parent="P1")], TODAY)
    opening.expect_newcomers(conn, STARTED)

    assert count(conn, running, "website-guide", "D") == 1
    assert count(conn, running, "website-guide", "SO") == 6


@on_each_database
def test_a_newcomer_elsewhere_or_in_another_role_owes_nothing(conn: Connection):
    plant(conn)
    running = start(conn, scope="P1")

    opening.expect_member(conn, member(conn, "Trần Lan", "C"), at(20))
    opening.expect_member(conn, member(conn, "Lê Tí", "A", Role.PARENT), at(20))

    assert count(conn, running, "staff", "P1") == count(conn, running, "pupils", "P1") == 0


@on_each_database
def test_a_newcomer_who_is_expected_elsewhere_already_owes_nothing_twice(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "A")
    running = start(conn)
    memberships.add_membership(conn, lan.person_id, unit_id(conn, "B"), Role.STAFF, STARTED)

    opening.expect_member(conn, memberships.memberships_of(conn, lan.person_id)[1], at(20))
    opening.expect_newcomers(conn, at(20))

    assert count(conn, running, "staff") == 1


@on_each_database
def test_who_leaves_owes_nothing_and_is_in_no_count(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    running = start(conn)

    memberships.set_state(conn, lan.id, MembershipState.LEFT, at(20))
    opening.member_left(conn, lan.id, at(20))

    round_ = round_of(conn, running, "staff")
    assert tallies.everything(conn, round_.id) == {}
    assert not expected(conn, round_)[lan.id].owes


@pytest.mark.parametrize("how", ["approved", "roster"])
@pytest.mark.parametrize("why", [MembershipState.LEFT, MembershipState.ON_LEAVE])
@on_each_database
def test_who_comes_back_owes_it_again(conn: Connection, how: str, why: MembershipState):
    plant(conn)
    lan = member(
        conn, "Trần Lan", "C", state=why if why is MembershipState.ON_LEAVE else MembershipState.ACTIVE
    )
    running = start(conn)
    if why is MembershipState.LEFT:
        opening.member_left(conn, lan.id, at(20))

    memberships.set_state(conn, lan.id, MembershipState.ACTIVE, at(25))
    if how == "approved":
        opening.expect_member(conn, replace(lan, state=MembershipState.ACTIVE), at(25))
    else:
        opening.expect_newcomers(conn, at(25))

    round_ = round_of(conn, running, "staff")
    assert expected(conn, round_)[lan.id].owes
    assert (count(conn, running, "staff"), count(conn, running, "staff", measure="stopped")) == (1, 0)


@on_each_database
def test_a_past_slot_keeps_the_roster_of_its_day(conn: Connection):
    plant(conn)
    running = start(conn, AN_TOAN, now=at(1, 8, month=3, year=2021))
    slot = next(r for r in rounds_of(conn, running.id) if r.slot == date(2021, 3, 1))

    units.save(conn, [NewUnit(code="D", name="Trường TH D", kind="school", parent="SO")], TODAY)
    opening.expect_newcomers(conn, at(1, 18, month=3, year=2021))

    assert unit_id(conn, "D") not in expected(conn, slot)


@on_each_database
def test_a_closed_campaign_asks_nobody_any_more(conn: Connection):
    plant(conn)
    running = start(conn)
    campaigns.set_state(conn, running.id, CampaignState.CLOSED, at(20, 14))
    lan = member(conn, "Trần Lan", "C")

    opening.expect_member(conn, lan, at(20))
    opening.expect_newcomers(conn, at(20))

    assert expected(conn, round_of(conn, running, "staff")) == {}


@on_each_database
def test_opening_ten_thousand_is_a_matter_of_statements(conn: Connection):
    units.save(conn, [NewUnit(code="SO", name="Sở", kind="department")], TODAY)
    schools = [NewUnit(code=f"S{n:03}", name=f"Trường {n}", kind="school", parent="SO") for n in range(200)]
    units.save(conn, schools, TODAY)
    ids = [unit_id(conn, school.code) for school in schools]
    crowd = [
        NewMember(full_name=f"Nguyễn Văn {n}", unit_id=ids[n % 200], role=Role.STAFF) for n in range(10_000)
    ]
    people.add_members(conn, crowd, STARTED)

    begun = perf_counter()
    running = start(conn)
    seconds = perf_counter() - begun

    round_ = round_of(conn, running, "staff")
    found = select(func.count()).select_from(standings).where(standings.c.round_id == round_.id)
    assert conn.scalar(found) == count(conn, running, "staff") == 10_000
    assert count(conn, running, "staff", "S007") == 50
    assert seconds < 5  # 0.3 s on a quiet machine; one statement a person would take many times as long


@on_each_database
def test_tallies_below_a_unit_come_in_the_official_order(conn: Connection):
    plant(conn)
    member(conn, "Trong", "A")
    member(conn, "Ngoài", "C")
    running = start(conn)
    round_ = round_of(conn, running, "staff")

    below = tallies.below(conn, round_.id, unit_id(conn, "SO"), running.tree_on)

    assert [(unit.code, tally["expected"]) for unit, tally in below] == [("P1", 1), ("C", 1)]
