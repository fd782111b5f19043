"""What is planned into the outbox, as far as there is room: asked at any moment, as the planner is."""

from datetime import datetime
from functools import partial

from bot.domain.ladder import Window
from bot.storage import Connection, Database, drawing, reminders


async def spare_told(database: Database, window: Window) -> int:
    """Heads who are planned for a digest and for a reminder get the digest; returns how many that is."""
    spared, after = 0, 0
    while True:
        more, last = await database.write(partial(_spare, window, after))
        spared += more
        if last is None:
            return spared
        after = last


def _spare(window: Window, after: int, conn: Connection) -> tuple[int, int | None]:
    return reminders.spare_told(conn, window, after)


async def draw(database: Database, now: datetime) -> None:
    """Bring people into the outbox, the earliest due first, in short transactions."""
    rooms: dict[tuple[str, datetime], int] = {}
    for one in await database.read(drawing.ahead):
        place = one.channel, one.due_at
        room = rooms.get(place, one.room)
        came: int | None = 0
        while room > 0 and came is not None:
            came = await database.write(partial(_some, one.occasion_id, room, now))
            room -= came or 0
        rooms[place] = room


def _some(occasion_id: int, most: int, now: datetime, conn: Connection) -> int | None:
    return drawing.draw(conn, occasion_id, most, now)
