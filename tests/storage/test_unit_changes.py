"""Units merge, split, move and are renamed: what was counted stays where it was, and nobody owes twice."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from bot.domain.asking import form_of
from bot.domain.people import MembershipState, Role
from bot.domain.units import Unit
from bot.errors import InputError
from bot.storage import (
    Connection,
    campaigns,
    filling,
    invites,
    moving,
    opening,
    rounds,
    standings,
    tallies,
    tasks,
    unit_changes,
    units,
)
from bot.storage import memberships as membership_store
from bot.storage.campaigns import Running
from bot.storage.moving import Moved
from bot.storage.tables import lineage, memberships, unit_names, unit_parents
from bot.storage.tables import units as units_table
from bot.storage.units import NewUnit
from tests.storage.test_units import parent_of, spans
from tests.storage.world import (
    BLUEZONE,
    COMPLETE,
    STARTED,
    TODAY,
    TREE,
    at,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

#: Two schools of the district become one with the school year of 2021.
MERGED, LATER = date(2021, 9, 1), at(5, month=9, year=2021)
NEW = NewUnit(code="N", name="Trường TH&THCS Mới", kind="school", parent="P1", order=9, valid_from=MERGED)
WITHOUT_DAY = {key: value for key, value in BLUEZONE.items() if key != "tree_on"}


def unit(conn: Connection, code: str) -> Unit:
    return units.get(conn, unit_id(conn, code))


def merge(conn: Connection, *codes: str, into: str = "N", on: date = MERGED) -> Moved:
    return unit_changes.merge(conn, [unit(conn, code) for code in codes], unit(conn, into), on, LATER)


def counted(conn: Connection, running: Running, *codes: str) -> dict[str, dict[str, int]]:
    """The tallies of the staff's round in some units."""
    round_ = round_of(conn, running, "staff")
    return {code: tallies.of(conn, round_.id, unit_id(conn, code)) for code in codes}


def miscounted(conn: Connection) -> list[str]:
    """Rounds whose tallies differ from a recount."""
    wrong = []
    for running in campaigns.every(conn):
        for round_ in rounds.rounds_of(conn, running.id):
            form = form_of(running.campaign, round_.obligation, round_.question, round_.label)
            recount = tallies.recount(conn, round_.id, form, running.tree_on)
            if round_.opened_at and recount != tallies.everything(conn, round_.id):
                wrong.append(round_.obligation)
    return wrong


def written(conn: Connection) -> list[set[tuple[object, ...]]]:
    """The tree and the rosters; rows of parents may be written anew, and have other ids then."""
    parents = unit_parents.c
    links = select(parents.unit_id, parents.parent_id, parents.relation, parents.valid_from, parents.valid_to)
    tables = (links, select(units_table), select(unit_names), select(memberships), select(lineage))
    return [set(map(tuple, conn.execute(one).all())) for one in tables]


def declare(conn: Connection, running: Running, membership_id: int) -> None:
    owed = expected(conn, round_of(conn, running, "staff"))[membership_id]
    person_id = membership_store.membership(conn, membership_id).person_id
    standings.submit(conn, owed.id, COMPLETE, by=person_id, channel="web", now=at(20))


# --- merging ------------------------------------------------------------------------------------


@on_each_database
def test_what_was_counted_stays_where_it_was_counted(conn: Connection):
    plant(conn)
    an, _, _ = member(conn, "Nguyễn An", "A"), member(conn, "Lê Bình", "A"), member(conn, "Võ Chi", "B")
    running = start(conn)
    declare(conn, running, an.id)
    places = ("SO", "P1", "A", "B")
    before = counted(conn, running, *places)
    units.save(conn, [NEW], TODAY)

    merge(conn, "A", "B")

    assert counted(conn, running, *places) == before
    assert before["A"]["expected"] == 2
    assert counted(conn, running, "N") == {"N": {}}
    assert miscounted(conn) == []


