"""What has happened since the start, counted where it happens; `bot/web/metrics.py` shows it."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

#: Upper bounds of the spans that durations are counted in, seconds.
SPANS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


@dataclass(slots=True)
class Durations:
    """How long something took, in spans, seconds."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(SPANS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(SPANS, seconds)] += 1
        self.total += seconds


@dataclass(slots=True, kw_only=True)
class Measures:
    """Counts of one process; they begin at nothing when it starts."""

    #: by what came of them: "handled", "failed" (tried again later), "set_aside"
    turns: Counter[str] = field(default_factory=Counter)
    #: from the moment an update was stored to the commit of its turn
    answered_in: Durations = field(default_factory=Durations)
    #: by channel and what came of them: "sent", or the kind of trouble
    sends: Counter[tuple[str, str]] = field(default_factory=Counter)
    sent_at: dict[str, datetime] = field(default_factory=dict)  #: by channel: the last that was taken
    planned_at: datetime | None = None  #: when the planner last did all there was to do
    unwritten_at: datetime | None = None  #: when the database last did not take what it was given

    def sent(self, channel: str, at: datetime) -> None:
        self.sends[channel, "sent"] += 1
        self.sent_at[channel] = at

    def failed(self, channel: str, kind: str) -> None:
        self.sends[channel, kind] += 1

    def quiet_since(self, channel: str, due_at: datetime) -> datetime:
        """Since when a channel has sent nothing although something was due at `due_at`."""
        return max(due_at, self.sent_at.get(channel, due_at))
