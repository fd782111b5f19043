"""What each bot with a quota has sent in a month.

Counted in the transaction that writes the outcome of a send, so that the count is neither behind nor ahead
of the outbox. A send that may have arrived counts: rather one too many than a month that ends early.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from bot.domain.messages import Lane
from bot.domain.quotas import Account, Quota, month_of
from bot.storage import drawing
from bot.storage.deliveries import LANES
from bot.storage.prepared import Prepared
from bot.storage.states import under_way
from bot.storage.tables import deliveries, spending

_OF = (spending.c.channel == bindparam("of_channel")) & (spending.c.month == bindparam("in_month"))
_ADD = Prepared(
    lambda insert: (
        (statement := insert(spending))
        .on_conflict_do_update(
            index_elements=["channel", "month"], set_={"sent": spending.c.sent + statement.excluded.sent}
        )
        .returning(spending.c.sent)
    )
)
_RAISE = Prepared(
    lambda insert: (statement := insert(spending)).on_conflict_do_update(
        index_elements=["channel", "month"],
        set_={"sent": statement.excluded.sent},
        where=spending.c.sent < statement.excluded.sent,
    )
)
_WARN = Prepared(
    update(spending).where(_OF, spending.c.warned < bindparam("level")).values(warned=bindparam("level"))
)
_SENT = Prepared(select(spending.c.channel, spending.c.sent).where(spending.c.month == bindparam("in_month")))
_WAITING = (
    select(deliveries.c.channel, func.count().label("rows"))
    .where(under_way(deliveries), deliveries.c.lane > LANES[Lane.ANSWER])
    .group_by(deliveries.c.channel)
)


def add(conn: Connection, channel: str, messages: int, now: datetime) -> int:
    """So many messages have left, or may have; returns how many that makes in the month."""
    return int(_ADD.one(conn, channel=channel, month=month_of(now), sent=messages).sent)


def exhaust(conn: Connection, channel: str, quota: Quota, now: datetime) -> bool:
    """The platform says that nothing is left; False where that is what was counted."""
    return _RAISE.run(conn, channel=channel, month=month_of(now), sent=quota.monthly) > 0


def warn(conn: Connection, channel: str, level: int, now: datetime) -> bool:
    """That so many percent are reached is told now; False where it was told in this month before."""
    return _WARN.run(conn, of_channel=channel, in_month=month_of(now), level=level) > 0


def sent(conn: Connection, now: datetime) -> dict[str, int]:
    """What each channel has sent in the month of a moment, as far as it is counted."""
    return {row.channel: row.sent for row in _SENT.rows(conn, in_month=month_of(now))}


def accounts(conn: Connection, quotas: Mapping[str, Quota], now: datetime) -> dict[str, Account]:
    """How every channel with a quota stands."""
    counted = sent(conn, now)
    waiting = Counter({row.channel: row.rows for row in conn.execute(_WAITING)} if quotas else {})
    waiting.update(drawing.left_by_channel(conn, quotas) if quotas else {})
    return {
        channel: Account(quota=quota, sent=counted.get(channel, 0), waiting=waiting[channel])
        for channel, quota in quotas.items()
    }


def without_bulk(conn: Connection, quotas: Mapping[str, Quota], now: datetime) -> set[str]:
    """The channels on which nothing but conversations goes on until the next month."""
    counted = sent(conn, now)
    return {
        channel
        for channel, quota in quotas.items()
        if not quota.left(Lane.ANNOUNCEMENT, counted.get(channel, 0))
    }
