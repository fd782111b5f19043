"""`/metrics`: what Prometheus asks for. No label names a person, a unit or a chat.

The library is imported at the first question: most deployments are never asked.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.domain.quotas import Quota
from bot.measures import SPANS, Durations, Measures
from bot.storage.backlog import Backlog

PLAIN = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Now:
    """Everything that is shown, at one moment."""

    measures: Measures
    backlog: Backlog
    at: datetime
    quotas: Mapping[str, Quota]
    users: Mapping[str, int]

    def collect(self) -> Iterator[Any]:
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        measures, backlog = self.measures, self.backlog
        turns = CounterMetricFamily("khaibao_turns", "Messages handled, by outcome", labels=["outcome"])
        for outcome in ("handled", "failed", "set_aside"):
            turns.add_metric([outcome], measures.turns[outcome])
        yield turns
        yield _histogram(
            "khaibao_answered_seconds", "From storing to committing the answer", measures.answered_in
        )
        sends = CounterMetricFamily("khaibao_sends", "Sends, by outcome", labels=["channel", "outcome"])
        for (channel, outcome), count in sorted(measures.sends.items()):
            sends.add_metric([channel, outcome], count)
        yield sends
        inbox = GaugeMetricFamily("khaibao_inbox", "Updates in the inbox, by state", labels=["state"])
        inbox.add_metric(["waiting"], backlog.inbox_waiting)
        inbox.add_metric(["set_aside"], backlog.inbox_set_aside)
        yield inbox
        depth = GaugeMetricFamily("khaibao_outbox_due", "Messages that are due", labels=["channel", "lane"])
        age = GaugeMetricFamily(
            "khaibao_outbox_oldest_seconds", "How long the oldest of them is due", labels=["channel", "lane"]
        )
        for queue in backlog.queues:
            depth.add_metric([queue.channel, queue.lane.value], queue.count)
            waited = max(0.0, (self.at - queue.oldest_due_at).total_seconds())
            age.add_metric([queue.channel, queue.lane.value], waited)
        yield depth
        yield age
        planned = GaugeMetricFamily(
            "khaibao_planned", "Reminders that are not in the outbox yet", labels=["channel"]
        )
        for channel, count in sorted(backlog.planned.items()):
            planned.add_metric([channel], count)
        yield planned
        sent = GaugeMetricFamily("khaibao_quota_sent", "Messages sent this month", labels=["channel"])
        limit = GaugeMetricFamily(
            "khaibao_quota_limit", "Messages that the platform grants a month", labels=["channel"]
        )
        for channel, quota in sorted(self.quotas.items()):
            sent.add_metric([channel], backlog.sent.get(channel, 0))
            limit.add_metric([channel], quota.monthly)
        yield sent
        yield limit
        users = GaugeMetricFamily("khaibao_channel_users", "People who wrote to a bot", labels=["channel"])
        for channel, count in sorted(self.users.items()):
            users.add_metric([channel], count)
        yield users
        lag = GaugeMetricFamily("khaibao_planner_lag_seconds", "Since the planner last did all there was")
        if measures.planned_at is not None:
            lag.add_metric([], max(0.0, (self.at - measures.planned_at).total_seconds()))
        yield lag


def _histogram(name: str, about: str, durations: Durations) -> Any:
    from prometheus_client.core import HistogramMetricFamily

    family = HistogramMetricFamily(name, about)
    bounds = [*(str(span) for span in SPANS), "+Inf"]
    buckets = list(zip(bounds, accumulate(durations.counts), strict=True))
    family.add_metric([], buckets=buckets, sum_value=durations.total)
    return family


def metrics_route(
    measures: Measures,
    backlog: Callable[[], Awaitable[Backlog]],
    now: Callable[[], datetime],
    quotas: Mapping[str, Quota],
    users: Callable[[], Awaitable[Mapping[str, int]]],
) -> Route:
    """`/metrics`, from what was counted and what waits in the database.

    `users`: how many people each bot has that may have only so many.
    """

    async def metrics(_request: Request) -> Response:
        from prometheus_client import CollectorRegistry, generate_latest

        registry = CollectorRegistry()
        seen = _Now(measures=measures, backlog=await backlog(), at=now(), quotas=quotas, users=await users())
        registry.register(seen)
        return Response(generate_latest(registry), media_type=PLAIN)

    return Route("/metrics", metrics)
