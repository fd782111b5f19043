"""What changes a campaign, from wherever it is called: its rules, its counts and its trace."""

import json
from datetime import date, datetime, timedelta

import pytest

from bot.domain.asking import form_of
from bot.domain.deadlines import by_day
from bot.errors import InputError
from bot.reminders import planner
from bot.storage import (
    Connection,
    audit,
    campaign_changes,
    campaigns,
    local_deadlines,
    opening,
    rounds,
    standings,
    tallies,
)
from bot.storage import rungs as rung_store
from bot.storage.campaigns import CampaignState
from tests.storage.world import (
    AN_TOAN,
    BLUEZONE,
    COMPLETE,
    STARTED,
    at,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)


def refused(key: str):
    return pytest.raises(InputError, match=f"^{key}")


def trace(conn: Connection, campaign_id: int, unit: int | None = None) -> list[str]:
    subject = campaign_changes.subject(campaign_id, unit)
    return [entry.action for entry in reversed(audit.history(conn, [subject], 50))]


@on_each_database
def test_every_change_leaves_who_and_when(conn: Connection):
    plant(conn)
    head = member(conn, "Lan", "C").person_id
    running = campaign_changes.start(conn, BLUEZONE, unit_id(conn, "SO"), STARTED, head)
    planner.open_rounds(conn, STARTED)
    for state in (CampaignState.PAUSED, CampaignState.RUNNING, CampaignState.CLOSED):
        assert campaign_changes.set_state(conn, campaigns.get(conn, running.id), state, at(19), head)

    assert trace(conn, running.id) == ["start", "paused", "running", "closed"]
    last = audit.last(conn, campaign_changes.subject(running.id), "closed")
    assert last is not None
    assert (last.person_id, last.at) == (head, at(19))


@on_each_database
def test_a_state_is_entered_once_and_the_close_is_final(conn: Connection):
    plant(conn)
    running = start(conn)

    assert not campaign_changes.set_state(conn, running, CampaignState.RUNNING, at(19))
    campaign_changes.set_state(conn, running, CampaignState.CLOSED, at(19))
    closed = campaigns.get(conn, running.id)
    assert not campaign_changes.set_state(conn, closed, CampaignState.CLOSED, at(20))
    with refused("campaigns-closed-for-good"):
        campaign_changes.set_state(conn, closed, CampaignState.RUNNING, at(20))
    with refused("campaigns-closed-for-good"):
        campaign_changes.extend(conn, closed, round_of(conn, running, "staff"), at(5, month=9), at(20))
    with refused("campaigns-started-already"):
        campaign_changes.start(conn, BLUEZONE, unit_id(conn, "P1"), at(20))


@on_each_database
def test_slots_that_came_and_went_in_a_pause_are_held_against_nobody(conn: Connection):
    plant(conn)
    first = at(1, 8, month=3, year=2021)  # a Monday
    running = start(conn, AN_TOAN, now=first)
    campaign_changes.set_state(conn, running, CampaignState.PAUSED, at(2, month=3, year=2021))
    resumed = at(16, 12, month=3, year=2021)
    planner.open_rounds(conn, resumed)

    campaign_changes.set_state(conn, campaigns.get(conn, running.id), CampaignState.RUNNING, resumed)
    planner.open_rounds(conn, resumed)
    planner.open_rounds(conn, at(19, 7, 1, month=3, year=2021))

    asked = [
        round_.slot
        for round_ in rounds.rounds_of(conn, running.id)
        if round_.slot is not None and round_.opened_at is not None
    ]
    assert asked == [date(2021, 3, 1), date(2021, 3, 19)]


def declare(conn: Connection, running, name: str, unit: str, now: datetime) -> None:
    one = member(conn, name, unit)
    staff = round_of(conn, running, "staff")
    planner.open_rounds(conn, now)
    opening.expect_member(conn, one, now)
    standings.submit(
        conn, expected(conn, staff)[one.id].id, COMPLETE, by=one.person_id, channel="web", now=now
    )


@on_each_database
def test_what_came_before_the_new_deadline_is_on_time_in_every_tally(conn: Connection):
    plant(conn)
    running = start(conn)
    declare(conn, running, "Sớm", "A", at(20))
    declare(conn, running, "Trễ", "A", at(31))
    declare(conn, running, "Trễ Nữa", "C", at(31))
    declare(conn, running, "Quá Trễ", "C", at(7, month=9))
    staff = round_of(conn, running, "staff")

    campaign_changes.extend(conn, running, staff, at(6, 0, month=9), at(1, month=9))

    for unit, on_time, late in (("SO", 3, 1), ("P1", 2, 0), ("C", 1, 1)):
        tally = tallies.of(conn, staff.id, unit_id(conn, unit))
        assert (tally.get("on_time", 0), tally.get("late", 0)) == (on_time, late), unit
    form = form_of(running.campaign, "staff", None, "")
    assert tallies.everything(conn, staff.id) == tallies.recount(conn, staff.id, form, running.tree_on)


