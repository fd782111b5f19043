"""Announcements: one message to many, from its draft to its correction or withdrawal.

    draft ──confirm──► queueing ──slices──► queued          stopped: the rest was cancelled
                           any of them ──withdraw──► withdrawn

How it comes into the outbox: `announcement_slices.py`. How far the sending is: `broadcasts.py`, under the
name of `batch`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, literal, select, union, update

from bot.domain.deadlines import VIETNAM
from bot.domain.people import Role
from bot.storage import audit, broadcasts
from bot.storage.dialects import inserted_id
from bot.storage.rerouting import written_to
from bot.storage.tables import announcements, contacts, guardians, memberships, persons
from bot.storage.tables import unit_parents as parents_table
from bot.storage.unit_parents import Link, holds_on


class State(StrEnum):
    DRAFT = "draft"
    DROPPED = "dropped"  #: never sent
    QUEUEING = "queueing"
    QUEUED = "queued"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One message to many."""

    id: int
    unit_id: int  #: it is for people in this unit and in everything below it
    author_id: int | None  #: None: the operator's command line
    roles: frozenset[Role]  #: whom it is for; nobody while that is not chosen
    text: str
    signed: str  #: the position and the unit of whoever sends it
    urgent: bool
    frugal: bool  #: of a channel with a quota only those who cannot be written to elsewhere
    state: State
    after_person_id: int  #: how far it is queued
    created_at: datetime
    confirmed_at: datetime | None
    revision: int  #: corrections and the withdrawal, counted
    amended_at: datetime | None  #: the last of them
    amended_after: int | None  #: how far that is queued, as an id of a delivery; None: all of it

    @property
    def batch(self) -> str:
        """The name of its broadcast."""
        return f"announcement:{self.id}"

    @property
    def amending(self) -> str:
        """The name of the broadcast of its last correction, or of its withdrawal."""
        return f"announcement:{self.id}:{self.revision}"

    @property
    def tree_on(self) -> date:
        """The day whose tree says who is below the unit."""
        return (self.confirmed_at or self.created_at).astimezone(VIETNAM).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Whom an announcement is for: how many people, and those who can be written to, by channel."""

    people: int
    by_channel: Mapping[str, int]

    @property
    def reachable(self) -> int:
        return sum(self.by_channel.values())


_BY_ID = select(announcements).where(announcements.c.id == bindparam("id"))
_NEW = announcements.insert()
_CHANGE = update(announcements).where(announcements.c.id == bindparam("of"))
#: Drafts are kept: a button of an old preview must never send another text.
_DROP_DRAFTS = (
    update(announcements)
    .where(announcements.c.author_id == bindparam("author"), announcements.c.state == "draft")
    .values(state="dropped")
)
_SENT_SINCE = select(func.count()).where(
    announcements.c.author_id == bindparam("author"), announcements.c.confirmed_at >= bindparam("since")
)


def announcement_of(row: Any) -> Announcement:
    return Announcement(
        id=row.id,
        unit_id=row.unit_id,
        author_id=row.author_id,
        roles=frozenset(Role(role) for role in row.roles),
        text=row.text,
        signed=row.signed,
        urgent=row.urgent,
        frugal=row.frugal,
        state=State(row.state),
        after_person_id=row.after_person_id,
        created_at=row.created_at,
        confirmed_at=row.confirmed_at,
        revision=row.revision,
        amended_at=row.amended_at,
        amended_after=row.amended_after,
    )


def get(conn: Connection, announcement_id: int) -> Announcement:
    """The announcement with this id. Raises NotFound."""
    return announcement_of(conn.execute(_BY_ID, {"id": announcement_id}).one())


def locked(conn: Connection, announcement_id: int) -> Announcement:
    return announcement_of(conn.execute(_BY_ID.with_for_update(), {"id": announcement_id}).one())


def change(conn: Connection, announcement_id: int, **changes: Any) -> None:
    conn.execute(_CHANGE.values(**changes), {"of": announcement_id})


# --- before it is sent --------------------------------------------------------------------------


def draft(
    conn: Connection, *, unit_id: int, author_id: int | None, text: str, signed: str, now: datetime
) -> int:
    """A text that waits to be confirmed, in place of the author's earlier draft; returns its id."""
    conn.execute(_DROP_DRAFTS, {"author": author_id})
    row: dict[str, Any] = {
        "unit_id": unit_id,
        "author_id": author_id,
        "roles": [],
        "text": text,
        "signed": signed,
    }
    return inserted_id(conn.execute(_NEW, row | {"state": State.DRAFT.value, "created_at": now}))


