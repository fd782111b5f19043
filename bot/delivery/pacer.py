"""When the next send may leave. Pure: every time is passed in, in seconds of a stopwatch.

Three rules hold at once:

* In any second no more sends start than the platform permits. The starts themselves are kept, so
  this holds however late a timer fires.
* Bulk (reminders, announcements) leaves in evenly spaced slots, so that a place is never more than
  one slot away for a person's answer. Slots come from an absolute schedule: a late start does not
  delay the following ones, as slots counted from the last send would.
* One chat gets `chat_burst` sends at once and then one per `chat_interval`.
"""

from collections import deque

from bot.domain.channels import Capabilities

#: Seconds kept free in each second: the clocks and the network between the platform and us jitter.
#: Slots keep more than the window does, so that a late start does not push those a second later.
WINDOW_MARGIN = 0.006
SLOT_MARGIN = 0.014
CHAT_MARGIN = 0.02
#: Seconds of missed slots that are made up for (a timer was late); what is longer ago was idle time.
CATCH_UP = 0.25


class Pacer:
    def __init__(self, limits: Capabilities) -> None:
        #: sends that may start within `_period` seconds
        self._places = max(1, int(limits.per_second))
        second = self._places / limits.per_second
        self._period = second * (1 + WINDOW_MARGIN)
        self._slot_length = second * (1 + SLOT_MARGIN) / self._places
        self._starts: deque[float] = deque()
        self._reserved = 0
        self._next_slot = float("-inf")
        self._quiet_until = float("-inf")
        self._chat_interval = limits.chat_interval + (CHAT_MARGIN if limits.chat_interval else 0)
        self._chat_burst = limits.chat_burst
        #: when each chat's allowance is whole again (the "theoretical arrival time" of GCRA)
        self._chats: dict[str, float] = {}

    # --- questions

    def quiet_for(self, now: float) -> float:
        """Seconds for which the platform wants no sends at all."""
        return max(0.0, self._quiet_until - now)

    def free(self, now: float) -> int:
        """How many sends may start now."""
        while self._starts and self._starts[0] + self._period <= now:
            self._starts.popleft()
        return max(0, self._places - len(self._starts) - self._reserved)

    def free_in(self, now: float) -> float | None:
        """Seconds until a start that lies back makes room; None where none does."""
        return max(0.0, self._starts[0] + self._period - now) if self._starts else None

    def slots(self, now: float) -> int:
        """How many bulk sends may start now, if there is room for them."""
        if now - self._next_slot > CATCH_UP:  # nothing was sent for a while
            self._next_slot = now
        if self.free(now) == 0 and self._starts:
            # Starts that came in a cluster leave room in a cluster. Slots missed until then are not made
            # up for, else the cluster would come back each second, and people wait for its end.
            room_at = self._starts[0] + self._period
            if room_at - now > self._slot_length:
                self._next_slot = max(self._next_slot, room_at)
        return max(0, int((now - self._next_slot) / self._slot_length) + 1) if now >= self._next_slot else 0

    def slot_in(self, now: float) -> float:
        """Seconds until the next bulk slot."""
        return max(0.0, self._next_slot - now)

    def cooling(self, now: float) -> dict[str, float]:
        """The chats that have to wait, each with the seconds it has to."""
        self._chats = {chat: whole for chat, whole in self._chats.items() if whole > now}
        allowance = (self._chat_burst - 1) * self._chat_interval
        return {
            chat: whole - allowance - now for chat, whole in self._chats.items() if whole - allowance > now
        }

    # --- events

    def reserve(self, *, answers: int, bulk: int) -> None:
        """These sends will start in a moment; bulk ones use up their slots."""
        self._reserved += answers + bulk
        self._next_slot += bulk * self._slot_length

    def start(self, chat: str, now: float) -> None:
        """A reserved send leaves."""
        self._reserved -= 1
        self._starts.append(now)
        if self._chat_interval:
            self._chats[chat] = max(self._chats.get(chat, now), now) + self._chat_interval

    def cancel(self) -> None:
        """A reserved send does not leave after all."""
        self._reserved -= 1

    def quiet(self, now: float, seconds: float) -> None:
        """The platform wants no sends for so long."""
        self._quiet_until = max(self._quiet_until, now + seconds + CHAT_MARGIN)
