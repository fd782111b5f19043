"""People, their roles, their chats, and the ways in."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.storage.columns import Id, UtcDateTime
from bot.storage.tables.base import metadata

persons = Table(
    "persons",
    metadata,
    Column("id", Id, primary_key=True),
    Column("full_name", String(120), nullable=False),
    Column("search_key", String(120), nullable=False),
    Column("sort_key", String(400), nullable=False),
    Column("gender", String(10)),
    Column("age_band", String(10)),
    #: the chat they last wrote from: reminders go there and nowhere else
    Column("contact_id", ForeignKey("contacts.id", use_alter=True)),
    Column("created_at", UtcDateTime, nullable=False),
    Column("erased_at", UtcDateTime),  # asked to be forgotten: nothing but this row is left
)

memberships = Table(
    "memberships",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("role", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("position", String(120), nullable=False, server_default=""),
    Column("group_name", String(120), nullable=False, server_default=""),
    Column("code", String(40), nullable=False, server_default=""),
    Column("has_smartphone", Boolean),
    Column("since", UtcDateTime, nullable=False),
    Column("until", UtcDateTime),  # when they left, or when what was delegated to them ends
    Column("granted_by", Id),  # the person who delegated; added later, where SQLite can add no foreign key
    Index("ix_memberships_unit_id_role", "unit_id", "role"),
    Index(  # what was granted, by when it ends: a handful of rows
        "ix_memberships_granted",
        "until",
        sqlite_where=text("granted_by IS NOT NULL"),
        postgresql_where=text("granted_by IS NOT NULL"),
    ),
)

transfers = Table(  # somebody is to go on in another school, whose head has to say yes
    "transfers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("membership_id", ForeignKey("memberships.id"), nullable=False, index=True),
    Column("to_unit_id", ForeignKey("units.id"), nullable=False),
    Column("asked_by", ForeignKey("persons.id"), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    Column("settled_by", ForeignKey("persons.id")),
    Column("accepted", Boolean),
)

guardians = Table(
    "guardians",
    metadata,
    Column("guardian_id", ForeignKey("persons.id"), primary_key=True),
    Column("child_id", ForeignKey("persons.id"), primary_key=True, index=True),
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("person_id", ForeignKey("persons.id"), index=True),
    Column("unreachable_at", UtcDateTime),
    Column("unreachable_reason", String(40)),
    Column("wrong_codes", Integer, nullable=False, server_default="0"),
    Column("locked_until", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("channel", "chat"),
)

invites = Table(
    "invites",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False, index=True),
    Column("role", String(20), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    Column("uses", Integer, nullable=False, server_default="0"),
    Column("max_uses", Integer),
    Column("created_by", Id),  # a person's
)

join_codes = Table(  # a second chat of the same person
    "join_codes",
    metadata,
    Column("code", String(10), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("expires_at", UtcDateTime, nullable=False),
)

personal_links = Table(  # a way into the web form for one person without an app of their own
    "personal_links",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("created_by", Id),  # a person's; empty: the operator's command line
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    #: whose data it is about
    Column("person_id", ForeignKey("persons.id"), nullable=False),
    Column("agreement", String(10), nullable=False),  # own | guardian
    Column("given_by", ForeignKey("persons.id"), nullable=False),
    Column("agreed", Boolean, nullable=False),
    Column("text_key", String(80), nullable=False),  # which notice was shown
    Column("channel", String(20), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_consents_campaign_person", "campaign_id", "person_id"),
)

requests = Table(  # what people want changed of their data and a school has to settle, by a day
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("text", String(300), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    Column("settled_by", ForeignKey("persons.id")),
    Column("granted", Boolean),
    Index("ix_requests_unit_open", "unit_id", "settled_at"),
)
