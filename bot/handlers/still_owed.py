"""How many people and units of a campaign have not completed, in words: "11/14 người và 3/5 đơn vị"."""

from bot.domain.campaigns import Audience, Campaign
from bot.domain.figures import SMALL_CELL
from bot.domain.rounds import RoundKind
from bot.domain.tallies import COMPLETE, EXPECTED, STOPPED
from bot.handlers.turn import Turn
from bot.storage import campaign_changes, tallies
from bot.storage.campaigns import Running


class _Owed:
    """The counts of people, or of units, over the rounds that are asked now. Mutable: it adds up."""

    def __init__(self) -> None:
        self.left = self.expected = 0
        self.overlap = False  #: somebody may be counted once for each of several things
        self._asked: set[str] = set()

    def add(self, audience: Audience, tally: dict[str, int]) -> None:
        asked = {*audience.roles, *audience.units}
        self.overlap = self.overlap or bool(asked & self._asked)
        self._asked |= asked
        self.expected += tally.get(EXPECTED, 0)
        self.left += tally.get(EXPECTED, 0) - tally.get(COMPLETE, 0) - tally.get(STOPPED, 0)


def still_owed(turn: Turn, running: Running, unit_id: int, obligation_id: str | None = None) -> str | None:
    """Who of a unit is left in a campaign, or in one of its obligations.

    Empty where nobody is left; None where nobody is expected.
    """
    people, units = _Owed(), _Owed()
    for round_ in campaign_changes.current_rounds(turn.conn, running.id):
        over = round_.kind is RoundKind.AD_HOC and round_.is_late(turn.now)
        if over or obligation_id not in (None, round_.obligation):
            continue
        audience = running.campaign.obligation(round_.obligation).audience
        counts = units if audience.answered_by_units else people
        counts.add(audience, tallies.of(turn.conn, round_.id, unit_id))
    if not people.expected and not units.expected:
        return None
    said = []
    if people.left:
        said.append(_people(turn, people, unit_id, running.campaign))
    if units.left:
        key = "campaigns-units-turns" if units.overlap else "campaigns-units"
        said.append(turn.t(key, count=units.left, expected=units.expected))
    return turn.texts.formats.listing(said) if said else ""


def _people(turn: Turn, people: _Owed, unit_id: int, campaign: Campaign) -> str:
    if turn.hides(people.expected, unit_id, campaign):
        return turn.t("campaigns-few", smallest=SMALL_CELL)
    key = "campaigns-people-turns" if people.overlap else "campaigns-people"
    return turn.t(key, count=people.left, expected=people.expected)
