"""Chats change hands: a name that somebody else had taken is given free."""

from bot.storage import Connection, contacts, people
from tests.storage.world import STARTED, chatting, member, on_each_database, plant


@on_each_database
def test_a_name_that_is_released_has_no_chat_and_no_reminders(conn: Connection):
    plant(conn)
    lan, minh = chatting(conn, member(conn, "Trần Lan", "C")), chatting(conn, member(conn, "Lê Minh", "C"))
    second = contacts.contact(conn, "web", "w", STARTED)
    contacts.link(conn, second.id, lan.person_id)

    released = contacts.release(conn, lan.person_id)

    assert [chat.channel for chat in released] == ["telegram", "web"]
    assert contacts.contacts_of(conn, lan.person_id) == []
    assert people.person(conn, lan.person_id).contact_id is None
    assert contacts.contact_by_id(conn, second.id).person_id is None
    assert contacts.taken(conn, [lan.person_id, minh.person_id]) == {minh.person_id}
    assert contacts.release(conn, lan.person_id) == []


@on_each_database
def test_reminders_follow_to_a_page_only_whom_no_app_reaches(conn: Connection):
    plant(conn)
    lan = chatting(conn, member(conn, "Trần Lan", "C"))
    app = contacts.contacts_of(conn, lan.person_id)[0]
    page = contacts.contact(conn, "web", "w", STARTED)

    contacts.link(conn, page.id, lan.person_id)
    page = contacts.contact_by_id(conn, page.id)
    assert people.person(conn, lan.person_id).contact_id == app.id
    contacts.wrote(conn, page, app.id)
    assert people.person(conn, lan.person_id).contact_id == app.id

    contacts.unreachable(conn, app.id, "blocked", STARTED)
    contacts.wrote(conn, page, app.id)
    assert people.person(conn, lan.person_id).contact_id == page.id

    contacts.wrote(conn, contacts.contact_by_id(conn, app.id), page.id)
    assert people.person(conn, lan.person_id).contact_id == app.id


@on_each_database
def test_a_chat_is_found_without_being_made(conn: Connection):
    plant(conn)

    assert contacts.find(conn, "web", "nobody") is None
    made = contacts.contact(conn, "web", "somebody", STARTED)
    assert contacts.find(conn, "web", "somebody") == made
