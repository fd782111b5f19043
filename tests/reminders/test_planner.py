"""The planner: whatever is due and not done, once, however often and wherever it is interrupted."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.forms import Answers
from bot.domain.ladder import Window
from bot.domain.people import MembershipState, Role
from bot.domain.standings import Stopped
from bot.reminders import planner
from bot.storage import (
    Connection,
    Database,
    campaigns,
    contacts,
    follow_ups,
    memberships,
    opening,
    people,
    reminders,
    standings,
)
from bot.storage.campaigns import CampaignState
from bot.storage.tables import rungs
from tests.reminders.school import (
    HEAD,
    LAN,
    MINH,
    OFFICER,
    PARENT,
    PUPIL,
    day_passes,
    person_id,
    queue,
    queued,
    school,
    send_all,
    standing_of,
)
from tests.storage.world import (
    BLUEZONE,
    COMPLETE,
    PARTIAL,
    SETTLED,
    STARTED,
    at,
    chatting,
    member,
    plant,
    round_of,
    start,
    unit_id,
)


async def test_the_evening_of_1510_from_opening_to_overdue(database: Database):
    await database.write(school)

    everybody = (LAN, MINH, HEAD, OFFICER)
    assert await day_passes(database, at(18, 10, 21)) == queued("reminder", "18/8 10:21", *everybody)
    assert await day_passes(database, at(22)) == queued("reminder", "22/8 07:00", LAN, MINH) + queued(
        "digest", "22/8 07:00", HEAD
    )
    assert await day_passes(database, at(24)) == Counter()
    for day, when, told in (
        (26, "26/8", (HEAD,)),
        (28, "28/8", (HEAD,)),
        (29, "29/8", (HEAD,)),
        (31, "31/8", (HEAD, OFFICER)),  # the unit above hears of it when it is overdue, not before
    ):
        assert await day_passes(database, at(day)) == queued("reminder", f"{when} 07:00", LAN, MINH) + queued(
            "digest", f"{when} 07:00", *told
        )
    assert await day_passes(database, at(30, month=10)) == Counter()


async def test_looking_twice_plans_once(database: Database):
    await database.write(school)

    assert (
        await planner.tick(database, at(22)) == 3 + 1
    )  # two teachers, a digest; the guide: nobody new but one
    assert await planner.tick(database, at(22)) == 0
    assert await planner.tick(database, at(22, 7, 20)) == 0


async def test_several_campaigns_make_one_message_a_day(database: Database):
    def two(conn: Connection) -> None:
        school(conn)
        start(conn, BLUEZONE | {"slug": "again"})

    await database.write(two)
    await planner.tick(database, at(18, 10, 21))
    await database.write(send_all)

    await planner.tick(database, at(22))

    assert await database.read(queue) == queued("reminder", "22/8 07:00", LAN, MINH) + queued(
        "digest", "22/8 07:00", HEAD
    )


async def test_a_heads_digest_takes_the_place_of_their_own_reminder(database: Database):
    """Also when another round, planned before, would remind them in their own name."""
    await database.write(school)

    await planner.tick(database, at(22))  # down since the start: the openings of the other rounds are due too

    found = await database.read(queue)
    assert found[HEAD, "digest", "22/8 07:00"] == 1
    assert not any(name == HEAD and kind == "reminder" for name, kind, _ in found)


@pytest.mark.parametrize(
    "answers", [pytest.param(COMPLETE, id="complete"), pytest.param(SETTLED, id="settled")]
)
async def test_who_has_nothing_left_to_do_is_not_reminded(database: Database, answers: Answers):
    def declared(conn: Connection) -> None:
        school(conn)
        standings.submit(
            conn, standing_of(conn, LAN), answers, by=person_id(conn, LAN), channel="web", now=STARTED
        )

    await database.write(declared)

    assert LAN not in {name for name, _, _ in await day_passes(database, at(22))}


async def test_who_declared_a_part_is_reminded_of_the_rest(database: Database):
    def declared(conn: Connection) -> None:
        school(conn)
        standings.submit(
            conn, standing_of(conn, LAN), PARTIAL, by=person_id(conn, LAN), channel="web", now=STARTED
        )

    await database.write(declared)

    assert (LAN, "reminder", "22/8 07:00") in await day_passes(database, at(22))


@pytest.mark.parametrize("why", Stopped)
async def test_who_is_to_be_left_in_peace_is_left_in_peace(database: Database, why: Stopped):
    def stopped(conn: Connection) -> None:
        school(conn)
        standings.set_stopped(conn, standing_of(conn, LAN), why)

    await database.write(stopped)

    assert LAN not in {name for name, _, _ in await day_passes(database, at(22))}


async def test_who_cannot_be_reached_or_is_not_here_yet_gets_nothing(database: Database):
    def without_chats(conn: Connection) -> None:
        school(conn)
        (contact,) = contacts.contacts_of(conn, person_id(conn, LAN))
        contacts.unreachable(conn, contact.id, "blocked", STARTED)
        opening.expect_member(conn, member(conn, "Không Zalo", "C"), STARTED)

    await database.write(without_chats)

    names = {name for name, _, _ in await day_passes(database, at(22))}
    assert names == {MINH, HEAD, OFFICER}


async def test_a_paused_campaign_reminds_nobody(database: Database):
    def paused(conn: Connection) -> None:
        school(conn)
        campaigns.set_state(conn, campaigns.every(conn)[0].id, CampaignState.PAUSED, STARTED)

    await database.write(paused)

    assert await day_passes(database, at(22)) == Counter()


async def test_an_answer_takes_back_the_waiting_reminder_in_its_own_transaction(database: Database):
    await database.write(school)
    await planner.tick(database, at(18, 10, 21))
    await database.write(send_all)
    await planner.tick(database, at(22))

    def answer(conn: Connection) -> None:
        standing = standing_of(conn, LAN)
        standings.submit(conn, standing, COMPLETE, by=person_id(conn, LAN), channel="web", now=at(22, 7, 1))
        reminders.cancel(conn, reminders.responsible_for(conn, standing), at(22, 7, 1))

    def answer_and_fail(conn: Connection) -> None:
        answer(conn)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write(answer_and_fail)
    assert (LAN, "reminder", "22/8 07:00") in await database.read(queue)

    await database.write(answer)
    assert {name for name, _, _ in await database.read(queue)} == {MINH, HEAD}


@pytest.mark.parametrize("last", range(12))
async def test_a_planner_killed_between_any_two_transactions_plans_each_once(database: Database, last: int):
    """The transactions of a look are committed one by one; after the kill the next look does the rest."""
    await database.write(school)

    class Killed(BaseException):
        pass

    class Mortal:
        """The database for as long as the process lives."""

        shared = False
        left = last

        async def write(self, work: Any) -> Any:
            if self.left == 0:
                raise Killed
            self.left -= 1
            return await database.write(work)

        async def read(self, work: Any) -> Any:
            return await database.read(work)

        async def close(self) -> None:
            raise NotImplementedError

    try:
        await planner.tick(Mortal(), at(22))
    except Killed:
        await planner.tick(database, at(22, 7, 1))
    await planner.tick(database, at(22, 7, 2))

    found = await database.read(queue)
    assert {(name, kind): count for (name, kind, _), count in found.items()} == {
        (LAN, "reminder"): 1,
        (MINH, "reminder"): 1,
        (HEAD, "digest"): 1,
        (OFFICER, "reminder"): 1,
    }


async def test_a_slice_at_a_time_reaches_everybody(database: Database, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reminders, "SLICE", 2)

    def crowd(conn: Connection) -> None:
        plant(conn)
        for number in range(7):
            chatting(conn, member(conn, f"Người {number}", "C"))
        start(conn)

    await database.write(crowd)

    assert await planner.tick(database, at(22)) == 7


async def test_steps_missed_while_down_are_written_off(database: Database):
    await database.write(school)
    await planner.tick(database, at(18, 10, 21))
    await database.write(send_all)

    await planner.tick(database, at(27))  # T-7 and T-3 are past
    await planner.tick(database, at(28))

    def outcomes(conn: Connection) -> dict[str, str]:
        round_ = round_of(conn, campaigns.every(conn)[0], "staff")
        found = conn.execute(select(rungs).where(rungs.c.round_id == round_.id))
        return {row.rung: row.outcome for row in found}

    assert await database.read(outcomes) == {
        "open": "planned",
        "t-7": "skipped",
        "t-3": "skipped",
        "t-1": "planned",
        "escalate-3-group_head": "skipped",
        "escalate-1-principal": "planned",
    }
    assert {when for _, _, when in await database.read(queue)} == {"28/8 07:00"}


async def test_pupils_hear_of_it_after_school_and_their_guardians_where_they_have_no_chat(database: Database):
    def family(conn: Connection) -> None:
        plant(conn)
        alone = chatting(conn, member(conn, PUPIL, "C-10A1", Role.PUPIL))
        silent = member(conn, "Em Nhỏ", "C-10A1", Role.PUPIL)
        parent = chatting(conn, member(conn, PARENT, "C-10A1", Role.PARENT))
        other = chatting(conn, member(conn, "Mẹ", "C-10A1", Role.PARENT))
        people.add_guardian(conn, parent.person_id, silent.person_id)
        people.add_guardian(conn, other.person_id, alone.person_id)
        start(conn)

    await database.write(family)

    assert await day_passes(database, at(18, 10, 21)) == queued("reminder", "18/8 17:00", PUPIL, PARENT)


async def test_a_snooze_holds_the_ladder_back_and_comes_back_at_its_time(database: Database):
    def snooze(conn: Connection) -> None:
        school(conn)
        follow_ups.promise(conn, person_id(conn, LAN), [standing_of(conn, LAN)], at(22, 19, 30))

    await database.write(snooze)
    await planner.tick(database, at(18, 10, 21))

    assert LAN not in {name for name, _, _ in await day_passes(database, at(22))}
    assert await database.read(follow_ups.next_due) == at(22, 19, 30)
    assert await day_passes(database, at(22, 19, 30)) == queued("reminder", "22/8 19:30", LAN)
    assert await database.read(follow_ups.next_due) is None
    assert (LAN, "reminder", "26/8 07:00") in await day_passes(database, at(26))


async def test_a_later_promise_takes_the_place_of_the_earlier(database: Database):
    def promise(conn: Connection) -> None:
        school(conn)
        for hour in (19, 20):
            follow_ups.promise(conn, person_id(conn, LAN), [standing_of(conn, LAN)], at(18, hour))

    await database.write(promise)

    assert await database.write(lambda conn: follow_ups.queue_due(conn, at(18, 19))) == 0
    assert await database.write(lambda conn: follow_ups.queue_due(conn, at(18, 20))) == 1


async def test_heads_nudge_their_own_people_once_a_day(database: Database):
    await database.write(school)
    await planner.tick(database, at(18, 10, 21))
    await database.write(send_all)

    def nudge(conn: Connection, code: str) -> int:
        running = campaigns.every(conn)[0]
        round_ = round_of(conn, running, "staff")
        day = Window(day=at(20).date(), due_at=at(20), expires_at=at(20, 20))
        return reminders.plan_unit(
            conn, round_.id, unit_id(conn, code), running.tree_on, day, at(20), but=person_id(conn, HEAD)
        )

    assert await database.write(lambda conn: nudge(conn, "A")) == 0
    assert await database.write(lambda conn: nudge(conn, "C")) == 2
    assert await database.write(lambda conn: nudge(conn, "C")) == 0


async def test_who_left_is_reminded_of_nothing(database: Database):
    def leave(conn: Connection) -> None:
        school(conn)
        (held,) = memberships.memberships_of(conn, person_id(conn, LAN))
        memberships.set_state(conn, held.id, MembershipState.LEFT, STARTED)
        opening.member_left(conn, held.id, STARTED)

    await database.write(leave)

    assert LAN not in {name for name, _, _ in await day_passes(database, at(22))}


async def test_without_campaigns_nothing_is_due(database: Database):
    assert await planner.tick(database, STARTED) == 0
    assert await database.read(lambda conn: planner.next_due(conn, STARTED)) is None


async def test_a_moment_before_anything_is_due_nothing_happens(database: Database):
    await database.write(school)
    await planner.tick(database, at(18, 10, 21))
    await database.write(send_all)

    assert await planner.tick(database, at(22) - timedelta(seconds=1)) == 0
