"""Announcements into the outbox: everybody once, however often a crash cuts the queueing short."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import select

from bot.domain.people import Role
from bot.reminders import announcing
from bot.storage import (
    Connection,
    Database,
    announcement_slices,
    announcements,
    broadcasts,
    people,
    recipients,
)
from bot.storage.announcements import State
from bot.storage.tables import deliveries
from tests.storage.world import at, chatting, member, plant, unit_id

T = TypeVar("T")
#: A Wednesday morning, within everybody's hours.
MORNING = at(19, 9)
NEWS = "announcement:1"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slices of three people, and seven rows of a broadcast that may wait."""
    monkeypatch.setattr(announcement_slices, "SLICE", 3)
    monkeypatch.setattr(announcement_slices, "MOST_WAITING", 7)


def staffroom(conn: Connection, count: int = 8) -> list[int]:
    """A school of so many who chat, one who does not, and a principal, whose announcement is confirmed."""
    plant(conn)
    head = chatting(conn, member(conn, "Hiệu trưởng", "C", Role.PRINCIPAL))
    member(conn, "Không dùng", "C")
    chatting(conn, member(conn, "Trường khác", "A"))
    staff = [chatting(conn, member(conn, f"Giáo viên {n}", "C")).person_id for n in range(count)]
    number = announcements.draft(
        conn, unit_id=unit_id(conn, "C"), author_id=head.person_id, text="Họp", signed="HT", now=MORNING
    )
    announcements.address(conn, number, unit_id(conn, "C"), [Role.STAFF, Role.PRINCIPAL], "HT")
    assert announcements.confirm(conn, number, MORNING, urgent=False)
    return staff


def receivers(conn: Connection) -> Counter[int]:
    return Counter(conn.scalars(select(deliveries.c.person_id).where(deliveries.c.batch == NEWS)))


def all_leave(conn: Connection) -> None:
    conn.execute(deliveries.update().where(deliveries.c.state == "waiting").values(state="sent"))


class Crashing:
    """A database whose process dies after a piece of work, before or after it is committed."""

    shared = False

    def __init__(self, database: Database, works: int, *, committed: bool) -> None:
        self._database, self._left, self._committed = database, works, committed

    async def write(self, work: Callable[[Connection], T]) -> T:
        self._left -= 1
        if self._left >= 0:
            return await self._database.write(work)
        if self._committed:
            await self._database.write(work)
        raise KeyboardInterrupt

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self._database.read(work)

    async def close(self) -> None:
        pass


async def test_no_more_wait_than_leave_in_some_minutes(database: Database):
    staff = await database.write(staffroom)

    assert await announcing.queue(database, MORNING) == 7
    assert await announcing.queue(database, MORNING) == 0
    await database.write(all_leave)
    assert await announcing.queue(database, MORNING) == 1  # one of the nine cannot be written to
    assert await database.read(receivers) == Counter(staff)
    assert (await database.read(lambda conn: announcements.get(conn, 1))).state is State.QUEUED


@pytest.mark.parametrize("committed", [False, True], ids=["before the commit", "after the commit"])
@pytest.mark.parametrize("works", [0, 1, 2])
async def test_a_crash_in_the_middle_leaves_nobody_out_and_nobody_with_two(
    database: Database, works: int, committed: bool
):
    staff = await database.write(lambda conn: staffroom(conn, 6))

    with pytest.raises(KeyboardInterrupt):
        await announcing.queue(Crashing(database, works, committed=committed), MORNING)
    for _ in range(3):
        await announcing.queue(database, MORNING)
        await database.write(all_leave)

    assert await database.read(receivers) == Counter(staff)


async def test_nothing_is_queued_while_it_is_paused_or_after_it_is_cancelled(database: Database):
    await database.write(staffroom)
    await announcing.queue(database, MORNING)
    await database.write(lambda conn: broadcasts.pause(conn, NEWS, MORNING))
    await database.write(all_leave)
    assert await announcing.queue(database, MORNING) == 0
    await database.write(lambda conn: broadcasts.resume(conn, NEWS, MORNING))
    await database.write(all_leave)
    await database.write(lambda conn: broadcasts.cancel(conn, NEWS, MORNING))
    assert await announcing.queue(database, MORNING) == 0


