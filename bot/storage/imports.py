"""Lists that people sent into a chat: wanted, read outside the turn, shown, saved."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, select, update

from bot.errors import InputError
from bot.rosters.people import PeopleSheet
from bot.storage.dialects import inserted_id
from bot.storage.tables import contacts, imports

_SHEET = TypeAdapter(PeopleSheet)
_COLUMNS = (
    imports.c.id,
    imports.c.contact_id,
    imports.c.unit_id,
    imports.c.file_ref,
    imports.c.file_name,
    imports.c.state,
    imports.c.outcome,
    contacts.c.channel,
    contacts.c.chat,
)
_ALL = select(*_COLUMNS).join(contacts, contacts.c.id == imports.c.contact_id)
_BY_ID = _ALL.where(imports.c.id == bindparam("import_id"))
_WANTED = _ALL.where(imports.c.state == "wanted").order_by(imports.c.id).limit(20)
_SET = (
    update(imports)
    .where(imports.c.id == bindparam("import_id"))
    .values(state=bindparam("new_state"), outcome=bindparam("new_outcome", type_=imports.c.outcome.type))
)
_SAVED = update(imports).where(imports.c.id == bindparam("import_id")).values(state="saved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A list on its way into a roster. `sheet` or `error` is there once it was read."""

    id: int
    contact_id: int
    unit_id: int
    channel: str
    chat: str
    file_ref: str
    file_name: str
    state: str
    sheet: PeopleSheet | None = None
    error: InputError | None = None


class _Fault(NamedTuple):
    """An InputError as it is stored."""

    key: str
    facts: dict[str, str | int]


def _import(row: Any) -> Import:
    outcome = row.outcome or {}
    fault = _Fault(**outcome["error"]) if "error" in outcome else None
    return Import(
        id=row.id,
        contact_id=row.contact_id,
        unit_id=row.unit_id,
        channel=row.channel,
        chat=row.chat,
        file_ref=row.file_ref,
        file_name=row.file_name,
        state=row.state,
        sheet=_SHEET.validate_python(outcome["sheet"]) if "sheet" in outcome else None,
        error=InputError(fault.key, **fault.facts) if fault else None,
    )


def want(conn: Connection, contact_id: int, unit_id: int, ref: str, name: str, now: datetime) -> int:
    """Ask for a file to be fetched and read."""
    row = {
        "contact_id": contact_id,
        "unit_id": unit_id,
        "file_ref": ref,
        "file_name": name[:200],
        "created_at": now,
    }
    return inserted_id(conn.execute(imports.insert(), row))


def wanted(conn: Connection) -> list[Import]:
    """What has not been read yet, oldest first."""
    return [_import(row) for row in conn.execute(_WANTED)]


def load(conn: Connection, import_id: int) -> Import | None:
    row = conn.execute(_BY_ID, {"import_id": import_id}).one_or_none()
    return None if row is None else _import(row)


def was_read(conn: Connection, import_id: int, outcome: PeopleSheet | InputError) -> None:
    """Write down what the file holds, or why it cannot be used."""
    if isinstance(outcome, InputError):
        found: dict[str, Any] = {"error": {"key": outcome.key, "facts": dict(outcome.facts)}}
    else:
        found = {"sheet": _SHEET.dump_python(outcome, mode="json")}
    conn.execute(_SET, {"import_id": import_id, "new_state": "read", "new_outcome": found})


def was_saved(conn: Connection, import_id: int) -> None:
    """The list is in the roster; the button that did it does nothing the second time."""
    conn.execute(_SAVED, {"import_id": import_id})
