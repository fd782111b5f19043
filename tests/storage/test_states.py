"""Queues are read from their first row, however long they are and whatever the statistics say."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, insert
from sqlalchemy.dialects.postgresql import dialect

from bot.domain.channels import Update
from bot.storage import Database, deliveries, inbox
from bot.storage.tables import contacts
from bot.storage.tables import deliveries as deliveries_table
from tests.fakes.clock import SIGNED
from tests.postgresql import PostgreSQL

ROWS = 2_000


def fill_inbox(conn: Connection) -> None:
    updates = [Update(key=str(n), chat=f"chat {n % 500}", payload={}) for n in range(ROWS)]
    inbox.receive(conn, "telegram", updates, SIGNED)


def fill_outbox(conn: Connection) -> None:
    rows = [
        {"id": n, "channel": "telegram", "chat": f"chat {n}", "created_at": SIGNED} for n in range(1, ROWS)
    ]
    conn.execute(insert(contacts), rows)
    rows = [
        {
            "dedupe_key": str(n),
            "channel": "telegram",
            "contact_id": n,
            "lane": 0,
            "kind": "news",
            "due_at": SIGNED,
            "created_at": SIGNED,
        }
        for n in range(1, ROWS)
    ]
    conn.execute(insert(deliveries_table), rows)


def literal(value: object) -> str:
    return f"'{value}'" if isinstance(value, str | datetime) else str(value)


@pytest.mark.parametrize("database_setting", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    ("fill", "statement", "facts"),
    [
        pytest.param(fill_inbox, inbox._CLAIM, {"now": SIGNED}, id="inbox"),
        pytest.param(
            fill_outbox,
            deliveries._DUE,
            {"on_channel": "telegram", "in_lane": 0, "now": SIGNED, "up_to": 1},
            id="outbox",
        ),
    ],
)
async def test_postgresql_does_not_sort_a_long_queue_that_its_statistics_call_empty(
    database: Database, postgresql: PostgreSQL, fill: Any, statement: Any, facts: dict[str, object]
):
    await postgresql.run("khaibao", "VACUUM ANALYZE")  # what other tests left counts as pages
    await database.write(fill)

    def plan(conn: Connection) -> str:
        compiled = statement.core("postgresql").compile(dialect=dialect())
        sql = compiled.string % {name: literal(value) for name, value in (compiled.params | facts).items()}
        return "\n".join(row[0] for row in conn.exec_driver_sql(f"EXPLAIN {sql}"))

    steps = await database.write(plan)

    assert "Sort" not in steps, steps
    for table in ("deliveries", "inbox"):
        assert f"Seq Scan on {table}" not in steps, steps
