"""Bringing a list of people into a school: whoever is new is added, nobody is removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select, update

from bot.domain.names import search_key
from bot.domain.people import Role
from bot.domain.units import CLASS
from bot.rosters.people import PersonRow
from bot.storage import forgotten, opening, people, units
from bot.storage import memberships as membership_store
from bot.storage.people import NewMember
from bot.storage.tables import memberships, persons
from bot.storage.units import ImportCounts, NewUnit

#: In place of the id of whoever is left out.
_NOBODY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    """One row of the list in one role in one unit."""

    row: PersonRow
    unit_id: int
    role: Role


def save_people(
    conn: Connection, school_id: int, rows: Sequence[PersonRow], today: date, now: datetime
) -> ImportCounts:
    """Bring a school's (or class's) roster up to date. The same list twice changes nothing the second time.

    Somebody is the same person as on the roster when unit, name and code agree; where either side
    has no code, unit and name do. A homeroom teacher is staff of the school and leads the class.
    """
    classes = _classes(conn, school_id, rows, today)
    posts: list[_Post] = []
    for row in rows:
        class_id = classes.get(_class_key(row.class_name), school_id) if row.class_name else school_id
        if row.role is Role.PUPIL:
            posts.append(_Post(row=row, unit_id=class_id, role=Role.PUPIL))
            continue
        role = Role.STAFF if row.role is Role.HOMEROOM else row.role
        posts.append(_Post(row=row, unit_id=school_id, role=role))
    counts, ids = _save_posts(conn, posts, now)
    leads = [
        (person_id, classes[_class_key(post.row.class_name)])
        for post, person_id in zip(posts, ids, strict=True)
        if person_id != _NOBODY and post.role is not Role.PUPIL and _class_key(post.row.class_name) in classes
    ]
    _save_leads(conn, leads, now)
    if counts.added or counts.changed:
        opening.expect_newcomers(conn, now, school_id)
    return counts


def _classes(conn: Connection, school_id: int, rows: Sequence[PersonRow], today: date) -> dict[str, int]:
    """The school's classes by name; those the list names and the school does not have yet are made."""
    school = units.get(conn, school_id)
    if school.kind == CLASS:
        return {}
    known = _by_class_name(conn, school_id, today)
    fresh = {_class_key(row.class_name): row.class_name for row in rows if row.class_name}
    new = [
        NewUnit(
            code=_free_code(conn, f"{school.code}-{key.upper()}"),
            name=name,
            kind=CLASS,
            parent=school.code,
        )
        for key, name in sorted(fresh.items())
        if key not in known
    ]
    if not new:
        return known
    units.save(conn, new, today)
    return _by_class_name(conn, school_id, today)


def _free_code(conn: Connection, code: str) -> str:
    """A code for a new class: last year's class of that name may have kept it."""
    number = 2
    free = code
    while units.by_code(conn, free) is not None:
        free, number = f"{code}-{number}", number + 1
    return free


def _by_class_name(conn: Connection, school_id: int, today: date) -> dict[str, int]:
    return {_class_key(u.name): u.id for u in units.children(conn, school_id, today) if u.kind == CLASS}


def _class_key(name: str) -> str:
    """ "Lớp 10A1" and "10a1" are one class."""
    return search_key(name).removeprefix("lop ").replace(" ", "")


