"""Whom no message of ours reaches: a principal's list, so that somebody talks to them directly."""

from bot.domain.messages import Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.handlers.turn import Turn
from bot.storage import chasing, rollups, schools, units
from bot.storage.campaigns import CampaignState
from bot.storage.chasing import Unreached
from bot.texts.unit_names import spoken

#: People on one page of the list.
NAMES = 20


def show(turn: Turn, unit_id: int | None = None, page: int = 0) -> Reply:
    """Who of the unit owes something and has no chat, or one that takes no messages any more."""
    if unit_id is None:
        held = turn.held(*HEAD_ROLES, Role.HOMEROOM)
        if not held:
            return Reply(text=turn.t("err-not-allowed"))
        unit_id = held[0].unit_id
    if not turn.may(Action.SEE_NAMES, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    rounds = [
        one.round.id
        for one in rollups.current(turn.conn, unit_id, turn.now)
        if one.running.state is CampaignState.RUNNING
    ]
    places = [one.id for one in schools.inside(turn.conn, unit, turn.today)]
    found = chasing.unreached(turn.conn, rounds, places)
    if not found:
        return Reply(text=turn.t("unreached-nobody", unit=spoken(turn.texts, unit)))
    start = page * NAMES
    lines = [turn.t("unreached-head", unit=spoken(turn.texts, unit), count=len(found))]
    lines += [_line(turn, place, one) for place, one in enumerate(found[start : start + NAMES], start + 1)]
    lines.append(turn.t("unreached-foot"))
    choices = [turn.choice("button-invite", "invite"), turn.choice("button-people", "people")]
    if len(found) > start + NAMES:
        choices.append(turn.choice("button-more", f"unreached:{unit_id}:{page + 1}"))
    return Reply(text="\n".join(lines), choices=tuple(choices))


def _line(turn: Turn, place: int, one: Unreached) -> str:
    name = " – ".join(part for part in (one.full_name, one.place) if part)
    key = "owing-unsent" if one.unsent else "owing-unreachable" if one.blocked else "owing-not-connected"
    return turn.t("missing-line", place=place, name=name, note=turn.t(key))
