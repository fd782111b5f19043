"""The rules that a rehearsal is held to, and what was found about each."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from sqlalchemy import Connection

from bot.domain.asking import form_of
from bot.domain.forms import Form
from bot.domain.rounds import Round
from bot.storage import campaigns, rounds
from bot.storage.campaigns import Running


@dataclass(slots=True)
class Findings:
    """How often each rule was looked at, and where it was broken."""

    looked: Counter[str] = field(default_factory=Counter)
    broken: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    deliveries: Counter[tuple[str, str]] = field(default_factory=Counter)
    rounds: int = 0
    submissions: int = 0

    def compare(self, rule: str, where: str, found: object, wanted: object) -> None:
        self.looked[rule] += 1
        if found != wanted:
            self.broken[rule].append(f"{where}: {found!r}, not {wanted!r}")


TALLY = "tallies = recount"
ROSTER = "denominators = roster of the day"
DAILY = "at most one reminder a day"
DONE = "no reminder after completing"
PEACE = "no reminder after a stop or a complaint"
HEARD = "what people write is understood"
TRUTH = "recorded answers = people's truth"
CLASSES = "class reports = what teachers said"
CHAT = "figures in chat = tallies"
EXPORT = "figures in export = tallies"
MASKED = "no few people and no names above a school"
INBOX = "nothing waits or failed in the inbox"
RULES = (TALLY, ROSTER, DAILY, DONE, PEACE, HEARD, TRUTH, CLASSES, CHAT, EXPORT, MASKED, INBOX)


def opened(conn: Connection) -> list[tuple[Running, Round, Form]]:
    """Every round that was opened, with its campaign and its form."""
    return [
        (running, one, form_of(running.campaign, one.obligation, one.question, one.label))
        for running in campaigns.every(conn)
        for one in rounds.rounds_of(conn, running.id)
        if one.opened_at is not None
    ]
