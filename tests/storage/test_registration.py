"""Where a conversation stands, and who agreed to what."""

from datetime import timedelta

from bot.domain.consent import Agreement
from bot.domain.people import Role
from bot.storage import Connection, audit, consents, contacts, sessions
from bot.storage.tables import audit as audit_table
from tests.storage.world import STARTED, chatting, member, on_each_database, plant, start

SOON = STARTED + timedelta(minutes=10)


@on_each_database
def test_a_conversation_goes_on_where_it_stood(conn: Connection):
    state = {"asked": "family_total", "answers": {"done": True, "reason": "còn nhỏ"}, "seen": [1, None]}

    assert sessions.load(conn, "person:7") is None
    sessions.save(conn, "person:7", {"asked": "old"}, STARTED)
    sessions.save(conn, "person:7", state, SOON)

    assert sessions.load(conn, "person:7") == state
    assert sessions.load(conn, "person:8") is None
    sessions.drop(conn, "person:7")
    assert sessions.load(conn, "person:7") is None


@on_each_database
def test_a_conversation_belongs_to_the_person_once_they_are_known(conn: Connection):
    plant(conn)
    stranger = contacts.contact(conn, "web", "w", STARTED)
    lan = chatting(conn, member(conn, "Trần Lan", "C"))
    known = contacts.contacts_of(conn, lan.person_id)[0]

    assert sessions.owner_of(stranger) == f"contact:{stranger.id}"
    assert sessions.owner_of(known) == f"person:{lan.person_id}"


@on_each_database
def test_the_latest_answer_to_a_privacy_notice_is_in_force(conn: Connection):
    plant(conn)
    running = start(conn)
    parent, child = member(conn, "Lê Ba", "C", Role.PARENT), member(conn, "Lê Tí", "C-10A1", Role.PUPIL)

    def say(agreement: Agreement, by: int, *, agreed: bool) -> None:
        consents.record(
            conn,
            campaign_id=running.id,
            person_id=child.person_id,
            agreement=agreement,
            agreed=agreed,
            given_by=by,
            text_key="privacy-notice",
            channel="web",
            now=STARTED,
        )

    assert consents.latest(conn, running.id, child.person_id) == {}  # silence is never consent
    say(Agreement.OWN, child.person_id, agreed=False)
    say(Agreement.GUARDIAN, parent.person_id, agreed=True)
    say(Agreement.OWN, child.person_id, agreed=True)
    say(Agreement.GUARDIAN, parent.person_id, agreed=False)

    assert consents.latest(conn, running.id, child.person_id) == {
        Agreement.OWN: True,
        Agreement.GUARDIAN: False,
    }
    assert consents.latest(conn, running.id, parent.person_id) == {}


@on_each_database
def test_who_did_what_is_written_down(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C").person_id

    audit.record(conn, action="approve", subject="membership:7", now=STARTED, person_id=lan)
    audit.record(conn, action="start", subject="campaign:1", now=STARTED)

    rows = conn.execute(audit_table.select().order_by(audit_table.c.id)).all()
    assert [(row.action, row.subject, row.person_id, row.at) for row in rows] == [
        ("approve", "membership:7", lan, STARTED),
        ("start", "campaign:1", None, STARTED),
    ]
