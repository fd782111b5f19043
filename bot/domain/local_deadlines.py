"""A deadline of a unit's own (hạn nội bộ) for itself and everything below it. Pure.

It is never later than the directive's, and where the directive has none (Công văn 1510 for pupils) it is
the first. People are reminded by it; whether a report counts as late stays with the directive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.campaigns import Campaign, Ladder, Obligation
from bot.domain.deadlines import local
from bot.domain.ladder import IsHoliday, Rung, rungs
from bot.domain.rounds import Round

#: The nudges before a deadline of one's own where the campaign file plans none.
_LADDER = Ladder(days_before=(3, 1), on_day=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalDeadline:
    """What a unit asks of its part of the tree in one round."""

    round_id: int
    unit_id: int
    due_before: datetime  #: UTC; the first instant after it
    set_at: datetime
    set_by: int | None = None  #: a person; None: the operator's command line


def earliest(found: Iterable[LocalDeadline], due_before: datetime | None) -> LocalDeadline | None:
    """Which of the deadlines that a unit and those above it have set applies; None: only the directive's.

    After an official deadline was moved to before a local one, the local one says nothing any more.
    """
    earlier = [one for one in found if due_before is None or one.due_before < due_before]
    return min(earlier, key=lambda one: one.due_before, default=None)


def steps(
    round_: Round,
    deadline: LocalDeadline,
    obligation: Obligation,
    campaign: Campaign,
    is_holiday: IsHoliday,
) -> list[Rung]:
    """The nudges that count back from a local deadline, beside those of the round.

    Only ahead of it, and none from before it was set: what follows belongs to the directive's deadline.
    A deadline set anew has steps of its own.
    """
    ahead_only = replace(obligation.ladder or _LADDER, overdue_every_days=None, escalations=())
    counted_back = rungs(
        replace(round_, opens_at=max(round_.opens_at, deadline.set_at), due_before=deadline.due_before),
        replace(obligation, ladder=ahead_only),
        campaign,
        is_holiday,
    )
    name = f"{deadline.unit_id}.{local(deadline.due_before):%m%d%H%M}"
    return [Rung(key=f"{name}.{rung.key}", at=rung.at) for rung in counted_back if rung.key != "open"]
