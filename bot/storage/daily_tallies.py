"""How units stood when each day began, for the trend."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from sqlalchemy import Connection, bindparam, delete, exists, or_, select

from bot.domain.deadlines import instant
from bot.domain.rounds import RoundKind
from bot.domain.tallies import COMPLETE, DECLARED, EXPECTED, ON_TIME
from bot.domain.units import CLASS
from bot.storage.dialects import PerDialect
from bot.storage.tables import campaigns, daily_tallies, rounds, tallies, units

#: How long they are kept, and for how long after its deadline a round still gets new ones.
KEPT, LATE_FOR = timedelta(days=60), timedelta(days=14)
_MEASURES = [EXPECTED, DECLARED, COMPLETE, ON_TIME]

#: Rounds that were open when the day began. Slots are compared with the slot before instead.
_OPEN = (
    select(rounds.c.id)
    .join(campaigns, campaigns.c.id == rounds.c.campaign_id)
    .join(  # a round in which nobody is expected has nothing to keep
        tallies,
        (tallies.c.round_id == rounds.c.id)
        & (tallies.c.unit_id == campaigns.c.scope_unit_id)
        & (tallies.c.measure == EXPECTED),
    )
    .where(
        campaigns.c.state == "running",
        rounds.c.kind != RoundKind.SLOT.value,
        rounds.c.withdrawn_at.is_(None),
        rounds.c.opened_at < bindparam("begins", type_=rounds.c.opened_at.type),
        or_(
            rounds.c.due_before.is_(None),
            rounds.c.due_before > bindparam("since", type_=rounds.c.due_before.type),
        ),
        ~exists().where(
            daily_tallies.c.round_id == rounds.c.id,
            # one row of the key tells of all: the unit for which the campaign was started
            daily_tallies.c.unit_id == campaigns.c.scope_unit_id,
            daily_tallies.c.measure == EXPECTED,
            daily_tallies.c.day == bindparam("day"),
        ),
    )
)
_KEEP = PerDialect(
    lambda insert: (
        insert(daily_tallies)
        .from_select(
            ["round_id", "unit_id", "measure", "day", "value"],
            select(
                tallies.c.round_id,
                tallies.c.unit_id,
                tallies.c.measure,
                bindparam("today", type_=daily_tallies.c.day.type),
                tallies.c.value,
            )
            .join(units, units.c.id == tallies.c.unit_id)
            .where(
                tallies.c.round_id.in_(bindparam("rounds", expanding=True)),
                tallies.c.measure.in_(_MEASURES),
                units.c.kind != CLASS,
            ),
        )
        .on_conflict_do_nothing()
    )
)
_FORGET = delete(daily_tallies).where(daily_tallies.c.day < bindparam("before"))
_OF = select(daily_tallies.c.measure, daily_tallies.c.value).where(
    daily_tallies.c.round_id == bindparam("round_id"),
    daily_tallies.c.unit_id == bindparam("unit_id"),
    daily_tallies.c.day == bindparam("day"),
)


def keep(conn: Connection, today: date) -> int:
    """Write down how every unit but classes stands, once a local day; returns the number of counts.

    Set-based. What is older than `KEPT` goes at the same time.
    """
    begins = instant(today, time(0))
    open_rounds = list(conn.scalars(_OPEN, {"begins": begins, "since": begins - LATE_FOR, "day": today}))
    if not open_rounds:
        return 0
    conn.execute(_FORGET, {"before": today - KEPT})
    return _KEEP.run(conn, {"rounds": open_rounds, "today": today}).rowcount


def of(conn: Connection, round_id: int, unit_id: int, day: date) -> Mapping[str, int]:
    """How a unit stood when a day began; empty where that was not written down."""
    rows = conn.execute(_OF, {"round_id": round_id, "unit_id": unit_id, "day": day})
    return {row.measure: row.value for row in rows}
