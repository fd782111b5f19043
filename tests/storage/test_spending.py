"""What bots have sent in a month, who is told, and which bot has room for one more person."""

from datetime import timedelta

import pytest

from bot.domain.messages import Lane, Reply
from bot.domain.people import Role
from bot.domain.quotas import Quota, next_reset
from bot.storage import Connection, contacts, deliveries, quota_notices, shards, spending
from tests.storage.world import STARTED, TODAY, chatting, member, on_each_database, plant

ZALO = "zalo:1"
TEN = Quota(monthly=10, reserve=2)


@on_each_database
def test_every_month_begins_with_nothing(conn: Connection):
    assert [spending.add(conn, ZALO, count, STARTED) for count in (2, 3)] == [2, 5]
    spending.add(conn, "zalo:2", 1, STARTED)

    assert spending.sent(conn, STARTED) == {ZALO: 5, "zalo:2": 1}
    assert spending.sent(conn, next_reset(STARTED)) == {}


@on_each_database
def test_a_refusal_raises_the_count_to_the_quota_and_never_lowers_it(conn: Connection):
    assert spending.exhaust(conn, ZALO, TEN, STARTED)
    assert spending.sent(conn, STARTED) == {ZALO: 10}
    spending.add(conn, ZALO, 2, STARTED)

    assert not spending.exhaust(conn, ZALO, TEN, STARTED)
    assert spending.sent(conn, STARTED) == {ZALO: 12}


@on_each_database
def test_each_level_is_told_once_a_month(conn: Connection):
    spending.add(conn, ZALO, 8, STARTED)

    assert [spending.warn(conn, ZALO, level, STARTED) for level in (80, 80, 95, 80)] == [
        True,
        False,
        True,
        False,
    ]


@on_each_database
def test_what_waits_counts_as_spoken_for(conn: Connection):
    spending.add(conn, ZALO, 3, STARTED)
    for n, lane in enumerate((Lane.ANSWER, Lane.REMINDER, Lane.ANNOUNCEMENT)):
        deliveries.queue(
            conn,
            contact=contacts.contact(conn, ZALO, "z", STARTED),
            body=Reply(text="tin"),
            lane=lane,
            kind="echo",
            dedupe_key=f"k{n}",
            person_id=None,
            now=STARTED,
            due_at=STARTED + timedelta(hours=1),
        )

    account = spending.accounts(conn, {ZALO: TEN, "zalo:2": TEN}, STARTED)[ZALO]
    assert (account.sent, account.waiting, account.free) == (3, 2, 3)
    assert spending.without_bulk(conn, {ZALO: Quota(monthly=3, reserve=1), "zalo:2": TEN}, STARTED) == {ZALO}


# --- who is told


@on_each_database
@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ({"SO": Role.OFFICER, "C": Role.PRINCIPAL}, ["SO"]),
        ({"C": Role.PRINCIPAL}, ["C"]),
        ({"A": Role.PRINCIPAL}, []),
    ],
    ids=["the topmost", "who is there", "nobody of another school"],
)
def test_those_who_lead_the_topmost_unit_of_the_people_on_a_bot_are_told(
    conn: Connection, heads: dict[str, Role], told: list[str]
):
    plant(conn)
    leads = {
        unit: chatting(conn, member(conn, f"Người đứng đầu {unit}", unit, role))
        for unit, role in heads.items()
    }
    pupil = member(conn, "Út", "C-10A1", Role.PUPIL)
    contacts.link(conn, contacts.contact(conn, ZALO, "z", STARTED).id, pupil.person_id)

    assert [who for who, _ in quota_notices.leaders(conn, ZALO, TODAY)] == [
        leads[unit].person_id for unit in told
    ]
    assert quota_notices.queue(conn, ZALO, 80, STARTED) == len(told)
    assert quota_notices.queue(conn, ZALO, 80, STARTED) == 0


# --- shards


def fill(conn: Connection, **counts: int) -> None:
    for bot, count in counts.items():
        for n in range(count):
            contacts.contact(conn, f"zalo:{bot}", f"z{n}", STARTED)


@on_each_database
@pytest.mark.parametrize(
    ("counts", "names", "found"),
    [
        ({"a": 3, "b": 1}, {"zalo:a": 5, "zalo:b": 5}, "zalo:b"),
        ({"a": 1, "b": 1}, {"zalo:a": 5, "zalo:b": 5}, "zalo:a"),
        ({"a": 5, "b": 6}, {"zalo:a": 5, "zalo:b": 5}, None),
        ({"a": 5, "b": 5}, {"zalo:a": 5, "zalo:b": 50}, "zalo:b"),
        ({"a": 9, "b": 4}, {"zalo:a": 0, "zalo:b": 0}, "zalo:b"),
        ({}, {}, None),
    ],
    ids=["most room", "the first of equals", "all full", "a larger plan", "no limit", "no bots"],
)
def test_newcomers_go_to_the_bot_with_most_room(
    conn: Connection, counts: dict[str, int], names: dict[str, int], found: str | None
):
    fill(conn, **counts)

    assert shards.with_room(conn, names) == found
