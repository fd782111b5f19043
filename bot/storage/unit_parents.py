"""The dated parents of units: one that a unit is counted in a day, viewers, and what it was merged into."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, delete, or_, select

from bot.errors import InputError
from bot.storage.tables import unit_parents

_DAY = timedelta(days=1)
#: Levels of the tree; real ones have six, from the ministry to the class.
DEEPEST = 20


class Link(StrEnum):
    """What one unit is to another."""

    ROLLUP = "rollup"  #: it is counted there
    VIEWER = "viewer"  #: that one may look at its numbers, and does not count them
    SUCCESSOR = "successor"  #: it was merged into that one, which answers for it since


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both ends included, on which a unit has a parent."""

    parent_id: int
    since: date
    until: date

    def holds(self, day: date) -> bool:
        return self.since <= day <= self.until

    def without(self, other: "Span") -> Iterator["Span"]:
        """What is left of these days when the other's are taken away."""
        if other.until < self.since or self.until < other.since:
            yield self
            return
        if self.since < other.since:
            yield replace(self, until=other.since - _DAY)
        if other.until < self.until:
            yield replace(self, since=other.until + _DAY)


Spans = dict[int, list[Span]]


def holds_on(day: Any, link: Link) -> Any:
    """The condition that a dated parent of this kind holds on a day, which may be a bound parameter."""
    parents = unit_parents.c
    return (
        (parents.relation == link.value)
        & or_(parents.valid_from.is_(None), parents.valid_from <= day)
        & or_(parents.valid_to.is_(None), parents.valid_to >= day)
    )


_ALL = select(unit_parents).where(unit_parents.c.relation == bindparam("link"))


def spans(conn: Connection, link: Link) -> Spans:
    """The days of every unit's parents of this kind, by unit."""
    found: Spans = defaultdict(list)
    for row in conn.execute(_ALL, {"link": link.value}):
        found[row.unit_id].append(_span(row))
    return found


def _span(row: Any) -> Span:
    return Span(row.parent_id, row.valid_from or date.min, row.valid_to or date.max)


_FORGET = delete(unit_parents).where(
    unit_parents.c.unit_id == bindparam("of"), unit_parents.c.relation == bindparam("link")
)


def write(conn: Connection, link: Link, of: Collection[int], wanted: Mapping[int, Sequence[Span]]) -> None:
    """Put these days in the place of what is written about some units."""
    if not of:
        return
    conn.execute(_FORGET, [{"of": unit_id, "link": link.value} for unit_id in of])
    rows = [
        {
            "unit_id": unit_id,
            "parent_id": span.parent_id,
            "relation": link.value,
            "valid_from": None if span.since == date.min else span.since,
            "valid_to": None if span.until == date.max else span.until,
        }
        for unit_id in of
        for span in wanted[unit_id]
    ]
    if rows:
        conn.execute(unit_parents.insert(), rows)


# --- counted in one parent a day ----------------------------------------------------------------


def wanted(
    parent_id: int, valid_from: date | None, valid_to: date | None, held: Sequence[Span], today: date
) -> Span:
    """The days for which a list gives a unit its parent; the very span that holds if it says nothing new."""
    if valid_from is not None or valid_to is not None:
        return Span(parent_id, valid_from or date.min, valid_to or date.max)
    current = next((span for span in held if span.holds(today)), None)
    if current is not None and current.parent_id == parent_id:
        return current
    later = [span.since for span in held if span.since > today]
    return Span(
        parent_id,
        date.min if len(later) == len(held) else today,
        min(later) - _DAY if later else date.max,
    )


def count_in(conn: Connection, new: Iterable[tuple[int, str, Span]], known: Spans) -> set[int]:
    """Have units (id, code) counted in a parent on some days, in the place of what held on them.

    Returns the ids of those that were counted elsewhere. Raises InputError (`error-units-circle`) where
    a unit would become its own ancestor on any day.
    """
    touched: dict[int, str] = {}
    for unit_id, code, span in new:
        held = known.get(unit_id, [])
        if span not in held:
            known[unit_id] = [piece for old in held for piece in left_of(old, span)] + [span]
            touched[unit_id] = code
    refuse_circles(touched, known)
    write(conn, Link.ROLLUP, touched, known)
    return set(touched)


def left_of(old: Span, new: Span) -> Iterator[Span]:
    """What a new span leaves of one that is known: the same parent until an earlier day ends there."""
    ends = old.parent_id == new.parent_id and old.since <= new.until < old.until
    yield from (replace(old, until=new.until) if ends else old).without(new)


def refuse_circles(touched: Mapping[int, str], known: Mapping[int, Sequence[Span]]) -> None:
    """Raise InputError where one of these units (id, code) would lie below itself on any day, or too deep."""
    for unit_id, code in touched.items():
        ways: list[tuple[tuple[int, ...], date, date]] = [((unit_id,), date.min, date.max)]
        while ways:
            way, begins, ends = ways.pop()
            if len(way) > DEEPEST:
                raise InputError("error-units-deep", code=code, most=DEEPEST)
            for span in known.get(way[-1], ()):
                since, until = max(begins, span.since), min(ends, span.until)
                if since > until:
                    continue
                if span.parent_id == unit_id:
                    raise InputError("error-units-circle", code=code)
                if span.parent_id not in way:  # a circle of others is found from one of them
                    ways.append(((*way, span.parent_id), since, until))


# --- the way up ---------------------------------------------------------------------------------


def way_up(rows: Iterable[Any], on: date) -> tuple[Link, int] | None:
    """The unit through which one is reached on a day: its parent of that day.

    A unit that does not stand that day lies where the one lies that it was merged into; else where it
    lay last, or will lie first. None for a root. `rows` are the unit's own rows of `unit_parents`.
    """
    placed: list[Span] = []
    successor: int | None = None
    for row in rows:
        if row.relation == Link.ROLLUP:
            placed.append(_span(row))
        elif row.relation == Link.SUCCESSOR and _span(row).holds(on):
            successor = row.parent_id
    here = next((span for span in placed if span.holds(on)), None)
    if here is None and successor is not None:
        return Link.SUCCESSOR, successor
    if here is None:
        past = [span for span in placed if span.until < on]
        here = max(past, key=lambda s: s.until) if past else min(placed, key=lambda s: s.since, default=None)
    return None if here is None else (Link.ROLLUP, here.parent_id)
