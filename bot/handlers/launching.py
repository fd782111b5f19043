"""Starting a campaign from a chat: one of the files at hand, or one that was sent, after a look at it.

Checking a file takes longer than a turn may, so a file that was sent comes back as an event of the same
chat (`bot/delivery/lists.py`), like any list.
"""

from datetime import timedelta
from typing import Any

from bot.campaigns import campaign_from_json
from bot.domain.campaigns import Campaign, Obligation
from bot.domain.deadlines import slots
from bot.domain.figures import SMALL_CELL
from bot.domain.holidays import is_holiday
from bot.domain.messages import Choice, FileRef, Reply
from bot.domain.permissions import Action
from bot.handlers import announce, deadline_words, started
from bot.handlers.campaigns import own_units, scope_name, state_text, visible
from bot.handlers.turn import Turn
from bot.storage import campaign_changes, campaigns, expected, imports, units
from bot.storage.campaigns import Running
from bot.storage.imports import Import
from bot.texts.unit_names import spoken

#: Mistakes of a file that are named one by one; the rest are counted.
NAMED = 5
#: How far ahead the next slot of a rhythm is looked for.
AHEAD = timedelta(days=14)
_ENDINGS = (".yaml", ".yml")


# --- one of those at hand -----------------------------------------------------------------------


def choose(turn: Turn) -> Reply:
    """The campaign files at hand that were not started yet."""
    if not own_units(turn, Action.RUN_CAMPAIGN):
        return Reply(text=turn.t("err-not-allowed"))
    started = {running.campaign.slug for running in campaigns.every(turn.conn)}
    found = [one for one in turn.shelf.all() if one.campaign.slug not in started]
    return Reply(
        text=turn.t("campaigns-choose" if found else "campaigns-choose-none"),
        choices=tuple(Choice(label=one.campaign.title, action=f"launch:{one.number}") for one in found),
    )


