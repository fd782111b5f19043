"""Who did what, when, to which unit, person or campaign; never the content of a declaration."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.storage.tables import audit

_RECORD = audit.insert()
_OF = (
    select(audit)
    .where(audit.c.subject.in_(bindparam("subjects", expanding=True)))
    .order_by(audit.c.id.desc())
    .limit(bindparam("up_to"))
)
_LAST = (
    select(audit)
    .where(audit.c.subject == bindparam("of_subject"), audit.c.action == bindparam("of_action"))
    .order_by(audit.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that was done."""

    at: datetime
    person_id: int | None  #: None: the operator's command line
    action: str
    detail: str


def record(
    conn: Connection,
    *,
    action: str,
    subject: str,
    now: datetime,
    person_id: int | None = None,
    detail: str = "",
) -> None:
    conn.execute(
        _RECORD,
        {"at": now, "person_id": person_id, "action": action, "subject": subject, "detail": detail},
    )


def record_each(
    conn: Connection, *, action: str, subjects: Sequence[str], now: datetime, person_id: int | None
) -> None:
    """The same, done to several at once."""
    row = {"at": now, "person_id": person_id, "action": action, "detail": ""}
    conn.execute(_RECORD, [row | {"subject": subject} for subject in subjects])


def _entry(row: Any) -> Entry:
    return Entry(at=row.at, person_id=row.person_id, action=row.action, detail=row.detail)


def history(conn: Connection, subjects: Sequence[str], limit: int) -> list[Entry]:
    """What was done to units, persons or campaigns, the latest first."""
    return [_entry(row) for row in conn.execute(_OF, {"subjects": list(subjects), "up_to": limit})]


def last(conn: Connection, subject: str, action: str) -> Entry | None:
    """The last time that something was done to a unit, a person or a campaign."""
    row = conn.execute(_LAST, {"of_subject": subject, "of_action": action}).one_or_none()
    return None if row is None else _entry(row)
