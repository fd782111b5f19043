"""How units stood when each day began, for the trend."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, or_, select, tuple_

from bot.domain.deadlines import instant
from bot.domain.rounds import RoundKind
from bot.domain.tallies import COMPLETE, DECLARED, EXPECTED, ON_TIME
from bot.domain.units import CLASS
from bot.storage.dialects import PerDialect
from bot.storage.tables import campaigns, daily_tallies, rounds, tallies, units

#: How long they are kept, and for how long after its deadline a round still gets new ones.
KEPT, LATE_FOR = timedelta(days=60), timedelta(days=14)
_MEASURES = [EXPECTED, DECLARED, COMPLETE, ON_TIME]
#: Units in one slice, and counts that go in one: the writer is never held longer than some milliseconds.
SLICE, FORGOTTEN = 1_000, 4_000

#: Rounds that were open when the day began. Slots are compared with the slot before instead.
_OPEN = (
    select(rounds.c.id, campaigns.c.scope_unit_id)
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
            # written last, so it tells of all: the unit for which the campaign was started
            daily_tallies.c.unit_id == campaigns.c.scope_unit_id,
            daily_tallies.c.measure == EXPECTED,
            daily_tallies.c.day == bindparam("day"),
        ),
    )
)
_SLICE = (
    select(tallies.c.unit_id)
    .where(
        tallies.c.round_id == bindparam("round_id"),
        tallies.c.measure == EXPECTED,
        tallies.c.unit_id > bindparam("after"),
    )
    .order_by(tallies.c.unit_id)
    .limit(SLICE)
    .subquery()
)
_SLICE_ENDS = select(func.max(_SLICE.c.unit_id))


def _kept(which: Any) -> PerDialect:
    """The statement that writes down the units of a condition."""
    counts = (
        select(
            tallies.c.round_id,
            tallies.c.unit_id,
            tallies.c.measure,
            bindparam("today", type_=daily_tallies.c.day.type),
            tallies.c.value,
        )
        .join(units, units.c.id == tallies.c.unit_id)
        .where(tallies.c.round_id == bindparam("round_id"), tallies.c.measure.in_(_MEASURES), which)
    )
    columns = ["round_id", "unit_id", "measure", "day", "value"]
    return PerDialect(
        lambda insert: insert(daily_tallies).from_select(columns, counts).on_conflict_do_nothing()
    )


_KEEP = _kept(
    and_(
        units.c.kind != CLASS,
        tallies.c.unit_id > bindparam("after"),
        tallies.c.unit_id <= bindparam("last"),
        tallies.c.unit_id != bindparam("scope"),
    )
)
_KEEP_SCOPE = _kept(tallies.c.unit_id == bindparam("scope"))
_KEY = ("round_id", "unit_id", "measure", "day")
_FORGET = delete(daily_tallies).where(
    tuple_(*(daily_tallies.c[name] for name in _KEY)).in_(
        select(*(daily_tallies.c[name] for name in _KEY))
        .where(daily_tallies.c.day < bindparam("before"))
        .limit(FORGOTTEN)
    )
)
_OF = select(daily_tallies.c.measure, daily_tallies.c.value).where(
    daily_tallies.c.round_id == bindparam("round_id"),
    daily_tallies.c.unit_id == bindparam("unit_id"),
    daily_tallies.c.day == bindparam("day"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A round of which a day was not, or not wholly, written down."""

    round_id: int
    scope_unit_id: int


def unkept(conn: Connection, today: date) -> list[Open]:
    """The rounds that were open when a local day began and of which it is not written down."""
    begins = instant(today, time(0))
    rows = conn.execute(_OPEN, {"begins": begins, "since": begins - LATE_FOR, "day": today})
    return [Open(round_id=row.id, scope_unit_id=row.scope_unit_id) for row in rows]


def keep_slice(conn: Connection, one: Open, today: date, after: int) -> int | None:
    """Write down how the next units of a round stand, classes excepted; the last of them, None at the end.

    `after` is the last unit of the slice before; 0 at the beginning. Beginning once more changes nothing
    of what was written.
    """
    asked = {"round_id": one.round_id, "today": today, "scope": one.scope_unit_id, "after": after}
    last: int | None = conn.scalar(_SLICE_ENDS, {"round_id": one.round_id, "after": after})
    if last is None:
        _KEEP_SCOPE.run(conn, asked)
    else:
        _KEEP.run(conn, asked | {"last": last})
    return last


def forget_slice(conn: Connection, today: date) -> bool:
    """Let some of what is too old go; whether there may be more."""
    return conn.execute(_FORGET, {"before": today - KEPT}).rowcount == FORGOTTEN


def of(conn: Connection, round_id: int, unit_id: int, day: date) -> Mapping[str, int]:
    """How a unit stood when a day began; empty where that was not written down."""
    rows = conn.execute(_OF, {"round_id": round_id, "unit_id": unit_id, "day": day})
    return {row.measure: row.value for row in rows}
