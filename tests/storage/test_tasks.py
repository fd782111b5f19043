"""What somebody may declare, and who of a school has not."""

import pytest

from bot.domain.people import MembershipState, Role
from bot.domain.standings import Stopped
from bot.reminders import planner
from bot.storage import Connection, campaigns, contacts, memberships, opening, people, standings, tasks
from bot.storage.campaigns import CampaignState
from tests.storage.world import (
    AN_TOAN,
    BLUEZONE,
    COMPLETE,
    PARTIAL,
    STARTED,
    at,
    chatting,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)


def asked_of(conn: Connection, person_id: int) -> list[str]:
    return [task.obligation for task in tasks.tasks_of(conn, person_id)]


@on_each_database
def test_a_teacher_owes_the_staffs_obligation_and_nothing_of_the_schools(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    start(conn)

    (task,) = tasks.tasks_of(conn, lan.person_id)

    assert (task.obligation, task.due_before, task.on_behalf_of) == ("staff", at(30, 0), "")
    assert (task.subject_id, task.campaign_slug) == (lan.person_id, "bluezone-hau-giang-2020")
    assert not task.is_late(at(29))
    assert task.is_late(at(30, 0))


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.DEPUTY, Role.CLERK])
@on_each_database
def test_heads_and_clerks_answer_for_their_school_too(conn: Connection, role: Role):
    plant(conn)
    head = member(conn, "Hiệu Trưởng", "C", role)
    start(conn)

    found = {task.obligation: task for task in tasks.tasks_of(conn, head.person_id)}

    assert list(found) == ["staff", "website-guide"]  # the nearest deadline first
    assert (found["website-guide"].on_behalf_of, found["website-guide"].subject_id) == ("Trường THPT C", None)


@on_each_database
def test_an_officer_answers_for_the_department(conn: Connection):
    plant(conn)
    officer = member(conn, "Chuyên Viên", "SO", Role.OFFICER)
    start(conn)

    assert asked_of(conn, officer.person_id) == ["website-guide"]


@on_each_database
def test_a_parent_declares_for_each_child_by_name(conn: Connection):
    plant(conn)
    parent = member(conn, "Lê Ba", "C-10A1", Role.PARENT)
    for name in ("Lê Tí", "Lê Sửu"):
        child = member(conn, name, "C-10A1", Role.PUPIL)
        people.add_guardian(conn, parent.person_id, child.person_id)
    member(conn, "Con Người Ta", "C-10A1", Role.PUPIL)
    start(conn)

    assert [task.on_behalf_of for task in tasks.tasks_of(conn, parent.person_id)] == ["Lê Tí", "Lê Sửu"]


@on_each_database
def test_only_what_is_somebodys_own_may_be_declared(conn: Connection):
    plant(conn)
    lan, minh = member(conn, "Trần Lan", "C"), member(conn, "Lê Minh", "C")
    running = start(conn)
    of_lan = expected(conn, round_of(conn, running, "staff"))[lan.id].id

    assert tasks.task(conn, lan.person_id, of_lan) is not None
    assert tasks.task(conn, minh.person_id, of_lan) is None
    assert tasks.task(conn, lan.person_id, 999_999) is None


@pytest.mark.parametrize("state", [CampaignState.PAUSED, CampaignState.CLOSED])
@on_each_database
def test_a_campaign_that_does_not_run_asks_nothing(conn: Connection, state: CampaignState):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    running = start(conn)

    campaigns.set_state(conn, running.id, state, at(20, 14))

    assert asked_of(conn, lan.person_id) == []


