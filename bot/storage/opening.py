"""Who is expected in a round: everybody when it opens, newcomers and leavers afterwards."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, exists, func, literal, select

from bot.domain.campaigns import Audience, Obligation
from bot.domain.people import STAFF_ROLES, Membership, MembershipState, Role
from bot.domain.rounds import Round
from bot.domain.standings import Stopped
from bot.storage import campaigns as campaign_store
from bot.storage import people
from bot.storage import tallies as tally_store
from bot.storage.campaigns import Running
from bot.storage.dialects import PerDialect
from bot.storage.standings import set_stopped
from bot.storage.tables import lineage, memberships, standings, units

_EXPECTED_STATES = (MembershipState.ACTIVE.value, MembershipState.ON_LEAVE.value)


def audience_roles(audience: Audience) -> frozenset[Role]:
    """The roles an audience means: "staff" is everybody employed, heads and clerks included."""
    return frozenset(
        role for named in audience.roles for role in (STAFF_ROLES if named is Role.STAFF else (named,))
    )


#: Those who had left, or were on leave, and are on the roster again.
_BACK = (
    select(memberships.c.id)
    .join(standings, standings.c.membership_id == memberships.c.id)
    .where(
        standings.c.round_id == bindparam("round_id"),
        standings.c.stopped.in_([Stopped.LEFT.value, Stopped.ON_LEAVE.value]),
        memberships.c.state == MembershipState.ACTIVE.value,
    )
    .order_by(memberships.c.id)
)
#: What somebody owes a round, in whatever post.
_HELD = (
    select(standings.c.id, standings.c.membership_id, standings.c.stopped)
    .join(memberships, memberships.c.id == standings.c.membership_id)
    .where(standings.c.round_id == bindparam("round_id"), memberships.c.person_id == bindparam("person_id"))
)
_ABOVE = select(lineage.c.ancestor_id).where(
    lineage.c.tree_on == bindparam("on"), lineage.c.unit_id == bindparam("unit_id")
)
_FRESH = PerDialect(lambda insert: insert(standings).on_conflict_do_nothing())


def open_round(conn: Connection, running: Running, round_: Round, now: datetime) -> None:
    """Write down everybody who owes this round, and count them. Set-based, whatever the size."""
    campaign_store.lock_round(conn, round_.id)
    _write_down(conn, running, round_)
    campaign_store.mark_opened(conn, round_.id, now)


def expect_newcomers(conn: Connection, now: datetime) -> None:
    """After a roster was brought in: whoever is new, or back, owes what is open. Set-based."""
    for running in campaign_store.every(conn):
        if running.state is campaign_store.CampaignState.CLOSED:
            continue
        for round_ in campaign_store.rounds_of(conn, running.id):
            # A past slot keeps the roster of its day.
            if round_.opened_at is not None and not (round_.slot is not None and round_.is_late(now)):
                campaign_store.lock_round(conn, round_.id)
                for membership_id in conn.scalars(_BACK, {"round_id": round_.id}).all():
                    _expect(conn, running, round_, people.membership(conn, membership_id))
                _write_down(conn, running, round_)


def _write_down(conn: Connection, running: Running, round_: Round) -> None:
    obligation = running.campaign.obligation(round_.obligation)
    if obligation.audience.answered_by_units:
        columns, respondents = _units_bound(running, round_, obligation)
    else:
        columns, respondents = _people_bound(running, round_, obligation)
    PerDialect(
        lambda insert: (
            insert(standings)
            .from_select(columns, respondents, include_defaults=False)
            .on_conflict_do_nothing()
        )
    ).run(conn)
    tally_store.count_expected(conn, round_.id, running.tree_on)


def _within(running: Running, round_: Round) -> Any:
    """The units of the round's part of the tree, as an alias of the lineage with its condition."""
    here = lineage.alias()
    top = round_.scope_unit_id or running.scope_unit_id
    return here, and_(here.c.tree_on == running.tree_on, here.c.ancestor_id == top)


