"""Promises and snoozes name an instant, as clocks in Vietnam show it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.domain.readings import Asked, Intent
from bot.language import read
from bot.language.parsing import BLUEZONE

#: A Thursday, ten in the morning in Vietnam.
THURSDAY = datetime(2020, 8, 20, 3, 0, tzinfo=UTC)
VIETNAM = timezone(timedelta(hours=7))


def when(text: str, now: datetime = THURSDAY) -> str | None:
    moment = read(text, Asked(), BLUEZONE, now).when
    return f"{moment.astimezone(VIETNAM):%d/%m %H:%M}" if moment else None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("tối nay em cài", "20/08 19:30"),
        ("tối 8h em cài", "20/08 20:00"),
        ("chiều mai em cài", "21/08 16:30"),
        ("mai em cài", "21/08 07:30"),
        ("mai 8h em cài", "21/08 08:00"),
        ("mốt em cài nha", "22/08 07:30"),
        ("thứ 7 em cài", "22/08 07:30"),
        ("chủ nhật em cài", "23/08 07:30"),
        ("thứ hai tuần sau em cài", "24/08 07:30"),
        ("tối thứ sáu em cài", "21/08 19:30"),
        ("cuối tuần em cài", "22/08 07:30"),
        ("30 phút nữa em cài", "20/08 10:30"),
        ("2 tiếng nữa em cài", "20/08 12:00"),
        ("3 ngày nữa em cài", "23/08 07:30"),
        ("lát em cài", "20/08 12:00"),
        ("7h tối em cài", "20/08 19:00"),
        ("19h30 em cài", "20/08 19:30"),
        ("khi nào rảnh em cài", None),
    ],
)
def test_a_promise_names_a_moment(text: str, moment: str | None):
    assert when(text) == moment
    assert read(text, Asked(), BLUEZONE, THURSDAY).intent is Intent.PROMISE


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("tối nhắc em lại nhé", "20/08 19:30"),
        ("mai nhắc em nha", "21/08 07:30"),
        ("7h tối nhắc lại", "20/08 19:00"),
    ],
)
def test_a_snooze_names_a_moment(text: str, moment: str):
    assert when(text) == moment
    assert read(text, Asked(), BLUEZONE, THURSDAY).intent is Intent.SNOOZE


def test_a_moment_that_has_passed_is_an_hour_from_now():
    late = datetime(2020, 8, 20, 14, 0, tzinfo=UTC)  # 21:00
    assert when("tối nay em cài", late) == "20/08 22:00"


def test_what_is_done_names_no_moment():
    assert when("tối qua em cài rồi") is None
