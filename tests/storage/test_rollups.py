"""Reading how units stand from the tallies alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import event

from bot.domain.forms import QuestionKind
from bot.domain.people import Role
from bot.domain.tallies import Share
from bot.reminders import planner
from bot.storage import Connection, campaigns, filling, opening, rollups, rounds, standings, units
from bot.storage.campaigns import CampaignState
from bot.storage.units import NewUnit
from tests.storage.world import (
    AN_TOAN,
    COMPLETE,
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


@contextmanager
def statements(conn: Connection) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    found: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        found.append(statement)

    event.listen(conn.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(conn.engine, "before_cursor_execute", note)


def staff_round(conn: Connection) -> tuple[Any, Any]:
    """Three teachers in A, one in B, six in C, one in the department's office; two of A have declared."""
    plant(conn)
    people = {
        code: [member(conn, f"{code} {n}", code) for n in range(size)]
        for code, size in {"A": 3, "B": 1, "C": 6, "SO": 1}.items()
    }
    running = start(conn)
    round_ = round_of(conn, running, "staff")
    owed = expected(conn, round_)
    for one in people["A"][:2]:
        standings.submit(conn, owed[one.id].id, COMPLETE, by=one.person_id, channel="web", now=at(19))
    return running, round_


@on_each_database
def test_the_units_below_come_in_official_order_with_what_they_count(conn: Connection):
    running, round_ = staff_round(conn)

    below = rollups.below(conn, round_.id, unit_id(conn, "SO"), running.tree_on)

    assert [(one.unit_id, one.expected, one.declared, one.on_time) for one in below] == [
        (unit_id(conn, "P1"), 4, 2, 2),
        (unit_id(conn, "C"), 6, 0, 0),
    ]
    assert below[0].rate == Share(part=2, whole=4)


@on_each_database
def test_a_unit_in_which_nobody_is_expected_is_not_listed(conn: Connection):
    running, _ = staff_round(conn)
    pupils = round_of(conn, running, "pupils")

    assert rollups.below(conn, pupils.id, unit_id(conn, "SO"), running.tree_on) == []


@on_each_database
def test_a_total_consists_of_the_units_below_and_of_the_units_own_people(conn: Connection):
    running, round_ = staff_round(conn)
    so, p1, a, b, c = (unit_id(conn, code) for code in ("SO", "P1", "A", "B", "C"))

    found = rollups.cells(conn, [round_.id], [so, p1], running.tree_on)

    assert found == {round_.id: {so: {so: 1, p1: 4, c: 6}, p1: {p1: 0, a: 3, b: 1}}}
    assert list(found[round_.id][so]) == [so, p1, c]


@on_each_database
def test_tallies_of_several_rounds_at_once(conn: Connection):
    running, round_ = staff_round(conn)
    pupils = round_of(conn, running, "pupils")

    found = rollups.tallies_of(conn, [round_.id, pupils.id], unit_id(conn, "P1"))

    assert found[pupils.id] == {}
    assert (found[round_.id]["expected"], found[round_.id]["declared"]) == (4, 2)


@on_each_database
def test_the_rates_of_a_level_are_those_of_its_schools_and_no_others(conn: Connection):
    running, round_ = staff_round(conn)

    def rates(level: str, scope: str = "SO") -> list[Share]:
        return rollups.rates_of_level(conn, round_.id, unit_id(conn, scope), level, running.tree_on)

    assert rates("THCS") == [Share(part=2, whole=3)]
    assert rates("THPT") == [Share(part=0, whole=6)]
    assert rates("THPT", "P1") == rates("GDTX") == []


@on_each_database
def test_units_are_called_as_they_were_on_the_day(conn: Connection):
    staff_round(conn)
    new = NewUnit(code="A", name="Trường THCS Võ Thị Sáu", kind="school", level="THCS", order=3)
    units.save(conn, [new], TODAY + timedelta(days=30))
    a = unit_id(conn, "A")

    assert rollups.named(conn, [a], TODAY)[a].name == "Trường THCS A"
    assert rollups.named(conn, [a], TODAY + timedelta(days=30))[a].name == "Trường THCS Võ Thị Sáu"


