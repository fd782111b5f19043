"""Whose fault a failed piece of work is: the database's, or the work's own."""

from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from bot.errors import InputError
from bot.storage.engine import database_url

#: What a database that cannot be used raises: its driver's errors, and the network's.
TROUBLE = (DBAPIError, OSError)

#: Beginnings of PostgreSQL's codes that say nothing about the work: connection, read-only, rollback
#: (deadlock, serialisation), resources, operator, system
#: (postgresql.org/docs/current/errcodes-appendix.html).
_ENVIRONMENT = ("08", "25006", "40", "53", "55", "57", "58", "XX")


def of_the_database(error: BaseException) -> bool:
    """Whether the same work may succeed later: locked, disk full, connection lost, deadlock.

    A value that a column refuses is the work's own fault and would be refused again.
    """
    if isinstance(error, OSError | NoConnectionLeft):  # no connection was to be had
        return True
    # What the server says to somebody who connects comes as the driver's own.
    code = getattr(getattr(error, "orig", error), "sqlstate", None)
    if code:
        return str(code).startswith(_ENVIRONMENT)
    return isinstance(error, OperationalError | InterfaceError | InternalError)


#: What the databases call it, and what an operator would: the beginning of SQLite's name or of PostgreSQL's
#: code.
_WORDS = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_BUSY": "another program holds the database",
    "SQLITE_LOCKED": "another program holds the database",
    "SQLITE_READONLY": "the database may not be written to",
    "SQLITE_IOERR": "the disk cannot be read or written",
    "SQLITE_CORRUPT": "the database is damaged",
    "53100": "the disk is full",
    "53": "the database has too much to do",
    "25006": "the database may not be written to",
    "57P": "the database was stopped",
    "55": "the database lets nobody in",
}


def reason(error: BaseException) -> str:
    """What is wrong with the database, in the words of an operator's log; empty where it is not to blame."""
    if not of_the_database(error):
        return ""
    original = getattr(error, "orig", error)
    name = getattr(original, "sqlite_errorname", "") or getattr(original, "sqlstate", "") or ""
    return next((words for start, words in _WORDS.items() if name.startswith(start)), "no connection")


def told(error: Exception, setting: str) -> InputError:
    """The trouble with the database of a setting in one sentence: busy, or not to be opened at all."""
    name = getattr(getattr(error, "orig", None), "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return InputError("error-database-busy")
    url = database_url(setting)
    return InputError("error-database-open", path=str(url.database or url.host))
