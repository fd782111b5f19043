"""Rounds that live for hours: asked at once, reminded by themselves, and told when they end."""

from datetime import datetime

from bot.domain.forms import QuestionKind
from bot.domain.people import Role
from bot.domain.rounds import Round
from bot.reminders import planner
from bot.storage import Connection, Database, campaigns, rounds
from bot.storage.tables import rungs
from tests.reminders.school import HEAD, LAN, MINH, OFFICER, day_passes, person_id, send_all
from tests.storage.world import AN_TOAN, DEFINITIONS, at, chatting, member, plant, start, unit_id

STORM = DEFINITIONS["an-toan-mua-bao-2026"]


def monday(hour: int, minute: int = 0) -> datetime:
    return at(1, hour, minute, month=3, year=2021)


def province(conn: Connection) -> None:
    """A school and an officer above it, under Công văn 614, the morning's messages sent."""
    plant(conn)
    chatting(conn, member(conn, HEAD, "C", Role.PRINCIPAL))
    chatting(conn, member(conn, OFFICER, "SO", Role.OFFICER))
    start(conn, AN_TOAN, now=monday(6))


def asked(
    conn: Connection, opens: datetime = monday(12), due: datetime = monday(14), scope: str = "SO"
) -> Round:
    return rounds.ask(
        conn,
        campaign_id=campaigns.every(conn)[0].id,
        obligation="situation",
        label="Số học sinh nghỉ",
        question=QuestionKind.AMOUNT,
        scope_unit_id=unit_id(conn, scope),
        asked_by=person_id(conn, OFFICER),
        opens_at=opens,
        due_before=due,
    )


async def heard(database: Database, *moments: datetime) -> list[tuple[str, str, str]]:
    """Who heard of the round, of what kind, and when."""
    found = []
    for moment in moments:
        found += [
            (name, kind.partition(":")[0], when)
            for name, kind, when in await day_passes(database, moment)
            if kind != "reminder"
        ]
    return found


async def test_it_is_asked_in_the_noon_rest_reminded_once_and_its_end_is_told(database: Database):
    await database.write(province)
    await planner.tick(database, monday(7))
    await database.write(asked)

    found = await heard(
        database, monday(12), monday(12, 1), monday(13), monday(13, 30), monday(13, 45), monday(14)
    )

    assert [one for one in found if one[1] == "round" and "14:00" not in one[2]] == [
        (HEAD, "round", "1/3 12:00"),
        (HEAD, "round", "1/3 13:30"),
    ]
    assert (OFFICER, "result", "1/3 14:00") in found
    assert await heard(database, monday(14, 1), monday(15)) == []


async def test_only_the_part_of_the_tree_that_is_asked_hears_of_it(database: Database):
    await database.write(province)
    await planner.tick(database, monday(7))
    await database.write(lambda conn: asked(conn, scope="P1"))

    assert await heard(database, monday(12), monday(13, 30)) == []


async def test_a_round_that_was_withdrawn_asks_and_reminds_nobody(database: Database):
    await database.write(province)
    await planner.tick(database, monday(7))
    round_ = await database.write(asked)
    await heard(database, monday(12))

    assert await database.write(lambda conn: rounds.withdraw(conn, round_.id, monday(12, 30)))
    assert not await database.write(lambda conn: rounds.withdraw(conn, round_.id, monday(12, 31)))

    assert [one for one in await heard(database, monday(13, 30), monday(14)) if one[2] != "1/3 14:00"] == []
    assert OFFICER not in {name for name, _, _ in await heard(database, monday(14, 5))}


async def test_a_round_that_passed_while_the_program_was_down_is_not_asked_afterwards(database: Database):
    await database.write(province)
    await planner.tick(database, monday(7))
    round_ = await database.write(asked)
    await database.write(send_all)

    found = await heard(database, monday(16))

    assert not any(name == HEAD and kind == "round" and "12" in when for name, kind, when in found)
    assert (OFFICER, "result", "1/3 16:00") in found

    def steps(conn: Connection) -> set[str]:
        return {row.rung for row in conn.execute(rungs.select().where(rungs.c.round_id == round_.id))}

    assert await database.read(steps) == {"open", "last-call", "close"}


async def test_a_storm_asks_in_every_round_and_every_hour_until_it_closes(database: Database):
    def storm(conn: Connection) -> None:
        plant(conn)
        for name in (LAN, MINH):
            chatting(conn, member(conn, name, "C"))
        start(conn, STORM, now=at(21, 5, month=11, year=2026))

    await database.write(storm)
    found = []
    for hour, minute in ((5, 30), (6, 30), (7, 30), (8, 30), (9, 30), (11, 0), (12, 0)):
        found += await heard(database, at(21, hour, minute, month=11, year=2026))

    assert [when for name, _, when in found if name == LAN] == [
        *("21/11 05:30", "21/11 06:30", "21/11 07:30", "21/11 08:30", "21/11 11:00", "21/11 12:00")
    ]
