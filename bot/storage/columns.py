"""Column types that behave the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator

_WITHOUT_OFFSET = len("2020-08-18 03:20:00.000000")


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, stored in UTC. Refuses naive values: SQLite would drop the offset without a word."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value


def instant_to_sqlite(value: datetime | None) -> str | None:
    """What `UtcDateTime` puts into SQLite's file, without its detours: "2020-08-18 03:20:00.000000"."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError(f"an instant needs a time zone: {value!r}")
    if value.tzinfo is not UTC:
        value = value.astimezone(UTC)
    return value.isoformat(" ", "microseconds")[:_WITHOUT_OFFSET]


def instant_from_sqlite(text: str | None) -> datetime | None:
    """What `UtcDateTime` reads from SQLite's file."""
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


#: SQLite numbers rows by itself only in a column that is exactly INTEGER.
Id: Any = BigInteger().with_variant(Integer, "sqlite")
Json: Any = JSON().with_variant(JSONB, "postgresql")
