"""The tree changes: units merge, split, move and are renamed from a day on; lists of units come in.

Campaigns roll up by the tree of their own day, so what was counted in a unit that is no more stays
where it was counted. Its people go on to the new unit, whose head answers for the old one too.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection, select

from bot.domain.asking import form_of
from bot.domain.deadlines import VIETNAM
from bot.domain.units import Unit
from bot.errors import InputError
from bot.storage import (
    campaigns,
    lineages,
    moving,
    opening,
    rounds,
    tallies,
    unit_names,
    unit_parents,
    units,
)
from bot.storage.moving import Moved
from bot.storage.savepoints import savepoint
from bot.storage.tables import lineage
from bot.storage.tables import units as units_table
from bot.storage.unit_names import NewName
from bot.storage.unit_parents import Link, Span, Spans
from bot.storage.units import ImportCounts, NewUnit

T = TypeVar("T")
_DAY = timedelta(days=1)


class _Undone(Exception):
    """Ends a rehearsal."""


def rehearse(conn: Connection, work: Callable[[], T]) -> T:
    """What a piece of work would do: it is done, and undone."""
    outcomes: list[T] = []
    try:
        with savepoint(conn):
            outcomes.append(work())
            raise _Undone
    except _Undone:
        return outcomes[0]


def bring_in(conn: Connection, new: Sequence[NewUnit], now: datetime) -> ImportCounts:
    """Write a list of units; whoever is newly in the tree of a campaign owes what it asks."""
    with _recounted(conn):
        counts = units.save(conn, new, _today(now))
    if counts.added or counts.changed:
        opening.expect_newcomers(conn, now)
    return counts


def rename(conn: Connection, unit: Unit, name: str, since: date, now: datetime) -> bool:
    """Give a unit another name from a day on, until the next one that is known; whether that is new.

    Raises InputError: `error-units-day-to-come`.
    """
    if since > _today(now):
        raise InputError("error-units-day-to-come", code=unit.code, day=_told(since))
    names = unit_names.of(conn, unit.id)
    until = next(held.until for held in names if held.until >= since)
    return bool(unit_names.rename(conn, {unit.id: NewName(name=name, since=since, until=until)}))


def move(conn: Connection, unit: Unit, to: Unit, since: date, now: datetime) -> bool:
    """Have a unit, and all below it, counted in another one from a day on; whether that is new.

    Raises InputError: `error-units-into-itself`, `error-units-not-standing`, `error-units-circle`.
    """
    if unit.id == to.id:
        raise InputError("error-units-into-itself", code=unit.code)
    known = unit_parents.spans(conn, Link.ROLLUP)
    _check_standing(conn, to, since, known)
    _check_standing(conn, unit, since, known)
    span = Span(to.id, since, date.max)
    held = next((one for one in known[unit.id] if one.holds(since)), None)
    if held is not None and (held.parent_id, held.until) == (to.id, date.max):
        return False
    with _recounted(conn):
        unit_parents.count_in(conn, [(unit.id, unit.code, span)], known)
        lineages.rebuild(conn)
    opening.expect_newcomers(conn, now)
    return True


def split(
    conn: Connection,
    source: Unit,
    into: Unit,
    since: date,
    now: datetime,
    *,
    parts: Sequence[Unit],
    members: Collection[int],
) -> Moved:
    """Have parts of a unit (its classes, the units below it) and some of its people go on to another one.

    `members` are ids of memberships. Raises InputError: as `move` does, `error-units-not-part` for a part
    that lies elsewhere, `error-units-people-to-come` for people who would go on a day that has not come.
    """
    if source.id == into.id:
        raise InputError("error-units-into-itself", code=source.code)
    if members and since > _today(now):
        raise InputError("error-units-people-to-come", day=_told(since))
    moved = 0
    for part in parts:
        above = units.parent(conn, part.id, since)
        if above is None or above.id not in (source.id, into.id):
            raise InputError("error-units-not-part", code=part.code, unit=source.code)
        moved += move(conn, part, into, since, now)
    return Moved(units=moved) + moving.move_members(conn, members, into.id, now)


def merge(conn: Connection, old: Sequence[Unit], into: Unit, since: date, now: datetime) -> Moved:
    """Have units end the day before and go on in another one: their people, and the units below them.

    Where the day is still to come, the people go on when it has. Repeating it is a no-op. Raises
    InputError: `error-units-into-itself`, `error-units-merged-already`, `error-units-not-standing`,
    `error-units-circle`, `error-units-counted` where a campaign counts the old unit by a later tree.
    """
    known = unit_parents.spans(conn, Link.ROLLUP)
    merged = unit_parents.spans(conn, Link.SUCCESSOR)
    _check_not_merged(conn, into, since, merged)
    _check_standing(conn, into, since, known)
    link = Span(into.id, since, date.max)
    parts = 0
    for unit in old:
        if unit.id == into.id:
            raise InputError("error-units-into-itself", code=unit.code)
        if any((span.parent_id, span.since) == (into.id, since) for span in merged[unit.id]):
            continue
        _check_not_merged(conn, unit, date.max, merged)
        _check_standing(conn, unit, since - _DAY, known)
        _check_not_counted(conn, unit, since)
        parts += _hand_over(conn, unit, link, known)
        _add_successor(conn, unit.id, link, merged)
    lineages.rebuild(conn)
    return Moved(units=parts) + moving.settle_merges(conn, now)


def _hand_over(conn: Connection, unit: Unit, link: Span, known: Spans) -> int:
    """The units below, and those it looks at, go on to the new unit; its own days end. How many went."""
    below = [
        (unit_id, Span(link.parent_id, max(span.since, link.since), span.until))
        for unit_id, held in known.items()
        for span in held
        if span.parent_id == unit.id and span.until >= link.since
    ]
    codes = {row.id: row.code for row in conn.execute(select(units_table.c.id, units_table.c.code))}
    known[unit.id] = [piece for span in known[unit.id] for piece in span.without(link)]
    unit_parents.write(conn, Link.ROLLUP, [unit.id], known)
    moved = unit_parents.count_in(
        conn, [(below_id, codes[below_id], span) for below_id, span in below], known
    )
    viewers = unit_parents.spans(conn, Link.VIEWER)
    touched = {unit.id}
    viewers[unit.id] = [piece for span in viewers[unit.id] for piece in span.without(link)]
    for unit_id, held in viewers.items():
        if any(span.parent_id == unit.id and span.until >= link.since for span in held):
            touched.add(unit_id)
            viewers[unit_id] = _handed_over(held, unit.id, link, itself=unit_id)
    unit_parents.write(conn, Link.VIEWER, touched, viewers)
    return len(moved)


def _handed_over(held: Sequence[Span], old_id: int, link: Span, *, itself: int) -> list[Span]:
    """These days with the new unit in the place of the old one; a unit does not look at itself."""
    kept = [span for span in held if span.parent_id != old_id or span.until < link.since]
    for span in held:
        if span not in kept:
            kept += span.without(link)
            later = Span(link.parent_id, max(span.since, link.since), span.until)
            if itself != link.parent_id and later not in kept:
                kept.append(later)
    return kept


def _add_successor(conn: Connection, unit_id: int, link: Span, merged: Spans) -> None:
    """What was merged into the old unit before goes on with it."""
    earlier = [key for key, held in merged.items() if any(span.parent_id == unit_id for span in held)]
    for key in earlier:
        merged[key] = [piece for span in merged[key] for piece in span.without(link)] + [link]
    merged[unit_id] = [link]
    unit_parents.write(conn, Link.SUCCESSOR, [*earlier, unit_id], merged)


# --- what stands in the way ---------------------------------------------------------------------


def _check_not_merged(conn: Connection, unit: Unit, on: date, merged: Spans) -> None:
    span = next((span for span in merged[unit.id] if span.since <= on), None)
    if span is not None:
        into = units.get(conn, span.parent_id)
        raise InputError("error-units-merged-already", code=unit.code, into=into.code, day=_told(span.since))


def _check_standing(conn: Connection, unit: Unit, on: date, known: Spans) -> None:
    """A root has no days of its own: it stands always."""
    held = known[unit.id]
    if held and not any(span.holds(on) for span in held):
        raise InputError("error-units-not-standing", code=unit.code, day=_told(on))


_COUNTED_BY = select(lineage.c.unit_id)


def _check_not_counted(conn: Connection, unit: Unit, since: date) -> None:
    for running in campaigns.every(conn):
        if running.tree_on < since:
            continue
        within = lineage.c.ancestor_id == running.scope_unit_id
        counted = _COUNTED_BY.where(
            lineage.c.tree_on == running.tree_on, lineage.c.unit_id == unit.id, within
        )
        if conn.scalar(counted) is not None:
            raise InputError(
                "error-units-counted",
                code=unit.code,
                campaign=running.campaign.slug,
                day=_told(running.tree_on),
            )


def _told(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _today(now: datetime) -> date:
    return now.astimezone(VIETNAM).date()


# --- counting anew ------------------------------------------------------------------------------


@contextmanager
def _recounted(conn: Connection) -> Iterator[None]:
    """Where the change corrects the tree of a day that campaigns roll up by, they are counted anew."""
    known = set(conn.scalars(select(units_table.c.id)))
    days = lineages.days(conn)
    before = _parents(conn, days)
    yield
    after = _parents(conn, days)
    for running in campaigns.every(conn):
        was, is_now = before.get(running.tree_on, {}), after.get(running.tree_on, {})
        corrected = was != {unit_id: above for unit_id, above in is_now.items() if unit_id in known}
        if corrected and running.erased_at is None:
            _recount(conn, running)


def _parents(conn: Connection, days: Sequence[date]) -> dict[date, dict[int, int]]:
    """What every unit was counted in on some days."""
    held = unit_parents.spans(conn, Link.ROLLUP)
    return {
        day: {unit_id: span.parent_id for unit_id, spans in held.items() for span in spans if span.holds(day)}
        for day in days
    }


def _recount(conn: Connection, running: campaigns.Running) -> None:
    for round_ in rounds.rounds_of(conn, running.id):
        if round_.opened_at is not None:
            rounds.lock_round(conn, round_.id)
            form = form_of(running.campaign, round_.obligation, round_.question, round_.label)
            tallies.replace(conn, round_.id, tallies.recount(conn, round_.id, form, running.tree_on))
