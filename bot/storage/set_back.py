"""What a clock that was wrong for a while has left in the queues: moments that lie far ahead.

A clock that ran ahead and is set back leaves messages that would wait until it gets there again.
"""

from datetime import datetime

from sqlalchemy import Connection, bindparam, update

from bot.domain.messages import Lane
from bot.storage.deliveries import LANES, DeliveryState, is_in
from bot.storage.states import under_way, waiting
from bot.storage.tables import deliveries, inbox

_INBOX = (
    update(inbox)
    .where(waiting(inbox), inbox.c.retry_at > bindparam("latest"))
    .values(retry_at=bindparam("now"))
)
_RETRIES = (
    update(deliveries)
    .where(
        is_in(DeliveryState.WAITING),
        deliveries.c.retry_at.is_not(None),
        deliveries.c.retry_at > bindparam("latest"),
        # A platform may ask for a long pause.
        deliveries.c.reason.is_distinct_from("throttled"),
    )
    .values(retry_at=bindparam("now"))
)
#: Answers are due when they are given. What else waits may have been planned for a later day.
_ANSWERS = (
    update(deliveries)
    .where(
        under_way(deliveries),
        deliveries.c.lane == LANES[Lane.ANSWER],
        deliveries.c.due_at > bindparam("soon"),
        deliveries.c.due_at <= deliveries.c.created_at,
    )
    .values(due_at=bindparam("now"))
)


def pull_in(conn: Connection, now: datetime, *, soon: datetime, latest: datetime) -> int:
    """Have what waits for a moment that only a wrong clock can have written tried now; returns how many.

    Answers are due before `soon`, and whatever failed is tried again before `latest`.
    """
    retried = {"now": now, "latest": latest}
    found = [conn.execute(statement, retried).rowcount for statement in (_INBOX, _RETRIES)]
    return sum(found) + conn.execute(_ANSWERS, {"now": now, "soon": soon}).rowcount
