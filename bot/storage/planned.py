"""Who is to be reminded, on which occasion, and how that comes into the outbox: some thousands at a time.

An *occasion* is an intent (one reminder a person and day, or one for a step of a round) on one channel.
Whoever is reminded on it is a narrow row of `planned`, so that planning a million people is short work.
A row of the outbox, which many questions are asked about, is made only when those before it have left
(`drawing.py`).
The dedupe key of the outbox holds all the same: nobody gets an intent twice, whatever stands here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    update,
)

from bot.storage.prepared import Prepared
from bot.storage.tables import contacts, occasions, persons, planned

#: People who are spared in one transaction.
SPARED = 2_000
_NOBODY_AFTER = 2**62
#: Stands for the person in an intent.
WHOM = "*"
_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What people are told, and when."""

    name: str  #: as the dedupe keys have it, with a "*" for the person
    kind: str  #: of the deliveries
    batch: str
    due_at: datetime
    expires_at: datetime

    def key(self, person_id: Any) -> Any:
        """The expression of the dedupe key of a person."""
        before, _, after = self.name.partition(WHOM)
        return literal(before) + cast(person_id, String) + literal(after)


_NEXT_CHANNEL = Prepared(select(func.min(contacts.c.channel)).where(contacts.c.channel > bindparam("after")))
_FIND = Prepared(
    select(func.min(occasions.c.id)).where(
        occasions.c.intent == bindparam("intent"),
        occasions.c.channel == bindparam("channel"),
        occasions.c.kind == bindparam("kind"),
        occasions.c.expires_at == bindparam("expires_at"),
        occasions.c.due_at.between(bindparam("earliest"), bindparam("latest")),
    )
)
_BEGIN = Prepared(lambda insert: insert(occasions).on_conflict_do_nothing())
_REOPEN = Prepared(
    update(occasions)
    .where(
        occasions.c.id == bindparam("occasion_id"),
        or_(occasions.c.drawn_to.is_(None), occasions.c.drawn_to > 0),
    )
    .values(drawn_to=0)
)


def occasions_of(conn: Connection, intent: Intent, now: datetime) -> dict[str, int]:
    """The ids of the occasions of an intent, by channel; they are written down where they are new.

    What is due already is due, so that those who plan it at different moments share an occasion.
    """
    found: dict[str, int] = {}
    channel: str | None = ""
    while (channel := _NEXT_CHANNEL.scalar(conn, after=channel)) is not None:
        known = _find(conn, intent, channel, now)
        if known is None:
            _BEGIN.run(
                conn,
                intent=intent.name,
                channel=channel,
                kind=intent.kind,
                batch=intent.batch,
                due_at=intent.due_at,
                expires_at=intent.expires_at,
                created_at=now,
            )
            known = _find(conn, intent, channel, now)
        assert known is not None
        found[channel] = known
    return found


def _find(conn: Connection, intent: Intent, channel: str, now: datetime) -> int | None:
    due = intent.due_at <= now
    found: int | None = _FIND.scalar(
        conn,
        intent=intent.name,
        channel=channel,
        kind=intent.kind,
        expires_at=intent.expires_at,
        earliest=_EVER if due else intent.due_at,
        latest=now if due else intent.due_at,
    )
    return found


def addition(people: Any, channels: int, *, drawn: bool = False) -> Prepared:
    """The statement that plans those of a set (a subquery with `person_id`) who can be reached, by the chats
    they write from; what is planned already stays as it is. For occasions on so many channels. `drawn`: they
    are only written down, for they are told in another way.
    """
    number = occasions.c.id.type
    ours = [
        (contacts.c.channel == bindparam(f"channel{n}"), bindparam(f"occasion{n}", type_=number))
        for n in range(channels)
    ]
    rows = (
        select(case(*ours), people.c.person_id, literal(drawn))
        .select_from(people)
        .join(persons, persons.c.id == people.c.person_id)
        .join(contacts, contacts.c.id == persons.c.contact_id)
        .where(contacts.c.unreachable_at.is_(None), or_(*(on for on, _ in ours)))
    )
    return Prepared(
        lambda insert: (
            insert(planned)
            .from_select(["occasion_id", "person_id", "drawn"], rows)
            .on_conflict_do_nothing(index_elements=["occasion_id", "person_id"])
        )
    )


def add(
    conn: Connection,
    statement: Prepared,
    on: Mapping[str, int],
    given: Mapping[str, Any] | None = None,
    *,
    drawn: bool = False,
) -> int:
    """Run an `addition` for the occasions by channel; returns how many people are new.

    Whoever is new may stand before people who were drawn, so that drawing begins anew.
    """
    named = {f"channel{n}": channel for n, channel in enumerate(on)}
    numbers = {f"occasion{n}": number for n, number in enumerate(on.values())}
    new = statement.run(conn, **named, **numbers, **(given or {}))
    if new and not drawn:
        _REOPEN.run_each(conn, [{"occasion_id": number} for number in on.values()])
    return new


def told(intent: Intent, person_id: Any) -> Any:
    """The condition that somebody is planned for an intent, or was."""
    same = select(occasions.c.id).where(occasions.c.intent == intent.name)
    return (
        select(planned.c.person_id)
        .where(planned.c.occasion_id.in_(same), planned.c.person_id == person_id)
        .exists()
    )


_KINDS = and_(occasions.c.intent == bindparam("intent"), occasions.c.kind == bindparam("kind"))
_elsewhere = planned.alias("elsewhere")
_ELSEWHERE = (
    select(_elsewhere.c.person_id)
    .join(occasions, occasions.c.id == _elsewhere.c.occasion_id)
    .where(
        occasions.c.intent == bindparam("intent"),
        occasions.c.kind == bindparam("other"),
        _elsewhere.c.person_id > bindparam("after"),
    )
)
_NEXT_ELSEWHERE = Prepared(_ELSEWHERE.order_by(_elsewhere.c.person_id).limit(1).offset(bindparam("place")))
_SPARE = Prepared(
    update(planned)
    .where(
        planned.c.occasion_id.in_(select(occasions.c.id).where(_KINDS)),
        planned.c.person_id.in_(_ELSEWHERE.where(_elsewhere.c.person_id <= bindparam("last"))),
        ~planned.c.drawn,
    )
    .values(drawn=True)
)


def spare(conn: Connection, intent: Intent, other: str, after: int) -> tuple[int, int | None]:
    """Of those who are planned for an intent, spare some who are told of it in another kind: (how many were
    not spared before, the last that was looked at, or None at the end). Begins after 0.
    """
    beyond = {"intent": intent.name, "other": other, "after": after}
    last: int | None = _NEXT_ELSEWHERE.scalar(conn, **beyond, place=SPARED - 1)
    spared = _SPARE.run(conn, **beyond, kind=intent.kind, last=_NOBODY_AFTER if last is None else last)
    return spared, last
