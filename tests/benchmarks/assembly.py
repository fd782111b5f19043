"""A school whose staff are to hear an announcement, beside that of `staffroom.py`: for `broadcast.py`."""

from datetime import UTC, datetime

from bot.domain.deadlines import VIETNAM
from bot.domain.people import Role
from bot.storage import Connection, announcements, memberships, people, units
from bot.storage.engine import database_url, sync_engine
from bot.storage.people import NewMember
from bot.storage.schema import upgrade
from bot.storage.tables import contacts, persons
from bot.storage.units import NewUnit
from tests.benchmarks import staffroom

SCHOOL = NewUnit(code="B", name="Trường THCS B", kind="school", parent="P1", order=4)
TEXT = "Sáng thứ Bảy các lớp học bù, thầy cô có mặt trước 7 giờ."


def prepare(setting: str, *, writers: range, recipients: range) -> None:
    """Make the database: those who write (a chat each), and those who will be written to."""
    upgrade(setting)
    now = datetime.now(UTC)
    with sync_engine(database_url(setting)).connect() as conn, conn.begin():
        staffroom.fill(conn, writers.start, len(writers), now)
        units.save(conn, [SCHOOL], now.astimezone(VIETNAM).date())
        _fill(conn, recipients, now)


def _fill(conn: Connection, chats: range, now: datetime) -> None:
    school = units.by_code(conn, SCHOOL.code)
    assert school is not None
    head = NewMember(full_name="Nguyễn Văn Hòa", unit_id=school.id, role=Role.PRINCIPAL)
    staff = [NewMember(full_name=f"Lê Thị Lan {n}", unit_id=school.id, role=Role.STAFF) for n in chats]
    members = people.add_members(conn, [head, *staff], now)[1:]
    linked = [(member.person_id, chat) for member, chat in zip(members, chats, strict=True)]
    conn.execute(
        contacts.insert(),
        [
            {"channel": "telegram", "chat": str(chat), "person_id": person_id, "created_at": now}
            for person_id, chat in linked
        ],
    )
    chat_of = contacts.select().where(contacts.c.person_id == persons.c.id)
    conn.execute(
        persons.update()
        .where(persons.c.id.in_([person_id for person_id, _ in linked]))
        .values(contact_id=chat_of.with_only_columns(contacts.c.id).scalar_subquery())
    )


def announce(setting: str) -> None:
    """The head of the school says yes under the preview; it is queued at the next look of the planner."""
    now = datetime.now(UTC)
    with sync_engine(database_url(setting)).connect() as conn, conn.begin():
        school = units.by_code(conn, SCHOOL.code)
        assert school is not None
        (head, _), *_ = memberships.holders(conn, school.id, [Role.PRINCIPAL])
        signed = f"Hiệu trưởng {SCHOOL.name}"
        draft = announcements.draft(
            conn, unit_id=school.id, author_id=head.id, text=TEXT, signed=signed, now=now
        )
        announcements.address(conn, draft, school.id, [Role.STAFF], signed)
        announcements.confirm(conn, draft, now, urgent=True)  # whatever the hour
