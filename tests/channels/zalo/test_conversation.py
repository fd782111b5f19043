"""The whole bot behind a Zalo channel: what is typed where elsewhere a button is tapped."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.app import App, build
from bot.channels.zalo import Zalo
from bot.channels.zalo.updates import updates_of
from bot.domain.invites import Links
from bot.storage import open_database
from bot.texts import Texts
from tests.e2e.conftest import NOW, set_up
from tests.fakes.clock import FakeClock
from tests.fakes.zalo.people import Person
from tests.fakes.zalo_server import ZaloServer


@dataclass(frozen=True, slots=True)
class Town:
    """A school whose directive runs, and its people on Zalo."""

    app: App
    server: ZaloServer
    clock: FakeClock

    async def says(self, person: Person, *texts: str) -> str:
        """What the person reads after the last of these."""
        for text in texts:
            await person.says(text)
            [event] = await self.server.bot.poll(0)
            await self.app.workers.receive("zalo:77")(updates_of(event))
            self.clock.advance(timedelta(seconds=2))  # a chat gets a message a second
            await self.app.drain()
        return person.screen[-1].said


@pytest.fixture
async def town(
    server: ZaloServer, zalo: Zalo, sqlite_with_tables: Path, tmp_path: Path
) -> AsyncIterator[Town]:
    await asyncio.to_thread(shutil.copy, sqlite_with_tables, tmp_path / "town.db")
    database = open_database(f"sqlite:///{tmp_path / 'town.db'}")
    await database.write(set_up)
    clock = FakeClock(NOW)
    app = build(
        database=database,
        clock=clock,
        texts=Texts.load("vi"),
        channels=[zalo],
        links=Links(),
        chance=Random(1),
    )
    yield Town(app, server, clock)
    await database.close()


async def test_notices_are_answered_by_their_words_and_never_by_a_number(town: Town) -> None:
    thuy, mai, an = (town.server.bot.person(name) for name in ("Thủy", "Mai", "Ân"))
    await town.says(thuy, "HIEUTRUONG2", "thu thuy", "1")
    await town.says(mai, "GIAOVIEN2", "Đỗ Thị Mai", "2", "Đỗ Thị Mai")
    await town.says(an, "GIAOVIEN2", "Hồ Thiên Ân", "2", "Hồ Thiên Ân")

    notice = thuy.screen[-1]
    assert notice.buttons == ["Xác nhận", "Từ chối"]
    assert notice.typed("Xác nhận") == "Xác nhận", "no numbers in a message that nobody asked for"
    assert "Hồ Thiên Ân" in await town.says(thuy, "xac nhan"), "the newest first"
    assert "Đỗ Thị Mai" in await town.says(thuy, "Xác nhận"), "then the one before"
    assert "Đỗ Thị Mai" not in await town.says(thuy, "Xác nhận")
    for newcomer in (mai, an):
        await town.says(newcomer, "Khai báo")
        assert "Đồng ý" in newcomer.screen[-1].buttons, "they are in, and asked for consent"


async def test_a_message_that_is_delivered_twice_is_answered_once(town: Town) -> None:
    lan = town.server.bot.person("Lan")
    town.server.bot.copies = 2
    await town.says(lan, "xin chào")
    [again] = await town.server.bot.poll(0)
    await town.app.workers.receive("zalo:77")(updates_of(again))
    town.clock.advance(timedelta(seconds=2))
    await town.app.drain()
    assert len(lan.screen) == 1
