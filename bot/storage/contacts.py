"""Chats: one address of one channel each, whose it is, and whether it can be written to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.channels import WEB
from bot.domain.people import Contact
from bot.storage.prepared import Prepared
from bot.storage.tables import contacts, persons

_CONTACT_COLUMNS = (
    contacts.c.id,
    contacts.c.channel,
    contacts.c.chat,
    contacts.c.person_id,
    contacts.c.unreachable_at,
    contacts.c.wrong_codes,
    contacts.c.locked_until,
)
_CONTACT = Prepared(
    select(*_CONTACT_COLUMNS).where(
        contacts.c.channel == bindparam("channel"), contacts.c.chat == bindparam("chat")
    )
)
_CONTACT_BY_ID = Prepared(select(*_CONTACT_COLUMNS).where(contacts.c.id == bindparam("id")))
_NEW_CONTACT = contacts.insert()
_REVIVE = (
    update(contacts)
    .where(contacts.c.id == bindparam("contact_id"))
    .values(unreachable_at=None, unreachable_reason=None)
)
_UNREACHABLE = (
    update(contacts)
    .where(contacts.c.id == bindparam("contact_id"))
    .values(unreachable_at=bindparam("at"), unreachable_reason=bindparam("reason"))
)
_LINK = update(contacts).where(contacts.c.id == bindparam("contact_id")).values(person_id=bindparam("person"))
_ATTEMPTS = (
    update(contacts)
    .where(contacts.c.id == bindparam("contact_id"))
    .values(wrong_codes=bindparam("wrong"), locked_until=bindparam("until"))
)
_PREFER = update(persons).where(persons.c.id == bindparam("person")).values(contact_id=bindparam("contact"))
_PREFERRED = select(persons.c.contact_id).where(persons.c.id == bindparam("person"))
_RELEASE = update(contacts).where(contacts.c.person_id == bindparam("released")).values(person_id=None)
_FORGET = update(persons).where(persons.c.id == bindparam("person")).values(contact_id=None)
_TAKEN = (
    select(contacts.c.person_id).where(contacts.c.person_id.in_(bindparam("ids", expanding=True))).distinct()
)


def _contact(row: Any) -> Contact:
    return Contact(
        id=row.id,
        channel=row.channel,
        chat=row.chat,
        person_id=row.person_id,
        unreachable_at=row.unreachable_at,
        wrong_codes=row.wrong_codes,
        locked_until=row.locked_until,
    )


def contact(conn: Connection, channel: str, chat: str, now: datetime) -> Contact:
    """The contact of a chat, made on first sight."""
    row = _CONTACT.first(conn, channel=channel, chat=chat)
    if row is None:
        conn.execute(_NEW_CONTACT, {"channel": channel, "chat": chat, "created_at": now})
        row = _CONTACT.one(conn, channel=channel, chat=chat)
    return _contact(row)


def find(conn: Connection, channel: str, chat: str) -> Contact | None:
    """The contact of a chat; None for one that never wrote. Only reads."""
    row = _CONTACT.first(conn, channel=channel, chat=chat)
    return None if row is None else _contact(row)


def contact_by_id(conn: Connection, contact_id: int) -> Contact:
    return _contact(_CONTACT_BY_ID.one(conn, id=contact_id))


def contacts_of(conn: Connection, person_id: int) -> list[Contact]:
    rows = conn.execute(
        select(*_CONTACT_COLUMNS).where(contacts.c.person_id == person_id).order_by(contacts.c.id)
    )
    return [_contact(row) for row in rows]


def wrote(conn: Connection, contact: Contact, preferred: int | None) -> None:
    """They wrote from here: the chat is reachable, and reminders follow them to it.

    A page that was closed shows nothing, so to the web they follow only whom no app reaches.
    """
    if contact.unreachable_at is not None:
        conn.execute(_REVIVE, {"contact_id": contact.id})
    if contact.person_id is not None and preferred != contact.id:
        _prefer(conn, contact.person_id, contact, preferred)


def _prefer(conn: Connection, person_id: int, here: Contact, preferred: int | None) -> None:
    if here.channel == WEB and preferred is not None:
        elsewhere = contact_by_id(conn, preferred)
        if elsewhere.channel != WEB and elsewhere.unreachable_at is None:
            return
    conn.execute(_PREFER, {"person": person_id, "contact": here.id})


def unreachable(conn: Connection, contact_id: int, reason: str, now: datetime) -> None:
    """The platform says this chat cannot be written to any more."""
    conn.execute(_UNREACHABLE, {"contact_id": contact_id, "at": now, "reason": reason})


def link(conn: Connection, contact_id: int, person_id: int) -> None:
    """This chat is this person's from now on; reminders go to it as after a message from it (`wrote`)."""
    conn.execute(_LINK, {"contact_id": contact_id, "person": person_id})
    preferred = conn.scalar(_PREFERRED, {"person": person_id})
    _prefer(conn, person_id, contact_by_id(conn, contact_id), preferred)


def attempts(conn: Connection, contact_id: int, wrong: int, locked_until: datetime | None) -> None:
    """How many wrong codes this chat has entered, and until when it is locked."""
    conn.execute(_ATTEMPTS, {"contact_id": contact_id, "wrong": wrong, "until": locked_until})


def release(conn: Connection, person_id: int) -> list[Contact]:
    """These chats are no longer this person's: somebody else had taken the name. Returns them."""
    held = contacts_of(conn, person_id)
    conn.execute(_RELEASE, {"released": person_id})
    conn.execute(_FORGET, {"person": person_id})
    return held


def taken(conn: Connection, person_ids: Sequence[int]) -> set[int]:
    """Those of some people whom a chat is linked to already."""
    return set(conn.scalars(_TAKEN, {"ids": list(person_ids)}))
