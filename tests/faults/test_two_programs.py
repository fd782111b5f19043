"""The program started a second time: refused on SQLite, at work beside the first on PostgreSQL."""

import asyncio
from pathlib import Path

import pytest

from bot import running
from bot.clock import SystemClock
from bot.delivery import dispatcher, holding
from bot.delivery.holding import Holding
from bot.storage import Database, open_database
from tests.crash.scene import NOW
from tests.e2e.program import Program
from tests.faults.conftest import HURRY, Bench, HurriedClock, unhandled, unsent
from tests.faults.sides import PEOPLE


@pytest.mark.timeout(120)
@pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)
async def test_a_second_program_on_one_file_is_refused_in_one_sentence(
    database: Database, database_setting: str, tmp_path: Path
) -> None:
    first = Holding(database, "program", SystemClock())
    assert await first.insist()

    async def live() -> None:
        while True:
            await first.insist()
            await asyncio.sleep(0.2)

    living = asyncio.create_task(live())
    second = Program(tmp_path, {"DATABASE_URL": database_setting, "HTTP_PORT": "0", "LANGUAGE": "en"})
    said = await second.command("run", succeeds=False)
    living.cancel()
    assert said.strip().splitlines()[-1].startswith("Khai báo is already running on this database.")
    assert "Traceback" not in said


@pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)
async def test_what_a_program_left_that_is_no_more_is_taken_over(database: Database) -> None:
    """It cannot be seen whether a program of another machine lives, only that it renews nothing."""
    clock = HurriedClock(NOW)
    gone = Holding(database, "program", clock)
    gone._holder = "elsewhere/1/x"
    assert await gone.insist()
    assert await Holding(database, "program", clock).insist()


@pytest.mark.parametrize("database_setting", ["postgresql"], indirect=True)
async def test_two_programs_on_one_server_share_the_people_and_one_receives(
    bench: Bench, school: Database, database_setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As long as in life: in the hurry of the test a busy machine would lose the one and overstay the other.
    lease = holding.LEASE * HURRY
    for module in (holding, dispatcher):
        monkeypatch.setattr(module, "LEASE", lease)
    monkeypatch.setattr(running, "GRACE", running.GRACE * HURRY)
    other = open_database(database_setting)
    async with bench.running(other):
        async with bench.running(school):
            await bench.sends(6)
            for _ in range(3):
                for person in range(PEOPLE):
                    await bench.side.says("/giupdo", "/trangthai", person=person)
                await bench.side.all_confirmed()
            await bench.sends(6 + 18)
        # One of the two is gone: whatever it did, the other does now.
        await bench.side.says("/giupdo")
        await bench.side.hears("nhắn:")
        await bench.sends(6 + 19)
    for person in range(PEOPLE):
        texts = [message.text for message in bench.side.sent(person)]
        answers = ["giúp" if "nhắn:" in text else "tình hình" for text in texts[-6 - (person == 0) :]]
        assert answers[:6] == ["giúp", "tình hình"] * 3
    assert bench.told("second-poller") == []
    assert await unhandled(school) == []
    assert await unsent(school) == []
    await other.close()
