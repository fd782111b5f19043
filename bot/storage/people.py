"""People, their roles, and the chats they write from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.names import search_key, sort_key, strip_marks
from bot.domain.people import AgeBand, Contact, Gender, Membership, MembershipState, Person, Role
from bot.storage.dialects import PerDialect
from bot.storage.tables import contacts, guardians, memberships, persons

# --- contacts -----------------------------------------------------------------------------------

_CONTACT_COLUMNS = (
    contacts.c.id,
    contacts.c.channel,
    contacts.c.chat,
    contacts.c.person_id,
    contacts.c.unreachable_at,
    contacts.c.wrong_codes,
    contacts.c.locked_until,
)
_CONTACT = select(*_CONTACT_COLUMNS).where(
    contacts.c.channel == bindparam("channel"), contacts.c.chat == bindparam("chat")
)
_CONTACT_BY_ID = select(*_CONTACT_COLUMNS).where(contacts.c.id == bindparam("id"))
_NEW_CONTACT = contacts.insert()
_REVIVE = (
    update(contacts)
    .where(contacts.c.id == bindparam("contact_id"))
    .values(unreachable_at=None, unreachable_reason=None)
)
_UNREACHABLE = (
    update(contacts)
    .where(contacts.c.id == bindparam("contact_id"))
    .values(unreachable_at=bindparam("at"), unreachable_reason=bindparam("reason"))
)
_LINK = update(contacts).where(contacts.c.id == bindparam("contact_id")).values(person_id=bindparam("person"))
_ATTEMPTS = (
    update(contacts)
    .where(contacts.c.id == bindparam("contact_id"))
    .values(wrong_codes=bindparam("wrong"), locked_until=bindparam("until"))
)
_PREFER = update(persons).where(persons.c.id == bindparam("person")).values(contact_id=bindparam("contact"))


def _contact(row: Any) -> Contact:
    return Contact(
        id=row.id,
        channel=row.channel,
        chat=row.chat,
        person_id=row.person_id,
        unreachable_at=row.unreachable_at,
        wrong_codes=row.wrong_codes,
        locked_until=row.locked_until,
    )


def contact(conn: Connection, channel: str, chat: str, now: datetime) -> Contact:
    """The contact of a chat, made on first sight."""
    row = conn.execute(_CONTACT, {"channel": channel, "chat": chat}).one_or_none()
    if row is None:
        conn.execute(_NEW_CONTACT, {"channel": channel, "chat": chat, "created_at": now})
        row = conn.execute(_CONTACT, {"channel": channel, "chat": chat}).one()
    return _contact(row)


def contact_by_id(conn: Connection, contact_id: int) -> Contact:
    return _contact(conn.execute(_CONTACT_BY_ID, {"id": contact_id}).one())


def contacts_of(conn: Connection, person_id: int) -> list[Contact]:
    rows = conn.execute(
        select(*_CONTACT_COLUMNS).where(contacts.c.person_id == person_id).order_by(contacts.c.id)
    )
    return [_contact(row) for row in rows]


def wrote(conn: Connection, contact: Contact, preferred: int | None) -> None:
    """They wrote from here: the chat is reachable, and reminders follow them to it."""
    if contact.unreachable_at is not None:
        conn.execute(_REVIVE, {"contact_id": contact.id})
    if contact.person_id is not None and preferred != contact.id:
        conn.execute(_PREFER, {"person": contact.person_id, "contact": contact.id})


def unreachable(conn: Connection, contact_id: int, reason: str, now: datetime) -> None:
    """The platform says this chat cannot be written to any more."""
    conn.execute(_UNREACHABLE, {"contact_id": contact_id, "at": now, "reason": reason})


def link(conn: Connection, contact_id: int, person_id: int) -> None:
    """This chat is this person's from now on, and their preferred one."""
    conn.execute(_LINK, {"contact_id": contact_id, "person": person_id})
    conn.execute(_PREFER, {"person": person_id, "contact": contact_id})


def attempts(conn: Connection, contact_id: int, wrong: int, locked_until: datetime | None) -> None:
    """How many wrong codes this chat has entered, and until when it is locked."""
    conn.execute(_ATTEMPTS, {"contact_id": contact_id, "wrong": wrong, "until": locked_until})


# --- persons and memberships --------------------------------------------------------------------

