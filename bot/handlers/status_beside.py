"""Units whose numbers stand beside those of another and are in no sum of it.

Those it looks at as a second line, and those that were merged into it while campaigns ran: what was
counted in them stays there.
"""

from collections.abc import Mapping

from bot.domain.messages import Choice
from bot.domain.permissions import Action
from bot.domain.tallies import DECLARED, EXPECTED, Share
from bot.domain.units import Unit, short_name
from bot.handlers.turn import Turn
from bot.storage import relations, rollups, units
from bot.storage.rollups import Current

#: Units in one list: a page of a phone.
LISTED = 8
BESIDE_KEYS: Mapping[str, str] = {"viewed": "units-viewed", "merged": "units-merged"}


def beside(turn: Turn, unit: Unit, shown: Current | None) -> tuple[list[str], list[Choice]]:
    """A line and a button for each of them, in the round that is shown, else in what they are asked now."""
    lines: list[str] = []
    choices: list[Choice] = []
    groups = {
        "viewed": relations.viewed(turn.conn, unit.id, turn.today),
        "merged": relations.merged_into(turn.conn, unit.id, turn.today),
    }
    for group, found in groups.items():
        asked = [(other, one) for other in found if (one := _asked(turn, other, shown)) is not None]
        if not asked:
            continue
        title = _title(asked[0][1])
        lines += ["", turn.t(BESIDE_KEYS[group], count=len(asked), title=title)]
        for other, one in asked[:LISTED]:
            line, choice = _entry(turn, other, one)
            lines.append(line)
            choices.append(choice)
    return lines, choices


def _asked(turn: Turn, unit: Unit, shown: Current | None) -> Current | None:
    """What is told of a unit: the round that is shown, if anybody of it is expected there."""
    if not turn.may(Action.SEE_NUMBERS, unit.id):
        return None
    found = rollups.current(turn.conn, unit.id, turn.now)
    if shown is not None:
        return next((one for one in found if one.round.id == shown.round.id), None)
    return found[0] if found else None


def _entry(turn: Turn, unit: Unit, one: Current) -> tuple[str, Choice]:
    named = units.named_on(turn.conn, unit.id, one.running.tree_on)
    tally = rollups.tallies_of(turn.conn, [one.round.id], unit.id)[one.round.id]
    by_units = one.running.campaign.obligation(one.round.obligation).audience.answered_by_units
    small = not by_units and turn.hides(tally[EXPECTED], unit.id, one.running.campaign)
    if small:
        line = turn.t("status-below-masked", unit=named.name)
    else:
        line = turn.t(
            "status-below-line",
            unit=named.name,
            declared=tally.get(DECLARED, 0),
            expected=tally[EXPECTED],
            share=Share(part=tally.get(DECLARED, 0), whole=tally[EXPECTED]),
        )
    shorter = dict(pair.split(" = ") for pair in turn.t("unit-short-names").splitlines())
    label = short_name(named.name, shorter)
    return line, Choice(label=label, action=f"status:{unit.id}:0:{one.round.id}")


def _title(one: Current) -> str:
    obligation = one.running.campaign.obligation(one.round.obligation)
    return one.round.label or obligation.short or obligation.title
