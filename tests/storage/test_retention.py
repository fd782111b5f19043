"""What is kept, and until when."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.campaigns import definition_of
from bot.domain.people import Role
from bot.reminders import planner
from bot.storage import Connection, Database, campaigns, people, retention, standings, tallies, tasks, units
from bot.storage.campaigns import CampaignState, Running
from bot.storage.people import NewMember
from bot.storage.units import NewUnit

NOW = datetime(2020, 8, 18, 3, 20, tzinfo=UTC)
BLUEZONE = Path(__file__).parents[2] / "campaigns" / "bluezone-hau-giang-2020.yaml"


def one_declaration(conn: Connection) -> Running:
    """A school with one teacher who has declared."""
    units.save(conn, [NewUnit(code="S", name="Trường THCS Một", kind="school")], NOW.date())
    school = units.by_code(conn, "S")
    assert school is not None
    teacher = people.add_members(
        conn, [NewMember(full_name="Lê Văn An", unit_id=school.id, role=Role.STAFF)], NOW
    )[0]
    running = campaigns.start(conn, definition_of(BLUEZONE), school.id, NOW.date(), NOW)
    campaigns.add_rounds(conn, planner.first_rounds(running, NOW))
    planner.open_rounds(conn, NOW)
    task = tasks.tasks_of(conn, teacher.person_id)[0]
    answers = {"self_installed": True, "family_total": 0}
    standings.submit(conn, task.standing.id, answers, by=teacher.person_id, channel="web", now=NOW)
    return running


async def test_answers_go_and_counts_stay_when_the_time_after_the_close_is_over(database: Database) -> None:
    running = await database.write(one_declaration)
    closed = NOW + timedelta(days=20)
    await database.write(lambda conn: campaigns.set_state(conn, running.id, CampaignState.CLOSED, closed))
    over = closed + timedelta(days=running.campaign.retention_days)

    def counts(conn: Connection) -> dict[str, int]:
        return tallies.of(conn, campaigns.rounds_of(conn, running.id)[0].id, running.scope_unit_id)

    before = await database.read(counts)
    assert await database.read(lambda conn: retention.overdue(conn, over - timedelta(seconds=1))) == []
    assert [r.id for r in await database.read(lambda conn: retention.overdue(conn, over))] == [running.id]
    while await database.write(lambda conn: retention.erase_slice(conn, running.id, over)):
        pass
    assert await database.read(lambda conn: retention.overdue(conn, over)) == []
    assert await database.read(counts) == before
    assert before["complete"] == 1


async def test_a_campaign_that_was_never_closed_and_has_an_open_end_is_kept(database: Database) -> None:
    """Công văn 1510 gives pupils no deadline, so its purpose ends only when somebody closes it."""
    await database.write(one_declaration)
    assert await database.read(lambda conn: retention.overdue(conn, NOW + timedelta(days=3650))) == []
