"""Going on in another school: asked for once, decided once."""

import pytest

from bot.domain.people import Role
from bot.storage import Connection, memberships, posts, tallies, transfers
from bot.storage.transfers import Transfer
from tests.storage.world import at, member, on_each_database, plant, round_of, start, unit_id


def asked(conn: Connection, to: str = "A") -> tuple[int, int, Transfer]:
    """(head who asks, the post, the transfer)"""
    head, lan = member(conn, "Hiệu Trưởng", "C", Role.PRINCIPAL), member(conn, "Trần Lan", "C")
    transfer = transfers.ask(conn, lan.id, unit_id(conn, to), by=head.person_id, now=at(20))
    return head.person_id, lan.id, transfer


@pytest.mark.parametrize("accepted", [True, False])
@on_each_database
def test_the_first_answer_counts(conn: Connection, accepted: bool):
    plant(conn)
    head, lan, transfer = asked(conn)
    round_ = round_of(conn, start(conn), "staff")

    assert transfers.decide(conn, transfer, accepted=accepted, by=head, now=at(21))
    assert not transfers.decide(conn, transfer, accepted=not accepted, by=head, now=at(22))

    where = "A" if accepted else "C"
    assert memberships.membership(conn, lan).unit_id == unit_id(conn, where)
    assert tallies.of(conn, round_.id, unit_id(conn, "A")).get("expected", 0) == int(accepted)
    assert transfers.get(conn, transfer.id).settled
    assert transfers.waiting_for(conn, unit_id(conn, "A")) == []


@on_each_database
def test_a_school_is_asked_once_and_another_one_instead(conn: Connection):
    plant(conn)
    head, lan, first = asked(conn)

    again = transfers.ask(conn, lan, unit_id(conn, "A"), by=head, now=at(21))
    other = transfers.ask(conn, lan, unit_id(conn, "B"), by=head, now=at(22))

    assert again == first
    assert transfers.open_of(conn, lan) == other
    assert transfers.waiting_for(conn, unit_id(conn, "A")) == []
    assert transfers.waiting_for(conn, unit_id(conn, "B")) == [other]


@on_each_database
def test_nobody_waits_for_who_has_left(conn: Connection):
    plant(conn)
    head, lan, transfer = asked(conn)

    posts.leave(conn, memberships.membership(conn, lan), at(21))
    assert transfers.waiting_for(conn, unit_id(conn, "A")) == []

    transfers.take_back(conn, transfer, by=head, now=at(22))
    assert transfers.open_of(conn, lan) is None
