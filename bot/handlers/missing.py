"""Who of a school has not completed, by name: never shown outside it, never to a group."""

from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.domain.rounds import Round
from bot.handlers import offline, status
from bot.handlers.turn import Turn
from bot.storage import tasks, units
from bot.storage.campaigns import Running
from bot.storage.tasks import Owing
from bot.texts.unit_names import spoken

#: People on one page of the list.
NAMES = 20


def show(turn: Turn, unit_id: int | None = None, page: int = 0, round_id: int | None = None) -> Reply:
    """Who of the unit has not completed. One list at a time; the others are a button away."""
    if unit_id is None:
        held = turn.held(*HEAD_ROLES, Role.HOMEROOM)
        if not held:
            return status.show(turn)
        unit_id = held[0].unit_id
    if not turn.may(Action.SEE_NAMES, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    lists = {
        round_.id: (running, round_, tasks.owing(turn.conn, round_.id, unit_id, running))
        for running, round_ in status.current_rounds(turn, unit_id)
        if not running.campaign.obligation(round_.obligation).audience.answered_by_units
        and turn.may_see_names(unit_id, running.campaign)
    }
    if not lists:
        return Reply(text=turn.t("status-nothing", unit=spoken(turn.texts, unit)))
    shown = round_id if round_id in lists else next((key for key, found in lists.items() if found[2]), None)
    if shown is None:
        return Reply(text=turn.t("missing-nobody", unit=spoken(turn.texts, unit)))
    running, round_, owing = lists[shown]
    title = round_.label or running.campaign.obligation(round_.obligation).title
    lines = [turn.t("missing-head", title=title, unit=spoken(turn.texts, unit), count=len(owing))]
    lines += [
        _line(turn, place, one)
        for place, one in enumerate(owing[page * NAMES : (page + 1) * NAMES], page * NAMES + 1)
    ]
    lines.append(turn.t("missing-foot"))
    choices = [turn.choice("button-nudge", f"nudge:{unit_id}:{shown}")]
    if len(owing) > (page + 1) * NAMES:
        choices.append(turn.choice("button-more", f"missing:{unit_id}:{page + 1}:{shown}"))
    if offline.those(owing):
        choices.append(turn.choice("button-direct", f"direct:{unit_id}:{shown}"))
    choices += [
        Choice(label=_short(other, its_round), action=f"missing:{unit_id}:0:{key}")
        for key, (other, its_round, people) in lists.items()
        if key != shown and people
    ]
    return Reply(text="\n".join(lines), choices=tuple(choices))


def _line(turn: Turn, place: int, owing: Owing) -> str:
    if owing.standing.stopped in offline.DIRECTLY:
        key = "direct"
    elif owing.unreachable:
        key = "unreachable"
    elif owing.unsent:
        key = "unsent"
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
    "unsent": "owing-unsent",
    "not-connected": "owing-not-connected",
}
