"""Planning for a nation: what a slice costs hangs on the slice, not on the nation."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.domain.campaigns import Audience
from bot.domain.ladder import Window
from bot.domain.people import Role
from bot.storage import open_database, reminders
from tests.benchmarks.nation import STARTED, TODAY, Nation, settle

WINDOW = Window(day=TODAY, due_at=STARTED, expires_at=STARTED)
AUDIENCES = {
    "staff": Audience(roles=(Role.STAFF,)),
    "pupils": Audience(roles=(Role.PUPIL,)),
    "units": Audience(units=("school",)),
}


@pytest.mark.parametrize("audience", AUDIENCES.values(), ids=AUDIENCES)
async def test_a_slice_reads_only_its_own_part_of_a_round(
    sqlite_with_tables: Path, tmp_path: Path, audience: Audience
):
    path = tmp_path / "khaibao.db"
    shutil.copy(sqlite_with_tables, path)
    database = open_database(f"sqlite:///{path}")
    round_ = await settle(database, Nation(provinces=1, districts=1, schools=2, people=3))

    def ways(conn: Connection) -> list[str]:
        driver: Any = conn.connection.dbapi_connection
        statements: list[str] = []
        driver.set_trace_callback(statements.append)
        try:
            reminders.plan_slice(conn, round_.id, audience, 0, WINDOW, STARTED)
        finally:
            driver.set_trace_callback(None)
        rows = [
            row
            for statement in statements
            if "standings" in statement
            for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}")
        ]
        return [row[3] for row in rows if "standings" in row[3]]

    found = await database.write(ways)
    await database.close()

    assert len(found) >= 2
    assert all("(round_id=? AND home_unit_id>?" in way for way in found)


async def test_every_slice_is_some_units_whole(
    sqlite_with_tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "khaibao.db"
    shutil.copy(sqlite_with_tables, path)
    database = open_database(f"sqlite:///{path}")
    round_ = await settle(database, Nation(provinces=1, districts=1, schools=4, people=3))
    monkeypatch.setattr(reminders, "SLICE", 5)

    def plan(conn: Connection) -> list[int]:
        queued: list[int] = []
        after = 0
        while True:
            more, last = reminders.plan_slice(conn, round_.id, AUDIENCES["staff"], after, WINDOW, STARTED)
            if last is None:
                return queued
            queued.append(more)
            after = last

    queued, again = await database.write(plan), await database.write(plan)
    await database.close()

    assert queued == [6, 6]
    assert again == [0, 0]
