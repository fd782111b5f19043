"""`khaibao deliveries`: how far broadcasts are, and stopping them from the command line."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.domain.messages import Lane, Reply
from bot.storage import Connection, contacts, deliveries, open_database, outcomes, rerouting
from bot.storage.outcomes import Receipt
from tests.cli.conftest import DATABASE, Khaibao
from tests.fakes.clock import SIGNED

NEWS = "announcement:7"


@pytest.fixture
def broadcast(province: Path) -> None:
    """Five messages of which two were sent and one was refused."""

    def work(conn: Connection) -> None:
        for n in range(5):
            deliveries.queue(
                conn,
                contact=contacts.contact(conn, "telegram", str(n), SIGNED),
                body=Reply(text="tin"),
                lane=Lane.ANNOUNCEMENT,
                kind="news:7",
                dedupe_key=f"{NEWS}:{n}",
                person_id=None,
                now=SIGNED,
                batch=NEWS,
            )
        rows = deliveries.claim(conn, "telegram", Lane.ANNOUNCEMENT, SIGNED, 3)
        outcomes.sent(conn, [Receipt(delivery_id=row.id, message_ref="m", at=SIGNED) for row in rows[:2]])
        outcomes.given_up(conn, rows[2].id, "chat-not-found", SIGNED)

    async def run() -> None:
        database = open_database(f"sqlite:///{province / DATABASE}")
        await database.write(work)
        await database.close()

    asyncio.run(run())


@pytest.mark.usefixtures("broadcast")
def test_a_broadcast_is_shown_with_what_went_wrong(khaibao: Khaibao):
    found = khaibao("deliveries", NEWS)

    assert (found.code, found.err) == (0, "")
    assert found.out.splitlines() == [
        "announcement:7 ████░░░░░░ 2/5 – đang gửi",
        "- đang chờ 2, tạm giữ 0",
        "- không gửi được 1: chat-not-found",
    ]
    assert khaibao("deliveries").out == found.out


@pytest.mark.usefixtures("broadcast")
def test_it_is_paused_resumed_and_cancelled(khaibao: Khaibao):
    told = [khaibao("deliveries", verb, NEWS).out.splitlines()[0] for verb in ("pause", "resume", "cancel")]

    assert told == [
        "Đã tạm dừng announcement:7: 2 tin được giữ lại.",
        "Gửi tiếp announcement:7: 2 tin.",
        "Đã hủy phần còn lại của announcement:7: 2 tin.",
    ]
    [shown] = json.loads(khaibao("deliveries", NEWS, "--json").out)
    assert (shown["state"], shown["sent"], shown["cancelled"], shown["waiting"]) == ("cancelled", 2, 2, 0)


@pytest.mark.usefixtures("broadcast")
def test_what_waits_for_the_next_month_is_shown(khaibao: Khaibao, province: Path):
    async def run() -> None:
        database = open_database(f"sqlite:///{province / DATABASE}")
        await database.write(
            lambda conn: rerouting.without_quota(conn, "telegram", Lane.ANNOUNCEMENT, (), SIGNED)
        )
        await database.close()

    asyncio.run(run())

    assert "- chờ tháng mới 2: hết số tin của tháng" in khaibao("deliveries", NEWS).out.splitlines()
    [shown] = json.loads(khaibao("deliveries", NEWS, "--json").out)
    assert (shown["waiting"], shown["waiting_for_quota"]) == (2, 2)


@pytest.mark.usefixtures("province")
def test_where_nothing_was_broadcast_that_is_said(khaibao: Khaibao):
    assert khaibao("deliveries").out == "Chưa có lần gửi nào.\n"
    assert json.loads(khaibao("deliveries", "--json").out) == []


@pytest.mark.usefixtures("broadcast")
@pytest.mark.parametrize(
    "words", [["pause"], ["announcement:8"], ["pause", "announcement:8"], [NEWS, NEWS]], ids=" ".join
)
def test_what_cannot_be_done_is_said_in_one_sentence(khaibao: Khaibao, words: list[str]):
    found = khaibao("deliveries", *words)

    assert (found.code, found.out, len(found.err.splitlines())) == (1, "", 1)
