"""What people want changed of their data: in the order of what is due, settled once."""

from datetime import timedelta

from bot.domain.people import Role
from bot.storage import Connection, people, requests
from bot.storage.requests import RequestKind
from tests.storage.world import at, member, on_each_database, plant, unit_id


@on_each_database
def test_the_first_that_is_due_comes_first_and_what_is_settled_is_gone(conn: Connection):
    plant(conn)
    head, one = member(conn, "Cô Thủy", "C", Role.PRINCIPAL), member(conn, "Nguyễn Thị Nhung", "C")
    school = unit_id(conn, "C")
    due = {"late": at(20), "early": at(19)}
    asked = {
        text: requests.add(conn, one.person_id, school, RequestKind.POST, text, due_at=moment, now=at(18))
        for text, moment in due.items()
    }

    assert [found.text for found in requests.open_in(conn, [school])] == ["early", "late"]
    assert requests.open_in(conn, [unit_id(conn, "A")]) == []
    assert requests.count_overdue(conn, at(19)) == 1
    assert requests.count_overdue(conn, at(19) - timedelta(seconds=1)) == 0

    assert requests.settle(conn, asked["early"], granted=False, by=head.person_id, now=at(19))
    assert not requests.settle(conn, asked["early"], granted=True, by=head.person_id, now=at(19))
    assert [found.text for found in requests.open_of(conn, one.person_id)] == ["late"]
    assert requests.open_of_heads(conn) == []


@on_each_database
def test_a_name_that_is_granted_is_the_name_from_then_on(conn: Connection):
    plant(conn)
    one = member(conn, "Nguyễn Thị Nhung", "C", Role.PRINCIPAL)
    school = unit_id(conn, "C")
    asked = requests.add(
        conn, one.person_id, school, RequestKind.NAME, "Nguyễn Thị Nhưng", due_at=at(20), now=at(18)
    )
    assert [found.id for found in requests.open_of_heads(conn)] == [asked.id]

    requests.settle(conn, asked, granted=True, by=one.person_id, now=at(19))

    assert people.person(conn, one.person_id).full_name == "Nguyễn Thị Nhưng"
    [found] = people.candidates(conn, [school], [Role.PRINCIPAL], "nhưng")
    assert found.membership.person_id == one.person_id
