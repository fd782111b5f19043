"""Opening a round a slice at a time comes to the same as all at once, whatever happens in between."""

import pytest
from sqlalchemy import func, select

from bot.domain.people import Role
from bot.reminders import planner
from bot.storage import Connection, Database, campaign_changes, campaigns, filling, lineages, opening, tallies
from bot.storage import standings as standing_store
from bot.storage.campaigns import Running
from bot.storage.rounds import round_by_id
from bot.storage.tables import deliveries, lineage
from tests.reminders.school import LAN, MINH, person_id, school
from tests.storage.world import (
    BLUEZONE,
    COMPLETE,
    STARTED,
    TODAY,
    TREE,
    at,
    chatting,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    unit_id,
)


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "SLICE", 2)
    monkeypatch.setattr(lineages, "SLICE", 2)


def begun(conn: Connection) -> Running:
    """Five teachers of whom one has two posts; a campaign that started, with its tree, and nothing open."""
    plant(conn)
    for name, unit in (("Lan", "A"), ("Minh", "A"), ("Hoa", "B"), ("Tú", "C")):
        chatting(conn, member(conn, name, unit))
    member(conn, "Sơn", "C", Role.PRINCIPAL)
    running = campaign_changes.start(conn, BLUEZONE, unit_id(conn, "SO"), STARTED)
    while lineages.build_slice(conn, running.tree_on):
        pass
    return running


def counted(conn: Connection, running: Running, obligation: str, code: str = "SO") -> int:
    return tallies.of(conn, round_of(conn, running, obligation).id, unit_id(conn, code)).get("expected", 0)


@on_each_database
def test_a_tree_is_written_in_slices_to_the_last_unit(conn: Connection):
    running = begun(conn)
    whole = select(lineage.c.unit_id, lineage.c.ancestor_id, lineage.c.depth).where(
        lineage.c.tree_on == TODAY
    )
    in_slices = {tuple(row) for row in conn.execute(whole)}
    assert lineages.unwritten(conn) == []

    lineages.build(conn, running.tree_on)

    assert in_slices == {tuple(row) for row in conn.execute(whole)}
    assert len({unit for unit, _, _ in in_slices}) == len(TREE)


@pytest.mark.parametrize("obligation", ["staff", "website-guide"])
@on_each_database
def test_slices_count_everybody_once(conn: Connection, obligation: str):
    running = begun(conn)
    round_ = round_of(conn, running, obligation)

    filling.begin(conn, round_, STARTED)
    after: int | None = 0
    seen = []
    while after is not None:
        after = filling.fill_slice(conn, running, round_, after)
        seen.append(counted(conn, running, obligation))

    assert seen == sorted(seen)
    assert seen[0] < 5
    assert seen[-1] == len(expected(conn, round_)) == 5
    assert [counted(conn, running, obligation, code) for code in ("P1", "A", "C")] == (
        [3, 2, 2] if obligation == "staff" else [3, 1, 1]
    )


@on_each_database
def test_a_slice_that_comes_again_changes_nothing(conn: Connection):
    """The program was stopped in the middle of it, and begins anew."""
    running = begun(conn)
    round_ = round_of(conn, running, "staff")
    filling.begin(conn, round_, STARTED)
    filling.fill_slice(conn, running, round_, 0)
    assert [one.id for one in filling.unfinished(conn)] == [round_.id]

    after: int | None = 0
    while after is not None:
        after = filling.fill_slice(conn, running, round_, after)

    assert counted(conn, running, "staff") == 5
    assert filling.unfinished(conn) == []


@on_each_database
def test_who_comes_or_declares_in_the_middle_of_it_is_counted_once(conn: Connection):
    running = begun(conn)
    round_ = round_of(conn, running, "staff")
    filling.begin(conn, round_, STARTED)
    after = filling.fill_slice(conn, running, round_, 0)
    first = next(iter(expected(conn, round_).values()))
    standing_store.submit(conn, first.id, COMPLETE, by=1, channel="web", now=STARTED)
    late = member(conn, "Mới", "B")
    opening.expect_member(conn, late, STARTED)
    while after is not None:
        after = filling.fill_slice(conn, running, round_, after)

    tally = tallies.of(conn, round_.id, unit_id(conn, "SO"))
    assert (tally["expected"], tally["complete"]) == (6, 1)


async def test_nobody_is_written_to_before_the_last_slice(database: Database):
    def half(conn: Connection) -> None:
        school(conn)
        running = campaign_changes.start(conn, BLUEZONE | {"slug": "again"}, unit_id(conn, "SO"), STARTED)
        round_ = round_of(conn, running, "staff")
        filling.begin(conn, round_, STARTED)
        filling.fill_slice(conn, running, round_, 0)

    def waiting(conn: Connection) -> int:
        return conn.scalar(select(func.count()).select_from(deliveries)) or 0

    await database.write(half)
    plans = await database.read(lambda conn: planner._plans(conn, at(18, 10, 30)))
    again = await database.read(lambda conn: campaigns.by_slug(conn, "again"))
    assert again is not None
    assert {plan.running.id for plan in plans} == {1}
    assert await database.read(waiting) == 0

    await planner.tick(database, at(18, 10, 30))

    def told(conn: Connection) -> set[int]:
        rows = conn.execute(select(deliveries.c.person_id).where(deliveries.c.kind == "reminder"))
        return {row.person_id for row in rows}

    wanted = await database.read(lambda conn: {person_id(conn, name) for name in (LAN, MINH)})
    assert wanted <= await database.read(told)
    round_ = await database.read(lambda conn: round_of(conn, again, "staff"))
    assert (await database.read(lambda conn: round_by_id(conn, round_.id))).opened_at == STARTED
