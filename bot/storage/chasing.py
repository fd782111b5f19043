"""How many of a unit are left to be chased: who would hear of it now, and whom no message reaches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from bot.domain.campaigns import Superior
from bot.domain.ladder import Window
from bot.storage import planned, superiors
from bot.storage.reminders import intent_of, owing, responsible
from bot.storage.rerouting import unsent
from bot.storage.tables import (
    contacts,
    deliveries,
    guardians,
    memberships,
    persons,
    standings,
    units,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """Somebody who owes and whom no chat reaches, for the list that never leaves the school."""

    person_id: int
    full_name: str
    place: str  #: staff group, or class
    blocked: bool  #: they had a chat, which takes no messages any more
    unsent: bool = False  #: their reminder, or a guardian's, was given up for want of messages this month


def would_remind(
    conn: Connection, round_id: int, unit_ids: Sequence[int], window: Window, now: datetime, *, but: int
) -> frozenset[int]:
    """Whom a head's "nhắc" would reach in these units: who owes, can be written to and heard nothing yet."""
    people = responsible(and_(owing(round_id, now), standings.c.home_unit_id.in_(unit_ids)))
    return _unheard(conn, people, window) - {but}


def would_tell(
    conn: Connection, round_id: int, unit_id: int, on: date, window: Window, now: datetime
) -> frozenset[int]:
    """Which heads of schools below a unit a "nhắc" from there would reach."""
    people = superiors.above(Superior.PRINCIPAL, owing(round_id, now), on, unit_id)
    return _unheard(conn, people, window)


def _unheard(conn: Connection, people: Any, window: Window) -> frozenset[int]:
    """Those of a set who can be reached and got no reminder for the day."""
    intent = intent_of(window)
    key = intent.key(people.c.person_id)
    heard = select(deliveries.c.id).where(deliveries.c.dedupe_key == key).exists()
    found = (
        select(people.c.person_id)
        .join(persons, persons.c.id == people.c.person_id)
        .join(contacts, contacts.c.id == persons.c.contact_id)
        .where(contacts.c.unreachable_at.is_(None), ~heard, ~planned.told(intent, people.c.person_id))
    )
    return frozenset(conn.scalars(found))


def missing(conn: Connection, round_ids: Sequence[int], unit_ids: Sequence[int]) -> int:
    """How many people of some units have not completed rounds that they are still asked for."""
    count = (
        select(func.count(memberships.c.person_id.distinct()))
        .join(standings, standings.c.membership_id == memberships.c.id)
        .where(_left(round_ids, unit_ids))
    )
    return conn.execute(count).scalar_one()


def _left(round_ids: Sequence[int], unit_ids: Sequence[int]) -> Any:
    return and_(
        standings.c.round_id.in_(round_ids),
        standings.c.home_unit_id.in_(unit_ids),
        standings.c.state.in_(["missing", "partial"]),
        standings.c.stopped.is_(None),
    )


_theirs = contacts.alias("theirs")
_guardian = persons.alias("guardian")
_BY_GUARDIAN = (
    select(guardians.c.child_id)
    .join(_guardian, _guardian.c.id == guardians.c.guardian_id)
    .join(_theirs, _theirs.c.id == _guardian.c.contact_id)
    .where(guardians.c.child_id == persons.c.id, _theirs.c.unreachable_at.is_(None), ~unsent(_guardian.c.id))
    .exists()
)
_UNSENT = or_(
    unsent(persons.c.id),
    select(guardians.c.child_id)
    .where(guardians.c.child_id == persons.c.id, unsent(guardians.c.guardian_id))
    .exists(),
)


def unreached(conn: Connection, round_ids: Sequence[int], unit_ids: Sequence[int]) -> list[Unreached]:
    """Who of some units has not completed these rounds and cannot be reminded: no chat, nor a guardian's,
    or no message left in the month for them.

    In the order of classes and staff groups, and of names.
    """
    found = (
        select(
            persons.c.id,
            persons.c.full_name,
            persons.c.sort_key,
            persons.c.contact_id,
            units.c.kind,
            units.c.name,
            memberships.c.group_name,
            _UNSENT.label("unsent"),
        )
        .select_from(standings)
        .join(memberships, memberships.c.id == standings.c.membership_id)
        .join(persons, persons.c.id == memberships.c.person_id)
        .join(units, units.c.id == standings.c.home_unit_id)
        .outerjoin(contacts, contacts.c.id == persons.c.contact_id)
        .where(
            _left(round_ids, unit_ids),
            or_(
                and_(or_(contacts.c.id.is_(None), contacts.c.unreachable_at.is_not(None)), ~_BY_GUARDIAN),
                unsent(persons.c.id),
            ),
        )
        .distinct()
    )
    rows = [(row.name if row.kind == "class" else row.group_name, row) for row in conn.execute(found).all()]
    rows.sort(key=lambda one: (one[0], one[1].sort_key, one[1].id))
    return [
        Unreached(
            person_id=row.id,
            full_name=row.full_name,
            place=place,
            blocked=row.contact_id is not None and not row.unsent,
            unsent=row.unsent,
        )
        for place, row in rows
    ]