def from_shelf(turn: Turn, number: int, unit_id: int, *, sure: bool) -> Reply:
    """A campaign file at hand for a unit (0: theirs, or which of theirs?): a look at it, then the start."""
    found = turn.shelf.find(number)
    if found is None:
        return Reply(text=turn.t("campaigns-file-gone"))
    if not unit_id:
        places = own_units(turn, Action.RUN_CAMPAIGN)
        if len(places) > 1:
            return _where(turn, f"launch:{number}", places)
        unit_id = next(iter(places), 0)
    if not _may_launch(turn, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    if sure:
        return _start(turn, found.definition, found.campaign, unit_id)
    return _preview(turn, found.campaign, unit_id, f"launch:{number}:{unit_id}:yes")


def _where(turn: Turn, action: str, places: list[int]) -> Reply:
    return Reply(
        text=turn.t("campaigns-where"),
        choices=tuple(
            Choice(label=units.get(turn.conn, unit_id).name, action=f"{action}:{unit_id}")
            for unit_id in places
        ),
    )


def _may_launch(turn: Turn, unit_id: int) -> bool:
    """Their own unit only: whoever runs another one starts it there."""
    return unit_id in own_units(turn, Action.RUN_CAMPAIGN)


# --- a file that was sent -----------------------------------------------------------------------


def is_campaign(file: FileRef) -> bool:
    """Whether a file can be a campaign, by its name."""
    return file.name.lower().endswith(_ENDINGS)


def sent(turn: Turn, file: FileRef) -> Reply:
    """A campaign file arrived: from somebody who may start one it is read."""
    places = own_units(turn, Action.RUN_CAMPAIGN)
    if not places:
        return Reply(text=turn.t("err-not-allowed"))
    imports.want(turn.conn, turn.contact.id, places[0], file.ref, file.name, turn.now, kind=imports.CAMPAIGN)
    return Reply(text=turn.t("campaigns-file-reading", name=file.name))


def from_file(turn: Turn, import_id: int, unit_id: int, *, sure: bool) -> Reply:
    """A file that was sent into this chat and read: its mistakes, or a look at it, then the start.

    For a unit (0: theirs, or which of theirs?).
    """
    found = imports.load(turn.conn, import_id)
    places = own_units(turn, Action.RUN_CAMPAIGN)
    if found is None or found.contact_id != turn.contact.id or not places:
        return Reply(text=turn.t("err-not-allowed"))
    if found.problems:
        return _mistakes(turn, found)
    if found.error is not None:
        return Reply(text=turn.t(found.error.key, **found.error.facts))
    if found.definition is None:
        return Reply(text=turn.t("campaigns-file-gone"))
    if not unit_id and len(places) > 1:
        return _where(turn, f"campaign_file:{import_id}", places)
    unit_id = unit_id or places[0]
    if not _may_launch(turn, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    campaign = campaign_from_json(found.definition)
    if not sure:
        return _preview(turn, campaign, unit_id, f"campaign_file:{import_id}:{unit_id}:yes")
    reply = _start(turn, found.definition, campaign, unit_id)
    imports.was_saved(turn.conn, import_id)
    return reply


def _mistakes(turn: Turn, found: Import) -> Reply:
    lines = [turn.t("campaigns-file-wrong", name=found.file_name, count=len(found.problems))]
    for problem in found.problems[:NAMED]:
        sentence = turn.t(problem.key, **problem.facts)
        lines.append(turn.t("campaigns-file-problem", line=problem.line, problem=sentence))
    more = len(found.problems) - NAMED
    lines.append(turn.t("campaigns-file-more", count=more) if more > 0 else turn.t("campaigns-file-again"))
    return Reply(text="\n".join(lines))


# --- a look at it, and the start ----------------------------------------------------------------


def _preview(turn: Turn, campaign: Campaign, unit_id: int, action: str) -> Reply:
    """Who would be bound, by when; started already, that is said instead."""
    earlier = campaigns.by_slug(turn.conn, campaign.slug)
    if earlier is not None:
        return _started(turn, earlier)
    letter, unit = campaign.directive, units.get(turn.conn, unit_id).name
    lines = [
        turn.t(
            "campaigns-preview",
            title=campaign.title,
            directive=letter.number,
            issued=letter.issued_on,
            issuer=letter.issuer,
            unit=unit,
        )
    ]
    lines += [_bound(turn, campaign, obligation, unit_id) for obligation in campaign.obligations]
    if any(one.due is not None and one.due.before <= turn.now for one in campaign.obligations):
        lines.append(turn.t("campaigns-preview-late"))
    lines.append(turn.t("campaigns-launch-sure", unit=unit))
    return Reply(
        text="\n".join(lines),
        choices=(turn.choice("button-launch", action), turn.choice("button-not-now", "campaigns")),
    )


def _bound(turn: Turn, campaign: Campaign, obligation: Obligation, unit_id: int) -> str:
    count = expected.count(turn.conn, obligation.audience, unit_id, campaign.tree_on or turn.today)
    facts = {
        "clause": obligation.clause,
        "title": obligation.short or obligation.title,
        "due": _first_due(turn, obligation),
    }
    if obligation.audience.answered_by_units:
        return turn.t("campaigns-preview-units", count=count, **facts)
    if turn.hides(count, unit_id, campaign):
        return turn.t("campaigns-preview-few", smallest=SMALL_CELL, **facts)
    return turn.t("campaigns-preview-people", count=count, **facts)


def _first_due(turn: Turn, obligation: Obligation) -> str:
    if obligation.due is not None:
        return turn.t("campaigns-due", due=deadline_words.in_full(turn.texts, obligation.due))
    if not obligation.cadences:
        return turn.t("campaigns-due-none")
    coming = [
        (opens, closes)
        for cadence in obligation.cadences
        for _, opens, closes in slots(cadence, turn.today, turn.today + AHEAD, is_holiday)
        if closes > turn.now
    ]
    if not coming:
        return turn.t("campaigns-slot-none")
    opens, closes = min(coming)
    if opens <= turn.now:
        return turn.t("campaigns-slot-open", moment=closes)
    return turn.t("campaigns-slot-next", moment=opens)


def _started(turn: Turn, earlier: Running) -> Reply:
    """Kindly: it runs already; of a campaign that is not theirs to see, only that the name is taken."""
    if earlier.id not in {running.id for running in visible(turn)}:
        return Reply(text=turn.t("campaigns-slug-taken", slug=earlier.campaign.slug))
    return Reply(
        text=turn.t(
            "campaigns-is-started",
            scope=scope_name(turn, earlier),
            title=earlier.campaign.title,
            moment=earlier.started_at,
            state=state_text(turn, earlier),
        ),
        choices=(turn.choice("button-details", f"campaign:{earlier.id}"),),
    )


def _start(turn: Turn, definition: dict[str, Any], campaign: Campaign, unit_id: int) -> Reply:
    earlier = campaigns.by_slug(turn.conn, campaign.slug)
    if earlier is not None:
        return _started(turn, earlier)
    running = campaign_changes.start(turn.conn, definition, unit_id, turn.now, turn.person_id)
    unit = units.get(turn.conn, unit_id)
    scope, signed = spoken(turn.texts, unit), announce.signed(turn, unit_id)
    started.tell_heads(turn.conn, turn.texts, running, scope, turn.now, by=turn.person_id, signed=signed)
    return Reply(
        text=turn.t("campaigns-launched", title=campaign.title, unit=unit.name),
        choices=(turn.choice("button-details", f"campaign:{running.id}"),),
    )
