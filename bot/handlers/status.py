"""How a unit stands: its figures now, what was before, and the way down to the units below it.

Reads tallies only, however large the unit. `status_figures.py` words one round, `status_units.py` lists
the units below and says what is too small to be shown.
"""

from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.domain.rounds import Round
from bot.domain.units import SCHOOL, Unit
from bot.handlers import deadline_words, status_beside, status_figures, status_units
from bot.handlers.turn import Turn, combine
from bot.storage import campaigns, rollups, unit_mentions, unit_search, units
from bot.storage.campaigns import Running
from bot.storage.rollups import Current
from bot.texts.unit_names import spoken

_OVERSEERS = (Role.OFFICER, *HEAD_ROLES, Role.HOMEROOM)
#: Units offered where what was typed may mean several.
OFFERED = 8


def show(turn: Turn) -> Reply:
    """The status of the unit that the person answers for; a respondent's own otherwise."""
    held = turn.held(*_OVERSEERS)
    if not held:
        return _own(turn)
    if len(held) == 1:
        return of_unit(turn, held[0].unit_id)
    return _which(turn, [member.unit_id for member in held])


def _which(turn: Turn, unit_ids: list[int]) -> Reply:
    found = [units.get(turn.conn, unit_id) for unit_id in dict.fromkeys(unit_ids)]
    return Reply(
        text=turn.t("status-which"),
        choices=tuple(Choice(label=unit.name, action=f"status:{unit.id}") for unit in found),
    )


def typed(turn: Turn, name: str) -> Reply:
    """ "/trangthai Lê Quý Đôn": a unit of one's own part of the tree by its name or code."""
    found: dict[int, Unit] = {}
    for member in turn.held(*_OVERSEERS):
        top = units.get(turn.conn, member.unit_id)
        for unit in unit_search.find(turn.conn, top, name, turn.today, most=OFFERED):
            found[unit.id] = unit
    return _one_of(turn, list(found)) or Reply(text=turn.t("status-no-such-unit", name=name))


def asked(turn: Turn, sentence: str) -> Reply:
    """ "tình hình trường Lê Quý Đôn sao rồi": the unit that is named, else one's own; whose figures
    they are is said where another was named."""
    held = [member.unit_id for member in turn.held(*_OVERSEERS)]
    if not held:
        return _own(turn)
    schools = [unit_id for unit_id in held if units.get(turn.conn, unit_id).kind == SCHOOL]
    named = unit_mentions.mentioned(turn.conn, sentence, turn.today, schools=schools)
    allowed = [unit_id for unit_id in named if turn.may(Action.SEE_NUMBERS, unit_id)]
    if named and not allowed:
        return combine(turn.t("status-own-part"), show(turn))
    return _one_of(turn, allowed[:OFFERED]) or show(turn)


def _one_of(turn: Turn, unit_ids: list[int]) -> Reply | None:
    if not unit_ids:
        return None
    return of_unit(turn, unit_ids[0]) if len(unit_ids) == 1 else _which(turn, unit_ids)


def current_rounds(turn: Turn, unit_id: int) -> list[tuple[Running, Round]]:
    """The newest open round of each thing that anybody of the unit is expected to declare."""
    return [(one.running, one.round) for one in rollups.current(turn.conn, unit_id, turn.now)]


def of_unit(turn: Turn, unit_id: int, page: int = 0, round_id: int = 0) -> Reply:
    """A unit's figures of one round, the others in a line each, and the units below it.

    `round_id` is the round that is shown whole; what is due next where it is none of the unit's.
    """
    if not turn.may(Action.SEE_NUMBERS, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    found = rollups.current(turn.conn, unit_id, turn.now)
    if not found:
        return _only_beside(turn, unit)
    shown = next((one for one in found if one.round.id == round_id), found[0])
    unit = units.named_on(turn.conn, unit_id, shown.running.tree_on)
    others = [one for one in found if one is not shown]
    seen = status_units.seen(turn, unit, shown, others)
    lines = [turn.t("status-head", unit=spoken(turn.texts, unit), moment=turn.now), ""]
    lines += status_figures.whole(turn, unit, shown, seen)
    lines += status_figures.brief(turn, others, seen)
    below, buttons = status_units.below(turn, unit, shown, seen, page)
    beside, more = status_beside.beside(turn, unit, shown)
    choices = [*_doing(turn, unit_id, shown), *_others(unit_id, others), *buttons, *more]
    return Reply(text="\n".join([*lines, *below, *beside]), choices=tuple(choices))


def _only_beside(turn: Turn, unit: Unit) -> Reply:
    """Of a unit that is in no sum: what it looks at as a second line."""
    lines, choices = status_beside.beside(turn, unit, None)
    if not lines:
        return Reply(text=turn.t("status-nothing", unit=unit.name))
    head = turn.t("status-head", unit=unit.name, moment=turn.now)
    return Reply(text="\n".join([head, *lines]), choices=tuple(choices))


def _doing(turn: Turn, unit_id: int, shown: Current) -> list[Choice]:
    """What can be done about the figures."""
    choices: list[Choice] = []
    if turn.may(Action.SEE_NAMES, unit_id):
        choices.append(turn.choice("button-missing", f"missing:{unit_id}"))
    if turn.may(Action.NUDGE, unit_id):
        choices.append(turn.choice("button-nudge", f"nudge:{unit_id}"))
    choices.append(turn.choice("button-export", f"export:{unit_id}:{shown.running.id}"))
    return choices


def _others(unit_id: int, others: list[Current]) -> list[Choice]:
    return [
        Choice(label=status_figures.short_title(one), action=f"status:{unit_id}:0:{one.round.id}")
        for one in others
    ]


def _own(turn: Turn) -> Reply:
    """A respondent's own standing."""
    lines = [turn.t("status-own-head")]
    for task in turn.tasks():
        campaign = campaigns.get(turn.conn, task.campaign_id).campaign
        title = task.label or campaign.obligation(task.obligation).title
        title = f"{title} ({task.on_behalf_of})" if task.on_behalf_of else title
        state = turn.t(STATE_KEYS[task.standing.state.value])
        lines.append(turn.t("status-own-line", title=title, state=state))
        if (due := deadline_words.task_line(turn, task)) is not None:
            lines.append(turn.t("status-due", due=due))
    if len(lines) == 1:
        return Reply(text=turn.t("no-tasks"))
    return Reply(text="\n".join(lines), choices=(turn.choice("button-declare", "tasks"),))


STATE_KEYS = {"missing": "state-missing", "partial": "state-partial", "complete": "state-complete"}
