"""Both sides of a web chat, read from the inbox and the outbox of each database."""

from datetime import datetime, timedelta

from bot.domain.channels import TELEGRAM, WEB, Update
from bot.domain.messages import Choice, Lane, Reply
from bot.storage import Connection, Database, contacts, deliveries, inbox, outcomes, webchat
from tests.fakes.clock import SIGNED

REPLY = Reply(text="Đã cài chưa?", choices=(Choice(label="Đã cài", action="answer:yes"),))


def hear(conn: Connection, chat: str, number: int, channel: str = WEB) -> None:
    payload = {"type": "text", "chat": chat, "text": f"tin {number}"}
    update = Update(key=f"{chat}:key-{number}", chat=chat, payload=payload)
    inbox.receive(conn, channel, [update], SIGNED + timedelta(minutes=number))


def queue(
    conn: Connection,
    chat: str,
    key: str,
    *,
    channel: str = WEB,
    body: Reply | None = REPLY,
    lane: Lane = Lane.ANSWER,
    due_at: datetime | None = None,
) -> None:
    contact = contacts.contact(conn, channel, chat, SIGNED)
    deliveries.queue(
        conn,
        contact=contact,
        body=body,
        lane=lane,
        kind="test",
        dedupe_key=key,
        person_id=None,
        now=SIGNED,
        due_at=due_at,
    )


async def test_what_a_person_said_comes_oldest_first_and_only_from_their_chat(database: Database) -> None:
    def work(conn: Connection) -> list[webchat.Received]:
        for number in (1, 2):
            hear(conn, "mine", number)
        hear(conn, "other", 3)
        hear(conn, "mine", 4, channel=TELEGRAM)
        return webchat.received(conn, "mine")

    rows = await database.write(work)

    assert [row.payload["text"] for row in rows] == ["tin 1", "tin 2"]
    assert [row.key for row in rows] == ["mine:key-1", "mine:key-2"]
    assert rows[0].at == SIGNED + timedelta(minutes=1)
    assert {row.state for row in rows} == {"waiting"}


async def test_what_was_said_to_a_person_knows_what_it_answers(database: Database) -> None:
    def work(conn: Connection) -> list[webchat.Delivered]:
        queue(conn, "mine", "answer:17")
        queue(conn, "mine", "reminder:5:2020-08-26", lane=Lane.REMINDER)
        queue(conn, "mine", "not-worded-yet", body=None)
        queue(conn, "other", "answer:18")
        queue(conn, "mine", "answer:19", channel=TELEGRAM)
        return webchat.delivered(conn, "mine")

    rows = await database.write(work)

    assert [(row.cause, row.is_answer, row.reply) for row in rows] == [
        (17, True, REPLY),
        (None, False, REPLY),
    ]


async def test_a_message_counts_from_the_moment_it_went_out(database: Database) -> None:
    morning, later = SIGNED + timedelta(hours=20), SIGNED + timedelta(hours=22)

    def work(conn: Connection) -> list[datetime]:
        queue(conn, "mine", "planned", due_at=morning)
        planned = webchat.delivered(conn, "mine")[0]
        (delivery,) = deliveries.claim(conn, WEB, Lane.ANSWER, later, 10)
        outcomes.sent(conn, [outcomes.Receipt(delivery_id=delivery.id, message_ref=None, at=later)])
        return [planned.at, webchat.delivered(conn, "mine")[0].at]

    assert await database.write(work) == [morning, later]


async def test_what_never_arrived_is_not_part_of_the_conversation(database: Database) -> None:
    def work(conn: Connection) -> list[webchat.Delivered]:
        for number, end in enumerate((outcomes.expired, outcomes.cancelled)):
            queue(conn, "mine", f"key-{number}")
            (delivery,) = deliveries.claim(conn, WEB, Lane.ANSWER, SIGNED, 10)
            end(conn, delivery.id, SIGNED)
        return webchat.delivered(conn, "mine")

    assert await database.write(work) == []


async def test_only_the_latest_messages_are_read(database: Database) -> None:
    def work(conn: Connection) -> tuple[list[webchat.Received], list[webchat.Delivered]]:
        for number in range(webchat.LATEST + 3):
            hear(conn, "mine", number)
            queue(conn, "mine", f"answer:{number}")
        return webchat.received(conn, "mine"), webchat.delivered(conn, "mine")

    received, delivered = await database.write(work)

    assert [row.payload["text"] for row in received][:1] == ["tin 3"]
    assert [row.cause for row in delivered][:1] == [3]
    assert len(received) == len(delivered) == webchat.LATEST


async def test_a_key_is_known_once_its_message_is_in_the_inbox(database: Database) -> None:
    def work(conn: Connection) -> tuple[bool, bool]:
        before = webchat.is_known(conn, "mine:key-1")
        hear(conn, "mine", 1)
        return before, webchat.is_known(conn, "mine:key-1")

    assert await database.write(work) == (False, True)
