"""Where conversations stand, what came in, what goes out, and who did what."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.storage.columns import Id, Json, UtcDateTime
from bot.storage.states import ONLY_UNDER_WAY, ONLY_WAITING
from bot.storage.tables.base import metadata

sessions = Table(
    "sessions",
    metadata,
    #: "person:<id>", so that a conversation goes on from any chat; "contact:<id>" before that
    Column("owner", String(40), primary_key=True),
    Column("state", Json, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", String(20), nullable=False),
    Column("update_key", String(80), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("payload", Json, nullable=False),
    Column("state", String(10), nullable=False, server_default="waiting"),  # waiting | done | failed
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("retry_at", UtcDateTime),
    Column("reason", String(80)),
    Column("received_at", UtcDateTime, nullable=False),
    UniqueConstraint("channel", "update_key"),
    Index("ix_inbox_chat", "channel", "chat", "id"),  # a chat's history
    Index(
        "ix_inbox_waiting",
        "channel",
        "chat",
        "id",
        sqlite_where=ONLY_WAITING,
        postgresql_where=ONLY_WAITING,
    ),
    Index(  # the oldest first, without a look at the millions that are done
        "ix_inbox_waiting_id",
        "id",
        sqlite_where=ONLY_WAITING,
        postgresql_where=ONLY_WAITING,
    ),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Id, primary_key=True),
    #: names the intent, so that the same thing is never queued twice: "reminder:17:2020-08-26"
    Column("dedupe_key", String(120), nullable=False, unique=True),
    Column("channel", String(20), nullable=False),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("person_id", ForeignKey("persons.id")),
    Column("lane", Integer, nullable=False),  # 0 answer, 1 reminder, 2 announcement
    Column("kind", String(20), nullable=False),  # answer | reminder | digest | …: who words it
    #: what to send; empty until the moment of sending for kinds that are worded then
    Column("body", Json),
    Column("state", String(10), nullable=False, server_default="waiting"),
    Column("due_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("retry_at", UtcDateTime),  # waiting for another try: not before then, and keeps its place
    Column("reason", String(80)),
    Column("possible_duplicates", Integer, nullable=False, server_default="0"),
    Column("message_ref", String(40)),
    #: the broadcast it belongs to: its progress is counted over these
    Column("batch", String(80)),
    Column("created_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Index(
        "ix_deliveries_open",
        "channel",
        "lane",
        "due_at",
        "id",
        sqlite_where=ONLY_UNDER_WAY,
        postgresql_where=ONLY_UNDER_WAY,
    ),
    Index(  # is something of this contact still ahead?
        "ix_deliveries_contact_open",
        "contact_id",
        "id",
        sqlite_where=ONLY_UNDER_WAY,
        postgresql_where=ONLY_UNDER_WAY,
    ),
    Index(  # in flight: a handful at any time
        "ix_deliveries_sending",
        "channel",
        sqlite_where=text("state = 'sending'"),
        postgresql_where=text("state = 'sending'"),
    ),
    Index(
        "ix_deliveries_retry",
        "channel",
        "retry_at",
        sqlite_where=text("state = 'waiting' AND retry_at IS NOT NULL"),
        postgresql_where=text("state = 'waiting' AND retry_at IS NOT NULL"),
    ),
    Index(
        "ix_deliveries_batch",
        "batch",
        "state",
        sqlite_where=text("batch IS NOT NULL"),
        postgresql_where=text("batch IS NOT NULL"),
    ),
    Index(  # put aside: few, and none for long
        "ix_deliveries_aside",
        "batch",
        sqlite_where=text("state = 'paused'"),
        postgresql_where=text("state = 'paused'"),
    ),
    Index("ix_deliveries_contact_id_id", "contact_id", "id"),
    Index("ix_deliveries_person_id_state", "person_id", "state"),
)

occasions = Table(  # what people are reminded on: one intent on one channel, and the hours it goes out in
    "occasions",
    metadata,
    Column("id", Id, primary_key=True),
    #: the dedupe key of its deliveries, with a "*" for the person: "reminder:*:2020-08-26"
    Column("intent", String(100), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("batch", String(80), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    #: everybody up to this person is in the outbox; empty: everybody is
    Column("drawn_to", Id),
    UniqueConstraint("intent", "channel", "kind", "due_at", "expires_at"),
    Index(
        "ix_occasions_left",
        "due_at",
        sqlite_where=text("drawn_to IS NOT NULL"),
        postgresql_where=text("drawn_to IS NOT NULL"),
    ),
)

planned = Table(  # who is reminded on an occasion: narrow rows without foreign keys, for there are millions
    "planned",
    metadata,
    Column("occasion_id", Id, primary_key=True, autoincrement=False),
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("drawn", Boolean, nullable=False),  # in the outbox
    sqlite_with_rowid=False,
)

batches = Table(  # broadcasts that somebody paused or cancelled; all others go out
    "batches",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("state", String(10), nullable=False),  # paused | cancelled: what becomes of the rows that wait
)

files = Table(  # what people sent in for import, and what is sent to them
    "files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("mime", String(100), nullable=False),
    Column("content", LargeBinary),  # empty: it is made from `request` just before it is sent
    Column("request", Json),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)

imports = Table(  # lists sent into a chat: read outside the turn, shown, and written after a yes
    "imports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("file_ref", String(300), nullable=False),  # the channel's own name for the file
    Column("file_name", String(200), nullable=False),
    Column("kind", String(10), nullable=False, server_default="people"),  # people | units | campaign
    Column("state", String(10), nullable=False, server_default="wanted"),  # wanted | read | saved
    Column("outcome", Json),  # the sheet, or the error that says why it cannot be used
    Column("created_at", UtcDateTime, nullable=False),
)

leases = Table(  # one dispatcher and one fetcher per channel at a time, however many processes run
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("holder", String(60), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

keys = Table(  # what signed links are signed with: drawn once, kept with the data
    "keys",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(100), nullable=False),
)

spending = Table(  # messages that count against a channel's monthly quota
    "spending",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("month", String(7), primary_key=True),  # 2026-11, by Vietnam time
    Column("sent", Integer, nullable=False, server_default="0"),
    Column("warned", Integer, nullable=False, server_default="0"),  # percent the operator was told of
)

audit = Table(  # who did what to a unit, a person or a campaign; never the content
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("person_id", ForeignKey("persons.id")),  # empty: the operator's command line
    Column("action", String(40), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("detail", Text, nullable=False, server_default=""),
    Index("ix_audit_subject_id", "subject", "id"),
)

announcements = Table(  # one message to many, on its way or sent
    "announcements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False, index=True),
    Column("author_id", ForeignKey("persons.id")),  # empty: the operator's command line
    Column("roles", Json, nullable=False),  # whom it is for, inside the unit
    Column("text", Text, nullable=False),
    Column("signed", String(400), nullable=False),  # the position and the unit of whoever sends it
    Column("urgent", Boolean, nullable=False, server_default=false()),  # waits for no quiet hours
    #: of a channel with a quota only those who cannot be written to elsewhere
    Column("frugal", Boolean, nullable=False, server_default=false()),
    Column("state", String(10), nullable=False),  # draft | dropped | queueing | queued | …
    Column("after_person_id", Id, nullable=False, server_default="0"),  # how far it is queued
    Column("created_at", UtcDateTime, nullable=False),
    Column("confirmed_at", UtcDateTime),
    Column("revision", Integer, nullable=False, server_default="0"),  # corrections and the withdrawal
    Column("amended_at", UtcDateTime),
    #: how far the last of them is queued, as an id of a delivery; empty: all of it
    Column("amended_after", Id),
)
