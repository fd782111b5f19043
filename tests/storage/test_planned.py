"""What is planned comes into the outbox by and by, each person once, and is counted from the first moment."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.campaigns import Audience
from bot.domain.ladder import Window
from bot.domain.messages import Lane
from bot.domain.people import Role
from bot.domain.quotas import Quota
from bot.storage import (
    Connection,
    broadcasts,
    chasing,
    contacts,
    deliveries,
    drawing,
    erasing,
    outcomes,
    planned,
    reminders,
    retention,
    spending,
)
from bot.storage import tables as t
from bot.storage.broadcasts import Progress
from bot.storage.campaigns import Running
from bot.storage.outcomes import Receipt
from tests.storage.world import (
    STARTED,
    at,
    chatting,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

NOW = at(20, 8)
TODAY = Window(day=NOW.date(), due_at=NOW, expires_at=at(20, 20))
BATCH = "reminders:2020-08-20"
STAFF = Audience(roles=(Role.STAFF,))


def teachers(conn: Connection, count: int) -> tuple[Running, list[int]]:
    """So many teachers of one school who owe, and their ids."""
    plant(conn)
    people = [chatting(conn, member(conn, f"Người {n}", "C")).person_id for n in range(count)]
    return start(conn), people


def plan(conn: Connection, running: Running, now: datetime = NOW, window: Window = TODAY) -> int:
    new, _ = reminders.plan_slice(conn, round_of(conn, running, "staff").id, STAFF, 0, window, now)
    return new


def draw(conn: Connection, most: int = 100) -> int:
    """Bring at most so many of each occasion into the outbox; how many came."""

    def pieces() -> Iterator[int]:
        for one in drawing.ahead(conn):
            left = most
            while left and (came := drawing.draw(conn, one.occasion_id, left, NOW)) is not None:
                left -= came
                yield came

    return sum(pieces())


def queued(conn: Connection) -> list[int]:
    """Who is in the outbox to be sent to, in its order."""
    waiting = select(t.deliveries.c.person_id).where(t.deliveries.c.state == "waiting")
    return list(conn.scalars(waiting.order_by(t.deliveries.c.id)))


def send(conn: Connection, count: int) -> None:
    claimed = deliveries.claim(conn, "telegram", Lane.REMINDER, NOW, count)
    outcomes.sent(conn, [Receipt(delivery_id=one.id, message_ref="m", at=NOW) for one in claimed])


@on_each_database
def test_people_come_into_the_outbox_some_at_a_time_and_each_once(conn: Connection):
    running, people = teachers(conn, 7)

    assert plan(conn, running) == 7
    assert [draw(conn, 3) for _ in range(4)] == [3, 3, 1, 0]
    assert queued(conn) == people
    assert plan(conn, running) == 0
    assert draw(conn) == 0


@on_each_database
def test_only_so_many_wait_at_once(conn: Connection, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(drawing, "MOST_WAITING", 3)
    running, _ = teachers(conn, 5)
    plan(conn, running)

    assert [one.room for one in drawing.ahead(conn)] == [3]
    draw(conn, 3)
    assert [one.room for one in drawing.ahead(conn)] == [0]
    send(conn, 2)
    assert [one.room for one in drawing.ahead(conn)] == [2]
    draw(conn, 2)
    assert drawing.ahead(conn) == []


@on_each_database
def test_a_channel_that_stands_still_keeps_no_other_waiting(
    conn: Connection, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(drawing, "MOST_WAITING", 2)
    plant(conn)
    for n in range(4):
        contact = contacts.contact(conn, "zalo" if n < 3 else "telegram", f"chat {n}", STARTED)
        contacts.link(conn, contact.id, member(conn, f"Người {n}", "C").person_id)
    plan(conn, start(conn))
    draw(conn, 2)

    rooms = {one.channel: one.room for one in drawing.ahead(conn)}
    assert rooms == {"zalo": 0}
    assert drawing.left_by_channel(conn) == drawing.left_by_channel(conn, ["zalo"]) == {"zalo": 1}
    assert drawing.left_by_channel(conn, ["telegram"]) == {}


@on_each_database
def test_whoever_is_planned_later_comes_in_wherever_they_stand(conn: Connection):
    """A second round on the same day asks somebody who stands before those who are in the outbox."""
    running, people = teachers(conn, 4)
    plan(conn, running)
    draw(conn)
    conn.execute(t.planned.delete().where(t.planned.c.person_id == people[0]))
    conn.execute(t.deliveries.delete().where(t.deliveries.c.person_id == people[0]))

    assert plan(conn, running, NOW + timedelta(hours=1)) == 1
    assert draw(conn) == 1
    assert sorted(queued(conn)) == people


@on_each_database
def test_the_look_for_people_goes_on_behind_many_who_are_in_the_outbox(
    conn: Connection, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(drawing, "LOOKED_AT", 2)
    running, people = teachers(conn, 7)
    plan(conn, running)
    draw(conn, 6)
    conn.execute(t.occasions.update().values(drawn_to=0))

    assert draw(conn) == 1
    assert queued(conn) == people
    assert drawing.ahead(conn) == []


@on_each_database
def test_what_is_due_already_is_one_occasion_whenever_it_is_planned(conn: Connection):
    running, _ = teachers(conn, 2)
    plan(conn, running)
    later = NOW + timedelta(hours=2)

    again = Window(day=TODAY.day, due_at=later, expires_at=TODAY.expires_at)
    assert plan(conn, running, later, again) == 0
    assert conn.scalar(select(func.count()).select_from(t.occasions)) == 1


@on_each_database
def test_everybody_who_is_planned_is_counted(conn: Connection):
    running, _ = teachers(conn, 5)
    plan(conn, running)
    draw(conn, 2)
    send(conn, 1)

    assert broadcasts.progress(conn, BATCH) == Progress(waiting=4, sent=1, given_up={})


@on_each_database
def test_nobody_comes_in_while_a_broadcast_is_paused(conn: Connection):
    running, _ = teachers(conn, 5)
    plan(conn, running)
    draw(conn, 2)

    assert broadcasts.pause(conn, BATCH, NOW) == 5
    assert draw(conn) == 0
    assert broadcasts.progress(conn, BATCH) == Progress(paused=5, given_up={})
    assert broadcasts.resume(conn, BATCH, NOW) == 5
    assert draw(conn) == 3
    assert broadcasts.progress(conn, BATCH) == Progress(waiting=5, given_up={})


@on_each_database
def test_whoever_was_not_in_the_outbox_when_a_broadcast_was_cancelled_never_comes_in(conn: Connection):
    running, _ = teachers(conn, 5)
    plan(conn, running)
    draw(conn, 2)
    send(conn, 1)

    assert broadcasts.cancel(conn, BATCH, NOW) == 4
    assert draw(conn) == 0
    assert broadcasts.progress(conn, BATCH) == Progress(cancelled=4, sent=1, given_up={})


@on_each_database
def test_a_broadcast_is_known_before_anybody_is_in_the_outbox(conn: Connection):
    running, _ = teachers(conn, 3)
    broadcasts.pause(conn, BATCH, NOW)
    plan(conn, running)

    assert broadcasts.latest(conn, 5) == [BATCH]
    broadcasts.resume(conn, BATCH, NOW)
    draw(conn, 1)
    assert broadcasts.latest(conn, 5) == [BATCH]


@on_each_database
def test_a_pause_meets_a_draw_that_had_begun(conn: Connection):
    running, _ = teachers(conn, 3)
    plan(conn, running)
    [found] = drawing.ahead(conn)
    broadcasts.pause(conn, BATCH, NOW)

    assert drawing.draw(conn, found.occasion_id, 3, NOW) is None


@on_each_database
def test_whoever_owes_nothing_any_more_is_cancelled_before_coming_in(conn: Connection):
    running, (first, second, *_) = teachers(conn, 3)
    plan(conn, running)

    assert reminders.wait_for(conn, second)
    reminders.cancel(conn, [second], NOW)
    reminders.cancel(conn, [second], NOW)
    assert not reminders.wait_for(conn, second)
    assert broadcasts.progress(conn, BATCH) == Progress(waiting=2, cancelled=1, given_up={})
    assert draw(conn) == 2
    assert second not in queued(conn)
    assert reminders.wait_for(conn, first)
    assert plan(conn, running) == 0


@on_each_database
def test_a_head_reminds_nobody_who_is_planned_already(conn: Connection):
    running, people = teachers(conn, 3)
    round_, where = round_of(conn, running, "staff"), unit_id(conn, "C")

    def nudge() -> int:
        return reminders.plan_unit(conn, round_.id, where, running.tree_on, TODAY, NOW, but=0)

    assert chasing.would_remind(conn, round_.id, [where], TODAY, NOW, but=0) == frozenset(people)
    plan(conn, running)
    assert chasing.would_remind(conn, round_.id, [where], TODAY, NOW, but=0) == frozenset()
    assert nudge() == 0
    assert queued(conn) == []


@on_each_database
def test_whom_a_head_reminded_is_not_planned_again(conn: Connection):
    running, people = teachers(conn, 3)
    round_, where = round_of(conn, running, "staff"), unit_id(conn, "C")

    assert reminders.plan_unit(conn, round_.id, where, running.tree_on, TODAY, NOW, but=people[0]) == 2
    assert queued(conn) == people[1:]
    assert plan(conn, running) == 1
    assert broadcasts.progress(conn, BATCH).waiting == 3
    assert draw(conn) == 1


@on_each_database
def test_a_digest_takes_the_place_of_the_reminder_and_comes_in_first(
    conn: Connection, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(planned, "SPARED", 1)
    running, people = teachers(conn, 4)

    assert reminders.plan_digests(conn, people[2:], TODAY, NOW) == 2
    assert reminders.plan_digests(conn, people[2:], TODAY, NOW) == 0
    assert plan(conn, running) == 4
    spared: list[int] = []
    after: int | None = 0
    while after is not None:
        more, after = reminders.spare_told(conn, TODAY, after)
        spared.append(more)
    assert sum(spared) == 2
    assert len(spared) > 1
    assert broadcasts.progress(conn, BATCH).waiting == 4
    assert draw(conn) == 4
    assert queued(conn) == [*people[2:], *people[:2]]
    kinds = select(t.deliveries.c.kind, func.count()).group_by(t.deliveries.c.kind)
    assert {tuple(row) for row in conn.execute(kinds)} == {("digest", 2), ("reminder", 2)}


@on_each_database
def test_whoever_is_planned_takes_of_the_month_of_their_channel(conn: Connection):
    running, _ = teachers(conn, 3)
    plan(conn, running)
    draw(conn, 1)

    accounts = spending.accounts(conn, {"telegram": Quota(monthly=100)}, NOW)
    assert accounts["telegram"].waiting == 3


@on_each_database
def test_who_is_forgotten_is_not_planned_any_more(conn: Connection):
    running, people = teachers(conn, 2)
    plan(conn, running)
    erasing.erase(conn, people[0], NOW, by=people[0])

    assert draw(conn) == 1
    assert queued(conn) == people[1:]


@on_each_database
def test_what_was_planned_is_let_go_of_with_the_chats_of_its_day(conn: Connection):
    running, _ = teachers(conn, 3)
    plan(conn, running)
    kept = NOW + retention.CHATS_FOR
    assert retention.forget_chats_slice(conn, kept) == 0

    while retention.forget_chats_slice(conn, kept + timedelta(days=1)):
        pass
    for table in (t.planned, t.occasions):
        assert conn.scalar(select(func.count()).select_from(table)) == 0
