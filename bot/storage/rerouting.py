"""Deliveries that take another way to the same person, because their own is closed.

A way is closed where a bot's share of the month is spent, or where a chat takes no messages any more. The
row itself moves, with its dedupe key: nobody gets the same thing twice, however often it moves.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, null, or_, select, true, update

from bot.domain.channels import WEB
from bot.domain.messages import Lane
from bot.storage import contacts as contact_store
from bot.storage import outcomes
from bot.storage.deliveries import LANES
from bot.storage.states import under_way, waiting
from bot.storage.tables import batches, contacts, deliveries, persons

#: Why something was not sent, or waits: the messages of the month are spent.
QUOTA = "quota"
#: Rows that are looked at in one transaction, so that the writer is held briefly.
SLICE = 200

_other = contacts.alias("other")
_WAITING = and_(under_way(deliveries), waiting(deliveries))
#: What is of no use later: these are given up at once, so that somebody talks to the person directly.
_OF_THE_DAY = or_(deliveries.c.kind.in_(["reminder", "digest"]), deliveries.c.kind.like("round:%"))
#: Rows of a broadcast that was paused or cancelled meet that when they are claimed.
_STEERED = and_(deliveries.c.batch.is_not(None), deliveries.c.batch.in_(select(batches.c.name)))


def _elsewhere(person: Any, on: Any = true()) -> Any:
    """The id of a chat of a person that takes messages, on a channel of which the condition `on` holds.

    The one they began to write from last; the web only where there is nothing else, for it does not ring.
    """
    return (
        select(_other.c.id)
        .where(_other.c.person_id == person, _other.c.unreachable_at.is_(None), on)
        .order_by(case((_other.c.channel == WEB, 1), else_=0), _other.c.id.desc())
        .limit(1)
        .correlate_except(_other)
        .scalar_subquery()
    )


def written_to(sparing: Collection[str] = ()) -> Any:
    """The id of the chat in which a row of `persons` is written to: the one they wrote from last.

    Where that is on a channel of `sparing`, another one that rings, if there is one.
    """
    last = persons.c.contact_id
    if not sparing:
        return last
    spared = _other.c.channel.not_in(sparing)
    as_it_is = (
        select(_other.c.id)
        .where(_other.c.id == last, _other.c.unreachable_at.is_(None), spared)
        .correlate_except(_other)
        .scalar_subquery()
    )
    return func.coalesce(as_it_is, _elsewhere(persons.c.id, spared & (_other.c.channel != WEB)), last)


def unsent(person: Any) -> Any:
    """The condition that the last reminder of a person was given up for want of messages."""
    missed, heard = deliveries.alias("missed"), deliveries.alias("heard")
    reminder = LANES[Lane.REMINDER]
    later = select(heard.c.id).where(
        heard.c.person_id == missed.c.person_id,
        heard.c.state == "sent",
        heard.c.lane == reminder,
        heard.c.id > missed.c.id,
    )
    return (
        select(missed.c.id)
        .where(
            missed.c.person_id == person,
            missed.c.state == "given_up",
            missed.c.reason == QUOTA,
            missed.c.lane == reminder,
            ~later.exists(),
        )
        .correlate_except(missed)
        .exists()
    )


# --- a share that is spent ----------------------------------------------------------------------

_CHANNELS = select(contacts.c.id, contacts.c.channel).where(
    contacts.c.id.in_(bindparam("ids", expanding=True))
)
_MOVE = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("delivery_id"), _WAITING)
    .values(
        contact_id=bindparam("to_contact"), channel=bindparam("to_channel"), retry_at=null(), reason=null()
    )
)
_GIVE_UP = (
    update(deliveries)
    .where(deliveries.c.id.in_(bindparam("ids", expanding=True)), _WAITING)
    .values(state="given_up", reason=QUOTA, finished_at=bindparam("now"))
)
_HOLD = (
    update(deliveries)
    .where(deliveries.c.id.in_(bindparam("ids", expanding=True)), _WAITING)
    .values(reason=QUOTA)
)
_EXPIRE = (
    update(deliveries)
    .where(
        _WAITING,
        deliveries.c.channel == bindparam("on_channel"),
        deliveries.c.lane == bindparam("in_lane"),
        deliveries.c.expires_at <= bindparam("now"),
    )
    .values(state="expired", finished_at=bindparam("now"))
)


def without_quota(
    conn: Connection, channel: str, lane: Lane, open_ways: Collection[str], now: datetime
) -> bool:
    """Settle what is due in a lane of a channel that may not send it in this month; False if more is left.

    What is of use no longer expires. What somebody asked for waits. Everything else goes to another chat
    of the same person on one of `open_ways`; where there is none, a reminder is given up, and an
    announcement waits for the next month.
    """
    where = {"on_channel": channel, "in_lane": LANES[lane], "now": now}
    conn.execute(_EXPIRE, where)
    if lane is Lane.ANSWER:
        return True
    rows = conn.execute(_due(channel, lane, open_ways, now)).all()
    if not rows:
        return True
    _move(conn, {row.id: row.to_contact for row in rows if row.to_contact is not None})
    lost = [row.id for row in rows if row.to_contact is None and row.of_the_day]
    held = [row.id for row in rows if row.to_contact is None and not row.of_the_day]
    conn.execute(_GIVE_UP, {"ids": lost, "now": now})
    conn.execute(_HOLD, {"ids": held})
    return len(rows) < SLICE


def _move(conn: Connection, to: Mapping[int, int]) -> None:
    """Some deliveries go to other chats, by their ids."""
    if not to:
        return
    channels = {row.id: row.channel for row in conn.execute(_CHANNELS, {"ids": list(to.values())})}
    rows = [
        {"delivery_id": delivery_id, "to_contact": contact_id, "to_channel": channels[contact_id]}
        for delivery_id, contact_id in to.items()
    ]
    conn.execute(_MOVE, rows)


def _due(channel: str, lane: Lane, open_ways: Collection[str], now: datetime) -> Any:
    """What has not been settled yet, each with the way it can take."""
    return (
        select(
            deliveries.c.id,
            _elsewhere(deliveries.c.person_id, _other.c.channel.in_(open_ways)).label("to_contact"),
            _OF_THE_DAY.label("of_the_day"),
        )
        .where(
            _WAITING,
            deliveries.c.channel == channel,
            deliveries.c.lane == LANES[lane],
            deliveries.c.due_at <= now,
            or_(deliveries.c.reason.is_(None), deliveries.c.reason != QUOTA),
            ~_STEERED,
        )
        .order_by(deliveries.c.due_at, deliveries.c.id)
        .limit(SLICE)
    )


# --- a chat that takes no messages any more -----------------------------------------------------

_FOLLOW = update(persons).where(persons.c.contact_id == bindparam("lost")).values(contact_id=bindparam("to"))
_TAKE_ALONG = (
    update(deliveries)
    .where(
        deliveries.c.contact_id == bindparam("lost"),
        deliveries.c.lane > LANES[Lane.ANSWER],
        or_(_WAITING, deliveries.c.state == "paused"),
    )
    .values(
        contact_id=bindparam("to_contact"), channel=bindparam("to_channel"), retry_at=null(), reason=null()
    )
)


def lost(conn: Connection, contact_id: int, reason: str, now: datetime) -> None:
    """A chat takes no messages any more: the person is written to in another one of theirs, if there is one.

    Reminders and announcements that wait go along. Everything else that waits for the chat is given up.
    """
    contact_store.unreachable(conn, contact_id, reason, now)
    person_id = contact_store.contact_by_id(conn, contact_id).person_id
    to = None if person_id is None else conn.scalar(select(_elsewhere(person_id)))
    if to is not None:
        found = contact_store.contact_by_id(conn, to)
        conn.execute(_FOLLOW, {"lost": contact_id, "to": to})
        conn.execute(_TAKE_ALONG, {"lost": contact_id, "to_contact": to, "to_channel": found.channel})
    outcomes.give_up_contact(conn, contact_id, reason, now)
