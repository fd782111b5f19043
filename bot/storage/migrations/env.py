"""Alembic's entry: runs the migrations on the connection that `bot/storage/schema.py` hands it."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON, BigInteger

from bot.storage.columns import UtcDateTime
from bot.storage.tables import metadata


def by_our_names(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our column types in new migrations as `bot/storage/columns.py` names them."""
    if kind == "type":
        for found, name in ((UtcDateTime, "UtcDateTime()"), (JSON, "Json"), (BigInteger, "Id")):
            if isinstance(item, found):
                return name
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most things in place
    render_item=by_our_names,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
