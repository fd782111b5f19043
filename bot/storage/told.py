"""What somebody was told without asking: reminders, notices, announcements. Where a channel has no buttons,
what these offer is typed in words, and means what its button would have meant."""

from sqlalchemy import Connection, bindparam, select

from bot.domain.messages import Choice
from bot.storage import bodies
from bot.storage.deliveries import DeliveryState
from bot.storage.prepared import Prepared
from bot.storage.tables import deliveries

#: Messages to look back at, answers included.
LATEST = 30
#: The kind of deliveries that answer what was just written; what they offer is kept with the session.
ANSWER = "answer"

_LATEST = Prepared(
    select(deliveries.c.kind, deliveries.c.body)
    .where(
        deliveries.c.contact_id == bindparam("contact"),
        deliveries.c.state == DeliveryState.SENT.value,
        deliveries.c.body.is_not(None),
    )
    .order_by(deliveries.c.id.desc())
    .limit(LATEST)
)


def choices(conn: Connection, contact_id: int) -> list[Choice]:
    """What the latest of these messages to a chat offered, the newest first."""
    rows = _LATEST.rows(conn, contact=contact_id)
    return [choice for row in rows if row.kind != ANSWER for choice in bodies.from_json(row.body).choices]
