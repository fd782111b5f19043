"""Broadcasts: paused, resumed and cancelled exactly to the row, whatever is in flight."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.messages import Lane, Reply
from bot.domain.people import Role
from bot.domain.tallies import Share
from bot.storage import Connection, audit, broadcasts, contacts, deliveries, outcomes
from bot.storage import tables as t
from bot.storage.broadcasts import Progress
from bot.storage.deliveries import DeliveryState
from bot.storage.outcomes import Receipt
from tests.fakes.clock import SIGNED
from tests.storage.world import chatting, member, on_each_database, plant

NEWS = "announcement:1"


def queue(conn: Connection, count: int, batch: str = NEWS) -> None:
    for n in range(count):
        deliveries.queue(
            conn,
            contact=contacts.contact(conn, "telegram", f"{batch} {n}", SIGNED),
            body=Reply(text="tin"),
            lane=Lane.ANNOUNCEMENT,
            kind="news",
            dedupe_key=f"{batch}:{n}",
            person_id=None,
            now=SIGNED,
            batch=batch,
        )


def claim(conn: Connection, count: int) -> list[int]:
    return [row.id for row in deliveries.claim(conn, "telegram", Lane.ANNOUNCEMENT, SIGNED, count)]


def sent(conn: Connection, *ids: int) -> None:
    outcomes.sent(conn, [Receipt(delivery_id=one, message_ref="m", at=SIGNED) for one in ids])


@on_each_database
def test_what_is_in_flight_ends_and_the_rest_waits_until_it_goes_on(conn: Connection):
    queue(conn, 5)
    first, second = claim(conn, 2)

    assert broadcasts.pause(conn, NEWS, SIGNED) == 3
    assert claim(conn, 5) == []
    sent(conn, first, second)
    assert broadcasts.progress(conn, NEWS) == Progress(paused=3, sent=2, given_up={})
    assert broadcasts.resume(conn, NEWS, SIGNED) == 3
    assert len(claim(conn, 5)) == 3


@on_each_database
def test_what_is_cancelled_is_never_sent(conn: Connection):
    queue(conn, 4)
    [first] = claim(conn, 1)
    broadcasts.pause(conn, NEWS, SIGNED)

    assert broadcasts.cancel(conn, NEWS, SIGNED) == 3
    assert broadcasts.resume(conn, NEWS, SIGNED) == broadcasts.pause(conn, NEWS, SIGNED) == 0
    sent(conn, first)
    assert broadcasts.progress(conn, NEWS) == Progress(sent=1, cancelled=3, given_up={})


@on_each_database
@pytest.mark.parametrize("act", [broadcasts.pause, broadcasts.cancel], ids=["paused", "cancelled"])
def test_whoever_comes_to_wait_afterwards_meets_the_mark_when_claimed(conn: Connection, act):
    queue(conn, 1)
    [failing] = claim(conn, 1)
    act(conn, NEWS, SIGNED)

    outcomes.failed(conn, failing, SIGNED, "http-502")
    queue(conn, 2)  # one of them is new

    met = deliveries.claim(conn, "telegram", Lane.ANNOUNCEMENT, SIGNED, 5)
    assert [one.stopped for one in met] == [broadcasts.mark_of(conn, NEWS)] * 2


@on_each_database
def test_other_broadcasts_go_on(conn: Connection):
    queue(conn, 1)
    queue(conn, 1, "announcement:2")
    broadcasts.pause(conn, NEWS, SIGNED)

    [other] = deliveries.claim(conn, "telegram", Lane.ANNOUNCEMENT, SIGNED, 5)
    assert (other.chat, other.stopped) == ("announcement:2 0", None)


@on_each_database
def test_somebody_with_two_messages_is_one_person_and_done_with_the_second(conn: Connection):
    plant(conn)
    lan, nam = (chatting(conn, member(conn, name, "C")) for name in ("Lan", "Nam"))
    for key, held in (("lan-1", lan), ("lan-2", lan), ("nam-1", nam)):
        deliveries.queue(
            conn,
            contact=contacts.contacts_of(conn, held.person_id)[0],
            body=Reply(text="tin"),
            lane=Lane.ANNOUNCEMENT,
            kind="amend:1",
            dedupe_key=key,
            person_id=held.person_id,
            now=SIGNED,
            batch=NEWS,
        )
    sent(conn, *claim(conn, 3))  # of a chat one at a time

    assert broadcasts.people_done(conn, NEWS) == Share(part=1, whole=2)
    sent(conn, *claim(conn, 3))
    assert broadcasts.people_done(conn, NEWS) == Share(part=2, whole=2)


@on_each_database
def test_who_did_what_is_on_record(conn: Connection):
    plant(conn)
    head = member(conn, "Lan", "C", Role.PRINCIPAL)
    queue(conn, 1)
    broadcasts.pause(conn, NEWS, SIGNED, head.person_id)
    broadcasts.resume(conn, NEWS, SIGNED)

    found = audit.history(conn, [f"batch:{NEWS}"], 5)
    assert [(entry.action, entry.person_id) for entry in found] == [
        ("broadcast-resumed", None),
        ("broadcast-paused", head.person_id),
    ]


@on_each_database
def test_a_paused_reminder_is_taken_back_by_an_answer(conn: Connection):
    plant(conn)
    lan = chatting(conn, member(conn, "Lan", "C"))
    contact = contacts.contacts_of(conn, lan.person_id)[0]
    deliveries.queue(
        conn,
        contact=contact,
        body=None,
        lane=Lane.REMINDER,
        kind="reminder",
        dedupe_key="k",
        person_id=lan.person_id,
        now=SIGNED,
        batch="reminders:2020-08-18",
    )
    broadcasts.pause(conn, "reminders:2020-08-18", SIGNED)

    assert outcomes.cancel_reminders(conn, lan.person_id, SIGNED) == 1
    assert broadcasts.resume(conn, "reminders:2020-08-18", SIGNED) == 0


@on_each_database
def test_the_pace_is_that_of_the_last_minute(conn: Connection):
    queue(conn, 6)
    sent(conn, *claim(conn, 6))

    assert broadcasts.pace(conn, NEWS, SIGNED) == pytest.approx(0.1)
    assert broadcasts.pace(conn, NEWS, SIGNED + timedelta(minutes=2)) == 0
    assert broadcasts.latest(conn, 5) == [NEWS]


@on_each_database
def test_of_many_rows_some_are_put_aside_at_once_and_the_others_when_they_are_met(conn: Connection):
    queue(conn, 5)

    assert broadcasts.pause(conn, NEWS, SIGNED, most=2) == 2
    assert broadcasts.progress(conn, NEWS) == Progress(waiting=3, paused=2, given_up={})
    met = deliveries.claim(conn, "telegram", Lane.ANNOUNCEMENT, SIGNED, 5)
    assert [one.stopped for one in met] == [DeliveryState.PAUSED] * 3


@on_each_database
def test_of_many_rows_that_lay_aside_some_go_on_at_once_and_the_others_soon(conn: Connection):
    queue(conn, 5)
    broadcasts.pause(conn, NEWS, SIGNED)
    assert not broadcasts.unsettled(conn), "they lie where they should"

    assert broadcasts.resume(conn, NEWS, SIGNED, most=2) == 2
    assert broadcasts.unsettled(conn)
    assert broadcasts.settle(conn, SIGNED) == 3
    assert broadcasts.progress(conn, NEWS) == Progress(waiting=5, given_up={})
    assert not broadcasts.unsettled(conn)


@on_each_database
def test_what_lay_aside_ends_with_its_broadcast(conn: Connection):
    queue(conn, 5)
    broadcasts.pause(conn, NEWS, SIGNED)

    assert broadcasts.cancel(conn, NEWS, SIGNED, most=2) == 2
    assert broadcasts.settle(conn, SIGNED) == 3
    assert broadcasts.progress(conn, NEWS) == Progress(cancelled=5, given_up={})
    assert conn.scalar(select(func.count()).where(t.deliveries.c.finished_at == SIGNED)) == 5