@on_each_database
def test_who_left_has_nothing_to_declare(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    start(conn)

    memberships.set_state(conn, lan.id, MembershipState.LEFT, at(20))
    opening.member_left(conn, lan.id, at(20))

    assert asked_of(conn, lan.person_id) == []


@on_each_database
def test_what_is_owed_comes_first_and_what_is_done_stays_to_be_corrected(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    start(conn)
    start(conn, BLUEZONE | {"slug": "again"}, now=at(19))
    first = tasks.tasks_of(conn, lan.person_id)[0]

    standings.submit(conn, first.standing.id, COMPLETE, by=lan.person_id, channel="web", now=at(20))

    found = tasks.tasks_of(conn, lan.person_id)
    assert [(task.campaign_slug, task.standing.owes) for task in found] == [
        ("again", True),
        ("bluezone-hau-giang-2020", False),
    ]


@on_each_database
def test_of_a_rhythm_the_latest_slot_counts_and_earlier_ones_that_were_missed(conn: Connection):
    plant(conn)
    head = member(conn, "Hiệu Trưởng", "C", Role.PRINCIPAL)
    start(conn, AN_TOAN, now=at(1, 8, month=3, year=2021))  # a Monday
    for day in (5, 8, 12):
        planner.open_rounds(conn, at(day, 8, month=3, year=2021))
    slots = [task for task in tasks.tasks_of(conn, head.person_id) if task.obligation == "situation"]
    assert len(slots) == 4
    answers = {"situation": "normal"}
    for task in slots[:2]:
        standings.submit(
            conn,
            task.standing.id,
            answers,
            by=head.person_id,
            channel="web",
            now=at(12, 9, month=3, year=2021),
        )

    left = [task for task in tasks.tasks_of(conn, head.person_id) if task.obligation == "situation"]

    assert [task.opens_at.day for task in left if task.standing.revision == 0] == [8, 12]
    assert len([task for task in left if task.standing.revision]) <= 1


@on_each_database
def test_who_has_not_declared_is_listed_by_name_the_silent_first(conn: Connection):
    plant(conn)
    names = ("Ngô Yến", "Võ Thị Dũng", "Võ Thị Dung", "Đỗ An", "Lê Xong")
    held = {name: member(conn, name, "C", group="Tổ Toán") for name in names}
    chatting(conn, held["Đỗ An"])
    chatting(conn, held["Ngô Yến"])
    blocked = contacts.contacts_of(conn, held["Ngô Yến"].person_id)[0]
    contacts.unreachable(conn, blocked.id, "blocked", STARTED)
    member(conn, "Nghỉ Thai Sản", "C", state=MembershipState.ON_LEAVE)
    member(conn, "Trường Khác", "A")
    running = start(conn)
    round_ = round_of(conn, running, "staff")
    of = expected(conn, round_)
    for name, answers in (("Lê Xong", COMPLETE), ("Đỗ An", PARTIAL)):
        one = held[name]
        standings.submit(conn, of[one.id].id, answers, by=one.person_id, channel="web", now=at(20))

    owing = tasks.owing(conn, round_.id, unit_id(conn, "C"), running)

    assert [(one.full_name, one.connected, one.unreachable) for one in owing] == [
        ("Võ Thị Dung", False, False),
        ("Võ Thị Dũng", False, False),
        ("Ngô Yến", True, True),
        ("Đỗ An", True, False),
    ]
    assert {one.group for one in owing} == {"Tổ Toán"}


@on_each_database
def test_pupils_are_listed_with_their_class(conn: Connection):
    plant(conn)
    member(conn, "Lê Tí", "C-10A1", Role.PUPIL, code="07")
    running = start(conn)

    (one,) = tasks.owing(conn, round_of(conn, running, "pupils").id, unit_id(conn, "C"), running)

    assert (one.full_name, one.group, one.code) == ("Lê Tí", "Lớp 10A1", "07")


@on_each_database
def test_who_declined_is_on_the_list_and_not_chased(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C")
    running = start(conn)
    round_ = round_of(conn, running, "staff")
    standings.set_stopped(conn, expected(conn, round_)[lan.id].id, Stopped.DECLINED)

    (one,) = tasks.owing(conn, round_.id, unit_id(conn, "C"), running)

    assert (one.standing.stopped, one.standing.owes) == (Stopped.DECLINED, False)
