"""What `khaibao doctor` looks at: one finding each, good or with its mend."""

from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import delete, update

from bot.diagnosis import STUCK, examine
from bot.domain.channels import Update
from bot.settings import Settings
from bot.storage import Connection, Database, inbox, people, schema
from bot.storage.tables import deliveries, tallies
from tests.storage.world import STARTED, at, chatting, member, plant, start

Told = dict[str, bool]


async def told(setting: str, *, repair: bool = False, now=STARTED, **settings) -> Told:
    """The findings by key, and whether each is good."""
    found = await examine(Settings(database_url=setting, **settings), now, repair=repair)
    return {finding.key: finding.good for finding in found}


def province(conn: Connection) -> None:
    plant(conn)
    chatting(conn, member(conn, "Trần Lan", "C"))
    start(conn)


async def test_a_healthy_deployment_is_good(database: Database, database_setting: str):
    await database.write(province)

    assert await told(database_setting) == {
        "doctor-schema-good": True,
        "doctor-tallies-good": True,
        "doctor-queues-good": True,
        "doctor-web-only": True,
    }


async def test_an_old_database_is_not_looked_into(database_setting: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(schema, "newest", lambda: "0099")

    assert await told(database_setting) == {"doctor-schema-old": False, "doctor-web-only": True}


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(update(tallies).values(value=tallies.c.value + 1), id="too many"),
        pytest.param(delete(tallies), id="none"),
    ],
)
async def test_wrong_counts_are_found_and_replaced_only_when_asked(
    database: Database, database_setting: str, spoil
):
    await database.write(province)
    await database.write(lambda conn: conn.execute(spoil))

    assert (await told(database_setting))["doctor-tallies-wrong"] is False
    assert (await told(database_setting, repair=True))["doctor-tallies-repaired"] is True
    assert (await told(database_setting))["doctor-tallies-good"] is True


async def test_a_message_that_nobody_could_handle_is_told(database: Database, database_setting: str):
    def set_aside(conn: Connection) -> None:
        inbox.receive(conn, "web", [Update(key="1", chat="lan", payload={})], STARTED)
        row = inbox.claim(conn, STARTED)
        assert row is not None
        inbox.failed(conn, row.id, "KeyError", None)

    await database.write(set_aside)

    assert (await told(database_setting))["doctor-inbox-failed"] is False


async def test_a_message_that_is_long_due_means_that_nothing_sends(database: Database, database_setting: str):
    def overdue(conn: Connection) -> None:
        lan = chatting_somebody(conn)
        conn.execute(
            deliveries.insert(),
            {
                "dedupe_key": "reminder:1",
                "channel": "telegram",
                "contact_id": lan,
                "lane": 1,
                "kind": "reminder",
                "due_at": at(20),
                "created_at": at(20),
            },
        )

    await database.write(overdue)

    assert (await told(database_setting, now=at(20) + STUCK))["doctor-queues-good"]
    late = at(20) + STUCK + timedelta(seconds=1)
    assert (await told(database_setting, now=late))["doctor-outbox-stuck"] is False


def chatting_somebody(conn: Connection) -> int:
    """The contact of somebody who chats."""
    plant(conn)
    lan = chatting(conn, member(conn, "Trần Lan", "C"))
    return people.contacts_of(conn, lan.person_id)[0].id


async def test_channels_and_addresses_are_looked_at(database_setting: str):
    token = SecretStr("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")

    found = await told(database_setting, telegram_token=token, public_url="http://khaibao.example.vn")

    assert (found["doctor-telegram-set"], found["doctor-public-url"]) == (True, False)


async def test_a_database_that_does_not_answer_is_a_finding():
    assert await told("postgresql://khaibao@127.0.0.1:1/khaibao") == {
        "error-database-open": False,
        "doctor-web-only": True,
    }
