"""What the tests of reminders share."""

import pytest

from bot.storage import Database


@pytest.fixture
def database(shared_database: Database) -> Database:
    """None of these tests closes it."""
    return shared_database
