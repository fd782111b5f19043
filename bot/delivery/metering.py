"""A channel's monthly quota, as its dispatcher sees it: what may leave now, and what has left."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.channels import WEB, Channel
from bot.domain.messages import Lane, Reply
from bot.domain.quotas import Allowance, Quota, allowance, next_reset, unsettled
from bot.storage import Connection, deliveries, outcomes, quota_notices, rerouting, spending

_log = logging.getLogger(__name__)

#: Percent from which on the operator's attention is an error's.
URGENT = 95


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """Counts one channel. Without a quota it counts nothing and permits everything."""

    channel: Channel
    quotas: Mapping[str, Quota] = field(default_factory=dict)  #: of every channel that has one
    channels: Collection[str] = ()  #: every channel at work, so that others can take what this one may not

    @property
    def quota(self) -> Quota | None:
        return self.quotas.get(self.channel.name)

    def cost(self, reply: Reply) -> int:
        """How many messages of the quota a reply takes; 0 where nobody counts."""
        return self.channel.costs(reply) if self.quota is not None else 0

    # --- before a send

    def allowance(self, conn: Connection, now: datetime, in_flight: int) -> Allowance | None:
        """What may leave now, while so many messages are under way; None: everything."""
        if self.quota is None:
            return None
        return allowance(self.quota, self._sent(conn, now), in_flight)

    def settle(self, conn: Connection, lane: Lane, now: datetime, in_flight: int) -> bool:
        """Deal with what is due in a lane of which nothing may leave; False if there is more of it."""
        if self.quota is None or (in_flight and self.quota.left(lane, self._sent(conn, now))):
            return True  # what is under way may yet fail, and leave something over
        # A page that nobody has open does not ring: the web is no way to remind anybody.
        closed = {WEB, self.channel.name} | spending.without_bulk(conn, self.quotas, now)
        open_ways = {*self.channels} - closed
        return rerouting.without_quota(conn, self.channel.name, lane, open_ways, now)

    def changes_at(self, now: datetime) -> datetime | None:
        """When more may leave by itself."""
        return None if self.quota is None else next_reset(now)

    def _sent(self, conn: Connection, now: datetime) -> int:
        return spending.sent(conn, now).get(self.channel.name, 0)

    # --- after it

    def count(self, conn: Connection, messages: int, now: datetime) -> int:
        """So many have left, or may have. Returns the percent that was reached by that for the first time
        in the month, of those that people are told of; else 0.
        """
        if self.quota is None or not messages:
            return 0
        return self._warn(conn, self.quota.level(spending.add(conn, self.channel.name, messages, now)), now)

    def refused(self, conn: Connection, now: datetime) -> int:
        """The platform grants no more; returns as `count`."""
        if self.quota is None or not spending.exhaust(conn, self.channel.name, self.quota, now):
            return 0
        return self._warn(conn, self.quota.level(self.quota.monthly), now)

    def trusts_refusal(self, now: datetime) -> bool:
        """Whether a platform that grants no more means the present month."""
        return self.quota is not None and not unsettled(now)

    def recover(self, conn: Connection, now: datetime) -> int:
        """Take back what a dispatcher that is no more had in flight: it may have left, and counts."""
        self.count(conn, sum(map(self.cost, deliveries.in_flight(conn, self.channel.name))), now)
        return outcomes.recover(conn, self.channel.name)

    def _warn(self, conn: Connection, level: int, now: datetime) -> int:
        if not level or not spending.warn(conn, self.channel.name, level, now):
            return 0
        quota_notices.queue(conn, self.channel.name, level, now)
        return level

    def report(self, level: int) -> None:
        """Tell the operator of what `count` returned, once that is committed."""
        if level:
            severity = logging.ERROR if level >= URGENT else logging.WARNING
            _log.log(severity, "%s: %d %% of the month's messages are spent", self.channel.name, level)
