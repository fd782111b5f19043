"""Keys that addresses are signed with: drawn once, kept with the data, the same in every process."""

import secrets

from sqlalchemy import Connection, bindparam, select

from bot.storage.dialects import PerDialect
from bot.storage.tables import keys

_KEY = select(keys.c.value).where(keys.c.name == bindparam("wanted"))
_DRAW = PerDialect(lambda insert: insert(keys).on_conflict_do_nothing())


def find(conn: Connection, name: str) -> str | None:
    """The key of this name; None where none was drawn yet, so nothing can have been signed with it."""
    found: str | None = conn.scalar(_KEY, {"wanted": name})
    return found


def key(conn: Connection, name: str) -> str:
    """The key of this name: 256 random bits, drawn at the first question. Of two at once, one counts."""
    found = find(conn, name)
    if found is None:
        _DRAW.run(conn, {"name": name, "value": secrets.token_hex(32)})
        found = find(conn, name)
    assert found is not None
    return found
