"""Leases: one dispatcher and one fetcher per channel at a time, however many processes run.

A holder names its process in a way that tells, on the same machine, whether it still lives: after a
crash the next process need not wait until the lease runs out.
"""

import os
import secrets
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, bindparam, delete, or_, select

from bot.storage.dialects import PerDialect
from bot.storage.prepared import Prepared
from bot.storage.tables import leases

_TAKE = PerDialect(
    lambda insert: (statement := insert(leases)).on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": statement.excluded.holder, "until": statement.excluded.until},
        where=or_(
            leases.c.holder.in_((statement.excluded.holder, bindparam("gone"))),
            leases.c.until <= bindparam("now"),
        ),
    )
)
_LEASE = select(leases.c.holder, leases.c.until).where(leases.c.name == bindparam("name"))
_HELD = Prepared(
    select(leases.c.name)
    .where(leases.c.name == bindparam("name"), leases.c.holder == bindparam("held_by"))
    .with_for_update(read=True)
)
_RELEASE = delete(leases).where(leases.c.name == bindparam("name"), leases.c.holder == bindparam("held_by"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    holder: str
    until: datetime
    renewed: bool = False  #: nobody else had it since it was taken last


def acquire(conn: Connection, name: str, holder: str, now: datetime, until: datetime) -> Lease:
    """Take or renew a lease until a moment; returns who has it now, which may be somebody else."""
    row = conn.execute(_LEASE, {"name": name}).one_or_none()
    gone = row.holder if row is not None and _is_gone(row.holder) else holder
    _TAKE.run(conn, {"name": name, "holder": holder, "until": until, "now": now, "gone": gone})
    had = row.holder if row is not None else ""
    row = conn.execute(_LEASE, {"name": name}).one()
    return Lease(holder=row.holder, until=row.until, renewed=had == holder == row.holder)


def is_held(conn: Connection, name: str, holder: str) -> bool:
    """Whether this holder has a lease; on PostgreSQL nobody else gets it before this transaction ends."""
    return bool(_HELD.scalar(conn, name=name, held_by=holder))


def release(conn: Connection, name: str, holder: str) -> None:
    """Give a lease back, if this holder has it."""
    conn.execute(_RELEASE, {"name": name, "held_by": holder})


#: The names that this process has given itself: a container that is started again gets the old process id.
_ours: set[str] = set()


def this_process() -> str:
    """A new holder's name: where process ids mean the same, the process id, and chance."""
    name = f"{_process_space()}/{os.getpid()}/{secrets.token_hex(4)}"
    _ours.add(name)
    return name


def _process_space() -> str:
    """What two processes share if one can see whether the other lives: boot and container."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return f"{boot[:13]}-{Path('/proc/self/ns/pid').stat().st_ino}"
    except OSError:  # not Linux
        return socket.gethostname()[:30]


def _is_gone(holder: str) -> bool:
    """Whether a holder certainly lives no more."""
    space, _, process = holder.partition("/")
    pid = process.partition("/")[0]
    if os.name != "posix" or space != _process_space() or not pid.isdigit():
        return False
    if int(pid) == os.getpid():
        return holder not in _ours
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:  # it lives and belongs to somebody else
        return False
    return False
