"""Bringing in a school's list: the new are added, nobody is removed, the same list twice is nothing new."""

import pytest
from sqlalchemy import select

from bot.domain.people import Gender, MembershipState, Role
from bot.rosters.people import PersonRow
from bot.storage import Connection, erasing, rosters, tallies, units
from bot.storage import memberships as membership_store
from bot.storage.tables import memberships, persons
from bot.storage.units import ImportCounts
from tests.storage.world import STARTED, TODAY, at, member, on_each_database, plant, round_of, start, unit_id


def person(name: str, role: Role = Role.STAFF, **facts: object) -> PersonRow:
    return PersonRow(row=2, full_name=name, role=role, **facts)  # type: ignore[arg-type]


def bring_in(conn: Connection, *rows: PersonRow, code: str = "C") -> ImportCounts:
    return rosters.save_people(conn, unit_id(conn, code), rows, TODAY, STARTED)


def roster(conn: Connection, code: str = "C") -> list[tuple[str, str, str]]:
    """(name, role, code) of those on the roster of a unit, in the order they came."""
    rows = conn.execute(
        select(persons.c.full_name, memberships.c.role, memberships.c.code)
        .join(memberships, memberships.c.person_id == persons.c.id)
        .where(memberships.c.unit_id == unit_id(conn, code), memberships.c.state == "active")
        .order_by(memberships.c.id)
    )
    return [(row.full_name, row.role, row.code) for row in rows]


@on_each_database
def test_the_same_list_twice_changes_nothing(conn: Connection):
    plant(conn)
    rows = (
        person("Hiệu Trưởng", Role.PRINCIPAL, position="Hiệu trưởng"),
        person("Trần Lan", Role.HOMEROOM, class_name="10A1", gender=Gender.FEMALE),
        person("Nguyễn An", code="1"),
        person("Nguyễn An", code="2"),
    )

    assert bring_in(conn, *rows) == ImportCounts(added=4)
    assert bring_in(conn, *rows) == ImportCounts(unchanged=4)
    assert len(roster(conn)) == 4
    assert roster(conn, "C-10A1") == [("Trần Lan", "homeroom", "")]


@on_each_database
def test_a_new_list_adds_changes_and_removes_nobody(conn: Connection):
    plant(conn)
    bring_in(conn, person("Trần Lan"), person("Lê Bình", position="Giáo viên"))

    counts = bring_in(conn, person("Lê Bình", Role.DEPUTY, position="Phó Hiệu trưởng"), person("Võ Dung"))

    assert counts == ImportCounts(added=1, changed=1)
    assert roster(conn) == [("Trần Lan", "staff", ""), ("Lê Bình", "deputy", ""), ("Võ Dung", "staff", "")]


@on_each_database
def test_what_a_list_does_not_say_is_kept(conn: Connection):
    plant(conn)
    bring_in(conn, person("Lê Tí", Role.PUPIL, class_name="10A1", has_smartphone=True, code="HS0012"))

    assert bring_in(conn, person("Lê Tí", Role.PUPIL, class_name="10A1")) == ImportCounts(unchanged=1)

    row = conn.execute(select(memberships.c.has_smartphone, memberships.c.code)).one()
    assert tuple(row) == (True, "HS0012")


@pytest.mark.parametrize(
    ("first", "second", "added"),
    [
        pytest.param(["1", "2"], ["2", "1"], 0, id="in another order"),
        pytest.param(["1"], ["7"], 0, id="numbered anew"),
        pytest.param([""], ["7"], 0, id="numbered at last"),
        pytest.param(["1"], ["1", "2"], 1, id="a namesake came"),
        pytest.param(["GV0001"], ["GV0002"], 1, id="another employee of that name"),
        pytest.param(["GV0001"], ["7"], 0, id="a code and a mere list number"),
    ],
)
@on_each_database
def test_namesakes_are_as_many_as_the_list_has(conn: Connection, first: list, second: list, added: int):
    plant(conn)
    bring_in(conn, *(person("Nguyễn An", code=code) for code in first))

    assert bring_in(conn, *(person("NGUYỄN  AN", code=code) for code in second)).added == added


