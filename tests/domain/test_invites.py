"""Invite codes: when they end, and with what they are made."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.deadlines import VIETNAM
from bot.domain.invites import Ended, Invite, Links, end_after, end_of_school_year, terms_of
from bot.domain.people import Role

NOW = datetime(2020, 8, 18, 10, 20, tzinfo=VIETNAM).astimezone(UTC)


def invite(**changes: object) -> Invite:
    facts = {"id": 1, "code": "K7M2QXRT", "unit_id": 1, "role": Role.STAFF, "expires_at": None}
    return Invite(**(facts | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({}, None, id="no end, no limit"),
        pytest.param({"expires_at": NOW + timedelta(seconds=1)}, None, id="a second left"),
        pytest.param({"expires_at": NOW}, Ended.EXPIRED, id="the moment it ends"),
        pytest.param({"max_uses": 2, "uses": 1}, None, id="one place left"),
        pytest.param({"max_uses": 2, "uses": 2}, Ended.USED_UP, id="the last place taken"),
        pytest.param({"revoked_at": NOW}, Ended.REVOKED, id="revoked"),
        pytest.param({"revoked_at": NOW, "max_uses": 1, "uses": 1}, Ended.REVOKED, id="revoked when used up"),
        pytest.param(
            {"max_uses": 1, "uses": 1, "expires_at": NOW}, Ended.USED_UP, id="used up, then expired"
        ),
    ],
)
def test_a_code_says_why_it_lets_nobody_in(changes: dict[str, object], why: Ended | None):
    assert invite(**changes).ended(NOW) is why


@pytest.mark.parametrize("role", Role)
def test_a_code_that_makes_somebody_head_is_for_one_person_within_14_days(role: Role):
    terms = terms_of(role)
    leads = role in (Role.PRINCIPAL, Role.OFFICER)

    assert (terms.max_uses, terms.days) == ((1, 14) if leads else (None, 60))
    assert invite(role=role, max_uses=terms.max_uses).is_personal is leads


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.OFFICER])
def test_a_code_for_several_heads_vouches_for_nobody(role: Role):
    assert not invite(role=role, max_uses=2).is_personal
    assert not invite(role=role).is_personal


def test_a_code_ends_at_midnight():
    assert end_after(1, NOW) == datetime(2020, 8, 19, 17, tzinfo=UTC)
    assert end_after(1, NOW + timedelta(hours=14)) == datetime(2020, 8, 20, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "year"),
    [((2020, 9, 5), 2021), ((2021, 5, 31), 2021), ((2021, 6, 1), 2022), ((2020, 1, 1), 2020)],
    ids=["the first day", "the last day", "summer: the next one", "in the middle"],
)
def test_a_school_year_ends_on_31_may(day: tuple[int, int, int], year: int):
    now = datetime(*day, 8, tzinfo=VIETNAM).astimezone(UTC)
    assert end_of_school_year(now) == datetime(year, 5, 31, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("links", "best"),
    [
        (Links(), ""),
        (Links(public_url="https://k.vn/"), "https://k.vn/i/AB2"),
        (Links(telegram_bot="k_bot"), "https://t.me/k_bot?start=AB2"),
        (Links(public_url="https://k.vn", telegram_bot="k_bot"), "https://k.vn/i/AB2"),
    ],
    ids=["none", "web", "telegram", "both"],
)
def test_a_picture_leads_to_the_web_page_where_there_is_one(links: Links, best: str):
    assert links.best("AB2") == best