def _units_bound(running: Running, round_: Round, obligation: Obligation) -> tuple[list[str], Any]:
    here, within = _within(running, round_)
    respondents = (
        select(literal(round_.id, standings.c.round_id.type), units.c.id, units.c.id)
        .join(here, and_(here.c.unit_id == units.c.id, within))
        .where(units.c.kind.in_(obligation.audience.units))
    )
    return ["round_id", "unit_id", "home_unit_id"], respondents


def _people_bound(running: Running, round_: Round, obligation: Obligation) -> tuple[list[str], Any]:
    here, within = _within(running, round_)
    bound = and_(
        memberships.c.role.in_([role.value for role in audience_roles(obligation.audience)]),
        memberships.c.state.in_(_EXPECTED_STATES),
    )
    if obligation.audience.smartphone_only:
        bound = and_(bound, memberships.c.has_smartphone.is_not(False))
    # Somebody with two posts is expected once: where they are already, else where they were first.
    first = (
        select(func.min(memberships.c.id).label("id"))
        .join(here, and_(here.c.unit_id == memberships.c.unit_id, within))
        .where(bound)
        .group_by(memberships.c.person_id)
        .subquery()
    )
    elsewhere = memberships.alias()
    expected_already = exists().where(
        elsewhere.c.person_id == memberships.c.person_id,
        standings.c.membership_id == elsewhere.c.id,
        standings.c.round_id == round_.id,
        standings.c.stopped.is_distinct_from(Stopped.LEFT.value),
    )
    respondents = (
        select(
            literal(round_.id, standings.c.round_id.type),
            memberships.c.id,
            memberships.c.unit_id,
            case((memberships.c.state == MembershipState.ON_LEAVE.value, Stopped.ON_LEAVE.value)),
        )
        .join(first, first.c.id == memberships.c.id)
        .where(~expected_already)
    )
    return ["round_id", "membership_id", "home_unit_id", "stopped"], respondents


def expect_member(conn: Connection, membership: Membership, now: datetime) -> None:
    """A newcomer owes what is open at once; somebody who comes back owes it again."""
    for running in campaign_store.every(conn):
        if running.state is campaign_store.CampaignState.CLOSED:
            continue
        above = set(conn.scalars(_ABOVE, {"on": running.tree_on, "unit_id": membership.unit_id}))
        for round_ in campaign_store.rounds_of(conn, running.id):
            obligation = running.campaign.obligation(round_.obligation)
            if (round_.scope_unit_id or running.scope_unit_id) not in above:
                continue
            if round_.opened_at is None or not _bound(obligation, membership):
                continue
            if round_.slot is not None and round_.is_late(now):
                continue  # a past slot keeps the roster of its day
            _expect(conn, running, round_, membership)


def _bound(obligation: Obligation, membership: Membership) -> bool:
    audience = obligation.audience
    return (
        not audience.answered_by_units
        and membership.role in audience_roles(audience)
        and not (audience.smartphone_only and membership.has_smartphone is False)
    )


def _expect(conn: Connection, running: Running, round_: Round, membership: Membership) -> None:
    """Expect somebody in a round, unless they are expected there in this or another post already."""
    held = conn.execute(_HELD, {"round_id": round_.id, "person_id": membership.person_id}).all()
    own = next((row for row in held if row.membership_id == membership.id), None)
    if own is not None and own.stopped == Stopped.ON_LEAVE.value:
        set_stopped(conn, own.id, None)
    elif any(row.stopped != Stopped.LEFT.value for row in held):
        return
    elif own is not None:
        set_stopped(conn, own.id, None)
    else:
        _FRESH.run(
            conn,
            {"round_id": round_.id, "membership_id": membership.id, "home_unit_id": membership.unit_id},
        )
        tally_store.add(conn, round_.id, membership.unit_id, running.tree_on, {"expected": 1})


def member_left(conn: Connection, membership_id: int) -> None:
    """Somebody left the school: they owe nothing more and are expected nowhere."""
    for standing_id in conn.scalars(
        select(standings.c.id).where(standings.c.membership_id == membership_id)
    ).all():
        set_stopped(conn, standing_id, Stopped.LEFT)
