"""Addresses that were declared: wanted to be looked at outside the turn, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select, update

from bot.storage.dialects import PerDialect
from bot.storage.tables import contacts, link_checks, persons, standings, submissions

#: What is written down of an address that answered.
ANSWERS = "answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCheck:
    """An address that somebody declared."""

    standing_id: int
    question: str
    url: str
    channel: str | None = None  #: where whoever declared it is reached; None where they are not
    chat: str | None = None
    outcome: str | None = None  #: "answers", an HTTP status, or why there is none; None: not looked at yet


def _want(insert: Any) -> Any:
    statement = insert(link_checks)
    return statement.on_conflict_do_update(
        index_elements=["standing_id", "question"],
        set_={
            "url": statement.excluded.url,
            "wanted_at": statement.excluded.wanted_at,
            "checked_at": None,
            "outcome": None,
        },
    )


_WANT = PerDialect(_want)
_COLUMNS = (link_checks.c.standing_id, link_checks.c.question, link_checks.c.url, link_checks.c.outcome)
_BY_ID = select(*_COLUMNS).where(
    link_checks.c.standing_id == bindparam("standing_id"), link_checks.c.question == bindparam("question")
)
_WANTED = (
    select(*_COLUMNS, contacts.c.channel, contacts.c.chat)
    .join(standings, standings.c.id == link_checks.c.standing_id)
    .join(
        submissions,
        and_(submissions.c.standing_id == standings.c.id, submissions.c.revision == standings.c.revision),
    )
    .join(persons, persons.c.id == submissions.c.submitted_by)
    .outerjoin(contacts, contacts.c.id == persons.c.contact_id)
    .where(link_checks.c.checked_at.is_(None))
    .order_by(link_checks.c.wanted_at, link_checks.c.standing_id)
    .limit(bindparam("most"))
)
_CHECKED = (
    update(link_checks)
    .where(
        link_checks.c.standing_id == bindparam("of_standing"),
        link_checks.c.question == bindparam("of_question"),
        link_checks.c.url == bindparam("of_url"),
        link_checks.c.checked_at.is_(None),
    )
    .values(
        checked_at=bindparam("now", type_=link_checks.c.checked_at.type),
        outcome=bindparam("found", type_=link_checks.c.outcome.type),
    )
)


def want(conn: Connection, standing_id: int, question: str, url: str, now: datetime) -> None:
    """Ask for an address to be looked at; one that answered is not looked at again."""
    before = load(conn, standing_id, question)
    if before is not None and before.url == url and before.outcome == ANSWERS:
        return
    row = {"standing_id": standing_id, "question": question, "url": url, "wanted_at": now}
    _WANT.run(conn, row)


def wanted(conn: Connection, most: int) -> list[LinkCheck]:
    """Addresses that nobody has looked at yet, the oldest first."""
    return [
        LinkCheck(
            standing_id=row.standing_id,
            question=row.question,
            url=row.url,
            channel=row.channel,
            chat=row.chat,
        )
        for row in conn.execute(_WANTED, {"most": most})
    ]


def load(conn: Connection, standing_id: int, question: str) -> LinkCheck | None:
    row = conn.execute(_BY_ID, {"standing_id": standing_id, "question": question}).one_or_none()
    if row is None:
        return None
    return LinkCheck(standing_id=row.standing_id, question=row.question, url=row.url, outcome=row.outcome)


def was_checked(conn: Connection, check: LinkCheck, outcome: str, now: datetime) -> bool:
    """Write down what came of it; False where the address was changed or looked at meanwhile."""
    done = conn.execute(
        _CHECKED,
        {
            "of_standing": check.standing_id,
            "of_question": check.question,
            "of_url": check.url,
            "found": outcome,
            "now": now,
        },
    )
    return done.rowcount == 1
