"""Campaigns, rounds, standings, declarations, counts, and steps of ladders."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.columns import Id, Json, UtcDateTime
from bot.storage.tables.base import metadata

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
    Column("question", String(10)),
    Column("scope_unit_id", Id),  # a unit's; added later, where SQLite can add no foreign key
    Column("asked_by", Id),  # a person's
    Column("withdrawn_at", UtcDateTime),  # whoever asked for it needs it no more: nobody owes it
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

alerts = Table(  # somebody needs help: raised by a declaration, until a head says they are in touch
    "alerts",
    metadata,
    Column("standing_id", ForeignKey("standings.id"), primary_key=True),
    Column("raised_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime),
    Column("seen_by", ForeignKey("persons.id")),
)

follow_ups = Table(  # a promise or a snooze: when to come back to somebody
    "follow_ups",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
)

local_deadlines = Table(  # an earlier deadline that a unit sets for itself and everything below it
    "local_deadlines",
    metadata,
    Column("round_id", ForeignKey("rounds.id"), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("due_before", UtcDateTime, nullable=False),
    Column("set_by", ForeignKey("persons.id")),
    Column("set_at", UtcDateTime, nullable=False),
)

class_reports = Table(  # a homeroom teacher's numbers for a whole class; every revision is kept
    "class_reports",
    metadata,
    Column("round_id", ForeignKey("rounds.id"), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("counts", Json, nullable=False),  # what was said: how many pupils are in which state
    Column("late", Boolean, nullable=False),
    Column("counted", Json, nullable=False),  # what the tallies hold of it now, by measure
    Column("exempt", Integer, nullable=False),  # pupils of the class who were not asked when it was counted
    Column("submitted_by", ForeignKey("persons.id"), nullable=False),
    Column("submitted_at", UtcDateTime, nullable=False),
    Column("channel", String(20), nullable=False),
)

unlinked = Table(  # what the declarations of people who had themselves deleted added up to
    "unlinked",
    metadata,
    Column("round_id", ForeignKey("rounds.id"), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("measure", String(40), primary_key=True),
    Column("value", Integer, nullable=False),
)

daily_tallies = Table(  # how a unit stood when a day began, for the trend
    "daily_tallies",
    metadata,
    Column("round_id", ForeignKey("rounds.id"), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("measure", String(40), primary_key=True),
    Column("day", Date, primary_key=True),  # local
    Column("value", Integer, nullable=False),
)

link_checks = Table(  # whether an address that was declared answered when it was tried
    "link_checks",
    metadata,
    Column("standing_id", ForeignKey("standings.id"), primary_key=True),
    Column("question", String(40), primary_key=True),
    Column("url", Text, nullable=False),
    Column("wanted_at", UtcDateTime, nullable=False),
    Column("checked_at", UtcDateTime),
    Column("outcome", String(40)),  # answers | HTTP status | unreachable …
)
