"""Personal links: an address that opens the web chat and the form for one person, who needs no app.

The address carries the link's number and a signature, so that nobody reaches the next person by counting.
Who holds it is taken for that person: it ends by itself, and can be revoked.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

#: How long a link opens, days: a month of Mondays and Fridays, or one directive's whole run.
DAYS = 30
#: A signature is half of an HMAC-SHA256: 128 bits, in 22 letters of base64url (RFC 2104, section 5).
_SIGNATURE_BYTES = 16
#: As many digits as the id of a row can have (64 bits); a signature is always of one length.
_TOKEN = re.compile(r"([1-9][0-9]{0,17})\.([A-Za-z0-9_-]{22})")


class LinkEnded(StrEnum):
    """Why a link opens nothing any more."""

    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalLink:
    """A way in for one person, on as many phones as they have."""

    id: int
    person_id: int
    created_by: int | None  #: a person; None: the operator's command line
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None

    def ended(self, now: datetime) -> LinkEnded | None:
        """Why it opens nothing at this moment; None while it does."""
        if self.revoked_at is not None:
            return LinkEnded.REVOKED
        return LinkEnded.EXPIRED if self.expires_at <= now else None


def token_of(link_id: int, key: str) -> str:
    """What stands in the address of a link: its number, signed."""
    return f"{link_id}.{_signature(link_id, key)}"


def link_in(token: str, key: str) -> int | None:
    """The number of the link whose address this is; None for one that was not signed with this key."""
    parts = _TOKEN.fullmatch(token)
    if parts is None:
        return None
    link_id, signature = int(parts[1]), parts[2]
    return link_id if hmac.compare_digest(signature, _signature(link_id, key)) else None


def is_token(text: str) -> bool:
    """Whether a text looks like what stands in the address of a link."""
    return _TOKEN.fullmatch(text) is not None


def near_the_end(link: PersonalLink, now: datetime) -> bool:
    """Whether so little of its time is left that whoever is given it again should get a fresh one."""
    return link.expires_at - now < timedelta(days=DAYS) / 2


def _signature(link_id: int, key: str) -> str:
    digest = hmac.new(key.encode(), f"personal-link:{link_id}".encode(), sha256).digest()
    return urlsafe_b64encode(digest[:_SIGNATURE_BYTES]).decode().rstrip("=")
