"""Campaigns in a chat: which there are, how one stands, and who did what to it."""

import json
from collections.abc import Mapping
from typing import Any

from bot.domain.campaigns import Obligation
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, MembershipState, Role
from bot.domain.permissions import Action
from bot.handlers import deadline_words
from bot.handlers.still_owed import still_owed
from bot.handlers.turn import Turn
from bot.storage import audit, campaign_changes, campaigns, memberships, rounds, units
from bot.storage.audit import Entry
from bot.storage.campaign_changes import Change
from bot.storage.campaigns import CampaignState, Running

#: Those who answer for a unit: they see numbers, and what was done by whom.
OVERSEERS = (Role.OFFICER, *HEAD_ROLES)
#: Entries of a history that are shown: what a phone shows at once.
SHOWN = 12

STATE_KEYS: Mapping[CampaignState, str] = {
    CampaignState.RUNNING: "campaigns-running",
    CampaignState.PAUSED: "campaigns-paused",
    CampaignState.CLOSED: "campaigns-closed",
}
CHANGE_KEYS: Mapping[Change, str] = {
    Change.START: "history-start",
    Change.PAUSED: "history-paused",
    Change.RUNNING: "history-running",
    Change.CLOSED: "history-closed",
}


def show(turn: Turn) -> Reply:
    """The campaigns that any unit of theirs is in, and a way to start another."""
    found = visible(turn)
    choices = [
        Choice(label=running.campaign.directive.number, action=f"campaign:{running.id}") for running in found
    ]
    if own_units(turn, Action.RUN_CAMPAIGN):
        choices.append(turn.choice("button-launch-new", "launch"))
    if not found:
        return Reply(text=turn.t("campaigns-none"), choices=tuple(choices))
    lines = [turn.t("campaigns-head")]
    lines += [
        turn.t(
            "campaigns-line",
            title=running.campaign.title,
            directive=running.campaign.directive.number,
            state=state_text(turn, running),
        )
        for running in found
    ]
    return Reply(text="\n".join(lines), choices=tuple(choices))


def visible(turn: Turn) -> list[Running]:
    """Campaigns that run, or ran, in or above a unit of theirs, or below one whose numbers they see."""
    within = _around(turn)
    return [
        running
        for running in campaigns.every(turn.conn)
        if running.scope_unit_id in within or turn.may(Action.SEE_NUMBERS, running.scope_unit_id)
    ]


def find(turn: Turn, campaign_id: int) -> Running | None:
    """One of the campaigns they may see."""
    return next((running for running in visible(turn) if running.id == campaign_id), None)


def own_units(turn: Turn, action: Action) -> list[int]:
    """The units that they answer for and in which they may do something."""
    held = dict.fromkeys(member.unit_id for member in turn.held(*OVERSEERS))
    return [unit_id for unit_id in held if turn.may(action, unit_id)]


def _around(turn: Turn) -> set[int]:
    """The units they belong to, and those above them."""
    found: set[int] = set()
    for unit_id in {m.unit_id for m in turn.memberships if m.state is MembershipState.ACTIVE}:
        found |= {unit_id, *(unit.id for unit in units.upwards(turn.conn, unit_id, turn.today))}
    return found


def state_text(turn: Turn, running: Running) -> str:
    return turn.t(STATE_KEYS[running.state])


# --- one campaign -------------------------------------------------------------------------------


def details(turn: Turn, campaign_id: int) -> Reply:
    """What it asks, of whom and by when, how far they are, and what may be done about it."""
    running = find(turn, campaign_id)
    if running is None:
        return Reply(text=turn.t("err-not-allowed"))
    overseeing = bool(turn.held(*OVERSEERS))
    lines = [_about(turn, running)]
    lines += [_obligation_line(turn, running, one) for one in running.campaign.obligations]
    choices = [turn.choice("button-directive", f"directive:{running.id}")]
    if turn.may(Action.RUN_CAMPAIGN, running.scope_unit_id):
        choices += _steering(turn, running)
    elif overseeing and running.state is not CampaignState.CLOSED:
        lines.append(turn.t("campaigns-who-runs", scope=scope_name(turn, running)))
    if running.state is not CampaignState.CLOSED and own_units(turn, Action.SET_DEADLINE):
        choices.append(turn.choice("button-deadline", "deadlines"))
    if overseeing:
        choices.append(turn.choice("button-history", f"history:{running.id}"))
    return Reply(text="\n".join(lines), choices=tuple(choices))


def scope_name(turn: Turn, running: Running) -> str:
    return units.get(turn.conn, running.scope_unit_id).name


def _steering(turn: Turn, running: Running) -> list[Choice]:
    if running.state is CampaignState.CLOSED:
        return []
    resting = running.state is CampaignState.PAUSED
    first = (
        turn.choice("button-resume", f"resume:{running.id}")
        if resting
        else turn.choice("button-pause", f"pause:{running.id}")
    )
    return [
        first,
        turn.choice("button-extend", f"extend:{running.id}"),
        turn.choice("button-close", f"close:{running.id}"),
    ]


