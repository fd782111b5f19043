"""The rounds that a campaign file asks for, as rows to be written down."""

from datetime import date, datetime
from typing import Any

from bot.domain.deadlines import slots
from bot.domain.holidays import is_holiday
from bot.domain.rounds import RoundKind
from bot.storage.campaigns import Running


def first_rounds(running: Running, now: datetime) -> list[dict[str, Any]]:
    """The rounds that exist from the start: one for each obligation with a single deadline, or none."""
    return [
        {
            "campaign_id": running.id,
            "obligation": obligation.id,
            "kind": RoundKind.SINGLE.value,
            "opens_at": now,
            "due_before": obligation.due.before if obligation.due else None,
        }
        for obligation in running.campaign.obligations
        if not obligation.cadences
    ]


def slot_rounds(running: Running, since: date, until: date) -> list[dict[str, Any]]:
    """The rounds of its rhythms on these days, both included; none that closed before it was started."""
    return [
        {
            "campaign_id": running.id,
            "obligation": obligation.id,
            "kind": RoundKind.SLOT.value,
            "slot": day,
            "opens_at": opens,
            "due_before": closes,
        }
        for obligation in running.campaign.obligations
        for cadence in obligation.cadences
        for day, opens, closes in slots(cadence, since, until, is_holiday)
        if closes > running.started_at
    ]
