"""What `khaibao doctor` looks at: one finding each, good or with its mend."""

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import delete, update

from bot.diagnosis import STUCK, examine
from bot.domain.channels import Update
from bot.domain.messages import Lane, Reply
from bot.settings import Settings
from bot.storage import Connection, Database, contacts, inbox, schema, spending
from bot.storage import deliveries as outbox
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


async def test_a_sentence_that_cannot_be_read_is_told(
    database_setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "help.ftl").write_text("help = {\n", "utf-8")
    monkeypatch.setattr("bot.diagnosis.LOCALES", tmp_path)

    assert (await told(database_setting))["doctor-words-broken"] is False


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
    return contacts.contacts_of(conn, lan.person_id)[0].id


async def test_channels_and_addresses_are_looked_at(database_setting: str):
    token = SecretStr("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")

    found = await told(database_setting, telegram_token=token, public_url="http://khaibao.example.vn")

    assert (found["doctor-telegram-set"], found["doctor-public-url"]) == (True, False)


@pytest.mark.parametrize(
    ("sent", "people_on_it", "finding", "good"),
    [
        (0, 1, "doctor-quota-messages", True),
        (79, 1, "doctor-quota-messages", True),
        (80, 1, "doctor-quota-short", False),
        (100, 1, "doctor-quota-spent", False),
        (0, 2, "doctor-quota-full", False),
    ],
    ids=["fresh", "enough", "few left", "none left", "no room"],
)
async def test_each_zalo_bot_is_looked_at(
    database: Database, database_setting: str, sent: int, people_on_it: int, finding: str, good: bool
):
    def write(conn: Connection) -> None:
        spending.add(conn, "zalo:77", sent, STARTED)
        for n in range(people_on_it):
            contacts.contact(conn, "zalo:77", f"z{n}", STARTED)

    await database.write(write)
    found = await told(
        database_setting, zalo_token=SecretStr("77:abc"), zalo_monthly_messages=100, zalo_users=2
    )

    assert found[finding] is good
    assert ("doctor-quota-users" in found) == (people_on_it < 2)
    assert "doctor-web-only" not in found


async def test_a_bot_without_limits_is_never_full(database_setting: str):
    found = await told(
        database_setting, zalo_token=SecretStr("77:abc"), zalo_monthly_messages=0, zalo_users=0
    )

    assert found["doctor-quota-users-unlimited"]
    assert not any(key.startswith("doctor-quota-") and not good for key, good in found.items())


async def test_what_waits_for_the_next_month_is_not_stuck(database: Database, database_setting: str):
    def wait(conn: Connection) -> None:
        plant(conn)
        outbox.queue(
            conn,
            contact=contacts.contact(conn, "zalo:77", "z", STARTED),
            body=Reply(text="tin"),
            lane=Lane.ANNOUNCEMENT,
            kind="news:1",
            dedupe_key="k",
            person_id=None,
            now=STARTED,
        )
        spending.add(conn, "zalo:77", 90, STARTED)

    await database.write(wait)
    late, token = STARTED + STUCK * 2, SecretStr("77:abc")

    found = await told(database_setting, now=late, zalo_token=token, zalo_monthly_messages=100)
    assert found["doctor-queues-good"]
    found = await told(database_setting, now=late, zalo_token=token, zalo_monthly_messages=200)
    assert found["doctor-outbox-stuck"] is False


async def test_a_database_that_does_not_answer_is_a_finding():
    assert await told("postgresql://khaibao@127.0.0.1:1/khaibao") == {
        "error-database-open": False,
        "doctor-web-only": True,
    }
