"""The rehearsal in a reduced size: the same people, fewer of them."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bot.storage import engine
from tests.postgresql import PostgreSQL
from tests.rehearsal.findings import HEARD, PEACE, RULES
from tests.rehearsal.rehearsal import Rehearsal, Size, rehearse
from tests.rehearsal.summary import summary, troubles

#: Fewer steps of the clock, so that it is over sooner.
SLOWLY = timedelta(minutes=25)
#: Few people complain or write something of their own: among so few perhaps nobody.
RARE = {PEACE, HEARD}


def _is_sound(played: Rehearsal) -> None:
    """Every rule was looked at, if it could be, and held; nobody was misunderstood into a wrong summary."""
    told = "\n".join(troubles(played, most=3))
    assert {rule for rule in RULES if not played.findings.looked[rule]} <= RARE
    assert not any(played.findings.broken.values()), told
    assert summary(played).row_count


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite does not wait for the disk: no test cuts the power."""
    configure = engine.configure

    def careless(one: Engine, *, begin: str) -> None:
        configure(one, begin=begin)

        @event.listens_for(one, "connect")
        def _connect(connection: Any, _record: Any) -> None:
            connection.execute("PRAGMA synchronous=OFF")

    monkeypatch.setattr(engine, "configure", careless)


@pytest.mark.usefixtures("careless")
@pytest.mark.timeout(240)
def test_a_province_lives_through_both_periods(tmp_path: Path) -> None:
    _is_sound(
        rehearse(f"sqlite:///{tmp_path / 'rehearsal.db'}", Size(schools=2, staff=20, pupils=60, pace=SLOWLY))
    )


@pytest.mark.timeout(240)
def test_a_district_lives_through_august_on_postgresql(postgresql: PostgreSQL) -> None:
    _is_sound(
        rehearse(postgresql.create("rehearsal"), Size(schools=1, staff=5, pupils=10, pace=SLOWLY, both=False))
    )
