"""The parts together: what is ready, and what only waits for the next month."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from bot.app import App, build
from bot.domain.messages import Lane, Reply
from bot.domain.quotas import Quota
from bot.storage import Connection, Database, contacts, deliveries, spending
from bot.texts import Texts
from tests.fakes.channel import UNHURRIED, FakeChannel
from tests.fakes.clock import FakeClock

ZALO = "zalo:1"
GRANTED = replace(UNHURRIED, monthly=100, users=50)


@pytest.fixture
def app(database: Database, clock: FakeClock) -> App:
    channel = FakeChannel(clock=clock, name=ZALO, capabilities=GRANTED)
    return build(
        database=database,
        clock=clock,
        texts=Texts.load("vi"),
        channels=[channel],
        chance=Random(1),
        percent_kept=20,
    )


async def waits(app: App, lane: Lane) -> None:
    """Something has been due for longer than is normal."""

    def queue(conn: Connection) -> None:
        now = app.clock.now()
        deliveries.queue(
            conn,
            contact=contacts.contact(conn, ZALO, "z", now),
            body=Reply(text="tin"),
            lane=lane,
            kind="echo",
            dedupe_key="k",
            person_id=None,
            now=now,
            due_at=now - timedelta(seconds=app.stuck_after * 2),
        )

    await app.database.write(queue)


async def test_what_a_platform_grants_becomes_a_quota_with_a_reserve(app: App):
    assert app.quotas == {ZALO: Quota(monthly=100, reserve=20)}
    assert await app.users() == {ZALO: 0}


@pytest.mark.parametrize(
    ("sent", "lane", "parts"),
    [
        (79, Lane.REMINDER, {f"outbox:{ZALO}": False}),
        (80, Lane.REMINDER, {}),
        (80, Lane.ANSWER, {f"outbox:{ZALO}": False}),
        (100, Lane.ANSWER, {f"quota:{ZALO}": False}),
    ],
    ids=["stuck", "the share is spent", "answers are stuck", "all is spent"],
)
async def test_what_waits_for_the_next_month_is_not_stuck_and_a_spent_month_is_no_health(
    app: App, sent: int, lane: Lane, parts: dict[str, bool]
):
    await app.database.write(lambda conn: spending.add(conn, ZALO, sent, app.clock.now()))
    await waits(app, lane)

    found = await app.ready()
    assert {name: good for name, good in found.items() if not good} == parts