async def test_a_large_broadcast_that_goes_on_leaves_nobody_aside(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(broadcasts, "IN_A_TURN", 2)
    await database.write(staffroom)
    await announcing.queue(database, MORNING)
    aside = await database.write(lambda conn: broadcasts.pause(conn, NEWS, MORNING))
    await database.write(lambda conn: broadcasts.resume(conn, NEWS, MORNING, most=broadcasts.IN_A_TURN))

    await announcing.queue(database, MORNING)

    found = await database.read(lambda conn: broadcasts.progress(conn, NEWS))
    assert aside > 2 * broadcasts.IN_A_TURN
    assert (found.waiting, found.paused) == (aside, 0)


def class_of_families(conn: Connection, roles: list[Role]) -> dict[str, int]:
    """Two pupils with a chat, one without whose parent has one, one whom nobody reaches; for these roles."""
    plant(conn)
    head = chatting(conn, member(conn, "Hiệu trưởng", "C", Role.PRINCIPAL))
    pupils = {name: member(conn, name, "C-10A1", Role.PUPIL) for name in ("Út", "Tí", "Sửu", "Dần")}
    for name in ("Út", "Tí"):
        chatting(conn, pupils[name])
    parents = {
        "mẹ Tí": chatting(conn, member(conn, "Mẹ Tí", "C-10A1", Role.PARENT)),
        # Known from another class: the second child is in this one.
        "mẹ Sửu": chatting(conn, member(conn, "Mẹ Sửu", "A", Role.PARENT)),
        "mẹ Dần": member(conn, "Mẹ Dần", "C-10A1", Role.PARENT),
    }
    for name, parent in parents.items():
        people.add_guardian(conn, parent.person_id, pupils[name.removeprefix("mẹ ")].person_id)
    unit = unit_id(conn, "C")
    number = announcements.draft(
        conn, unit_id=unit, author_id=head.person_id, text="Mai nghỉ học", signed="HT", now=MORNING
    )
    announcements.address(conn, number, unit, roles, "HT")
    announcements.confirm(conn, number, MORNING, urgent=True)
    return {name: one.person_id for name, one in {**pupils, **parents}.items()}


@pytest.mark.parametrize(
    ("role", "told", "out_of_reach"),
    [
        pytest.param(Role.PUPIL, ["Sửu's parent for them", "Tí", "Út"], ["Dần"], id="pupils"),
        pytest.param(Role.PARENT, ["mẹ Sửu", "mẹ Tí"], ["Mẹ Dần"], id="parents"),
    ],
)
async def test_guardians_are_written_to_for_pupils_without_a_chat_and_as_parents_of_whatever_class(
    database: Database, role: Role, told: list[str], out_of_reach: list[str]
):
    ids = await database.write(lambda conn: class_of_families(conn, [role]))
    found = await database.read(lambda conn: announcements.get(conn, 1))
    reached = await database.read(lambda conn: recipients.reached(conn, found))

    await announcing.queue(database, MORNING)

    names = {number: name for name, number in ids.items()}
    if role is Role.PUPIL:
        names[ids["mẹ Sửu"]] = "Sửu's parent for them"
    assert sorted(names[one] for one in await database.read(receivers)) == sorted(told)
    assert reached.reachable == len(told)
    assert reached.people == len(told) + len(out_of_reach)
    assert await database.read(lambda conn: recipients.out_of_reach(conn, found, 9)) == out_of_reach


async def test_at_night_it_is_queued_for_the_morning(database: Database):
    await database.write(staffroom)
    await announcing.queue(database, at(19, 23))

    due = await database.read(lambda conn: set(conn.scalars(select(deliveries.c.due_at))))

    assert due == {at(20, 6, 30)}


@pytest.mark.parametrize("change", ["corrected", "withdrawn"])
async def test_a_change_reaches_everybody_who_got_it_once(database: Database, change: str):
    staff = await database.write(staffroom)
    await announcing.queue(database, MORNING)
    await database.write(all_leave)

    def amend(conn: Connection) -> None:
        author = announcements.get(conn, 1).author_id
        assert author is not None
        if change == "corrected":
            announcements.correct(conn, 1, "Họp lúc 15h", MORNING + timedelta(minutes=1), author)
        else:
            announcements.withdraw(conn, 1, MORNING + timedelta(minutes=1), author)

    await database.write(amend)
    for _ in range(4):
        await announcing.queue(database, MORNING + timedelta(minutes=2))
        await database.write(all_leave)

    rows = await database.read(
        lambda conn: list(
            conn.scalars(select(deliveries.c.person_id).where(deliveries.c.batch == f"{NEWS}:1"))
        )
    )
    # Whoever was queued late gets the new text at once, where it was corrected, and else nothing at all.
    assert len(rows) == len(set(rows)) >= 5
    assert set(rows) <= set(staff)
    got = await database.read(receivers)
    assert got == (Counter(staff) if change == "corrected" else Counter(rows))


async def test_a_correction_of_a_correction_begins_anew_for_everybody(database: Database):
    """What was found for the first text is not taken for the second, and does not count as done."""
    staff = await database.write(lambda conn: staffroom(conn, 4))
    await announcing.queue(database, MORNING)
    await database.write(all_leave)
    later = MORNING + timedelta(minutes=1)

    def corrected(conn: Connection, text: str) -> str:
        author = announcements.get(conn, 1).author_id
        assert author is not None
        announcements.correct(conn, 1, text, later, author)
        return announcements.get(conn, 1).amending

    first = await database.write(lambda conn: corrected(conn, "Họp lúc 15h"))
    found = await database.read(lambda conn: announcement_slices.changing(conn, 1))
    assert found is not None
    assert len(found) == len(staff)
    await database.write(lambda conn: corrected(conn, "Họp lúc 16h"))

    def stale(conn: Connection) -> int | None:
        announcement_slices.amended_whole(conn, 1, first)
        return announcement_slices.amend_slice(conn, 1, found, first, later, later)

    assert await database.write(stale) is None
    assert await announcing.queue(database, later) == len(staff)
