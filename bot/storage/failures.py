"""Whose fault a failed piece of work is: the database's, or the work's own."""

from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError

from bot.errors import InputError
from bot.storage.engine import database_url

#: What a database that cannot be used raises: its driver's errors, and the network's.
TROUBLE = (DBAPIError, OSError)

#: Classes of PostgreSQL's codes that say nothing about the work: connection, rollback (deadlock,
#: serialisation), resources, operator, system (postgresql.org/docs/current/errcodes-appendix.html).
_ENVIRONMENT = ("08", "40", "53", "55", "57", "58", "XX")


def of_the_database(error: BaseException) -> bool:
    """Whether the same work may succeed later: locked, disk full, connection lost, deadlock.

    A value that a column refuses is the work's own fault and would be refused again.
    """
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlstate", None)
    if code:
        return str(code).startswith(_ENVIRONMENT)
    return isinstance(error, OperationalError | InterfaceError | InternalError)


def told(error: Exception, setting: str) -> InputError:
    """The trouble with the database of a setting in one sentence: busy, or not to be opened at all."""
    name = getattr(getattr(error, "orig", None), "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return InputError("error-database-busy")
    url = database_url(setting)
    return InputError("error-database-open", path=str(url.database or url.host))
