"""What a failed send leads to. Pure: chance and time are passed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.domain.messages import Lane
from bot.errors import ChannelError, Misconfigured, OutcomeUnknown, Refused, Throttled, Unreachable
from bot.storage.deliveries import Delivery

#: Seconds to the first retry, doubled with each failure up to the longest.
FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0
#: How long after it was due a message that the platform does not take is still tried.
PATIENCE = timedelta(days=1)
#: How often a send whose outcome is unknown is repeated: a person's answer and a reminder must
#: arrive, an announcement must not pester.
REPEATS = {Lane.ANSWER: 3, Lane.REMINDER: 3, Lane.ANNOUNCEMENT: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class TryAgain:
    after: float  #: seconds
    reason: str
    perhaps_delivered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveUp:
    reason: str
    contact_lost: bool = False  #: nothing else can be sent to this contact either


def after_failure(
    delivery: Delivery, error: ChannelError, now: datetime, chance: Random, *, answering: bool = True
) -> TryAgain | GiveUp:
    """What becomes of a delivery whose send failed in this way.

    `answering`: the platform answers others. Where it answers nobody, no message is to blame.
    """
    match error:
        case Unreachable():
            return GiveUp(reason=error.reason, contact_lost=True)
        case Refused():
            return GiveUp(reason=error.reason)
        case Throttled():
            # The whole channel pauses; the reason lets a restart know of the pause.
            return TryAgain(after=error.retry_after, reason="throttled")
        case Misconfigured():
            return TryAgain(after=0, reason=error.reason)
        case OutcomeUnknown() if answering:
            if delivery.possible_duplicates >= REPEATS[delivery.lane]:
                return GiveUp(reason=error.reason)
        case _:
            if now - delivery.due_at >= PATIENCE:
                return GiveUp(reason=error.reason)
    return TryAgain(
        after=backoff(delivery.attempts, chance),
        reason=error.reason,
        perhaps_delivered=isinstance(error, OutcomeUnknown),
    )


def backoff(failures: int, chance: Random) -> float:
    """Seconds to wait after so many earlier failures: between half and all of an ever longer time."""
    longest: float = min(FIRST_WAIT * 2 ** min(failures, 30), LONGEST_WAIT)
    return longest * (0.5 + chance.random() / 2)
