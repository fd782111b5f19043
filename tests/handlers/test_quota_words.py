"""What is said of a month's messages, and which choices an announcement leaves."""

from collections.abc import Mapping

import pytest

from bot.domain.address import Address
from bot.domain.messages import Reply
from bot.domain.quotas import Account, Quota, next_reset
from bot.handlers.announce_cost import Cost, permits
from bot.handlers.quota_words import channel_name, notice
from bot.storage import Connection, spending
from bot.texts import Texts
from tests.storage.world import STARTED, on_each_database

TEXTS = Texts.load("vi")
TEN = Quota(monthly=10, reserve=2)
BOTS = {"zalo:1234567": TEN, "zalo:7654321": TEN}


@pytest.mark.parametrize(
    ("among", "name"), [({"zalo:1234567": TEN}, "Zalo"), (BOTS, "Zalo (bot …4567)")], ids=["one", "several"]
)
def test_a_bot_is_told_apart_only_where_there_are_several(among: Mapping[str, Quota], name: str):
    assert channel_name(TEXTS, "zalo:1234567", among) == name


@on_each_database
def test_only_bots_with_little_left_are_told_and_only_in_their_month(conn: Connection):
    spending.add(conn, "zalo:1234567", 9, STARTED)
    spending.add(conn, "zalo:7654321", 7, STARTED)

    told = notice(TEXTS, conn, Address.TEACHER, BOTS, STARTED)
    assert isinstance(told, Reply)
    assert [line for line in told.text.splitlines() if line.startswith("Zalo")] == [
        "Zalo (bot …4567): đã gửi 9/10 tin; 2 tin cuối dành để trả lời."
    ]
    assert notice(TEXTS, conn, Address.TEACHER, BOTS, next_reset(STARTED)) is None


def cost(everybody: dict[str, int], sparing: dict[str, int]) -> Cost:
    """Of two bots, one with five messages free and one with none."""
    accounts = {
        "zalo:1": Account(quota=TEN, sent=3),
        "zalo:2": Account(quota=TEN, sent=8),
    }
    return Cost(everybody=everybody, sparing=sparing, accounts=accounts)


@pytest.mark.parametrize(
    ("everybody", "sparing", "fits", "saves"),
    [
        ({"zalo:1": 5}, {"zalo:1": 5}, True, False),
        ({"zalo:1": 5, "telegram": 9}, {"zalo:1": 3, "telegram": 11}, True, True),
        ({"zalo:1": 6}, {"zalo:1": 5, "telegram": 1}, False, True),
        ({"zalo:1": 7}, {"zalo:1": 6, "telegram": 1}, False, False),
        ({"zalo:1": 1, "zalo:2": 1}, {"zalo:1": 1, "telegram": 1}, False, True),
    ],
    ids=["all of it", "either", "only the frugal one", "neither", "one of two bots is spent"],
)
def test_what_fits_into_the_month_may_be_chosen(
    everybody: dict[str, int], sparing: dict[str, int], fits: bool, saves: bool
):
    found = cost(everybody, sparing)

    assert (found.fits, found.saves) == (fits, saves)
    assert permits(found, frugal=False) == fits
    assert permits(found, frugal=True) or not saves
