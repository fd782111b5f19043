"""One person, several chats: what was to go by a closed way takes another one, exactly once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.messages import Lane, Reply
from bot.domain.people import Role
from bot.storage import (
    Connection,
    announcement_slices,
    announcements,
    broadcasts,
    chasing,
    contacts,
    deliveries,
    people,
    recipients,
    rerouting,
    tasks,
)
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import deliveries as rows
from bot.storage.tables import persons
from tests.storage.world import STARTED, chatting, member, on_each_database, plant, round_of, start, unit_id

ZALO = "zalo:1"
ANYWHERE = {"telegram", "zalo:2"}


def person(conn: Connection, name: str, *channels: str) -> int:
    """Somebody on the staff of C with chats on these channels, who wrote from the last of them last."""
    found = member(conn, name, "C").person_id
    for channel in channels:
        contacts.link(conn, contacts.contact(conn, channel, f"{channel} {name}", STARTED).id, found)
    return found


def queue(
    conn: Connection, who: int, channel: str, lane: Lane = Lane.REMINDER, kind: str = "reminder"
) -> None:
    contact = next(one for one in contacts.contacts_of(conn, who) if one.channel == channel)
    deliveries.queue(
        conn,
        contact=contact,
        body=None,
        lane=lane,
        kind=kind,
        dedupe_key=f"{kind}:{lane}:{who}",
        person_id=who,
        now=STARTED,
        batch="all",
    )


def ways(conn: Connection) -> list[tuple[str, str, str | None]]:
    """Every row, person by person: its channel, its state and its reason."""
    found = conn.execute(
        select(rows.c.channel, rows.c.state, rows.c.reason).order_by(rows.c.person_id, rows.c.id)
    )
    return [(row.channel, row.state, row.reason) for row in found]


@on_each_database
@pytest.mark.parametrize(
    ("chats", "way"),
    [
        (["telegram", ZALO], "telegram"),
        (["telegram", "web", ZALO], "telegram"),
        (["telegram", "zalo:2", ZALO], "zalo:2"),
        (["zalo:2", "telegram", ZALO], "telegram"),
    ],
    ids=["another", "one that rings", "a second bot", "the newer"],
)
def test_a_reminder_takes_the_newest_other_chat(conn: Connection, chats: list[str], way: str):
    plant(conn)
    queue(conn, person(conn, "Lan", *chats), ZALO)

    assert rerouting.without_quota(conn, ZALO, Lane.REMINDER, ANYWHERE, STARTED)
    assert ways(conn) == [(way, "waiting", None)]


@on_each_database
def test_a_chat_that_takes_no_messages_or_whose_channel_is_closed_is_no_way(conn: Connection):
    plant(conn)
    lan, minh = person(conn, "Lan", "telegram", ZALO), person(conn, "Minh", "zalo:2", "web", ZALO)
    contacts.unreachable(conn, contacts.contacts_of(conn, lan)[0].id, "blocked", STARTED)
    queue(conn, lan, ZALO)
    queue(conn, minh, ZALO)

    rerouting.without_quota(conn, ZALO, Lane.REMINDER, {"telegram"}, STARTED)
    assert ways(conn) == [(ZALO, "given_up", "quota")] * 2


@on_each_database
def test_what_is_not_due_is_left_alone(conn: Connection):
    plant(conn)
    queue(conn, person(conn, "Lan", ZALO), ZALO)

    rerouting.without_quota(conn, ZALO, Lane.REMINDER, ANYWHERE, STARTED - timedelta(seconds=1))
    assert ways(conn) == [(ZALO, "waiting", None)]


@on_each_database
def test_only_some_rows_are_settled_at_once_and_none_twice(conn: Connection, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rerouting, "SLICE", 2)
    plant(conn)
    for n in range(5):
        queue(conn, person(conn, f"Người {n}", ZALO), ZALO, Lane.ANNOUNCEMENT, "news:1")

    steps = [rerouting.without_quota(conn, ZALO, Lane.ANNOUNCEMENT, ANYWHERE, STARTED) for _ in range(3)]
    assert steps == [False, False, True]
    assert broadcasts.progress(conn, "all").held == 5


@on_each_database
def test_the_same_intent_is_not_queued_again_after_it_moved(conn: Connection):
    plant(conn)
    lan = person(conn, "Lan", "telegram", ZALO)
    queue(conn, lan, ZALO)
    rerouting.without_quota(conn, ZALO, Lane.REMINDER, ANYWHERE, STARTED)
    queue(conn, lan, ZALO)

    assert len(ways(conn)) == 1


# --- who is to be called


@on_each_database
def test_whoever_heard_nothing_for_want_of_messages_is_on_the_list(conn: Connection):
    plant(conn)
    lan = person(conn, "Lan", ZALO)
    running = start(conn)
    round_ = round_of(conn, running, "staff")
    queue(conn, lan, ZALO)
    rerouting.without_quota(conn, ZALO, Lane.REMINDER, ANYWHERE, STARTED)

    school = unit_id(conn, "C")
    [found] = chasing.unreached(conn, [round_.id], [school])
    assert (found.person_id, found.unsent, found.blocked) == (lan, True, False)
    assert [one.unsent for one in tasks.owing(conn, round_.id, school, running)] == [True]

    queue(conn, lan, ZALO, kind="round:1")
    [sending] = deliveries.claim(conn, ZALO, Lane.REMINDER, STARTED, 1)
    broadcasts_sent(conn, sending.id)
    assert chasing.unreached(conn, [round_.id], [school]) == []


def broadcasts_sent(conn: Connection, delivery_id: int) -> None:
    conn.execute(rows.update().where(rows.c.id == delivery_id).values(state=DeliveryState.SENT.value))


# --- a chat that is lost


@on_each_database
def test_whoever_blocks_one_chat_is_written_to_in_another_until_they_come_back(conn: Connection):
    plant(conn)
    lan = person(conn, "Lan", "telegram", ZALO)
    telegram, zalo = contacts.contacts_of(conn, lan)
    queue(conn, lan, ZALO)
    queue(conn, lan, ZALO, Lane.ANNOUNCEMENT, "news:1")
    deliveries.queue(
        conn,
        contact=zalo,
        body=Reply(text="trả lời"),
        lane=Lane.ANSWER,
        kind="answer",
        dedupe_key="answer:1",
        person_id=lan,
        now=STARTED,
    )

    rerouting.lost(conn, zalo.id, "blocked", STARTED)
    assert people.person(conn, lan).contact_id == telegram.id
    assert ways(conn) == [
        ("telegram", "waiting", None),
        ("telegram", "waiting", None),
        (ZALO, "given_up", "blocked"),
    ]

    contacts.wrote(conn, contacts.contact_by_id(conn, zalo.id), telegram.id)
    assert people.person(conn, lan).contact_id == zalo.id
    assert contacts.contact_by_id(conn, zalo.id).unreachable_at is None


@on_each_database
def test_what_was_put_aside_goes_along(conn: Connection):
    plant(conn)
    lan = person(conn, "Lan", "telegram", ZALO)
    queue(conn, lan, ZALO, Lane.ANNOUNCEMENT, "news:1")
    broadcasts.pause(conn, "all", STARTED)

    rerouting.lost(conn, contacts.contacts_of(conn, lan)[1].id, "blocked", STARTED)
    assert ways(conn) == [("telegram", "paused", None)]


@on_each_database
def test_whoever_has_no_other_chat_keeps_the_lost_one_so_that_the_list_says_so(conn: Connection):
    plant(conn)
    lan = person(conn, "Lan", ZALO)
    queue(conn, lan, ZALO)
    [zalo] = contacts.contacts_of(conn, lan)

    rerouting.lost(conn, zalo.id, "blocked", STARTED)
    assert people.person(conn, lan).contact_id == zalo.id
    assert ways(conn) == [(ZALO, "given_up", "blocked")]


@on_each_database
def test_whom_no_app_reaches_any_more_finds_it_on_the_web(conn: Connection):
    plant(conn)
    lan = person(conn, "Lan", "web", ZALO)
    queue(conn, lan, ZALO)

    rerouting.lost(conn, contacts.contacts_of(conn, lan)[1].id, "blocked", STARTED)
    assert ways(conn) == [("web", "waiting", None)]


@on_each_database
def test_a_chat_that_is_nobodys_is_lost_without_a_sound(conn: Connection):
    plant(conn)
    stranger = contacts.contact(conn, ZALO, "ai đó", STARTED)

    rerouting.lost(conn, stranger.id, "blocked", STARTED)
    assert conn.scalar(select(persons.c.id).where(persons.c.contact_id == stranger.id)) is None


# --- sparing a channel


def announced(conn: Connection, *, frugal: bool) -> int:
    head = chatting(conn, member(conn, "Hiệu trưởng", "C", Role.PRINCIPAL))
    school = unit_id(conn, "C")
    number = announcements.draft(
        conn, unit_id=school, author_id=head.person_id, text="Chiều nay họp", signed="HT", now=STARTED
    )
    announcements.address(conn, number, school, [Role.STAFF], "HT")
    announcements.confirm(conn, number, STARTED, urgent=True, frugal=frugal)
    return number


@on_each_database
@pytest.mark.parametrize(
    ("frugal", "channels"),
    [(False, [ZALO, ZALO, ZALO, "web"]), (True, ["telegram", ZALO, ZALO, "web"])],
    ids=["to everybody where they are", "only to those with no other channel"],
)
def test_a_frugal_announcement_spares_the_quota(conn: Connection, frugal: bool, channels: list[str]):
    plant(conn)
    person(conn, "Lan", "telegram", ZALO)
    person(conn, "Minh", ZALO)
    person(conn, "Nga", "web", ZALO)
    person(conn, "Tú", "web")
    number = announced(conn, frugal=frugal)

    found = announcements.get(conn, number)
    reached = recipients.reached(conn, found, sparing=[ZALO] if frugal else ())
    people = announcement_slices.coming(conn, number)
    assert people is not None
    assert announcement_slices.queue_slice(conn, number, people, STARTED, STARTED, metered=[ZALO]) == 4
    assert [way for way, _, _ in ways(conn)] == channels
    assert reached.by_channel == {way: channels.count(way) for way in channels}
