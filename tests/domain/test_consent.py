"""Whose consent is needed before the first answer."""

import pytest

from bot.domain.consent import Agreement, needed
from bot.domain.people import AgeBand


@pytest.mark.parametrize(
    ("age_band", "agreements"),
    [
        pytest.param(AgeBand.UNDER_7, {Agreement.GUARDIAN}, id="under 7: the parent"),
        pytest.param(
            AgeBand.FROM_7_TO_15, {Agreement.GUARDIAN, Agreement.OWN}, id="7 to 15: parent and child"
        ),
        pytest.param(AgeBand.FROM_16, {Agreement.OWN}, id="from 16: alone"),
        pytest.param(AgeBand.ADULT, {Agreement.OWN}, id="an adult learner"),
        pytest.param(None, {Agreement.OWN}, id="staff: no band is kept"),
    ],
)
def test_who_has_to_agree(age_band: AgeBand | None, agreements: set[Agreement]):
    assert needed(age_band) == agreements
