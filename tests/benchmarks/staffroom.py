"""A school whose teachers are registered and have agreed, in the middle of a campaign: for `turns.py`.

    python -m tests.benchmarks.staffroom DATABASE-URL FIRST-CHAT CHATS

Nothing waits to be sent: the announcement of the round counts as made.
"""

import sys
from datetime import UTC, datetime

from bot.campaigns import definition_of, shipped
from bot.domain.deadlines import VIETNAM
from bot.domain.people import Role
from bot.reminders import planner
from bot.storage import Connection, campaign_changes, contacts, people, units
from bot.storage import rungs as rung_store
from bot.storage.engine import database_url, sync_engine
from bot.storage.people import NewMember
from bot.storage.rounds import rounds_of
from bot.storage.schema import upgrade
from bot.storage.units import NewUnit
from tests.fakes.consents import agree

SLUG = "bluezone-hau-giang-2020"
TREE = (
    NewUnit(code="SO", name="Sở GDĐT", kind="department", order=1),
    NewUnit(code="P1", name="Phòng GDĐT", kind="district", parent="SO", order=2),
    NewUnit(code="A", name="Trường THCS A", kind="school", parent="P1", order=3),
)


def fill(conn: Connection, first_chat: int, chats: int, now: datetime) -> None:
    """Write down the school, its teachers with a Telegram chat each, their consent, and the campaign."""
    today = now.astimezone(VIETNAM).date()
    units.save(conn, TREE, today)
    school, top = (units.by_code(conn, code) for code in ("A", "SO"))
    assert school is not None
    assert top is not None
    teachers = people.add_members(
        conn,
        [
            NewMember(full_name=f"Trần Thị Mai {number}", unit_id=school.id, role=Role.STAFF)
            for number in range(chats)
        ],
        now,
    )
    definition = next(definition_of(path) for path in shipped() if path.stem == SLUG)
    running = campaign_changes.start(conn, definition, top.id, now)
    planner.open_rounds(conn, now)
    for round_ in rounds_of(conn, running.id):
        rung_store.mark(conn, round_.id, "open", now, "planned", now)
    for number, teacher in enumerate(teachers):
        contact = contacts.contact(conn, "telegram", str(first_chat + number), now)
        contacts.link(conn, contact.id, teacher.person_id)
        agree(conn, running.id, teacher.person_id, "telegram", now)


def main() -> None:
    setting, first_chat, chats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    upgrade(setting)
    with sync_engine(database_url(setting)).connect() as conn, conn.begin():
        fill(conn, first_chat, chats, datetime.now(UTC))


if __name__ == "__main__":
    main()
