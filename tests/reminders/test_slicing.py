"""Slices of long work: as many rows as hold the writer briefly, on any computer."""

import pytest

from bot.reminders.slicing import AIM, LEAST, MOST, Slices


@pytest.mark.parametrize(
    ("seconds", "rows"),
    [
        pytest.param(AIM, 1_000, id="just right"),
        pytest.param(AIM / 10, 2_000, id="quick: twice as many at most"),
        pytest.param(AIM * 2, 500, id="slow: half as many"),
        pytest.param(AIM * 1_000, LEAST, id="stuck: never fewer than some"),
        pytest.param(0.0, 2_000, id="too quick to be measured"),
    ],
)
def test_the_next_slice_takes_as_many_rows_as_fit(seconds: float, rows: int):
    slices = Slices(rows=1_000)
    slices.took(seconds)

    assert slices.rows == rows


def test_no_slice_grows_for_ever():
    slices = Slices(rows=1_000)
    asked = [slices.take(lambda rows: rows) for _ in range(10)]

    assert asked[0] == 1_000
    assert asked == sorted(asked)
    assert asked[-1] == MOST
