"""Leases: one holder at a time; a dead holder does not keep others waiting."""

import subprocess
import sys
from datetime import timedelta
from functools import partial

from bot.storage import Connection, Database, leases
from bot.storage.leases import Lease
from tests.fakes.clock import SIGNED

UNTIL = SIGNED + timedelta(seconds=15)


def acquire(conn: Connection, holder: str, after: float = 0) -> str:
    moment = timedelta(seconds=after)
    return leases.acquire(conn, "dispatcher:telegram", holder, SIGNED + moment, UNTIL + moment).holder


async def test_a_lease_has_one_holder_until_it_runs_out(database: Database):
    assert await database.write(lambda conn: acquire(conn, "a")) == "a"
    assert await database.write(lambda conn: acquire(conn, "b", after=14)) == "a"
    assert await database.write(lambda conn: acquire(conn, "b", after=15)) == "b"
    assert await database.write(lambda conn: acquire(conn, "a", after=16)) == "b"


async def test_a_holder_renews_its_lease(database: Database):
    await database.write(lambda conn: acquire(conn, "a"))
    await database.write(lambda conn: acquire(conn, "a", after=10))

    lease = await database.write(
        lambda conn: leases.acquire(conn, "dispatcher:telegram", "b", SIGNED + timedelta(seconds=20), UNTIL)
    )

    assert lease == Lease(holder="a", until=UNTIL + timedelta(seconds=10))


async def test_a_lease_given_back_is_free_but_only_its_holder_gives_it_back(database: Database):
    await database.write(lambda conn: acquire(conn, "a"))

    await database.write(lambda conn: leases.release(conn, "dispatcher:telegram", "b"))
    assert await database.write(lambda conn: acquire(conn, "b")) == "a"

    await database.write(lambda conn: leases.release(conn, "dispatcher:telegram", "a"))
    assert await database.write(lambda conn: acquire(conn, "b")) == "b"


async def test_the_lease_of_a_process_that_died_is_free_at_once(database: Database):
    code = "from bot.storage.leases import this_process; print(this_process())"
    dead = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: ASYNC221
    alive = leases.this_process()
    await database.write(lambda conn: acquire(conn, dead.stdout.strip()))

    assert await database.write(lambda conn: acquire(conn, alive)) == alive
    assert await database.write(lambda conn: acquire(conn, leases.this_process())) == alive


async def test_a_container_that_is_started_again_is_not_kept_waiting_by_its_own_process_id(
    database: Database,
):
    before = f"{leases.this_process().rpartition('/')[0]}/of-before"
    await database.write(lambda conn: acquire(conn, before))

    now = leases.this_process()
    assert await database.write(lambda conn: acquire(conn, now)) == now


async def test_whoever_has_a_lease_is_told_whether_somebody_had_it_meanwhile(database: Database):
    def take(conn: Connection, holder: str, after: float) -> tuple[bool, bool]:
        moment = timedelta(seconds=after)
        lease = leases.acquire(conn, "dispatcher:telegram", holder, SIGNED + moment, UNTIL + moment)
        return lease.renewed, leases.is_held(conn, "dispatcher:telegram", holder)

    taken = [await database.write(partial(take, holder=holder, after=after)) for holder, after in LIVES]
    assert taken == [(False, True), (True, True), (False, True), (False, True)]


#: Who asks for the lease, and when.
LIVES = (("a", 0), ("a", 5), ("b", 30), ("a", 60))
