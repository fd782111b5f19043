"""Units and the dated tree they form."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from bot.storage.columns import Id
from bot.storage.tables.base import metadata

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
    #: "rollup": counted there; "viewer": may look, is never summed; "successor": what it was merged into
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