@on_each_database
def test_people_invites_and_classes_go_on_and_the_old_unit_ends_the_day_before(conn: Connection):
    plant(conn)
    units.save(conn, [NEW, NewUnit(code="A-6A", name="Lớp 6A", kind="class", parent="A")], TODAY)
    staff, pupil = member(conn, "Nguyễn An", "A"), member(conn, "Danh Út", "A-6A", Role.PUPIL)
    gone = member(conn, "Võ Chi", "A", state=MembershipState.LEFT)
    invites.add(
        conn, code="NVTHCSAA", unit_id=unit_id(conn, "A"), role=Role.STAFF, now=STARTED, expires_at=None
    )

    assert merge(conn, "A") == Moved(units=1, people=1, invites=1)

    where = {key: membership_store.membership(conn, key).unit_id for key in (staff.id, pupil.id, gone.id)}
    assert where == {
        staff.id: unit_id(conn, "N"),
        pupil.id: unit_id(conn, "A-6A"),
        gone.id: unit_id(conn, "A"),
    }
    found = invites.by_code(conn, "NVTHCSAA")
    assert found is not None
    assert found.unit_id == unit_id(conn, "N")
    day_before = date(2021, 8, 31)
    assert [parent_of(conn, "A", day) for day in (day_before, MERGED)] == ["P1", None]
    assert [parent_of(conn, "A-6A", day) for day in (day_before, MERGED)] == ["A", "N"]


@on_each_database
def test_merging_twice_is_merging_once(conn: Connection):
    plant(conn)
    units.save(conn, [NEW], TODAY)
    member(conn, "Nguyễn An", "A")
    start(conn)
    merge(conn, "A", "B")
    before = written(conn)

    assert merge(conn, "A", "B") == Moved()
    assert written(conn) == before


@on_each_database
def test_nobody_is_expected_twice(conn: Connection):
    plant(conn)
    first, second = member(conn, "Nguyễn An", "A"), member(conn, "Lê Bình", "B")
    membership_store.add_membership(conn, first.person_id, unit_id(conn, "B"), Role.STAFF, STARTED)
    running = start(conn)
    before = counted(conn, running, "SO")
    units.save(conn, [NEW], TODAY)

    merge(conn, "A", "B")
    opening.expect_newcomers(conn, LATER)
    again = start(conn, WITHOUT_DAY | {"slug": "again-2021"}, now=LATER)

    assert counted(conn, running, "SO") == before
    assert len(membership_store.memberships_of(conn, first.person_id)) == 1
    assert {task.campaign_slug for task in tasks.tasks_of(conn, first.person_id)} == {
        running.campaign.slug,
        "again-2021",
    }
    assert counted(conn, again, "N")["N"]["expected"] == 2
    assert {one.membership_id for one in expected(conn, round_of(conn, again, "staff")).values()} == {
        membership_store.memberships_of(conn, first.person_id)[0].id,
        second.id,
    }
    assert miscounted(conn) == []


@on_each_database
def test_what_the_old_school_owes_is_declared_by_the_head_of_the_new_one(conn: Connection):
    plant(conn)
    head = member(conn, "Trần Lan", "B", Role.PRINCIPAL)
    running = start(conn)
    owed = expected(conn, round_of(conn, running, "website-guide"))
    merge(conn, "A", into="B")

    of_units = {
        task.standing.unit_id
        for task in tasks.tasks_of(conn, head.person_id)
        if task.obligation == "website-guide"
    }

    assert of_units == {unit_id(conn, "A"), unit_id(conn, "B")} <= set(owed)


@on_each_database
def test_a_round_that_opens_later_asks_the_new_school_alone(conn: Connection):
    plant(conn)
    running = start(conn)
    merge(conn, "A", into="B")
    opened = {"obligation": "website-guide", "kind": "ad_hoc", "label": "Thêm", "opens_at": LATER}
    rounds.add_rounds(conn, [opened | {"campaign_id": running.id}])
    round_ = rounds.rounds_of(conn, running.id)[-1]

    filling.open_round(conn, running, round_, LATER)

    assert unit_id(conn, "B") in expected(conn, round_)
    assert unit_id(conn, "A") not in expected(conn, round_)


@on_each_database
def test_people_go_on_when_the_day_has_come(conn: Connection):
    plant(conn)
    units.save(conn, [NEW], TODAY)
    staff = member(conn, "Nguyễn An", "A")
    old, new = unit_id(conn, "A"), unit_id(conn, "N")

    moved = unit_changes.merge(conn, [unit(conn, "A")], unit(conn, "N"), MERGED, STARTED)

    assert (moved, membership_store.membership(conn, staff.id).unit_id) == (Moved(), old)
    assert moving.settle_merges(conn, at(31, month=8, year=2021)) == Moved()
    assert moving.settle_merges(conn, at(1, month=9, year=2021)) == Moved(people=1)
    assert membership_store.membership(conn, staff.id).unit_id == new


