"""Migrations: from nothing to what the code expects, once, on both databases, with a copy beforehand."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.errors import InputError
from bot.storage import Connection, open_database, schema
from bot.storage.tables import metadata
from tests.postgresql import PostgreSQL

NEWEST = schema.newest()
NEXT = '''
"""Remember a colour."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9000", "{newest}", None, None
def upgrade() -> None:
    op.add_column("leases", sa.Column("colour", sa.String(10)))
'''


_numbers = count(1)


def new_database(server: PostgreSQL) -> str:
    """The setting of a new PostgreSQL database without tables."""
    return server.create(f"migrations_{next(_numbers)}")


@pytest.fixture(params=["sqlite", "postgresql"])
def nothing(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The setting of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'khaibao.db'}"
    return new_database(request.getfixturevalue("postgresql"))


def on(setting: str, work: Callable[[Connection], object]) -> object:
    async def run() -> object:
        database = open_database(setting)
        try:
            return await database.write(work)
        finally:
            await database.close()

    return asyncio.run(run())


def test_migrations_lead_from_nothing_to_what_the_code_expects(nothing: str):
    assert schema.upgrade(nothing)

    assert on(nothing, schema.revision_of) == schema.newest() != ""
    assert on(nothing, lambda conn: compare_metadata(MigrationContext.configure(conn), metadata)) == []


def test_an_upgrade_of_what_is_up_to_date_does_nothing(nothing: str, tmp_path: Path):
    schema.upgrade(nothing)
    files = sorted(tmp_path.iterdir())

    assert not schema.upgrade(nothing)
    assert [path for path in sorted(tmp_path.iterdir()) if path.suffix == ".bak"] == []
    assert len(sorted(tmp_path.iterdir())) >= len(files) - 2  # SQLite's own side files come and go


@pytest.fixture
def a_newer_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it will be one day, with one more migration."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9000_colour.py").write_text(NEXT.format(newest=NEWEST))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)


def columns(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(leases)")}


def test_a_file_is_copied_before_it_is_changed(tmp_path: Path, request: pytest.FixtureRequest):
    path = tmp_path / "khaibao.db"
    setting = f"sqlite:///{path}"
    schema.upgrade(setting)
    insert = "INSERT INTO leases (name, holder, until) VALUES ('dispatcher', 'me', '2020-08-30')"
    on(setting, lambda conn: conn.exec_driver_sql(insert))

    request.getfixturevalue("a_newer_version")
    assert schema.upgrade(setting)

    copy = tmp_path / f"khaibao.db.{NEWEST}.bak"
    assert ("colour" in columns(path), "colour" in columns(copy)) == (True, False)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM leases").fetchall() == [("dispatcher",)]


@pytest.fixture
def the_first_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it was with its first migration only."""
    folder = tmp_path / "first"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]*"))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)


FULL = """
INSERT INTO units (id, code, name, kind, search_key) VALUES (1, 'TH', 'Trường', 'school', 'truong');
INSERT INTO persons (id, full_name, search_key, sort_key, created_at)
    VALUES (1, 'Lê An', 'le an', 'a', '2020-08-18 03:20:00');
INSERT INTO memberships (id, person_id, unit_id, role, state, since)
    VALUES (1, 1, 1, 'staff', 'active', '2020-08-18 03:20:00');
INSERT INTO invites (id, code, unit_id, role, created_at)
    VALUES (1, 'AAAA', 1, 'staff', '2020-08-18 03:20:00');
INSERT INTO campaigns (id, slug, definition, state, scope_unit_id, tree_on, started_at)
    VALUES (1, 'x', '{}', 'running', 1, '2020-08-18', '2020-08-18 03:20:00');
INSERT INTO rounds (id, campaign_id, obligation, kind, opens_at)
    VALUES (1, 1, 'staff', 'single', '2020-08-18 03:20:00');
INSERT INTO standings (id, round_id, membership_id, home_unit_id) VALUES (1, 1, 1, 1)
"""


def test_a_database_in_use_keeps_everything_when_it_is_brought_up_to_date(
    nothing: str, request: pytest.FixtureRequest
):
    request.getfixturevalue("the_first_version")
    schema.upgrade(nothing)

    def fill(conn: Connection) -> None:
        for statement in FULL.split(";"):
            conn.exec_driver_sql(statement)

    on(nothing, fill)
    request.getfixturevalue("monkeypatch").undo()

    assert schema.upgrade(nothing)

    def kept(conn: Connection) -> list[object]:
        tables = ("units", "memberships", "invites", "rounds", "standings")
        return [conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() for table in tables]

    assert on(nothing, kept) == [1, 1, 1, 1, 1]
    assert on(nothing, lambda conn: compare_metadata(MigrationContext.configure(conn), metadata)) == []


def test_postgresql_is_brought_up_to_date_too(postgresql: PostgreSQL, request: pytest.FixtureRequest):
    setting = new_database(postgresql)
    schema.upgrade(setting)
    request.getfixturevalue("a_newer_version")

    assert (schema.upgrade(setting), schema.upgrade(setting)) == (True, False)
    assert on(setting, schema.revision_of) == "9000"


def test_a_migration_that_fails_changes_nothing(nothing: str, request: pytest.FixtureRequest):
    schema.upgrade(nothing)
    request.getfixturevalue("a_newer_version")
    (version,) = (schema.MIGRATIONS / "versions").glob("9000*")
    version.write_text(NEXT.format(newest=NEWEST) + "    op.execute('SELECT * FROM no_such_table')\n")

    with pytest.raises(InputError, match="error-database-open"):
        schema.upgrade(nothing)

    assert on(nothing, schema.revision_of) == NEWEST


@pytest.mark.parametrize(
    "setting",
    ["sqlite:////missing/folder/khaibao.db", "postgresql://nobody@127.0.0.1:1/khaibao"],
    ids=["no such folder", "nobody listens there"],
)
def test_a_database_that_cannot_be_reached_is_named(setting: str):
    with pytest.raises(InputError, match="error-database-open"):
        schema.upgrade(setting)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("/postgres?", "/no_such_database?"), ("postgres@", "nobody@")],
    ids=["database", "user"],
)
def test_a_wrong_name_of_a_database_or_user_is_said(postgresql: PostgreSQL, wrong: str, right: str):
    setting = postgresql.setting("postgres")

    with pytest.raises(InputError, match="error-database-open"):
        schema.upgrade(setting.replace(wrong, right))
