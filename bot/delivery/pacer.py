"""When the next send may leave. Pure: every time is passed in, in seconds of a stopwatch.

Three rules hold at once:

* In any second no more sends arrive than the platform permits. When one arrived only its answer tells:
  not later than that came, less the shortest way there and back. So this holds however late a timer
  fires and however long a message or its answer was on the way.
* Bulk (reminders, announcements) leaves in evenly spaced slots, so that a place is never more than
  one slot away for a person's answer. Slots come from an absolute schedule: a late start does not
  delay the following ones, as slots counted from the last send would. While people write, slots lie
  further apart, by the places that answers take, and bulk leaves a place in each second to them: the
  next answer need not wait for a slot either.
* One chat gets `chat_burst` sends at once and then one per `chat_interval`.
"""

from collections import deque
from heapq import heappop, heappush
from itertools import islice

from bot.domain.channels import Capabilities

#: Seconds kept free in each second. Slots keep more than the window does, so that a message that was long
#: on its way does not push those a second later.
WINDOW_MARGIN = 0.003
SLOT_MARGIN = 0.009
CHAT_MARGIN = 0.02
#: Seconds of missed slots that are made up for (a timer was late); what is longer ago was idle time.
CATCH_UP = 0.25
#: A gap of more slots than these comes from a cluster of sends.
CLUSTER = 5
#: Seconds after an answer from which on, and until when, a place is kept for the next one; and of how many
#: places in a second one can be spared.
KEPT_FROM, KEPT_FOR, SPARING = 0.9, 5.0, 10
#: Places that bulk leaves for each answer of the last so many seconds: a little more, and longer, than it
#: takes, else the next answer, a second later, finds every place taken and waits for that of the one before.
YIELDED, YIELDED_FOR = 1.12, 1.05
#: Seconds after which a message counts as arrived, though nobody has answered yet: the platform hangs.
LONGEST_WAY = 2.0
#: How many of the latest answers tell how long the way there and back takes at least.
WAYS = 60


class Pacer:
    def __init__(self, limits: Capabilities) -> None:
        #: sends that may arrive within `_period` seconds
        self._places = max(1, int(limits.per_second))
        second = self._places / limits.per_second
        self._period = second * (1 + WINDOW_MARGIN)
        self._slot_length = second * (1 + SLOT_MARGIN) / self._places
        self._under_way: dict[int, float] = {}  # sends without an answer, oldest first, and their starts
        self._leaving: list[float] = []  # when the place of each send that arrived is free again, a heap
        self._ways = deque([0.0], maxlen=WAYS)  # seconds there and back; at first nothing is known
        self._sends = 0
        self._reserved = 0
        self._next_slot = float("-inf")
        self._last_answer = float("-inf")
        self._answers: deque[float] = deque()  # when the latest of them left
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
        self._forget_hanging(now)
        while self._leaving and self._leaving[0] <= now:
            heappop(self._leaving)
        return max(0, self._places - len(self._leaving) - len(self._under_way) - self._reserved)

    def free_in(self, now: float) -> float | None:
        """Seconds until a send that lies back makes room; None where none does."""
        hanging = [started + LONGEST_WAY + self._period for started in islice(self._under_way.values(), 1)]
        moments = self._leaving[:1] + hanging
        return max(0.0, min(moments) - now) if moments else None

    def slots(self, now: float) -> int:
        """How many bulk sends may start now."""
        if now - self._next_slot > CATCH_UP:  # nothing was sent for a while
            self._next_slot = now
        room = self._room(now)
        if room == 0 and self._leaving:
            # Sends that came in a cluster leave room in a cluster. Slots missed until then are not made
            # up for, else the cluster would come back each second, and people wait for its end.
            room_at = self._leaving[0]
            if room_at - now > CLUSTER * self._slot_length:
                self._next_slot = max(self._next_slot, room_at)
        due = int((now - self._next_slot) / self._slot_length) + 1 if now >= self._next_slot else 0
        return min(due, room)

    def slot_in(self, now: float) -> float:
        """Seconds until the next bulk slot, and until there is room for it."""
        room_in = 0.0 if self._room(now) else self.free_in(now) or 0.0
        return max(room_in, self._next_slot - now)

    def cooling(self, now: float) -> dict[str, float]:
        """The chats that have to wait, each with the seconds it has to."""
        self._chats = {chat: whole for chat, whole in self._chats.items() if whole > now}
        allowance = (self._chat_burst - 1) * self._chat_interval
        return {
            chat: whole - allowance - now for chat, whole in self._chats.items() if whole - allowance > now
        }

    # --- events

    def reserve(self, now: float, *, answers: int, bulk: int) -> None:
        """These sends will start in a moment; bulk ones use up their slots."""
        self._reserved += answers + bulk
        if answers:
            self._last_answer = now
            self._answers.extend([now] * answers)
        self._next_slot += bulk * self._between_slots(now)

    def start(self, chat: str, now: float) -> int:
        """A reserved send leaves; returns the number by which its answer is told."""
        self._reserved -= 1
        self._sends += 1
        self._under_way[self._sends] = now
        if self._chat_interval:
            self._chats[chat] = max(self._chats.get(chat, now), now) + self._chat_interval
        return self._sends

    def answered(self, send: int, now: float) -> None:
        """The platform has answered, or will not: the send arrived before that, if at all."""
        started = self._under_way.pop(send, None)
        if started is None:  # it hung, and was taken for arrived
            return
        self._ways.append(now - started)
        heappush(self._leaving, max(started, now - min(self._ways)) + self._period)

    def cancel(self) -> None:
        """A reserved send does not leave after all."""
        self._reserved -= 1

    def quiet(self, now: float, seconds: float) -> None:
        """The platform wants no sends for so long."""
        self._quiet_until = max(self._quiet_until, now + seconds + CHAT_MARGIN)

    def _between_slots(self, now: float) -> float:
        """Seconds from one bulk slot to the next."""
        while self._answers and self._answers[0] <= now - YIELDED_FOR:
            self._answers.popleft()
        left = max(1.0, self._places - YIELDED * len(self._answers))
        return self._slot_length * self._places / left

    def _room(self, now: float) -> int:
        """Places that bulk may take."""
        kept = self._places >= SPARING and KEPT_FROM <= now - self._last_answer < KEPT_FOR
        return max(0, self.free(now) - kept)

    def _forget_hanging(self, now: float) -> None:
        hanging = []
        for send, started in self._under_way.items():
            if started + LONGEST_WAY > now:
                break
            hanging.append(send)
        for send in hanging:
            heappush(self._leaving, self._under_way.pop(send) + LONGEST_WAY + self._period)
