"""The file in which somebody has everything that is kept about them, and about their children under 16."""

from bot.domain.people import AgeBand, Role
from bot.reports.own_data import own_data_maker
from bot.storage import Connection, people, standings
from bot.texts import Texts
from tests.storage.world import (
    COMPLETE,
    at,
    chatting,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    start,
)


def written(conn: Connection, person_id: int) -> str:
    request = {"kind": "own-data", "person": person_id, "at": at(21).isoformat()}
    return own_data_maker(Texts.load("vi"))(conn, request)().decode("utf-8-sig")


@on_each_database
def test_it_holds_ones_own_declarations_and_who_made_them(conn: Connection):
    plant(conn)
    teacher = chatting(conn, member(conn, "Nguyễn Thị Nhung", "C", group="Tổ Toán"))
    other = member(conn, "Lê Văn An", "C")
    round_ = round_of(conn, start(conn), "staff")
    for by in (teacher, other):
        standing = expected(conn, round_)[teacher.id]
        standings.submit(conn, standing.id, COMPLETE, by=by.person_id, channel="web", now=at(20))

    text = written(conn, teacher.person_id)

    assert all(
        part in text
        for part in (
            "Nguyễn Thị Nhung",
            "Tổ Toán",
            "Telegram",
            "Đã gửi 2 lần",
            "Lê Văn An có lần khai báo thay",
        )
    )
    assert "Nhung" not in written(conn, other.person_id)


@on_each_database
def test_children_are_in_it_until_they_are_16(conn: Connection):
    plant(conn)
    parent = member(conn, "Phụ huynh", "C-10A1", Role.PARENT)
    for name, age in (("Em Bé", AgeBand.FROM_7_TO_15), ("Em Lớn", AgeBand.FROM_16)):
        child = member(conn, name, "C-10A1", Role.PUPIL, age_band=age)
        people.add_guardian(conn, parent.person_id, child.person_id)

    text = written(conn, parent.person_id)

    assert "Về em Em Bé" in text
    assert "Về em Em Lớn" not in text
