"""Buttons: what they carry must fit into what every platform gives back."""

import pytest

from bot.domain.messages import ACTION_BYTES, Choice


def test_an_action_of_64_bytes_fits():
    assert Choice(label="Đúng", action="a" * ACTION_BYTES).action


@pytest.mark.parametrize("action", ["", "a" * 65, "ư" * 33], ids=["none", "65 letters", "66 bytes"])
def test_an_action_that_does_not_fit_is_refused_where_it_is_made(action: str):
    with pytest.raises(ValueError, match="bytes"):
        Choice(label="Đúng", action=action)
