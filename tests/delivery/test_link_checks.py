"""Addresses that were declared are looked at once, outside the turn; what does not answer is told once."""

from collections.abc import Callable

from bot.delivery.inbox import EVENT
from bot.delivery.link_checks import LinkChecker
from bot.domain.people import Role
from bot.storage import Connection, Database, contacts, link_checks, standings
from bot.storage.tables import inbox
from tests.fakes.clock import FakeClock
from tests.storage.world import STARTED, at, chatting, expected, member, plant, round_of, start, unit_id

GOOD, BROKEN = "https://thcs-a.example/tot", "https://thcs-a.example/hong"


def school(conn: Connection) -> tuple[int, int]:
    """(standing, principal) of a school that has to post the guide."""
    plant(conn)
    head = chatting(conn, member(conn, "Hiệu Trưởng", "A", Role.PRINCIPAL))
    running = start(conn)
    standing = expected(conn, round_of(conn, running, "website-guide"))[unit_id(conn, "A")]
    return standing.id, head.person_id


def declare(url: str, standing_id: int, by: int) -> Callable[[Connection], None]:
    def work(conn: Connection) -> None:
        standings.submit(conn, standing_id, {"link": url}, by=by, channel="telegram", now=at(20))
        link_checks.want(conn, standing_id, "link", url, at(20))

    return work


class Web:
    """Pages that answer, or do not; and which were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def look(self, url: str) -> str:
        self.asked.append(url)
        return "404" if url == BROKEN else "answers"


def events(conn: Connection) -> list[tuple[str, str]]:
    """(chat, event) of what came into the inbox."""
    return [(row.chat, row.payload[EVENT]) for row in conn.execute(inbox.select().order_by(inbox.c.id))]


def outcome(standing_id: int) -> Callable[[Connection], str | None]:
    def read(conn: Connection) -> str | None:
        found = link_checks.load(conn, standing_id, "link")
        return found.outcome if found else "nothing wanted"

    return read


async def test_what_does_not_answer_is_told_once(database: Database):
    standing_id, head = await database.write(school)
    web, woken = Web(), []
    checker = LinkChecker(database, web.look, clock=FakeClock(STARTED), received=lambda: woken.append(1))

    await database.write(declare(BROKEN, standing_id, head))
    await checker.drain()
    await checker.drain()

    assert web.asked == [BROKEN]
    assert await database.read(outcome(standing_id)) == "404"
    assert await database.read(events) == [(f"chat-{head}", f"link_checked:{standing_id}:link")]
    assert woken == [1]


async def test_what_answers_is_not_worth_a_message(database: Database):
    standing_id, head = await database.write(school)
    web = Web()
    checker = LinkChecker(database, web.look, clock=FakeClock(STARTED), received=lambda: None)

    for _ in range(2):  # declared again as it was: it answered, that is enough
        await database.write(declare(GOOD, standing_id, head))
        await checker.drain()

    assert web.asked == [GOOD]
    assert await database.read(outcome(standing_id)) == "answers"
    assert await database.read(events) == []


async def test_a_corrected_address_is_looked_at_anew(database: Database):
    standing_id, head = await database.write(school)
    web = Web()
    checker = LinkChecker(database, web.look, clock=FakeClock(STARTED), received=lambda: None)

    for url in (BROKEN, BROKEN, GOOD):
        await database.write(declare(url, standing_id, head))
        await checker.drain()

    assert web.asked == [BROKEN, BROKEN, GOOD]
    assert await database.read(outcome(standing_id)) == "answers"


async def test_an_answer_about_an_older_address_says_nothing_about_the_new_one(database: Database):
    standing_id, head = await database.write(school)
    asked: list[str] = []

    async def look(url: str) -> str:
        asked.append(url)
        if url == BROKEN:  # corrected while it was looked at
            await database.write(declare(GOOD, standing_id, head))
            return "404"
        return "answers"

    await database.write(declare(BROKEN, standing_id, head))
    await LinkChecker(database, look, clock=FakeClock(STARTED), received=lambda: None).drain()

    assert asked == [BROKEN, GOOD]
    assert await database.read(outcome(standing_id)) == "answers"
    assert await database.read(events) == []


async def test_whoever_cannot_be_reached_is_not_told(database: Database):
    standing_id, _ = await database.write(school)
    nobody = (await database.write(lambda conn: member(conn, "Văn Thư", "A", Role.CLERK))).person_id
    checker = LinkChecker(database, Web().look, clock=FakeClock(STARTED), received=lambda: None)

    await database.write(declare(BROKEN, standing_id, nobody))
    await checker.drain()

    assert await database.read(outcome(standing_id)) == "404"
    assert await database.read(events) == []


async def test_who_declared_is_told_wherever_they_write_from_now(database: Database):
    standing_id, head = await database.write(school)

    def moves(conn: Connection) -> None:
        contacts.link(conn, contacts.contact(conn, "zalo:1", "new-chat", STARTED).id, head)

    await database.write(declare(BROKEN, standing_id, head))
    await database.write(moves)
    await LinkChecker(database, Web().look, clock=FakeClock(STARTED), received=lambda: None).drain()

    assert await database.read(events) == [("new-chat", f"link_checked:{standing_id}:link")]
