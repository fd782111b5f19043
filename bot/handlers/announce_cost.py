"""What an announcement or a request takes of the month's messages of bots with a quota, and the choice left.

A text that is longer than a platform takes is several messages to each person.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.channels import platform_of
from bot.domain.messages import Choice, Reply
from bot.domain.quotas import Account, affordable, next_reset
from bot.handlers import announced
from bot.handlers.quota_words import channel_name
from bot.handlers.turn import Turn
from bot.reports.own_data import CHANNEL_KEYS
from bot.storage import recipients, spending
from bot.storage.announcements import Announcement
from bot.storage.recipients import Reached

#: Bots that are told one by one, those with the least left first.
TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Messages by channel: to everybody where they are, or of quotas only to those with no other channel."""

    everybody: Mapping[str, int]
    sparing: Mapping[str, int]
    accounts: Mapping[str, Account]  #: of the channels with a quota

    @property
    def fits(self) -> bool:
        return affordable(self.everybody, self.accounts)

    @property
    def saves(self) -> bool:
        """Whether it makes a difference, and fits, to write elsewhere where that is possible."""
        return self.metered(self.sparing) < self.metered(self.everybody) and affordable(
            self.sparing, self.accounts
        )

    def metered(self, needs: Mapping[str, int]) -> int:
        """How many messages of quotas that is."""
        return sum(count for name, count in needs.items() if name in self.accounts)


def of(turn: Turn, found: Announcement, reached: Reached) -> Cost | None:
    """What an announcement takes of quotas; None where it takes nothing of any."""
    accounts = spending.accounts(turn.conn, turn.quotas, turn.now)
    if not any(name in accounts for name in reached.by_channel):
        return None
    sparing = recipients.reached(turn.conn, found, sparing=tuple(accounts))
    return Cost(
        everybody=messages(turn, found, reached.by_channel),
        sparing=messages(turn, found, sparing.by_channel),
        accounts=accounts,
    )


def messages(turn: Turn, found: Announcement, people: Mapping[str, int]) -> dict[str, int]:
    """How many messages it takes to tell it to so many people, by channel."""
    return turn.messages(people, Reply(text=announced.shown(turn.texts, found.text, found.signed)))


def lines(turn: Turn, cost: Cost) -> list[str]:
    """What it takes, what is left, when that begins anew, and what else can be done."""
    needs = {name: count for name, count in cost.everybody.items() if name in cost.accounts}
    told = _taken(turn, needs, cost.accounts)
    if not cost.fits:
        told.append(turn.t("announce-exceeds"))
    if cost.saves:
        told.append(
            turn.t("announce-frugal", count=cost.metered(cost.sparing), platform=_platforms(turn, needs))
        )
    elif not cost.fits:
        told.append(turn.t("announce-otherwise", reset=next_reset(turn.now)))
    return told


def of_a_request(turn: Turn, by_channel: Mapping[str, int]) -> list[str]:
    """What so many messages of a request take: it goes out all the same, past a spent quota by other ways."""
    accounts = spending.accounts(turn.conn, turn.quotas, turn.now)
    needs = {name: count for name, count in by_channel.items() if name in accounts}
    told = _taken(turn, needs, accounts)
    return told if affordable(needs, accounts) else [*told, turn.t("ad-hoc-beyond-quota")]


def _taken(turn: Turn, needs: Mapping[str, int], accounts: Mapping[str, Account]) -> list[str]:
    """What messages take of the bots with a quota, a line each, those with the least left first."""
    shortest = sorted(needs, key=lambda name: accounts[name].free - needs[name])[:TOLD]
    return [
        turn.t(
            "announce-cost",
            channel=channel_name(turn.texts, name, turn.quotas),
            count=needs[name],
            left=accounts[name].free,
            reserve=accounts[name].quota.reserve,
            reset=next_reset(turn.now),
        )
        for name in shortest
    ]


def choices(turn: Turn, draft_id: int, cost: Cost) -> tuple[Choice, ...]:
    """All, only those with no other channel, or not now: as far as the month permits."""
    found = []
    if cost.fits:
        found.append(turn.choice("button-announce-all", f"announce-send:{draft_id}"))
    if cost.saves:
        found.append(turn.choice("button-announce-frugal", f"announce-send:{draft_id}:frugal"))
    if not found:
        found.append(turn.choice("button-invite", "invite"))
    found.append(turn.choice("button-announce-later", f"announce-later:{draft_id}"))
    return tuple(found)


def permits(cost: Cost | None, *, frugal: bool) -> bool:
    """Whether it may be sent as chosen: what was left at the preview may be gone."""
    return cost is None or affordable(cost.sparing if frugal else cost.everybody, cost.accounts)


def by_platform(reached: Reached) -> dict[str, int]:
    """People by platform, however many bots it has."""
    found: dict[str, int] = {}
    for channel, count in reached.by_channel.items():
        found[platform_of(channel)] = found.get(platform_of(channel), 0) + count
    return found


def _platforms(turn: Turn, channels: Mapping[str, int]) -> str:
    names = dict.fromkeys(turn.t(CHANNEL_KEYS[platform_of(channel)]) for channel in channels)
    return turn.texts.formats.listing(list(names))
