"""A school with reminders to send: its people, and what waits for them in the outbox."""

from collections import Counter
from datetime import datetime

from sqlalchemy import select

from bot.domain.deadlines import VIETNAM
from bot.domain.messages import Reply
from bot.domain.people import Role
from bot.handlers.reminder_words import Wording
from bot.reminders import planner
from bot.storage import Connection, Database, campaigns, memberships
from bot.storage.tables import deliveries, persons
from bot.texts import Texts
from tests.fakes.deliveries import reminder
from tests.storage.world import (
    BLUEZONE,
    chatting,
    expected,
    member,
    plant,
    round_of,
    start,
)

TEXTS = Texts.load("vi")
LAN, MINH, HEAD, OFFICER, PUPIL, PARENT = "Lan", "Minh", "Hiệu Trưởng", "Chuyên Viên", "Học Sinh", "Phụ Huynh"


def school(conn: Connection) -> None:
    """Two teachers and a principal who chat, an officer above them; then 1510 begins."""
    plant(conn)
    for name, unit, role in (
        (LAN, "C", Role.STAFF),
        (MINH, "C", Role.STAFF),
        (HEAD, "C", Role.PRINCIPAL),
        (OFFICER, "SO", Role.OFFICER),
    ):
        chatting(conn, member(conn, name, unit, role))
    start(conn)


def queue(conn: Connection) -> Counter[tuple[str, str, str]]:
    """What waits to be sent: (name, kind, when in Vietnam), how often."""
    rows = conn.execute(
        select(persons.c.full_name, deliveries.c.kind, deliveries.c.due_at)
        .join(persons, persons.c.id == deliveries.c.person_id)
        .where(deliveries.c.state == "waiting")
    )
    return Counter(
        (r.full_name, r.kind, r.due_at.astimezone(VIETNAM).strftime("%-d/%-m %H:%M")) for r in rows
    )


def queued(kind: str, when: str, *names: str) -> Counter[tuple[str, str, str]]:
    return Counter((name, kind, when) for name in names)


def send_all(conn: Connection) -> None:
    conn.execute(deliveries.update().values(state="sent"))


async def day_passes(database: Database, now: datetime) -> Counter[tuple[str, str, str]]:
    """A look of the planner; what it queued, which is sent then."""
    await database.write(send_all)
    await planner.tick(database, now)
    return await database.read(queue)


async def heard(database: Database, now: datetime) -> list[str]:
    """A look of the planner, and the sending of what is due: the kinds that reached somebody, and when."""
    await planner.tick(database, now)
    return await database.write(lambda conn: _send(conn, now))


def _send(conn: Connection, now: datetime) -> list[str]:
    found = []
    due = select(deliveries).where(deliveries.c.state == "waiting", deliveries.c.due_at <= now)
    for row in conn.execute(due.order_by(deliveries.c.id)).all():
        delivery = reminder(row)
        said = isinstance(Wording(texts=TEXTS)(conn, delivery, now), Reply)
        ended = {"state": "sent" if said else "cancelled", "finished_at": now}
        conn.execute(deliveries.update().where(deliveries.c.id == row.id).values(ended))
        if said:
            when = row.due_at.astimezone(VIETNAM).strftime("%-d/%-m %H:%M")
            found.append(f"{row.kind.partition(':')[0]} {when}")
    return found


def person_id(conn: Connection, name: str) -> int:
    found: int = conn.scalars(select(persons.c.id).where(persons.c.full_name == name)).one()
    return found


def standing_of(conn: Connection, name: str, obligation: str = "staff", slug: str = BLUEZONE["slug"]) -> int:
    running = campaigns.by_slug(conn, slug)
    assert running is not None
    theirs = {one.id for one in memberships.memberships_of(conn, person_id(conn, name))}
    found = expected(conn, round_of(conn, running, obligation))
    return next(standing.id for key, standing in found.items() if key in theirs)
