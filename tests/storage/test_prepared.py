"""Prepared statements mean exactly what Core means, on both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound, StatementError

from bot.storage.prepared import Prepared
from bot.storage.tables import inbox, leases, memberships
from tests.storage.world import at, member, on_each_database, plant

UNTIL = datetime(2020, 8, 30, 1, 2, 3, 456, tzinfo=UTC)
ADD = Prepared(lambda insert: insert(leases).on_conflict_do_nothing())
FIND = Prepared(select(leases).where(leases.c.name == bindparam("name")))
MOVE = Prepared(
    update(leases)
    .where(leases.c.name == bindparam("of"), leases.c.holder.in_(["a", "b"]))
    .values(until=bindparam("to"))
)
RECEIVE = Prepared(
    lambda insert: insert(inbox).on_conflict_do_nothing().returning(inbox.c.id, inbox.c.payload)
)


@on_each_database
def test_what_is_written_is_read_back_in_its_types(conn: Connection):
    ADD.run(conn, name="one", holder="a", until=UNTIL)

    assert tuple(FIND.one(conn, name="one")) == ("one", "a", UNTIL)
    assert FIND.one(conn, name="one").until == conn.scalar(select(leases.c.until)) == UNTIL
    assert FIND.scalar(conn, name="one") == "one"
    assert FIND.first(conn, name="two") is None
    assert FIND.scalar(conn, name="two") is None
    with pytest.raises(NoResultFound):
        FIND.one(conn, name="two")


@on_each_database
def test_words_of_the_statement_itself_count_too(conn: Connection):
    ADD.run_each(
        conn, [{"name": name, "holder": holder, "until": UNTIL} for name, holder in ("1a", "2b", "3c")]
    )
    later = UNTIL + timedelta(days=1)

    assert [MOVE.run(conn, of=name, to=later) for name in "123"] == [1, 1, 0]
    assert [FIND.one(conn, name=name).until for name in "123"] == [later, later, UNTIL]


@on_each_database
def test_nothing_is_run_for_no_parameters(conn: Connection):
    ADD.run_each(conn, [])

    assert conn.scalars(select(leases.c.name)).all() == []


@on_each_database
def test_json_and_returned_columns(conn: Connection):
    facts = {
        "channel": "web",
        "update_key": "1",
        "chat": "c",
        "payload": {"text": "đã cài"},
        "received_at": at(18),
    }

    assert RECEIVE.one(conn, **facts).payload == {"text": "đã cài"}
    assert RECEIVE.first(conn, **facts) is None
    assert conn.scalar(select(inbox.c.payload)) == {"text": "đã cài"}


@on_each_database
def test_of_several_runs_every_row_is_given(conn: Connection):
    facts = [
        {"channel": "web", "update_key": key, "chat": "c", "payload": {"text": key}, "received_at": at(18)}
        for key in ("1", "2", "1", "3")
    ]

    assert {row.payload["text"] for row in RECEIVE.rows_each(conn, facts)} == {"1", "2", "3"}
    assert RECEIVE.rows_each(conn, facts[:1]) == []
    assert RECEIVE.rows_each(conn, []) == []


@on_each_database
def test_truth_is_truth_and_nothing_is_nothing(conn: Connection):
    plant(conn)
    member(conn, "Nguyễn An", "A")
    statement = Prepared(select(memberships.c.id, memberships.c.has_smartphone, memberships.c.until))

    assert statement.one(conn)[1:] == (None, None)
    conn.execute(update(memberships).values(has_smartphone=True))
    assert statement.one(conn).has_smartphone is True


@on_each_database
def test_an_instant_without_a_zone_is_refused(conn: Connection):
    with pytest.raises((ValueError, StatementError), match="time zone"):
        ADD.run(conn, name="one", holder="a", until=datetime(2020, 8, 30))  # noqa: DTZ001 - what is refused


@on_each_database
def test_other_zones_are_written_as_utc(conn: Connection):
    ADD.run(conn, name="one", holder="a", until=UNTIL.astimezone(timezone(timedelta(hours=7))))

    assert FIND.one(conn, name="one").until == UNTIL


@on_each_database
def test_what_the_database_refuses_is_raised_as_core_raises_it_and_without_the_words(conn: Connection):
    refused = Prepared(leases.insert())
    refused.run(conn, name="one", holder="a", until=UNTIL)

    with pytest.raises(IntegrityError) as error, conn.begin_nested():
        refused.run(conn, name="one", holder="somebody's words", until=UNTIL)

    assert isinstance(error.value, DBAPIError)
    if conn.dialect.name == "sqlite":
        assert "somebody's words" not in str(error.value)


def test_outside_a_transaction_core_begins_one(tmp_path):
    from bot.storage.engine import database_url, sync_engine
    from bot.storage.tables import metadata

    engine = sync_engine(database_url(f"sqlite:///{tmp_path / 'khaibao.db'}"))
    metadata.create_all(engine)
    with engine.connect() as conn:
        ADD.run(conn, name="one", holder="a", until=UNTIL)
        assert conn.in_transaction()
        conn.rollback()
        assert FIND.first(conn, name="one") is None
