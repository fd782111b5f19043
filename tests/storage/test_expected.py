"""Whom an obligation would bind is what opening it binds."""

from bot.domain.people import MembershipState, Role
from bot.storage import Connection, expected, memberships, tallies
from tests.storage.world import (
    BLUEZONE,
    STARTED,
    TODAY,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)


@on_each_database
def test_the_count_before_the_start_is_the_count_after_it(conn: Connection):
    plant(conn)
    for name, unit, role in (
        ("Một", "A", Role.STAFF),
        ("Hai", "B", Role.PRINCIPAL),
        ("Ba", "C", Role.STAFF),
        ("Bốn", "C-10A1", Role.PUPIL),
        ("Năm", "SO", Role.OFFICER),
    ):
        member(conn, name, unit, role)
    member(conn, "Sáu", "C-10A1", Role.PUPIL, has_smartphone=False)
    left = member(conn, "Bảy", "A")
    memberships.set_state(conn, left.id, MembershipState.LEFT, STARTED)
    twice = member(conn, "Tám", "A")
    memberships.add_membership(conn, twice.person_id, unit_id(conn, "B"), Role.STAFF, STARTED)

    for scope in ("P1", "SO", "C"):
        running = start(conn, BLUEZONE | {"slug": f"of-{scope.lower()}"}, scope)
        for obligation in running.campaign.obligations:
            counted = expected.count(conn, obligation.audience, unit_id(conn, scope), TODAY)
            tally = tallies.of(conn, round_of(conn, running, obligation.id).id, unit_id(conn, scope))
            assert counted == tally.get("expected", 0), (scope, obligation.id)
