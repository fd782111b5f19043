"""How a unit stands: numbers for those who may see them, names only inside the school."""

from collections.abc import Mapping

from bot.domain.asking import form_of
from bot.domain.campaigns import Obligation
from bot.domain.forms import Rate
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Membership, Role
from bot.domain.permissions import Action
from bot.domain.rounds import Round
from bot.domain.standings import Stopped
from bot.domain.tallies import (
    COMPLETE,
    DECLARED,
    EXPECTED,
    LATE,
    completeness,
    fulfilment,
    share,
)
from bot.domain.units import Unit, short_name
from bot.handlers.turn import Turn
from bot.storage import campaigns, tallies, tasks, units
from bot.storage.campaigns import CampaignState, Running
from bot.storage.tasks import Owing

#: Units on one page of a roll-up, and people on one page of a list: what a phone shows at once.
PAGE, NAMES = 8, 20
#: Rates shown in chat: over everybody, and over those who can; reports hold all of them.
RATES = 2
#: Above the school's door, counts of fewer people than this could point at somebody.
SMALL_CELL = 5
_OVERSEERS = (Role.OFFICER, *HEAD_ROLES, Role.HOMEROOM)


def show(turn: Turn) -> Reply:
    """The status of the unit that the person answers for; a respondent's own otherwise."""
    held = turn.held(*_OVERSEERS)
    if not held:
        return _own(turn)
    if len(held) == 1:
        return of_unit(turn, held[0].unit_id)
    return Reply(text=turn.t("status-which"), choices=tuple(_unit_choice(turn, member) for member in held))


def _unit_choice(turn: Turn, member: Membership) -> Choice:
    return Choice(label=units.get(turn.conn, member.unit_id).name, action=f"status:{member.unit_id}")


