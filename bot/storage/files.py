"""Files for a while: what people sent in for import, and what is sent to them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from bot.storage.tables import files

_SAVE = files.insert().returning(files.c.id)
_LOAD = select(files.c.name, files.c.mime, files.c.content).where(files.c.id == bindparam("file_id"))
_DISCARD = delete(files).where(files.c.expires_at <= bindparam("now"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    name: str
    mime: str
    content: bytes


def save(
    conn: Connection, *, name: str, mime: str, content: bytes, now: datetime, expires_at: datetime
) -> int:
    """Keep a file until `expires_at`; returns its id, which an `Attachment.ref` holds as text."""
    row = {"name": name, "mime": mime, "content": content, "created_at": now, "expires_at": expires_at}
    file_id: int = conn.execute(_SAVE, row).scalar_one()
    return file_id


def load(conn: Connection, file_id: int) -> StoredFile | None:
    """A stored file, None when it is no longer kept."""
    row = conn.execute(_LOAD, {"file_id": file_id}).one_or_none()
    return None if row is None else StoredFile(name=row.name, mime=row.mime, content=row.content)


def discard_expired(conn: Connection, now: datetime) -> int:
    """Let go of the files whose time is over; returns how many."""
    return conn.execute(_DISCARD, {"now": now}).rowcount
