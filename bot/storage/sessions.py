"""Where each conversation stands, so that it goes on after a restart, days of silence, or elsewhere."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from bot.domain.people import Contact
from bot.storage.prepared import Prepared
from bot.storage.tables import sessions

#: The row is locked where several processes take turns, so that one person's turns never cross.
_LOAD = Prepared(select(sessions.c.state).where(sessions.c.owner == bindparam("owner")).with_for_update())
_LOOK = Prepared(select(sessions.c.state).where(sessions.c.owner == bindparam("owner")))
_LAST_TURN = Prepared(select(sessions.c.updated_at).where(sessions.c.owner == bindparam("owner")))
_SAVE = Prepared(
    lambda insert: (statement := insert(sessions)).on_conflict_do_update(
        index_elements=["owner"],
        set_={"state": statement.excluded.state, "updated_at": statement.excluded.updated_at},
    )
)
_DROP = delete(sessions).where(sessions.c.owner == bindparam("owner"))


def owner_of(contact: Contact) -> str:
    """A conversation belongs to the person once they are known, to the chat before that."""
    return f"person:{contact.person_id}" if contact.person_id else f"contact:{contact.id}"


def load(conn: Connection, owner: str) -> dict[str, Any] | None:
    state: dict[str, Any] | None = _LOAD.scalar(conn, owner=owner)
    return state


def look(conn: Connection, owner: str) -> dict[str, Any] | None:
    """The same, to be shown and not to be changed: nobody waits for it."""
    state: dict[str, Any] | None = _LOOK.scalar(conn, owner=owner)
    return state


def last_turn(conn: Connection, owner: str) -> datetime | None:
    """When the conversation was taken up last, this turn left out; None before the first time."""
    found: datetime | None = _LAST_TURN.scalar(conn, owner=owner)
    return found


def save(conn: Connection, owner: str, state: dict[str, Any], now: datetime) -> None:
    _SAVE.run(conn, owner=owner, state=state, updated_at=now)


def drop(conn: Connection, owner: str) -> None:
    conn.execute(_DROP, {"owner": owner})
