"""Deliveries as the dispatcher claims them, for tests that play its part."""

from typing import Any

from bot.domain.messages import Lane
from bot.storage.deliveries import Delivery


def reminder(row: Any) -> Delivery:
    """A wordless reminder, from its row in the outbox, at its first try."""
    return Delivery(
        id=row.id,
        contact_id=row.contact_id,
        chat="",
        person_id=row.person_id,
        lane=Lane.REMINDER,
        kind=row.kind,
        body=None,
        due_at=row.due_at,
        expires_at=row.expires_at,
        attempts=0,
        possible_duplicates=0,
        unreachable=False,
    )
