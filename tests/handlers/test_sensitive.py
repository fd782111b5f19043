"""A sensitive campaign (health): a consent of its own, and names only for whoever leads the school."""

from dataclasses import replace

import pytest

from bot.domain.consent import Agreement
from bot.domain.invites import Links
from bot.domain.messages import Incoming, IncomingKind
from bot.domain.people import Role
from bot.handlers.turn import Session, Turn
from bot.storage import Connection, consents, contacts, people
from bot.texts import Texts
from tests.fakes.consents import agree
from tests.storage.world import STARTED, chatting, member, on_each_database, plant, start, unit_id


def turn_of(conn: Connection, role: Role, unit: str) -> Turn:
    held = chatting(conn, member(conn, "Nguyễn Thị Nhung", unit, role))
    chat = f"chat-{held.person_id}"
    return Turn(
        conn=conn,
        incoming=Incoming(channel="telegram", chat=chat, kind=IncomingKind.TEXT),
        contact=contacts.contact(conn, "telegram", chat, STARTED),
        person=people.person(conn, held.person_id),
        memberships=[held],
        session=Session(),
        texts=Texts.load("vi"),
        links=Links(),
        draw=lambda length: "A" * length,
        now=STARTED,
    )


@pytest.mark.parametrize(
    ("role", "unit", "ordinary", "sensitive"),
    [
        (Role.PRINCIPAL, "C", True, True),
        (Role.DEPUTY, "C", True, True),
        (Role.CLERK, "C", True, False),
        (Role.HOMEROOM, "C-10A1", True, False),
        (Role.OFFICER, "SO", False, False),
    ],
)
@on_each_database
def test_only_heads_see_who_declared_what_in_it(
    conn: Connection, role: Role, unit: str, ordinary: bool, sensitive: bool
):
    plant(conn)
    campaign = start(conn).campaign
    turn, where = turn_of(conn, role, unit), unit_id(conn, "C-10A1" if role is Role.HOMEROOM else "C")

    assert turn.may_see_names(where, replace(campaign, sensitive=False)) is ordinary
    assert turn.may_see_names(where, replace(campaign, sensitive=True)) is sensitive


@on_each_database
def test_a_yes_to_another_purpose_is_none_and_a_no_stays_one(conn: Connection):
    plant(conn)
    running = start(conn)
    for name, agreed in (("Lê Văn An", True), ("Lê Văn Bình", False)):
        one = member(conn, name, "C")
        agree(conn, running.id, one.person_id, "web", STARTED, agreed=agreed)
        here = consents.latest(conn, running.id, one.person_id)
        there = consents.latest(conn, running.id, one.person_id, sensitive=True)
        assert here == {Agreement.OWN: agreed}
        assert there == ({} if agreed else {Agreement.OWN: False})
