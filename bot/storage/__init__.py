"""Tables and every statement on them: one module per aggregate, on SQLite and PostgreSQL.

Functions take a `Connection` and plain arguments, return domain values and never commit. Statements
are built once, at import: building one costs as much as running it. `engine.py` runs the work.
"""

from sqlalchemy.exc import NoResultFound as NotFound

from bot.storage.engine import Connection, Database, open_database

#: `NotFound` is raised by what loads one row by its id where there is none.
__all__ = ["Connection", "Database", "NotFound", "open_database"]
