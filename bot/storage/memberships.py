"""The roles people hold in units: from rosters and invites, or granted until a day."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.people import AgeBand, Gender, Membership, MembershipState, Person, Role
from bot.storage.dialects import inserted_id
from bot.storage.prepared import Prepared
from bot.storage.tables import memberships, persons

COLUMNS = (
    memberships.c.id,
    memberships.c.person_id,
    memberships.c.unit_id,
    memberships.c.role,
    memberships.c.state,
    memberships.c.position,
    memberships.c.group_name,
    memberships.c.code,
    memberships.c.has_smartphone,
    memberships.c.granted_by,
    memberships.c.until,
)
_BY_ID = select(*COLUMNS).where(memberships.c.id == bindparam("id"))
_OF = Prepared(
    select(*COLUMNS)
    .where(memberships.c.person_id == bindparam("person_id"), memberships.c.state != "left")
    .order_by(memberships.c.id)
)
_IN_UNIT = (
    select(*COLUMNS, persons.c.full_name, persons.c.gender, persons.c.age_band, persons.c.contact_id)
    .join(persons, persons.c.id == memberships.c.person_id)
    .where(
        memberships.c.unit_id.in_(bindparam("units", expanding=True)),
        memberships.c.role.in_(bindparam("roles", expanding=True)),
        memberships.c.state == bindparam("in_state"),
    )
    .order_by(memberships.c.id)
)
_NEW = memberships.insert()
_TAKE = (
    update(memberships)
    .where(memberships.c.id == bindparam("membership_id"))
    .values(person_id=bindparam("new_person"))
)
_STATE = (
    update(memberships)
    .where(memberships.c.id == bindparam("membership_id"))
    .values(state=bindparam("new_state"), until=bindparam("new_until"))
)
_UNIT = (
    update(memberships)
    .where(memberships.c.id == bindparam("membership_id"))
    .values(unit_id=bindparam("new_unit"))
)


def membership_of(row: Any) -> Membership:
    """A row of `COLUMNS` as a domain value."""
    return Membership(
        id=row.id,
        person_id=row.person_id,
        unit_id=row.unit_id,
        role=Role(row.role),
        state=MembershipState(row.state),
        position=row.position,
        group=row.group_name,
        code=row.code,
        has_smartphone=row.has_smartphone,
        granted_by=row.granted_by,
        until=row.until,
    )


def membership(conn: Connection, membership_id: int) -> Membership:
    """The membership with this id. Raises NotFound."""
    return membership_of(conn.execute(_BY_ID, {"id": membership_id}).one())


def memberships_of(conn: Connection, person_id: int) -> list[Membership]:
    """The roles somebody holds, pending ones included, those they left not."""
    return [membership_of(row) for row in _OF.rows(conn, person_id=person_id)]


def holders(conn: Connection, unit_id: int, roles: Iterable[Role]) -> list[tuple[Person, Membership]]:
    """The active holders of roles in a unit, in the order of `roles`."""
    order = {role: place for place, role in enumerate(roles)}
    found = within(conn, [unit_id], order, MembershipState.ACTIVE)
    return sorted(found, key=lambda pair: (order[pair[1].role], pair[1].id))


def within(
    conn: Connection, unit_ids: Iterable[int], roles: Iterable[Role], state: MembershipState
) -> list[tuple[Person, Membership]]:
    """Those who hold one of these roles, in this state, in one of some units."""
    wanted = {"units": list(unit_ids), "roles": [role.value for role in roles], "in_state": state.value}
    return [
        (
            Person(
                id=row.person_id,
                full_name=row.full_name,
                gender=Gender(row.gender) if row.gender else None,
                age_band=AgeBand(row.age_band) if row.age_band else None,
                contact_id=row.contact_id,
            ),
            membership_of(row),
        )
        for row in conn.execute(_IN_UNIT, wanted)
    ]


def add_membership(
    conn: Connection,
    person_id: int,
    unit_id: int,
    role: Role,
    now: datetime,
    *,
    granted_by: int | None = None,
    until: datetime | None = None,
) -> int:
    """Give somebody who is known one more role; a granted one until a moment. Returns its id."""
    row = post(person_id, unit_id, role, now, MembershipState.ACTIVE)
    return inserted_id(conn.execute(_NEW, row | {"granted_by": granted_by, "until": until}))


def take_post(conn: Connection, membership_id: int, person_id: int) -> None:
    """Give a post to somebody who is known from elsewhere: one person, two posts."""
    conn.execute(_TAKE, {"membership_id": membership_id, "new_person": person_id})


def post(person_id: int, unit_id: int, role: Role, now: datetime, state: MembershipState) -> dict[str, Any]:
    """The columns that every new membership has."""
    return {
        "person_id": person_id,
        "unit_id": unit_id,
        "role": role.value,
        "state": state.value,
        "since": now,
    }


def set_state(conn: Connection, membership_id: int, state: MembershipState, now: datetime) -> None:
    """A role is held, waits, rests, or ends at this moment."""
    ended = state in (MembershipState.LEFT, MembershipState.REJECTED)
    conn.execute(
        _STATE,
        {
            "membership_id": membership_id,
            "new_state": state.value,
            "new_until": now if ended else None,
        },
    )


def put_into(conn: Connection, membership_id: int, unit_id: int) -> None:
    """Hold the same role in another unit; `posts.move` moves what follows from it."""
    conn.execute(_UNIT, {"membership_id": membership_id, "new_unit": unit_id})
