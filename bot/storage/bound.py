"""Whom a round binds: people in the roles of its audience, or units of its kinds, in its part of the tree."""

from collections.abc import Callable
from typing import Any, TypeAlias

from sqlalchemy import Connection, and_, case, false, func, literal, select

from bot.domain.campaigns import Audience, Obligation
from bot.domain.deadlines import VIETNAM
from bot.domain.people import STAFF_ROLES, MembershipState, Role
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import Stopped
from bot.storage.campaigns import Running
from bot.storage.dialects import PerDialect
from bot.storage.tables import lineage, memberships, rounds, standings, unit_parents, units
from bot.storage.unit_parents import Link, holds_on

#: The condition that an id is one of some.
Some: TypeAlias = Callable[[Any], Any]
EXPECTED_STATES = (MembershipState.ACTIVE.value, MembershipState.ON_LEAVE.value)


def audience_roles(audience: Audience) -> frozenset[Role]:
    """The roles an audience means: "staff" is everybody employed, heads and clerks included."""
    return frozenset(
        role for named in audience.roles for role in (STAFF_ROLES if named is Role.STAFF else (named,))
    )


def write_down(conn: Connection, running: Running, round_: Round, some: Some | None = None) -> None:
    """Write down those who owe a round and are not there yet. Set-based, whatever the size.

    `some` restricts them: the condition on an id of a person, or of a unit where units answer.
    """
    obligation = running.campaign.obligation(round_.obligation)
    bound = _units_bound if obligation.audience.answered_by_units else _people_bound
    columns, respondents = bound(running, round_, obligation, some)
    PerDialect(
        lambda insert: (
            insert(standings)
            .from_select(columns, respondents, include_defaults=False)
            .on_conflict_do_nothing()
        )
    ).run(conn)


def _within(running: Running, round_: Round) -> Any:
    """The units of the round's part of the tree, as an alias of the lineage with its condition."""
    here = lineage.alias()
    top = round_.scope_unit_id or running.scope_unit_id
    return here, and_(here.c.tree_on == running.tree_on, here.c.ancestor_id == top)


def _units_bound(running: Running, round_: Round, obligation: Obligation, some: Any) -> tuple[list[str], Any]:
    here, within = _within(running, round_)
    if some is not None:
        within = and_(within, some(here.c.unit_id))
    respondents = (
        select(literal(round_.id, standings.c.round_id.type), units.c.id, units.c.id)
        .join(here, and_(here.c.unit_id == units.c.id, within))
        .where(units.c.kind.in_(obligation.audience.units), ~_answered_for(running, round_))
    )
    return ["round_id", "unit_id", "home_unit_id"], respondents


def _answered_for(running: Running, round_: Round) -> Any:
    """The condition that a unit had been merged into another one of the round's, which owes it instead."""
    there, within = _within(running, round_)
    opens_on = round_.opens_at.astimezone(VIETNAM).date()
    return (
        select(unit_parents.c.id)
        .join(there, and_(there.c.unit_id == unit_parents.c.parent_id, within))
        .where(unit_parents.c.unit_id == units.c.id, holds_on(opens_on, Link.SUCCESSOR))
        .exists()
    )


def _people_bound(
    running: Running, round_: Round, obligation: Obligation, some: Some | None
) -> tuple[list[str], Any]:
    here, within = _within(running, round_)
    bound = and_(
        memberships.c.role.in_([role.value for role in audience_roles(obligation.audience)]),
        memberships.c.state.in_(EXPECTED_STATES),
    )
    if obligation.audience.smartphone_only:
        bound = and_(bound, memberships.c.has_smartphone.is_not(False))
    if some is not None:
        bound = and_(bound, some(memberships.c.person_id))
    # Of few people the posts are looked up, not of every unit those of few people: + 0 leaves its index out.
    held_in = memberships.c.unit_id if some is None else memberships.c.unit_id + 0
    # Somebody with two posts is expected once: where they are already, else where they were first.
    first = (
        select(func.min(memberships.c.id).label("id"))
        .join(here, and_(here.c.unit_id == held_in, within))
        .where(bound)
        .group_by(memberships.c.person_id)
        .subquery()
    )
    respondents = (
        select(
            literal(round_.id, standings.c.round_id.type),
            memberships.c.id,
            memberships.c.unit_id,
            case(
                (memberships.c.state == MembershipState.ON_LEAVE.value, Stopped.ON_LEAVE.value),
                (_complained(running, round_), Stopped.COMPLAINT.value),
            ),
        )
        .join(first, first.c.id == memberships.c.id)
        .where(~_expected_already(round_, few=some is not None))
    )
    return ["round_id", "membership_id", "home_unit_id", "stopped"], respondents


def _expected_already(round_: Round, *, few: bool) -> Any:
    """The condition that the person of a membership is expected in a round, in this or another post.

    For `few` people each is looked up; otherwise it is one pass over the round.
    """
    elsewhere = memberships.alias()
    held = (
        select(elsewhere.c.person_id)
        .join(standings, standings.c.membership_id == elsewhere.c.id)
        .where(standings.c.round_id == round_.id, standings.c.stopped.is_distinct_from(Stopped.LEFT.value))
    )
    if few:
        return held.where(elsewhere.c.person_id == memberships.c.person_id).exists()
    return memberships.c.person_id.in_(held)


def _complained(running: Running, round_: Round) -> Any:
    """The condition that somebody complained of an earlier round of the campaign: it is left at that.

    An emergency asks everybody anew; what is asked once has no earlier round.
    """
    if running.campaign.emergency or round_.kind is RoundKind.SINGLE:
        return false()
    earlier = standings.alias()
    return memberships.c.id.in_(
        select(earlier.c.membership_id)
        .join(rounds, rounds.c.id == earlier.c.round_id)
        .where(rounds.c.campaign_id == running.id, earlier.c.stopped == Stopped.COMPLAINT.value)
    )