def address(
    conn: Connection, announcement_id: int, unit_id: int, roles: Collection[Role], signed: str
) -> None:
    """Choose whom a draft is for, and who signs it."""
    named = sorted(role.value for role in roles)
    change(conn, announcement_id, unit_id=unit_id, roles=named, signed=signed)


def drop(conn: Connection, author_id: int) -> None:
    """Forget the author's draft."""
    conn.execute(_DROP_DRAFTS, {"author": author_id})


def confirm(
    conn: Connection, announcement_id: int, now: datetime, *, urgent: bool, frugal: bool = False
) -> bool:
    """Send a draft; False if it is none any more."""
    found = locked(conn, announcement_id)
    if found.state is not State.DRAFT:
        return False
    change(conn, announcement_id, state=State.QUEUEING.value, urgent=urgent, frugal=frugal, confirmed_at=now)
    _record(conn, "announcement-sent", found, now, found.author_id)
    return True


def sent_since(conn: Connection, author_id: int, since: datetime) -> int:
    """How many somebody has sent since a moment."""
    return int(conn.execute(_SENT_SINCE, {"author": author_id, "since": since}).scalar_one())


def _below(unit_id: int, on: date, name: str = "inside") -> Any:
    """The ids of a unit and of everything below it on a day; `name` tells two of one statement apart."""
    top = select(literal(unit_id, parents_table.c.unit_id.type).label("unit_id"))
    # Nested: at the head of an INSERT it would keep SQLite from telling how many rows there are.
    inside = top.cte(name, recursive=True, nesting=True)
    inside = inside.union(
        select(parents_table.c.unit_id).where(
            parents_table.c.parent_id == inside.c.unit_id, holds_on(on, Link.ROLLUP)
        )
    )
    return select(inside.c.unit_id)


_child, _guardian = persons.alias("child"), persons.alias("guardian")
_childs, _guardians = contacts.alias("chat_of_child"), contacts.alias("chat_of_guardian")
#: Pupils who write from no chat of their own, though a guardian does: who is written to in their place.
_SPOKEN_FOR = (
    select(guardians.c.child_id, guardians.c.guardian_id)
    .join(_child, _child.c.id == guardians.c.child_id)
    .outerjoin(_childs, and_(_childs.c.id == _child.c.contact_id, _childs.c.unreachable_at.is_(None)))
    .join(_guardian, _guardian.c.id == guardians.c.guardian_id)
    .join(_guardians, _guardians.c.id == _guardian.c.contact_id)
    .where(_childs.c.id.is_(None), _guardians.c.unreachable_at.is_(None))
)


def _held(found: Announcement, roles: Collection[Role], name: str) -> Any:
    """The condition that a membership is held in one of these roles in the unit or below it."""
    return (
        memberships.c.unit_id.in_(_below(found.unit_id, found.tree_on, name))
        & memberships.c.role.in_([role.value for role in roles])
        & (memberships.c.state == "active")
    )


def audience(found: Announcement, after: int = 0) -> Any:
    """The ids of those whom it is for and who come after a person, as a selection; the author knows it.

    For pupils without a chat their guardians, where they have one; as parents the guardians of pupils too,
    in whatever class they are known themselves.
    """
    pupils = _held(found, [Role.PUPIL], "with_pupils")
    held = _held(found, found.roles, "with_others")
    parts = [select(memberships.c.person_id.label("person_id")).where(held)]
    if Role.PUPIL in found.roles:
        spoken_for = _SPOKEN_FOR.subquery()
        parts = [parts[0].where(memberships.c.person_id.not_in(select(spoken_for.c.child_id)))]
        parts.append(
            select(spoken_for.c.guardian_id)
            .join(memberships, memberships.c.person_id == spoken_for.c.child_id)
            .where(pupils)
        )
    if Role.PARENT in found.roles:
        parts.append(
            select(guardians.c.guardian_id)
            .join(memberships, memberships.c.person_id == guardians.c.child_id)
            .where(pupils)
        )
    everybody = union(*parts).subquery()
    return select(everybody.c.person_id).where(
        everybody.c.person_id > after, everybody.c.person_id.is_distinct_from(found.author_id)
    )


