"""Ways in: invite codes of units and roles, and one-time codes that join a second chat to a person."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, or_, select, update

from bot.domain.invites import Invite, end_after, terms_of
from bot.domain.people import Role
from bot.storage import audit
from bot.storage.tables import invites, join_codes

_COLUMNS = (
    invites.c.id,
    invites.c.code,
    invites.c.unit_id,
    invites.c.role,
    invites.c.expires_at,
    invites.c.uses,
    invites.c.max_uses,
    invites.c.created_by,
    invites.c.revoked_at,
)
_ID = invites.c.id == bindparam("invite_id")
#: Lets somebody in at this moment.
_OPEN = and_(
    invites.c.revoked_at.is_(None),
    or_(invites.c.expires_at.is_(None), invites.c.expires_at > bindparam("now")),
    or_(invites.c.max_uses.is_(None), invites.c.uses < invites.c.max_uses),
)
_NEW = invites.insert().returning(*_COLUMNS, sort_by_parameter_order=True)
_BY_ID = select(*_COLUMNS).where(_ID)
#: Codes are kept in capitals.
_BY_CODE = select(*_COLUMNS).where(invites.c.code == bindparam("code"))
_OF_UNITS = (
    select(*_COLUMNS)
    .where(
        invites.c.unit_id.in_(bindparam("units", expanding=True)),
        invites.c.role == bindparam("for_role"),
        _OPEN,
    )
    .order_by(invites.c.id)
)
#: The condition and the count are one statement: of two people at once, a last place takes one.
_USE = update(invites).where(_ID, _OPEN).values(uses=invites.c.uses + 1)
_EXPIRE = update(invites).where(_ID).values(expires_at=bindparam("at"))
_LIMIT = update(invites).where(_ID).values(max_uses=bindparam("most"))
_REVOKE = update(invites).where(_ID, invites.c.revoked_at.is_(None)).values(revoked_at=bindparam("now"))
_JOIN = select(join_codes).where(join_codes.c.code == bindparam("code"))
_DROP_JOIN = delete(join_codes).where(join_codes.c.person_id == bindparam("person"))


def _invite(row: Any) -> Invite:
    return Invite(
        id=row.id,
        code=row.code,
        unit_id=row.unit_id,
        role=Role(row.role),
        expires_at=row.expires_at,
        uses=row.uses,
        max_uses=row.max_uses,
        created_by=row.created_by,
        revoked_at=row.revoked_at,
    )


def get(conn: Connection, invite_id: int) -> Invite:
    """The invite with this id. Raises NotFound."""
    return _invite(conn.execute(_BY_ID, {"invite_id": invite_id}).one())


def by_code(conn: Connection, code: str) -> Invite | None:
    """The invite of a code, upper and lower case alike, whether it still lets anybody in or not."""
    row = conn.execute(_BY_CODE, {"code": code.strip().upper()}).one_or_none()
    return None if row is None else _invite(row)


def of_unit(conn: Connection, unit_id: int, role: Role, now: datetime) -> Invite | None:
    """The newest invite of a unit and role that still lets somebody in."""
    return of_units(conn, [unit_id], role, now).get(unit_id)


def of_units(conn: Connection, unit_ids: Sequence[int], role: Role, now: datetime) -> dict[int, Invite]:
    """The newest invite for a role that still lets somebody in, by unit."""
    rows = conn.execute(_OF_UNITS, {"units": list(unit_ids), "for_role": role.value, "now": now})
    return {row.unit_id: _invite(row) for row in rows}


def add(
    conn: Connection,
    *,
    code: str,
    unit_id: int,
    role: Role,
    now: datetime,
    expires_at: datetime | None,
    max_uses: int | None = None,
    created_by: int | None = None,
) -> Invite:
    """Make an invite; who did is written down."""
    terms = {"expires_at": expires_at, "max_uses": max_uses, "created_by": created_by}
    return _add(conn, {unit_id: code}, role, now, terms)[0]


def of_each(
    conn: Connection,
    unit_ids: Sequence[int],
    role: Role,
    now: datetime,
    *,
    draw: Callable[[], str],
    created_by: int | None,
) -> list[Invite]:
    """The invites of some units for a role, in their order; one is made where none lets anybody in."""
    found = of_units(conn, unit_ids, role, now)
    codes = {unit_id: draw() for unit_id in unit_ids if unit_id not in found}
    usual = terms_of(role)
    terms = {
        "expires_at": end_after(usual.days, now),
        "max_uses": usual.max_uses,
        "created_by": created_by,
    }
    found |= {invite.unit_id: invite for invite in _add(conn, codes, role, now, terms)}
    return [found[unit_id] for unit_id in unit_ids]


def _add(
    conn: Connection, codes: Mapping[int, str], role: Role, now: datetime, terms: Mapping[str, Any]
) -> list[Invite]:
    """An invite for each unit, on the same terms; who made it is written down."""
    if not codes:
        return []
    audit.record_each(
        conn,
        action="invite",
        subjects=[f"unit:{unit_id}" for unit_id in codes],
        now=now,
        person_id=terms["created_by"],
    )
    rows = [
        {"code": code.upper(), "unit_id": unit_id, "role": role.value, "created_at": now, **terms}
        for unit_id, code in codes.items()
    ]
    return [_invite(row) for row in conn.execute(_NEW, rows)]


def use(conn: Connection, invite_id: int, now: datetime) -> bool:
    """Somebody registers with it; False where it lets nobody in any more. Never more than its limit."""
    return conn.execute(_USE, {"invite_id": invite_id, "now": now}).rowcount == 1


def expire(conn: Connection, invite_id: int, at: datetime | None) -> None:
    """Let it end at another moment; None: never."""
    conn.execute(_EXPIRE, {"invite_id": invite_id, "at": at})


def limit(conn: Connection, invite_id: int, most: int | None) -> None:
    """Let it bring in so many people at most, those included who are in already; None: any number."""
    conn.execute(_LIMIT, {"invite_id": invite_id, "most": most})


def revoke(conn: Connection, invite_id: int, now: datetime) -> bool:
    """End it at once; False if that was done before."""
    return conn.execute(_REVOKE, {"invite_id": invite_id, "now": now}).rowcount == 1


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