def _about(turn: Turn, running: Running) -> str:
    letter = running.campaign.directive
    facts = {
        "title": running.campaign.title,
        "state": state_text(turn, running),
        "directive": letter.number,
        "issued": letter.issued_on,
        "issuer": letter.issuer,
        "subject": letter.subject,
        "scope": scope_name(turn, running),
        "moment": running.started_at,
    }
    by = audit.last(turn.conn, campaign_changes.subject(running.id), Change.START)
    actor = "" if by is None else _actor(turn, by, running.scope_unit_id)
    if actor in ("", facts["scope"]) or not turn.held(*OVERSEERS):
        return turn.t("campaigns-about", **facts)
    return turn.t("campaigns-about-by", actor=actor, **facts)


def _obligation_line(turn: Turn, running: Running, obligation: Obligation) -> str:
    facts = {
        "clause": obligation.clause,
        "title": obligation.short or obligation.title,
        "due": _due(turn, running, obligation),
    }
    unit_id = viewpoint(turn, running)
    if unit_id is None:
        return turn.t("campaigns-obligation", **facts)
    left = still_owed(turn, running, unit_id, obligation.id)
    if left is None:
        return turn.t("campaigns-obligation", **facts)
    if not left:
        return turn.t("campaigns-obligation-done", **facts)
    return turn.t("campaigns-obligation-left", left=left, **facts)


def _due(turn: Turn, running: Running, obligation: Obligation) -> str:
    found = [one for one in rounds.rounds_of(turn.conn, running.id) if one.obligation == obligation.id]
    if obligation.cadences:
        now_open = [one for one in found if one.opens_at <= turn.now and not one.is_late(turn.now)]
        coming = [one for one in found if one.opens_at > turn.now]
        if now_open and (closes := now_open[-1].due_before) is not None:
            return turn.t("campaigns-slot-open", moment=closes)
        if coming:
            return turn.t("campaigns-slot-next", moment=coming[0].opens_at)
        return turn.t("campaigns-slot-none")
    first = next((one for one in found if not one.label), None)
    if first is None or first.due_before is None:
        return turn.t("campaigns-due-none")
    return turn.t("campaigns-due", due=deadline_words.with_last_day(turn.texts, running.campaign, first))


def viewpoint(turn: Turn, running: Running) -> int | None:
    """The unit whose numbers somebody sees of a campaign: theirs, inside its scope; None for nobody's."""
    scope = running.scope_unit_id
    for member in turn.held(*OVERSEERS):
        above = [unit.id for unit in units.upwards(turn.conn, member.unit_id, turn.today)]
        if scope == member.unit_id or scope in above:
            return member.unit_id
    return scope if turn.may(Action.SEE_NUMBERS, scope) else None


# --- who did what -------------------------------------------------------------------------------


def history(turn: Turn, campaign_id: int) -> Reply:
    """What was done to a campaign, when and by whom, and what their units and those above arranged.

    Names are for those who answer for the same unit.
    """
    running = find(turn, campaign_id)
    if running is None or not turn.held(*OVERSEERS):
        return Reply(text=turn.t("err-not-allowed"))
    title = running.campaign.title
    subjects = [campaign_changes.subject(running.id)]
    subjects += [campaign_changes.subject(running.id, unit_id) for unit_id in _around(turn)]
    entries = audit.history(turn.conn, subjects, SHOWN)
    if not entries:
        return Reply(text=turn.t("history-none", title=title))
    lines = [_history_line(turn, running, entry) for entry in entries]
    return Reply(
        text="\n".join([turn.t("history-head", title=title), *lines]),
        choices=(turn.choice("button-details", f"campaign:{running.id}"),),
    )


def _history_line(turn: Turn, running: Running, entry: Entry) -> str:
    detail: dict[str, Any] = json.loads(entry.detail) if entry.detail else {}
    change = _change(turn, running, Change(entry.action), detail)
    actor = _actor(turn, entry, detail.get("unit", running.scope_unit_id))
    return turn.t("history-line", moment=entry.at, change=change, actor=actor)


def _change(turn: Turn, running: Running, change: Change, detail: Mapping[str, Any]) -> str:
    if change in CHANGE_KEYS:
        return turn.t(CHANGE_KEYS[change])
    round_ = rounds.round_by_id(turn.conn, detail["round"])
    obligation = running.campaign.obligation(round_.obligation)
    title = round_.label or obligation.short or obligation.title
    if change is Change.EXTENDED:
        return turn.t("history-extended", title=title, until=_until(turn, detail))
    unit = units.get(turn.conn, detail["unit"]).name
    if change is Change.LIFTED:
        return turn.t("history-lifted", unit=unit, title=title)
    return turn.t("history-deadline", unit=unit, title=title, until=_until(turn, detail))


def _until(turn: Turn, detail: Mapping[str, Any]) -> str:
    return deadline_words.until(turn.texts, campaign_changes.recorded(detail["until"]))


def _actor(turn: Turn, entry: Entry, unit_id: int) -> str:
    """Who did it: by name to those who answer for the same unit, to others their unit."""
    if entry.person_id is None:
        return turn.t("history-operator")
    held = [m for m in memberships.memberships_of(turn.conn, entry.person_id) if m.role in OVERSEERS]
    acting_for = held[0].unit_id if held else unit_id
    unit = units.get(turn.conn, acting_for).name
    name = turn.name_of(entry.person_id)
    if name and any(member.unit_id == acting_for for member in turn.held(*OVERSEERS)):
        return turn.t("history-actor", name=name, unit=unit)
    return unit
