"""The benchmarks still run: each in its smallest size. What they measure there means nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.reminders import announcing
from bot.storage import open_database
from tests.benchmarks import assembly, broadcast, growth, officers, planning
from tests.benchmarks.nation import Nation


async def test_a_broadcast_reaches_everybody_once():
    found = await broadcast.measure("sequential", broadcast.Load(recipients=12, idle=0))

    assert (found.refused, found.lost, found.twice) == (0, 0, 0)
    assert "sequential" in broadcast.table({"sequential": found})
    assert "no 429: met" in broadcast.verdict(found)


async def test_the_announcement_of_the_benchmark_is_for_its_recipients(tmp_path: Path):
    setting = f"sqlite:///{tmp_path / 'khaibao.db'}"
    assembly.prepare(setting, writers=range(1000, 1002), recipients=range(10_000, 10_012))
    assembly.announce(setting)
    database = open_database(setting)

    assert await announcing.queue(database, datetime.now(UTC)) == 12
    await database.close()


async def test_a_nation_is_filled_as_its_recount_has_it_and_turns_keep_it_so():
    small, large = (Nation(provinces=n, districts=1, schools=10, people=2, missing=2) for n in (1, 2))
    one, other, agreed = await growth.compare("sqlite", small, large, rounds=1)

    assert agreed
    assert "turn, CPU" in growth.table(one.found, other.found)
    assert "equal to the recount: met" in growth.verdict(one, other, agreed)


async def test_everybody_in_a_nation_is_planned_for_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(planning, "IDLE", 0.05)
    found = await planning.measure("sqlite", Nation(provinces=1, districts=1, schools=10, people=3))

    assert 25 <= found.busy.rows <= 30  # but for those who have just declared
    assert found.again.rows == 0
    assert "repeating it is a no-op: met" in planning.verdict(found)
    assert "planner, people write" in planning.table(found)


async def test_every_line_of_the_officer_is_measured():
    found = await officers.measure("sqlite", officers.SMALL)

    assert len(found) == len(officers.SCRIPT) - officers.SCRIPT.count(officers.PLAN)
    assert "news-pause" in officers.table(found)
    assert "writer held" in officers.verdict(found)
