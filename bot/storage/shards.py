"""People over several bots of one platform: who has how many, and which has room for more."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, bindparam, func, select

from bot.storage.tables import contacts

_USERS = (
    select(contacts.c.channel, func.count().label("people"))
    .where(contacts.c.channel.in_(bindparam("names", expanding=True)))
    .group_by(contacts.c.channel)
)


def users(conn: Connection, names: Collection[str]) -> dict[str, int]:
    """How many people have written to some channels. Whoever blocked a bot may still count for its plan."""
    found = {row.channel: row.people for row in conn.execute(_USERS, {"names": list(names)})}
    return {name: found.get(name, 0) for name in names}


def with_room(conn: Connection, names: Mapping[str, int]) -> str | None:
    """Of some channels, by how many people each may have (0: any number), the one with most room.

    Between equals the first. None where all are full.
    """
    found = users(conn, names)
    room = {name: most - found[name] if most else float("inf") for name, most in names.items()}
    # Where there is no limit, rather the bot with the fewest: each has a quota of its own.
    best = max(room, key=lambda name: (room[name], -found[name]), default=None)
    return best if best is not None and room[best] > 0 else None
