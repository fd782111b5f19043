"""Meter what a channel with a quota sends, open the web form by personal links, plan before queueing."""

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import Id, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "keys",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_keys")),
    )
    op.create_table(
        "spending",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("sent", sa.Integer(), server_default="0", nullable=False),
        sa.Column("warned", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("channel", "month", name=op.f("pk_spending")),
    )
    op.create_table(
        "personal_links",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("created_by", Id, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_personal_links_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_links")),
    )
    with op.batch_alter_table("personal_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_personal_links_person_id"), ["person_id"], unique=False)
    op.create_table(
        "occasions",
        sa.Column("id", Id, nullable=False),
        sa.Column("intent", sa.String(length=100), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("batch", sa.String(length=80), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("drawn_to", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasions")),
        sa.UniqueConstraint(
            "intent",
            "channel",
            "kind",
            "due_at",
            "expires_at",
            name=op.f("uq_occasions_intent_channel_kind_due_at_expires_at"),
        ),
    )
    with op.batch_alter_table("occasions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_occasions_left",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("drawn_to IS NOT NULL"),
            postgresql_where=sa.text("drawn_to IS NOT NULL"),
        )
    op.create_table(
        "planned",
        sa.Column("occasion_id", Id, autoincrement=False, nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("drawn", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("occasion_id", "person_id", name=op.f("pk_planned")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.add_column(sa.Column("frugal", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.alter_column("author_id", existing_type=Id, nullable=True)
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index(
            "ix_deliveries_aside",
            ["batch"],
            unique=False,
            sqlite_where=sa.text("state = 'paused'"),
            postgresql_where=sa.text("state = 'paused'"),
        )


def downgrade() -> None:
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_index("ix_deliveries_aside")
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.alter_column("author_id", existing_type=Id, nullable=False)
        batch_op.drop_column("frugal")
    op.drop_table("planned")
    op.drop_table("occasions")
    op.drop_table("personal_links")
    op.drop_table("spending")
    op.drop_table("keys")
