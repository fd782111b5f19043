"""Who hears that somebody owes: heads of staff groups, homeroom teachers, heads of schools, officers.

Each is a selection of person ids, so that a province is asked in one statement.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select, union

from bot.domain.campaigns import Superior
from bot.domain.people import STAFF_ROLES, Role
from bot.domain.staff_groups import TITLES, UNION
from bot.storage.tables import contacts, lineage, memberships, persons, standings, unit_parents, units
from bot.storage.unit_parents import Link

#: Heads to whom the numbers of a school go; a clerk gets their own reminders only.
_LEADING = [Role.PRINCIPAL.value, Role.DEPUTY.value]
_STAFF = [role.value for role in STAFF_ROLES]


def above(whom: Superior, owing: Any, on: date, within: int | None = None) -> Any:
    """The ids of those who hear of the standings of a condition, as a subquery; with `within`, only
    holders in the subtree of that unit.
    """
    inside = memberships.c.state == "active"
    if within is not None:
        below = select(lineage.c.unit_id).where(lineage.c.tree_on == on, lineage.c.ancestor_id == within)
        inside = and_(inside, memberships.c.unit_id.in_(below))
    found = select(memberships.c.person_id.label("person_id")).where(inside, _FINDING[whom](owing, on))
    return found.distinct().subquery()


def holders(role: Role, owing: Any, on: date) -> Any:
    """Everybody in a role in a unit in which somebody owes, or in one above it."""
    where = memberships.c.unit_id.in_(_places(owing, on)) & (memberships.c.role == role.value)
    found = select(memberships.c.person_id.label("person_id")).where(where, memberships.c.state == "active")
    return found.distinct().subquery()


def _places(owing: Any, on: date) -> Any:
    """The units in which somebody owes, with those above them.

    One who owes is enough to look for in a unit; the others need not be read.
    """
    somebody = select(standings.c.id).where(standings.c.home_unit_id == units.c.id, owing).exists()
    below = select(units.c.id).where(somebody)
    return (
        select(lineage.c.ancestor_id).where(lineage.c.tree_on == on, lineage.c.unit_id.in_(below)).distinct()
    )


def _heads_of_groups(owing: Any, on: date) -> Any:
    held = memberships.alias("held")
    titled = or_(*(memberships.c.position.contains(title, autoescape=True) for title in TITLES))
    of_union = or_(*(memberships.c.position.contains(word, autoescape=True) for word in UNION))
    somebody = (
        select(standings.c.id)
        .join(held, held.c.id == standings.c.membership_id)
        .where(
            owing,
            held.c.unit_id == memberships.c.unit_id,
            held.c.person_id != memberships.c.person_id,
            held.c.role.in_(_STAFF),
            # As SQLite folds no Vietnamese capitals: groups that a roster writes in one way.
            func.lower(held.c.group_name) == func.lower(memberships.c.group_name),
        )
        .exists()
    )
    return and_(memberships.c.role.in_(_STAFF), memberships.c.group_name != "", titled, ~of_union, somebody)


def _homeroom_teachers(owing: Any, on: date) -> Any:
    classes = select(standings.c.home_unit_id).where(owing)
    return and_(memberships.c.role == Role.HOMEROOM.value, memberships.c.unit_id.in_(classes))


def _heads(owing: Any, on: date) -> Any:
    """Of the schools in which somebody owes, and of those that these were merged into since."""
    places = _places(owing, on).cte()
    merged_into = select(unit_parents.c.parent_id).where(
        unit_parents.c.unit_id.in_(select(places.c.ancestor_id)),
        unit_parents.c.relation == Link.SUCCESSOR.value,
        unit_parents.c.valid_to.is_(None),
    )
    # One list, for which the database goes from each unit to its heads.
    these = union(select(places.c.ancestor_id), merged_into)
    return and_(memberships.c.unit_id.in_(these), memberships.c.role.in_(_LEADING))


def _officers(owing: Any, on: date) -> Any:
    """Of the nearest unit above those who owe that has an officer who writes from a chat."""
    held, person, chat = memberships.alias("held"), persons.alias(), contacts.alias()
    manned = (
        select(held.c.unit_id)
        .join(person, person.c.id == held.c.person_id)
        .join(chat, chat.c.id == person.c.contact_id)
        .where(held.c.role == Role.OFFICER.value, held.c.state == "active", chat.c.unreachable_at.is_(None))
    )
    where = and_(
        lineage.c.tree_on == on,
        lineage.c.ancestor_id.in_(manned),
        lineage.c.unit_id.in_(select(standings.c.home_unit_id).where(owing)),
    )
    nearest = (
        select(lineage.c.unit_id, func.min(lineage.c.depth).label("depth"))
        .where(where)
        .group_by(lineage.c.unit_id)
        .subquery()
    )
    places = (
        select(lineage.c.ancestor_id)
        .join(nearest, (nearest.c.unit_id == lineage.c.unit_id) & (nearest.c.depth == lineage.c.depth))
        .where(lineage.c.tree_on == on)
    )
    return and_(memberships.c.unit_id.in_(places), memberships.c.role == Role.OFFICER.value)


_FINDING: Mapping[Superior, Callable[[Any, date], Any]] = {
    Superior.GROUP_HEAD: _heads_of_groups,
    Superior.HOMEROOM: _homeroom_teachers,
    Superior.PRINCIPAL: _heads,
    Superior.OFFICER: _officers,
}
