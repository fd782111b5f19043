"""What people want changed of their data and cannot change themselves: asked, seen, settled by a day.

Questions are requests of a kind of their own and are looked after in `questions.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from bot.domain.people import MembershipState, Role
from bot.storage import people
from bot.storage.dialects import inserted_id
from bot.storage.tables import memberships, requests

#: Characters of a request that are kept.
LONGEST = 300


class RequestKind(StrEnum):
    """What is wrong."""

    NAME = "name"  #: `Request.text` is the name as it should be
    POST = "post"  #: role, class, staff group: in their words


_KINDS = [kind.value for kind in RequestKind]
_open = requests.c.settled_at.is_(None) & requests.c.kind.in_(_KINDS)
_BY_ID = select(requests).where(requests.c.id == bindparam("request_id"), requests.c.kind.in_(_KINDS))
_OF_UNITS = (
    select(requests)
    .where(_open, requests.c.unit_id.in_(bindparam("units", expanding=True)))
    .order_by(requests.c.due_at, requests.c.id)
)
_of_heads = (
    select(memberships.c.id)
    .where(
        memberships.c.person_id == requests.c.person_id,
        memberships.c.unit_id == requests.c.unit_id,
        memberships.c.role.in_([Role.PRINCIPAL.value, Role.OFFICER.value]),
        memberships.c.state == MembershipState.ACTIVE.value,
    )
    .exists()
)
_OF_HEADS = select(requests).where(_open, _of_heads).order_by(requests.c.due_at, requests.c.id)
_OF_PERSON = (
    select(requests).where(_open, requests.c.person_id == bindparam("person_id")).order_by(requests.c.id)
)
_OVERDUE = select(func.count()).where(
    _open, requests.c.due_at <= bindparam("now", type_=requests.c.due_at.type)
)
_SETTLE = (
    update(requests)
    .where(requests.c.id == bindparam("request_id"), requests.c.settled_at.is_(None))
    .values(
        settled_at=bindparam("now", type_=requests.c.settled_at.type),
        settled_by=bindparam("by"),
        granted=bindparam("is_granted", type_=requests.c.granted.type),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Something that somebody wants changed."""

    id: int
    person_id: int
    unit_id: int  #: the class, school or office of their post
    kind: RequestKind
    text: str
    due_at: datetime  #: the first late instant, UTC
    settled: bool


def _request(row: Any) -> Request:
    return Request(
        id=row.id,
        person_id=row.person_id,
        unit_id=row.unit_id,
        kind=RequestKind(row.kind),
        text=row.text,
        due_at=row.due_at,
        settled=row.settled_at is not None,
    )


def add(
    conn: Connection,
    person_id: int,
    unit_id: int,
    kind: RequestKind,
    text: str,
    *,
    due_at: datetime,
    now: datetime,
) -> Request:
    """Write down what somebody wants changed."""
    row = {
        "person_id": person_id,
        "unit_id": unit_id,
        "kind": kind.value,
        "text": text[:LONGEST],
        "asked_at": now,
        "due_at": due_at,
    }
    return load(conn, inserted_id(conn.execute(requests.insert(), row)))


def load(conn: Connection, request_id: int) -> Request:
    """The request with this id. Raises NotFound."""
    return _request(conn.execute(_BY_ID, {"request_id": request_id}).one())


def open_in(conn: Connection, unit_ids: Sequence[int]) -> list[Request]:
    """What waits in some units, the first that is due first, so overdue ones before all others."""
    return [_request(row) for row in conn.execute(_OF_UNITS, {"units": list(unit_ids)})]


def open_of_heads(conn: Connection) -> list[Request]:
    """What the heads of units ask for, anywhere: the units above settle it."""
    return [_request(row) for row in conn.execute(_OF_HEADS)]


def open_of(conn: Connection, person_id: int) -> list[Request]:
    """What somebody asked for and waits for."""
    return [_request(row) for row in conn.execute(_OF_PERSON, {"person_id": person_id})]


def count_overdue(conn: Connection, now: datetime) -> int:
    """How many should have been settled by now."""
    return conn.scalar(_OVERDUE, {"now": now}) or 0


def settle(conn: Connection, request: Request, *, granted: bool, by: int, now: datetime) -> bool:
    """Say what became of a request, and apply a name; False where somebody else had settled it before."""
    asked = {"request_id": request.id, "by": by, "now": now, "is_granted": granted}
    if conn.execute(_SETTLE, asked).rowcount != 1:
        return False
    if granted and request.kind is RequestKind.NAME:
        people.rename(conn, request.person_id, request.text)
    return True
