"""A clock that ran ahead and is set back: what it put off is done, what was planned stays planned."""

from datetime import timedelta

from sqlalchemy import Connection, select

from bot.domain.channels import Update
from bot.domain.messages import Lane, Reply
from bot.storage import Database, contacts, deliveries, inbox, outcomes, set_back, tables
from tests.fakes.clock import SIGNED

AHEAD = SIGNED + timedelta(hours=3)
SOON, LATEST = SIGNED + timedelta(seconds=20), SIGNED + timedelta(minutes=10)


def queue(conn: Connection, key: str, lane: Lane = Lane.ANSWER, due_in: float = 0) -> int:
    deliveries.queue(
        conn,
        contact=contacts.contact(conn, "telegram", key, SIGNED),
        body=Reply(text=key),
        lane=lane,
        kind="answer",
        dedupe_key=key,
        person_id=None,
        now=AHEAD,
        due_at=AHEAD + timedelta(hours=due_in),
    )
    found = select(tables.deliveries.c.id).where(tables.deliveries.c.dedupe_key == key)
    return int(conn.execute(found).scalar_one())


def pull_in(conn: Connection) -> int:
    return set_back.pull_in(conn, SIGNED, soon=SOON, latest=LATEST)


def due(conn: Connection) -> list[str]:
    claimed = [deliveries.claim(conn, "telegram", lane, SIGNED, 10) for lane in Lane]
    return [one.chat for lane in claimed for one in lane]


async def test_answers_and_retries_are_tried_now(database: Database) -> None:
    def put_off(conn: Connection) -> None:
        queue(conn, "answer")
        failed = queue(conn, "failed", Lane.ANNOUNCEMENT, due_in=-4)
        outcomes.failed(conn, failed, AHEAD, "http-502")
        inbox.receive(conn, "telegram", [Update(key="1", chat="lan", payload={})], SIGNED)
        inbox.failed(conn, 1, "KeyError", AHEAD)

    await database.write(put_off)
    assert await database.write(due) == []
    assert await database.write(lambda conn: inbox.claim(conn, SIGNED)) is None

    assert await database.write(pull_in) == 3
    assert await database.write(due) == ["answer", "failed"]
    assert await database.write(lambda conn: inbox.claim(conn, SIGNED)) is not None
    assert await database.write(pull_in) == 0


async def test_what_is_planned_and_what_the_platform_asked_for_stays(database: Database) -> None:
    def plan(conn: Connection) -> None:
        queue(conn, "tomorrow", due_in=21)
        queue(conn, "reminder", Lane.REMINDER)
        throttled = queue(conn, "throttled", Lane.ANNOUNCEMENT, due_in=-4)
        outcomes.failed(conn, throttled, AHEAD, "throttled")

    await database.write(plan)
    assert await database.write(pull_in) == 0
    assert await database.write(due) == []