@on_each_database
def test_an_extension_moves_the_round_and_frees_the_last_steps(conn: Connection):
    plant(conn)
    running = start(conn)
    staff = round_of(conn, running, "staff")
    for key in ("open", "t-7", "t-3", "t-1", "on-day"):
        rung_store.mark(conn, staff.id, key, at(22), "planned", at(22))

    campaign_changes.extend(conn, running, staff, by_day(date(2020, 9, 5)), at(29, 12))

    assert rung_store.done(conn, staff.id) == {"open", "t-7", "t-3"}
    assert rounds.round_by_id(conn, staff.id).due_before == at(6, 0, month=9)
    entry = audit.last(conn, campaign_changes.subject(running.id), "extended")
    assert entry is not None
    assert campaign_changes.recorded(json.loads(entry.detail)["until"]) == at(6, 0, month=9)


@on_each_database
def test_an_extension_is_to_a_later_moment_to_come(conn: Connection):
    plant(conn)
    running = start(conn)
    staff, pupils = round_of(conn, running, "staff"), round_of(conn, running, "pupils")

    for round_, until, now, key in (
        (staff, at(29, 0), at(20), "extend-not-later"),
        (staff, at(30, 0), at(20), "extend-not-later"),
        (staff, at(31, 0), at(1, month=9), "deadline-past"),
        (staff, at(31, year=2022), at(20), "deadline-too-far"),
        (pupils, at(5, month=9), at(20), "extend-no-deadline"),
    ):
        with refused(key):
            campaign_changes.extend(conn, running, round_, until, now)
    assert rounds.round_by_id(conn, staff.id).due_before == at(30, 0)


@on_each_database
def test_a_units_own_deadline_is_earlier_than_the_directives_and_those_above(conn: Connection):
    plant(conn)
    running = start(conn)
    staff, pupils = round_of(conn, running, "staff"), round_of(conn, running, "pupils")
    district, school = unit_id(conn, "P1"), unit_id(conn, "A")
    campaign_changes.set_local(conn, running, staff, district, at(27, 0), at(19))

    for round_, until, key in (
        (staff, at(30, 0), "deadline-not-earlier"),
        (staff, at(31, 0), "deadline-not-earlier"),
        (staff, at(27, 0), "deadline-above-earlier"),
        (staff, at(28, 0), "deadline-above-earlier"),
        (staff, at(19, 6), "deadline-past"),
    ):
        with refused(key):
            campaign_changes.set_local(conn, running, round_, school, until, at(19))
    campaign_changes.set_local(conn, running, staff, school, at(26, 0), at(19))
    campaign_changes.set_local(conn, running, pupils, school, at(5, month=9), at(19))

    on = running.tree_on
    assert [one.unit_id for one in local_deadlines.above(conn, staff.id, school, on)] == [school, district]
    assert trace(conn, running.id, school) == ["deadline", "deadline"]


@on_each_database
def test_a_local_deadline_is_changed_in_its_place_and_lifted_once(conn: Connection):
    plant(conn)
    running = start(conn)
    staff, school = round_of(conn, running, "staff"), unit_id(conn, "A")
    for day in (27, 26):
        campaign_changes.set_local(conn, running, staff, school, at(day, 0), at(19))

    (own,) = local_deadlines.of_round(conn, staff.id)
    assert (own.due_before, own.unit_id) == (at(26, 0), school)
    assert campaign_changes.lift_local(conn, running, staff, school, at(20))
    assert not campaign_changes.lift_local(conn, running, staff, school, at(20))
    assert local_deadlines.of_round(conn, staff.id) == []


@on_each_database
def test_recurring_rounds_have_no_local_deadline(conn: Connection):
    plant(conn)
    morning = at(1, 8, month=3, year=2021)
    running = start(conn, AN_TOAN, now=morning)
    slot = next(r for r in rounds.rounds_of(conn, running.id) if r.opened_at and r.slot)

    with refused("deadline-single-only"):
        campaign_changes.set_local(
            conn, running, slot, unit_id(conn, "A"), morning + timedelta(hours=2), morning
        )
