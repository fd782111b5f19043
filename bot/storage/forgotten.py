"""Recognising, on a list that comes again, who asked to be deleted: without keeping who it was.

In place of the name that a row was found by stands a keyed hash of it, which only a list with the same name
in the same unit can be held against. See docs/decisions/0020-left-out-of-lists.md.
"""

import hmac

from sqlalchemy import Connection

from bot.storage import keys

#: The name of the key.
KEY = "forgotten"
#: No name is found by a key that begins so.
SIGN = "-"


def mark(conn: Connection, search_key: str) -> str:
    """What stands in place of a name (as `search_key` writes it) of somebody who was deleted."""
    secret = bytes.fromhex(keys.key(conn, KEY))
    return SIGN + hmac.new(secret, search_key.encode(), "sha256").hexdigest()[:32]
