"""Whose fault a failed piece of work is: the database's, or the work's own."""

from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError

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
