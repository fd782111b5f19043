"""The crash matrix in a reduced size: the same trouble, fewer people (in full: `python -m tests.crash`)."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.crash.matrix import CHANNELS, DATABASES, Size, matrix
from tests.crash.report import is_sound, table, troubles

#: In this seed every kind of trouble comes up that takes no long wait, and both kills come under way.
SMALL = Size(runs=1, recipients=120, talkers=3, kills=(2, 2), seed=372)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("database", DATABASES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_killed_again_and_again_nothing_is_lost_and_what_may_come_twice_is_counted(
    channel: str, database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    server = request.getfixturevalue("postgresql") if database == "postgresql" else None
    runs = matrix(replace(SMALL, channel=channel), database, tmp_path, server, lambda run: None)
    assert is_sound(runs), "\n".join(troubles(runs))
    assert [run.kills for run in runs] == [2]
    assert all(run.found.updates and run.found.broadcast for run in runs)
    assert table({database: runs}).row_count