def _save_posts(conn: Connection, posts: Sequence[_Post], now: datetime) -> tuple[ImportCounts, list[int]]:
    """Add what is new and change what differs; returns the person of every post too."""
    held = conn.execute(
        select(memberships, persons.c.search_key)
        .join(persons, persons.c.id == memberships.c.person_id)
        .where(
            memberships.c.unit_id.in_({post.unit_id for post in posts}),
            memberships.c.role.not_in([Role.HOMEROOM.value, Role.PARENT.value]),
            memberships.c.state != "rejected",
            memberships.c.granted_by.is_(None),  # what was granted until a day is no matter of a list
        )
    ).all()
    by_name: dict[tuple[int, str], list[Any]] = {}
    for known in held:
        by_name.setdefault((known.unit_id, known.search_key), []).append(known)
    fresh: list[_Post] = []
    ids: list[int | None] = []
    changed, left_out = 0, list[str]()
    for post in posts:
        row: Any | None = _same(
            by_name.get((post.unit_id, search_key(post.row.full_name)), []), post.row.code
        )
        if row is None and _was_forgotten(conn, by_name, post):
            left_out.append(post.row.full_name)
            ids.append(_NOBODY)
            continue
        if row is None:
            fresh.append(post)
            ids.append(None)
            continue
        ids.append(row.person_id)
        changed += _change(conn, row, post)
    added = iter(people.add_members(conn, [_member(post) for post in fresh], now))
    counts = ImportCounts(
        added=len(fresh),
        changed=changed,
        unchanged=len(posts) - len(fresh) - changed - len(left_out),
        left_out=tuple(left_out),
    )
    return counts, [next(added).person_id if person_id is None else person_id for person_id in ids]


def _was_forgotten(conn: Connection, by_name: dict[tuple[int, str], list[Any]], post: _Post) -> bool:
    """Whether somebody of this name in this unit asked to be deleted; each stands for one row of a list."""
    if not any(key.startswith(forgotten.SIGN) for unit_id, key in by_name if unit_id == post.unit_id):
        return False
    found = by_name.get((post.unit_id, forgotten.mark(conn, search_key(post.row.full_name))), [])
    return bool(found) and found.pop() is not None


def _same(namesakes: list[Any], code: str) -> Any | None:
    """The one of some namesakes that a code means; it is taken off the list, so that two rows are two people.

    A list number (STT) says nothing when a list is numbered anew, so it only chooses among several.
    """
    row = next((row for row in namesakes if row.code == code), None)
    if row is None:
        row = next((row for row in namesakes if _is_list_number(row.code) or _is_list_number(code)), None)
    if row is not None:
        namesakes.remove(row)
    return row


def _is_list_number(code: str) -> bool:
    return not code or (code.isdigit() and len(code) <= 3)


def _member(post: _Post) -> NewMember:
    row = post.row
    return NewMember(
        full_name=row.full_name,
        unit_id=post.unit_id,
        role=post.role,
        gender=row.gender,
        age_band=row.age_band,
        position=row.position,
        group=row.group,
        code=row.code,
        has_smartphone=row.has_smartphone,
    )


def _change(conn: Connection, row: Any, post: _Post) -> bool:
    new = post.row
    # Whoever left and is on the list again is back; a newcomer on the list is approved by it.
    back = row.state in ("left", "pending")
    values = {
        "role": post.role.value,
        "position": new.position or row.position,
        "group_name": new.group or row.group_name,
        "code": new.code or row.code,
        "has_smartphone": row.has_smartphone if new.has_smartphone is None else new.has_smartphone,
        "state": "active" if back else row.state,
        "until": None if back else row.until,
    }
    if all(getattr(row, name) == value for name, value in values.items()):
        return False
    conn.execute(update(memberships).where(memberships.c.id == row.id).values(**values))
    return True


def _save_leads(conn: Connection, leads: Sequence[tuple[int, int]], now: datetime) -> None:
    """Write down who leads which class."""
    known = {
        (row.person_id, row.unit_id)
        for row in conn.execute(
            select(memberships.c.person_id, memberships.c.unit_id).where(
                memberships.c.role == Role.HOMEROOM.value,
                memberships.c.state != "left",
                memberships.c.unit_id.in_({unit_id for _, unit_id in leads}),
            )
        )
    }
    for person_id, unit_id in dict.fromkeys(leads):
        if (person_id, unit_id) not in known:
            membership_store.add_membership(conn, person_id, unit_id, Role.HOMEROOM, now)