@on_each_database
def test_classes_that_a_list_names_are_made(conn: Connection):
    plant(conn)
    rows = [
        person(f"Em {n}", Role.PUPIL, class_name=name) for n, name in enumerate(["Lớp 10A1", "10a2", "10A2"])
    ]

    assert bring_in(conn, *rows) == ImportCounts(added=3)

    classes = [unit for unit in units.children(conn, unit_id(conn, "C"), TODAY) if unit.kind == "class"]
    assert sorted(unit.code for unit in classes) == ["C-10A1", "C-10A2"]
    assert [name for name, _, _ in roster(conn, "C-10A2")] == ["Em 1", "Em 2"]


@on_each_database
def test_a_list_may_be_that_of_one_class(conn: Connection):
    plant(conn)

    bring_in(conn, person("Lê Tí", Role.PUPIL, class_name="10A1"), code="C-10A1")

    assert roster(conn, "C-10A1") == [("Lê Tí", "pupil", "")]


@on_each_database
def test_a_homeroom_teacher_is_staff_of_the_school_and_leads_the_class(conn: Connection):
    plant(conn)
    running = start(conn)

    bring_in(conn, person("Trần Lan", Role.HOMEROOM, class_name="10A1"))

    tally = tallies.of(conn, round_of(conn, running, "staff").id, unit_id(conn, "C"))
    assert tally["expected"] == 1
    assert (roster(conn), roster(conn, "C-10A1")) == (
        [("Trần Lan", "staff", "")],
        [("Trần Lan", "homeroom", "")],
    )


@pytest.mark.parametrize("state", [MembershipState.LEFT, MembershipState.PENDING])
@on_each_database
def test_who_is_on_the_list_belongs_to_the_school(conn: Connection, state: MembershipState):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    membership_store.set_state(conn, lan.id, state, at(1))

    assert bring_in(conn, person("Trần Lan")) == ImportCounts(changed=1)

    assert membership_store.membership(conn, lan.id).state is MembershipState.ACTIVE
    assert conn.scalar(select(memberships.c.until)) is None


@on_each_database
def test_a_parent_of_the_same_name_is_somebody_else(conn: Connection):
    plant(conn)
    member(conn, "Trần Lan", "C", Role.PARENT)

    assert bring_in(conn, person("Trần Lan")) == ImportCounts(added=1)


@on_each_database
def test_the_same_name_in_another_school_is_somebody_else(conn: Connection):
    plant(conn)
    bring_in(conn, person("Trần Lan"), code="A")

    assert bring_in(conn, person("Trần Lan"), code="B") == ImportCounts(added=1)


@on_each_database
def test_newcomers_of_a_list_owe_what_is_open(conn: Connection):
    plant(conn)
    running = start(conn)

    bring_in(conn, person("Trần Lan"), person("Lê Tí", Role.PUPIL, class_name="10A9"))

    def count(obligation: str) -> int:
        round_ = round_of(conn, running, obligation)
        return tallies.of(conn, round_.id, unit_id(conn, "SO"))["expected"]

    assert (count("staff"), count("pupils")) == (1, 1)


@on_each_database
def test_who_asked_to_be_deleted_is_left_out_of_a_list_that_comes_again(conn: Connection):
    plant(conn)
    rows = (person("Trần Lan", code="GV1"), person("Lê Minh", code="GV2"), person("Lê Minh", code="GV3"))
    bring_in(conn, *rows)
    lan, first, second = conn.scalars(select(memberships.c.person_id).order_by(memberships.c.id)).all()
    for gone in (lan, first):
        erasing.erase(conn, gone, STARTED, by=gone)

    again = bring_in(conn, *rows)

    assert again == ImportCounts(unchanged=1, left_out=("Trần Lan", "Lê Minh"))
    assert roster(conn) == [("Lê Minh", "staff", "GV3")]
    keys = conn.scalars(select(persons.c.search_key).where(persons.c.id.in_([lan, first]))).all()
    assert not any(name in key for key in keys for name in ("lan", "minh"))
    assert bring_in(conn, *rows[:1], code="A").added == 1  # another school has its own list
    assert second not in (lan, first)
