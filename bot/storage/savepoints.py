"""All or nothing of a part of a transaction, at a fraction of the price of `begin_nested`.

SQLAlchemy compiles a new statement with a new name for every savepoint; three fixed texts do as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from bot.storage.memo import forget
from bot.storage.prepared import Prepared

_SAVEPOINT = Prepared(text("SAVEPOINT piece"))
_ROLLBACK = Prepared(text("ROLLBACK TO SAVEPOINT piece"))
_RELEASE = Prepared(text("RELEASE SAVEPOINT piece"))


@contextmanager
def savepoint(conn: Connection) -> Iterator[None]:
    """Undo what the block did if it raises. May be nested: the name means the innermost."""
    _SAVEPOINT.run(conn)
    try:
        yield
    except BaseException:
        forget(conn)
        _ROLLBACK.run(conn)
        _RELEASE.run(conn)
        raise
    _RELEASE.run(conn)
