"""Who did what, when, to which unit, person or campaign; never the content of a declaration."""

from datetime import datetime

from sqlalchemy import Connection

from bot.storage.tables import audit

_RECORD = audit.insert()


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
