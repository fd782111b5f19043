"""Invites: a code that brings people into a unit in a role, and until when and for how many it does."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.deadlines import by_day, local
from bot.domain.people import Role

#: Letters and digits of a code: 8 of 32 are 10^12, and a chat locks after five wrong ones.
CODE_LENGTH = 8
#: The longest and the largest that somebody may ask for.
MOST_DAYS, MOST_USES = 366, 10_000
#: A school year runs from September to May (Luật Giáo dục 2019, framework plans of the ministry).
_LAST_DAY, _LAST_MONTH = 31, 5


class Ended(StrEnum):
    """Why a code lets nobody in any more."""

    REVOKED = "revoked"
    EXPIRED = "expired"
    USED_UP = "used_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """A code that lets somebody register in a unit in a role."""

    id: int
    code: str
    unit_id: int
    role: Role
    expires_at: datetime | None  #: lets nobody in from then on; None: no end
    uses: int = 0  #: people who registered with it
    max_uses: int | None = None  #: None: no limit
    created_by: int | None = None  #: a person; None: the operator's command line
    revoked_at: datetime | None = None

    @property
    def is_personal(self) -> bool:
        """Handed to one person who will lead the unit: whoever made it has vouched for them."""
        return self.role in _LEADING and self.max_uses == 1

    def ended(self, now: datetime) -> Ended | None:
        """Why it lets nobody in at this moment; None while it does."""
        if self.revoked_at is not None:
            return Ended.REVOKED
        if self.max_uses is not None and self.uses >= self.max_uses:
            return Ended.USED_UP
        if self.expires_at is not None and self.expires_at <= now:
            return Ended.EXPIRED
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Until when, and for how many people, a code lets in."""

    days: int
    max_uses: int | None


_LEADING = frozenset({Role.PRINCIPAL, Role.OFFICER})
#: A class or a staff room shares one code through a school year's spells; a code that makes somebody
#: head of a unit is for one person, soon.
_SHARED = Terms(days=60, max_uses=None)
_PERSONAL = Terms(days=14, max_uses=1)


def terms_of(role: Role) -> Terms:
    """What a code for this role is made with, where nobody says otherwise."""
    return _PERSONAL if role in _LEADING else _SHARED


def end_after(days: int, now: datetime) -> datetime:
    """The first instant after the last of so many days to come: a code ends at midnight, not at 10h17."""
    return by_day(local(now).date() + timedelta(days=days))


def end_of_school_year(now: datetime) -> datetime:
    """The first instant after the school year that this moment lies in, or that comes next in summer."""
    today = local(now).date()
    last = date(today.year, _LAST_MONTH, _LAST_DAY)
    return by_day(last if today <= last else last.replace(year=today.year + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloBot:
    """One of the Zalo bots, as a page shows it. Nobody can be led into its chat with a code in hand."""

    channel: str  #: "zalo:1459232241"
    account: str  #: its account name, "bot.VDKyGxQvc"; empty where Zalo has not told it yet
    address: str = ""  #: opens its chat; empty where the operator has not said which address does


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Addresses that messages and posters point to; empty where the deployment has none."""

    public_url: str = ""
    telegram_bot: str = ""  #: its user name, for deep links
    zalo: tuple[ZaloBot, ...] = ()

    def web(self, code: str) -> str:
        return f"{self.home}/i/{code}" if self.public_url else ""

    def personal(self, token: str) -> str:
        """The page of one person: see `bot/domain/personal_links.py`."""
        return f"{self.home}/me/{token}" if self.public_url else ""

    @property
    def home(self) -> str:
        """The first page, where a code can be typed."""
        return self.public_url.rstrip("/")

    def telegram(self, code: str) -> str:
        return f"https://t.me/{self.telegram_bot}?start={code}" if self.telegram_bot else ""

    def best(self, code: str) -> str:
        """The one for a QR picture: a page opens on every phone, also without an app."""
        return self.web(code) or self.telegram(code)