def of_unit(turn: Turn, unit_id: int, page: int = 0) -> Reply:
    """A unit's numbers now, and the way down to the units below it, the worst first."""
    if not turn.may(Action.SEE_NUMBERS, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    rounds = current_rounds(turn, unit_id)
    if not rounds:
        return Reply(text=turn.t("status-nothing", unit=unit.name))
    lines = [turn.t("status-head", unit=unit.name, moment=turn.now)]
    for running, round_ in rounds:
        lines += ["", *_round_lines(turn, running, round_, unit)]
    choices: list[Choice] = []
    first_running, first_round = rounds[0]
    if turn.may(Action.SEE_NAMES, unit_id):
        choices.append(turn.choice("button-missing", f"missing:{unit_id}"))
    if turn.may(Action.NUDGE, unit_id):
        choices.append(turn.choice("button-nudge", f"nudge:{unit_id}"))
    listed, buttons = _below(turn, first_running, first_round, unit, page)
    return Reply(text="\n".join(lines + listed), choices=(*choices, *buttons))


def current_rounds(turn: Turn, unit_id: int) -> list[tuple[Running, Round]]:
    """The newest open round of each obligation in which anybody of the unit is expected."""
    found: list[tuple[Running, Round]] = []
    for running in campaigns.every(turn.conn):
        if running.state is CampaignState.CLOSED:
            continue
        latest: dict[tuple[str, str], Round] = {}
        for round_ in campaigns.rounds_of(turn.conn, running.id):
            if round_.opened_at is not None:
                latest[round_.obligation, round_.label] = round_
        found += [
            (running, round_)
            for round_ in latest.values()
            if tallies.of(turn.conn, round_.id, unit_id).get(EXPECTED)
        ]
    return found


def _round_lines(turn: Turn, running: Running, round_: Round, unit: Unit) -> list[str]:
    obligation = running.campaign.obligation(round_.obligation)
    form = form_of(running.campaign, round_.obligation, round_.question, round_.label)
    tally = tallies.of(turn.conn, round_.id, unit.id)
    title = round_.label or obligation.title
    if _masked(turn, unit, tally, obligation):
        return [turn.t("status-masked", title=title, smallest=SMALL_CELL)]
    received, reached = completeness(tally), fulfilment(tally)
    key = "status-units" if obligation.audience.answered_by_units else "status-people"
    lines = [
        turn.t(
            STATUS_KEYS[key],
            title=title,
            declared=tally.get(DECLARED, 0),
            expected=tally[EXPECTED],
        ),
        turn.t("status-bar", bar=turn.texts.formats.bar(received), share=received),
    ]
    if not tally.get(DECLARED):
        return lines
    lines.append(
        turn.t("status-complete", complete=tally.get(COMPLETE, 0), expected=tally[EXPECTED], share=reached)
    )
    if tally.get(LATE):
        lines.append(turn.t("status-late", count=tally[LATE]))
    lines += [_rate_line(turn, rate, tally) for rate in form.rates[:RATES]]
    return lines


STATUS_KEYS = {key: key for key in ("status-units", "status-people")}


def _rate_line(turn: Turn, rate: Rate, tally: Mapping[str, int]) -> str:
    found = share(rate, tally)
    return turn.t("status-rate", label=rate.label, part=found.part, whole=found.whole, share=found)


def _masked(turn: Turn, unit: Unit, tally: Mapping[str, int], obligation: Obligation) -> bool:
    """Whether the cell is too small to show to somebody outside the school."""
    if obligation.audience.answered_by_units or turn.may(Action.SEE_NAMES, unit.id):
        return False
    return tally.get(EXPECTED, 0) < SMALL_CELL


def _below(
    turn: Turn, running: Running, round_: Round, unit: Unit, page: int
) -> tuple[list[str], list[Choice]]:
    """The units below, the worst first, a page at a time, each a button that leads to it."""
    obligation = running.campaign.obligation(round_.obligation)
    rows = [
        (below, tally)
        for below, tally in tallies.below(turn.conn, round_.id, unit.id, running.tree_on)
        if tally.get(EXPECTED) and turn.may(Action.SEE_NUMBERS, below.id)
    ]
    if not rows:
        return [], []
    rows.sort(key=lambda row: (completeness(row[1]).fraction, -row[1][EXPECTED], row[0].order))
    shown = rows[page * PAGE : (page + 1) * PAGE]
    lines = ["", turn.t("status-below", title=obligation.short or obligation.title, count=len(rows))]
    lines += [_below_line(turn, below, tally, obligation) for below, tally in shown]
    shorter = dict(line.split(" = ") for line in turn.t("unit-short-names").splitlines())
    buttons = [
        Choice(label=short_name(below.name, shorter), action=f"status:{below.id}") for below, _ in shown
    ]
    if len(rows) > (page + 1) * PAGE:
        buttons.append(turn.choice("button-more", f"status:{unit.id}:{page + 1}"))
    return lines, buttons


def _below_line(turn: Turn, unit: Unit, tally: Mapping[str, int], obligation: Obligation) -> str:
    if _masked(turn, unit, tally, obligation):
        return turn.t("status-below-masked", unit=unit.name, smallest=SMALL_CELL)
    return turn.t(
        "status-below-line",
        unit=unit.name,
        declared=tally.get(DECLARED, 0),
        expected=tally[EXPECTED],
        share=completeness(tally),
    )


def _own(turn: Turn) -> Reply:
    """A respondent's own standing."""
    lines = [turn.t("status-own-head")]
    for task in turn.tasks():
        title = campaigns.get(turn.conn, task.campaign_id).campaign.obligation(task.obligation).title
        title = f"{title} ({task.on_behalf_of})" if task.on_behalf_of else title
        state = turn.t(STATE_KEYS[task.standing.state.value])
        lines.append(turn.t("status-own-line", title=title, state=state))
    if len(lines) == 1:
        return Reply(text=turn.t("no-tasks"))
    return Reply(text="\n".join(lines), choices=(turn.choice("button-declare", "tasks"),))


STATE_KEYS = {"missing": "state-missing", "partial": "state-partial", "complete": "state-complete"}


# --- who has not --------------------------------------------------------------------------------


def missing(turn: Turn, unit_id: int | None = None, page: int = 0, round_id: int | None = None) -> Reply:
    """Who of the school has not completed, by name: never shown outside it, never to a group.

    One list at a time; the others are a button away.
    """
    if unit_id is None:
        held = turn.held(*HEAD_ROLES, Role.HOMEROOM)
        if not held:
            return show(turn)
        unit_id = held[0].unit_id
    if not turn.may(Action.SEE_NAMES, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    lists = {
        round_.id: (running, round_, tasks.owing(turn.conn, round_.id, unit_id, running))
        for running, round_ in current_rounds(turn, unit_id)
        if not running.campaign.obligation(round_.obligation).audience.answered_by_units
    }
    if not lists:
        return Reply(text=turn.t("status-nothing", unit=unit.name))
    shown = round_id if round_id in lists else next((key for key, found in lists.items() if found[2]), None)
    if shown is None:
        return Reply(text=turn.t("missing-nobody", unit=unit.name))
    running, round_, owing = lists[shown]
    title = round_.label or running.campaign.obligation(round_.obligation).title
    lines = [turn.t("missing-head", title=title, unit=unit.name, count=len(owing))]
    lines += [
        _missing_line(turn, place, one)
        for place, one in enumerate(owing[page * NAMES : (page + 1) * NAMES], page * NAMES + 1)
    ]
    lines.append(turn.t("missing-foot"))
    choices = [turn.choice("button-nudge", f"nudge:{unit_id}")]
    if len(owing) > (page + 1) * NAMES:
        choices.append(turn.choice("button-more", f"missing:{unit_id}:{page + 1}:{shown}"))
    choices += [
        Choice(label=_short(other, its_round), action=f"missing:{unit_id}:0:{key}")
        for key, (other, its_round, people) in lists.items()
        if key != shown and people
    ]
    return Reply(text="\n".join(lines), choices=tuple(choices))


def _missing_line(turn: Turn, place: int, owing: Owing) -> str:
    if owing.standing.stopped in (Stopped.DECLINED, Stopped.OFFLINE):
        key = "direct"
    elif owing.unreachable:
        key = "unreachable"
    else:
        key = owing.standing.state.value if owing.connected else "not-connected"
    name = " – ".join(part for part in (owing.full_name, owing.group) if part)
    return turn.t("missing-line", place=place, name=name, note=turn.t(OWING_KEYS[key]))


def _short(running: Running, round_: Round) -> str:
    obligation = running.campaign.obligation(round_.obligation)
    return round_.label or obligation.short or obligation.title


OWING_KEYS = {
    "direct": "owing-direct",
    "missing": "owing-missing",
    "partial": "owing-partial",
    "unreachable": "owing-unreachable",
    "not-connected": "owing-not-connected",
}
