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
    TOLD = "told"  #: nobody was asked: the notice of a campaign that needs no consent was shown


#: What is written behind the name of a notice of a sensitive campaign: its purpose is another one.
SENSITIVE = "-sensitive"


def covers(text_key: str, *, sensitive: bool) -> bool:
    """Whether a yes to this notice is one to what a campaign is for; where it is not, it is asked anew."""
    return text_key.endswith(SENSITIVE) is sensitive


def needed(age_band: AgeBand | None) -> frozenset[Agreement]:
    """Whose consent is needed before a person's first answer. Unknown age: staff and adults."""
    match age_band:
        case AgeBand.UNDER_7:
            return frozenset({Agreement.GUARDIAN})
        case AgeBand.FROM_7_TO_15:
            return frozenset({Agreement.GUARDIAN, Agreement.OWN})
        case _:
            return frozenset({Agreement.OWN})
