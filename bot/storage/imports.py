"""Files that people sent into a chat, lists and campaigns: wanted, read outside the turn, shown, saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, func, select, update

from bot.campaigns import CampaignFileError, Problem
from bot.errors import InputError
from bot.rosters.lists import ListKind
from bot.rosters.people import PeopleSheet
from bot.rosters.units import UnitsSheet
from bot.storage.dialects import inserted_id
from bot.storage.tables import contacts, imports

_SHEETS: dict[str, TypeAdapter[PeopleSheet | UnitsSheet]] = {
    ListKind.PEOPLE: TypeAdapter(PeopleSheet),
    ListKind.UNITS: TypeAdapter(UnitsSheet),
}
_PROBLEMS = TypeAdapter(list[Problem])
#: What a file is taken for that is no list; lists are kinds of `ListKind`.
CAMPAIGN = "campaign"
_COLUMNS = (
    imports.c.id,
    imports.c.contact_id,
    imports.c.unit_id,
    imports.c.file_ref,
    imports.c.file_name,
    imports.c.kind,
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
    .values(
        kind=func.coalesce(bindparam("new_kind", type_=imports.c.kind.type), imports.c.kind),
        state="read",
        outcome=bindparam("new_outcome", type_=imports.c.outcome.type),
    )
)
_SAVED = update(imports).where(imports.c.id == bindparam("import_id")).values(state="saved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A file on its way in. What it holds, or what is wrong with it, is there once it was read."""

    id: int
    contact_id: int
    unit_id: int  #: the unit in whose name it was sent
    channel: str
    chat: str
    file_ref: str
    file_name: str
    kind: str  #: a `ListKind`, until it is read what its sender may bring in; or `CAMPAIGN`
    state: str
    sheet: PeopleSheet | UnitsSheet | None = None  #: of a list
    definition: dict[str, Any] | None = None  #: of a campaign file that is in order
    problems: Sequence[Problem] = ()  #: of one that is not
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
        kind=row.kind,
        state=row.state,
        sheet=_SHEETS[row.kind].validate_python(outcome["sheet"]) if "sheet" in outcome else None,
        definition=outcome.get("definition"),
        problems=_PROBLEMS.validate_python(outcome.get("problems", [])),
        error=InputError(fault.key, **fault.facts) if fault else None,
    )


def want(
    conn: Connection, contact_id: int, unit_id: int, ref: str, name: str, now: datetime, *, kind: str
) -> int:
    """Ask for a file to be fetched and read."""
    row = {
        "contact_id": contact_id,
        "unit_id": unit_id,
        "file_ref": ref,
        "file_name": name[:200],
        "kind": kind,
        "created_at": now,
    }
    return inserted_id(conn.execute(imports.insert(), row))


def wanted(conn: Connection) -> list[Import]:
    """What has not been read yet, oldest first."""
    return [_import(row) for row in conn.execute(_WANTED)]


def load(conn: Connection, import_id: int) -> Import | None:
    row = conn.execute(_BY_ID, {"import_id": import_id}).one_or_none()
    return None if row is None else _import(row)


def was_read(
    conn: Connection, import_id: int, outcome: PeopleSheet | UnitsSheet | dict[str, Any] | InputError
) -> None:
    """Write down what the file holds, or why it cannot be used."""
    kind: str | None = None
    found: dict[str, Any]
    match outcome:
        case CampaignFileError():
            found = {"problems": _PROBLEMS.dump_python(list(outcome.problems), mode="json")}
        case InputError():
            found = {"error": {"key": outcome.key, "facts": dict(outcome.facts)}}
        case PeopleSheet() | UnitsSheet():
            kind = (ListKind.UNITS if isinstance(outcome, UnitsSheet) else ListKind.PEOPLE).value
            found = {"sheet": _SHEETS[kind].dump_python(outcome, mode="json")}
        case _:
            found = {"definition": outcome}
    conn.execute(_SET, {"import_id": import_id, "new_kind": kind, "new_outcome": found})


def was_saved(conn: Connection, import_id: int) -> None:
    """It was written; the button that did it does nothing the second time."""
    conn.execute(_SAVED, {"import_id": import_id})
