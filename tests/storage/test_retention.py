"""What is kept, and until when."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.campaigns import definition_of
from bot.domain.people import Role
from bot.reminders import planner
from bot.storage import (
    Connection,
    Database,
    campaign_changes,
    campaigns,
    consents,
    memberships,
    people,
    questions,
    requests,
    retention,
    standings,
    tallies,
    tasks,
    units,
)
from bot.storage.campaigns import CampaignState, Running
from bot.storage.people import NewMember
from bot.storage.requests import RequestKind
from bot.storage.rounds import rounds_of
from bot.storage.units import NewUnit
from tests.fakes.consents import agree

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
    running = campaign_changes.start(conn, definition_of(BLUEZONE), school.id, NOW)
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
        return tallies.of(conn, rounds_of(conn, running.id)[0].id, running.scope_unit_id)

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


async def test_consents_are_proved_for_24_months_after_the_declarations_went(database: Database) -> None:
    running = await database.write(one_declaration)

    def consented(conn: Connection) -> int:
        [teacher] = memberships.holders(conn, running.scope_unit_id, (Role.STAFF,))
        agree(conn, running.id, teacher[0].id, "web", NOW)
        return teacher[0].id

    person_id = await database.write(consented)
    closed = NOW + timedelta(days=20)
    await database.write(lambda conn: campaigns.set_state(conn, running.id, CampaignState.CLOSED, closed))
    gone = closed + timedelta(days=running.campaign.retention_days)
    over = gone + retention.PROOF_FOR + timedelta(seconds=1)
    assert await database.write(lambda conn: retention.forget_proof_slice(conn, over)) == 0
    while await database.write(lambda conn: retention.erase_slice(conn, running.id, gone)):
        pass
    assert await database.write(lambda conn: retention.forget_proof_slice(conn, gone)) == 0
    assert len(await database.read(lambda conn: consents.history(conn, person_id))) == 1
    assert await database.write(lambda conn: retention.forget_proof_slice(conn, over)) == 1


async def test_requests_go_a_month_after_they_were_settled_and_questions_a_month_after_they_were_asked(
    database: Database,
) -> None:
    running = await database.write(one_declaration)
    later = NOW + retention.CHATS_FOR + timedelta(seconds=1)

    def ask(conn: Connection) -> int:
        [(one, _)] = memberships.holders(conn, running.scope_unit_id, (Role.STAFF,))
        school = running.scope_unit_id
        questions.add(conn, one.id, school, "Bluezone là gì?", NOW)
        for text in ("settled", "waits"):
            found = requests.add(conn, one.id, school, RequestKind.POST, text, due_at=later, now=NOW)
            if text == "settled":
                requests.settle(conn, found, granted=False, by=one.id, now=NOW)
        return one.id

    person_id = await database.write(ask)
    while await database.write(lambda conn: retention.forget_chats_slice(conn, later)):
        pass
    assert [one.text for one in await database.read(lambda conn: requests.open_of(conn, person_id))] == [
        "waits"
    ]
    assert (
        await database.read(lambda conn: questions.count_since(conn, person_id, NOW - retention.CHATS_FOR))
        == 0
    )
