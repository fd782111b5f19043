"""What came of looking at an address that was declared, in words."""

from collections.abc import Mapping

from bot.domain.address import Address
from bot.texts.catalogue import Texts

#: Why an address did not answer; anything else is an HTTP status.
OUTCOME_KEYS: Mapping[str, str] = {
    "unreachable": "link-unreachable",
    "slow": "link-slow",
    "redirects": "link-redirects",
    "refused": "link-refused",
}


def why_not(texts: Texts, outcome: str) -> str:
    """Why it could not be opened: "trang báo lỗi 404"."""
    if outcome in OUTCOME_KEYS:
        return texts(OUTCOME_KEYS[outcome], Address.STRANGER)
    return texts("link-status", Address.STRANGER, status=outcome)