@on_each_database
def test_a_unit_that_took_others_in_may_be_merged_itself(conn: Connection):
    plant(conn)
    units.save(conn, [NEW], TODAY)
    staff = member(conn, "Nguyễn An", "A")
    merge(conn, "A", into="B")
    moved = unit_changes.merge(
        conn, [unit(conn, "B")], unit(conn, "N"), date(2022, 9, 1), at(1, 7, 0, 9, 2022)
    )

    assert moved.people == 1
    assert membership_store.membership(conn, staff.id).unit_id == unit_id(conn, "N")
    assert merge(conn, "A", into="B") == Moved()
    links = conn.execute(
        select(unit_parents.c.parent_id, unit_parents.c.valid_from, unit_parents.c.valid_to).where(
            unit_parents.c.unit_id == unit_id(conn, "A"), unit_parents.c.relation == "successor"
        )
    ).all()
    assert set(map(tuple, links)) == {
        (unit_id(conn, "B"), MERGED, date(2022, 8, 31)),
        (unit_id(conn, "N"), date(2022, 9, 1), None),
    }


@on_each_database
def test_a_merged_commune_hands_on_what_it_looks_at(conn: Connection):
    communes = [
        NewUnit(code=code, name=f"UBND xã {code}", kind="commune", parent="SO") for code in ("X1", "X2")
    ]
    units.save(conn, [*TREE, *communes], TODAY)
    units.save(conn, [replace(TREE[2], viewers=("X1",))], TODAY)

    merge(conn, "X1", into="X2")

    looking = conn.execute(
        select(unit_parents.c.parent_id, unit_parents.c.valid_from, unit_parents.c.valid_to).where(
            unit_parents.c.unit_id == unit_id(conn, "A"), unit_parents.c.relation == "viewer"
        )
    ).all()
    assert set(map(tuple, looking)) == {
        (unit_id(conn, "X1"), None, date(2021, 8, 31)),
        (unit_id(conn, "X2"), MERGED, None),
    }


@pytest.mark.parametrize(
    ("codes", "into", "on", "key"),
    [
        pytest.param(["A"], "A", MERGED, "error-units-into-itself", id="into itself"),
        pytest.param(["P1"], "A", MERGED, "error-units-circle", id="into what is below it"),
        pytest.param(["SO"], "A", MERGED, "error-units-circle", id="into what is far below it"),
        pytest.param(
            ["A"], "N", date(2021, 8, 1), "error-units-not-standing", id="before the new one stands"
        ),
        pytest.param(["N"], "A", MERGED, "error-units-not-standing", id="that never stood"),
        pytest.param(["A"], "B", TODAY, "error-units-counted", id="within the tree of a campaign"),
        pytest.param(["C"], "N", MERGED, "error-units-merged-already", id="gone into another one"),
        pytest.param(["A"], "C", MERGED, "error-units-merged-already", id="into one that is gone"),
    ],
)
@on_each_database
def test_what_cannot_be_merged_is_said_and_nothing_is_written(
    conn: Connection, codes: list[str], into: str, on: date, key: str
):
    plant(conn)
    units.save(conn, [NEW], TODAY)
    start(conn)
    merge(conn, "C", into="B")
    before = {code: spans(conn, code) for code in ("SO", "P1", "A", "B", "C", "N")}

    with pytest.raises(InputError, match=key):
        unit_changes.rehearse(conn, lambda: merge(conn, *codes, into=into, on=on))

    assert {code: spans(conn, code) for code in before} == before


# --- splitting, moving, renaming ----------------------------------------------------------------


