"""Ways in: invite codes with an end and a limit, and one-time codes for a second chat."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.invites import end_after
from bot.domain.people import Role
from bot.storage import Connection, Database, NotFound, invites
from bot.storage.tables import audit as audit_table
from tests.storage.world import STARTED, member, on_each_database, plant, unit_id

SOON = STARTED + timedelta(minutes=10)


def make(conn: Connection, code: str = "K7M2QX", **changes: object) -> int:
    """An invite for the staff of C; returns its id."""
    facts = {
        "code": code,
        "unit_id": unit_id(conn, "C"),
        "role": Role.STAFF,
        "now": STARTED,
        "expires_at": None,
    }
    return invites.add(conn, **(facts | changes)).id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("K7M2QX", True),
        ("k7m2qx", True),
        ("  K7m2qx ", True),
        ("K7M2QY", False),
        ("", False),
        ("K7M2QX'--", False),
    ],
)
@on_each_database
def test_an_invite_is_found_by_its_code_however_it_is_typed(conn: Connection, typed: str, found: bool):
    plant(conn)
    invite_id = make(conn, "k7m2qx")

    assert invites.by_code(conn, typed) == (invites.get(conn, invite_id) if found else None)
    assert invites.get(conn, invite_id).code == "K7M2QX"


@on_each_database
def test_an_invite_that_was_never_made_is_not_found(conn: Connection):
    with pytest.raises(NotFound):
        invites.get(conn, 17)


@pytest.mark.parametrize("how", ["expired", "used up", "revoked"])
@on_each_database
def test_an_invite_that_has_ended_is_known_but_lets_nobody_in(conn: Connection, how: str):
    plant(conn)
    invite_id = make(conn, expires_at=SOON, max_uses=1)
    if how == "used up":
        assert invites.use(conn, invite_id, STARTED)
    if how == "revoked":
        assert invites.revoke(conn, invite_id, STARTED)
        assert not invites.revoke(conn, invite_id, SOON)
    when = SOON if how == "expired" else STARTED
    uses = invites.get(conn, invite_id).uses

    assert invites.by_code(conn, "K7M2QX") is not None
    assert invites.of_unit(conn, unit_id(conn, "C"), Role.STAFF, when) is None
    assert not invites.use(conn, invite_id, when)
    assert invites.get(conn, invite_id).uses == uses


@on_each_database
def test_an_end_and_a_limit_can_be_moved(conn: Connection):
    plant(conn)
    invite_id = make(conn, expires_at=STARTED, max_uses=1)

    invites.expire(conn, invite_id, SOON)
    assert [invites.use(conn, invite_id, STARTED) for _ in range(2)] == [True, False]
    invites.limit(conn, invite_id, 2)
    assert [invites.use(conn, invite_id, STARTED) for _ in range(2)] == [True, False]
    invites.limit(conn, invite_id, None)
    invites.expire(conn, invite_id, None)
    assert invites.use(conn, invite_id, SOON)
    assert invites.get(conn, invite_id).uses == 3


@on_each_database
def test_a_unit_goes_on_using_its_newest_invite(conn: Connection):
    plant(conn)
    make(conn, "ONE")
    newest = make(conn, "TWO")
    make(conn, "PUPILS", role=Role.PUPIL)

    found = invites.of_unit(conn, unit_id(conn, "C"), Role.STAFF, SOON)

    assert found == invites.get(conn, newest)


@on_each_database
def test_each_unit_keeps_its_code_and_gets_one_where_it_has_none(conn: Connection):
    plant(conn)
    make(conn)
    codes = iter(["NEW1", "NEW2"])
    places = [unit_id(conn, code) for code in ("A", "C", "B")]

    def of_each() -> list[str]:
        made = invites.of_each(conn, places, Role.STAFF, STARTED, draw=lambda: next(codes), created_by=None)
        assert [invite.unit_id for invite in made] == places
        return [invite.code for invite in made]

    assert of_each() == ["NEW1", "K7M2QX", "NEW2"]
    assert of_each() == ["NEW1", "K7M2QX", "NEW2"]
    new = invites.of_unit(conn, places[0], Role.STAFF, STARTED)
    assert new is not None
    assert new.expires_at == end_after(60, STARTED)
    assert conn.scalar(select(func.count()).select_from(audit_table)) == 3


async def test_of_two_people_at_once_the_last_place_takes_one(database: Database):
    def prepare(conn: Connection) -> int:
        plant(conn)
        return make(conn, max_uses=3)

    invite_id = await database.write(prepare)

    entered = await asyncio.gather(
        *(database.write(lambda conn: invites.use(conn, invite_id, STARTED)) for _ in range(8))
    )

    assert sum(entered) == 3
    assert (await database.read(lambda conn: invites.get(conn, invite_id))).uses == 3


@on_each_database
def test_a_join_code_works_once_and_only_the_newest(conn: Connection):
    plant(conn)
    lan = member(conn, "Trần Lan", "C").person_id
    invites.add_join_code(conn, "111111", lan, SOON)
    invites.add_join_code(conn, "222222", lan, SOON)

    assert invites.use_join_code(conn, "111111", STARTED) is None
    assert invites.use_join_code(conn, "222222", STARTED) == lan
    assert invites.use_join_code(conn, "222222", STARTED) is None


@on_each_database
def test_a_join_code_is_for_minutes(conn: Connection):
    plant(conn)
    invites.add_join_code(conn, "111111", member(conn, "Trần Lan", "C").person_id, SOON)

    assert invites.use_join_code(conn, "111111", SOON) is None
