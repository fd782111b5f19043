"""Trouble on order: the next request of a method, or a share of all of them, goes wrong in a chosen way."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What goes wrong. *Delivered* means that the request took effect all the same."""

    FORBIDDEN = "forbidden"  #: 403, the chat has blocked the bot; not delivered
    TOO_MANY_REQUESTS = "too_many_requests"  #: 429 with `retry_after`; not delivered
    INTERNAL_ERROR = "internal_error"  #: 500 in JSON; not delivered
    BAD_GATEWAY = "bad_gateway"  #: 502 with the HTML page of a proxy; not delivered
    REFUSAL = "refusal"  #: `code` and `description` of your choice; not delivered
    NOT_OK = "not_ok"  #: HTTP 200 with `ok: false`; not delivered
    RESET_UNREAD = "reset_unread"  #: connection reset; not delivered
    RESET_DELIVERED = "reset_delivered"  #: delivered, then the connection is reset
    HANG = "hang"  #: delivered, never answered
    SLOW = "slow"  #: delivered, answered after `seconds`
    MALFORMED = "malformed"  #: delivered, the answer's JSON breaks off
    HUGE = "huge"  #: delivered, the answer is 10 MB long

    @property
    def takes_effect(self) -> bool:
        return self in _TAKING_EFFECT


_TAKING_EFFECT = frozenset({Kind.RESET_DELIVERED, Kind.HANG, Kind.SLOW, Kind.MALFORMED, Kind.HUGE})

#: Any method.
ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong."""

    kind: Kind
    retry_after: int = 1  #: whole seconds, for TOO_MANY_REQUESTS
    seconds: float = 1.0  #: for SLOW
    code: int = 400  #: for REFUSAL and NOT_OK
    description: str = "Bad Request: refused on order"  #: for REFUSAL and NOT_OK
    chat_id: int | None = None  #: only requests that concern this chat


class Faults:
    """What shall go wrong. Orders for the next request come before shares."""

    def __init__(self) -> None:
        self._next: dict[str, list[Fault]] = {}
        self._shares: dict[str, tuple[Mapping[Kind, float], random.Random, int]] = {}

    def next(self, method: str, *, kind: Kind | str, times: int = 1, **details: int | float | str) -> None:
        """The next `times` requests of `method` (ANY: of any) go wrong."""
        fault = Fault(kind=Kind(kind), **details)  # type: ignore[arg-type]
        self._next.setdefault(method, []).extend([fault] * times)

    def share(self, method: str, shares: Mapping[Kind | str, float], *, seed: int) -> None:
        """A share (0 to 1) of the requests of `method` goes wrong, the same ones for the same seed.

        FORBIDDEN sticks: it strikes a share of the chats, and those for ever.
        """
        self._shares[method] = ({Kind(k): share for k, share in shares.items()}, random.Random(seed), seed)

    def clear(self) -> None:
        self._next.clear()
        self._shares.clear()

    def pick(self, method: str, chat_id: int | None) -> Fault | None:
        """What befalls this request; an order is used up by it."""
        for name in (method, ANY):
            orders = self._next.get(name, [])
            for index, fault in enumerate(orders):
                if fault.chat_id is None or fault.chat_id == chat_id:
                    return orders.pop(index)
        return self._by_chance(method, chat_id) if self._shares else None

    def _by_chance(self, method: str, chat_id: int | None) -> Fault | None:
        shares, chance, seed = self._shares.get(method) or self._shares.get(ANY) or ({}, None, 0)
        if chance is None:
            return None
        if random.Random(f"{seed}:{chat_id}").random() < shares.get(Kind.FORBIDDEN, 0.0):
            return Fault(kind=Kind.FORBIDDEN)
        drawn = chance.random()
        for kind, share in shares.items():
            if kind is Kind.FORBIDDEN:
                continue
            if drawn < share:
                return Fault(kind=kind)
            drawn -= share
        return None
