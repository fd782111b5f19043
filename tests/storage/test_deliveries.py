"""The outbox: an intent once, people first, in order per contact, and every end on record."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from bot.domain.messages import Attachment, Choice, Lane, Reply
from bot.domain.people import Contact
from bot.storage import Database, backlog, broadcasts, contacts, deliveries, outcomes
from bot.storage.broadcasts import Progress
from bot.storage.deliveries import Delivery
from bot.storage.outcomes import Receipt
from bot.storage.prepared import Prepared
from bot.storage.tables import persons
from tests.fakes.clock import SIGNED

ANSWER, REMINDER, ANNOUNCEMENT = Lane
MINUTE = timedelta(minutes=1)


def at(conn: Connection, chat: str, channel: str = "telegram") -> Contact:
    return contacts.contact(conn, channel, chat, SIGNED)


def queue(conn: Connection, key: str, chat: str = "lan", **changes: Any) -> bool:
    facts: dict[str, Any] = {
        "contact": at(conn, chat),
        "body": Reply(text=key),
        "lane": ANSWER,
        "kind": "answer",
        "dedupe_key": key,
        "person_id": None,
        "now": SIGNED,
    }
    return deliveries.queue(conn, **(facts | changes))


def claimed(conn: Connection, lane: Lane = ANSWER, now: datetime = SIGNED, limit: int = 10) -> list[str]:
    return [texts(delivery) for delivery in deliveries.claim(conn, "telegram", lane, now, limit)]


def texts(delivery: Delivery) -> str:
    return delivery.body.text if delivery.body else ""


async def test_an_intent_is_queued_once(database: Database):
    assert await database.write(lambda conn: queue(conn, "reminder:17:2020-08-26"))
    assert not await database.write(lambda conn: queue(conn, "reminder:17:2020-08-26", "minh"))
    assert await database.write(claimed) == ["reminder:17:2020-08-26"]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(text="Dạ rõ ạ"),
        Reply(text="Mấy người?", number_expected=True, edits="m1"),
        Reply(
            text="Đúng chưa?", choices=(Choice(label="Đúng", action="ok"), Choice(label="Sửa", action="no"))
        ),
        Reply(text="", attachment=Attachment(ref="7", name="a.png", mime="image/png")),
    ],
    ids=["text", "number, edit", "choices", "attachment"],
)
async def test_a_message_comes_out_as_it_went_in(database: Database, reply: Reply):
    await database.write(lambda conn: queue(conn, "k", body=reply))

    (delivery,) = await database.write(lambda conn: deliveries.claim(conn, "telegram", ANSWER, SIGNED, 1))

    assert delivery.body == reply


async def test_an_answer_of_a_machine_whose_clock_runs_ahead_is_not_overtaken(database: Database):
    ahead = SIGNED + timedelta(seconds=3)

    def work(conn: Connection) -> list[list[str]]:
        queue(conn, "first", now=ahead)
        queue(conn, "second")
        queue(conn, "of somebody else", "minh")
        return [claimed(conn), claimed(conn, now=ahead)]

    assert await database.write(work) == [["of somebody else"], ["first"]]


async def test_a_message_worded_later_has_no_body_until_then(database: Database):
    await database.write(lambda conn: queue(conn, "k", body=None))

    def word(conn: Connection) -> Delivery:
        (delivery,) = deliveries.claim(conn, "telegram", ANSWER, SIGNED, 1)
        deliveries.worded(conn, delivery.id, Reply(text="còn 1 người"))
        outcomes.failed(conn, delivery.id, SIGNED, "http-502", reword=True)
        return delivery

    assert (await database.write(word)).body is None
    (again,) = await database.write(lambda conn: deliveries.claim(conn, "telegram", ANSWER, SIGNED, 1))
    assert again.body is None


async def test_of_one_contact_only_the_oldest_is_handed_out(database: Database):
    await database.write(lambda conn: [queue(conn, "1"), queue(conn, "2"), queue(conn, "3", "minh")])

    assert await database.write(claimed) == ["1", "3"]
    assert await database.write(claimed) == []


async def test_a_message_that_is_tried_again_is_not_overtaken(database: Database):
    await database.write(lambda conn: [queue(conn, "1"), queue(conn, "2")])

    def fail(conn: Connection) -> None:
        (delivery,) = deliveries.claim(conn, "telegram", ANSWER, SIGNED, 1)
        outcomes.failed(conn, delivery.id, SIGNED + MINUTE, "http-502")

    await database.write(fail)

    assert await database.write(claimed) == []
    assert await database.write(lambda conn: claimed(conn, now=SIGNED + MINUTE)) == ["1"]


async def test_a_message_that_is_not_due_blocks_nothing(database: Database):
    tomorrow = SIGNED + timedelta(days=1)
    await database.write(
        lambda conn: [
            queue(conn, "later", lane=REMINDER, due_at=tomorrow),
            queue(conn, "now", lane=REMINDER),
        ]
    )

    assert await database.write(lambda conn: claimed(conn, REMINDER)) == ["now"]


async def test_an_answer_does_not_wait_behind_an_announcement_but_not_the_reverse(database: Database):
    await database.write(
        lambda conn: [queue(conn, "bulk", lane=ANNOUNCEMENT), queue(conn, "bulk 2", lane=ANNOUNCEMENT)]
    )
    await database.write(lambda conn: queue(conn, "answer"))

    assert await database.write(claimed) == ["answer"]
    assert await database.write(lambda conn: claimed(conn, ANNOUNCEMENT)) == ["bulk"]


async def test_another_channel_is_left_alone(database: Database):
    await database.write(lambda conn: queue(conn, "k", contact=at(conn, "lan", "zalo")))

    assert await database.write(claimed) == []


async def test_a_reminder_that_is_cancelled_in_flight_is_not_revived_by_its_failure(database: Database):
    await database.write(lambda conn: queue(conn, "k"))

    def race(conn: Connection) -> None:
        (delivery,) = deliveries.claim(conn, "telegram", ANSWER, SIGNED, 1)
        outcomes.cancelled(conn, delivery.id, SIGNED)
        outcomes.failed(conn, delivery.id, SIGNED, "http-502")

    await database.write(race)

    assert await database.write(claimed) == []


async def test_what_a_dead_dispatcher_had_in_flight_is_sent_again_and_counted(database: Database):
    await database.write(lambda conn: [queue(conn, "1", batch="b"), queue(conn, "2", "minh", batch="b")])
    await database.write(lambda conn: claimed(conn, limit=1))

    assert await database.write(lambda conn: outcomes.recover(conn, "telegram")) == 1
    assert await database.write(claimed) == ["1", "2"]
    assert (await database.read(lambda conn: broadcasts.progress(conn, "b"))).possible_duplicates == 1


async def test_the_reminders_of_a_person_are_cancelled_and_nothing_else(database: Database):
    def prepare(conn: Connection) -> int:
        person_id = conn.execute(
            insert(persons).returning(persons.c.id),
            {"full_name": "Lan", "search_key": "lan", "sort_key": "lan", "created_at": SIGNED},
        ).scalar_one()
        queue(conn, "reminder", lane=REMINDER, person_id=person_id, kind="reminder")
        queue(conn, "digest", lane=REMINDER, person_id=person_id, kind="digest")
        queue(conn, "announcement", lane=ANNOUNCEMENT, person_id=person_id)
        queue(conn, "of another", "minh", lane=REMINDER)
        return int(person_id)

    person_id = await database.write(prepare)

    assert await database.write(lambda conn: outcomes.cancel_reminders(conn, person_id, SIGNED)) == 1
    assert sorted(await database.write(lambda conn: claimed(conn, REMINDER))) == ["digest", "of another"]


async def test_progress_counts_every_end(database: Database):
    def end_each_way(conn: Connection) -> None:
        for n in range(7):
            queue(conn, str(n), f"chat {n}", batch="news", lane=ANNOUNCEMENT)
        queue(conn, "of another batch", "minh", batch="other")
        rows = deliveries.claim(conn, "telegram", ANNOUNCEMENT, SIGNED, 6)
        outcomes.sent(conn, [Receipt(delivery_id=row.id, message_ref="m", at=SIGNED) for row in rows[:2]])
        outcomes.given_up(conn, rows[2].id, "blocked", SIGNED)
        outcomes.expired(conn, rows[3].id, SIGNED)
        outcomes.cancelled(conn, rows[4].id, SIGNED)

    await database.write(end_each_way)

    assert await database.read(lambda conn: broadcasts.progress(conn, "news")) == Progress(
        waiting=2, in_flight=1, sent=2, expired=1, cancelled=1, given_up={"blocked": 1}
    )


async def test_queues_tell_how_much_is_due_and_since_when(database: Database):
    await database.write(
        lambda conn: [
            queue(conn, "1", lane=REMINDER, due_at=SIGNED - MINUTE),
            queue(conn, "2", "minh", lane=REMINDER),
            queue(conn, "later", "hoa", lane=REMINDER, due_at=SIGNED + MINUTE),
        ]
    )

    (queued,) = await database.read(lambda conn: backlog.queues(conn, SIGNED))

    assert (queued.lane, queued.count, queued.oldest_due_at) == (REMINDER, 2, SIGNED - MINUTE)


def plan(conn: Connection) -> None:
    queue(conn, "a", lane=REMINDER, due_at=SIGNED + 3 * MINUTE)
    queue(conn, "b", lane=ANNOUNCEMENT, due_at=SIGNED + 2 * MINUTE)


def retry(conn: Connection) -> None:
    plan(conn)
    queue(conn, "c")
    (delivery,) = deliveries.claim(conn, "telegram", ANSWER, SIGNED, 1)
    outcomes.failed(conn, delivery.id, SIGNED + MINUTE, "http-502")


@pytest.mark.parametrize(
    ("prepare", "minutes"),
    [(lambda conn: None, None), (plan, 2), (retry, 1)],
    ids=["nothing", "the earliest of all lanes", "a retry"],
)
async def test_next_due_is_the_next_moment_at_which_something_may_go(
    database: Database, prepare: Callable[[Connection], None], minutes: int | None
):
    await database.write(prepare)

    due = await database.read(lambda conn: deliveries.next_due(conn, "telegram", SIGNED))

    assert due == (None if minutes is None else SIGNED + minutes * MINUTE)


@pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(deliveries._DUE, id="claim"),
        pytest.param(deliveries._NEXT_DUE, id="next due"),
        pytest.param(outcomes._RECOVER, id="recover"),
        pytest.param(deliveries._THROTTLED_UNTIL, id="throttled"),
        pytest.param(outcomes._GIVE_UP_CONTACT, id="give up contact"),
        pytest.param(broadcasts._PROGRESS, id="progress"),
    ],
)
async def test_no_statement_of_the_sender_reads_what_is_finished(database: Database, statement: Any):
    core: Any = statement.core("sqlite") if isinstance(statement, Prepared) else statement

    def plan_of(conn: Connection) -> list[str]:
        sql = str(core.compile(conn))
        names = core.compile(conn).positiontup or []
        rows = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", tuple(1 for _ in names))
        return [row.detail for row in rows]

    steps = [step for step in await database.read(plan_of) if " deliveries " in step or " ahead " in step]

    assert steps
    for step in steps:
        assert step.startswith("SEARCH"), step
        assert "INDEX ix_deliveries_" in step or "INTEGER PRIMARY KEY" in step, step
