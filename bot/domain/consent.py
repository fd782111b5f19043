"""Who must agree before something about a person is recorded.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 and Luật Trẻ em: under 7 a parent decides, from 7 to 15 the
parent and the child both agree, from 16 the person alone. Silence is never consent.
"""

from enum import StrEnum

from bot.domain.people import AgeBand


class Agreement(StrEnum):
    """Whose yes is meant."""

    OWN = "own"
    GUARDIAN = "guardian"


def needed(age_band: AgeBand | None) -> frozenset[Agreement]:
    """Whose consent is needed before a person's first answer. Unknown age: staff and adults."""
    match age_band:
        case AgeBand.UNDER_7:
            return frozenset({Agreement.GUARDIAN})
        case AgeBand.FROM_7_TO_15:
            return frozenset({Agreement.GUARDIAN, Agreement.OWN})
        case _:
            return frozenset({Agreement.OWN})
