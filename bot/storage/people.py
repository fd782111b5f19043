"""People on the rosters. Their chats: `contacts.py`; the roles they hold: `memberships.py`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.names import search_key, sort_key, strip_marks
from bot.domain.people import AgeBand, Gender, Membership, MembershipState, Person, Role
from bot.storage import contacts as contact_store
from bot.storage.dialects import PerDialect
from bot.storage.memberships import COLUMNS, membership_of, post
from bot.storage.prepared import Prepared
from bot.storage.tables import guardians, memberships, persons

_PERSON_COLUMNS = (
    persons.c.id,
    persons.c.full_name,
    persons.c.gender,
    persons.c.age_band,
    persons.c.contact_id,
)
_PERSON = Prepared(select(*_PERSON_COLUMNS).where(persons.c.id == bindparam("id")))
_RENAME = (
    update(persons)
    .where(persons.c.id == bindparam("of_person"))
    .values(full_name=bindparam("name"), search_key=bindparam("found_by"), sort_key=bindparam("sorted_by"))
)
_NEW_PERSONS = persons.insert().returning(persons.c.id, sort_by_parameter_order=True)
_NEW_MEMBERSHIPS = memberships.insert().returning(memberships.c.id, sort_by_parameter_order=True)
_CANDIDATES = (
    select(*COLUMNS, persons.c.full_name, persons.c.search_key, persons.c.contact_id)
    .join(persons, persons.c.id == memberships.c.person_id)
    .where(
        memberships.c.unit_id.in_(bindparam("units", expanding=True)),
        memberships.c.role.in_(bindparam("roles", expanding=True)),
        memberships.c.state.in_(["active", "on_leave", "pending"]),
        memberships.c.granted_by.is_(None),  # who acts for somebody is on the roster with a post of their own
    )
    .order_by(persons.c.sort_key, memberships.c.id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody on a roster who may be the one who is writing."""

    membership: Membership
    full_name: str
    taken: bool  #: a chat is already linked to this person


def _person(row: Any) -> Person:
    return Person(
        id=row.id,
        full_name=row.full_name,
        gender=Gender(row.gender) if row.gender else None,
        age_band=AgeBand(row.age_band) if row.age_band else None,
        contact_id=row.contact_id,
    )


def person(conn: Connection, person_id: int) -> Person:
    return _person(_PERSON.one(conn, id=person_id))


def rename(conn: Connection, person_id: int, full_name: str) -> None:
    """Write somebody's name in another way from now on."""
    keys = {"found_by": search_key(full_name), "sorted_by": sort_key(full_name)}
    conn.execute(_RENAME, {"of_person": person_id, "name": full_name} | keys)


def candidates(
    conn: Connection, unit_ids: Sequence[int], roles: Iterable[Role], words: str
) -> list[Candidate]:
    """Those on the rosters of units whose name contains every word of `words`.

    A word typed without marks matches any; one typed with marks only the same ("Đúng" is not "Dũng").
    An exact match of the whole name leaves out all others.
    """
    wanted = search_key(words)
    marked = {sort_key(word) for word in words.split() if strip_marks(word) != word}
    rows = [
        row
        for row in conn.execute(_CANDIDATES, {"units": list(unit_ids), "roles": [r.value for r in roles]})
        if set(wanted.split()) <= set(row.search_key.split())
        and marked <= {sort_key(word) for word in row.full_name.split()}
    ]
    exact = [row for row in rows if row.search_key == wanted]
    taken = contact_store.taken(conn, [row.person_id for row in exact or rows])
    return [
        Candidate(membership=membership_of(row), full_name=row.full_name, taken=row.person_id in taken)
        for row in exact or rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """A new person in a role."""

    full_name: str
    unit_id: int
    role: Role
    gender: Gender | None = None
    age_band: AgeBand | None = None
    state: MembershipState = MembershipState.ACTIVE
    position: str = ""
    group: str = ""
    code: str = ""
    has_smartphone: bool | None = None


def add_members(conn: Connection, new: Sequence[NewMember], now: datetime) -> list[Membership]:
    """Write down new people with a role each; their memberships, in the order given."""
    if not new:
        return []
    person_ids = conn.scalars(
        _NEW_PERSONS,
        [
            {
                "full_name": member.full_name,
                "search_key": search_key(member.full_name),
                "sort_key": sort_key(member.full_name),
                "gender": member.gender,
                "age_band": member.age_band,
                "created_at": now,
            }
            for member in new
        ],
    ).all()
    membership_ids = conn.scalars(
        _NEW_MEMBERSHIPS,
        [
            post(person_id, member.unit_id, member.role, now, member.state)
            | {
                "position": member.position,
                "group_name": member.group,
                "code": member.code,
                "has_smartphone": member.has_smartphone,
            }
            for member, person_id in zip(new, person_ids, strict=True)
        ],
    ).all()
    return [
        Membership(
            id=membership_id,
            person_id=person_id,
            unit_id=member.unit_id,
            role=member.role,
            state=member.state,
            position=member.position,
            group=member.group,
            code=member.code,
            has_smartphone=member.has_smartphone,
        )
        for member, person_id, membership_id in zip(new, person_ids, membership_ids, strict=True)
    ]


# --- parents and children -----------------------------------------------------------------------

_ADD_GUARDIAN = PerDialect(lambda insert: insert(guardians).on_conflict_do_nothing())
_CHILDREN = (
    select(*COLUMNS, persons.c.full_name)
    .join(persons, persons.c.id == memberships.c.person_id)
    .join(guardians, guardians.c.child_id == persons.c.id)
    .where(
        guardians.c.guardian_id == bindparam("guardian_id"),
        memberships.c.role == Role.PUPIL.value,
        memberships.c.state == "active",
    )
    .order_by(memberships.c.id)
)


def add_guardian(conn: Connection, guardian_id: int, child_id: int) -> None:
    _ADD_GUARDIAN.run(conn, {"guardian_id": guardian_id, "child_id": child_id})


def children_of(conn: Connection, guardian_id: int) -> list[tuple[Membership, str]]:
    """The pupils somebody is a guardian of, with their names."""
    return [
        (membership_of(row), row.full_name) for row in conn.execute(_CHILDREN, {"guardian_id": guardian_id})
    ]


def guardians_of(conn: Connection, child_id: int) -> list[int]:
    """The ids of the persons who are guardians of a child."""
    return list(conn.scalars(select(guardians.c.guardian_id).where(guardians.c.child_id == child_id)))
