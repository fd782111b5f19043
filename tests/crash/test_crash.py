"""The crash matrix in a reduced size: the same trouble, fewer people (in full: `python -m tests.crash`)."""

import pytest

from tests.crash.matrix import DATABASES, Size, matrix, place
from tests.crash.report import is_sound, table, troubles

SMALL = Size(runs=1, recipients=120, talkers=3, kills=(2, 2))


@pytest.mark.timeout(120)
@pytest.mark.parametrize("database", DATABASES)
def test_killed_again_and_again_nothing_is_lost_and_what_may_come_twice_is_counted(database: str) -> None:
    with place(database) as (folder, server):
        runs = matrix(SMALL, database, folder, server, lambda run: None)
    assert is_sound(runs), "\n".join(troubles(runs))
    assert [run.kills for run in runs] == [2]
    assert all(run.found.updates and run.found.broadcast for run in runs)
    assert table({database: runs}).row_count
