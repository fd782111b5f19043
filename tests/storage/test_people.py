"""People and their chats: found by name without marks, reached where they last wrote."""

from datetime import timedelta

import pytest

from bot.domain.people import AgeBand, Gender, MembershipState, Role
from bot.storage import Connection, contacts, memberships, people
from bot.storage.people import NewMember
from tests.storage.world import STARTED, chatting, member, on_each_database, plant, unit_id


@on_each_database
def test_what_is_written_down_comes_back(conn: Connection):
    plant(conn)
    new = NewMember(
        full_name="Lê Thị Diệu",
        unit_id=unit_id(conn, "C-10A1"),
        role=Role.PUPIL,
        gender=Gender.FEMALE,
        age_band=AgeBand.FROM_7_TO_15,
        state=MembershipState.PENDING,
        code="HS07",
        has_smartphone=False,
    )

    (membership,) = people.add_members(conn, [new], STARTED)

    assert memberships.membership(conn, membership.id) == membership
    assert memberships.memberships_of(conn, membership.person_id) == [membership]
    person = people.person(conn, membership.person_id)
    assert (person.full_name, person.gender, person.age_band) == (
        "Lê Thị Diệu",
        Gender.FEMALE,
        AgeBand.FROM_7_TO_15,
    )
    assert people.add_members(conn, [], STARTED) == []


@on_each_database
def test_many_new_members_keep_the_order_they_were_given_in(conn: Connection):
    plant(conn)
    names = [f"Người {number}" for number in range(2_500)]
    school = unit_id(conn, "C")

    found = people.add_members(
        conn, [NewMember(full_name=name, unit_id=school, role=Role.STAFF) for name in names], STARTED
    )

    for place in (0, 1, 999, 1_000, 2_499):
        assert people.person(conn, found[place].person_id).full_name == names[place]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("nguyen thi hoa", ["Nguyễn Thị Hòa", "Nguyễn Thị Hoá"], id="both, without marks"),
        pytest.param("hoa", ["Nguyễn Thị Hòa", "Nguyễn Thị Hoá"], id="one word of it"),
        pytest.param("thi  NGUYỄN", ["Nguyễn Thị Hòa", "Nguyễn Thị Hoá"], id="words in any order"),
        pytest.param("Nguyễn An", ["Nguyễn An"], id="the whole name leaves out longer ones"),
        pytest.param("an", ["Nguyễn An", "Nguyễn Văn An"], id="part of a name finds all"),
        pytest.param("ann", [], id="parts of words find nobody"),
        pytest.param("Bình", [], id="not from another school"),
        pytest.param("Út", [], id="not who left"),
    ],
)
@on_each_database
def test_somebody_finds_themselves_on_the_roster(conn: Connection, typed: str, found: list[str]):
    plant(conn)
    for name in ("Nguyễn Văn An", "Nguyễn An", "Nguyễn Thị Hoá", "Nguyễn Thị Hòa"):
        member(conn, name, "C")
    member(conn, "Lê Bình", "A")
    member(conn, "Danh Út", "C", state=MembershipState.LEFT)

    candidates = people.candidates(conn, [unit_id(conn, "C")], [Role.STAFF], typed)

    assert [candidate.full_name for candidate in candidates] == found


@on_each_database
def test_namesakes_are_told_apart_by_code_and_by_who_is_registered(conn: Connection):
    plant(conn)
    chatting(conn, member(conn, "Nguyễn An", "C", code="07"))
    member(conn, "Nguyễn An", "C", code="19")

    candidates = people.candidates(conn, [unit_id(conn, "C")], [Role.STAFF], "nguyen an")

    assert [(one.membership.code, one.taken) for one in candidates] == [("07", True), ("19", False)]


@on_each_database
def test_a_chat_has_one_contact(conn: Connection):
    first = contacts.contact(conn, "telegram", "7", STARTED)

    assert contacts.contact(conn, "telegram", "7", STARTED) == first
    assert contacts.contact(conn, "web", "7", STARTED).id != first.id
    assert contacts.contact_by_id(conn, first.id) == first


@on_each_database
def test_reminders_follow_somebody_to_the_chat_they_last_wrote_from(conn: Connection):
    plant(conn)
    lan = chatting(conn, member(conn, "Trần Lan", "C"))
    telegram, zalo = (
        contacts.contacts_of(conn, lan.person_id)[0],
        contacts.contact(conn, "zalo:1", "z", STARTED),
    )

    contacts.link(conn, zalo.id, lan.person_id)
    assert people.person(conn, lan.person_id).contact_id == zalo.id

    contacts.wrote(conn, telegram, preferred=zalo.id)
    assert people.person(conn, lan.person_id).contact_id == telegram.id
    assert [one.channel for one in contacts.contacts_of(conn, lan.person_id)] == ["telegram", "zalo:1"]


@on_each_database
def test_who_writes_again_can_be_reached_again(conn: Connection):
    contact = contacts.contact(conn, "telegram", "7", STARTED)
    contacts.unreachable(conn, contact.id, "blocked", STARTED)
    blocked = contacts.contact_by_id(conn, contact.id)
    assert blocked.unreachable_at == STARTED

    contacts.wrote(conn, blocked, preferred=None)

    assert contacts.contact_by_id(conn, contact.id).unreachable_at is None


@on_each_database
def test_wrong_codes_are_counted_by_chat(conn: Connection):
    contact = contacts.contact(conn, "telegram", "7", STARTED)
    until = STARTED + timedelta(minutes=15)

    contacts.attempts(conn, contact.id, 5, until)

    locked = contacts.contact_by_id(conn, contact.id)
    assert (locked.wrong_codes, locked.locked_until) == (5, until)


@on_each_database
def test_the_heads_of_a_unit_come_in_the_order_asked_for(conn: Connection):
    plant(conn)
    member(conn, "Văn Thư", "C", Role.CLERK)
    member(conn, "Hiệu Trưởng", "C", Role.PRINCIPAL)
    member(conn, "Hiệu Trưởng Cũ", "C", Role.PRINCIPAL, state=MembershipState.LEFT)
    member(conn, "Giáo Viên", "C")

    holders = memberships.holders(conn, unit_id(conn, "C"), [Role.PRINCIPAL, Role.DEPUTY, Role.CLERK])

    assert [person.full_name for person, _ in holders] == ["Hiệu Trưởng", "Văn Thư"]


@on_each_database
def test_a_role_that_was_left_is_not_held(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    memberships.add_membership(conn, lan.person_id, unit_id(conn, "C-10A1"), Role.HOMEROOM, STARTED)
    memberships.set_state(conn, lan.id, MembershipState.LEFT, STARTED)

    assert [held.role for held in memberships.memberships_of(conn, lan.person_id)] == [Role.HOMEROOM]


@on_each_database
def test_a_parent_speaks_for_each_child(conn: Connection):
    plant(conn)
    parent = member(conn, "Trần Ba", "C-10A1", Role.PARENT)
    children = [member(conn, name, "C-10A1", Role.PUPIL) for name in ("Trần Tí", "Trần Sửu")]
    for child in (*children, children[0]):  # said twice is said once
        people.add_guardian(conn, parent.person_id, child.person_id)

    assert people.children_of(conn, parent.person_id) == [
        (children[0], "Trần Tí"),
        (children[1], "Trần Sửu"),
    ]
    assert people.guardians_of(conn, children[0].person_id) == [parent.person_id]
