"""The units below one, and which figures are too small to be shown to whoever asks."""

from dataclasses import dataclass
from datetime import date

from bot.domain.figures import SMALL_CELL, hidden, is_hidden, too_few
from bot.domain.messages import Choice
from bot.domain.permissions import Action
from bot.domain.tallies import EXPECTED
from bot.domain.units import Unit, short_name
from bot.handlers.turn import Turn
from bot.storage import rollups, units
from bot.storage.rollups import Below, Current

#: Units on one page: what a phone shows at once.
PAGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is known of a unit's rounds, and what of it may be shown."""

    tallies: dict[int, dict[str, int]]  #: by round and measure
    hidden: frozenset[int]  #: rounds in which the unit counts too few people
    path: tuple[int, ...]  #: from the highest unit that the asker may see down to this one
    inside: bool  #: the asker may see names here, so no figure is too small


def seen(turn: Turn, unit: Unit, shown: Current, others: list[Current]) -> Seen:
    """The tallies of all rounds that are shown, the slots before included."""
    groups = [(one, [one.round, *(one.before if one is shown else ())]) for one in (shown, *others)]
    tallies = rollups.tallies_of(turn.conn, [round_.id for _, found in groups for round_ in found], unit.id)
    inside = turn.may(Action.SEE_NAMES, unit.id)
    path = path_to(turn, unit.id, shown.running.tree_on)
    secret: set[int] = set()
    for one, found in groups:
        if inside or one.running.campaign.obligation(one.round.obligation).audience.answered_by_units:
            continue
        ids = [round_.id for round_ in found]
        way = (
            path
            if one.running.tree_on == shown.running.tree_on
            else path_to(turn, unit.id, one.running.tree_on)
        )
        if len(way) == 1:
            secret |= {round_id for round_id in ids if too_few(tallies[round_id].get(EXPECTED, 0))}
        else:
            cells = rollups.cells(turn.conn, ids, way[:-1], one.running.tree_on)
            secret |= {round_id for round_id in ids if is_hidden(way, cells[round_id])}
    return Seen(tallies=tallies, hidden=frozenset(secret), path=path, inside=inside)


def path_to(turn: Turn, unit_id: int, on: date) -> tuple[int, ...]:
    """The way from the highest unit whose numbers the asker may see down to a unit, in the tree of a day."""
    path = [unit.id for unit in reversed(units.above(turn.conn, unit_id, on))]
    for place, above in enumerate(path):
        if turn.may(Action.SEE_NUMBERS, above):
            return tuple(path[place:])
    return (unit_id,)


def below(turn: Turn, unit: Unit, one: Current, known: Seen, page: int) -> tuple[list[str], list[Choice]]:
    """The units below, what is late or lacks most first, a page at a time, each a button that leads to it."""
    place = f"status:{unit.id}:{{}}:{one.round.id}"
    up = [turn.choice("button-up", f"status:{known.path[-2]}:0:{one.round.id}")] if known.path[1:] else []
    if one.round.id in known.hidden:
        return [], up
    on = one.running.tree_on
    rows = rollups.below(turn.conn, one.round.id, unit.id, on)
    if not rows:
        return [], up
    obligation = one.running.campaign.obligation(one.round.obligation)
    by_units = obligation.audience.answered_by_units
    secret: frozenset[int] = frozenset()
    if not (by_units or known.inside):
        cells = {row.unit_id: row.expected for row in rows}
        own = known.tallies[one.round.id].get(EXPECTED, 0) - sum(cells.values())
        secret = hidden({unit.id: own, **cells})
    rows.sort(key=lambda row: _urgency(row, row.unit_id in secret))
    last = (len(rows) - 1) // PAGE
    page = min(page, last)
    shown = rows[page * PAGE : (page + 1) * PAGE]
    names = rollups.named(turn.conn, [row.unit_id for row in shown], on)
    title = one.round.label or obligation.short or obligation.title
    lines = ["", turn.t("status-below", title=title, count=len(rows))]
    for row in shown:
        name = names[row.unit_id].name
        if row.unit_id in secret:
            lines.append(turn.t("status-below-masked", unit=name))
        elif by_units and row.expected == 1:
            lines.append(turn.t("status-below-state", unit=name, state=_state(turn, row, one)))
        else:
            lines.append(_line(turn, row, name))
    if secret:
        lines.append(turn.t("status-masked-why", smallest=SMALL_CELL))
    shorter = dict(line.split(" = ") for line in turn.t("unit-short-names").splitlines())
    buttons = [
        Choice(label=short_name(names[row.unit_id].name, shorter), action=place_of(row.unit_id, one))
        for row in shown
        if turn.may(Action.SEE_NUMBERS, row.unit_id)
    ]
    if page > 0:
        buttons.append(turn.choice("button-previous", place.format(page - 1)))
    if page < last:
        buttons.append(turn.choice("button-more", place.format(page + 1)))
    return lines, [*buttons, *up]


def place_of(unit_id: int, one: Current) -> str:
    return f"status:{unit_id}:0:{one.round.id}"


def _urgency(row: Below, secret: bool) -> tuple[bool, float, float, int]:
    """Who lacks most comes first, then who was late; a place in the order must not betray a hidden figure."""
    if secret:
        return True, 0, 0, 0
    return False, row.declared / row.expected, row.on_time / row.expected, -row.expected


def _state(turn: Turn, row: Below, one: Current) -> str:
    if row.on_time:
        return turn.t("below-on-time")
    if row.declared:
        return turn.t("below-late")
    return turn.t("below-overdue" if one.round.is_late(turn.now) else "below-missing")


def _line(turn: Turn, row: Below, name: str) -> str:
    return turn.t(
        "status-below-line", unit=name, declared=row.declared, expected=row.expected, share=row.rate
    )
