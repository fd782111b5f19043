"""Announcements: one message to many, from its draft to its correction or withdrawal.

    draft ──confirm──► queueing ──slices──► queued          stopped: the rest was cancelled
                           any of them ──withdraw──► withdrawn

Whom it is for: `recipients.py`. How it comes into the outbox: `announcement_slices.py`. How far the sending
is: `broadcasts.py`, under the name of `batch`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from bot.domain.deadlines import VIETNAM
from bot.domain.people import Role
from bot.storage import audit, broadcasts
from bot.storage.dialects import inserted_id
from bot.storage.subtrees import inside
from bot.storage.tables import announcements


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


def recent(conn: Connection, unit_ids: Sequence[int], on: date, limit: int) -> list[Announcement]:
    """What was sent last in some units and below them, the newest first."""
    found: dict[int, Announcement] = {}
    for unit_id in unit_ids:
        rows = conn.execute(
            select(announcements)
            .where(
                announcements.c.unit_id.in_(inside(unit_id, on)), announcements.c.confirmed_at.is_not(None)
            )
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
    broadcasts.cancel(conn, found.batch, now, person_id, broadcasts.IN_A_TURN)


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
    broadcasts.cancel(conn, found.batch, now, person_id, broadcasts.IN_A_TURN)
    _amend(conn, found, now, state=State.WITHDRAWN.value)
    _record(conn, "announcement-withdrawn", found, now, person_id)
    return True


def _amend(conn: Connection, found: Announcement, now: datetime, **changes: Any) -> None:
    if found.revision:
        # An earlier correction is overtaken.
        broadcasts.cancel(conn, found.amending, now, most=broadcasts.IN_A_TURN)
    change(conn, found.id, revision=found.revision + 1, amended_at=now, amended_after=0, **changes)


def _record(conn: Connection, action: str, found: Announcement, now: datetime, person_id: int | None) -> None:
    audit.record(conn, action=action, subject=found.batch, now=now, person_id=person_id)
