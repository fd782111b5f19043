"""When announcements reach people, and to whom a unit may write."""

from datetime import date, datetime

import pytest

from bot.domain.announcing import ROLES, Group, goes_out_at, groups
from bot.domain.deadlines import VIETNAM

HOLIDAY = date(2020, 9, 2)


def local(moment: str) -> datetime:
    return datetime.fromisoformat(f"{moment}+07:00")


@pytest.mark.parametrize(
    ("group", "urgent", "moment", "out"),
    [
        pytest.param(Group.STAFF, False, "2020-08-19T09:00", "2020-08-19T09:00", id="in the morning"),
        pytest.param(Group.STAFF, False, "2020-08-19T12:00", "2020-08-19T13:15", id="noon rest"),
        pytest.param(Group.HEADS, False, "2020-08-19T22:00", "2020-08-20T06:30", id="at night"),
        pytest.param(Group.STAFF, False, "2020-08-22T21:00", "2020-08-24T06:30", id="over Sunday"),
        pytest.param(Group.STAFF, False, "2020-09-02T09:00", "2020-09-03T06:30", id="on a holiday"),
        pytest.param(Group.PUPILS, False, "2020-08-19T09:00", "2020-08-19T17:00", id="pupils in lessons"),
        pytest.param(Group.PARENTS, False, "2020-08-19T09:00", "2020-08-19T17:00", id="parents at work"),
        pytest.param(Group.STAFF, True, "2020-08-23T02:00", "2020-08-23T02:00", id="an emergency"),
    ],
)
def test_an_announcement_goes_out_in_the_hours_of_those_it_is_for(
    group: Group, urgent: bool, moment: str, out: str
):
    found = goes_out_at(local(moment), ROLES[group], lambda day: day == HOLIDAY, urgent=urgent)

    assert found.astimezone(VIETNAM) == local(out)


def test_only_offices_write_to_heads_and_classes_have_no_staff():
    assert Group.HEADS in groups("district")
    assert Group.HEADS not in groups("school")
    assert set(groups("class")) == {Group.PUPILS, Group.PARENTS}