def reached(conn: Connection, found: Announcement, after: int = 0, sparing: Collection[str] = ()) -> Reached:
    """Whom it is for, as far as they come after a person; through a channel of `sparing` only those who
    can be written to nowhere else.
    """
    wanted = audience(found, after).subquery()
    rows = conn.execute(
        select(contacts.c.channel, func.count().label("people"))
        .select_from(wanted)
        .join(persons, persons.c.id == wanted.c.person_id)
        .outerjoin(contacts, (contacts.c.id == written_to(sparing)) & contacts.c.unreachable_at.is_(None))
        .group_by(contacts.c.channel)
    )
    found_in = {row.channel: row.people for row in rows}  # None: those who cannot be written to
    by_channel = {channel: found_in[channel] for channel in sorted(filter(None, found_in))}
    return Reached(people=sum(found_in.values()), by_channel=by_channel)


def out_of_reach(conn: Connection, found: Announcement, limit: int) -> list[str]:
    """The names of those whom it is for and who cannot be written to, in the order of Vietnamese names."""
    return list(
        conn.scalars(
            select(persons.c.full_name)
            .outerjoin(contacts, contacts.c.id == persons.c.contact_id)
            .where(
                persons.c.id.in_(audience(found)),
                contacts.c.id.is_(None) | contacts.c.unreachable_at.is_not(None),
            )
            .order_by(persons.c.sort_key, persons.c.id)
            .limit(limit)
        )
    )


def recent(conn: Connection, unit_ids: Sequence[int], on: date, limit: int) -> list[Announcement]:
    """What was sent last in some units and below them, the newest first."""
    some = [announcements.c.unit_id.in_(_below(unit_id, on)) for unit_id in unit_ids]
    found: dict[int, Announcement] = {}
    for inside in some:
        rows = conn.execute(
            select(announcements)
            .where(inside, announcements.c.confirmed_at.is_not(None))
            .order_by(announcements.c.id.desc())
            .limit(limit)
        )
        found |= {row.id: announcement_of(row) for row in rows}
    return [found[key] for key in sorted(found, reverse=True)][:limit]


# --- while and after it is sent -----------------------------------------------------------------


def stop(conn: Connection, announcement_id: int, now: datetime, person_id: int) -> None:
    """Nobody else gets it; what was sent stays."""
    found = locked(conn, announcement_id)
    if found.state is State.QUEUEING:
        change(conn, announcement_id, state=State.STOPPED.value)
    broadcasts.cancel(conn, found.batch, now, person_id)


def correct(conn: Connection, announcement_id: int, text: str, now: datetime, person_id: int) -> None:
    """Another text: for those who wait at once, for those who have the old one by a correction."""
    found = locked(conn, announcement_id)
    _amend(conn, found, now, text=text)
    _record(conn, "announcement-corrected", found, now, person_id)


def withdraw(conn: Connection, announcement_id: int, now: datetime, person_id: int) -> bool:
    """Take it back from whoever has it; False if that was done before."""
    found = locked(conn, announcement_id)
    if found.state is State.WITHDRAWN:
        return False
    broadcasts.cancel(conn, found.batch, now, person_id)
    _amend(conn, found, now, state=State.WITHDRAWN.value)
    _record(conn, "announcement-withdrawn", found, now, person_id)
    return True


def _amend(conn: Connection, found: Announcement, now: datetime, **changes: Any) -> None:
    if found.revision:
        broadcasts.cancel(conn, found.amending, now)  # an earlier correction is overtaken
    change(conn, found.id, revision=found.revision + 1, amended_at=now, amended_after=0, **changes)


def _record(conn: Connection, action: str, found: Announcement, now: datetime, person_id: int | None) -> None:
    audit.record(conn, action=action, subject=found.batch, now=now, person_id=person_id)