_PERSON_COLUMNS = (
    persons.c.id,
    persons.c.full_name,
    persons.c.gender,
    persons.c.age_band,
    persons.c.contact_id,
)
_MEMBER_COLUMNS = (
    memberships.c.id,
    memberships.c.person_id,
    memberships.c.unit_id,
    memberships.c.role,
    memberships.c.state,
    memberships.c.position,
    memberships.c.group_name,
    memberships.c.code,
    memberships.c.has_smartphone,
)
_PERSON = select(*_PERSON_COLUMNS).where(persons.c.id == bindparam("id"))
_MEMBERSHIP = select(*_MEMBER_COLUMNS).where(memberships.c.id == bindparam("id"))
_MEMBERSHIPS = (
    select(*_MEMBER_COLUMNS)
    .where(memberships.c.person_id == bindparam("person_id"), memberships.c.state != "left")
    .order_by(memberships.c.id)
)
_NEW_PERSONS = persons.insert().returning(persons.c.id, sort_by_parameter_order=True)
_NEW_MEMBERSHIPS = memberships.insert().returning(memberships.c.id, sort_by_parameter_order=True)
_NEW_MEMBERSHIP = memberships.insert()
_CANDIDATES = (
    select(*_MEMBER_COLUMNS, persons.c.full_name, persons.c.search_key, persons.c.contact_id)
    .join(persons, persons.c.id == memberships.c.person_id)
    .where(
        memberships.c.unit_id.in_(bindparam("units", expanding=True)),
        memberships.c.role.in_(bindparam("roles", expanding=True)),
        memberships.c.state.in_(["active", "on_leave", "pending"]),
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


def _membership(row: Any) -> Membership:
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
    )


def person(conn: Connection, person_id: int) -> Person:
    return _person(conn.execute(_PERSON, {"id": person_id}).one())


def membership(conn: Connection, membership_id: int) -> Membership:
    return _membership(conn.execute(_MEMBERSHIP, {"id": membership_id}).one())


def memberships_of(conn: Connection, person_id: int) -> list[Membership]:
    """The roles somebody holds, pending ones included, those they left not."""
    return [_membership(row) for row in conn.execute(_MEMBERSHIPS, {"person_id": person_id})]


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
    taken = set(
        conn.scalars(
            select(contacts.c.person_id)
            .where(contacts.c.person_id.in_([row.person_id for row in exact or rows]))
            .distinct()
        )
    )
    return [
        Candidate(membership=_membership(row), full_name=row.full_name, taken=row.person_id in taken)
        for row in exact or rows
    ]


def holders(conn: Connection, unit_id: int, roles: Iterable[Role]) -> list[tuple[Person, Membership]]:
    """The active holders of roles in a unit, in the order of `roles`."""
    order = {role.value: place for place, role in enumerate(roles)}
    rows = conn.execute(
        select(
            *_MEMBER_COLUMNS, persons.c.full_name, persons.c.gender, persons.c.age_band, persons.c.contact_id
        )
        .join(persons, persons.c.id == memberships.c.person_id)
        .where(
            memberships.c.unit_id == unit_id,
            memberships.c.role.in_(list(order)),
            memberships.c.state == "active",
        )
    ).all()
    found = [
        (
            Person(
                id=row.person_id,
                full_name=row.full_name,
                gender=Gender(row.gender) if row.gender else None,
                age_band=AgeBand(row.age_band) if row.age_band else None,
                contact_id=row.contact_id,
            ),
            _membership(row),
        )
        for row in rows
    ]
    return sorted(found, key=lambda pair: (order[pair[1].role.value], pair[1].id))


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
            _post(person_id, member.unit_id, member.role, now, member.state)
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


def add_membership(conn: Connection, person_id: int, unit_id: int, role: Role, now: datetime) -> None:
    """Give somebody who is known one more role."""
    conn.execute(_NEW_MEMBERSHIP, _post(person_id, unit_id, role, now, MembershipState.ACTIVE))


def take_post(conn: Connection, membership_id: int, person_id: int) -> None:
    """Give a post to somebody who is known from elsewhere: one person, two posts."""
    conn.execute(update(memberships).where(memberships.c.id == membership_id).values(person_id=person_id))


def _post(person_id: int, unit_id: int, role: Role, now: datetime, state: MembershipState) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "unit_id": unit_id,
        "role": role.value,
        "state": state.value,
        "since": now,
    }


def set_state(conn: Connection, membership_id: int, state: MembershipState, now: datetime) -> None:
    ended = state in (MembershipState.LEFT, MembershipState.REJECTED)
    conn.execute(
        update(memberships)
        .where(memberships.c.id == membership_id)
        .values(state=state.value, until=now if ended else None)
    )


# --- parents and children -----------------------------------------------------------------------

_ADD_GUARDIAN = PerDialect(lambda insert: insert(guardians).on_conflict_do_nothing())
_CHILDREN = (
    select(*_MEMBER_COLUMNS, persons.c.full_name)
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
        (_membership(row), row.full_name) for row in conn.execute(_CHILDREN, {"guardian_id": guardian_id})
    ]


def guardians_of(conn: Connection, child_id: int) -> list[int]:
    """The ids of the persons who are guardians of a child."""
    return list(conn.scalars(select(guardians.c.guardian_id).where(guardians.c.child_id == child_id)))
