"""Units and the dated tree: one parent a day, and every campaign rolls up by the tree of its own day."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from bot.errors import InputError
from bot.storage import Connection, lineages, relations, tallies, units
from bot.storage.tables import unit_names, unit_parents
from bot.storage.units import ImportCounts, NewUnit
from tests.storage.world import (
    BLUEZONE,
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

#: Since 1/7/2025 communes are where the districts were: the list that is brought in then.
MOVED = date(2025, 7, 1)
COMMUNES = (
    NewUnit(code="X1", name="UBND xã Vị Thủy", kind="commune", parent="SO", order=7, valid_from=MOVED),
    replace(TREE[2], parent="X1", valid_from=MOVED),
    replace(TREE[3], parent="X1", valid_from=MOVED),
)
IN_2020, IN_2026 = TODAY, date(2026, 3, 2)


def parent_of(conn: Connection, code: str, on: date) -> str | None:
    found = units.parent(conn, unit_id(conn, code), on)
    return None if found is None else found.code


def viewers_of(conn: Connection, code: str, on: date) -> set[str]:
    looked_at = unit_id(conn, code)
    return {
        unit.code
        for unit in (units.get(conn, key) for key in units.ids_by_code(conn).values())
        if looked_at in {seen.id for seen in relations.viewed(conn, unit.id, on)}
    }


def spans(conn: Connection, code: str) -> set[tuple[int, date | None, date | None]]:
    rows = conn.execute(select(unit_parents).where(unit_parents.c.unit_id == unit_id(conn, code)))
    return {(row.parent_id, row.valid_from, row.valid_to) for row in rows}


@on_each_database
def test_the_same_list_twice_changes_nothing(conn: Connection):
    assert units.save(conn, TREE, TODAY) == ImportCounts(added=6)
    assert units.save(conn, TREE, TODAY) == ImportCounts(unchanged=6)
    assert units.save(conn, COMMUNES, IN_2026) == ImportCounts(added=1, changed=2)
    assert units.save(conn, COMMUNES, IN_2026) == ImportCounts(unchanged=3)


@on_each_database
def test_parents_may_come_in_any_order(conn: Connection):
    units.save(conn, TREE[::-1], TODAY)

    assert [parent_of(conn, unit.code, TODAY) for unit in TREE] == [unit.parent for unit in TREE]
    assert units.root(conn, TODAY) == units.by_code(conn, "SO")


@on_each_database
def test_units_come_in_the_official_order_not_by_name(conn: Connection):
    units.save(conn, (*TREE[:2], replace(TREE[2], order=9), TREE[3]), TODAY)

    assert [unit.code for unit in units.children(conn, unit_id(conn, "P1"), TODAY)] == ["B", "A"]


@pytest.mark.parametrize("typed", ["đđ-01", "ĐĐ-01", " ĐĐ-01 "])
@on_each_database
def test_a_code_is_found_as_it_is_written(conn: Connection, typed: str):
    units.save(conn, [NewUnit(code=typed.strip(), name="Điểm trường", kind="school")], TODAY)

    assert unit_id(conn, typed)
    assert units.by_code(conn, "DD-01") is None


@on_each_database
def test_capital_letters_make_no_other_unit(conn: Connection):
    plant(conn)

    assert units.save(conn, [replace(TREE[5], code="c-10a1", parent="c")], TODAY) == ImportCounts(unchanged=1)
    assert unit_id(conn, "c-10a1") == unit_id(conn, "C-10A1")


@on_each_database
def test_a_changed_name_is_kept_as_a_former_one(conn: Connection):
    plant(conn)

    counts = units.save(conn, [replace(TREE[2], name="Trường THCS Vị Thủy")], date(2021, 9, 5))

    assert counts == ImportCounts(changed=1)
    assert units.get(conn, unit_id(conn, "A")).name == "Trường THCS Vị Thủy"
    former = conn.execute(select(unit_names.c.name, unit_names.c.valid_to)).one()
    assert tuple(former) == ("Trường THCS A", date(2021, 9, 4))


@on_each_database
def test_a_new_parent_without_dates_holds_from_today(conn: Connection):
    plant(conn)
    district = unit_id(conn, "P1")

    units.save(conn, [replace(TREE[2], parent="SO")], date(2021, 9, 5))

    assert spans(conn, "A") == {
        (district, None, date(2021, 9, 4)),
        (unit_id(conn, "SO"), date(2021, 9, 5), None),
    }


@on_each_database
def test_a_mistake_mended_on_the_same_day_leaves_no_trace(conn: Connection):
    plant(conn)
    for parent in ("SO", "P1", "SO", "P1"):
        units.save(conn, [replace(TREE[2], parent=parent)], date(2021, 9, 5))

    for day in (date(2021, 9, 4), date(2021, 9, 5), date(2030, 1, 1)):
        assert parent_of(conn, "A", day) == "P1"
        lineages.build(conn, day)  # nobody has two parents on one day


@on_each_database
def test_schools_move_from_districts_to_communes_without_ever_having_two_parents(conn: Connection):
    plant(conn)
    units.save(conn, COMMUNES, IN_2026)

    assert [parent_of(conn, "A", day) for day in (IN_2020, date(2025, 6, 30), MOVED, IN_2026)] == [
        "P1",
        "P1",
        "X1",
        "X1",
    ]
    assert [unit.code for unit in units.children(conn, unit_id(conn, "P1"), IN_2026)] == []
    assert parent_of(conn, "C", IN_2026) == "SO"  # high schools hang under the department all along


@on_each_database
def test_dated_lists_may_come_in_the_other_order_too(conn: Connection):
    units.save(conn, (TREE[0], *COMMUNES), IN_2020)
    units.save(conn, TREE, IN_2020)

    assert parent_of(conn, "A", IN_2020) == parent_of(conn, "A", date(2025, 6, 30)) == "P1"
    assert parent_of(conn, "A", IN_2026) == "X1"


@on_each_database
def test_two_campaigns_roll_up_by_the_trees_of_their_own_days(conn: Connection):
    plant(conn)
    units.save(conn, COMMUNES, IN_2026)
    member(conn, "Nguyễn An", "A")
    member(conn, "Trần Bình", "C")
    of_2020 = start(conn)
    without_day = {key: value for key, value in BLUEZONE.items() if key != "tree_on"}
    of_2026 = start(conn, without_day | {"slug": "again-2026"}, now=at(2, month=3, year=2026))

    def expected_in(running, code: str) -> int:
        round_ = round_of(conn, running, "staff")
        return tallies.of(conn, round_.id, unit_id(conn, code)).get("expected", 0)

    assert {code: expected_in(of_2020, code) for code in ("SO", "P1", "X1", "A", "C")} == {
        "SO": 2,
        "P1": 1,
        "X1": 0,
        "A": 1,
        "C": 1,
    }
    assert {code: expected_in(of_2026, code) for code in ("SO", "P1", "X1", "A", "C")} == {
        "SO": 2,
        "P1": 0,
        "X1": 1,
        "A": 1,
        "C": 1,
    }


@on_each_database
def test_a_campaign_keeps_its_tree_when_schools_move_later(conn: Connection):
    plant(conn)
    running = start(conn)
    units.save(conn, COMMUNES, IN_2026)

    def codes(of: str) -> list[str]:
        return [unit.code for unit in units.below(conn, unit_id(conn, of), running.tree_on)]

    assert (codes("SO"), codes("P1"), codes("X1")) == (["P1", "C"], ["A", "B"], [])
    assert [unit.code for unit in units.above(conn, unit_id(conn, "A"), running.tree_on)] == ["A", "P1", "SO"]


@on_each_database
def test_a_second_line_of_supervision_is_not_in_the_sum(conn: Connection):
    plant(conn)
    viewer = {"unit_id": unit_id(conn, "A"), "parent_id": unit_id(conn, "SO"), "relation": "viewer"}
    conn.execute(unit_parents.insert(), viewer)

    lineages.build(conn, TODAY)

    assert [unit.code for unit in units.above(conn, unit_id(conn, "A"), TODAY)] == ["A", "P1", "SO"]


@pytest.mark.parametrize(
    "circle",
    [
        pytest.param([replace(TREE[1], parent="P1")], id="itself"),
        pytest.param([replace(TREE[0], parent="A")], id="its own subtree"),
        pytest.param(
            [replace(TREE[0], parent="A", valid_from=date(2030, 1, 1))], id="only on a day that will come"
        ),
    ],
)
@on_each_database
def test_a_unit_is_never_its_own_ancestor(conn: Connection, circle: list[NewUnit]):
    plant(conn)

    with pytest.raises(InputError, match="circle"):
        units.save(conn, circle, TODAY)


@on_each_database
def test_the_names_of_all_units_are_listed_by_code(conn: Connection):
    plant(conn)

    assert units.names_by_code(conn) == {unit.code: unit.name for unit in TREE}


@on_each_database
def test_a_name_is_that_of_the_day_that_is_asked_for(conn: Connection):
    plant(conn)
    units.save(conn, [replace(TREE[1], name="Phòng Văn hóa – Xã hội")], MOVED)
    district, school = unit_id(conn, "P1"), unit_id(conn, "A")

    assert units.get(conn, district).name == "Phòng Văn hóa – Xã hội"
    for day, name in ((IN_2020, "Phòng GDĐT Vị Thủy"), (IN_2026, "Phòng Văn hóa – Xã hội")):
        above = units.parent(conn, school, day)
        assert above is not None
        assert units.named_on(conn, district, day) == above
        assert above.name == name
        assert above in units.children(conn, unit_id(conn, "SO"), day)


@on_each_database
def test_the_tree_of_a_day_has_the_names_of_that_day(conn: Connection):
    plant(conn)
    running = start(conn)
    member(conn, "Nguyễn An", "A")
    round_ = round_of(conn, running, "staff")
    units.save(conn, [replace(TREE[1], name="Phòng Văn hóa – Xã hội")], MOVED)
    department, school = unit_id(conn, "SO"), unit_id(conn, "A")

    names = [unit.name for unit in units.below(conn, department, running.tree_on)]
    counted = [unit.name for unit, _ in tallies.below(conn, round_.id, department, running.tree_on)]

    assert names == ["Phòng GDĐT Vị Thủy", "Trường THPT C"]
    assert counted == []  # nobody was there when it opened
    assert units.above(conn, school, running.tree_on)[1].name == "Phòng GDĐT Vị Thủy"


@on_each_database
def test_a_name_mended_on_the_same_day_leaves_no_trace(conn: Connection):
    plant(conn)
    for name in ("Trường THCS Mới", "Trường THCS A"):
        units.save(conn, [replace(TREE[2], name=name)], date(2021, 9, 5))

    assert conn.execute(select(unit_names)).all() == []


@on_each_database
def test_a_list_of_the_past_tells_a_former_name_and_changes_nothing_else(conn: Connection):
    units.save(conn, (TREE[0], *COMMUNES), IN_2026)
    old = replace(TREE[2], name="Trường PTCS Vị Đông", parent="SO", order=99, valid_to=date(2019, 8, 31))

    assert units.save(conn, [old], IN_2026) == ImportCounts(changed=1)
    assert units.save(conn, [old], IN_2026) == ImportCounts(unchanged=1)
    school = unit_id(conn, "A")

    assert (units.get(conn, school).name, units.get(conn, school).order) == ("Trường THCS A", 3)
    assert units.named_on(conn, school, date(2019, 1, 1)).name == "Trường PTCS Vị Đông"
    assert (parent_of(conn, "A", date(2019, 1, 1)), parent_of(conn, "A", IN_2026)) == ("SO", "X1")


@on_each_database
def test_who_may_look_is_said_by_the_list_and_only_where_it_says_something(conn: Connection):
    plant(conn)
    seen = [replace(TREE[2], viewers=("SO", "C"))]

    assert units.save(conn, seen, TODAY) == ImportCounts(changed=1)
    assert units.save(conn, seen, TODAY) == ImportCounts(unchanged=1)
    assert units.save(conn, [TREE[2]], TODAY) == ImportCounts(unchanged=1)
    assert viewers_of(conn, "A", TODAY) == {"SO", "C"}

    assert units.save(conn, [replace(TREE[2], viewers=("C",))], IN_2026) == ImportCounts(changed=1)
    assert (viewers_of(conn, "A", TODAY), viewers_of(conn, "A", IN_2026)) == ({"SO", "C"}, {"C"})
    assert units.save(conn, [replace(TREE[2], viewers=())], IN_2026) == ImportCounts(changed=1)
    assert viewers_of(conn, "A", IN_2026) == set()


@on_each_database
def test_the_root_is_the_unit_that_others_are_below(conn: Connection):
    units.save(conn, [NewUnit(code="OLD", name="Sở cũ", kind="department"), *TREE], TODAY)

    assert units.root(conn, TODAY) == units.by_code(conn, "SO")


@on_each_database
def test_a_tree_deeper_than_any_real_one_is_refused(conn: Connection):
    chain = [
        NewUnit(code=f"U{n}", name=f"Đơn vị {n}", kind="unit", parent=f"U{n - 1}" if n else None)
        for n in range(25)
    ]

    with pytest.raises(InputError, match="deep"):
        units.save(conn, chain, TODAY)
