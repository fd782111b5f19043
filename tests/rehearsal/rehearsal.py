"""The two periods from beginning to end, and what came of them."""

import asyncio
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from random import Random

from bot.campaigns import definition_of, shipped
from bot.domain.deadlines import VIETNAM
from bot.domain.people import Role
from bot.storage import Connection, campaign_changes, open_database, units
from bot.storage.schema import upgrade
from tests.rehearsal import checks, province, seen
from tests.rehearsal.agents import Employee, Ledger
from tests.rehearsal.families import Homeroom, families_of
from tests.rehearsal.findings import Findings
from tests.rehearsal.heads import Head, Newcomer, look
from tests.rehearsal.offices import Officer
from tests.rehearsal.province import DEPARTMENT, Province
from tests.rehearsal.stage import Stage, open_stage

#: Công văn 1510 is put to work; the situation a week after its deadline is looked at.
FIRST = (datetime(2020, 8, 18, 10, 20, tzinfo=VIETNAM), datetime(2020, 9, 5, 18, 0, tzinfo=VIETNAM))
#: Công văn 614: from the day it was signed, four weeks of Mondays and Fridays.
SECOND = (datetime(2021, 2, 19, 8, 0, tzinfo=VIETNAM), datetime(2021, 3, 19, 20, 0, tzinfo=VIETNAM))
BLUEZONE, SAFETY = "bluezone-hau-giang-2020", "an-toan-covid-19-2021"
#: Schools whose heads compare what they see with the export.
WITNESSES = 5
#: When the roster of a day is compared with the denominators.
ROLL_CALL = timedelta(hours=21, minutes=30)

#: Told how much of it is done, of 1.
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    schools: int = 60
    staff: int = 3_000
    pupils: int = 40_000
    seed: int = 1510
    pace: timedelta = timedelta(minutes=2)  #: how long anybody takes for a message, at least
    both: bool = True  #: both periods, or the first alone


@dataclass(slots=True, kw_only=True)
class Rehearsal:
    """The world that people live in (see `agents.World`), and how it went."""

    stage: Stage
    province: Province
    size: Size
    codes: dict[tuple[str, Role], str]
    ends: datetime
    ledger: Ledger = field(default_factory=Ledger)
    findings: Findings = field(default_factory=Findings)
    heads: list[Head] = field(default_factory=list)
    officers: list[Officer] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: float = 0.0

    async def start(self, slug: str) -> None:
        path = next(path for path in shipped() if path.stem == slug)
        work = partial(_start, definition_of(path), self.stage.now)
        await self.stage.database.write(work)
        await self.stage.app.tick()

    async def first(self, progress: Progress) -> None:
        """Bluezone: everybody."""
        await self.start(BLUEZONE)
        for human in self.province.officers:
            officer = Officer(self, human)
            self.officers.append(officer)
            self.stage.begin(officer.phone, officer.life())
        for number, school in enumerate(self.province.schools):
            head = Head(self, school.head, school)
            self.heads.append(head)
            people = [
                (Homeroom if human.leads else Employee)(self, human, school) for human in school.staff[1:]
            ]
            for person in [head, *people, *families_of(self, school)]:
                self.stage.begin(person.phone, person.life())
            if number % 3 == 0:
                newcomer = Newcomer(self, school, number // 3)
                self.stage.begin(newcomer.phone, newcomer.life())
        await self._live(FIRST, progress)

    async def second(self, progress: Progress) -> None:
        """An toàn COVID-19: heads and officers only."""
        self.ends = SECOND[1]
        self.stage.clock.advance(SECOND[0] - self.stage.now)
        await self.start(SAFETY)
        for officer in self.officers:
            self.stage.begin(officer.phone, officer.second())
        for head in self.heads:
            head.phone.blocked = False
            self.stage.begin(head.phone, head.second())
        await self._live(SECOND, progress)

    async def _live(self, span: tuple[datetime, datetime], progress: Progress) -> None:
        start, end = span
        day = start.replace(hour=0, minute=0) + ROLL_CALL

        def passed(now: datetime) -> None:
            progress((now - start) / (end - start))

        while day < end:
            await self.stage.run(day, passed)
            await self.check(partial(checks.denominators, self.findings))
            day += timedelta(days=1)
        await self.stage.run(end, passed)
        progress(1.0)

    async def compare(self, slug: str) -> None:
        """What heads and officers see at the end, in the chat and in the file."""
        for phone in [phone for one in self.stage.platforms.values() for phone in one.phones.values()]:
            phone.life = None
        witnesses = [*self.officers[:3], *self.heads[:WITNESSES]]
        for person in witnesses:
            self.stage.begin(person.phone, look(person, person.human.unit, Random(0)))
        await self.stage.run(self.stage.now + self.size.pace * 25)
        await self.check(partial(seen.figures, self.findings, self.ledger, slug))
        self.ledger.shown.clear()
        self.ledger.exports.clear()

    async def close(self) -> None:
        """The department closes what is over."""
        officer = self.officers[0]
        self.stage.begin(officer.phone, officer.close())
        await self.stage.run(self.stage.now + self.size.pace * 25)

    async def check(self, work: Callable[[Connection, datetime], None]) -> None:
        now = self.stage.now
        await self.stage.database.read(lambda conn: work(conn, now))


def _start(definition: dict[str, object], now: datetime, conn: Connection) -> None:
    department = units.by_code(conn, DEPARTMENT)
    assert department is not None
    campaign_changes.start(conn, definition, department.id, now)


def rehearse(setting: str, size: Size, progress: Progress = lambda done: None) -> Rehearsal:
    """Play both periods on a database without tables, and check everything."""
    upgrade(setting)
    return asyncio.run(_rehearse(setting, size, progress))


async def _rehearse(setting: str, size: Size, progress: Progress) -> Rehearsal:
    database = open_database(setting)
    try:
        began = time.monotonic()
        stage = open_stage(database, FIRST[0], size.seed, size.pace)
        invented = province.invent(
            Random(size.seed), schools=size.schools, staff=size.staff, pupils=size.pupils
        )
        codes = await database.write(lambda conn: province.write(conn, invented, FIRST[0]))
        one = Rehearsal(stage=stage, province=invented, size=size, codes=codes, ends=FIRST[1])
        await one.first(lambda done: progress(done * 0.85))
        await one.compare(BLUEZONE)
        await one.close()
        if size.both:
            await one.second(lambda done: progress(0.85 + done * 0.15))
            await one.compare(SAFETY)
        await one.check(partial(checks.everything, one.findings, one.ledger))
        one.seconds = time.monotonic() - began
        one.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return one
    finally:
        await database.close()
