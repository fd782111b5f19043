"""How long, and for how many people, an invite is to be good: "30 ngày", "đến 30/9", "50 người"."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.deadlines import by_day, local
from bot.domain.invites import MOST_DAYS, MOST_USES, end_after, end_of_school_year
from bot.domain.names import strip_marks

_DAYS = {"ngay": 1, "hom": 1, "tuan": 7, "thang": 30}
_SPAN = re.compile(rf"(?<![\d/])(\d{{1,3}})\s*({'|'.join(_DAYS)})\b")
_DATE = re.compile(r"(?<![\d/])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?![\d/])")
_SCHOOL_YEAR = re.compile(r"\bnam hoc\b")
_USES = re.compile(
    r"(?<![\d/])(\d{1,5})\s*(?:nguoi|lan|luot|gv|hs|ph)\b|\b(?:gioi han|toi da)\s*(?:la\s*)?(\d{1,5})\b"
)
_UNLIMITED = re.compile(r"\b(?:khong|ko|k|bo|vo)\s*(?:gioi\s*)?han\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteTerms:
    """What was asked for; what is None was not spoken of."""

    until: datetime | None = None  #: the first instant at which the code lets nobody in, UTC
    most: int | None = None  #: people
    unlimited: bool = False  #: any number of people


def read_invite_terms(text: str, now: datetime) -> InviteTerms | None:
    """The new end or limit of an invite; None for anything else, for a day gone by, and for no people."""
    folded = strip_marks(text).lower()
    unlimited = _UNLIMITED.search(folded) is not None
    uses = _USES.search(folded)
    most = int(uses[1] or uses[2]) if uses is not None and not unlimited else None
    until = _until(folded, now)
    if until is not None and not now < until <= end_after(MOST_DAYS, now):
        return None
    if most is not None and not 1 <= most <= MOST_USES:
        return None
    if until is None and most is None and not unlimited:
        return None
    return InviteTerms(until=until, most=most, unlimited=unlimited)


def _until(folded: str, now: datetime) -> datetime | None:
    if _SCHOOL_YEAR.search(folded):
        return end_of_school_year(now)
    if span := _SPAN.search(folded):
        days = int(span[1]) * _DAYS[span[2]]
        return end_after(days, now) if days else now
    named = _DATE.search(folded)
    if named is None:
        return None
    today = local(now).date()
    day, month = int(named[1]), int(named[2])
    try:
        named_day = date(int(named[3] or today.year), month, day)
        if named[3] is None and named_day < today:
            named_day = date(today.year + 1, month, day)
    except ValueError:  # there is no 31/9
        return None
    return by_day(named_day)
