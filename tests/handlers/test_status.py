"""The status of a large unit: pages, the median of a level, and what is hidden at every step down."""

from datetime import datetime

import pytest

from bot.domain.deadlines import VIETNAM
from bot.domain.messages import Reply
from bot.domain.people import Membership, Role
from bot.domain.units import CLASS
from bot.storage import Connection, campaigns, memberships, people, rounds, standings, units
from bot.storage.people import NewMember
from bot.storage.tables import standings as standings_table
from bot.storage.units import NewUnit
from tests.handlers.stage import Stage, Theatre
from tests.handlers.world import register, start_campaign, unit_id

NOW = datetime(2020, 8, 18, 8, 0, tzinfo=VIETNAM)
SCHOOLS = 11
#: How many of the six teachers of each school have declared; the last school has two teachers.
DECLARED = [6, 5, 4, 3, 2, 1, 0, 6, 6, 6, 1]


def write(conn: Connection) -> None:
    schools = [
        NewUnit(
            code=f"T{number}",
            name=f"Trường THPT số {number}",
            kind="school",
            level="THPT",
            parent="SGD",
            order=number,
        )
        for number in range(1, SCHOOLS + 1)
    ]
    units.save(
        conn,
        [
            NewUnit(code="SGD", name="Sở GD&ĐT Hậu Giang", kind="department"),
            *schools,
            NewUnit(code="10A", name="10A", kind=CLASS, parent="T1"),
        ],
        NOW.date(),
    )
    members: dict[int, list[Membership]] = {}
    for number in range(1, SCHOOLS + 1):
        size = 2 if number == SCHOOLS else 6
        home = unit_id(conn, f"T{number}")
        members[number] = [_somebody(conn, f"Người {number} {n}", home, Role.STAFF) for n in range(size)]
    memberships.add_membership(conn, members[1][0].person_id, unit_id(conn, "T1"), Role.PRINCIPAL, NOW)
    register(conn, "web", "head", members[1][0].person_id, NOW)
    officer = _somebody(conn, "Bùi Quốc Hưng", unit_id(conn, "SGD"), Role.OFFICER)
    register(conn, "web", "officer", officer.person_id, NOW)
    start_campaign(conn, "bluezone-hau-giang-2020", NOW)
    [running] = campaigns.every(conn)
    staff = next(one for one in rounds.rounds_of(conn, running.id) if one.obligation == "staff")
    owed = {
        row.membership_id: row.id
        for row in conn.execute(standings_table.select().where(standings_table.c.round_id == staff.id))
    }
    answers = {"self_installed": True, "family_total": 0}
    for number, count in enumerate(DECLARED, 1):
        for member in members[number][:count]:
            standings.submit(conn, owed[member.id], answers, by=member.person_id, channel="web", now=NOW)


def _somebody(conn: Connection, name: str, home: int, role: Role) -> Membership:
    return people.add_members(conn, [NewMember(full_name=name, unit_id=home, role=role)], NOW)[0]


@pytest.fixture
def stage(theatre: Theatre) -> Stage:
    return Stage(connect=theatre.set("eleven-schools", write), now=NOW)


def says(stage: Stage, chat: str, text: str) -> Reply:
    [arrived] = stage.says(chat, text)
    return arrived.reply


def taps(stage: Stage, chat: str, label: str) -> Reply:
    [arrived] = stage.taps(chat, label)
    return arrived.reply


def listed(reply: Reply) -> list[str]:
    """The lines of the units below."""
    return [line[2:] for line in reply.text.splitlines() if "Trường THPT số" in line and line[0] == "-"]


def test_who_lacks_most_comes_first_and_what_is_hidden_last(stage: Stage):
    first = says(stage, "officer", "/trangthai")
    second = taps(stage, "officer", "Xem thêm")

    assert listed(first) == [
        "0/6 (0%) Trường THPT số 7",
        "1/6 (16,66%) Trường THPT số 6",
        "2/6 (33,33%) Trường THPT số 5",
        "3/6 (50,00%) Trường THPT số 4",
        "4/6 (66,66%) Trường THPT số 3",
        "5/6 (83,33%) Trường THPT số 2",
        "6/6 (100%) Trường THPT số 8",
        "6/6 (100%) Trường THPT số 9",
    ]
    # Two people of number 11 are hidden by hiding number 1 with them: the next smallest, first in the list.
    assert listed(second) == [
        "6/6 (100%) Trường THPT số 10",
        "Trường THPT số 1: không hiển thị số liệu",
        "Trường THPT số 11: không hiển thị số liệu",
    ]


def test_pages_can_be_turned_both_ways(stage: Stage):
    first = says(stage, "officer", "/trangthai")
    second = taps(stage, "officer", "Xem thêm")

    assert not any(choice.label == "Trang trước" for choice in first.choices)
    assert not any(choice.label == "Xem thêm" for choice in second.choices)
    assert listed(taps(stage, "officer", "Trang trước")) == listed(first)


def test_the_way_down_leads_up_again_and_hides_what_the_list_hid(stage: Stage):
    says(stage, "officer", "/trangthai")
    shown = taps(stage, "officer", "Trường THPT số 7")
    back = taps(stage, "officer", "Lên một cấp")
    taps(stage, "officer", "Xem thêm")
    closed = taps(stage, "officer", "Trường THPT số 1")

    assert "0/6 người đã khai báo" in shown.text
    assert back.text.startswith("Tình hình Sở GD&ĐT Hậu Giang")
    assert "6/6" not in closed.text
    assert "Đơn vị có ít người nên không hiển thị số liệu." in closed.text


def test_a_school_sees_the_median_of_its_level_and_no_other_school(stage: Stage):
    status = says(stage, "head", "trường mình sao rồi")

    assert "6/6 người đã khai báo" in status.text
    assert "Mức giữa của các trường THPT: 66,66% đã khai báo" in status.text
    assert "Trường THPT số 2" not in status.text


def test_an_office_has_no_median(stage: Stage):
    assert "Mức giữa" not in says(stage, "officer", "/trangthai").text
