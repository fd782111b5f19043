"""Who is expected in a round: everybody when it opens (`filling.py`), newcomers and leavers afterwards."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select

from bot.domain.campaigns import Audience, Obligation
from bot.domain.people import Membership, MembershipState, Role
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import Standing, State, Stopped
from bot.storage import bound, class_reports
from bot.storage import campaigns as campaign_store
from bot.storage import memberships as membership_store
from bot.storage import tallies as tally_store
from bot.storage.campaigns import Running
from bot.storage.dialects import PerDialect
from bot.storage.rounds import lock_round, rounds_of
from bot.storage.rows import standing_of
from bot.storage.standings import set_stopped, settle_class
from bot.storage.tables import campaigns, lineage, memberships, rounds, standings

#: Those who had left, were on leave or had no smartphone, and are on the roster again.
_BACK = (
    select(memberships.c.id)
    .join(standings, standings.c.membership_id == memberships.c.id)
    .where(
        standings.c.round_id == bindparam("round_id"),
        standings.c.stopped.in_([Stopped.LEFT.value, Stopped.ON_LEAVE.value]),
        memberships.c.state == MembershipState.ACTIVE.value,
        or_(memberships.c.has_smartphone.is_not(False), bindparam("whatever_phone")),
    )
    .order_by(memberships.c.id)
)
#: Those of whom the roster says by now that they have no smartphone. Whoever has done it has one.
_WITHOUT_SMARTPHONE = (
    select(standings.c.id, standings.c.membership_id)
    .join(memberships, memberships.c.id == standings.c.membership_id)
    .where(
        standings.c.round_id == bindparam("round_id"),
        standings.c.state != State.COMPLETE.value,
        or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value),
        memberships.c.has_smartphone.is_(False),
    )
    .order_by(standings.c.id)
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
_OPEN = (
    select(standings)
    .join(rounds, rounds.c.id == standings.c.round_id)
    .join(campaigns, campaigns.c.id == rounds.c.campaign_id)
    .where(
        standings.c.membership_id == bindparam("of_membership"),
        campaigns.c.state != campaign_store.CampaignState.CLOSED.value,
        or_(
            rounds.c.kind == RoundKind.SINGLE.value,
            rounds.c.due_before.is_(None),
            rounds.c.due_before > bindparam("now"),
        ),
    )
    .order_by(standings.c.id)
)
_FRESH = PerDialect(lambda insert: insert(standings).on_conflict_do_nothing())


def expect_newcomers(conn: Connection, now: datetime, within: int | None = None) -> None:
    """After a roster was brought in: whoever is new, or back, owes what is open. Set-based.

    `within` is the unit whose roster it was, as far as its caller knows.
    """
    for running in campaign_store.every(conn):
        if running.state is campaign_store.CampaignState.CLOSED:
            continue
        for round_ in rounds_of(conn, running.id):
            # A past slot keeps the roster of its day.
            if round_.opened_at is not None and not (round_.slot is not None and round_.is_late(now)):
                lock_round(conn, round_.id)
                _follow_roster(conn, running, round_, within or running.scope_unit_id)


def _follow_roster(conn: Connection, running: Running, round_: Round, within: int) -> None:
    audience = running.campaign.obligation(round_.obligation).audience
    _release_exempt(conn, round_, audience)
    anybody = {"round_id": round_.id, "whatever_phone": not audience.smartphone_only}
    for membership_id in conn.scalars(_BACK, anybody).all():
        _expect(conn, running, round_, membership_store.membership(conn, membership_id))
    classes = _reported_classes(conn, running, round_, within)
    for class_id in classes:
        class_reports.lock(conn, class_id)
    _write_down(conn, running, round_)
    for class_id in classes:
        settle_class(conn, round_.id, class_id, running.tree_on)


def _reported_classes(conn: Connection, running: Running, round_: Round, within: int) -> list[int]:
    if Role.PUPIL not in running.campaign.obligation(round_.obligation).audience.roles:
        return []
    return class_reports.reported(conn, round_.id, within, running.tree_on)


def _release_exempt(
    conn: Connection, round_: Round, audience: Audience, membership_id: int | None = None
) -> None:
    """Whoever has no smartphone any more, by the roster, is not expected where that exempts; all, or one."""
    if audience.smartphone_only:
        for standing in conn.execute(_WITHOUT_SMARTPHONE, {"round_id": round_.id}).all():
            if membership_id in (None, standing.membership_id):
                set_stopped(conn, standing.id, Stopped.LEFT)


def _write_down(conn: Connection, running: Running, round_: Round) -> None:
    bound.write_down(conn, running, round_)
    tally_store.count_expected(conn, round_.id, running.tree_on)


def expect_member(conn: Connection, membership: Membership, now: datetime) -> None:
    """A newcomer owes what is open at once; somebody who comes back owes it again."""
    for running in campaign_store.every(conn):
        if running.state is campaign_store.CampaignState.CLOSED:
            continue
        above = set(conn.scalars(_ABOVE, {"on": running.tree_on, "unit_id": membership.unit_id}))
        for round_ in rounds_of(conn, running.id):
            obligation = running.campaign.obligation(round_.obligation)
            if (round_.scope_unit_id or running.scope_unit_id) not in above:
                continue
            if round_.opened_at is None or (round_.slot is not None and round_.is_late(now)):
                continue  # a past slot keeps the roster of its day
            if membership.role is Role.PUPIL:
                class_reports.lock(conn, membership.unit_id)
            _release_exempt(conn, round_, obligation.audience, membership.id)
            if _bound(obligation, membership):
                _expect(conn, running, round_, membership)
            if membership.role is Role.PUPIL:
                settle_class(conn, round_.id, membership.unit_id, running.tree_on)


def _bound(obligation: Obligation, membership: Membership) -> bool:
    audience = obligation.audience
    return (
        not audience.answered_by_units
        and membership.role in bound.audience_roles(audience)
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


def member_left(conn: Connection, membership_id: int, now: datetime) -> None:
    """Somebody left: they owe nothing more, and are expected in nothing that is still open."""
    for standing in open_standings(conn, membership_id, now):
        set_stopped(conn, standing.id, Stopped.LEFT)


def open_standings(conn: Connection, membership_id: int, now: datetime) -> list[Standing]:
    """Where somebody stands in what is still going on.

    A campaign that is closed, and a slot or a request whose time is over, keep the roster of their day.
    """
    rows = conn.execute(_OPEN, {"of_membership": membership_id, "now": now})
    return [standing_of(row) for row in rows]
