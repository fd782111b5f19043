"""Whom a request would reach, before it is sent: how many owe it, how many can be written to, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Subquery, func, select

from bot.domain.campaigns import Audience
from bot.domain.people import HEAD_ROLES, Role
from bot.storage.bound import audience_roles
from bot.storage.surveys import survey
from bot.storage.tables import contacts, lineage, memberships, persons, units

_ANSWERING = [role.value for role in (*HEAD_ROLES, Role.OFFICER)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """`respondents` owe an answer, of which `reached` can be asked; people to write to, by channel."""

    respondents: int
    reached: int
    by_channel: Mapping[str, int]


def reach(conn: Connection, audience: Audience, scope_unit_id: int, on: date) -> Reach:
    """Whom a request to an audience in a unit and everything below it would reach."""
    key = ("reach", audience, scope_unit_id, on)
    return survey(conn, key, lambda reader: _reach(reader, audience, scope_unit_id, on))


def _reach(conn: Connection, audience: Audience, scope_unit_id: int, on: date) -> Reach:
    inside = select(lineage.c.unit_id).where(lineage.c.tree_on == on, lineage.c.ancestor_id == scope_unit_id)
    if audience.answered_by_units:
        asked = units.c.id.in_(inside) & units.c.kind.in_(audience.units)
        respondents: int = conn.execute(select(func.count()).select_from(units).where(asked)).scalar_one()
        people = _chats(
            memberships.c.unit_id,
            memberships.c.unit_id.in_(select(units.c.id).where(asked))
            & memberships.c.role.in_(_ANSWERING)
            & (memberships.c.state == "active"),
        )
    else:
        bound = (
            memberships.c.unit_id.in_(inside)
            & memberships.c.role.in_([role.value for role in audience_roles(audience)])
            & (memberships.c.state == "active")
        )
        if audience.smartphone_only:
            bound = bound & memberships.c.has_smartphone.is_not(False)
        count = select(func.count(memberships.c.person_id.distinct())).where(bound)
        respondents = conn.execute(count).scalar_one()
        people = _chats(memberships.c.person_id, bound)
    reached: int = conn.execute(select(func.count(people.c.respondent.distinct()))).scalar_one()
    channels = conn.execute(
        select(people.c.channel, func.count(people.c.person_id.distinct()).label("people")).group_by(
            people.c.channel
        )
    )
    return Reach(
        respondents=respondents, reached=reached, by_channel={row.channel: row.people for row in channels}
    )


def _chats(respondent: Any, where: Any) -> Subquery:
    """The chats of everybody who would answer, and for whom."""
    return (
        select(respondent.label("respondent"), memberships.c.person_id, contacts.c.channel)
        .select_from(memberships)
        .join(persons, persons.c.id == memberships.c.person_id)
        .join(contacts, contacts.c.id == persons.c.contact_id)
        .where(where, contacts.c.unreachable_at.is_(None))
        .subquery()
    )
