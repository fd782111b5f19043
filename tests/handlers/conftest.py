"""One theatre for all plays."""

import pytest

from tests.handlers.stage import Theatre


@pytest.fixture(scope="session")
def theatre() -> Theatre:
    return Theatre()
