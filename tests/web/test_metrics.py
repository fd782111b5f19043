"""`/metrics` as Prometheus reads it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from httpx import ASGITransport, AsyncClient
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette

from bot.domain.messages import Lane
from bot.domain.quotas import Quota
from bot.measures import Measures
from bot.storage.backlog import Backlog, Queued
from bot.web.metrics import metrics_route

NOW = datetime(2020, 8, 26, tzinfo=UTC)


async def shown(measures: Measures, queues: Sequence[Queued] = ()) -> dict[tuple[str, ...], float]:
    """Every sample, by its name and labels."""

    async def backlog() -> Backlog:
        return Backlog(
            inbox_waiting=3,
            inbox_set_aside=1,
            queues=queues,
            planned={"telegram": 980_000},
            sent={"zalo:1": 1200},
        )

    async def users() -> dict[str, int]:
        return {"zalo:1": 48}

    quotas = {channel: Quota(monthly=3000, reserve=300) for channel in ("zalo:1", "zalo:2")}
    app = Starlette(routes=[metrics_route(measures, backlog, lambda: NOW, quotas, users)])
    async with AsyncClient(transport=ASGITransport(app), base_url="http://khaibao") as client:
        answer = await client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


async def test_turns_and_how_long_they_took():
    measures = Measures()
    measures.turns.update(handled=2, set_aside=1)
    measures.answered_in.add(0.02)
    measures.answered_in.add(70)

    found = await shown(measures)

    assert found["khaibao_turns_total", "handled"] == 2
    assert found["khaibao_turns_total", "set_aside"] == 1
    assert found["khaibao_turns_total", "failed"] == 0
    assert found["khaibao_answered_seconds_bucket", "0.01"] == 0
    assert found["khaibao_answered_seconds_bucket", "0.025"] == 1
    assert found["khaibao_answered_seconds_bucket", "60.0"] == 1
    assert found["khaibao_answered_seconds_bucket", "+Inf"] == 2
    assert found[("khaibao_answered_seconds_count",)] == 2


async def test_sends_by_outcome():
    measures = Measures()
    measures.sent("telegram", NOW)
    measures.failed("telegram", "Throttled")

    found = await shown(measures)

    assert found["khaibao_sends_total", "telegram", "sent"] == 1
    assert found["khaibao_sends_total", "telegram", "Throttled"] == 1


async def test_depth_and_age_of_the_queues_by_lane():
    waiting = Queued(
        channel="telegram", lane=Lane.REMINDER, count=7, oldest_due_at=NOW - timedelta(seconds=90)
    )

    found = await shown(Measures(), [waiting])

    assert found["khaibao_outbox_due", "telegram", "reminder"] == 7
    assert found["khaibao_outbox_oldest_seconds", "telegram", "reminder"] == 90
    assert found["khaibao_planned", "telegram"] == 980_000
    assert found["khaibao_inbox", "waiting"] == 3
    assert found["khaibao_inbox", "set_aside"] == 1


async def test_what_is_sent_and_granted_in_a_month_and_how_many_people_a_bot_has():
    found = await shown(Measures())

    assert (found["khaibao_quota_sent", "zalo:1"], found["khaibao_quota_limit", "zalo:1"]) == (1200, 3000)
    assert found["khaibao_quota_sent", "zalo:2"] == 0
    assert found["khaibao_channel_users", "zalo:1"] == 48


async def test_the_lag_of_the_planner_once_it_has_run():
    measures = Measures()
    assert ("khaibao_planner_lag_seconds",) not in await shown(measures)

    measures.planned_at = NOW - timedelta(seconds=25)

    assert (await shown(measures))[("khaibao_planner_lag_seconds",)] == 25


def test_a_channel_is_quiet_since_it_last_sent_or_since_something_is_due():
    measures = Measures()
    due = NOW - timedelta(minutes=10)
    assert measures.quiet_since("telegram", due) == due

    measures.sent("telegram", NOW - timedelta(minutes=1))

    assert measures.quiet_since("telegram", due) == NOW - timedelta(minutes=1)
