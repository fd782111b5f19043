"""A nation in the middle of a campaign, of any size: everybody registered, in touch, and mostly through.

For `growth.py` and `planning.py`. Filled by statements over whole tables, not by the doors that people use;
`tallies.recount` says whether the counts are right.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    and_,
    case,
    cast,
    func,
    literal,
    select,
    text,
)

from bot.campaigns import definition_of, shipped
from bot.domain.asking import form_of
from bot.domain.consent import Agreement
from bot.domain.deadlines import VIETNAM
from bot.domain.forms import Answers
from bot.domain.people import Role
from bot.domain.rounds import Round
from bot.domain.standings import State
from bot.domain.tallies import contribution
from bot.reminders import planner
from bot.storage import Database, campaign_changes, campaigns, rounds, tallies, units
from bot.storage.campaigns import Running
from bot.storage.rows import standing_of
from bot.storage.tables import (
    consents,
    contacts,
    deliveries,
    inbox,
    lineage,
    memberships,
    metadata,
    persons,
    sessions,
    standings,
    submissions,
)
from bot.storage.tables import rungs as rungs_table
from bot.storage.units import NewUnit

SLUG = "bluezone-hau-giang-2020"
#: 18 August 2020 in the morning: the directive was signed and put to work at once.
STARTED = datetime(2020, 8, 18, 10, 20, tzinfo=VIETNAM).astimezone(UTC)
TODAY = STARTED.astimezone(VIETNAM).date()
TOP, OFFICER_CHAT = "VN", "officer"

#: What was declared: a household that is through, and one in which somebody can and has not.
DECLARED: dict[State, Answers] = {
    State.COMPLETE: {"self_installed": True, "family_total": 3, "family_installed": 3},
    State.PARTIAL: {
        "self_installed": True,
        "family_total": 3,
        "family_installed": 1,
        "family_exempt": 0,
        "reason": "later",
    },
}

_numbers = Table("numbers", MetaData(), Column("n", Integer, primary_key=True, autoincrement=False))
_N = _numbers.c.n
_WORD = cast(_N, String)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """How many of each, in each one above."""

    provinces: int
    districts: int
    schools: int
    people: int
    missing: int = 0  #: every so many-th person has not declared; 0: nobody has

    @property
    def population(self) -> int:
        return self.provinces * self.districts * self.schools * self.people

    def __str__(self) -> str:
        schools = self.provinces * self.districts * self.schools
        return f"{self.population:,} people in {schools:,} schools"


async def settle(database: Database, nation: Nation) -> Round:
    """Fill an upgraded, empty database; the round in which everybody is expected."""
    round_ = await database.write(lambda conn: _start(conn, nation))
    await database.write(lambda conn: _count_to(conn, nation.population))
    for fill in (_people, _standings, _history):
        await database.write(lambda conn, fill=fill: fill(conn, nation, round_))  # type: ignore[misc]
    await database.write(lambda conn: _tally(conn, round_))
    await database.write(_finish)
    return round_


def running(conn: Connection) -> Running:
    found = campaigns.by_slug(conn, SLUG)
    assert found is not None
    return found


# --- units and the campaign ---------------------------------------------------------------------


def _tree(nation: Nation) -> list[NewUnit]:
    found = [NewUnit(code=TOP, name="Bộ GDĐT", kind="ministry", order=1)]
    for p in range(nation.provinces):
        found.append(NewUnit(code=f"S{p}", name=f"Sở GDĐT {p}", kind="department", order=p, parent=TOP))
        for d in range(nation.districts):
            district = f"P{p}-{d}"
            found.append(
                NewUnit(code=district, name=f"Phòng GDĐT {p}-{d}", kind="district", order=d, parent=f"S{p}")
            )
            found += [
                NewUnit(
                    code=f"T{p}-{d}-{s}",
                    name=f"Trường THCS {p}-{d}-{s}",
                    kind="school",
                    level="THCS",
                    order=s,
                    parent=district,
                )
                for s in range(nation.schools)
            ]
    return found


def _start(conn: Connection, nation: Nation) -> Round:
    units.save(conn, _tree(nation), TODAY)
    top = units.by_code(conn, TOP)
    assert top is not None
    definition = next(definition_of(path) for path in shipped() if path.stem == SLUG)
    one = campaign_changes.start(conn, definition, top.id, STARTED)
    planner.open_rounds(conn, STARTED)
    return next(
        found
        for found in rounds.rounds_of(conn, one.id)
        if Role.STAFF in one.campaign.obligation(found.obligation).audience.roles
    )


# --- people -------------------------------------------------------------------------------------


def _count_to(conn: Connection, last: int) -> None:
    """A table of the numbers from 1, from which rows are made."""
    _numbers.create(conn)
    counted = select(literal(1).label("n")).cte("counted", recursive=True)
    counted = counted.union_all(select(counted.c.n + 1).where(counted.c.n < last))
    conn.execute(_numbers.insert().from_select(["n"], select(counted.c.n)))


def _write(conn: Connection, table: Table, where: Any = None, **values: Any) -> None:
    """A row for each number."""
    columns = [
        value if hasattr(value, "compile") else literal(value, table.c[name].type)
        for name, value in values.items()
    ]
    rows = select(*columns).select_from(_numbers)
    if where is not None:
        rows = rows.where(where)
    conn.execute(table.insert().from_select(list(values), rows, include_defaults=False))


def _school(conn: Connection, nation: Nation) -> Any:
    """The school of the person of a number; schools have ids in a row below each district."""
    district = units.by_code(conn, "P0-0")
    first = units.by_code(conn, "T0-0-0")
    assert district is not None
    assert first is not None
    place = (_N - 1) // nation.people
    # Between the schools of two districts stands the district, of two provinces the department as well.
    above = place // nation.schools + place // (nation.schools * nation.districts)
    return first.id + place + above


def _people(conn: Connection, nation: Nation, _round: Round) -> None:
    name = literal("Trần Thị Mai ") + _WORD
    key = literal("tran thi mai ") + _WORD
    _write(conn, persons, id=_N, full_name=name, search_key=key, sort_key=key, created_at=STARTED)
    _write(conn, contacts, id=_N, channel="telegram", chat=_WORD, person_id=_N, created_at=STARTED)
    conn.execute(persons.update().values(contact_id=persons.c.id))
    _write(
        conn,
        memberships,
        id=_N,
        person_id=_N,
        unit_id=_school(conn, nation),
        role=case((_N % nation.people == 1, Role.PRINCIPAL.value), else_=Role.STAFF.value),
        state="active",
        since=STARTED,
    )
    _officer(conn, nation)


def _officer(conn: Connection, nation: Nation) -> None:
    """Somebody who sees the whole nation."""
    new, top = nation.population + 1, units.by_code(conn, TOP)
    assert top is not None
    conn.execute(
        persons.insert(),
        {
            "id": new,
            "full_name": "Lê Văn An",
            "search_key": "le van an",
            "sort_key": "",
            "created_at": STARTED,
        },
    )
    conn.execute(
        contacts.insert(),
        {"id": new, "channel": "telegram", "chat": OFFICER_CHAT, "person_id": new, "created_at": STARTED},
    )
    conn.execute(persons.update().where(persons.c.id == new).values(contact_id=new))
    post = {"person_id": new, "unit_id": top.id, "role": Role.OFFICER.value, "state": "active"}
    conn.execute(memberships.insert(), {"id": new, "since": STARTED} | post)


# --- what they declared -------------------------------------------------------------------------


def _standings(conn: Connection, nation: Nation, round_: Round) -> None:
    state: Any = case((_N % 3 == 0, State.PARTIAL.value), else_=State.COMPLETE.value)
    if nation.missing == 0:
        state = literal(State.MISSING.value)
    elif nation.missing > 1:
        state = case((_N % nation.missing == 0, State.MISSING.value), else_=state)
    first = _beyond(conn, standings)
    _write(
        conn,
        standings,
        id=first + _N,
        round_id=round_.id,
        membership_id=_N,
        home_unit_id=_school(conn, nation),
        state=state,
        declared_at=case(
            (state == State.MISSING.value, None), else_=literal(STARTED, standings.c.declared_at.type)
        ),
        revision=case((state == State.MISSING.value, 0), else_=1),
    )
    for declared, answers in DECLARED.items():
        rows = select(
            standings.c.id,
            literal(1),
            literal(answers, submissions.c.answers.type),
            standings.c.state,
            literal(STARTED, submissions.c.submitted_at.type),
            standings.c.membership_id,  # of the same number as the person
            literal("telegram"),
        ).where(standings.c.round_id == round_.id, standings.c.state == declared.value)
        columns = ["standing_id", "revision", "answers", "state", "submitted_at", "submitted_by", "channel"]
        conn.execute(submissions.insert().from_select(columns, rows, include_defaults=False))


def _beyond(conn: Connection, table: Table) -> int:
    """The highest id so far."""
    return int(conn.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0)


def _tally(conn: Connection, round_: Round) -> None:
    """Count what everybody declared: how many of each kind in each subtree, times what one of them adds."""
    campaign = running(conn)
    form = form_of(campaign.campaign, round_.obligation, None, round_.label)
    counted = (
        select(lineage.c.ancestor_id, standings.c.state, func.count())
        .join(
            lineage,
            and_(lineage.c.unit_id == standings.c.home_unit_id, lineage.c.tree_on == campaign.tree_on),
        )
        .where(standings.c.round_id == round_.id)
        .group_by(lineage.c.ancestor_id, standings.c.state)
    )
    one_of = {
        State(row.state): standing_of(row)
        for row in conn.execute(select(standings).where(standings.c.round_id == round_.id).limit(1000))
    }
    counts: Counter[tuple[int, str]] = Counter()
    for unit_id, state, number in conn.execute(counted):
        answers = DECLARED.get(State(state))
        for measure, value in contribution(one_of[State(state)], form, answers).items():
            counts[unit_id, measure] += number * value
    tallies.replace(conn, round_.id, counts)


def _history(conn: Connection, nation: Nation, round_: Round) -> None:
    """What years of conversations leave behind."""
    _write(
        conn,
        consents,
        campaign_id=round_.campaign_id,
        person_id=_N,
        agreement=Agreement.OWN.value,
        given_by=_N,
        agreed=True,
        text_key="privacy-consent",
        channel="telegram",
        at=STARTED,
    )
    _write(conn, sessions, owner=literal("person:") + _WORD, state={"topic": ""}, updated_at=STARTED)
    _write(
        conn,
        inbox,
        channel="telegram",
        update_key=literal("old:") + _WORD,
        chat=_WORD,
        payload={"chat": "old", "text": "em cài rồi"},
        state="done",
        received_at=STARTED,
    )
    _write(
        conn,
        deliveries,
        dedupe_key=literal("answer:old:") + _WORD,
        channel="telegram",
        contact_id=_N,
        person_id=_N,
        lane=0,
        kind="answer",
        body={"text": "Đã ghi nhận."},
        state="sent",
        due_at=STARTED,
        created_at=STARTED,
        finished_at=STARTED,
    )
    for one in rounds.rounds_of(conn, round_.campaign_id):  # that they were asked is long ago
        conn.execute(
            rungs_table.insert(),
            {
                "round_id": one.id,
                "rung": "open",
                "due_at": STARTED,
                "planned_at": STARTED,
                "outcome": "planned",
            },
        )


def _finish(conn: Connection) -> None:
    """As the database would be after its own upkeep."""
    _numbers.drop(conn)
    if conn.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        if "id" in table.c:
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            conn.execute(text(f"SELECT setval({sequence}, (SELECT max(id) FROM {table.name}) + 1)"))
    conn.execute(text("ANALYZE"))
