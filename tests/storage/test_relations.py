"""Where a unit lies seen from another: what rights follow from, and who may only look."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.people import Role
from bot.domain.permissions import Action, Relation, may
from bot.storage import Connection, relations, tallies, unit_changes, units
from bot.storage.unit_parents import Link
from tests.storage.test_units import COMMUNES, IN_2020, IN_2026, MOVED
from tests.storage.world import (
    TODAY,
    TREE,
    at,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)


def seen(conn: Connection, held_in: str, other: str, on: date) -> Relation:
    return relations.relation(conn, unit_id(conn, held_in), unit_id(conn, other), on)


@pytest.mark.parametrize(
    ("held_in", "other", "relation"),
    [
        ("C", "C", Relation.OWN),
        ("C", "C-10A1", Relation.INSIDE_SCHOOL),
        ("SO", "C", Relation.BELOW),
        ("SO", "C-10A1", Relation.BELOW),
        ("SO", "A", Relation.BELOW),
        ("P1", "A", Relation.BELOW),
        ("P1", "C", Relation.ELSEWHERE),
        ("A", "B", Relation.ELSEWHERE),
        ("A", "P1", Relation.ELSEWHERE),
        ("C-10A1", "C", Relation.ELSEWHERE),
    ],
)
@on_each_database
def test_where_a_unit_lies_seen_from_another(conn: Connection, held_in: str, other: str, relation: Relation):
    plant(conn)

    assert seen(conn, held_in, other, TODAY) is relation


@on_each_database
def test_a_district_that_was_abolished_no_longer_sees_its_schools(conn: Connection):
    plant(conn)
    units.save(conn, COMMUNES, IN_2026)

    assert seen(conn, "P1", "A", IN_2020) is Relation.BELOW
    assert seen(conn, "P1", "A", IN_2026) is Relation.ELSEWHERE
    assert seen(conn, "X1", "A", IN_2026) is Relation.BELOW


@on_each_database
def test_a_second_line_sees_a_unit_and_all_below_it_and_is_in_no_sum(conn: Connection):
    plant(conn)
    units.save(conn, [replace(TREE[4], viewers=("P1",))], TODAY)
    member(conn, "Nguyễn An", "C")
    round_ = round_of(conn, start(conn), "staff")

    assert seen(conn, "P1", "C", TODAY) is Relation.VIEWED
    assert seen(conn, "P1", "C-10A1", TODAY) is Relation.VIEWED
    assert [unit.code for unit in relations.viewed(conn, unit_id(conn, "P1"), TODAY)] == ["C"]
    assert tallies.of(conn, round_.id, unit_id(conn, "C"))["expected"] == 1
    assert tallies.of(conn, round_.id, unit_id(conn, "P1")) == {}


def test_whoever_looks_as_a_second_line_sees_numbers_and_nothing_else():
    allowed = {action for action in Action if may(Role.OFFICER, action, Relation.VIEWED)}

    assert allowed == {Action.SEE_NUMBERS}
    assert not any(
        may(role, action, Relation.VIEWED) for role in Role if role != "officer" for action in Action
    )


@on_each_database
def test_a_second_line_looks_only_on_its_days(conn: Connection):
    plant(conn)
    units.save(conn, [replace(TREE[4], viewers=("P1",), valid_from=MOVED)], TODAY)

    assert seen(conn, "P1", "C", IN_2020) is Relation.ELSEWHERE
    assert seen(conn, "P1", "C", IN_2026) is Relation.VIEWED


@on_each_database
def test_a_unit_that_ended_lies_where_it_lay_last(conn: Connection):
    plant(conn)
    units.save(conn, [*COMMUNES, replace(TREE[1], valid_to=date(2025, 6, 30))], IN_2026)

    assert units.parent(conn, unit_id(conn, "P1"), IN_2026) is None
    assert seen(conn, "SO", "P1", IN_2026) is Relation.BELOW
    assert seen(conn, "X1", "P1", IN_2026) is Relation.ELSEWHERE


@on_each_database
def test_a_unit_that_is_to_come_lies_where_it_will(conn: Connection):
    plant(conn)
    units.save(conn, COMMUNES, IN_2020)

    assert seen(conn, "SO", "X1", IN_2020) is Relation.BELOW


@on_each_database
def test_a_unit_that_was_merged_is_the_other_one(conn: Connection):
    plant(conn)
    old, new = units.by_code(conn, "A"), units.by_code(conn, "B")
    assert old
    assert new
    unit_changes.merge(conn, [old], new, MOVED, at(2, month=3, year=2026))

    assert seen(conn, "B", "A", IN_2020) is Relation.ELSEWHERE
    assert seen(conn, "B", "A", IN_2026) is Relation.OWN
    assert seen(conn, "P1", "A", IN_2026) is Relation.BELOW
    assert seen(conn, "C", "A", IN_2026) is Relation.ELSEWHERE
    assert (
        relations.merged_into(conn, new.id, IN_2026)
        == [old]
        == units.beside(conn, new.id, IN_2026, Link.SUCCESSOR)
    )


@on_each_database
def test_a_reach_holds_exactly_what_lies_below(conn: Connection):
    plant(conn)
    units.save(conn, [*COMMUNES, replace(TREE[1], valid_to=date(2025, 6, 30))], IN_2026)
    inside = {Relation.OWN, Relation.BELOW, Relation.INSIDE_SCHOOL}
    ids = units.ids_by_code(conn).values()

    for held_in in ids:
        for day in (IN_2020, IN_2026):
            found = {key for key in ids if relations.relation(conn, held_in, key, day) in inside}
            assert relations.reach(conn, [held_in], day) == found