@on_each_database
def test_a_class_and_some_people_go_on_to_a_new_school(conn: Connection):
    plant(conn)
    units.save(conn, [replace(NEW, parent="SO")], TODAY)
    goes, stays = member(conn, "Nguyễn An", "C"), member(conn, "Lê Bình", "C")
    pupil = member(conn, "Danh Út", "C-10A1", Role.PUPIL)
    running = start(conn)
    before = counted(conn, running, "SO", "C")
    parts = [unit(conn, "C-10A1")]

    def split() -> Moved:
        source, into = unit(conn, "C"), unit(conn, "N")
        return unit_changes.split(conn, source, into, MERGED, LATER, parts=parts, members=[goes.id])

    assert split() == Moved(units=1, people=1)
    assert split() == Moved()
    where = [membership_store.membership(conn, one.id).unit_id for one in (goes, stays, pupil)]
    assert where == [unit_id(conn, code) for code in ("N", "C", "C-10A1")]
    assert [parent_of(conn, "C-10A1", day) for day in (TODAY, MERGED)] == ["C", "N"]
    assert counted(conn, running, "SO", "C") == before
    assert miscounted(conn) == []


@pytest.mark.parametrize(
    ("part", "into", "on", "key"),
    [
        ("A", "N", MERGED, "error-units-not-part"),
        ("C-10A1", "C", MERGED, "error-units-into-itself"),
        ("C-10A1", "N", date(2030, 1, 1), "error-units-people-to-come"),
    ],
    ids=["of another unit", "into itself", "people of a day to come"],
)
@on_each_database
def test_what_cannot_be_split_off_is_said(conn: Connection, part: str, into: str, on: date, key: str):
    plant(conn)
    units.save(conn, [NEW], TODAY)
    goes = member(conn, "Nguyễn An", "C")

    with pytest.raises(InputError, match=key):
        unit_changes.split(
            conn, unit(conn, "C"), unit(conn, into), on, LATER, parts=[unit(conn, part)], members=[goes.id]
        )


@on_each_database
def test_a_unit_moves_with_all_below_it_from_a_day_on(conn: Connection):
    plant(conn)

    assert unit_changes.move(conn, unit(conn, "C"), unit(conn, "P1"), MERGED, LATER)
    assert not unit_changes.move(conn, unit(conn, "C"), unit(conn, "P1"), MERGED, LATER)

    assert [parent_of(conn, "C", day) for day in (TODAY, MERGED)] == ["SO", "P1"]
    with pytest.raises(InputError, match="circle"):
        unit_changes.move(conn, unit(conn, "P1"), unit(conn, "C"), MERGED, LATER)
    with pytest.raises(InputError, match="itself"):
        unit_changes.move(conn, unit(conn, "C"), unit(conn, "C"), MERGED, LATER)


@on_each_database
def test_correcting_the_tree_of_a_running_campaign_counts_it_anew(conn: Connection):
    plant(conn)
    an = member(conn, "Nguyễn An", "C")
    running = start(conn)
    declare(conn, running, an.id)

    unit_changes.bring_in(conn, [replace(TREE[4], parent="P1", valid_from=date(2020, 1, 1))], at(21))

    found = counted(conn, running, "SO", "P1", "C")
    assert [found[code]["complete"] for code in ("SO", "P1", "C")] == [1, 1, 1]
    assert miscounted(conn) == []


@on_each_database
def test_a_rehearsal_leaves_nothing_behind(conn: Connection):
    plant(conn)

    counts = unit_changes.rehearse(conn, lambda: units.write(conn, [NEW, replace(TREE[2], order=7)], TODAY))

    assert (counts.added, counts.changed) == (1, 1)
    assert units.by_code(conn, "N") is None
    assert unit(conn, "A").order == 3


@on_each_database
def test_a_name_holds_from_a_day_on_until_the_next_one(conn: Connection):
    plant(conn)
    school = unit(conn, "A")

    assert unit_changes.rename(conn, school, "Trường THCS Mới", date(2021, 9, 1), LATER)
    assert not unit_changes.rename(conn, school, "Trường THCS Mới", date(2021, 9, 1), LATER)
    assert unit_changes.rename(conn, school, "Trường THCS Giữa", date(2020, 10, 1), LATER)

    days = (TODAY, date(2020, 10, 1), date(2021, 8, 31), date(2021, 9, 1))
    assert [units.named_on(conn, school.id, day).name for day in days] == [
        "Trường THCS A",
        "Trường THCS Giữa",
        "Trường THCS Giữa",
        "Trường THCS Mới",
    ]
    with pytest.raises(InputError, match="to-come"):
        unit_changes.rename(conn, school, "Trường THCS Sau", date(2030, 1, 1), LATER)
