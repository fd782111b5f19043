"""Who hears that somebody owes: the nearest first, each only of their own people."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.domain.campaigns import Superior
from bot.domain.people import Role
from bot.domain.standings import Stopped
from bot.storage import Connection, contacts, reminders, standings, superiors, tables
from bot.storage.campaigns import Running
from tests.reminders.school import person_id, standing_of
from tests.storage.world import (
    STARTED,
    at,
    chatting,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

#: Name: unit, role, and what the roster says of them.
ROSTER: Mapping[str, tuple[str, Role, dict[str, Any]]] = {
    "Lan": ("C", Role.STAFF, {"group": "Tổ Toán"}),
    "Tổ trưởng Toán": ("C", Role.STAFF, {"group": "tổ Toán", "position": "Giáo viên, Tổ trưởng"}),
    "Tổ phó Toán": ("C", Role.STAFF, {"group": "Tổ Toán", "position": "Tổ phó"}),
    "Công đoàn": ("C", Role.STAFF, {"group": "Tổ Toán", "position": "Tổ trưởng Công đoàn"}),
    "Một mình": ("C", Role.STAFF, {"group": "Tổ Nhạc", "position": "Tổ trưởng"}),
    "Toán trường khác": ("A", Role.STAFF, {"group": "Tổ Toán", "position": "Tổ trưởng"}),
    "Hiệu trưởng C": ("C", Role.PRINCIPAL, {}),
    "Văn thư C": ("C", Role.CLERK, {}),
    "Chủ nhiệm": ("C-10A1", Role.HOMEROOM, {}),
    "Em": ("C-10A1", Role.PUPIL, {}),
    "Sở": ("SO", Role.OFFICER, {}),
}


def told(conn: Connection, running: Running, whom: Superior, obligation: str = "staff") -> set[str]:
    round_ = round_of(conn, running, obligation)
    found = superiors.above(whom, reminders.owing(round_.id, STARTED), running.tree_on)
    ids = set(conn.scalars(found.select()))
    return {name for name in ROSTER if person_id(conn, name) in ids}


def begun(conn: Connection) -> Running:
    plant(conn)
    for name, (unit, role, facts) in ROSTER.items():
        chatting(conn, member(conn, name, unit, role, **facts))
    return start(conn)


@pytest.mark.parametrize(
    ("whom", "obligation", "heard"),
    [
        pytest.param(Superior.GROUP_HEAD, "staff", {"Tổ trưởng Toán"}, id="of a group with others who owe"),
        pytest.param(Superior.HOMEROOM, "pupils", {"Chủ nhiệm"}, id="of the class"),
        pytest.param(Superior.HOMEROOM, "staff", set(), id="staff are in no class"),
        pytest.param(Superior.PRINCIPAL, "staff", {"Hiệu trưởng C"}, id="heads, not clerks"),
        pytest.param(Superior.OFFICER, "staff", {"Sở"}, id="the nearest unit above that has an officer"),
    ],
)
@on_each_database
def test_the_nearest_hear_of_their_own(conn: Connection, whom: Superior, obligation: str, heard: set[str]):
    assert told(conn, begun(conn), whom, obligation) == heard


@on_each_database
def test_a_group_in_which_everybody_else_is_done_with_it_is_not_told_of(conn: Connection):
    running = begun(conn)
    for name in ("Lan", "Tổ phó Toán", "Công đoàn"):
        standings.set_stopped(conn, standing_of(conn, name), Stopped.ASKED)

    assert told(conn, running, Superior.GROUP_HEAD) == set()


@on_each_database
def test_where_the_nearer_office_has_an_officer_the_farther_is_not_told_of_its_schools(conn: Connection):
    running = begun(conn)
    nearer = chatting(conn, member(conn, "Phòng", "P1", Role.OFFICER))
    round_ = round_of(conn, running, "staff")

    def hearing() -> set[int]:
        in_a = tables.standings.c.home_unit_id == unit_id(conn, "A")
        owing = in_a & reminders.owing(round_.id, STARTED)
        found = superiors.above(Superior.OFFICER, owing, running.tree_on)
        return set(conn.scalars(found.select()))

    assert hearing() == {nearer.person_id}
    (contact,) = contacts.contacts_of(conn, nearer.person_id)
    contacts.unreachable(conn, contact.id, "blocked", at(19))
    assert hearing() == {person_id(conn, "Sở")}
