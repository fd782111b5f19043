"""What people write when they are asked how long, and for how many, a code shall be good."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deadlines import VIETNAM, by_day
from bot.domain.invites import MOST_DAYS, MOST_USES, end_after
from bot.language.invite_terms import InviteTerms, read_invite_terms

NOW = datetime(2020, 8, 18, 10, 20, tzinfo=VIETNAM).astimezone(UTC)


def until(*day: int) -> InviteTerms:
    return InviteTerms(until=by_day(date(*day)))


READ = [
    ("30 ngày", until(2020, 9, 17)),
    ("7 ngay thoi", until(2020, 8, 25)),
    ("2 tuần", until(2020, 9, 1)),
    ("3 tháng nhé", until(2020, 11, 16)),
    ("hết năm học", until(2021, 5, 31)),
    ("đến 30/9", until(2020, 9, 30)),
    ("đến hết ngày 30-9-2020", until(2020, 9, 30)),
    ("1/8", until(2021, 8, 1)),
    ("18/8", until(2020, 8, 18)),
    ("50 người", InviteTerms(most=50)),
    ("toi da 40", InviteTerms(most=40)),
    ("giới hạn là 40 nhé", InviteTerms(most=40)),
    ("1 lượt", InviteTerms(most=1)),
    ("không giới hạn", InviteTerms(unlimited=True)),
    ("bo gioi han", InviteTerms(unlimited=True)),
    ("40 người, 2 tuần", InviteTerms(until=by_day(date(2020, 9, 1)), most=40)),
]
UNREAD = [
    "",
    "50",
    "được rồi",
    "31/9",
    "1/8/2020",
    "0 ngày",
    "400 ngày",
    "0 người",
    "99999 người",
    "40 người đến 1/8/2020",
    "năm 2021",
    "trường mình sao rồi",
]


@pytest.mark.parametrize(("text", "terms"), READ, ids=[text for text, _ in READ])
def test_terms_are_read(text: str, terms: InviteTerms):
    assert read_invite_terms(text, NOW) == terms


@pytest.mark.parametrize("text", UNREAD, ids=[text or "nothing" for text in UNREAD])
def test_whatever_else_is_said_changes_nothing(text: str):
    assert read_invite_terms(text, NOW) is None


@given(st.text(max_size=60) | st.from_regex(r"\d{1,6} ?(ngày|tuần|người|/9|/13/20\d\d)", fullmatch=True))
def test_what_is_read_lies_ahead_and_within_bounds(text: str):
    terms = read_invite_terms(text, NOW)
    if terms is not None:
        assert terms.until is None or NOW < terms.until <= end_after(MOST_DAYS, NOW)
        assert terms.most is None or 1 <= terms.most <= MOST_USES
        assert terms != InviteTerms()
