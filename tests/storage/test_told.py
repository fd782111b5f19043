"""What people were told without asking, and what it offered them."""

from bot.domain.messages import Choice, Lane, Reply
from bot.storage import Connection, Database, contacts, deliveries, outcomes, told
from bot.storage.outcomes import Receipt
from tests.fakes.clock import SIGNED


def tell(conn: Connection, label: str, *, kind: str, arrives: bool = True, chat: str = "mine") -> int:
    """A message with one choice; returns its contact."""
    contact = contacts.contact(conn, "zalo:77", chat, SIGNED)
    deliveries.queue(
        conn,
        contact=contact,
        body=Reply(text="?", choices=(Choice(label=label, action=f"do:{len(label)}"),)),
        lane=Lane.ANSWER,
        kind=kind,
        dedupe_key=label,
        person_id=None,
        now=SIGNED,
    )
    if arrives:
        found = deliveries.claim(conn, "zalo:77", Lane.ANSWER, SIGNED, 10)
        outcomes.sent(conn, [Receipt(delivery_id=row.id, message_ref=None, at=SIGNED) for row in found])
    return contact.id


async def test_what_arrived_unasked_is_remembered_the_newest_first(database: Database) -> None:
    def work(conn: Connection) -> list[str]:
        tell(conn, "Xác nhận Lan", kind="notice")
        tell(conn, "Sửa", kind="answer")  # what an answer offers is kept with the session
        tell(conn, "Xác nhận An", kind="notice", chat="other")
        contact = tell(conn, "Nhắc lại sau", kind="reminder")
        tell(conn, "Chưa đến", kind="notice", arrives=False)
        return [choice.label for choice in told.choices(conn, contact)]

    assert await database.write(work) == ["Nhắc lại sau", "Xác nhận Lan"]


async def test_what_lies_far_back_is_forgotten(database: Database) -> None:
    def work(conn: Connection) -> list[Choice]:
        contact = tell(conn, "Xác nhận Lan", kind="notice")
        for number in range(told.LATEST):
            tell(conn, f"Sửa {number}", kind="answer")
        return told.choices(conn, contact)

    assert await database.write(work) == []
