"""Whom an announcement is for, and who of them can be written to, on which channel."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, select, union

from bot.domain.people import Role
from bot.storage.announcements import Announcement, get
from bot.storage.rerouting import written_to
from bot.storage.subtrees import inside
from bot.storage.surveys import survey
from bot.storage.tables import contacts, guardians, memberships, persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Whom an announcement is for: how many people, and those who can be written to, by channel."""

    people: int
    by_channel: Mapping[str, int]

    @property
    def reachable(self) -> int:
        return sum(self.by_channel.values())


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
        memberships.c.unit_id.in_(inside(found.unit_id, found.tree_on, name))
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


def reached(conn: Connection, found: Announcement, sparing: Collection[str] = ()) -> Reached:
    """Whom it is for; through a channel of `sparing` only those who can be written to nowhere else."""
    key = ("reached", found.unit_id, found.roles, found.author_id, found.tree_on, tuple(sparing))
    return survey(conn, key, lambda reader: _reached(reader, found, sparing=sparing))


def ahead(conn: Connection, announcement_id: int) -> Mapping[str, int]:
    """Those who are not in the outbox yet, by channel."""

    def count(reader: Connection) -> Mapping[str, int]:
        found = get(reader, announcement_id)
        return _reached(reader, found, after=found.after_person_id).by_channel

    return survey(conn, ("ahead", announcement_id), count)


def _reached(conn: Connection, found: Announcement, after: int = 0, sparing: Collection[str] = ()) -> Reached:
    """Whom it is for, as far as they come after a person."""
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
