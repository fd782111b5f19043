"""What somebody was reminded of last: a complaint seldom says what it is about."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select

from bot.domain.messages import Reply
from bot.storage import bodies
from bot.storage.prepared import Prepared
from bot.storage.tables import deliveries, rounds, standings

_LAST = Prepared(
    select(deliveries.c.kind, deliveries.c.body, deliveries.c.finished_at)
    .where(
        deliveries.c.person_id == bindparam("person"),
        deliveries.c.state == "sent",
        or_(deliveries.c.kind.in_(["reminder", "digest"]), deliveries.c.kind.like("round:%")),
    )
    .order_by(deliveries.c.finished_at.desc(), deliveries.c.id.desc())
    .limit(1)
)
_OF_ROUND = select(rounds.c.campaign_id).where(rounds.c.id == bindparam("round"))
_OF_STANDING = (
    select(rounds.c.campaign_id)
    .join(standings, standings.c.round_id == rounds.c.id)
    .where(standings.c.id == bindparam("standing"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastReminder:
    """The last message that came by itself and asked for something."""

    at: datetime
    campaign_id: int | None  #: None: it named several things


def of(conn: Connection, person_id: int) -> LastReminder | None:
    """The last reminder that reached somebody; None where there was none, or it is no longer kept."""
    row = _LAST.first(conn, person=person_id)
    if row is None:
        return None
    about, _, number = row.kind.partition(":")
    if about == "round":
        campaign_id = conn.scalar(_OF_ROUND, {"round": int(number)})
    else:
        reply = Reply(text="") if row.body is None else bodies.from_json(row.body)
        opens = [
            choice.action.partition(":")[2] for choice in reply.choices if choice.action.startswith("open:")
        ]
        campaign_id = conn.scalar(_OF_STANDING, {"standing": int(opens[0])}) if opens else None
    return LastReminder(at=row.finished_at, campaign_id=campaign_id)
