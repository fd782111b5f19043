"""Long counts: on the spot outside a turn, before it in one."""

from collections.abc import Callable

import pytest

from bot.domain.announcing import ROLES, Group
from bot.domain.campaigns import Audience
from bot.domain.people import Role
from bot.storage import Connection, announcements, broadcasts, expected, recipients
from bot.storage.announcements import Announcement
from bot.storage.reach import reach
from bot.storage.surveys import Unsurveyed, survey, surveyed
from tests.storage.world import STARTED, TODAY, member, on_each_database, plant, unit_id

STAFF, SCHOOLS = Audience(roles=(Role.STAFF,)), Audience(units=("school",))
#: What officers look at, and what it counts.
COUNTS: dict[str, Callable[[Connection, Announcement], object]] = {
    "recipients": recipients.reached,
    "recipients, sparing": lambda conn, news: recipients.reached(conn, news, sparing=["zalo:1"]),
    "not queued": lambda conn, news: recipients.ahead(conn, news.id),
    "progress": lambda conn, news: broadcasts.progress(conn, news.batch),
    "waiting": lambda conn, news: broadcasts.waiting_by_channel(conn, news.batch),
    "people done": lambda conn, news: broadcasts.people_done(conn, news.batch),
    "a request": lambda conn, _: reach(conn, STAFF, unit_id(conn, "SO"), TODAY),
    "people bound": lambda conn, _: expected.count(conn, STAFF, unit_id(conn, "SO"), TODAY),
    "units bound": lambda conn, _: expected.count(conn, SCHOOLS, unit_id(conn, "SO"), TODAY),
}


def announced(conn: Connection) -> Announcement:
    plant(conn)
    member(conn, "Lan", "C")
    number = announcements.draft(
        conn, unit_id=unit_id(conn, "SO"), author_id=None, text="tin", signed="Sở", now=STARTED
    )
    announcements.address(conn, number, unit_id(conn, "SO"), ROLES[Group.STAFF], "Sở")
    announcements.confirm(conn, number, STARTED, urgent=True)
    return announcements.get(conn, number)


@on_each_database
@pytest.mark.parametrize("what", COUNTS)
def test_what_counts_many_is_counted_before_a_turn_and_comes_to_the_same(conn: Connection, what: str):
    news, count = announced(conn), COUNTS[what]

    with surveyed(conn, {}), pytest.raises(Unsurveyed) as wanted:
        count(conn, news)
    found = wanted.value.count(conn)

    with surveyed(conn, {wanted.value.key: found}):
        assert count(conn, news) is found
    assert count(conn, news) == found, "outside a turn it is counted on the spot"


@on_each_database
def test_a_count_that_failed_fails_the_turn(conn: Connection):
    with surveyed(conn, {"key": ZeroDivisionError()}), pytest.raises(ZeroDivisionError):
        survey(conn, "key", lambda reader: 1)
