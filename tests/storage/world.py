"""A small province on a database, for tests that need units, people and campaigns that run.

SO (department) ── P1 (district) ── A, B (schools)
                └─ C (school directly under the department) ── C-10A1 (class)
"""

import inspect
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from functools import cache, wraps
from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from bot.campaigns import definition_of, shipped
from bot.domain.deadlines import VIETNAM
from bot.domain.forms import Answers
from bot.domain.people import Membership, Role
from bot.domain.rounds import Round
from bot.domain.standings import Standing
from bot.reminders import planner
from bot.storage import Connection, Database, campaign_changes, contacts, people, units
from bot.storage.campaigns import Running
from bot.storage.people import NewMember
from bot.storage.rounds import rounds_of
from bot.storage.rows import standing_of
from bot.storage.tables import metadata, standings
from bot.storage.units import NewUnit

DEFINITIONS = {path.stem: definition_of(path) for path in shipped()}
BLUEZONE = DEFINITIONS["bluezone-hau-giang-2020"]
AN_TOAN = DEFINITIONS["an-toan-covid-19-2021"]

#: A household of which everybody has installed it, one of which somebody can and has not, and one in
#: which whoever is left cannot.
COMPLETE: Answers = {"self_installed": True, "family_total": 3, "family_installed": 3}
PARTIAL: Answers = {
    "self_installed": True,
    "family_total": 3,
    "family_installed": 1,
    "family_exempt": 0,
    "reason": "later",
}
SETTLED: Answers = {
    "self_installed": True,
    "family_total": 3,
    "family_installed": 1,
    "family_exempt": 2,
    "reason": "too_young",
}


def at(day: int, hour: int = 7, minute: int = 0, month: int = 8, year: int = 2020) -> datetime:
    """A moment on the clocks of Vietnam, UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM).astimezone(UTC)


#: Công văn 1510 is signed, and put to work at once.
STARTED = at(18, 10, 20)
TODAY = date(2020, 8, 18)

TREE = (
    NewUnit(code="SO", name="Sở GDĐT Hậu Giang", kind="department", order=1),
    NewUnit(code="P1", name="Phòng GDĐT Vị Thủy", kind="district", parent="SO", order=2),
    NewUnit(code="A", name="Trường THCS A", kind="school", level="THCS", parent="P1", order=3),
    NewUnit(code="B", name="Trường TH B", kind="school", level="TH", parent="P1", order=4),
    NewUnit(code="C", name="Trường THPT C", kind="school", level="THPT", parent="SO", order=5),
    NewUnit(code="C-10A1", name="Lớp 10A1", kind="class", parent="C", order=6),
)


def on_each_database(test: Callable[..., Any]) -> Callable[..., Awaitable[None]]:
    """Run a test that takes `conn` first inside one transaction of a database of each kind."""

    @wraps(test)
    async def run(shared_database: Database, **others: Any) -> None:
        await shared_database.write(lambda conn: test(conn, **others))

    asked = list(inspect.signature(test).parameters.values())[1:]
    taken = inspect.Parameter("shared_database", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    run.__signature__ = inspect.Signature([taken, *asked])  # type: ignore[attr-defined]
    return run


def in_memory() -> Connection:
    """A connection to a database with empty tables that forgets everything when it is closed.

    It is the same database every time, so that each statement is compiled once for all.
    """
    return _engine().connect()


@cache
def _engine() -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    metadata.create_all(engine)
    return engine


def plant(conn: Connection) -> None:
    """Write down the tree above."""
    units.save(conn, TREE, TODAY)


def unit_id(conn: Connection, code: str) -> int:
    found = units.by_code(conn, code)
    assert found is not None, code
    return found.id


def member(conn: Connection, name: str, unit: str, role: Role = Role.STAFF, **facts: Any) -> Membership:
    """Somebody new on the roster of a unit."""
    new = NewMember(full_name=name, unit_id=unit_id(conn, unit), role=role, **facts)
    return people.add_members(conn, [new], STARTED)[0]


def chatting(conn: Connection, member: Membership) -> Membership:
    """The same, who writes from the chat `chat-<person>`."""
    contact = contacts.contact(conn, "telegram", f"chat-{member.person_id}", STARTED)
    contacts.link(conn, contact.id, member.person_id)
    return member


def start(
    conn: Connection, definition: dict[str, Any] = BLUEZONE, scope: str = "SO", now: datetime = STARTED
) -> Running:
    """Put a campaign to work and open what opens at once, as the command line does."""
    running = campaign_changes.start(conn, definition, unit_id(conn, scope), now)
    planner.open_rounds(conn, now)
    return running


def round_of(conn: Connection, running: Running, obligation: str) -> Round:
    return next(r for r in rounds_of(conn, running.id) if r.obligation == obligation)


def expected(conn: Connection, round_: Round) -> dict[int, Standing]:
    """The standings of a round by the membership or unit that owes."""
    rows = conn.execute(standings.select().where(standings.c.round_id == round_.id))
    found = [standing_of(row) for row in rows]
    return {one.membership_id or one.unit_id or 0: one for one in found}
