"""What stands in the address of a personal link, and until when it opens."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.personal_links import LinkEnded, PersonalLink, is_token, link_in, near_the_end, token_of

NOW = datetime(2020, 8, 18, 3, tzinfo=UTC)
LINK = PersonalLink(id=7, person_id=1, created_by=None, created_at=NOW, expires_at=NOW + timedelta(days=30))
keys = st.text(min_size=1, max_size=70)


@given(st.integers(1, 10**18 - 1), keys)
def test_an_address_says_its_link_to_whoever_has_the_key(link_id: int, key: str):
    token = token_of(link_id, key)

    assert link_in(token, key) == link_id
    assert is_token(token)
    assert len(token) <= 41


@given(st.integers(1, 10**6), keys, keys)
def test_another_key_or_another_number_opens_nothing(link_id: int, key: str, other: str):
    number, signature = token_of(link_id, key).split(".")

    assert link_in(f"{int(number) + 1}.{signature}", key) is None
    assert other == key or link_in(f"{number}.{signature}", other) is None


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str):
    assert link_in(text, "key") is None


@pytest.mark.parametrize(
    "text", ["", "1", "1.", "0.AAAAAAAAAAAAAAAAAAAAAA", "1.AAAA", " 1.AAAAAAAAAAAAAAAAAAAAAA"]
)
def test_what_is_no_address(text: str):
    assert not is_token(text)


def test_it_opens_until_the_moment_it_ends_or_is_revoked():
    revoked = PersonalLink(
        id=7, person_id=1, created_by=1, created_at=NOW, expires_at=LINK.expires_at, revoked_at=NOW
    )

    assert LINK.ended(LINK.expires_at - timedelta(microseconds=1)) is None
    assert LINK.ended(LINK.expires_at) is LinkEnded.EXPIRED
    assert revoked.ended(NOW) is LinkEnded.REVOKED


def test_whoever_is_given_it_late_gets_a_fresh_one():
    assert not near_the_end(LINK, NOW + timedelta(days=14))
    assert near_the_end(LINK, NOW + timedelta(days=16))
