"""Somebody is to go on in another school: asked for by the one they leave, decided by the one they join."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.people import MembershipState
from bot.storage import audit, memberships, posts
from bot.storage.dialects import inserted_id
from bot.storage.tables import memberships as memberships_table
from bot.storage.tables import transfers

_BY_ID = select(transfers).where(transfers.c.id == bindparam("id"))
_OPEN = select(transfers).where(
    transfers.c.membership_id == bindparam("of_membership"), transfers.c.settled_at.is_(None)
)
_WAITING = (
    select(transfers)
    .join(memberships_table, memberships_table.c.id == transfers.c.membership_id)
    .where(
        transfers.c.to_unit_id == bindparam("unit_id"),
        transfers.c.settled_at.is_(None),
        memberships_table.c.state != MembershipState.LEFT.value,
    )
    .order_by(transfers.c.id)
)
_ASK = transfers.insert()
#: The condition makes the second of two answers a no-op.
_SETTLE = (
    update(transfers)
    .where(transfers.c.id == bindparam("transfer_id"), transfers.c.settled_at.is_(None))
    .values(settled_at=bindparam("at"), settled_by=bindparam("by"), accepted=bindparam("yes"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A post that is to go to another unit."""

    id: int
    membership_id: int
    to_unit_id: int
    asked_by: int
    settled: bool


def _transfer(row: Any) -> Transfer:
    return Transfer(
        id=row.id,
        membership_id=row.membership_id,
        to_unit_id=row.to_unit_id,
        asked_by=row.asked_by,
        settled=row.settled_at is not None,
    )


def get(conn: Connection, transfer_id: int) -> Transfer:
    """The transfer with this id. Raises NotFound."""
    return _transfer(conn.execute(_BY_ID, {"id": transfer_id}).one())


def open_of(conn: Connection, membership_id: int) -> Transfer | None:
    """The transfer of a post that nobody has decided yet."""
    row = conn.execute(_OPEN, {"of_membership": membership_id}).first()
    return None if row is None else _transfer(row)


def ask(conn: Connection, membership_id: int, to_unit_id: int, *, by: int, now: datetime) -> Transfer:
    """Ask another school to take somebody in; what was asked of another one before is taken back."""
    earlier = open_of(conn, membership_id)
    if earlier is not None and earlier.to_unit_id == to_unit_id:
        return earlier
    if earlier is not None:
        take_back(conn, earlier, by=by, now=now)
    asked = {"membership_id": membership_id, "to_unit_id": to_unit_id, "asked_by": by, "asked_at": now}
    transfer_id = inserted_id(conn.execute(_ASK, asked))
    audit.record(
        conn,
        action="transfer-ask",
        subject=f"membership:{membership_id}",
        now=now,
        person_id=by,
        detail=f"unit:{to_unit_id}",
    )
    return get(conn, transfer_id)


def take_back(conn: Connection, transfer: Transfer, *, by: int, now: datetime) -> None:
    """Whoever asked does so no more."""
    _settle(conn, transfer, accepted=False, by=by, now=now)


def decide(conn: Connection, transfer: Transfer, *, accepted: bool, by: int, now: datetime) -> bool:
    """The other school says yes, and they go on there, or no; False where it was decided before."""
    if not _settle(conn, transfer, accepted=accepted, by=by, now=now):
        return False
    audit.record(
        conn,
        action="transfer-accept" if accepted else "transfer-refuse",
        subject=f"membership:{transfer.membership_id}",
        now=now,
        person_id=by,
        detail=f"unit:{transfer.to_unit_id}",
    )
    if accepted:
        posts.move(conn, memberships.membership(conn, transfer.membership_id), transfer.to_unit_id, now)
    return True


def _settle(conn: Connection, transfer: Transfer, *, accepted: bool, by: int, now: datetime) -> bool:
    given = {"transfer_id": transfer.id, "at": now, "by": by, "yes": accepted}
    return conn.execute(_SETTLE, given).rowcount == 1


def waiting_for(conn: Connection, unit_id: int) -> list[Transfer]:
    """Those who are to come to a school and wait for its decision, the longest waiting first."""
    return [_transfer(row) for row in conn.execute(_WAITING, {"unit_id": unit_id})]