# --- what is current ----------------------------------------------------------------------------


def shown(conn: Connection, code: str, now: Any) -> list[tuple[str, str, int]]:
    """Obligation, label, and how many slots before."""
    return [
        (one.round.obligation, one.round.label, len(one.before))
        for one in rollups.current(conn, unit_id(conn, code), now)
    ]


@on_each_database
def test_what_is_due_next_comes_first_and_what_is_overdue_last(conn: Connection):
    running, _ = staff_round(conn)
    member(conn, "Lê Em", "C-10A1", Role.PUPIL)
    opening.expect_newcomers(conn, STARTED)

    assert [one for one, _, _ in shown(conn, "C", at(20))] == ["staff", "pupils", "website-guide"]
    assert [one for one, _, _ in shown(conn, "C", at(31))] == ["pupils", "website-guide", "staff"]
    assert shown(conn, "B", at(20)) == [("staff", "", 0), ("website-guide", "", 0)]
    campaigns.set_state(conn, running.id, CampaignState.CLOSED, at(21))
    assert shown(conn, "C", at(21)) == []


@on_each_database
def test_of_a_rhythm_the_newest_slot_is_shown_and_three_before_it(conn: Connection):
    plant(conn)
    running = start(conn, AN_TOAN, now=at(1, month=3, year=2021))
    for day in range(1, 31):
        moment = at(day, month=3, year=2021)
        planner.open_rounds(conn, moment)
    now = at(30, 12, month=3, year=2021)

    found = {one.round.obligation: one for one in rollups.current(conn, unit_id(conn, "A"), now)}

    slots = [found["situation"].round.slot, *(one.slot for one in found["situation"].before)]
    assert [f"{slot:%d/%m}" for slot in slots if slot] == ["29/03", "26/03", "22/03", "19/03"]
    assert found["account"].before == ()
    assert running.id == found["account"].running.id


@on_each_database
def test_an_ad_hoc_round_is_news_until_a_week_after_its_deadline(conn: Connection):
    running, _ = staff_round(conn)
    asked = rounds.ask(
        conn,
        campaign_id=running.id,
        obligation="website-guide",
        label="Số phòng học bị tốc mái",
        question=QuestionKind.AMOUNT,
        scope_unit_id=unit_id(conn, "SO"),
        asked_by=1,
        opens_at=at(19),
        due_before=at(19, 9),
    )
    filling.open_round(conn, running, asked, at(19))

    def labels(moment: Any) -> list[str]:
        return [label for _, label, _ in shown(conn, "A", moment) if label]

    assert labels(at(19, 8)) == labels(at(26, 8)) == ["Số phòng học bị tốc mái"]
    assert labels(at(26, 10)) == []
    rounds.withdraw(conn, asked.id, at(19, 8))
    assert labels(at(19, 8)) == []


# --- cost ---------------------------------------------------------------------------------------


@on_each_database
def test_a_rollup_reads_no_standing_and_asks_as_much_of_many_units_as_of_few(conn: Connection):
    running, round_ = staff_round(conn)
    so = unit_id(conn, "SO")

    with statements(conn) as asked:
        rollups.current(conn, so, at(20))
        rollups.tallies_of(conn, [round_.id], so)
        rollups.below(conn, round_.id, so, running.tree_on)
        rollups.cells(conn, [round_.id], [so], running.tree_on)
        rollups.rates_of_level(conn, round_.id, so, "THCS", running.tree_on)
        rollups.named(conn, [so], running.tree_on)

    assert len(asked) == 6  # the campaigns were read before in this transaction
    assert not any(table in statement for statement in asked for table in ("standings", "submissions"))
