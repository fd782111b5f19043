"""A school, a directive, and Telegram's double: as processes of their own, over real HTTP."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.campaigns import definition_of
from bot.domain.deadlines import VIETNAM
from bot.domain.people import Role
from bot.reminders import planner
from bot.rosters.people import PersonRow
from bot.storage import (
    Connection,
    campaign_changes,
    campaigns,
    invites,
    open_database,
    rosters,
    tallies,
    units,
)
from bot.storage.rounds import rounds_of
from bot.storage.units import NewUnit
from tests.e2e.program import REPOSITORY, Program
from tests.fakes.telegram.remote import RemoteTelegram, telegram_process

NOW = datetime(2020, 8, 18, 10, 20, tzinfo=VIETNAM).astimezone(UTC)
CAMPAIGN = REPOSITORY / "campaigns" / "bluezone-hau-giang-2020.yaml"
STAFF = (
    PersonRow(row=2, full_name="Trần Thị Thu Thủy", role=Role.PRINCIPAL, position="Hiệu trưởng", code="1"),
    PersonRow(row=3, full_name="Nguyễn Thị Hồng Nhung", role=Role.STAFF, group="Tổ Toán", code="2"),
    PersonRow(row=4, full_name="Lê Văn An", role=Role.STAFF, group="Tổ Lý", code="3"),
    PersonRow(row=5, full_name="Lê Văn An", role=Role.STAFF, group="Tổ Hóa", code="4"),
)


def set_up(conn: Connection, staff: Sequence[PersonRow] = STAFF) -> None:
    """What an operator's commands do: the tree, the staff list, the campaign, two invites."""
    department = NewUnit(code="SGD", name="Sở Giáo dục và Đào tạo tỉnh Hậu Giang", kind="department")
    school = NewUnit(code="THPT1", name="Trường THPT Vị Thanh", kind="school", level="THPT", parent="SGD")
    units.save(conn, [department, school], NOW.date())
    ids = {code: unit.id for code in ("SGD", "THPT1") if (unit := units.by_code(conn, code))}
    rosters.save_people(conn, ids["THPT1"], staff, NOW.date(), NOW)
    campaign_changes.start(conn, definition_of(CAMPAIGN), ids["SGD"], NOW)
    planner.open_rounds(conn, NOW)
    for code, role in (("GIAOVIEN2", Role.STAFF), ("HIEUTRUONG2", Role.PRINCIPAL)):
        invites.add(conn, code=code, unit_id=ids["THPT1"], role=role, now=NOW, expires_at=None)


@dataclass(frozen=True, slots=True)
class School:
    """A school with a running directive, and the codes that let its people in."""

    program: Program
    telegram: RemoteTelegram
    staff_code: str = "GIAOVIEN2"
    principal_code: str = "HIEUTRUONG2"

    async def tally(self) -> dict[str, int]:
        """The school's numbers for its staff, read past the running program."""
        return await staff_tally(self.program.settings["DATABASE_URL"])


async def staff_tally(database_setting: str) -> dict[str, int]:
    """The numbers of the school's staff."""

    def work(conn: Connection) -> dict[str, int]:
        running, school = campaigns.every(conn)[0], units.by_code(conn, "THPT1")
        assert school is not None
        rounds = rounds_of(conn, running.id)
        staff = next(round_ for round_ in rounds if round_.obligation == "staff")
        return tallies.of(conn, staff.id, school.id)

    database = open_database(database_setting)
    try:
        return await database.read(work)
    finally:
        await database.close()


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[RemoteTelegram]:
    async with telegram_process(journal=tmp_path / "journal.jsonl") as telegram:
        yield telegram


@pytest.fixture
async def school(tmp_path: Path, database_setting: str, telegram: RemoteTelegram) -> School:
    database = open_database(database_setting)
    await database.write(set_up)
    await database.close()
    settings = {
        "DATABASE_URL": database_setting,
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.url,
        "HTTP_PORT": "0",
        "SIMULATED_NOW": NOW.isoformat(),
        "LOG_FORMAT": "json",
    }
    return School(Program(tmp_path, settings), telegram)
