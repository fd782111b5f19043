"""Every table. Only the modules of this package read or write them.

All instants are UTC. Text columns that hold one of a few words hold the values of the enums in
`bot/domain/`. Depth of the tree is free: `lineage` lists, for each day whose tree a campaign rolls
up by, every unit with each of its ancestors and itself.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.columns import Id, Json, UtcDateTime
from bot.storage.states import ONLY_UNDER_WAY, ONLY_WAITING

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# --- the tree ---------------------------------------------------------------------------------

units = Table(
    "units",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("level", String(20), nullable=False, server_default=""),
    Column("sort_index", Integer, nullable=False, server_default="0"),
    Column("search_key", String(200), nullable=False),
)

unit_parents = Table(
    "unit_parents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False, index=True),
    Column("parent_id", ForeignKey("units.id"), nullable=False, index=True),
    #: "rollup": counted there; "viewer": may look, is never summed
    Column("relation", String(10), nullable=False, server_default="rollup"),
    Column("valid_from", Date),
    Column("valid_to", Date),  # last day included
    UniqueConstraint("unit_id", "parent_id", "relation", "valid_from"),
)

unit_names = Table(  # former names
    "unit_names",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("valid_to", Date, nullable=False),  # last day included
)

lineage = Table(
    "lineage",
    metadata,
    Column("tree_on", Date, primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("ancestor_id", ForeignKey("units.id"), primary_key=True),
    Column("depth", Integer, nullable=False),  # 0: the unit itself
    Index("ix_lineage_below", "tree_on", "ancestor_id", "depth", "unit_id"),
)

# --- people -----------------------------------------------------------------------------------

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
    Column("until", UtcDateTime),
    Index("ix_memberships_unit_id_role", "unit_id", "role"),
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
)

join_codes = Table(  # a second chat of the same person
    "join_codes",
    metadata,
    Column("code", String(10), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("expires_at", UtcDateTime, nullable=False),
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

# --- campaigns and what they are owed -----------------------------------------------------------

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", Id, primary_key=True),
    Column("slug", String(80), nullable=False, unique=True),
    Column("definition", Text, nullable=False),  # the campaign file, whole, as JSON
    Column("state", String(10), nullable=False),  # running | paused | closed
    Column("scope_unit_id", ForeignKey("units.id"), nullable=False),
    Column("tree_on", Date, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    Column("erased_at", UtcDateTime),  # when its declarations were let go of; the counts stay
)

rounds = Table(
    "rounds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("obligation", String(40), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("slot", Date),
    Column("label", String(200), nullable=False, server_default=""),
    Column("opens_at", UtcDateTime, nullable=False, index=True),
    Column("due_before", UtcDateTime),
    Column("opened_at", UtcDateTime),
    Index(
        "uq_rounds_slot",
        "campaign_id",
        "obligation",
        "slot",
        "opens_at",
        unique=True,
        sqlite_where=text("slot IS NOT NULL"),
        postgresql_where=text("slot IS NOT NULL"),
    ),
)

standings = Table(
    "standings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("round_id", ForeignKey("rounds.id"), nullable=False),
    Column("membership_id", ForeignKey("memberships.id")),
    Column("unit_id", ForeignKey("units.id")),
    Column("home_unit_id", ForeignKey("units.id"), nullable=False),
    Column("state", String(10), nullable=False, server_default="missing"),
    Column("late", Boolean, nullable=False, server_default=text("false")),
    Column("stopped", String(12)),
    Column("snoozed_until", UtcDateTime),
    Column("declared_at", UtcDateTime),
    Column("revision", Integer, nullable=False, server_default="0"),
    CheckConstraint("(membership_id IS NULL) <> (unit_id IS NULL)", name="one_respondent"),
    Index(
        "uq_standings_member",
        "membership_id",
        "round_id",
        unique=True,
        sqlite_where=text("membership_id IS NOT NULL"),
        postgresql_where=text("membership_id IS NOT NULL"),
    ),
    Index(
        "uq_standings_unit",
        "unit_id",
        "round_id",
        unique=True,
        sqlite_where=text("unit_id IS NOT NULL"),
        postgresql_where=text("unit_id IS NOT NULL"),
    ),
    Index("ix_standings_round_home", "round_id", "home_unit_id", "state"),
)

submissions = Table(  # every revision is kept
    "submissions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("standing_id", ForeignKey("standings.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("answers", Json, nullable=False),
    Column("state", String(10), nullable=False),
    Column("grade", String(40)),
    Column("submitted_at", UtcDateTime, nullable=False),
    Column("submitted_by", ForeignKey("persons.id"), nullable=False),
    Column("channel", String(20), nullable=False),
    UniqueConstraint("standing_id", "revision"),
)

tallies = Table(
    "tallies",
    metadata,
    Column("round_id", ForeignKey("rounds.id"), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("measure", String(40), primary_key=True),
    Column("value", Integer, nullable=False),
)

rungs = Table(  # steps of a ladder that were planned, so that none is planned twice
    "rungs",
    metadata,
    Column("round_id", ForeignKey("rounds.id"), primary_key=True),
    Column("rung", String(40), primary_key=True),
    Column("due_at", UtcDateTime, nullable=False),
    Column("planned_at", UtcDateTime, nullable=False),
    Column("outcome", String(10), nullable=False),  # planned | skipped
)

follow_ups = Table(  # a promise or a snooze: when to come back to somebody
    "follow_ups",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
)

# --- conversation and delivery ------------------------------------------------------------------

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
    Index("ix_deliveries_contact_id_id", "contact_id", "id"),
    Index("ix_deliveries_person_id_state", "person_id", "state"),
)

files = Table(  # what people sent in for import, and what is sent to them
    "files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("mime", String(100), nullable=False),
    Column("content", LargeBinary),
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
    Column("state", String(10), nullable=False, server_default="wanted"),  # wanted | read | saved
    Column("outcome", Json),  # the sheet, or the error that says why it cannot be used
    Column("created_at", UtcDateTime, nullable=False),
)

leases = Table(  # one dispatcher and one planner at a time, however many processes run
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("holder", String(60), nullable=False),
    Column("until", UtcDateTime, nullable=False),
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
)
