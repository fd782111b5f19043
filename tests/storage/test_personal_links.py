"""Personal links in the database: made, found by their address, revoked, gone with the person."""

from datetime import timedelta

from bot.domain.personal_links import LinkEnded
from bot.storage import Connection, audit, erasing, keys, personal_links
from tests.storage.world import STARTED, member, on_each_database, plant

DAY = timedelta(days=1)


@on_each_database
def test_a_link_is_found_by_its_address_whether_it_still_opens_or_not(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C").person_id
    link = personal_links.create(conn, lan, STARTED, by=None)
    token = personal_links.token_of(conn, link)

    assert personal_links.by_token(conn, token) == link
    assert personal_links.revoke(conn, lan, STARTED, by=None) == 1
    found = personal_links.by_token(conn, token)
    assert found is not None
    assert found.ended(STARTED) is LinkEnded.REVOKED
    assert personal_links.of_person(conn, lan, STARTED) is None
    assert personal_links.revoke(conn, lan, STARTED, by=None) == 0


@on_each_database
def test_before_the_first_link_there_is_no_key_and_no_address_opens(conn: Connection):
    plant(conn)

    assert personal_links.by_token(conn, "1." + "A" * 22) is None
    assert keys.find(conn, personal_links.KEY) is None


@on_each_database
def test_the_key_is_drawn_once(conn: Connection):
    first = keys.key(conn, "some")

    assert keys.key(conn, "some") == first
    assert keys.key(conn, "other") != first
    assert len(first) == 64


@on_each_database
def test_whoever_asks_again_is_given_the_same_link_while_it_lasts(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C").person_id
    first = personal_links.lasting(conn, lan, STARTED, by=lan)

    assert personal_links.lasting(conn, lan, STARTED + 10 * DAY, by=lan) == first
    later = personal_links.lasting(conn, lan, STARTED + 20 * DAY, by=lan)
    assert later.expires_at > first.expires_at
    assert personal_links.of_person(conn, lan, STARTED + 20 * DAY) == later


@on_each_database
def test_who_made_and_who_revoked_a_link_is_written_down(conn: Connection):
    plant(conn)
    lan, minh = (member(conn, name, "C").person_id for name in ("Trần Lan", "Lê Minh"))
    personal_links.create(conn, lan, STARTED, by=minh)
    personal_links.revoke(conn, lan, STARTED, by=minh)

    done = audit.history(conn, [f"person:{lan}"], 5)
    assert [(entry.action, entry.person_id) for entry in done] == [
        ("personal-link-end", minh),
        ("personal-link", minh),
    ]


@on_each_database
def test_whoever_has_themselves_deleted_has_no_links(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C").person_id
    token = personal_links.token_of(conn, personal_links.create(conn, lan, STARTED, by=None))

    erasing.erase(conn, lan, STARTED, by=lan)

    assert personal_links.by_token(conn, token) is None
