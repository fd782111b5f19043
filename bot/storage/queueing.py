"""Putting many wordless deliveries into the outbox with one statement."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, literal, select

from bot.domain.messages import Lane
from bot.storage.deliveries import LANES
from bot.storage.dialects import PerDialect
from bot.storage.rerouting import written_to
from bot.storage.tables import contacts, deliveries, persons


def queue_people(
    conn: Connection,
    people: Any,
    *,
    lane: Lane,
    kind: str,
    key: Any,
    batch: str,
    due_at: datetime,
    expires_at: datetime | None,
    now: datetime,
    sparing: Collection[str] = (),
) -> int:
    """Queue one delivery a person of a set (a subquery with `person_id`), for those who can be reached.

    `key` is the expression of the dedupe key; what is queued already stays as it is. Whoever can be
    written to elsewhere than on a channel of `sparing` is written to there. Returns how many are new.
    """
    values = {
        "dedupe_key": key,
        "channel": contacts.c.channel,
        "contact_id": contacts.c.id,
        "person_id": people.c.person_id,
        "lane": literal(LANES[lane]),
        "kind": literal(kind),
        "batch": literal(batch),
        "due_at": literal(due_at, deliveries.c.due_at.type),
        "expires_at": literal(expires_at, deliveries.c.expires_at.type),
        "created_at": literal(now, deliveries.c.created_at.type),
    }
    reached = (
        select(*values.values())
        .select_from(people)
        .join(persons, persons.c.id == people.c.person_id)
        .join(contacts, contacts.c.id == written_to(sparing))
        .where(contacts.c.unreachable_at.is_(None))
    )
    statement = PerDialect(
        lambda insert: (
            insert(deliveries)
            .from_select(list(values), reached, include_defaults=False)
            .on_conflict_do_nothing(index_elements=["dedupe_key"])
        )
    )
    return statement.run(conn).rowcount
