"""Whose fault a failure is, and what an operator is told of it."""

import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from bot.delivery.faults import describe
from bot.storage.failures import of_the_database, reason


class FromServer(Exception):
    """An error of PostgreSQL's driver."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("what somebody wrote")
        self.sqlstate = sqlstate


def from_sqlite(name: str) -> OperationalError:
    original = sqlite3.OperationalError("what somebody wrote")
    original.sqlite_errorname = name
    return OperationalError("SELECT 1", None, original)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (from_sqlite("SQLITE_FULL"), "the disk is full"),
        (from_sqlite("SQLITE_BUSY_SNAPSHOT"), "another program holds the database"),
        (from_sqlite("SQLITE_READONLY"), "the database may not be written to"),
        (from_sqlite("SQLITE_IOERR_WRITE"), "the disk cannot be read or written"),
        (OperationalError("SELECT 1", None, FromServer("53100")), "the disk is full"),
        (FromServer("57P03"), "the database was stopped"),  # said to somebody who connects
        (FromServer("25006"), "the database may not be written to"),
        (ConnectionRefusedError(), "no connection"),
        (NoConnectionLeft(), "no connection"),
    ],
    ids=str,
)
def test_a_database_in_trouble_is_named_and_the_work_may_be_tried_again(error: Exception, why: str) -> None:
    assert of_the_database(error)
    assert reason(error) == why
    assert describe(error) == f"{type(error).__name__} ({why})"


@pytest.mark.parametrize(
    "error", [KeyError("x"), IntegrityError("INSERT", None, FromServer("23505"))], ids=["ours", "refused"]
)
def test_what_is_the_works_own_fault_is_not_the_databases(error: Exception) -> None:
    assert not of_the_database(error)
    assert reason(error) == ""
