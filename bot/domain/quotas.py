"""Messages that a platform grants a bot each month: what is left, what is kept back, when it begins anew.

A month is a calendar month in Vietnam. Which month a platform means is not published, so a bot that is
refused in the first days of ours is asked again later instead of being silent until the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.deadlines import VIETNAM, local
from bot.domain.messages import Lane

#: Percent of the month's messages at which those who answer for a bot are told, once each.
LEVELS = (80, 95)
#: How far into a month a platform may still be counting the last one.
UNSETTLED = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """What one bot may send in a month. Conversations may use all of it, everything else stops before."""

    monthly: int  #: messages
    reserve: int = 0  #: of these, kept for conversations

    def __post_init__(self) -> None:
        if self.monthly < 1 or not 0 <= self.reserve <= self.monthly:
            raise ValueError(f"{self.reserve} of {self.monthly} messages cannot be kept back")

    def left(self, lane: Lane, sent: int) -> int:
        """How many more messages of a lane may leave after so many."""
        share = self.monthly if lane is Lane.ANSWER else self.monthly - self.reserve
        return max(0, share - sent)

    def level(self, sent: int) -> int:
        """The highest of the LEVELS that so many have reached; 0 below the first."""
        return max((level for level in LEVELS if sent * 100 >= self.monthly * level), default=0)


def quota(monthly: int, percent_kept: int) -> Quota:
    """So many messages a month, of which a part is kept for conversations, rounded up."""
    return Quota(monthly=monthly, reserve=-(-monthly * percent_kept // 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How a bot stands in a month: what it has sent, and what waits to be sent that nobody asked for."""

    quota: Quota
    sent: int
    waiting: int = 0  #: reminders and announcements in the outbox

    @property
    def free(self) -> int:
        """What another announcement could use."""
        return max(0, self.quota.left(Lane.ANNOUNCEMENT, self.sent) - self.waiting)


@dataclass(slots=True)
class Allowance:
    """What may leave now, while it is handed out message by message. Mutable.

    An answer goes as long as anything is left, even if it takes more messages than that: nobody is left
    without one for want of a second page. Everything else goes only if it fits.
    """

    answers: int
    bulk: int
    under_way: int  #: messages that may have left when everything that was handed out has

    def left(self, lane: Lane) -> int:
        return self.answers if lane is Lane.ANSWER else self.bulk

    def take(self, lane: Lane, cost: int) -> bool:
        """Hand out so many messages; False, and nothing else of the lane goes, where they are too many."""
        if self.left(lane) < (1 if lane is Lane.ANSWER else cost):
            if lane is Lane.ANSWER:
                self.answers = 0
            self.bulk = 0
            return False
        self.answers = max(0, self.answers - cost)
        self.bulk = max(0, self.bulk - cost)
        self.under_way += cost
        return True


def allowance(quota: Quota, sent: int, in_flight: int) -> Allowance:
    """What may leave after so many messages, while others are under way and may arrive."""
    used = sent + in_flight
    return Allowance(
        answers=quota.left(Lane.ANSWER, used),
        bulk=quota.left(Lane.ANNOUNCEMENT, used),
        under_way=in_flight,
    )


def affordable(needs: Mapping[str, int], accounts: Mapping[str, Account]) -> bool:
    """Whether an announcement that takes so many messages of each channel may be sent."""
    return all(count <= accounts[name].free for name, count in needs.items() if name in accounts)


# --- months -------------------------------------------------------------------------------------


def month_of(now: datetime) -> str:
    """The month of a moment, as "2026-11"."""
    return f"{local(now):%Y-%m}"


def began(now: datetime) -> datetime:
    """When the month of a moment began, UTC."""
    return local(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


def next_reset(now: datetime) -> datetime:
    """When the next month begins, UTC."""
    first = local(now).replace(day=1)
    year, month = divmod(first.year * 12 + first.month, 12)
    return datetime(year, month + 1, 1, tzinfo=VIETNAM).astimezone(UTC)


def unsettled(now: datetime) -> bool:
    """Whether the platform's month may not have begun yet although ours has."""
    return now < began(now) + UNSETTLED
