"""Files for a while: what people sent in for import, and what is sent to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.storage.tables import files

#: How long a file that was made for somebody can be had again.
KEEP_MADE = timedelta(days=7)

#: What is made for people, by the ending of its name.
MIMES: Mapping[str, str] = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_SAVE = files.insert().returning(files.c.id)
_LOAD = select(files.c.id, files.c.name, files.c.mime, files.c.content, files.c.request).where(
    files.c.id == bindparam("file_id")
)
_MADE = update(files).where(files.c.id == bindparam("file_id")).values(content=bindparam("made"))
_DISCARD = delete(files).where(files.c.expires_at <= bindparam("now"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    id: int
    name: str
    mime: str
    content: bytes | None
    request: Mapping[str, Any] | None = None  #: from what it is to be made, where `content` is None


def save(
    conn: Connection, *, name: str, mime: str, content: bytes, now: datetime, expires_at: datetime
) -> int:
    """Keep a file until `expires_at`; returns its id, which an `Attachment.ref` holds as text."""
    row = {"name": name, "mime": mime, "content": content, "created_at": now, "expires_at": expires_at}
    file_id: int = conn.execute(_SAVE, row).scalar_one()
    return file_id


def want(conn: Connection, *, name: str, request: Mapping[str, Any], now: datetime) -> StoredFile:
    """Ask for a file that is made outside the turn, by what `request["kind"]` names (plain JSON).

    It is kept for `KEEP_MADE`. The ending of its name is one of `MIMES`.
    """
    mime = MIMES[PurePath(name).suffix]
    row = {"name": name, "mime": mime, "request": dict(request)}
    file_id = conn.execute(_SAVE, row | {"created_at": now, "expires_at": now + KEEP_MADE}).scalar_one()
    return StoredFile(id=file_id, name=name, mime=mime, content=None, request=request)


def made(conn: Connection, file_id: int, content: bytes) -> None:
    """Keep what was made of a request."""
    conn.execute(_MADE, {"file_id": file_id, "made": content})


def load(conn: Connection, file_id: int) -> StoredFile | None:
    """A stored file, None when it is no longer kept."""
    row = conn.execute(_LOAD, {"file_id": file_id}).one_or_none()
    if row is None:
        return None
    return StoredFile(id=row.id, name=row.name, mime=row.mime, content=row.content, request=row.request)


def discard_expired(conn: Connection, now: datetime) -> int:
    """Let go of the files whose time is over; returns how many."""
    return conn.execute(_DISCARD, {"now": now}).rowcount
