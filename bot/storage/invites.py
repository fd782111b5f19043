"""Ways in: invite codes of units and roles, and one-time codes that join a second chat to a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update

from bot.domain.people import Role
from bot.storage.tables import invites, join_codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """A code that lets somebody register in a unit in a role."""

    id: int
    code: str
    unit_id: int
    role: Role
    expires_at: datetime | None
    uses: int


def _invite(row: Any) -> Invite:
    return Invite(
        id=row.id,
        code=row.code,
        unit_id=row.unit_id,
        role=Role(row.role),
        expires_at=row.expires_at,
        uses=row.uses,
    )


_BY_CODE = select(invites).where(
    func.upper(invites.c.code) == bindparam("code"),
    invites.c.revoked_at.is_(None),
)
_USED = update(invites).where(invites.c.id == bindparam("invite_id")).values(uses=invites.c.uses + 1)
_JOIN = select(join_codes).where(join_codes.c.code == bindparam("code"))
_DROP_JOIN = delete(join_codes).where(join_codes.c.person_id == bindparam("person"))


def by_code(conn: Connection, code: str, now: datetime) -> Invite | None:
    """The invite of a code that may still be used, upper and lower case alike."""
    row = conn.execute(_BY_CODE, {"code": code.strip().upper()}).one_or_none()
    if row is None or (row.expires_at is not None and row.expires_at <= now):
        return None
    return _invite(row)


def of_unit(conn: Connection, unit_id: int, role: Role, now: datetime) -> Invite | None:
    """The newest invite of a unit and role that may still be used."""
    rows = conn.execute(
        select(invites)
        .where(invites.c.unit_id == unit_id, invites.c.role == role.value, invites.c.revoked_at.is_(None))
        .order_by(invites.c.id.desc())
    )
    return next((_invite(row) for row in rows if row.expires_at is None or row.expires_at > now), None)


def add(
    conn: Connection, *, code: str, unit_id: int, role: Role, now: datetime, expires_at: datetime | None
) -> Invite:
    conn.execute(
        invites.insert(),
        {
            "code": code.upper(),
            "unit_id": unit_id,
            "role": role.value,
            "created_at": now,
            "expires_at": expires_at,
        },
    )
    return _invite(conn.execute(_BY_CODE, {"code": code.upper()}).one())


def used(conn: Connection, invite_id: int) -> None:
    conn.execute(_USED, {"invite_id": invite_id})


def add_join_code(conn: Connection, code: str, person_id: int, expires_at: datetime) -> None:
    """A one-time code for a second chat; earlier ones of the same person stop working."""
    conn.execute(_DROP_JOIN, {"person": person_id})
    conn.execute(join_codes.insert(), {"code": code, "person_id": person_id, "expires_at": expires_at})


def use_join_code(conn: Connection, code: str, now: datetime) -> int | None:
    """The person of a one-time code, which is used up by this; None for a wrong or old one."""
    row = conn.execute(_JOIN, {"code": code}).one_or_none()
    if row is None or row.expires_at <= now:
        return None
    conn.execute(_DROP_JOIN, {"person": row.person_id})
    return int(row.person_id)
