"""A department in the middle of a directive: everybody registered, an announcement confirmed, nothing sent.

What is to be sent is queued by the program itself: the seed holds people and intentions, not one delivery.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.campaigns import definition_of, shipped
from bot.domain.deadlines import VIETNAM
from bot.domain.people import Role
from bot.reminders import planner
from bot.storage import Connection, announcements, campaign_changes, contacts, people, units
from bot.storage.people import NewMember
from bot.storage.units import NewUnit
from tests.fakes.consents import agree

#: The moment at which the simulated clock of each run starts: 18 August 2020, 10:20 in Vietnam, in the
#: hours in which people are reminded.
NOW = datetime(2020, 8, 18, 10, 20, tzinfo=VIETNAM).astimezone(UTC)
SLUG = "bluezone-hau-giang-2020"
#: Teachers of one school.
STAFF = 50
HEAD = "Trưởng phòng"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who lives in the seed: a teacher for each chat."""

    channel: str
    chats: Sequence[str]


def fill(conn: Connection, cast: Cast) -> None:
    """Write the tree, the teachers with a chat and a consent each, the campaign and the announcement."""
    schools = -(-len(cast.chats) // STAFF)
    today = NOW.date()
    tree = [NewUnit(code="SO", name="Sở GDĐT", kind="department")]
    tree += [
        NewUnit(code=f"T{number}", name=f"Trường THCS số {number}", kind="school", level="THCS", parent="SO")
        for number in range(schools)
    ]
    units.save(conn, tree, today)
    ids = {unit.code: found.id for unit in tree if (found := units.by_code(conn, unit.code)) is not None}
    teachers = people.add_members(
        conn,
        [
            NewMember(full_name=f"Trần Thị Mai {number}", unit_id=ids[f"T{number // STAFF}"], role=Role.STAFF)
            for number in range(len(cast.chats))
        ],
        NOW,
    )
    head = people.add_members(
        conn, [NewMember(full_name="Lê Văn An", unit_id=ids["SO"], role=Role.OFFICER)], NOW
    )[0]
    definition = next(definition_of(path) for path in shipped() if path.stem == SLUG)
    running = campaign_changes.start(conn, definition, ids["SO"], NOW)
    planner.open_rounds(conn, NOW)  # somebody may write before the program's first look
    for chat, teacher in zip(cast.chats, teachers, strict=True):
        contact = contacts.contact(conn, cast.channel, chat, NOW)
        contacts.link(conn, contact.id, teacher.person_id)
        agree(conn, running.id, teacher.person_id, cast.channel, NOW)
    text = "Các trường gửi danh sách cán bộ trực trước 16h30 hôm nay."
    number = announcements.draft(
        conn, unit_id=ids["SO"], author_id=head.person_id, text=text, signed=HEAD, now=NOW
    )
    announcements.address(conn, number, ids["SO"], [Role.STAFF], HEAD)
    announcements.confirm(conn, number, NOW, urgent=True)
