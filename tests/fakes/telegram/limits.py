"""Telegram's sending limits, read as strictly as they may be meant.

core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30 messages a second over
all chats, one a second in a chat with short bursts, 20 a minute in a group. Here no sliding second holds
more than the limit, and a refusal binds until its whole-second `retry_after` is over.
"""

import math
from collections import deque
from dataclasses import dataclass

from tests.fakes.telegram.refusals import Refusal, too_many_requests

#: Methods that count as a message.
SENDS = frozenset({"sendMessage", "sendDocument", "sendPhoto"})

#: Seconds and messages: who keeps exactly to a limit must not fail on the last digit of a float.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The numbers; a refused send counts for none of them."""

    per_second: int = 30  #: accepted sends in any sliding second, over all chats
    chat_per_second: float = 1.0
    chat_burst: int = 3
    group_per_minute: int = 20
    binding: bool = True  #: nothing is accepted before `retry_after` is over


class Gate:
    """Lets sends pass or refuses them. Times are monotonic seconds."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._accepted: deque[float] = deque()
        self._in_group: dict[int, deque[float]] = {}
        self._tokens: dict[int, tuple[float, float]] = {}  # chat → tokens left, and when
        self._closed_until = 0.0
        self._chat_closed_until: dict[int, float] = {}

    def refusal(self, chat_id: int, now: float) -> Refusal | None:
        """None where the send may pass (it is counted then), else the 429."""
        closed_until = max(self._closed_until, self._chat_closed_until.get(chat_id, 0.0))
        if now < closed_until:
            return too_many_requests(math.ceil(closed_until - now))
        if wait := self._wait_for_all(now):
            refusal = too_many_requests(math.ceil(wait))
            if self.limits.binding:
                self._closed_until = now + math.ceil(wait)
            return refusal
        if wait := self._wait_for_chat(chat_id, now):
            refusal = too_many_requests(math.ceil(wait))
            if self.limits.binding:
                self._chat_closed_until[chat_id] = now + math.ceil(wait)
            return refusal
        self._count(chat_id, now)
        return None

    def _wait_for_all(self, now: float) -> float:
        while self._accepted and now - self._accepted[0] > 1.0 - _ROUNDING:
            self._accepted.popleft()
        full = len(self._accepted) >= self.limits.per_second
        return self._accepted[0] + 1.0 - now if full else 0.0

    def _wait_for_chat(self, chat_id: int, now: float) -> float:
        if chat_id < 0:
            sent = self._in_group.setdefault(chat_id, deque())
            while sent and now - sent[0] > 60.0 - _ROUNDING:
                sent.popleft()
            if len(sent) >= self.limits.group_per_minute:
                return sent[0] + 60.0 - now
        tokens = self._tokens_left(chat_id, now)
        return 0.0 if tokens > 1.0 - _ROUNDING else (1.0 - tokens) / self.limits.chat_per_second

    def _tokens_left(self, chat_id: int, now: float) -> float:
        tokens, since = self._tokens.get(chat_id, (float(self.limits.chat_burst), now))
        return min(tokens + (now - since) * self.limits.chat_per_second, self.limits.chat_burst)

    def _count(self, chat_id: int, now: float) -> None:
        self._accepted.append(now)
        self._tokens[chat_id] = (self._tokens_left(chat_id, now) - 1.0, now)
        if chat_id < 0:
            self._in_group[chat_id].append(now)
